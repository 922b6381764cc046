package desk

import "golang.org/x/sys/windows"

var consoleWindow = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleWindow")

// Alert tells in a box of Windows' own why no window came, or why it went. Whoever started the program by a double click has no console,
// and would see nothing at all; who started it in one has read it there.
func Alert(title, text string) {
	if console, _, _ := consoleWindow.Call(); console != 0 {
		return
	}
	caption, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	body, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, body, caption, windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
}
