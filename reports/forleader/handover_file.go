package forleader

import (
	"os"
	"path/filepath"

	"copleader/data"
	"copleader/reports/press"
)

// HandoverFile makes the copy of the community file for whoever leads next:
// private notes are left out of it (data/README.md, Privacy).
func HandoverFile(d *press.Draft) (press.Product, error) {
	if d.Opt.HandOver == nil {
		return nil, data.Fault(data.CodeNothing, "There is no community file here to make a copy of.")
	}
	// The store writes a file; nobody else may look at it meanwhile.
	folder, err := os.MkdirTemp("", "copleader-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	path := filepath.Join(folder, d.File)
	if err := d.Opt.HandOver(d.Ctx, path); err != nil {
		return nil, err
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return press.Bytes(content), nil
}
