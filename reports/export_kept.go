package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// MadeList is the file in a folder of exports that knows what each was when it was made:
// a file that is another now was changed by somebody.
const MadeList = ".made-by-copleader"

// madeFiles are the sums of files by name, as they were made.
type madeFiles map[string]string

func readMade(dir string) madeFiles {
	made := madeFiles{}
	text, err := os.ReadFile(filepath.Join(dir, MadeList))
	if err != nil {
		return made // none yet: then every other file is taken for somebody's own
	}
	for line := range strings.Lines(string(text)) {
		if sum, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok {
			made[name] = sum
		}
	}
	return made
}

func (m madeFiles) write(dir string) error {
	if len(m) == 0 {
		return nil
	}
	var text strings.Builder
	for _, name := range slices.Sorted(maps.Keys(m)) {
		fmt.Fprintf(&text, "%s  %s\n", m[name], name)
	}
	return WriteFile(filepath.Join(dir, MadeList), []byte(text.String()))
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// put writes a document into the folder. An older file of its name that was changed
// since it was made is kept beside it, and its new place is given.
func (m madeFiles) put(path string, content []byte) (kept string, err error) {
	name := filepath.Base(path)
	old, err := os.ReadFile(path)
	switch {
	case err == nil && !bytes.Equal(old, content) && m[name] != sumOf(old):
		if kept, err = keepBeside(path, old); err != nil {
			return "", err
		}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		if info, statErr := os.Stat(path); statErr != nil || !info.IsDir() {
			return "", fileFault(path, err) // what can't be read may be somebody's work
		}
	}
	if err := WriteFile(path, content); err != nil {
		return kept, err
	}
	m[name] = sumOf(content)
	return kept, nil
}

// keepBeside writes a file's content under a name of its own, with "changed" before its ending.
func keepBeside(path string, content []byte) (string, error) {
	ending := filepath.Ext(path)
	for n := 1; ; n++ {
		beside := strings.TrimSuffix(path, ending) + ".changed" + ending
		if n > 1 {
			beside = fmt.Sprintf("%s.changed-%d%s", strings.TrimSuffix(path, ending), n, ending)
		}
		if _, err := os.Lstat(beside); errors.Is(err, fs.ErrNotExist) {
			return beside, WriteFile(beside, content)
		} else if err != nil || n == 1000 {
			return "", fileFault(beside, err)
		}
	}
}
