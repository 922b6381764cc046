package desk

import (
	"bufio"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"copleader/data"
)

// Folders are where things lie on this computer.
type Folders struct {
	// Documents is the person's own folder for documents.
	Documents string
	// Cache holds what can be made again: demo copies, the index of fonts, documents made to be looked at, the log.
	Cache string
	// Settings holds what the window remembers about itself and this computer.
	Settings string
	// Runtime holds what is of use until the account's session ends, "" where there is no such folder. It lies in memory as a rule.
	Runtime string
}

// SystemFolders asks the system: Windows itself, which knows where folders were moved to, else the variables of the environment.
func SystemFolders(env func(name string) string) Folders {
	home := env("HOME")
	if runtime.GOOS == "windows" {
		home = env("USERPROFILE")
	}
	documents := cmp.Or(known(folderDocuments), documentsFolder(env, home))
	cache := cmp.Or(known(folderCache), cacheFolder(env, home))
	settings := cmp.Or(known(folderSettings), settingsFolder(env, home))
	return Folders{Documents: documents, Cache: filepath.Join(cache, "copleader"),
		Settings: filepath.Join(settings, "copleader"), Runtime: runtimeFolder(env)}
}

// The folders that a system may know by itself.
const (
	folderDocuments = iota
	folderCache
	folderSettings
)

// Knocks is where later starts leave word for a window.
func (f Folders) Knocks() string { return filepath.Join(f.Cache, "knocks") }

// Fonts holds the index of the system's fonts.
func (f Folders) Fonts() string { return filepath.Join(f.Cache, "fonts") }

// Demos holds the copies of the demo.
func (f Folders) Demos() string { return filepath.Join(f.Cache, "demo") }

// Made holds documents that were made to be looked at.
func (f Folders) Made() string { return filepath.Join(f.Cache, "documents") }

// madeStays is how long a document that was made to be looked at stays: whoever opened it may still be reading, and a draft may
// wait to be sent.
const madeStays = 24 * time.Hour

// ForgetOldMade removes what was made to be looked at before yesterday, since it may name people. What can't be removed stays
// until the next time.
func (f Folders) ForgetOldMade(now time.Time) {
	entries, err := os.ReadDir(f.Made())
	if err != nil {
		return // nothing was made yet
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > madeStays {
			_ = os.RemoveAll(filepath.Join(f.Made(), e.Name()))
		}
	}
}

// ForgetMade removes the documents and drafts that were made to be looked at; a failure is a data.Error.
func (f Folders) ForgetMade() error {
	if err := os.RemoveAll(f.Made()); err != nil {
		fault := data.Fault(data.CodeNoWrite, "The person was forgotten, but documents made before in “%s” could not be removed and may still name them. Please remove that folder by hand.", f.Made())
		fault.Cause = err
		return fault
	}
	return nil
}

// Preview holds what makes the viewer of documents start quickly.
func (f Folders) Preview() string { return filepath.Join(f.Cache, "preview") }

// Communities is where new communities are put.
func (f Folders) Communities() string { return filepath.Join(f.Documents, "CoP Leader") }

// MakeCommunities makes the folder of new communities if it is missing; a failure is a data.Error.
func (f Folders) MakeCommunities() (string, error) {
	folder := f.Communities()
	return folder, MakeFolder(folder, 0o755)
}

// MakeFolder makes a folder, and those above it, if it is missing; a failure is a data.Error.
func MakeFolder(folder string, mode fs.FileMode) error {
	err := os.MkdirAll(folder, mode)
	if err == nil {
		return nil
	}
	fault := data.Fault(data.CodeNoWrite, "The folder “%s” could not be made, so nothing was written. Please check that you may write there.", folder)
	fault.Cause = err
	return fault
}

// Backups is where the copies of communities are kept, one a day each.
func (f Folders) Backups() string { return filepath.Join(f.Communities(), "Backups") }

func cacheFolder(env func(string) string, home string) string {
	switch {
	case runtime.GOOS == "windows" && env("LocalAppData") != "":
		return env("LocalAppData")
	case home == "":
		return os.TempDir()
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Caches")
	case filepath.IsAbs(env("XDG_CACHE_HOME")):
		return env("XDG_CACHE_HOME")
	}
	return filepath.Join(home, ".cache")
}

// runtimeFolder is where an account keeps what is of use while its session lasts. Where the system names no such folder it is the one
// for what is temporary, on Unix one that is made for this account alone.
func runtimeFolder(env func(string) string) string {
	if dir := env("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "copleader")
	}
	if runtime.GOOS == "windows" {
		return filepath.Join(os.TempDir(), "copleader")
	}
	return filepath.Join(os.TempDir(), fmt.Sprintf("copleader-%d", os.Getuid()))
}

// settingsFolder is where the account keeps settings of programs.
func settingsFolder(env func(string) string, home string) string {
	switch {
	case runtime.GOOS == "windows" && env("AppData") != "":
		return env("AppData")
	case home == "":
		return os.TempDir()
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support")
	case filepath.IsAbs(env("XDG_CONFIG_HOME")):
		return env("XDG_CONFIG_HOME")
	}
	return filepath.Join(home, ".config")
}

func documentsFolder(env func(string) string, home string) string {
	if home == "" {
		return os.TempDir()
	}
	if runtime.GOOS != "windows" && runtime.GOOS != "darwin" {
		if named := userDocuments(filepath.Join(settingsFolder(env, home), "user-dirs.dirs"), home); named != "" {
			return named
		}
	}
	return filepath.Join(home, "Documents")
}

// userDocuments reads the folder for documents from the file in which Linux desktops keep it, XDG_DOCUMENTS_DIR="$HOME/Dokumente";
// the home folder itself means that there is none.
func userDocuments(path, home string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		value, ours := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR=")
		if !ours {
			continue
		}
		folder := strings.Trim(value, `"`)
		if rest, inHome := strings.CutPrefix(folder, "$HOME"); inHome {
			folder = filepath.Join(home, rest)
		}
		if filepath.IsAbs(folder) && filepath.Clean(folder) != filepath.Clean(home) {
			return folder
		}
	}
	return ""
}
