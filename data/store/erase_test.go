package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// erasable is the demo with a person whose name stands in many places; it gives
// the store, the person and a folder with two checked copies.
func erasable(t *testing.T) (*store.Store, data.Member, string) {
	t.Helper()
	ctx := context.Background()
	s := datatest.Demo(t)
	who := datatest.Read(t, s).Members[1] // Łukasz, who did much
	ok(t, store.Rows(s, store.Members).Change(ctx, who.ID, store.Visit{Field: "email"}, func(m *data.Member) {
		m.Email, m.Called, m.Note, m.Unit = "lukasz@example.org", "Łuki", "Prefers mornings, says Łukasz Wiśniewski himself", "Secret unit"
	}))
	ok(t, store.Rows(s, store.Items).Save(ctx, &data.Item{Title: "Ask Łukasz Wiśniewski about flaky tests", Kind: data.KindAction, Column: data.ColumnIdea, CreatedOn: datatest.Today,
		Description: strings.Repeat("Long. ", 300) + "Łukasz Wiśniewski knows; write to LUKASZ@example.org"}))
	ok(t, store.Rows(s, store.FollowUps).Save(ctx, &data.FollowUp{MemberID: who.ID, What: "Thank him", State: data.Asked, On: datatest.Today, Note: "He was tired of it all"}))
	ok(t, store.Rows(s, store.Stories).Save(ctx, &data.ValueStory{Title: "How Łukasz Wiśniewski saved the day", On: datatest.Today, Cycle: data.CycleApplied, Consent: data.ConsentNamed, MemberID: who.ID}))
	ok(t, s.ChangeCommunity(ctx, store.Visit{Field: "purpose"}, func(c *data.Community) { c.DecisionNote = "Łukasz Wiśniewski counts" }))
	ok(t, s.ChangeCommunity(ctx, store.Visit{}, func(c *data.Community) { c.DecisionNote = "Somebody counts" }))
	ok(t, store.Rows(s, store.Measures).Save(ctx, &data.Measure{Wording: "Łukasz Wiśniewski smiles", Kind: data.MeasureStory}))
	who, _ = datatest.Read(t, s).MemberByID(who.ID)
	folder := filepath.Join(t.TempDir(), "Backups")
	for range 2 {
		if _, err := s.CopyBefore(ctx, folder, store.BeforeImport); err != nil {
			t.Fatal(err)
		}
	}
	return s, who, folder
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var traceWords = []string{"Łukasz", "lukasz@", "LUKASZ@", "Łuki", "Secret unit", "Prefers mornings", "Thank him", "tired of it"}

func noTrace(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	ok(t, err)
	for _, word := range traceWords {
		if bytes.Contains(raw, []byte(word)) {
			t.Errorf("%s still holds %q", filepath.Base(path), word)
		}
	}
}

// Given a person named all over the file, its journal and its copies, when they
// are erased, then no byte of the name is left, and no undo brings it back.
func TestErasureLeavesNoByteOfTheName(t *testing.T) {
	s, who, folder := erasable(t)
	ctx := context.Background()
	copies := paths(s.Copies(ctx, folder))
	if len(copies) != 2 {
		t.Fatalf("%d copies", len(copies))
	}
	for _, path := range append(copies, s.Path()) {
		raw, err := os.ReadFile(path)
		ok(t, err)
		for _, word := range traceWords {
			if !bytes.Contains(raw, []byte(word)) {
				t.Errorf("%s never held %q", path, word)
			}
		}
	}

	ok(t, s.Erase(ctx, who.ID, "former member 1", folder))

	if d, there := s.NextUndo(ctx); there {
		t.Errorf("%q can be undone", d.Key)
	}
	if d, there := s.NextRedo(ctx); there {
		t.Errorf("%q can be redone", d.Key)
	}
	noTrace(t, s.Path())
	left := paths(s.Copies(ctx, folder))
	if len(left) != 1 || slices.Contains(copies, left[0]) {
		t.Fatalf("copies left: %q, before %q", left, copies)
	}
	noTrace(t, left[0])
	ok(t, s.Prove(ctx, left[0]))
	acts, err := s.Acts(ctx, 5)
	if err != nil || acts[0].Deed.Key != "forget a person" {
		t.Errorf("acts %v: %v", acts, err)
	}
	// And the file goes on working, with undo from here.
	ok(t, s.MarkRoad(ctx, 9, true, true))
	ok(t, second(s.Undo(ctx)))
	noTrace(t, s.Path())
}

// Given a person who did much, when they are erased, then every figure is as before.
func TestErasureKeepsFigures(t *testing.T) {
	s, who, _ := erasable(t)
	before := datatest.Read(t, s)
	ok(t, s.Erase(context.Background(), who.ID, "former member 1"))
	after := datatest.Read(t, s)
	m, _ := after.MemberByID(who.ID)
	want := data.Member{ID: who.ID, Name: "former member 1", Kind: data.KindMember, JoinedOn: who.JoinedOn, LeftOn: datatest.Today, ErasedOn: datatest.Today}
	if !equal(m, want) {
		t.Errorf("the record is %+v, want %+v", m, want)
	}
	yesterday := datatest.Today.AddDays(-1)
	if got, want := len(after.ActsOf(who.ID, yesterday)), len(before.ActsOf(who.ID, yesterday)); got != want || want == 0 {
		t.Errorf("%d acts, before %d", got, want)
	}
	one, two := before.Standings(yesterday).ByMember(who.ID), after.Standings(yesterday).ByMember(who.ID)
	if one.Inferred != two.Inferred || one.Evidence != two.Evidence {
		t.Errorf("level %v by %+v, before %v by %+v", two.Inferred, two.Evidence, one.Inferred, one.Evidence)
	}
	if len(after.Attendance) != len(before.Attendance) || len(after.Contributions) != len(before.Contributions) {
		t.Errorf("%d attendances, before %d", len(after.Attendance), len(before.Attendance))
	}
	if roles := after.RolesOf(who.ID, datatest.Today); len(roles) != 0 {
		t.Errorf("roles %v", roles)
	}
}

// Given texts, a story and a follow-up about a person, when they are erased, then
// the texts bear the new name, the story nobody's, and the follow-up is gone.
func TestErasureRewordsTexts(t *testing.T) {
	s, who, _ := erasable(t)
	ok(t, s.Erase(context.Background(), who.ID, "former member 1"))
	after := datatest.Read(t, s)
	item := after.Items[slices.IndexFunc(after.Items, func(i data.Item) bool { return strings.HasPrefix(i.Title, "Ask ") })]
	if item.Title != "Ask former member 1 about flaky tests" || !strings.HasSuffix(item.Description, "former member 1 knows; write to former member 1") {
		t.Errorf("item %q: …%q", item.Title, item.Description[len(item.Description)-60:])
	}
	story := after.Stories[len(after.Stories)-1]
	if story.Title != "How former member 1 saved the day" || story.MemberID != 0 || story.Consent != data.ConsentAnonymous {
		t.Errorf("story %+v", story)
	}
	if slices.ContainsFunc(after.FollowUps, func(f data.FollowUp) bool { return f.MemberID == who.ID }) {
		t.Error("a follow-up is left")
	}
	plan := after.ErasePlan(who.ID)
	if plan.Refusal == nil || after.ErasePlan(after.Members[4].ID).As.Args[0] != 2 {
		t.Errorf("erased already: %+v", plan)
	}
}

func equal(a, b data.Member) bool {
	return len(a.Interests)+len(a.Knows) == len(b.Interests)+len(b.Knows) && a.Organisation == b.Organisation && a.Name == b.Name && a.SortAs == b.SortAs && a.Called == b.Called && a.Email == b.Email && a.Unit == b.Unit && a.Site == b.Site &&
		a.Note == b.Note && a.Kind == b.Kind && a.JoinedOn == b.JoinedOn && a.LeftOn == b.LeftOn && a.ErasedOn == b.ErasedOn
}

// eraseRemoved erases somebody who is no row any more, as planned, and sees that nobody knows them then and they can't be erased twice.
func eraseRemoved(t *testing.T, s *store.Store, before *data.Snapshot, id int64, folder string) {
	t.Helper()
	ctx := context.Background()
	m, err := s.Known(ctx, id)
	ok(t, err)
	plan := before.ErasePlanOfRemoved(m)
	if !plan.Removed || plan.Refusal != nil || plan.MemberID != id || plan.Name != m.Name || m.Name == "" {
		t.Errorf("of %+v the plan is %+v", m, plan)
	}
	ok(t, s.Erase(ctx, id, "a former member", folder))
	if _, err := s.Known(ctx, id); !data.IsCode(err, data.CodeNotFound) {
		t.Errorf("%d is still known: %v", id, err)
	}
	refused(t, s.Erase(ctx, id, "a former member", folder), data.CodeNotFound)
}

// Given a person who was removed, and one whose adding was undone, both named in texts, in the journal and in copies, when they are erased
// without bringing them back, then no byte of them is left, nothing brings them back, and nothing else of the file changed.
func TestErasureOfTheRemoved(t *testing.T) {
	s, who, folder := erasable(t)
	ctx := context.Background()
	undone := data.Member{Name: "Ada Prefers mornings", Kind: data.KindMember, JoinedOn: datatest.Today}
	ok(t, store.Rows(s, store.Members).Save(ctx, &undone))
	ok(t, second(s.Undo(ctx)))
	ok(t, second(store.Rows(s, store.Members).Remove(ctx, who.ID)))
	removal := newestAct(t, s)
	ok(t, s.MarkRoad(ctx, 9, true, true)) // the undone adding can't be done again any more
	before := datatest.Read(t, s)
	for _, id := range []int64{who.ID, undone.ID} {
		eraseRemoved(t, s, before, id, folder)
	}
	left := paths(s.Copies(ctx, folder))
	if len(left) != 1 {
		t.Fatalf("copies left: %q", left)
	}
	for _, path := range append(left, s.Path()) {
		noTrace(t, path)
	}
	if _, _, err := s.BringBack(ctx, removal); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("bringing back: %v", err)
	}
	after := datatest.Read(t, s)
	item := after.Items[slices.IndexFunc(after.Items, func(i data.Item) bool { return strings.HasPrefix(i.Title, "Ask ") })]
	if item.Title != "Ask a former member about flaky tests" {
		t.Errorf("the item is called %q", item.Title)
	}
	if len(after.Members) != len(before.Members) || len(after.Attendance) != len(before.Attendance) || len(after.Contributions) != len(before.Contributions) ||
		len(after.Stories) != len(before.Stories) {
		t.Error("something else went")
	}
}

