package store

import (
	"cmp"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"copleader/data"
	"copleader/data/disk"
)

// Occasion is why a copy was made, beyond being the copy of the day.
type Occasion string

// The occasions of a copy.
const (
	BeforeImport  Occasion = "import"
	BeforeRestore Occasion = "restore"
)

// KeptCopy is one of the copies that are kept of communities.
type KeptCopy struct {
	Path      string
	Identity  string    // of the community
	Community string    // its name, fit to be shown
	At        time.Time // the moment it is of
	Before    Occasion  // why it was made, beyond being the day's copy
	Founded   data.Date // the day on which the community began; of a copy made just now, not looked up
	Members   int       // people in it, those who left included
	Events    int
	Items     int

	named   bool   // as copies are called
	source  string // the file it was made of; empty where that was not noted
	size    int64
	changed time.Time // when the file was written last
	newest  int64     // act
	erasing int64     // the act of the latest erasing in it
}

// Day is the day the copy was made.
func (c KeptCopy) Day() data.Date { return data.DateOf(c.At) }

// ByAge orders moments, the newest first and last those later than now: a clock was
// wrong then, so nobody knows how old they are.
func ByAge(a, b, now time.Time) int {
	switch early, other := a.After(now), b.After(now); {
	case early && !other:
		return 1
	case other && !early:
		return -1
	}
	return b.Compare(a)
}

// backupTime is the part of a copy's name that tells when it was made; by name is
// by age.
const backupTime = "2006-01-02 150405"

// keptName splits the name of a copy into that of the file and the time.
var keptName = regexp.MustCompile(`^(.*) (\d{4}-\d{2}-\d{2} \d{6})(?: \(\d+\))?$`)

// ofName is the file a copy without notes was made of and when, as its name says.
func ofName(path string) (stem string, at time.Time) {
	ext := filepath.Ext(path)
	m := keptName.FindStringSubmatch(strings.TrimSuffix(filepath.Base(path), ext))
	if m == nil {
		return "", time.Time{}
	}
	at, _ = time.ParseInLocation(backupTime, m[2], time.Local) // else it has no time
	return m[1] + ext, at
}

// KeepCopy sees that there is a proven copy of this file of today in the folder,
// which is made if missing, and tells of it: of one that is there already every
// byte must be as it was proven, else it is made anew. Then those that are no longer
// wanted are removed: 14 days, 8 weeks and 24 months are kept. It is not to be
// waited for: a file of 10,000 members takes a second.
func (s *Store) KeepCopy(ctx context.Context, folder string) (KeptCopy, error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	if c, there := s.keptToday(folder); there {
		return c, nil // which saw to the older ones when it was made
	}
	c, err := s.keepNow(ctx, folder, "")
	if err != nil {
		return c, err
	}
	return c, s.thinCopies(ctx, folder)
}

// keptToday is the copy of today, proven once more, told by its notes: looking into every copy there is would be most of a start.
func (s *Store) keptToday(folder string) (c KeptCopy, there bool) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return c, false // without the folder there are none
	}
	for _, e := range slices.Backward(entries) {
		if !isCopyName(e) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		n, noted := readNotes(path)
		if noted && n.Source == s.path && n.Identity == s.identity && n.copyAt(path).Day() == data.DateOf(s.clock()) && n.proves(path) == nil {
			return n.copyAt(path), true
		}
	}
	return c, false
}

// CopyBefore keeps a copy before something is done that changes much at once.
func (s *Store) CopyBefore(ctx context.Context, folder string, what Occasion) (KeptCopy, error) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	return s.keepNow(ctx, folder, what)
}

// keepNow makes a copy in the folder and notes what was found when it was proven.
func (s *Store) keepNow(ctx context.Context, folder string, before Occasion) (KeptCopy, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return KeptCopy{}, s.explainCopy(filepath.Join(folder, "copy"), err)
	}
	_ = sweep(folder, false) // what stays is swept next time
	dropLoneNotes(folder)
	at := s.clock()
	ext := filepath.Ext(s.path)
	name := strings.TrimSuffix(filepath.Base(s.path), ext)
	wanted := filepath.Join(folder, name+" "+at.Format(backupTime))
	path, err := freeName(wanted, ext)
	if err != nil {
		return KeptCopy{}, s.explainCopy(wanted+ext, err)
	}
	n := notes{At: at, Source: s.path, Before: before}
	_, err = s.makeCopy(ctx, path, copying{proven: func(draft string, found facts) (err error) {
		n.facts = found
		if n.Digest, n.Size, err = digestOf(draft); err == nil {
			err = n.write(path)
		}
		return err
	}})
	if err != nil {
		_ = disk.Remove(notesPath(path)) // alone they say nothing
		return KeptCopy{}, s.explainCopy(path, err)
	}
	return n.copyAt(path), nil
}

