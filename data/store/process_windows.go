package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// stillActive is the exit code of a process that has not ended.
const stillActive = 259

// systemProcess reads what Windows tells. The machine's id is not for others to
// see, so only a digest of it is kept.
func systemProcess() (p process) {
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, `SOFTWARE\Microsoft\Cryptography`, registry.QUERY_VALUE|registry.WOW64_64KEY)
	if err != nil {
		return p
	}
	defer func() { _ = key.Close() }()
	if id, _, err := key.GetStringValue("MachineGuid"); err == nil && id != "" {
		sum := sha256.Sum256([]byte("copleader lock " + id))
		p.Machine = hex.EncodeToString(sum[:8])
	}
	return p
}

// processStarted reports whether the process lives and when it began. Windows gives
// numbers out again quickly, so a number alone says nothing.
func processStarted(pid int) (started string, alive bool) {
	handle, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return "", errors.Is(err, windows.ERROR_ACCESS_DENIED) // another user's, but there
	}
	defer func() { _ = windows.CloseHandle(handle) }()
	var code uint32
	if err := windows.GetExitCodeProcess(handle, &code); err == nil && code != stillActive {
		return "", false
	}
	var created, exited, kernel, user windows.Filetime
	if err := windows.GetProcessTimes(handle, &created, &exited, &kernel, &user); err != nil {
		return "", true
	}
	return strconv.FormatInt(created.Nanoseconds(), 10), true
}
