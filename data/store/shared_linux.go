package store

import (
	"os"
	"path/filepath"
	"strings"
)

// networkKinds are the file systems that lie on another computer.
var networkKinds = map[string]bool{
	"nfs": true, "nfs4": true, "cifs": true, "smb2": true, "smb3": true, "smbfs": true, "9p": true, "afs": true, "ceph": true, "glusterfs": true,
	"davfs": true, "fuse.sshfs": true, "fuse.rclone": true, "fuse.davfs2": true, "fuse.gvfsd-fuse": true, "fuse.glusterfs": true, "fuse.s3fs": true,
}

// onNetwork asks the list of what is mounted where, which doesn't wait for another computer as asking the folder itself could.
func onNetwork(folder string) bool {
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	return err == nil && networkKinds[mountedKind(string(mounts), folder)]
}

// mountedKind is the kind of file system that a folder lies in, "" where the list doesn't tell.
func mountedKind(mounts, folder string) (kind string) {
	longest := -1
	for line := range strings.Lines(mounts) {
		before, after, ok := strings.Cut(line, " - ")
		fields, kinds := strings.Fields(before), strings.Fields(after)
		if !ok || len(fields) < 5 || len(kinds) < 1 {
			continue
		}
		// Of several at one place, the last lies on top.
		if at := unescapeMount(fields[4]); len(at) >= longest && within(folder, at) {
			longest, kind = len(at), kinds[0]
		}
	}
	return kind
}

// unescapeMount reads the characters that the list writes in octal.
var unescapeMount = strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace

// within reports whether a folder is the other or lies in it.
func within(folder, other string) bool {
	rest, err := filepath.Rel(other, folder)
	return err == nil && rest != ".." && !strings.HasPrefix(rest, "../")
}
