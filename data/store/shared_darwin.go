package store

import (
	"strings"
	"syscall"
)

// onNetwork asks which kind of file system the folder lies in.
func onNetwork(folder string) bool {
	var s syscall.Statfs_t
	if syscall.Statfs(folder, &s) != nil {
		return false
	}
	var kind strings.Builder
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		kind.WriteByte(byte(c))
	}
	switch kind.String() {
	case "smbfs", "nfs", "afpfs", "webdav":
		return true
	}
	return false
}
