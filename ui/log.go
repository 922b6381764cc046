package ui

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"copleader/ui/desk"
)

// The log's file, and the one that tells the next start of a fault that ended the window.
const (
	logFile   = "log.txt"
	crashFile = "stopped.txt"
	logMost   = 1 << 20 // bytes, beyond which the log begins anew and the one before is kept
)

// Log keeps what went wrong, whole, for whoever looks into it. It never leaves the computer by itself.
type Log struct {
	folder string
	file   *os.File
	logger *log.Logger
}

// OpenLog opens the log in the cache folder; what is written there is said on standard error too. A log that cannot be opened
// is done without.
func OpenLog(folders desk.Folders, stderr io.Writer) *Log {
	l := &Log{folder: folders.Cache}
	out := stderr
	if os.MkdirAll(l.folder, 0o700) == nil {
		if info, err := os.Stat(l.Path()); err == nil && info.Size() > logMost {
			_ = os.Rename(l.Path(), l.Path()+".old")
		}
		if f, err := os.OpenFile(l.Path(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600); err == nil {
			l.file = f
			out = io.MultiWriter(stderr, f)
		}
	}
	l.logger = log.New(out, "", log.LstdFlags)
	log.SetOutput(out) // Fyne says there what goes wrong in it
	return l
}

// Path is where the log lies.
func (l *Log) Path() string { return filepath.Join(l.folder, logFile) }

// Printf notes something.
func (l *Log) Printf(format string, args ...any) {
	if l != nil {
		l.logger.Printf(format, args...)
	}
}

// Close closes the file.
func (l *Log) Close() {
	if l.file != nil {
		log.SetOutput(os.Stderr)
		_ = l.file.Close()
	}
}

// Forget begins the log anew: what was said in it may name somebody who was erased.
func (l *Log) Forget() {
	if l == nil {
		return
	}
	_ = os.Remove(l.Path() + ".old")
	if l.file != nil {
		_ = l.file.Truncate(0) // it is written at its end
	}
	l.Printf("the log begins anew, since somebody was erased")
}

// forgetMade removes what the program wrote beside the file and its copies, and what may name somebody who was erased.
func (w *Window) forgetMade() error {
	w.setup.Log.Forget()
	return w.setup.Folders.ForgetMade()
}

// Crash notes a fault that ended the window, for the log and for the next start. To be called while recovering.
func (l *Log) Crash(reason any) {
	what := fmt.Sprintf("%s\n%v\n\n%s", time.Now().Format(time.RFC3339), reason, debug.Stack())
	l.Printf("the window ended: %s", what)
	_ = os.WriteFile(filepath.Join(l.folder, crashFile), []byte(what), 0o600)
}

// lastCrash gives what Crash noted at the last start, once.
func (l *Log) lastCrash() string {
	if l == nil {
		return ""
	}
	path := filepath.Join(l.folder, crashFile)
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	_ = os.Remove(path)
	return string(text)
}
