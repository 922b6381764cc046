package reports

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/press"
)

// AllDocuments lists every document that can be made by its name, for tests.
func AllDocuments() []Document { return all() }

// Figures are the figures of the sponsor report by name, for tests.
func Figures(s *data.Snapshot, opt Options) (map[string]string, error) {
	r, err := figures.Of(press.New(context.Background(), s, opt))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, f := range r.Figs.All {
		texts[f.Name] = f.Text
	}
	return texts, nil
}

// Given each document, then it is made in the package of those it is for.
func TestADocumentLiesWithItsReaders(t *testing.T) {
	rooms := map[Group]string{ForHealthCheck: "forhealthcheck", ForMembers: "formembers", ForSponsors: "forsponsors", ForLeader: "forleader"}
	for _, d := range all() {
		maker := runtime.FuncForPC(reflect.ValueOf(d.make).Pointer()).Name()
		if !strings.Contains(maker, "/reports/"+rooms[d.Group]+".") {
			t.Errorf("%s is for %s, but made by %s", d.Name, d.Group, maker)
		}
	}
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
