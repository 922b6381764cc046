package ui

import (
	"bufio"
	"errors"
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

// SystemFolders asks the system, through the variables of its environment.
func SystemFolders(env func(name string) string) Folders {
	home := env("HOME")
	if runtime.GOOS == "windows" {
		home = env("USERPROFILE")
	}
	return Folders{Documents: documentsFolder(env, home), Cache: filepath.Join(cacheFolder(env, home), "copleader"),
		Settings: filepath.Join(settingsFolder(env, home), "copleader"), Runtime: runtimeFolder(env)}
}

// Fonts holds the index of the system's fonts.
func (f Folders) Fonts() string { return filepath.Join(f.Cache, "fonts") }

// Demos holds the copies of the demo.
func (f Folders) Demos() string { return filepath.Join(f.Cache, "demo") }

// made holds documents that were made to be looked at.
func (f Folders) made() string { return filepath.Join(f.Cache, "documents") }

// madeStays is how long a document that was made to be looked at stays: whoever opened it may still be reading, and a draft may
// wait to be sent.
const madeStays = 24 * time.Hour

// forgetOldMade removes what was made to be looked at before yesterday, since it may name people. What can't be removed stays
// until the next time.
func (f Folders) forgetOldMade(now time.Time) {
	entries, err := os.ReadDir(f.made())
	if err != nil {
		return // nothing was made yet
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > madeStays {
			_ = os.RemoveAll(filepath.Join(f.made(), e.Name()))
		}
	}
}

// forgetMade removes what the program wrote beside the file and its copies, and what may name somebody who was erased.
func (w *Window) forgetMade() error {
	w.setup.Log.Forget()
	return w.setup.Folders.forgetMade()
}

// forgetMade removes the documents and drafts that were made to be looked at; a failure is a data.Error.
func (f Folders) forgetMade() error {
	if err := os.RemoveAll(f.made()); err != nil {
		fault := data.Fault(data.CodeNoWrite, "The person was erased, but documents made before in “%s” could not be removed and may still name them. Please remove that folder by hand.", f.made())
		fault.Cause = err
		return fault
	}
	return nil
}

// preview holds what makes the viewer of documents start quickly.
func (f Folders) preview() string { return filepath.Join(f.Cache, "preview") }

// Communities is where new communities are put.
func (f Folders) Communities() string { return filepath.Join(f.Documents, "CoP Leader") }

// makeCommunities makes the folder of new communities if it is missing; a failure is a data.Error.
func (f Folders) makeCommunities() (string, error) {
	folder := f.Communities()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		fault := data.Fault(data.CodeNoWrite, "The folder “%s” could not be made, so nothing was written. Please check that you may write there.", folder)
		fault.Cause = err
		return "", fault
	}
	return folder, nil
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

// freeName is the first name in a folder that nothing has yet: "My community.cop", "My community 2.cop".
func freeName(folder, name string) string {
	ext := filepath.Ext(name)
	for n := 1; ; n++ {
		try := name
		if n > 1 {
			try = fmt.Sprintf("%s %d%s", strings.TrimSuffix(name, ext), n, ext)
		}
		path := filepath.Join(folder, try)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) || n > 999 {
			return path
		}
	}
}

// localZone is the IANA name of this computer's time zone, or UTC where the system doesn't tell.
func localZone() string {
	candidates := []string{strings.TrimPrefix(os.Getenv("TZ"), ":")}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(filepath.ToSlash(link), "zoneinfo/"); ok {
			candidates = append(candidates, name)
		}
	}
	if text, err := os.ReadFile("/etc/timezone"); err == nil {
		candidates = append(candidates, strings.TrimSpace(string(text)))
	}
	for _, name := range candidates {
		if _, err := time.LoadLocation(name); err == nil && name != "" && name != "Local" {
			return name
		}
	}
	return "UTC"
}
