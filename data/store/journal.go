package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/disk"
)

// What a crash cut off lies in a journal beside the file, and SQLite rolls it back
// when the file is opened, without asking whether the two belong together. Where
// somebody has put another state of the file back meanwhile, that would destroy it.
// So a copy of both is tried first.

// leastWriteAhead is the length of a write-ahead journal that holds anything.
const leastWriteAhead = 33

// leftovers are the ends of the names of journals that lie beside the file.
func leftovers(path string) (suffixes []string) {
	if info, err := os.Lstat(path + rollbackJournal); err == nil && info.Size() > 0 {
		suffixes = append(suffixes, rollbackJournal)
	}
	if info, err := os.Lstat(path + writeAhead); err == nil && info.Size() >= leastWriteAhead {
		suffixes = append(suffixes, writeAhead)
	}
	return suffixes
}

// settleJournals makes sure that what lies beside the file may be rolled into it, or
// puts it aside if a person said so.
func (s *Store) settleJournals(ctx context.Context, putAside bool) error {
	left := leftovers(s.path)
	switch {
	case openHere(s.file):
		return nil
	case len(left) == 0:
		s.dropLoneIndex()
		return nil
	case s.readOnly:
		return s.readBeside(left)
	case putAside:
		return s.putAside(left)
	}
	switch v, err := s.judgeBeside(ctx, left); {
	case err != nil:
		return err
	case v == foreign:
		return strayJournal(s.path, left[0])
	case v == finish:
		return s.finishChange(left)
	}
	return nil // SQLite rolls back, in the file itself
}

// A journal holds pages of the file as it was, which may have been larger: so many times as large, and so much more. One beyond that is
// of something else, and is not copied: it might fill the disk.
const (
	journalTimes = 16
	journalMore  = 64 << 20
)

func tooLong(path string, suffixes []string) bool {
	file, err := os.Stat(path)
	return err == nil && slices.ContainsFunc(suffixes, func(suffix string) bool {
		info, err := os.Lstat(path + suffix)
		return err == nil && info.Size() > journalTimes*file.Size()+journalMore
	})
}

// judgeBeside tries, on copies, what the file holds with its journals and without.
func (s *Store) judgeBeside(ctx context.Context, left []string) (verdict, error) {
	if tooLong(s.path, left) {
		_, drop, without := s.tryCopy(ctx, nil)
		drop()
		return foreign, without
	}
	rolled, drop, with := s.tryCopy(ctx, left)
	defer drop()
	if with != nil && !broken(with) {
		return foreign, with
	}
	alone, dropAlone, without := s.tryCopy(ctx, nil)
	defer dropAlone()
	switch {
	case without != nil && !broken(without):
		return foreign, without
	case without != nil && with == nil && journalsFit(s.path):
		return rollBack, nil
	case without != nil && with == nil:
		return foreign, without // whole, and of two files
	case without != nil:
		return foreign, with
	case with != nil || !journalsFit(s.path):
		return foreign, nil
	}
	return s.judgeCopies(ctx, alone, rolled)
}

// judgeCopies compares the file alone with what its journals make of it, both of which are whole.
func (s *Store) judgeCopies(ctx context.Context, alone, rolled string) (v verdict, err error) {
	if sameBytes(alone, rolled) {
		return rollBack, nil
	}
	a, err := s.try(ctx, alone)
	if err != nil {
		return foreign, s.explainOpening(err)
	}
	defer func() { err = errors.Join(err, a.db.Close()) }()
	r, err := s.try(ctx, rolled)
	if err != nil {
		return foreign, s.explainOpening(err)
	}
	defer func() { err = errors.Join(err, r.db.Close()) }()
	v, err = judge(ctx, a, r)
	return v, s.explainOpening(err)
}

// sameBytes reports whether two files are alike, byte for byte.
func sameBytes(a, b string) bool {
	one, _, err := digestOf(a)
	other, _, failed := digestOf(b)
	return err == nil && failed == nil && one == other
}

// finishChange removes the journals of a change that is in the file, whole, once all of it is on the disk.
func (s *Store) finishChange(suffixes []string) error {
	if err := syncFile(s.path); err != nil {
		return s.explainAside(err)
	}
	for _, suffix := range suffixes {
		if err := disk.Remove(s.path + suffix); err != nil {
			return s.explainAside(err)
		}
	}
	s.dropLoneIndex()
	s.seal = sealOf(s.path)
	return syncFolder(filepath.Dir(s.path))
}

