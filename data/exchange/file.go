package exchange

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// File is a file that somebody chose to read. Its name is shown while the leader
// decides, and never kept with answers.
type File struct {
	Name    string
	Content []byte
	Err     error // why it could not be read
}

// Files reads chosen files, none of them further than a workbook may reach.
func Files(paths ...string) []File {
	files := make([]File, len(paths))
	for i, path := range paths {
		files[i].Name = filepath.Base(path)
		files[i].Content, files[i].Err = readUpTo(path, MaxFile+1)
	}
	return files
}

func readUpTo(path string, most int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, most))
}

// Delete takes files away whose answers are kept, and names those that stay: whoever
// gets at one sees whose answers they are. Nothing but a plain file is taken away.
func Delete(paths ...string) (left []string) {
	for _, path := range paths {
		info, err := os.Lstat(path)
		if err == nil && info.Mode().IsRegular() {
			err = os.Remove(path)
		} else if err == nil {
			err = os.ErrInvalid
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			left = append(left, filepath.Base(path))
		}
	}
	return left
}