func TestTheLeaderIsNotErased(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	leader, _ := datatest.Read(t, s).Leader()
	if err := s.Erase(ctx, leader.ID, "former member 1"); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("erasing the leader: %v", err)
	}
	if now, _ := datatest.Read(t, s).Leader(); now.Name != leader.Name {
		t.Errorf("the leader is %q", now.Name)
	}
	if err := s.Erase(ctx, 4711, "former member 1"); !data.IsCode(err, data.CodeNotFound) {
		t.Errorf("erasing nobody: %v", err)
	}
}

// Given files that a person called as they liked in the folder of copies: ours, one of them of another ending and one with what SQLite left beside it,
// one that is open elsewhere, another community's, one that can't be read, a letter and the open file itself, when somebody is erased, then
// ours go, what may be ours and what is open is named, and all else stays.
func TestErasureKnowsCopiesOfAnyName(t *testing.T) {
	s, who, _ := erasable(t)
	ctx := context.Background()
	folder := filepath.Dir(s.Path()) // the open file lies among its copies
	at := func(name string) string { return filepath.Join(folder, name) }
	lay := func(name, content string) { ok(t, os.WriteFile(at(name), []byte(content), 0o600)) }
	for _, name := range []string{"Before the move.cop", "team.cop.bak", ".hidden.cop", "open.cop"} {
		ok(t, s.Copy(ctx, at(name)))
	}
	lay("Before the move.cop-journal", "")
	ok(t, datatest.Founded(t).Copy(ctx, at("theirs.cop")))
	lay("torn.cop", "Łukasz")
	lay("letter.txt", "Dear Łukasz")
	reader, err := store.Open(ctx, at("open.cop"), store.Options{})
	ok(t, err)
	defer func() { _ = reader.Close() }()

	err = s.Erase(ctx, who.ID, "former member 1", folder)
	if err == nil || !strings.Contains(err.Error(), "could not be removed and still name them: open.cop.") || !strings.Contains(err.Error(), "they stay: "+at("torn.cop")+".") {
		t.Errorf("it says %v", err)
	}
	var left []string
	entries, err := os.ReadDir(folder)
	ok(t, err)
	for _, e := range entries {
		if e.Name() != filepath.Base(s.Path()) && !strings.Contains(e.Name(), ".lock") && !strings.HasPrefix(e.Name(), strings.TrimSuffix(filepath.Base(s.Path()), ".cop")+" ") &&
			!strings.HasSuffix(e.Name(), ".proof") {
			left = append(left, e.Name())
		}
	}
	if want := []string{"letter.txt", "open.cop", "theirs.cop", "torn.cop"}; !slices.Equal(left, want) {
		t.Errorf("left are %v, not %v", left, want)
	}
	noTrace(t, s.Path())
	fresh := s.Copies(ctx, folder)
	if len(fresh) != 2 { // the one that was made, and the one that is open
		t.Errorf("copies %+v", fresh)
	}
}

