package exchange

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// errNoBooks is that there is no workbook in a folder.
var errNoBooks = errors.New("no workbook in the folder")

// WorkbookEndings are how names of filled questionnaires end.
var WorkbookEndings = []string{".xlsx", ".ods"}

// Workbooks reads questionnaires one after another, so that hundreds of them take no more
// memory than one.
func Workbooks(paths ...string) iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, path := range paths {
			f := File{Name: filepath.Base(path)}
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				f.Err = errNoBooks
			} else {
				f.Content, f.Err = readUpTo(path, MaxFile+1)
			}
			if !yield(f) {
				return
			}
		}
	}
}

// WithFolders puts the workbooks in a folder into its place, and leaves out what stands
// there already. A folder without one stays, so that it can be told.
func WithFolders(paths ...string) []string {
	var all []string
	add := func(path string) {
		if !slices.Contains(all, path) {
			all = append(all, path)
		}
	}
	for _, path := range paths {
		inside := WorkbooksIn(path)
		if len(inside) == 0 {
			add(filepath.Clean(path))
		}
		for _, book := range inside {
			add(book)
		}
	}
	return all
}

// WorkbooksIn lists the workbooks in a folder, in order of their names; none where it is no
// folder.
func WorkbooksIn(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var books []string
	for _, e := range entries {
		name := e.Name()
		// Names with ~$ and .~lock are what Excel and LibreOffice keep beside an open file.
		own := !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".")
		if e.Type().IsRegular() && own && slices.Contains(WorkbookEndings, strings.ToLower(filepath.Ext(name))) {
			books = append(books, filepath.Join(folder, name))
		}
	}
	return books
}
