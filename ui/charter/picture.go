package charter

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // the two kinds of picture a charter takes
	_ "image/png"
	"io"
	"os"

	"copleader/data"
)

// Limits of a picture. A small file can unfold to gigabytes, so its measures are
// asked before it is drawn.
const (
	mostBytes  = 2 << 20    // data/README.md, Charter
	mostPixels = 24_000_000 // about what a camera takes
	shownSide  = 192        // of what the screen keeps of it, in pixels
)

// unfit is what is said of a picture that can't be taken.
func unfit() error {
	return data.Invalid("logo", "Please choose a PNG or JPEG picture of at most 2 MB.")
}

// readPicture reads a picture chosen by the leader and sees that it can be drawn.
func readPicture(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		fault := data.Fault(data.CodeUnreadable, "This picture can't be read. Nothing was changed.")
		fault.Cause = err
		return nil, fault
	}
	if info.Size() > mostBytes {
		return nil, unfit()
	}
	f, err := os.Open(path)
	if err != nil {
		fault := data.Fault(data.CodeUnreadable, "This picture can't be read. Nothing was changed.")
		fault.Cause = err
		return nil, fault
	}
	content, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	_ = f.Close() // it was only read
	if err != nil || len(content) > mostBytes {
		return nil, unfit()
	}
	if _, err := drawable(content); err != nil {
		return nil, err
	}
	return content, nil
}

// drawable is a picture no larger than the screen needs it, or an error if it is
// none that can be drawn.
func drawable(content []byte) (image.Image, error) {
	size, kind, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || (kind != "png" && kind != "jpeg") || size.Width <= 0 || size.Height <= 0 ||
		size.Width > mostPixels/size.Height {
		return nil, unfit()
	}
	whole, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, unfit()
	}
	return smaller(whole, shownSide), nil
}

// smaller is a picture scaled down so that neither side is longer than most; each
// point is the mean of those it stands for.
func smaller(from image.Image, most int) image.Image {
	b := from.Bounds()
	long := max(b.Dx(), b.Dy())
	if long <= most {
		return from
	}
	w, h := max(1, b.Dx()*most/long), max(1, b.Dy()*most/long)
	to := image.NewNRGBA64(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			area := image.Rect(b.Min.X+x*b.Dx()/w, b.Min.Y+y*b.Dy()/h, b.Min.X+(x+1)*b.Dx()/w, b.Min.Y+(y+1)*b.Dy()/h)
			to.Set(x, y, mean(from, area))
		}
	}
	return to
}

// mean is the mean colour of an area; of a large one every few points are enough.
func mean(from image.Image, area image.Rectangle) color.RGBA64 {
	step := max(1, min(area.Dx(), area.Dy())/8)
	var r, g, b, a, n uint64
	for y := area.Min.Y; y < area.Max.Y; y += step {
		for x := area.Min.X; x < area.Max.X; x += step {
			pr, pg, pb, pa := from.At(x, y).RGBA()
			r, g, b, a, n = r+uint64(pr), g+uint64(pg), b+uint64(pb), a+uint64(pa), n+1
		}
	}
	if n == 0 {
		return color.RGBA64{}
	}
	return color.RGBA64{R: uint16(r / n), G: uint16(g / n), B: uint16(b / n), A: uint16(a / n)}
}