// readBeside tells whether the file can be read beside its journals, which must stay as they are.
func (s *Store) readBeside(left []string) error {
	if s.holder == nil && !journalsFit(s.path) { // whoever has it open writes both meanwhile
		return data.Fault(data.CodeUnreadable,
			"Beside “%s” lies “%s”, which does not fit it, so it was not opened; nothing was changed. Please copy the file alone into a folder of your own and open that.",
			shortName(s.path), shortName(s.path+left[0]))
	}
	if _, err := os.Lstat(s.path + writeAhead); err == nil {
		return notClearedUp(s.path)
	}
	return nil // SQLite tells whether somebody is at it
}

// broken reports whether an error says that what was tried is no whole community.
func broken(err error) bool {
	return data.IsCode(err, data.CodeDamaged) || data.IsCode(err, data.CodeNotCommunity) || data.IsCode(err, data.CodeNewer)
}

// tryCopy copies the file with the journals of the given names, lets SQLite roll
// them into the copy, and examines what comes of it. The copy is there until it is dropped.
func (s *Store) tryCopy(ctx context.Context, suffixes []string) (draft string, drop func(), err error) {
	draft, drop, err = s.copyAside(suffixes, copyOne)
	if err != nil {
		return "", func() {}, s.explainAside(err)
	}
	if err := s.examineCopy(ctx, draft); err != nil {
		return draft, drop, err
	}
	return draft, drop, nil
}

// examineCopy has SQLite roll into a copy what lies beside it, and looks whether it is whole, with everything that leads to its rows.
func (s *Store) examineCopy(ctx context.Context, draft string) error {
	tried := &Store{path: s.path, seal: sealOf(s.path)}
	db := connect(draft, writing)
	_, err := readVersion(ctx, db)
	if err = errors.Join(err, db.Close()); err != nil {
		return tried.explainOpening(err)
	}
	whole, err := Open(ctx, draft, Options{ReadOnly: true, Clock: s.clock, blueprint: s.blueprint})
	if data.IsCode(err, data.CodeDamaged) {
		return withCause(tried.damage(err), err) // a person knows the file, not the copy
	} else if err != nil {
		return err
	}
	if err := whole.Close(); err != nil {
		return err
	}
	db = connect(draft, reading)
	var first string
	err = db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&first)
	if err == nil && first != "ok" {
		err = damaged("%s", first)
	}
	return tried.explainOpening(errors.Join(err, db.Close()))
}

// copyAside copies the file, with what lies beside it, into a draft: in the same
// folder, or if there is no room, where the system keeps such things.
func (s *Store) copyAside(suffixes []string, copyFile func(from, to string) error) (draft string, drop func(), err error) {
	if draft, err = draftName(s.path); err == nil {
		if err = copyBytes(s.path, draft, suffixes, copyFile); err == nil {
			return draft, func() { dropDraft(draft) }, nil
		}
		dropDraft(draft)
	}
	folder, failed := os.MkdirTemp("", "copleader-")
	if failed != nil {
		return "", nil, err
	}
	drop = func() { _ = os.RemoveAll(folder) }
	draft = filepath.Join(folder, "aside")
	if failed := copyBytes(s.path, draft, suffixes, copyFile); failed != nil {
		drop()
		return "", nil, errors.Join(err, failed)
	}
	return draft, drop, nil
}

func copyBytes(from, to string, suffixes []string, copyFile func(from, to string) error) error {
	for _, suffix := range append([]string{""}, suffixes...) {
		if err := copyFile(from+suffix, to+suffix); err != nil {
			return err
		}
	}
	return nil
}

func copyOne(from, to string) error {
	source, err := openRegular(from)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	copied, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(copied, source)
	return errors.Join(err, copied.Close())
}

// Places in a rollback journal, from SQLite's file format.
const (
	journalMagic   = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	changeCounter  = 24 // in the header of a database: how often it was changed
	formatVersion  = 18 // in the header of a database: 2 for one that keeps a write-ahead journal
	counterLength  = 4
	recordOverhead = 8 // the number of the page before it and the checksum after
)

