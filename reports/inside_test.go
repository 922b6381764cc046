package reports

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"copleader/data"
)

// AllDocuments lists every document that can be made by its name, for tests.
func AllDocuments() []Document { return all() }

// Figures are the figures of the sponsor report by name, for tests.
func Figures(s *data.Snapshot, opt Options) (map[string]string, error) {
	d := &draft{Snapshot: s, ctx: context.Background(), opt: opt.withDefaults()}
	d.say = d.opt.Say
	r, err := newResults(d)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, f := range r.figs.list {
		texts[f.name] = f.text
	}
	return texts, nil
}

// Given a disk without space, then it is said in one sentence and the older file
// stands: what is written first is another file.
func TestAFullDiskIsSaid(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no full disk here")
	}
	err = fill(full, []byte("content"))
	if fault := fileFault(filepath.Join("some", "where", "minutes.md"), err); !data.IsCode(fault, data.CodeFull) {
		t.Errorf("a full disk gives %v (%v)", fault, err)
	}
}
