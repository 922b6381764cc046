package store

import (
	"os"
	"path/filepath"
	"testing"
)

// Given folders as the programs that keep them alike call and mark them, then each is known, also far below, and others are not.
func TestSharedFolders(t *testing.T) {
	for folder, want := range map[string]string{
		"OneDrive/Documents/CoP Leader":                 "OneDrive",
		"OneDrive - Contoso GmbH/team":                  "OneDrive",
		"Library/CloudStorage/OneDrive-Personal":        "OneDrive",
		"Dropbox/a/b/c":                                 "Dropbox",
		"Dropbox (Personal)":                            "Dropbox",
		"Library/CloudStorage/GoogleDrive-a@b.org/Mine": "Google Drive",
		"Nextcloud/team":                                "Nextcloud",
		"Library/Mobile Documents/com~apple~CloudDocs":  "iCloud",
		"Documents/Dropbox notes":                       "",
		"Documents/onedriver":                           "",
		"Documents/CoP Leader":                          "",
	} {
		path := filepath.Join(t.TempDir(), folder)
		must(t, os.MkdirAll(path, 0o700))
		if s, shared := SharedFolder(path); s.Service != want || shared != (want != "") {
			t.Errorf("%s: %+v, %v", folder, s, shared)
		}
	}
	for left, want := range map[string]string{".stfolder": "Syncthing", ".dropbox": "Dropbox", ".sync_0a1b2c.db": "Nextcloud", ".owncloudsync.log": "ownCloud"} {
		path := t.TempDir()
		below := filepath.Join(path, "deep", "below")
		must(t, os.MkdirAll(below, 0o700))
		must(t, os.WriteFile(filepath.Join(path, left), nil, 0o600))
		if s, _ := SharedFolder(below); s.Service != want {
			t.Errorf("%s: %+v", left, s)
		}
	}
	// A link leads out of it, or into it.
	real, link := filepath.Join(t.TempDir(), "Dropbox"), filepath.Join(t.TempDir(), "team")
	must(t, os.Mkdir(real, 0o700))
	symlink(t, real, link)
	if s, _ := SharedFolder(link); s.Service != "Dropbox" {
		t.Errorf("by a link: %+v", s)
	}
}
