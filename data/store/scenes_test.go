//go:build linux

package store_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
)

// scene is one play of some steps.
type scene struct {
	*store.Store
	folder string
	copies []store.KeptCopy
}

func (s *scene) file() string    { return filepath.Join(s.folder, "team.cop") }
func (s *scene) backups() string { return filepath.Join(s.folder, "Backups") }
func (s *scene) saved() string   { return filepath.Join(s.folder, "saved.cop") }

// step is one thing that is tried.
type step struct {
	name string
	do   func(context.Context, *scene) error
}

// script is a scene before it is played: how the folder is set, its steps, and what must hold afterwards of what was said.
type script struct {
	set   func(st *stage, folder string)
	steps []step
	holds func(j *judging)
}

// errNotOpen is what steps answer for which there is no open file.
var errNotOpen = errors.New("not open")

// on is a step that needs the open file.
func on(name string, do func(context.Context, *scene) error) step {
	return step{name, func(ctx context.Context, s *scene) error {
		if s.Store == nil {
			return errNotOpen
		}
		return do(ctx, s)
	}}
}

func opening() step {
	return step{"open", func(ctx context.Context, s *scene) (err error) {
		s.Store, err = store.Open(ctx, s.file(), store.Options{Clock: datatest.Now, Owner: "Driver"})
		if err == nil && s.ReadOnly() {
			return s.Because()
		}
		return err
	}}
}

func adding(title string) step {
	return on("add "+title, func(ctx context.Context, s *scene) error {
		return store.Rows(s.Store, store.Items).Save(ctx, &data.Item{Title: title, Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: datatest.Today})
	})
}

// Steps that are deeds, each on a row of its own.
var (
	noting = on("note", func(ctx context.Context, s *scene) error {
		return store.Rows(s.Store, store.Members).Change(ctx, 3, store.Visit{Field: "note", N: 1}, func(m *data.Member) { m.Note = "first" })
	})
	notingOn = on("note on", func(ctx context.Context, s *scene) error {
		return store.Rows(s.Store, store.Members).Change(ctx, 3, store.Visit{Field: "note", N: 1}, func(m *data.Member) { m.Note = "first and second" })
	})
	moving = on("move", func(ctx context.Context, s *scene) error {
		return s.MoveItem(ctx, 1, data.ColumnParked, 0, "parked by the fault driver")
	})
	undoing = on("undo", func(ctx context.Context, s *scene) error { _, err := s.Undo(ctx); return err })
	redoing = on("redo", func(ctx context.Context, s *scene) error { _, err := s.Redo(ctx); return err })
	reading = on("read", func(ctx context.Context, s *scene) error { _, err := s.Snapshot(ctx); return err })
	saving  = on("save a copy", func(ctx context.Context, s *scene) error { return s.Copy(ctx, s.saved()) })
	keeping = on("keep a copy", func(ctx context.Context, s *scene) error {
		c, err := s.KeepCopy(ctx, s.backups())
		if err == nil {
			s.copies = append(s.copies, c)
		}
		return err
	})
	passingOn = on("hand over", func(ctx context.Context, s *scene) error {
		return s.HandoverCopy(ctx, filepath.Join(s.folder, "next.cop"))
	})
	erasing = on("erase", func(ctx context.Context, s *scene) error {
		return s.Erase(ctx, 5, "former member 1", s.backups())
	})
	restoring = on("restore", func(ctx context.Context, s *scene) error {
		if len(s.copies) == 0 {
			return errNotOpen
		}
		return s.Restore(ctx, s.copies[0], s.backups())
	})
	exporting = on("export", func(ctx context.Context, s *scene) error {
		results, err := reports.Export(ctx, filepath.Join(s.folder, "out", "new"), []string{"digest", "roster-csv"}, s.Store, exportOptions)
		return errors.Join(err, reports.Failed(results))
	})
	exportingAgain = on("export over", func(ctx context.Context, s *scene) error {
		results, err := reports.Export(ctx, filepath.Join(s.folder, "out"), []string{"digest"}, s.Store, exportOptions)
		return errors.Join(err, reports.Failed(results))
	})
	creating = step{"create", func(ctx context.Context, s *scene) (err error) {
		s.Store, err = store.Create(ctx, s.file(), store.Options{Clock: datatest.Now, Owner: "Driver"})
		if err == nil && s.ReadOnly() {
			return s.Because()
		}
		return err
	}}
	founding = on("found", func(ctx context.Context, s *scene) error {
		return s.Found(ctx, store.Founding{Name: "Testers", Leader: "Ada", TimeZone: "Europe/Berlin"})
	})
)