// journalsFit reports whether the journals can be the file's own, as far as numbers
// tell: SQLite began them, or they hold nothing yet, and the first page, as it was before the change that was cut off, bears the
// file's count of changes, or is one behind it.
func journalsFit(path string) bool {
	header, err := readHeader(path)
	if err != nil || len(header) < headerSize {
		return false
	}
	if _, err := os.Lstat(path + writeAhead); err == nil && header[formatVersion] != 2 {
		return false // our files keep none
	}
	if !begunBySQLite(path + rollbackJournal) {
		return false
	}
	before, there := firstPageBefore(path + rollbackJournal)
	if !there {
		return true
	}
	now, then := binary.BigEndian.Uint32(header[changeCounter:]), binary.BigEndian.Uint32(before[changeCounter:])
	if now == then { // the first page was not written yet
		return string(header) == string(before)
	}
	return now == then+1
}

// begunBySQLite reports whether a rollback journal begins as one does: SQLite takes any other file of the name for an empty one and
// removes it. Zeros are what a power cut leaves.
func begunBySQLite(path string) bool {
	head, err := readHeader(path)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	head = head[:min(len(head), len(journalMagic))]
	return strings.HasPrefix(journalMagic, string(head)) || bytes.Count(head, []byte{0}) == len(head)
}

// firstPageBefore finds, in a rollback journal, the header of the file as it was.
func firstPageBefore(path string) (header []byte, ok bool) {
	f, err := openRegular(path)
	if err != nil {
		return nil, false
	}
	defer func() { _ = f.Close() }()
	head := make([]byte, journalHeaderLen)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:8]) != journalMagic {
		return nil, false
	}
	sector, page := int64(binary.BigEndian.Uint32(head[20:])), int64(binary.BigEndian.Uint32(head[24:]))
	if sector < 32 || sector > 1<<16 || page < 512 || page > 1<<16 {
		return nil, false
	}
	record := make([]byte, counterLength+headerSize)
	for at := sector; ; at += page + recordOverhead {
		if _, err := f.ReadAt(record, at); err != nil {
			return nil, false
		}
		switch number := binary.BigEndian.Uint32(record); {
		case number == 1:
			return record[counterLength:], true
		case number == 0 || string(record[:8]) == journalMagic:
			return nil, false // the end of this part of the journal
		}
	}
}

// putAside gives the journals names that SQLite does not look at.
func (s *Store) putAside(suffixes []string) error {
	for _, suffix := range suffixes {
		aside, err := freeName(s.path+suffix+asideSuffix, "")
		if err == nil {
			err = disk.Rename(s.path+suffix, aside)
		}
		if err != nil {
			return withCause(data.Fault(data.CodeNoWrite,
				"“%s” could not be moved aside, so the file was not opened; nothing was changed. Please move it elsewhere yourself.",
				shortName(s.path+suffix)), err)
		}
	}
	s.dropLoneIndex()
	s.seal = sealOf(s.path)
	return nil
}

// dropLoneIndex removes the index of a write-ahead journal that is not there: it says nothing alone, and SQLite makes it anew.
func (s *Store) dropLoneIndex() {
	if _, err := os.Lstat(s.path + writeAhead); errors.Is(err, fs.ErrNotExist) && s.lock != nil {
		_ = disk.Remove(s.path + sharedMemory) // what stays does no harm
	}
}

// asideSuffix ends the name of a journal that was put aside.
const asideSuffix = ".aside"

func strayJournal(path, suffix string) error {
	return data.Fault(data.CodeStrayJournal,
		"“%s” is whole, but beside it lies “%s”, which does not fit it: a crash left it of another state of the file, or it is of another program. Nothing was changed. You can open the file without it; it is then put aside under another name.",
		shortName(path), shortName(path+suffix))
}

func notClearedUp(path string) *data.Error {
	return data.Fault(data.CodeUnreadable,
		"A change to “%s” was cut off when the program last stopped, and must be cleared up before the file can be read. Nothing that was kept is lost; please open it once where it may be written.",
		shortName(path))
}

// explainAside words why what a crash left could not be tried.
func (s *Store) explainAside(err error) error {
	switch {
	case tooLarge(err):
		return withCause(tooLargeToOpen(s.path), err)
	case disk.Full(err):
		return withCause(fullToOpen(s.path), err)
	}
	return unreadable(s.path, err)
}