// Given copies of another community beside ours, under names of ours, one left by
// an upgrade, one that cannot be read and a draft that was cut off, when a person is
// erased, then only the other community's stay.
func TestErasureKnowsWhoseCopiesAre(t *testing.T) {
	s, who, folder := erasable(t)
	ctx := context.Background()
	other := datatest.Founded(t)
	theirs := filepath.Join(folder, "test 2020-01-01 000000.cop")
	ok(t, other.Copy(ctx, theirs))
	theirUpgrade := strings.TrimSuffix(s.Path(), ".cop") + ".before-upgrade-2.cop"
	ok(t, other.Copy(ctx, theirUpgrade))
	ourUpgrade := strings.TrimSuffix(s.Path(), ".cop") + ".before-upgrade-1.cop"
	ok(t, s.Copy(ctx, ourUpgrade))
	ours := filepath.Join(folder, "Renamed 2020-01-03 000000.cop")
	ok(t, s.Copy(ctx, ours))
	cut, err := s.CopyBefore(ctx, folder, store.BeforeImport)
	ok(t, err)
	ok(t, os.WriteFile(cut.Path, []byte("Łukasz"), 0o600)) // what was noted of it tells whose it is
	unsure := filepath.Join(folder, "test 2020-01-02 000000.cop")
	ok(t, os.WriteFile(unsure, []byte("Łukasz"), 0o600))
	for _, name := range []string{".test 2020-01-02 000000.cop.123456.part", ".test 2020-01-02 000000.cop.123456.part-journal",
		".roster.pdf.4711-0.new"} {
		ok(t, os.WriteFile(filepath.Join(folder, name), []byte("Łukasz"), 0o600))
	}

	err = s.Erase(ctx, who.ID, "former member 1", folder)
	if !data.IsCode(err, data.CodeNoWrite) || !strings.Contains(err.Error(), "nobody knows of which community they are, and they stay: "+unsure+".") {
		t.Errorf("of a copy that may be ours or theirs: %v", err)
	}

	left := paths(s.Copies(ctx, folder))
	if len(left) != 1 || left[0] == ours {
		t.Errorf("copies left: %q", left)
	}
	noTrace(t, left[0])
	for _, path := range []string{theirs, theirUpgrade, unsure} {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("of another community, or maybe: %v", err)
		}
	}
	if _, err := os.Stat(ourUpgrade); err == nil {
		t.Error("the copy made by an upgrade is still there")
	}
	entries, err := os.ReadDir(folder)
	ok(t, err)
	if len(entries) != 4 { // the fresh copy, its notes, the other community's and the one that may be
		t.Errorf("the folder holds %v", entries)
	}
}