// exportOptions are those of all documents.
var exportOptions = reports.Options{Today: datatest.Today, Say: words.English()}

var scenes = map[string]script{
	"deeds":   {(*stage).setDemo, []step{opening(), adding("A"), noting, notingOn, moving, reading, adding("B")}, (*judging).deeds},
	"undo":    {(*stage).setDemo, []step{opening(), adding("A"), undoing, adding("B"), redoing, undoing, redoing}, (*judging).undone},
	"copies":  {(*stage).setDemo, []step{opening(), adding("A"), saving, keeping, passingOn, adding("B"), saving}, (*judging).copied},
	"erase":   {(*stage).setCopies, []step{opening(), erasing, adding("A")}, (*judging).erased},
	"restore": {(*stage).setDemo, []step{opening(), adding("A"), keeping, adding("B"), restoring, adding("C")}, (*judging).restored},
	"export":  {(*stage).setDocuments, []step{opening(), exporting, exportingAgain, adding("A")}, (*judging).exported},
	"crash":   {(*stage).setCrash, []step{opening(), adding("A")}, (*judging).deeds},
	"create":  {(*stage).setNothing, []step{creating, founding}, (*judging).created},
}

var sceneNames = func() (names []string) {
	for name := range scenes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}()

// setDemo puts a file with the demo into the folder, and an older copy.
func (st *stage) setDemo(folder string) {
	st.Helper()
	ok(st.T, os.WriteFile(filepath.Join(folder, "team.cop"), st.demo, 0o600))
	ok(st.T, os.WriteFile(filepath.Join(folder, "saved.cop"), []byte(olderCopy), 0o600))
}

// olderCopy stands for a copy that was saved before.
const olderCopy = "an older copy"

// setCopies is setDemo with a copy kept.
func (st *stage) setCopies(folder string) {
	st.Helper()
	st.setDemo(folder)
	s, err := store.Open(context.Background(), filepath.Join(folder, "team.cop"), store.Options{Clock: datatest.Now})
	ok(st.T, err)
	_, err = s.CopyBefore(context.Background(), filepath.Join(folder, "Backups"), store.BeforeImport)
	ok(st.T, errors.Join(err, s.Close()))
}

// setCrash is setDemo with what a crash in the middle of a deed leaves.
func (st *stage) setCrash(folder string) {
	st.Helper()
	st.setDemo(folder)
	store.LeaveHotJournal(st.T, filepath.Join(folder, "team.cop"), "UPDATE member SET note = hex(randomblob(900))", "DELETE FROM attendance")
}

// setDocuments is setDemo with an older document that somebody changed.
func (st *stage) setDocuments(folder string) {
	st.Helper()
	st.setDemo(folder)
	ok(st.T, os.Mkdir(filepath.Join(folder, "out"), 0o700))
	ok(st.T, os.WriteFile(filepath.Join(folder, "out", "digest.md"), []byte(olderCopy), 0o600))
}

func (st *stage) setNothing(string) {}

// judging compares what was said with what is there.
type judging struct {
	*stage
	what     string // was played
	fault    fault
	scene    scene
	outcomes []outcome
	after    *data.Snapshot
}

