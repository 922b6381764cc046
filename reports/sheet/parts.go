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
}

// packing is how hard parts are packed: harder takes half as long again for a
// file a tenth smaller.
const packing = 2

// contentTypes is the part that lists the kinds of all others.
const contentTypes = "[Content_Types].xml"

func newOrderedZip(out io.Writer) excelize.ZipWriter { return &orderedZip{out: out} }

// Create begins a part; the one before it is complete.
func (z *orderedZip) Create(name string) (io.Writer, error) {
	if err := z.finish(); err != nil {
		return nil, err
	}
	part := &packedPart{name: name, sum: crc32.NewIEEE(), packer: z.packer}
	part.packer.Reset(&part.packed)
	z.parts = append(z.parts, part)
	return part, nil
}

// finish completes the part begun last, and makes sure that there is a packer.
func (z *orderedZip) finish() (err error) {
	switch {
	case z.packer == nil:
		z.packer, err = flate.NewWriter(io.Discard, packing)
	case len(z.parts) > 0:
		err = z.packer.Close()
	}
	return err
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
	p.size += uint64(len(b))
	_, _ = p.sum.Write(b) // never fails
	return p.packer.Write(b)
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
