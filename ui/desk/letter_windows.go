package desk

import (
	"context"
	"runtime"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// ways are those of Windows.
var ways = []asking{{ByMAPI, Mail.askMAPI}}

// Simple MAPI, as Windows describes it.
const (
	mapiLogonUI    = 0x1
	mapiDialog     = 0x8
	mapiTo         = 1
	mapiBcc        = 3
	mapiAnywhere   = 0xFFFFFFFF // a file stands at no place in the text
	mapiSuccess    = 0
	mapiUserAbort  = 1
	mapiMailClient = `Software\Clients\Mail`
)

type mapiRecipient struct {
	_             uint32
	class         uint32
	name, address *uint16
	_             uint32
	_             uintptr
}

type mapiFile struct {
	_, _     uint32
	position uint32
	path     *uint16
	name     *uint16
	_        uintptr
}

type mapiMessage struct {
	_             uint32
	subject, text *uint16
	_, _, _       *uint16
	_             uint32
	_             *mapiRecipient
	readers       uint32
	reader        *mapiRecipient
	files         uint32
	file          *mapiFile
}

// askMAPI asks the standard mail program. Its call lasts until the letter's window is closed, so that one that lasts has opened it.
func (m Mail) askMAPI(_ context.Context, l Letter) (Answer, bool) {
	call := windows.NewLazySystemDLL("mapi32.dll").NewProc("MAPISendMailW")
	if !hasMailClient() || call.Find() != nil {
		return NoAnswer, false // without a program Windows would complain in a window of its own
	}
	message, err := mapiLetter(l)
	if err != nil {
		return NoAnswer, false
	}
	LetForward()
	codes := make(chan uintptr, 1)
	go func() {
		runtime.LockOSThread() // its window lives on this thread, which ends with it
		code, _, _ := call.Call(0, 0, uintptr(unsafe.Pointer(message)), mapiLogonUI|mapiDialog, 0)
		codes <- code
	}()
	select {
	case <-time.After(m.patience):
		return Taken, true
	case code := <-codes:
		switch code {
		case mapiSuccess:
			return Closed, true
		case mapiUserAbort:
			return Cancelled, true
		}
		return NoAnswer, false
	}
}

// hasMailClient tells whether a mail program is the standard one, of this account or of the computer, and takes letters by this call. The
// new Outlook and the mail programs of the Store don't; Windows would complain of one that names no library.
func hasMailClient() bool {
	roots := []registry.Key{registry.CURRENT_USER, registry.LOCAL_MACHINE}
	for _, root := range roots {
		name := registered(root, mapiMailClient, "")
		if name == "" {
			continue
		}
		for _, root := range roots {
			for _, library := range []string{"DLLPath", "DLLPathEx", "MSIComponentID"} {
				if registered(root, mapiMailClient+`\`+name, library) != "" {
					return true
				}
			}
		}
		return false
	}
	return false
}

// registered is a value of the registry, "" where there is none.
func registered(root registry.Key, path, name string) string {
	key, err := registry.OpenKey(root, path, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer func() { _ = key.Close() }()
	value, _, err := key.GetStringValue(name)
	if err != nil {
		return ""
	}
	return value
}

// mapiLetter lays a letter out as Windows reads it.
func mapiLetter(l Letter) (*mapiMessage, error) {
	var failed error
	text := func(s string) *uint16 {
		p, err := windows.UTF16PtrFromString(s)
		if err != nil {
			failed = err // a NUL
		}
		return p
	}
	var readers []mapiRecipient
	add := func(class uint32, list []Reader) {
		for _, r := range list {
			name := r.Name
			if name == "" {
				name = r.Email
			}
			readers = append(readers, mapiRecipient{class: class, name: text(name), address: text("SMTP:" + r.Email)})
		}
	}
	add(mapiTo, l.To)
	add(mapiBcc, l.Bcc)
	var files []mapiFile
	for _, path := range l.Files {
		files = append(files, mapiFile{position: mapiAnywhere, path: text(path)})
	}
	lines := strings.ReplaceAll(strings.ReplaceAll(l.Text, "\r\n", "\n"), "\n", "\r\n") // else some programs show one line
	m := &mapiMessage{subject: text(l.Subject), text: text(lines), readers: uint32(len(readers)), files: uint32(len(files))}
	if len(readers) > 0 {
		m.reader = &readers[0]
	}
	if len(files) > 0 {
		m.file = &files[0]
	}
	return m, failed
}