// wrongs are words that no fault makes true: nothing is damaged, nobody else is there.
var wrongCodes = []data.Code{data.CodeDamaged, data.CodeNotCommunity, data.CodeNewer, data.CodeChangedElsewhere, data.CodeExists,
	data.CodeStrayJournal, data.CodeOtherCommunity, data.CodeInvalid}

// fitting are the words that say what became of what was tried.
var fitting = map[string][]string{
	"open":        {"was not opened", "must be cleared up", "cannot be read", "open for reading only", "may not be written", "no permission", "no copy was made"},
	"create":      {"was not made", "nothing was made", "was not opened", "open for reading only", "cannot be read", "may not be written", "no permission"},
	"read":        {"could not be read"},
	"save a copy": {"no copy was made", "was not made", "No copy could be made"},
	"keep a copy": {"no copy was made", "was not made", "No copy could be made", "older copies in the folder"},
	"hand over":   {"no copy was made", "was not made", "No copy could be made"},
	"export":      {"older file of that name is as it was", "does not let us write", "could not be made", "could not be read"},
	"export over": {"older file of that name is as it was", "does not let us write", "could not be made", "could not be read"},
	"erase":       {"was forgotten", "not kept", "not done", "not certain", "not opened"},
	"restore": {"Nothing was restored", "not kept", "not done", "not certain", "cannot be read", "no permission", "not opened",
		"was not used"},
}

// deedWords are those for all other steps.
var deedWords = []string{"not kept", "not done", "not certain"}

// judge compares what was said of a scene with what it left.
func (st *stage) judge(what string, s script, f fault, outcomes []outcome, folder string) {
	st.Helper()
	j := &judging{stage: st, what: what, fault: f, scene: scene{folder: folder}, outcomes: outcomes}
	for _, o := range outcomes {
		j.sentence(o)
	}
	opened, err := store.Open(context.Background(), j.scene.file(), store.Options{Clock: datatest.Now, TakeOver: true})
	switch {
	case err == nil:
		j.after = datatest.Read(st, opened)
		ok(st.T, opened.Close())
	case outcomes[0].Step != "create" || outcomes[0].Done || !data.IsCode(err, data.CodeNotFound):
		j.loses("the file does not open afterwards: %v", err)
		return
	}
	s.holds(j)
}

func (j *judging) loses(format string, args ...any) {
	j.Helper()
	j.lost++
	j.Errorf("%s: %s\nsaid: %s", j.what, fmt.Sprintf(format, args...), j.said())
}

func (j *judging) said() string {
	var b strings.Builder
	for _, o := range j.outcomes {
		fmt.Fprintf(&b, "\n  %s: %v %s", o.Step, o.Done, o.Text)
	}
	return b.String()
}

// sentence looks whether an error has words that fit what was tried.
func (j *judging) sentence(o outcome) {
	j.Helper()
	if o.Done {
		j.acknowledged++
		return
	}
	if o.Text == errNotOpen.Error() || o.Code == data.CodeReadOnly || o.Code == data.CodeNothing {
		return
	}
	fits, known := fitting[o.Step]
	if !known {
		fits = deedWords
	}
	fitsOne := slices.ContainsFunc(fits, func(words string) bool { return strings.Contains(o.Key, words) })
	switch {
	case o.Code == "", slices.Contains(wrongCodes, o.Code), !fitsOne,
		o.Code == data.CodeFull && !j.fault.full(),
		j.fault.full() && strings.Contains(j.fault.calls, "write") && o.Code != data.CodeFull && !strings.Contains(o.Key, "was forgotten"):
		j.wrong++
		j.Errorf("%s: %s says %s", j.what, o.Step, o.Text)
	}
}

// of is what became of the nth step of a name.
func (j *judging) of(name string, nth int) outcome {
	for _, o := range j.outcomes {
		if o.Step == name {
			if nth == 0 {
				return o
			}
			nth--
		}
	}
	return outcome{Step: name}
}

