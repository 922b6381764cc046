//go:build !windows

package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// Given drafts and documents made to be looked at, when they are forgotten, then none is left, and nothing else in the cache goes.
func TestMadeDocumentsAreForgotten(t *testing.T) {
	t.Parallel()
	f := Folders{Cache: t.TempDir()}
	draft, other := filepath.Join(f.Made(), "mail-digest", "message.eml"), filepath.Join(f.Demos(), "x.cop")
	for _, path := range []string{draft, other} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // the second time there is nothing
		if err := f.ForgetMade(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(draft); !os.IsNotExist(err) {
		t.Errorf("the draft is still there: %v", err)
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("something else went: %v", err)
	}
}

// Given documents made two days ago and just now, then only the old ones are forgotten.
func TestOldMadeDocumentsAreForgotten(t *testing.T) {
	t.Parallel()
	f := Folders{Cache: t.TempDir()}
	f.ForgetOldMade(time.Now()) // nothing was made yet
	old, fresh := filepath.Join(f.Made(), "mail-digest"), filepath.Join(f.Made(), "charter.pdf")
	if err := os.MkdirAll(old, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(old, "message.eml"), fresh} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chtimes(old, time.Time{}, time.Now().Add(-48*time.Hour)); err != nil {
		t.Fatal(err)
	}
	f.ForgetOldMade(time.Now())
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("the old draft is still there: %v", err)
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Errorf("the fresh document went: %v", err)
	}
}

func TestUserDocuments(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	for name, tc := range map[string]struct{ text, want string }{
		"in the home folder": {"# comment\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n", filepath.Join(home, "Dokumente")},
		"elsewhere":          {"XDG_DOCUMENTS_DIR=\"/srv/papers\"", "/srv/papers"},
		"none":               {"XDG_DOCUMENTS_DIR=\"$HOME/\"", ""},
		"not said":           {"XDG_MUSIC_DIR=\"$HOME/Music\"", ""},
		"nonsense":           {"XDG_DOCUMENTS_DIR=\"Papers\"", ""},
	} {
		path := filepath.Join(t.TempDir(), "user-dirs.dirs")
		if err := os.WriteFile(path, []byte(tc.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := userDocuments(path, home); got != tc.want {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
	if got := userDocuments(filepath.Join(home, "missing"), home); got != "" {
		t.Errorf("without a file: %q", got)
	}
}

// Given the variables of a Linux account, then folders lie where they say, and in the usual places where they say nothing or nonsense.
func TestFoldersOfAnAccount(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("these are Linux' folders")
	}
	t.Parallel()
	home := t.TempDir()
	config := filepath.Join(home, "settings")
	if err := os.MkdirAll(config, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(config, "user-dirs.dirs"), []byte("XDG_DOCUMENTS_DIR=\"$HOME/Έγγραφα\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		env  map[string]string
		want Folders
	}{
		"usual": {map[string]string{"HOME": home, "XDG_RUNTIME_DIR": "/run/user/7"}, Folders{Documents: filepath.Join(home, "Documents"),
			Cache: filepath.Join(home, ".cache/copleader"), Settings: filepath.Join(home, ".config/copleader"), Runtime: "/run/user/7/copleader"}},
		"said": {map[string]string{"HOME": home, "XDG_CONFIG_HOME": config, "XDG_CACHE_HOME": "/var/tmp/c", "XDG_RUNTIME_DIR": "/run/user/7"},
			Folders{Documents: filepath.Join(home, "Έγγραφα"), Cache: "/var/tmp/c/copleader", Settings: filepath.Join(config, "copleader"), Runtime: "/run/user/7/copleader"}},
		"nonsense": {map[string]string{"HOME": home, "XDG_CONFIG_HOME": "settings", "XDG_CACHE_HOME": "c", "XDG_RUNTIME_DIR": "r"},
			Folders{Documents: filepath.Join(home, "Documents"), Cache: filepath.Join(home, ".cache/copleader"), Settings: filepath.Join(home, ".config/copleader"),
				Runtime: filepath.Join(os.TempDir(), fmt.Sprintf("copleader-%d", os.Getuid()))}},
	} {
		if got := SystemFolders(func(name string) string { return tc.env[name] }); got != tc.want {
			t.Errorf("%s: %+v, want %+v", name, got, tc.want)
		}
	}
}
