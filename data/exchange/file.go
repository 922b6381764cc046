package exchange

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"time"

	"copleader/data"
)

// Limits of what is read of one file, whatever it is (data/README.md, What comes in).
// A file beyond them is not read at all: half of it would look like the whole.
const (
	maxContent = 64 << 20 // bytes of the file, of its text, and of what it unpacks to
	maxRows    = 50_000
	maxColumns = 400
	maxCells   = 2_000_000 // that are not empty
	maxAtOnce  = 128 << 20 // bytes of all files that are read together
)

// maxTime is how long one file may be read. Tests on a busy machine give more.
var maxTime = 10 * time.Second

// File is a file that somebody chose to read. Its name is shown while the leader
// decides, and never kept with answers.
type File struct {
	Name    string
	Path    string // where it lies; empty for what lies nowhere
	Content []byte
	Err     error // why it could not be read
}

// Files reads chosen files one after another, none of them further than a file may reach,
// and no more of them than what is read of them fits into the memory; the others have an
// error that says so.
func Files(paths ...string) iter.Seq[File] {
	return func(yield func(File) bool) {
		left := int64(maxAtOnce)
		for _, path := range paths {
			f := File{Name: filepath.Base(path), Path: path}
			if info, err := os.Stat(path); err == nil && info.IsDir() {
				f.Err = errFolder
			} else if left <= 0 {
				f.Err = errTooMany
			} else {
				f.Content, f.Err = readUpTo(path, maxContent+1)
				left -= int64(len(f.Content))
			}
			if !yield(f) {
				return
			}
		}
	}
}

// Why a file is not read at all, beside what may be wrong with a workbook.
var (
	errTooMany = errors.New("more than is read at once")
	errFolder  = errors.New("a folder without files that come in")
	errNoTable = errors.New("no table")
	errRows    = errors.New("more rows than are read")
	errColumns = errors.New("more columns than are read")
	errNothing = errors.New("nothing in it")
)

// reasons word why a file is not read, the plainest first: one fault may lie within
// another. Questionnaires have sentences of their own.
var reasons = []struct {
	err error
	why *data.Error
}{
	{errTooMany, data.Fault(data.CodeInvalid, "These are more and larger files than can be read at once; this one was not read. Please take it by itself.")},
	{errFolder, data.Fault(data.CodeInvalid, "There is no file in this folder that can come in.")},
	{errTooLarge, data.Fault(data.CodeInvalid, "The file is far too large; nothing of it was read. Please save the part that you need by itself.")},
	{errRows, data.Fault(data.CodeInvalid, "The file has more than %d rows; nothing of it was read. Please save the part that you need by itself.", maxRows)},
	{errColumns, data.Fault(data.CodeInvalid, "The file has more than %d columns; nothing of it was read. Please save the part that you need by itself.", maxColumns)},
	{errOldExcel, data.Fault(data.CodeInvalid, "The file is a workbook of the old kind (.xls); please save it as .xlsx.")},
	{errEncrypted, data.Fault(data.CodeInvalid, "The file is protected by a password; please save it without one.")},
	{errNothing, data.Fault(data.CodeInvalid, "There is nothing in the file.")},
	{errNoBook, noTable}, {errNoTable, noTable},
	{context.DeadlineExceeded, data.Fault(data.CodeInvalid, "The file takes too long to read; nothing of it was read. Please save the part that you need by itself.")},
	{errDamaged, damaged},
}

var (
	noTable       = data.Fault(data.CodeInvalid, "The file holds nothing that can be read here; nothing was changed. Lists come in as CSV, XLSX or ODS.")
	errFormAsText = data.Fault(data.CodeInvalid, "This is a filled questionnaire that was saved as a list; nothing of it was read. Please ask for the workbook itself (.xlsx or .ods).")
	damaged       = data.Fault(data.CodeInvalid, "The file is damaged; nothing of it was read. Please ask for it again.")
)

// refused words an error for a person; what is worded already stays, and so does
// being told to stop.
func refused(err error) error {
	var worded *data.Error
	if err == nil || errors.As(err, &worded) || errors.Is(err, context.Canceled) {
		return err
	}
	why := *damaged
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			why = *r.why
			break
		}
	}
	why.Cause = err
	return &why
}

// within reads a file in the time that it may take. Whatever goes wrong, a mistake
// of ours included, becomes one sentence, and nothing is handed on then.
func within[T any](ctx context.Context, f File, read func(ctx context.Context, content []byte) (T, error)) (got T, err error) {
	ctx, stop := context.WithTimeout(ctx, maxTime)
	defer stop()
	defer func() {
		if r := recover(); r != nil {
			err = errDamaged
		}
		if err != nil {
			var none T
			got, err = none, refused(err)
		}
	}()
	switch {
	case errors.Is(f.Err, errTooMany), errors.Is(f.Err, errFolder):
		return got, f.Err
	case f.Err != nil:
		fault := data.Fault(data.CodeUnreadable, "The file could not be read; nothing was changed.")
		fault.Cause = f.Err
		return got, fault
	case len(f.Content) > maxContent:
		return got, errTooLarge
	case len(f.Content) == 0:
		return got, errNothing
	}
	return read(ctx, f.Content)
}

func readUpTo(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var content bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		content.Grow(int(min(info.Size(), most)) + bytes.MinRead) // growing step by step takes thrice the memory
	}
	_, err = content.ReadFrom(io.LimitReader(f, most))
	return content.Bytes(), err
}
