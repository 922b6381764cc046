package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"

	"copleader/data"
)

// Ext ends the names of community files.
const Ext = ".cop"

// applicationID marks a community file in the database header: "CoPL".
const applicationID = 0x436F504C

// Places in the header of an SQLite database, from its file format.
const (
	headerSize       = 100
	userVersionAt    = 60
	applicationIDAt  = 68
	sqliteMagic      = "SQLite format 3\x00"
	rollbackJournal  = "-journal" // what SQLite appends for the journal of a change
	writeAhead       = "-wal"     // what another way of writing keeps there
	sharedMemory     = "-shm"     // and an index of that
	journalHeaderLen = 28         // a shorter journal holds nothing to roll back
)

// inspect looks at the file without SQLite, which would take an empty file for
// an empty database and would roll back a foreign program's journal. The version
// is trusted only when no change was cut off.
func inspect(path string, newest int) (os.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, data.Fault(data.CodeNotCommunity,
			"“%s” is a folder or a device, not a community file; please choose a file.", shortName(path))
	}
	if info.Size() == 0 {
		return nil, data.Fault(data.CodeNotCommunity,
			"“%s” is empty, so there is no community in it; a synchronised folder may still be fetching it. Nothing was changed.",
			shortName(path))
	}
	if err := plainBeside(path); err != nil {
		return nil, err
	}
	if openHere(info) {
		return info, nil // it was looked at when it was opened, and SQLite looks again
	}
	header, err := readHeader(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if !isOurs(header) {
		return nil, data.Fault(data.CodeNotCommunity,
			"“%s” is not a community file; nothing was changed. Please choose a file that CoP Leader made.", shortName(path))
	}
	version := int(int32(binary.BigEndian.Uint32(header[userVersionAt:])))
	if version > newest && !cutOff(path) {
		return nil, tooNew(path)
	}
	return info, nil
}

// isOurs reports whether a file that begins so is a community file.
func isOurs(header []byte) bool {
	return len(header) == headerSize && bytes.HasPrefix(header, []byte(sqliteMagic)) &&
		binary.BigEndian.Uint32(header[applicationIDAt:]) == applicationID
}

// plainBeside refuses a file beside which something lies that is no plain file under
// a name that SQLite would open: it could wait for ever, or write somewhere else.
func plainBeside(path string) error {
	for _, suffix := range besides {
		info, err := os.Lstat(path + suffix)
		if err == nil && !info.Mode().IsRegular() {
			return data.Fault(data.CodeUnreadable,
				"Beside “%s” lies “%s”, which is no plain file, so it was not opened; nothing was changed. Please move that elsewhere first.",
				shortName(path), shortName(path+suffix))
		}
	}
	return nil
}

// readHeader gives the first bytes of the file, fewer if it is shorter.
func readHeader(path string) ([]byte, error) {
	f, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	header := make([]byte, headerSize)
	n, err := io.ReadFull(f, header)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return header[:n], nil
}

// cutOff reports whether a change was under way when the program last stopped.
func cutOff(path string) bool {
	return len(leftovers(path)) > 0
}

func unreadable(path string, err error) error {
	fault := data.Fault(data.CodeUnreadable,
		"“%s” cannot be read; nothing was changed. Please check that its disk is connected and that you may open it.",
		shortName(path))
	if errors.Is(err, fs.ErrNotExist) {
		fault = data.Fault(data.CodeNotFound,
			"“%s” is not there any more; it may have been moved or renamed. Please choose where it is now.", shortName(path))
	} else if errors.Is(err, fs.ErrPermission) {
		fault = data.Fault(data.CodeUnreadable,
			"You have no permission to read “%s”; nothing was changed. Please ask whoever owns the file.", shortName(path))
	}
	fault.Cause = err
	return fault
}

func tooNew(path string) error {
	return data.Fault(data.CodeNewer,
		"“%s” was made by a newer version of CoP Leader; nothing was changed. Please install the newer version to open it.",
		shortName(path))
}
