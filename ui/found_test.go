package ui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// inUsualFolder makes a community in the folder of communities.
func (st *stage) inUsualFolder(file, name string) string {
	st.t.Helper()
	folder, err := st.folders.MakeCommunities()
	if err != nil {
		st.t.Fatal(err)
	}
	path := filepath.Join(folder, file)
	if err := os.Rename(st.community(name), path); err != nil {
		st.t.Fatal(err)
	}
	return path
}

// copyOf puts a copy of a community among the copies.
func (st *stage) copyOf(path string) store.KeptCopy {
	st.t.Helper()
	s, err := store.Open(context.Background(), path, store.Options{Clock: st.Clock.Now})
	if err != nil {
		st.t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	copied, err := s.KeepCopy(context.Background(), st.folders.Backups())
	if err != nil {
		st.t.Fatal(err)
	}
	return copied
}

// Given settings that were emptied, when the program starts, then the communities and copies in the usual folder are listed, each
// opens from there, and a copy whose file is gone is restored from there (a power cut used to lead to "A new community").
func TestEmptiedSettingsFindTheCommunities(t *testing.T) {
	st := setStage(t, uitest.Options{})
	ours := st.inUsualFolder("team.cop", "Πυξίδα")
	st.inUsualFolder("other.cop", "Testers of Berlin")
	gone := st.inUsualFolder("gone.cop", "Readers")
	st.copyOf(ours)
	kept := st.copyOf(gone)
	if err := os.Remove(gone); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(st.folders.Communities(), "broken.cop"), []byte("broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(st.folders.Settings, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(st.folders.Settings, preferencesFile), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	st.again()
	st.start(Start{})
	st.Want("Your communities", "Πυξίδα", "team.cop, last changed", "Testers of Berlin", "Readers", "Only a copy of it is here.",
		"broken.cop, can't be read", "A new community", "What is your community called?")
	if !strings.Contains(st.notice(), "begins afresh") {
		t.Errorf("notice %q", st.notice())
	}
	st.TapNode(st.ByID("button", "found.team.cop"))
	st.noTrouble()
	if st.w.shell == nil || st.w.shell.store.Path() != ours || st.w.prefs.file() != ours {
		t.Fatal("the community found is not opened")
	}
	st.w.closeCommunity()
	st.w.showStart()
	st.Settle()
	st.TapNode(st.ByID("button", "found."+filepath.Base(kept.Path)))
	st.noTrouble()
	if name := communityName(t, st); name != "Readers" {
		t.Errorf("restored %q", name)
	}
}

// Given a file that was moved away, then the page that says so lists the communities that are there.
func TestAFileThatIsGoneLeadsToTheOthers(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.inUsualFolder("renamed.cop", "Πυξίδα")
	st.start(Start{File: filepath.Join(st.folders.Communities(), "team.cop")})
	st.Want("This file could not be opened", "“team.cop” is not there any more", "Your communities", "renamed.cop, last changed")
	st.TapNode(st.ByID("button", "found.renamed.cop"))
	st.noTrouble()
	if name := communityName(t, st); name != "Πυξίδα" {
		t.Errorf("opened %q", name)
	}
}

// Where nothing lies in the usual folder, the first start asks the questions as before.
func TestNothingIsFound(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.WantNot("Your communities", "begins afresh")
	if st.FocusText() != "" || st.Win.Canvas().Focused() == nil {
		t.Errorf("the focus is on %q", st.FocusText())
	}
}

// Copies of one community are told by its identity, whatever their files are called; the newest is offered.
func TestNewestCopyIsOffered(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.inUsualFolder("team.cop", "Πυξίδα")
	st.copyOf(path)
	st.Clock.Day, st.Clock.Time = st.Clock.Day.AddDays(1), st.Clock.Time.AddDate(0, 0, 1)
	newest := st.copyOf(path)
	renamed := filepath.Join(st.folders.Communities(), "renamed.cop")
	if err := os.Rename(path, renamed); err != nil {
		t.Fatal(err)
	}
	all := lookAround(st.folders.Communities(), []string{st.folders.Backups(), filepath.Join(t.TempDir(), "gone")}, st.Clock.Now())
	if len(all) != 1 || all[0].path != renamed || all[0].copied == nil || all[0].copied.Path != newest.Path || all[0].name != "Πυξίδα" {
		t.Errorf("found %+v", all)
	}
}

// Two communities of one name are two.
func TestCommunitiesOfOneNameAreTwo(t *testing.T) {
	st := setStage(t, uitest.Options{})
	for _, file := range []string{"a.cop", "b.cop"} {
		st.copyOf(st.inUsualFolder(file, "Πυξίδα"))
	}
	all := lookAround(st.folders.Communities(), []string{st.folders.Backups()}, st.Clock.Now())
	if len(all) != 2 || filepath.Base(all[0].copied.Path)[0] != filepath.Base(all[0].path)[0] || filepath.Base(all[1].copied.Path)[0] != filepath.Base(all[1].path)[0] {
		t.Errorf("found %+v", all)
	}
}

// Given communities of one name, then the first page, the menu, the title and the list of copies tell them apart by the least that does: how
// many are in them, or when they were founded; their files, or the folders of these. What has its name alone is called by it.
func TestCommunitiesOfOneNameAreToldApart(t *testing.T) {
	st := setStage(t, uitest.Options{})
	first, second := st.inUsualFolder("team.cop", "Πυξίδα"), st.inUsualFolder("team 2.cop", "Πυξίδα")
	st.inUsualFolder("other.cop", "Readers")
	st.start(Start{File: first})
	if got := st.Win.Title(); got != "Πυξίδα — CoP Leader" {
		t.Errorf("alone the title is %q", got)
	}
	m := data.Member{Name: "Zoë Marchand", Kind: data.KindMember, JoinedOn: st.Clock.Today()}
	if err := store.Rows(st.w.shell.store, store.Members).Save(context.Background(), &m); err != nil {
		t.Fatal(err)
	}
	st.w.open(second, store.Options{})
	st.Settle()
	if got := st.Win.Title(); got != "Πυξίδα (team 2) — CoP Leader" {
		t.Errorf("the title is %q", got)
	}
	st.Fire("file.restore")
	st.Want("Restore a copy of “Πυξίδα (team 2)”")
	st.Key(fyne.KeyEscape)
	st.w.closeCommunity()
	st.w.showStart()
	st.Settle()
	st.Want(" · 2 members", " · 1 member")
	if marked := st.FindAll(" · "); len(marked) != 2 {
		t.Errorf("%d communities are marked", len(marked))
	}
}

// The first kind of mark in which all of one name differ is the one; the last where none is.
func TestMarksApart(t *testing.T) {
	t.Parallel()
	names := []string{"A", "A", "B", "C", "C", "C"}
	short, long := []string{"x", "y", "x", "x", "x", ""}, []string{"1", "2", "3", "4", "5", "6"}
	got := marksApart(names, func(i int) string { return short[i] }, func(i int) string { return long[i] })
	if want := []string{"x", "y", "", "4", "5", "6"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
