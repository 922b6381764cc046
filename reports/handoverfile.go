package reports

import (
	"io"
	"os"
	"path/filepath"

	"copleader/data"
)

// fileCopy is a copy of the community file; the store makes it, and it goes the
// way of every other document.
type fileCopy []byte

// Write writes the copy.
func (c fileCopy) Write(w io.Writer) error {
	_, err := w.Write(c)
	return err
}

// makeHandoverFile makes the copy of the community file for whoever leads next:
// private notes are left out of it (domain.md 15).
func makeHandoverFile(d *draft) (product, error) {
	if d.opt.HandOver == nil {
		return nil, data.Fault(data.CodeNothing, "There is no community file here to make a copy of.")
	}
	// The store writes a file; nobody else may look at it meanwhile.
	folder, err := os.MkdirTemp("", "copleader-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path := filepath.Join(folder, d.doc.File)
	if err := d.opt.HandOver(d.ctx, path); err != nil {
		return nil, err
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return fileCopy(content), nil
}