// copyAt is the copy that the notes are of.
func (n notes) copyAt(path string) KeptCopy {
	return KeptCopy{Path: path, Identity: n.Identity, Community: n.Community, At: n.At, Before: n.Before,
		Members: int(n.Rows[memberRows.name]), Events: int(n.Rows[eventRows.name]), Items: int(n.Rows[itemRows.name]),
		source: n.Source, size: n.Size, changed: n.At, newest: n.Newest}
}

// Copies lists the copies of this community in the folders, the newest first, and
// last those dated later than now. What they are called, and of which file they were made, doesn't
// matter; one that a person called as they liked, of which nothing is noted, is of the moment of its newest act.
func (s *Store) Copies(ctx context.Context, folders ...string) []KeptCopy {
	return s.blueprint.copies(ctx, s.clock(), folders, func(c KeptCopy) bool { return c.Identity == s.identity && c.Path != s.path })
}

// CopiesIn lists the copies of all communities in the folders that are called as such, in the order of Copies.
func CopiesIn(ctx context.Context, now time.Time, folders ...string) []KeptCopy {
	b, err := standard()
	if err != nil {
		return nil
	}
	return b.copies(ctx, now, folders, func(c KeptCopy) bool { return c.named })
}

// CopiesOf lists the copies that may stand in for the file at path, which may be
// broken or gone, in the order of Copies: those of its community as far as that can be
// read, else those noted as made of the file, else those named after it, if they
// are all of one community.
func CopiesOf(ctx context.Context, path string, now time.Time, folders ...string) []KeptCopy {
	b, err := standard()
	if err != nil {
		return nil
	}
	return b.copiesOf(ctx, path, now, folders)
}

func (b *blueprint) copiesOf(ctx context.Context, path string, now time.Time, folders []string) []KeptCopy {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	all := b.copies(ctx, now, folders, func(c KeptCopy) bool { return c.Path != path })
	if broken, err := b.peek(ctx, path); err == nil {
		return only(all, func(c KeptCopy) bool { return c.Identity == broken.Identity })
	}
	if noted := only(all, func(c KeptCopy) bool { return c.source == path }); len(noted) > 0 {
		identity := noted[0].Identity
		return only(all, func(c KeptCopy) bool { return c.Identity == identity })
	}
	named := only(all, func(c KeptCopy) bool {
		name, _ := ofName(c.Path)
		return c.source == "" && name == filepath.Base(path)
	})
	for _, c := range named {
		if c.Identity != named[0].Identity {
			return nil
		}
	}
	return named
}

// ownCopies are the copies of this very file in the folder, the newest first: of
// two files of one community each has its own.
func (s *Store) ownCopies(ctx context.Context, folder string) []KeptCopy {
	return only(s.Copies(ctx, folder), func(c KeptCopy) bool {
		if c.source == "" {
			name, _ := ofName(c.Path)
			return name == filepath.Base(s.path)
		}
		return c.source == s.path
	})
}

func only(all []KeptCopy, wanted func(KeptCopy) bool) (some []KeptCopy) {
	for _, c := range all {
		if wanted(c) {
			some = append(some, c)
		}
	}
	return some
}

// copies lists what copies there are in the folders. What can't be read is none.
func (b *blueprint) copies(ctx context.Context, now time.Time, folders []string, wanted func(KeptCopy) bool) (list []KeptCopy) {
	seen := map[string]bool{}
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil || seen[folder] {
			continue // without the folder there are none
		}
		seen[folder] = true
		for _, e := range entries {
			if !isCopyName(e) && !isHandMade(e) {
				continue
			}
			if c, err := b.peek(ctx, filepath.Join(folder, e.Name())); err == nil && wanted(c) {
				list = append(list, c)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b KeptCopy) int {
		return cmp.Or(ByAge(a.At, b.At, now), strings.Compare(b.Path, a.Path))
	})
	return list
}

