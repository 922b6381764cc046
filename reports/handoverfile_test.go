package reports_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/reports"
)

// Given the demo, when its copy for whoever leads next is made, then it opens as a community without private notes.
func TestHandoverFileIsACommunityWithoutPrivateNotes(t *testing.T) {
	t.Parallel()
	st := datatest.Demo(t)
	id := datatest.Read(t, st).Members[3].ID
	if err := store.Rows(st, store.Members).Change(t.Context(), id, store.Visit{Field: "note"}, func(m *data.Member) { m.Note = "Kvůli rodině má málo času" }); err != nil {
		t.Fatal(err)
	}
	opt := options()
	opt.HandOver = st.HandoverCopy
	var out bytes.Buffer
	report, err := reports.Write(t.Context(), "handover-file", st, opt, &out)
	if err != nil || report.Size == 0 {
		t.Fatal(report, err)
	}
	if bytes.Contains(out.Bytes(), []byte("rodině")) {
		t.Error("a private note is in the copy")
	}
	path := filepath.Join(t.TempDir(), "next.cop")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	copied, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = copied.Close() }()
	if s := datatest.Read(t, copied); len(s.Members) != 24 || s.Members[3].Note != "" {
		t.Errorf("the copy has %d members, the note %q", len(s.Members), s.Members[3].Note)
	}
}

// Given no file to copy, or one that can't be copied, then that is said and nothing is written.
func TestHandoverFileWithoutAFile(t *testing.T) {
	t.Parallel()
	st := datatest.Demo(t)
	var out bytes.Buffer
	if _, err := reports.Write(t.Context(), "handover-file", st, options(), &out); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("without a file: %v", err)
	}
	opt := options()
	broken := errors.New("the disk is gone")
	opt.HandOver = func(context.Context, string) error { return broken }
	if _, err := reports.Write(t.Context(), "handover-file", st, opt, &out); !errors.Is(err, broken) || out.Len() > 0 {
		t.Errorf("broken: %v, %d bytes", err, out.Len())
	}
}
