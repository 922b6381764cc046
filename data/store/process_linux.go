package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// startField is the place of the start time among the fields of /proc/PID/stat
// that follow the command, which is in brackets and may hold anything.
const startField = 19

// systemProcess reads what the kernel tells. The machine's id is not for others
// to see, so only a digest of it is kept.
func systemProcess() process {
	var p process
	if id, err := os.ReadFile("/etc/machine-id"); err == nil && len(bytes.TrimSpace(id)) > 0 {
		sum := sha256.Sum256(append([]byte("copleader lock "), bytes.TrimSpace(id)...))
		p.Machine = hex.EncodeToString(sum[:8])
	}
	if boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id"); err == nil {
		p.Boot = strings.TrimSpace(string(boot))
	}
	p.Space, _ = os.Readlink("/proc/self/ns/pid")
	return p
}

// processStarted reports whether the process lives and, if the system tells,
// when it began.
func processStarted(pid int) (started string, alive bool) {
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "stat"))
	if err != nil {
		return "", !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
	}
	_, after, _ := strings.Cut(string(stat[bytes.LastIndexByte(stat, ')')+1:]), " ")
	fields := strings.Fields(after)
	if len(fields) <= startField {
		return "", true
	}
	dead := fields[0] == "Z" || fields[0] == "X"
	return fields[startField], !dead
}