func paths(copies []store.KeptCopy) (paths []string) {
	for _, c := range copies {
		paths = append(paths, c.Path)
	}
	return paths
}

func TestLeavingEndsRolesAndKeepsHistory(t *testing.T) {
	s := datatest.Demo(t)
	ctx := context.Background()
	before := datatest.Read(t, s)
	who := before.Members[1]
	on := datatest.Today.AddDays(-3)
	ok(t, s.DeclareLevel(ctx, who.ID, data.Active, "away", 0))
	ok(t, s.Leave(ctx, who.ID, on))
	after := datatest.Read(t, s)
	m, _ := after.MemberByID(who.ID)
	if m.LeftOn != on || m.Name != who.Name || m.IsMember(on) || !m.IsMember(on.AddDays(-1)) {
		t.Errorf("left on %v", m.LeftOn)
	}
	if len(after.RolesOf(who.ID, on)) != 0 || len(after.RolesOf(who.ID, on.AddDays(-1))) == 0 {
		t.Errorf("roles %v", after.RolesOf(who.ID, on))
	}
	if d := after.Declared[len(after.Declared)-1]; d.EndedOn != datatest.Today {
		t.Errorf("declared level %+v", d)
	}
	if len(after.Attendance) != len(before.Attendance) {
		t.Error("attendances are gone")
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if m, _ := datatest.Read(t, s).MemberByID(who.ID); m.LeftOn != 0 || len(datatest.Read(t, s).RolesOf(who.ID, datatest.Today)) == 0 {
		t.Error("undo did not bring the member back")
	}
	leader, _ := before.Leader()
	if err := s.Leave(ctx, leader.ID, 0); !data.IsCode(err, data.CodeInvalid) {
		t.Errorf("the leader left: %v", err)
	}
}
