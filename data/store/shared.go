package store

import (
	"os"
	"path/filepath"
	"strings"
)

// Shared says why what lies in a folder may be written elsewhere too.
type Shared struct {
	Service string // the program that keeps the folder alike on several computers: "OneDrive"
	Network bool   // the folder lies on another computer
}

// SharedFolder tells whether a folder is kept alike on several computers by a program, as far as its name and what the program left in
// it or above it tell, or lies on another computer.
func SharedFolder(folder string) (s Shared, shared bool) {
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	for at := folder; ; at = filepath.Dir(at) {
		if service := serviceOf(at); service != "" {
			return Shared{Service: service}, true
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	if onNetwork(folder) {
		return Shared{Network: true}, true
	}
	return Shared{}, false
}

// services are the programs that keep folders alike: what they call the folder, and what they leave in it. A name ending in "*" is the
// beginning of one.
var services = []struct {
	name    string
	folders []string
	left    []string
}{
	{"OneDrive", []string{"onedrive", "onedrive - *", "onedrive-*"}, nil},
	{"Dropbox", []string{"dropbox", "dropbox (*", "dropbox-*"}, []string{".dropbox", ".dropbox.cache"}},
	{"Google Drive", []string{"google drive", "googledrive", "googledrive-*", "my drive"}, []string{".tmp.drivedownload", ".tmp.driveupload"}},
	{"iCloud", []string{"icloud drive", "iclouddrive", "mobile documents", "com~apple~clouddocs"}, nil},
	{"Nextcloud", []string{"nextcloud"}, []string{".nextcloudsync.log"}},
	{"ownCloud", []string{"owncloud"}, []string{".owncloudsync.log"}},
	{"Syncthing", nil, []string{".stfolder"}},
}

// serviceOf is the program that keeps a folder alike, "" for none.
func serviceOf(folder string) string {
	name := strings.ToLower(filepath.Base(folder))
	for _, s := range services {
		for _, wanted := range s.folders {
			beginning, open := strings.CutSuffix(wanted, "*")
			if name == wanted || open && strings.HasPrefix(name, beginning) {
				return s.name
			}
		}
		for _, left := range s.left {
			if _, err := os.Lstat(filepath.Join(folder, left)); err == nil {
				return s.name
			}
		}
	}
	// The database in which Nextcloud and ownCloud remember what they have seen: .sync_0123456789ab.db
	for _, begin := range []string{".sync_", "._sync_"} {
		if len(called(folder, begin, ".db")) > 0 {
			return "Nextcloud"
		}
	}
	return ""
}