// unsure reports whether the step said that it does not know.
func (o outcome) unsure() bool { return strings.Contains(o.Key, "not certain") }

func (j *judging) has(title string) bool {
	return slices.ContainsFunc(j.after.Items, func(i data.Item) bool { return i.Title == title })
}

// stands sees that something is there just if its step said so.
func (j *judging) stands(o outcome, there bool) {
	j.Helper()
	if there != o.Done && !o.unsure() {
		j.loses("%s: done %v, there %v", o.Step, o.Done, there)
	}
}

func (j *judging) deeds() {
	j.Helper()
	for _, title := range []string{"A", "B"} {
		j.stands(j.of("add "+title, 0), j.has(title))
	}
	m, _ := j.after.MemberByID(3)
	note, noteOn := j.of("note", 0), j.of("note on", 0)
	want := j.before.noteOf(3)
	if note.Done {
		want = "first"
	}
	if noteOn.Done {
		want = "first and second"
	}
	if m.Note != want && !note.unsure() && !noteOn.unsure() {
		j.loses("the note is %q, want %q", m.Note, want)
	}
	item, _ := j.after.ItemByID(1)
	j.stands(j.of("move", 0), item.Column == data.ColumnParked && item.ParkedReason == "parked by the fault driver")
}

// undone follows the steps of the scene on a list of what stands.
func (j *judging) undone() {
	j.Helper()
	there := map[string]bool{}
	var done, back []string
	for _, o := range j.outcomes {
		if o.unsure() {
			return
		}
		if o.Code == data.CodeNothing && (o.Step == "undo" && len(done) > 0 || o.Step == "redo" && len(back) > 0) {
			j.loses("nothing to %s", o.Step)
		}
		if !o.Done {
			continue
		}
		switch {
		case strings.HasPrefix(o.Step, "add "):
			title := strings.TrimPrefix(o.Step, "add ")
			there[title], done, back = true, append(done, title), nil
		case o.Step == "undo":
			last := done[len(done)-1]
			there[last], done, back = false, done[:len(done)-1], append(back, last)
		case o.Step == "redo":
			last := back[len(back)-1]
			there[last], back, done = true, back[:len(back)-1], append(done, last)
		}
	}
	for _, title := range []string{"A", "B"} {
		if j.has(title) != there[title] {
			j.loses("%s is there: %v, want %v", title, j.has(title), there[title])
		}
	}
}

func (j *judging) copied() {
	j.Helper()
	j.stands(j.of("add A", 0), j.has("A"))
	j.stands(j.of("add B", 0), j.has("B"))
	first, second := j.of("save a copy", 0), j.of("save a copy", 1)
	content, err := os.ReadFile(j.scene.saved())
	ok(j.T, err)
	if string(content) == olderCopy {
		if first.Done || second.Done {
			j.loses("the copy was not saved")
		}
	} else {
		copied := j.read(j.scene.saved())
		hasB := slices.ContainsFunc(copied.Items, func(i data.Item) bool { return i.Title == "B" })
		if !first.Done && !second.Done || hasB != (second.Done && j.has("B")) {
			j.loses("the copy holds B: %v, saved %v, %v", hasB, first.Done, second.Done)
		}
	}
	kept := store.CopiesIn(context.Background(), datatest.Now(), j.scene.backups())
	if j.of("keep a copy", 0).Done != (len(kept) == 1) {
		j.loses("%d copies are kept", len(kept))
	}
	for _, c := range kept {
		if err := store.ProveKept(context.Background(), c); err != nil {
			j.loses("the copy kept: %v", err)
		}
	}
	if _, err := os.Stat(filepath.Join(j.scene.folder, "next.cop")); j.of("hand over", 0).Done != (err == nil) {
		j.loses("handed over: %v", err)
	}
}

