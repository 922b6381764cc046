package page

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // pictures may be JPEG
	"image/png"

	"github.com/jung-kurt/gofpdf"
)

// Limits of a picture: what is larger is not even unpacked, because a small
// file can hold a picture that fills the memory.
const (
	maxPicturePixels = 40_000_000
	// maxPictureSide is what is kept of a picture, in pixels: more than enough
	// for the width of a poster's heading at 300 to the inch.
	maxPictureSide = 1200
)

// What is wrong with a picture that cannot be printed.
var (
	ErrNoPicture       = errors.New("page: not a PNG or JPEG picture")
	ErrPictureTooLarge = errors.New("page: the picture has too many pixels")
)

// Picture is a picture ready to be printed, on white.
type Picture struct {
	png           []byte
	width, height int // pixels
}

// ReadPicture reads a PNG or JPEG picture and makes it no larger than print
// needs. Its size is looked at before anything is unpacked.
func ReadPicture(content []byte) (p *Picture, err error) {
	defer func() {
		if recover() != nil { // the readers of pictures are not proof against everything
			p, err = nil, ErrNoPicture
		}
	}()
	config, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return nil, ErrNoPicture
	}
	if config.Width > maxPicturePixels/config.Height {
		return nil, ErrPictureTooLarge
	}
	whole, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, ErrNoPicture
	}
	return pictureOf(whole)
}

func pictureOf(whole image.Image) (*Picture, error) {
	bounds := whole.Bounds()
	width, height := bounds.Dx(), bounds.Dy()
	if longest := max(width, height); longest > maxPictureSide {
		width = max(1, width*maxPictureSide/longest)
		height = max(1, height*maxPictureSide/longest)
	}
	small := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			small.SetRGBA(x, y, average(whole, image.Rect(
				bounds.Min.X+x*bounds.Dx()/width, bounds.Min.Y+y*bounds.Dy()/height,
				bounds.Min.X+(x+1)*bounds.Dx()/width, bounds.Min.Y+(y+1)*bounds.Dy()/height)))
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, small); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	return &Picture{png: out.Bytes(), width: width, height: height}, nil
}

// average is the colour of some pixels together, on white paper.
func average(whole image.Image, of image.Rectangle) color.RGBA {
	const white = 0xFFFF
	var r, g, b, n uint64
	for y := of.Min.Y; y < max(of.Max.Y, of.Min.Y+1); y++ {
		for x := of.Min.X; x < max(of.Max.X, of.Min.X+1); x++ {
			red, green, blue, alpha := whole.At(x, y).RGBA() // colours come multiplied by alpha
			r += uint64(red + white - alpha)
			g += uint64(green + white - alpha)
			b += uint64(blue + white - alpha)
			n++
		}
	}
	return color.RGBA{R: uint8(r / n >> 8), G: uint8(g / n >> 8), B: uint8(b / n >> 8), A: 0xFF}
}

// Picture prints a picture as large as it fits into a box, in its middle.
func (d *Document) Picture(r Rect, p *Picture) {
	defer d.guard()
	if d.err != nil || p == nil || r.W <= 0 || r.H <= 0 {
		return
	}
	d.begin()
	name := d.register(p)
	width, height := r.W, r.W*float64(p.height)/float64(p.width)
	if height > r.H {
		width, height = r.H*float64(p.width)/float64(p.height), r.H
	}
	x, y := r.Center()
	d.pdf.ImageOptions(name, x-width/2, y-height/2, width, height, false, gofpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}

// register hands a picture to the library once. The library puts pictures of
// one width into the file in any order, so a second of the same width would
// make the bytes differ from run to run: it is refused.
func (d *Document) register(p *Picture) string {
	name := fmt.Sprintf("picture%d", p.width)
	if known, ok := d.pictures[p.width]; ok {
		if known != p && !bytes.Equal(known.png, p.png) {
			panic(fmt.Errorf("two pictures are %d pixels wide", p.width))
		}
		return name
	}
	if d.pictures == nil {
		d.pictures = map[int]*Picture{}
	}
	d.pictures[p.width] = p
	d.pdf.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(p.png))
	return name
}
