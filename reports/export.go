package reports

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"copleader/data"
	"copleader/data/disk"
)

// Result is what became of one document of an export.
type Result struct {
	Report
	Path string // where it lies now, "" if it was not made
	Kept string // where an older file of its name was put that somebody had changed, "" for none
	Err  error
}

// Export makes documents and puts them into a folder, which it makes if needed.
// All are made from one snapshot. A file that was changed since it was made is kept
// under another name. A document that fails leaves the older file of its name as it was and does not keep the others from being made; its
// result says why. The error is about the whole: an unknown name, no data, no
// folder, or a cancelled context.
func Export(ctx context.Context, dir string, names []string, src Source, opt Options) ([]Result, error) {
	if len(names) == 0 {
		names = Names()
	}
	var docs []Document
	for _, name := range names {
		doc, err := Find(name)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	snap, err := src.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, folderFault(dir, err)
	}
	var results []Result
	made := readMade(dir)
	progress := opt.Progress
	opt.Progress = nil // of the whole, not of each
	stopped := false
	for i, one := range buildAll(ctx, docs, snap, opt) {
		b := <-one // also of those after a cancelled one, so that nothing is at work any more
		if stopped = stopped || ctx.Err() != nil; stopped {
			continue
		}
		if progress != nil {
			progress(i, len(docs))
		}
		result := Result{Report: b.report, Err: b.err}
		result.Name, result.File = docs[i].Name, docs[i].File
		if b.err == nil {
			path := filepath.Join(dir, result.File)
			if result.Kept, result.Err = made.put(path, b.content); result.Err == nil {
				result.Path = path
			}
		}
		results = append(results, result)
	}
	if stopped {
		return results, errors.Join(ctx.Err(), made.write(dir))
	}
	if progress != nil {
		progress(len(docs), len(docs))
	}
	return results, made.write(dir)
}

// built is a document in memory, or why there is none.
type built struct {
	content []byte
	report  Report
	err     error
}

// buildAll makes documents, as many at once as there are processors, and gives each in its place once it is made.
func buildAll(ctx context.Context, docs []Document, snap *data.Snapshot, opt Options) []chan built {
	all := make([]chan built, len(docs))
	for i := range all {
		all[i] = make(chan built, 1)
	}
	atWork := make(chan struct{}, runtime.GOMAXPROCS(0))
	go func() {
		for i, doc := range docs {
			atWork <- struct{}{}
			go func() {
				var b built
				b.content, b.report, b.err = build(ctx, doc, snap, opt)
				all[i] <- b
				<-atWork
			}()
		}
	}()
	return all
}

// Failed gathers what went wrong in an export, leaving out documents for which
// there simply is nothing to print yet. It is nil when all is well.
func Failed(results []Result) error {
	var faults []error
	for _, r := range results {
		if r.Err != nil && !data.IsCode(r.Err, data.CodeNothing) {
			faults = append(faults, r.Err)
		}
	}
	return errors.Join(faults...)
}

// WriteFile puts content at path in one step: it is written and synced beside
// it and then renamed, so that a failure leaves the older file whole. A link
// keeps pointing to its file, and an older file keeps its permissions. What a
// program that was killed left beside is swept.
func WriteFile(path string, content []byte) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := fs.FileMode(0o666)
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return fileFault(path, syscall.EISDIR)
		}
		mode = info.Mode().Perm()
	}
	sweepBeside(path)
	beside, err := besideOf(path, mode)
	if err != nil {
		return fileFault(path, err)
	}
	defer func() {
		if err != nil {
			_ = disk.Remove(beside.Name()) // nothing better can be done about a leftover
		}
	}()
	if err := fill(beside, content); err != nil {
		return fileFault(path, err)
	}
	if err := disk.Rename(beside.Name(), path); err != nil {
		return replaceFault(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// besideOf opens a new file in the same folder, so that renaming is one step.
func besideOf(path string, mode fs.FileMode) (*os.File, error) {
	dir, name := filepath.Split(path)
	for try := 0; ; try++ {
		temp := filepath.Join(dir, fmt.Sprintf(".%s.%d-%d.new", name, os.Getpid(), try))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) && try < 100 {
			continue
		}
		return f, err
	}
}

// besidePattern is how besideOf calls files: for what, and of which process.
var besidePattern = regexp.MustCompile(`^\.(.+)\.(\d+)-\d+\.new$`)

// besideOld is when a file that was written beside another is surely not being
// written any more.
const besideOld = time.Hour

// sweepBeside removes what lies in the folder of path since a program was killed
// while it wrote: any that is old, and that for path itself once its process is gone.
func sweepBeside(path string) {
	dir, name := filepath.Split(path)
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return // a folder that can't be read shows none; writing will tell why
	}
	for _, e := range entries {
		m := besidePattern.FindStringSubmatch(e.Name())
		if m == nil || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue
		}
		if time.Since(info.ModTime()) > besideOld || m[1] == name && ended(m[2]) {
			_ = os.Remove(filepath.Join(dir, e.Name())) // what stays is swept next time
		}
	}
}

// ended tells whether there surely is no process of a number on this computer.
func ended(number string) bool {
	pid, err := strconv.Atoi(number)
	return err != nil || pid <= 0 || disk.Ended(pid) // no process has such a number
}

func fill(f *os.File, content []byte) error {
	_, err := f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// syncFolder makes the renaming last through a power cut where the system
// allows it; where it does not, the content is safe all the same.
func syncFolder(dir string) {
	if f, err := os.Open(dir); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}

// replaceFault words why a file that was written beside another could not take its place. On Windows nothing is replaced that a program
// has open; that the folder may be written is known by then.
func replaceFault(path string, err error) error {
	if !disk.InUse(err) {
		return fileFault(path, err)
	}
	fault := data.Fault(data.CodeInUse,
		"“%s” is open in another program, or write-protected, so it was not replaced; it is as it was. Please close it there and try again.", filepath.Base(path))
	fault.Cause = err
	return fault
}

func fileFault(path string, err error) error {
	fault := data.Fault(data.CodeNoWrite,
		"“%s” could not be written; an older file of that name is as it was.", filepath.Base(path))
	switch {
	case disk.TooLarge(err):
		fault = data.Fault(data.CodeFull,
			"“%s” would be larger than its disk, or your account, allows for one file; an older file of that name is as it was. Please choose a folder on another disk.", filepath.Base(path))
	case disk.Full(err):
		fault = data.Fault(data.CodeFull,
			"There is no space left for “%s”; an older file of that name is as it was.", filepath.Base(path))
	case errors.Is(err, fs.ErrPermission):
		fault = data.Fault(data.CodeNoWrite,
			"The folder “%s” does not let us write “%s”. Please choose another folder.", filepath.Dir(path), filepath.Base(path))
	case errors.Is(err, syscall.EISDIR):
		fault = data.Fault(data.CodeExists,
			"“%s” is a folder, so no file of that name can be written there.", filepath.Base(path))
	}
	fault.Cause = err
	return fault
}

func folderFault(dir string, err error) error {
	fault := data.Fault(data.CodeNoWrite, "The folder “%s” could not be made. Please choose another.", dir)
	fault.Cause = err
	return fault
}