// exported sees that a document is whole or as it was before, what somebody changed is kept beside the new one, and nothing else lies there
// that was not said.
func (j *judging) exported() {
	j.Helper()
	j.stands(j.of("add A", 0), j.has("A"))
	var want bytes.Buffer
	_, err := reports.Write(context.Background(), "digest", oneReading{j.before.Snapshot}, exportOptions, &want)
	ok(j.T, err)
	first := j.of("export", 0)
	if got := j.document("new/digest.md"); got != want.String() && (first.Done || got != "") {
		j.loses("the document holds %.60q", got)
	}
	if first.Done != (j.document("new/members.csv") != "") && first.Done {
		j.loses("there is no list")
	}
	j.exportedOver(want.String())
}

// document is what a document holds, nothing if there is none.
func (j *judging) document(name string) string {
	j.Helper()
	content, err := os.ReadFile(filepath.Join(j.scene.folder, "out", name))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		ok(j.T, err)
	}
	return string(content)
}

// exportedOver sees that a document somebody changed is the wanted one with the changed one beside it, or as it was.
func (j *judging) exportedOver(want string) {
	j.Helper()
	over := j.of("export over", 0)
	got, kept := j.document("digest.md"), j.document("digest.changed.md")
	switch {
	case over.Done && (got != want || kept != olderCopy):
		j.loses("the document holds %.60q, and what was changed is %q", got, kept)
	case got != want && got != olderCopy, got == want && kept != olderCopy:
		j.loses("not done, the document holds %.60q, and what was changed is %q", got, kept)
	case got != olderCopy && strings.Contains(over.Text, "“digest.md”") && strings.Contains(over.Key, "is as it was"):
		j.loses("it is not as it was")
	}
}

// read opens a file that must be whole.
func (j *judging) read(path string) *data.Snapshot {
	j.Helper()
	s, err := store.Open(context.Background(), path, store.Options{ReadOnly: true})
	if err != nil {
		j.loses("%s: %v", filepath.Base(path), err)
		return &data.Snapshot{}
	}
	defer func() { _ = s.Close() }()
	return datatest.Read(j, s)
}

func (j *judging) erased() {
	j.Helper()
	o := j.of("erase", 0)
	m, _ := j.after.MemberByID(5)
	was := o.Done || strings.Contains(o.Key, "was forgotten")
	if m.Erased() != was && !o.unsure() {
		j.loses("erased %v, said %v", m.Erased(), was)
	}
	if o.Done {
		for _, path := range holding(j.T, j.scene.folder, j.before.nameOf(5)) {
			j.loses("the name is still in %s", path)
		}
	}
	j.stands(j.of("add A", 0), j.has("A"))
}

func (j *judging) restored() {
	j.Helper()
	o := j.of("restore", 0)
	if o.unsure() {
		return
	}
	j.stands(j.of("add A", 0), j.has("A"))
	j.stands(j.of("add C", 0), j.has("C"))
	if want := j.of("add B", 0).Done && !o.Done; j.has("B") != want {
		j.loses("B is there: %v, want %v", j.has("B"), want)
	}
	for _, c := range store.CopiesIn(context.Background(), datatest.Now(), j.scene.backups()) {
		if err := store.ProveKept(context.Background(), c); err != nil {
			j.loses("the copy %s: %v", c.Path, err)
		}
	}
}

func (j *judging) created() {
	j.Helper()
	if j.after == nil {
		return // not made, and not said to be
	}
	j.stands(j.of("found", 0), j.after.Community.Name == "Testers")
}

// demoRows tells what the demo holds.
type demoRows struct{ *data.Snapshot }

// oneReading is what documents are made from.
type oneReading struct{ snapshot *data.Snapshot }

// Snapshot gives what was read.
func (r oneReading) Snapshot(context.Context) (*data.Snapshot, error) { return r.snapshot, nil }

func (d demoRows) noteOf(id int64) string { m, _ := d.MemberByID(id); return m.Note }
func (d demoRows) nameOf(id int64) string { m, _ := d.MemberByID(id); return m.Name }
