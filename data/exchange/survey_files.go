package exchange

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// errNoBooks is that there is no workbook in a folder.
var errNoBooks = errors.New("no workbook in the folder")

// WorkbookEndings are how names of workbooks end, as which filled questionnaires come back; those that can't be read are told.
var WorkbookEndings = []string{".xlsx", ".ods", ".xlsm", ".xltx", ".xls", ".xlsb", ".fods", ".ots"}

// IsWorkbook reports whether a file is called as filled questionnaires are.
func IsWorkbook(path string) bool {
	return slices.Contains(WorkbookEndings, strings.ToLower(filepath.Ext(path)))
}

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
func WithFolders(paths ...string) []string { return withFolders(paths, WorkbookEndings) }

// Unfolded puts the files in a folder that may come in into its place, as WithFolders does.
func Unfolded(paths ...string) []string { return withFolders(paths, endings) }

// endings are how names of files end that may come in.
var endings = append([]string{".csv", ".tsv", ".txt", ".md", ".tab", ".vcf", ".vcard", ".ics", ".ical", ".vcs", ".json"}, WorkbookEndings...)

func withFolders(paths, endings []string) []string {
	var all []string
	add := func(path string) {
		if !slices.Contains(all, path) {
			all = append(all, path)
		}
	}
	for _, path := range paths {
		inside := filesIn(path, endings)
		if len(inside) == 0 {
			add(filepath.Clean(path))
		}
		for _, file := range inside {
			add(file)
		}
	}
	return all
}

// WorkbooksIn lists the workbooks in a folder, in order of their names; none where it is no
// folder.
func WorkbooksIn(folder string) []string { return filesIn(folder, WorkbookEndings) }

// PassedOver are the names of those files in folders that Unfolded leaves out: they are called as nothing that comes in.
func PassedOver(paths ...string) []string {
	var names []string
	for _, path := range paths {
		entries, err := os.ReadDir(path)
		if err != nil {
			continue
		}
		taken := filesIn(path, endings)
		for _, e := range entries {
			name := e.Name()
			if e.Type().IsRegular() && isOwn(name) && !slices.Contains(taken, filepath.Join(path, name)) && len(taken) > 0 {
				names = append(names, name)
			}
		}
	}
	return names
}

// isOwn reports whether a file is somebody's own: names with ~$ and .~lock are what Excel and LibreOffice keep beside an open file.
func isOwn(name string) bool { return !strings.HasPrefix(name, "~$") && !strings.HasPrefix(name, ".") }

// filesIn lists the files in a folder whose names end in one of the ways.
func filesIn(folder string, endings []string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var files []string
	for _, e := range entries {
		name := e.Name()
		if e.Type().IsRegular() && isOwn(name) && slices.Contains(endings, strings.ToLower(filepath.Ext(name))) {
			files = append(files, filepath.Join(folder, name))
		}
	}
	return files
}

// Book is a workbook that was read, and what it held then.
type Book struct {
	Path   string
	Digest [sha256.Size]byte
}

// Deleted tells what became of workbooks that were to be deleted: how many are, and the names
// of the others.
type Deleted struct {
	Count   int
	Changed []string // since they were read
	Missing []string // gone before
	Left    []string // could not be deleted
}

// Delete takes workbooks away whose answers are kept: whoever gets at one sees whose answers
// they are. One that holds something else by now stays, as nobody has read that; nothing but a
// plain file is taken away.
func Delete(books ...Book) Deleted {
	var d Deleted
	for _, b := range books {
		name := filepath.Base(b.Path)
		switch err := b.remove(); {
		case err == nil:
			d.Count++
		case errors.Is(err, errChanged):
			d.Changed = append(d.Changed, name)
		case errors.Is(err, fs.ErrNotExist):
			d.Missing = append(d.Missing, name)
		default:
			d.Left = append(d.Left, name)
		}
	}
	return d
}

// errChanged is that a workbook is not what was read.
var errChanged = errors.New("changed since it was read")

func (b Book) remove() error {
	info, err := os.Lstat(b.Path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return os.ErrInvalid
	}
	content, err := readUpTo(b.Path, MaxFile+1)
	if err != nil {
		return err
	}
	if sha256.Sum256(content) != b.Digest {
		return errChanged
	}
	return os.Remove(b.Path)
}
