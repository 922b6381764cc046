package store

import "testing"

// Given the system's list of what is mounted where, then a folder on another computer is known by the mount it lies in.
func TestFoldersOnTheNetwork(t *testing.T) {
	const mounts = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /mnt/team rw,relatime - nfs4 server:/team rw
41 22 0:41 / /mnt/with\040space rw,relatime - cifs //server/share rw
42 22 0:42 / /home/ana/far rw,nosuid shared:2 - fuse.sshfs ana@server: rw
43 22 0:43 / /mnt/c rw - 9p C:\134 rw
44 40 8:2 / /mnt/team/local rw - ext4 /dev/sdb1 rw
45 22 8:3 / /mnt/covered rw - nfs server:/x rw
46 45 8:3 / /mnt/covered rw - ext4 /dev/sdc1 rw
a line that is none
`
	for folder, network := range map[string]bool{
		"/home/ana/Documents": false, "/mnt/team": true, "/mnt/team/a/b": true, "/mnt/teamwork": false, "/mnt/with space/x": true,
		"/home/ana/far/x": true, "/mnt/c/Users": true, "/mnt/team/local/x": false, "/mnt/covered/x": false, "/": false,
	} {
		if kind := mountedKind(mounts, folder); networkKinds[kind] != network {
			t.Errorf("%s lies in %q", folder, kind)
		}
	}
}
