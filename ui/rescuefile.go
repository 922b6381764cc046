package ui

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"copleader/data/disk"
	"copleader/ui/desk"
	"copleader/ui/kit"
)

// rescued is the note of what was typed into one file and is not in it.
type rescued struct {
	File  string  `json:"file"` // "" for what was typed while none was open
	Texts []noted `json:"texts"`
}

// noted is a text with whose it is: its file may be another community's by the time it is read, and its row another person.
type noted struct {
	kit.Unkept
	// Identity is the community's, and Community its name.
	Identity  string `json:"identity,omitempty"`
	Community string `json:"community,omitempty"`
	// Called is what the row is called in the file.
	Called string `json:"called,omitempty"`
	// Page is where a dialog was opened.
	Page string `json:"page,omitempty"`
}

// noteMost is how long a note may be; a field holds some ten thousand characters at most.
const noteMost = 4 << 20

// noteName is what the note of a file is called.
func noteName(path string) string {
	sum := sha256.Sum256([]byte(path))
	return "unkept-" + hex.EncodeToString(sum[:8]) + ".json"
}

// notesFolders are where notes are kept: beside the settings, or where that disk is full in the account's folder for what is running,
// which lies in memory.
func notesFolders(f desk.Folders) []string {
	if f.Runtime == "" || !isPrivate(f.Runtime) {
		return []string{f.Settings}
	}
	return []string{f.Settings, f.Runtime}
}

// isPrivate tells whether a folder is, or will be, this account's alone: one among what is temporary may be somebody else's trap.
func isPrivate(folder string) bool {
	info, err := os.Lstat(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return true
	}
	return err == nil && info.IsDir() && (runtime.GOOS == "windows" || info.Mode().Perm()&0o077 == 0)
}

// writeNote keeps a note in the first of the folders that takes it, and removes it from the others; one without texts is removed.
func writeNote(f desk.Folders, n rescued) error {
	name, kept := noteName(n.File), ""
	sweepDrafts(f, name)
	var failed []error
	if len(n.Texts) > 0 {
		for _, folder := range notesFolders(f) {
			err := writePrivately(folder, name, n)
			if err == nil {
				kept = folder
				break
			}
			failed = append(failed, err)
		}
		if kept == "" {
			return errors.Join(failed...) // an older note stays, which is better than none
		}
	}
	failed = nil
	for _, folder := range notesFolders(f) {
		if folder == kept {
			continue
		}
		if err := disk.Remove(filepath.Join(folder, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// sweepDrafts removes what a start that was cut off left of a note it was writing.
func sweepDrafts(f desk.Folders, name string) {
	for _, folder := range notesFolders(f) {
		drafts, _ := filepath.Glob(filepath.Join(folder, "."+name+".*.new")) // the pattern is right
		for _, draft := range drafts {
			_ = os.Remove(draft) // one that stays is swept by the next note
		}
	}
}

// writePrivately writes a note beside its place and renames it, so that a failure leaves the older one whole. Only the leader may read it.
func writePrivately(folder, name string, n rescued) (err error) {
	content, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	draft, err := os.CreateTemp(folder, "."+name+".*.new") // which only the owner may read
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(draft.Name()) // nothing better can be done about a leftover
		}
	}()
	if _, err = draft.Write(append(content, '\n')); err == nil {
		err = draft.Sync()
	}
	if closing := draft.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return disk.Rename(draft.Name(), filepath.Join(folder, name))
}

// readNotes reads all notes there are. Where both folders have one of the same file, the newer counts; what is none is passed over.
func readNotes(f desk.Folders) []rescued {
	var all []rescued
	newest := map[string]fs.FileInfo{}
	for _, folder := range notesFolders(f) {
		paths, _ := filepath.Glob(filepath.Join(folder, "unkept-*.json")) // the pattern is right
		for _, path := range paths {
			n, info, err := readNote(path)
			if err != nil {
				continue
			}
			at := slices.IndexFunc(all, func(old rescued) bool { return old.File == n.File })
			switch {
			case at < 0:
				all = append(all, n)
			case info.ModTime().Before(newest[n.File].ModTime()):
				continue
			default:
				all[at] = n
			}
			newest[n.File] = info
		}
	}
	return all
}

func readNote(path string) (n rescued, info fs.FileInfo, err error) {
	info, err = os.Lstat(path)
	if err != nil {
		return n, nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > noteMost {
		return n, nil, fmt.Errorf("%s is no note", path)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return n, nil, err
	}
	if err := json.Unmarshal(content, &n); err != nil {
		return n, nil, err
	}
	if noteName(n.File) != filepath.Base(path) || len(n.Texts) == 0 {
		return n, nil, fmt.Errorf("%s is another file's note", path)
	}
	return n, info, nil
}