// isCopyName reports whether a file bears a name as copies do.
func isCopyName(e os.DirEntry) bool {
	name, _ := ofName(e.Name())
	return e.Type().IsRegular() && name != "" && !strings.HasPrefix(e.Name(), ".")
}

// isHandMade reports whether a file is called as a person calls a community file or a copy of it.
func isHandMade(e os.DirEntry) bool {
	return e.Type().IsRegular() && !isCopyName(e) && !strings.HasPrefix(e.Name(), ".") && strings.EqualFold(filepath.Ext(e.Name()), Ext)
}

// peek looks into a copy as far as it takes to tell whose it is and what it holds;
// it is not proven by that. An older copy is looked at as it is.
func (b *blueprint) peek(ctx context.Context, path string) (c KeptCopy, err error) {
	info, err := inspect(path, b.newest())
	if err != nil {
		return c, err
	}
	db := connect(path, reading)
	defer func() { _ = db.Close() }()
	version, err := readVersion(ctx, db)
	switch {
	case err != nil:
		return c, err
	case version > b.newest():
		return c, tooNew(path)
	}
	l, err := b.layout(ctx, version)
	if err != nil {
		return c, err
	}
	if err := checkSchema(ctx, db, l); err != nil {
		return c, err
	}
	c = KeptCopy{Path: path, size: info.Size(), changed: info.ModTime()}
	if err := c.read(ctx, db, l); err != nil {
		return c, err
	}
	stem, at := ofName(path)
	c.named = stem != ""
	if !at.IsZero() {
		c.At = at
	}
	if n, noted := readNotes(path); noted && n.Identity == c.Identity {
		c.At, c.Before, c.source = n.At, n.Before, n.Source
	}
	if c.At.IsZero() {
		c.At = info.ModTime()
	}
	return c, nil
}

// read looks up in the file what the list tells.
func (c *KeptCopy) read(ctx context.Context, q querier, l *layout) (err error) {
	if c.Identity, err = readIdentity(ctx, q, l); err == nil && c.Identity == "" {
		c.Identity, err = readOlderIdentity(ctx, q, l)
	}
	if err != nil {
		return err
	}
	if c.newest, err = newestAct(ctx, q); err != nil {
		return err
	}
	if c.erasing, err = latestErasing(ctx, q); err != nil {
		return err
	}
	// What a person called it tells nothing of its age, and copying a file makes it look new.
	var at string
	if err := q.QueryRowContext(ctx, "SELECT coalesce((SELECT at FROM act WHERE id = ?), '')", c.newest).Scan(&at); err != nil {
		return err
	}
	c.At = parseActTime(at)
	for table, n := range map[string]*int{memberRows.name: &c.Members, eventRows.name: &c.Events, itemRows.name: &c.Items} {
		if !l.has(table) {
			continue
		}
		if err := q.QueryRowContext(ctx, "SELECT count(*) FROM "+table).Scan(n); err != nil {
			return err
		}
	}
	if l.has(communityRows.name) {
		var founded sql.NullString
		if err := q.QueryRowContext(ctx, "SELECT max(started_on) FROM community").Scan(&founded); err != nil {
			return err
		}
		c.Founded, _ = data.ParseDate(founded.String) // a date that is none is for the check of the whole file
	}
	c.Community, err = readCommunityName(ctx, q, l)
	return err
}

// readOlderIdentity is what an upgrade would make the identity of a file from
// before there were identities.
func readOlderIdentity(ctx context.Context, q querier, l *layout) (string, error) {
	if !l.has(settingRows.name) || !l.has(communityRows.name) {
		return "", nil
	}
	var identity sql.NullString
	err := q.QueryRowContext(ctx, `SELECT coalesce(
		(SELECT substr(choice, 1, 100) FROM setting WHERE name = 'identity' AND choice <> ''),
		(SELECT c.started_on || ' ' || a.at FROM community c, (SELECT at FROM act ORDER BY id LIMIT 1) a))`).Scan(&identity)
	return identity.String, err
}
