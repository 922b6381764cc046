package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"compress/flate"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"
)

// orderedZip packs the parts of a workbook in a fixed order: the library takes
// streamed sheets in another order on every run. Parts are packed as they come,
// so that a long sheet is never held unpacked. The list of contents comes first,
// as readers expect.
type orderedZip struct {
	out    io.Writer
	parts  []*packedPart
	packer *flate.Writer // one for all parts: it is large
	hard   *flate.Writer // of the small ones
}

// packing is how hard long parts are packed: harder takes half as long again for a
// file a tenth smaller. Parts up to smallPart are held back and packed as hard as can be.
const (
	packing   = 2
	smallPart = 64 << 10
)

// contentTypes is the part that lists the kinds of all others.
const contentTypes = "[Content_Types].xml"

func newOrderedZip(out io.Writer) excelize.ZipWriter { return &orderedZip{out: out} }

// Create begins a part; the one before it is complete.
func (z *orderedZip) Create(name string) (io.Writer, error) {
	if err := z.finish(); err != nil {
		return nil, err
	}
	part := &packedPart{name: name, sum: crc32.NewIEEE(), packer: z.packer, hard: z.hard}
	z.parts = append(z.parts, part)
	return part, nil
}

// finish completes the part begun last, and makes sure that there is a packer.
func (z *orderedZip) finish() (err error) {
	if z.packer == nil {
		if z.packer, err = flate.NewWriter(io.Discard, packing); err != nil {
			return err
		}
		z.hard, err = flate.NewWriter(io.Discard, flate.BestCompression)
		return err
	}
	if len(z.parts) == 0 {
		return nil
	}
	return z.parts[len(z.parts)-1].finish()
}

// AddFS is not needed for a workbook.
func (z *orderedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the file.
func (z *orderedZip) Close() error {
	if err := z.finish(); err != nil {
		return err
	}
	slices.SortFunc(z.parts, func(a, b *packedPart) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.name, b.name))
	})
	w := zip.NewWriter(z.out)
	for _, part := range z.parts {
		if err := part.write(w); err != nil {
			return err
		}
	}
	return w.Close()
}

// packedPart is one part of the file.
type packedPart struct {
	name   string
	packer *flate.Writer
	hard   *flate.Writer
	held   []byte // of a small part, not packed yet
	long   bool
	packed bytes.Buffer
	sum    hash.Hash32
	size   uint64
}

func (p *packedPart) rank() int {
	if p.name == contentTypes {
		return 0
	}
	return 1
}

// Write packs more of the part.
func (p *packedPart) Write(b []byte) (int, error) {
	if p.long {
		p.count(b)
		return p.packer.Write(b)
	}
	if p.held = append(p.held, b...); len(p.held) > smallPart {
		p.long = true
		p.packer.Reset(&p.packed)
		p.count(p.held)
		if _, err := p.packer.Write(p.held); err != nil {
			return 0, err
		}
		p.held = nil
	}
	return len(b), nil
}

// count takes what is packed into the part's size and sum.
func (p *packedPart) count(b []byte) {
	p.size += uint64(len(b))
	_, _ = p.sum.Write(b) // never fails
}

// finish packs what is left.
func (p *packedPart) finish() error {
	if p.long {
		return p.packer.Close()
	}
	p.held = ofItsSize(withoutUnused(p.held))
	p.count(p.held)
	p.hard.Reset(&p.packed)
	_, err := p.hard.Write(p.held)
	p.held = nil
	return errors.Join(err, p.hard.Close())
}

func (p *packedPart) write(w *zip.Writer) error {
	out, err := w.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum.Sum32(),
		CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size})
	if err != nil {
		return err
	}
	_, err = out.Write(p.packed.Bytes())
	return err
}
