package desk

import (
	"net"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// DisplayReachable tells whether a window can be opened. Where it cannot, the window's library would end the program with a
// trace of its calls, so it is asked beforehand.
func DisplayReachable(env func(name string) string) bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	return waylandReachable(env) || x11Reachable(env("DISPLAY"))
}

func waylandReachable(env func(string) string) bool {
	name := env("WAYLAND_DISPLAY")
	if name == "" || env("FYNE_PLATFORM") == "x11" {
		return false
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(env("XDG_RUNTIME_DIR"), name)
	}
	return answers("unix", name)
}

// x11Reachable reads a display's name, host:number.screen, of which host and screen may be missing.
func x11Reachable(display string) bool {
	at := strings.LastIndex(display, ":")
	if at < 0 {
		return false
	}
	host := display[:at]
	digits, _, _ := strings.Cut(display[at+1:], ".")
	number, err := strconv.Atoi(digits)
	switch {
	case err != nil || number < 0:
		return false
	case strings.HasPrefix(host, "/"): // the socket itself, as macOS gives it
		return answers("unix", display)
	case host == "" || host == "unix":
		socket := "/tmp/.X11-unix/X" + digits
		return answers("unix", socket) || answers("unix", "@"+socket)
	}
	return answers("tcp", net.JoinHostPort(host, strconv.Itoa(6000+number)))
}

func answers(network, address string) bool {
	c, err := net.DialTimeout(network, address, 3*time.Second)
	if err != nil {
		return false
	}
	_ = c.Close()
	return true
}
