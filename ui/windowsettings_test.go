package ui

import (
	"context"
	"os"
	"testing"

	"copleader/data/store"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// What is set on the page holds for the window, and is remembered.
func TestSettingsPageSetsTheWindow(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	if !st.Fire("view.settings") {
		t.Fatal("there is no way to the settings")
	}
	st.Choose("Light or dark", "Dark")
	st.Choose("Size of the text", "125 %")
	if st.w.prefs.variant() != look.Dark || look.TextScale() != 1.25 {
		t.Errorf("variant %v, scale %v", st.w.prefs.variant(), look.TextScale())
	}
	if st.menuItem("Edit", "Settings") == nil || !st.menuItem("View", "Dark").Checked {
		t.Error("the menus know nothing of it")
	}
	st.w.Close()
	st.again()
	st.start(Start{})
	if st.w.shell.at.spec.name != "settings" || look.TextScale() != 1.25 {
		t.Errorf("the next start shows %s at %v", st.w.shell.at.spec.name, look.TextScale())
	}
}

// Today's copy is put into the folder chosen at once, and the way back from a broken file looks there.
func TestCopiesGoIntoTheFolderChosen(t *testing.T) {
	st := setStage(t, uitest.Options{})
	path := st.community("Ours")
	st.start(Start{File: path})
	chosen := t.TempDir()
	settings := windowSettings{st.w}
	if got, usual := settings.CopiesFolder(); !usual || got != st.folders.Backups() {
		t.Errorf("copies go to %s, usual: %v", got, usual)
	}
	told := 0
	settings.keepCopiesFolder(chosen, func() { told++ })
	st.noTrouble()
	if got, usual := settings.CopiesFolder(); usual || got != chosen || told != 1 {
		t.Errorf("copies go to %s, usual: %v, told %d times", got, usual, told)
	}
	if copies := store.CopiesOf(context.Background(), path, st.Clock.Now(), chosen); len(copies) != 1 {
		t.Errorf("copies in the folder chosen: %v", copies)
	}
	if all := store.CopiesOf(context.Background(), path, st.Clock.Now(), st.w.copiesFolders()...); len(all) != 2 {
		t.Errorf("all copies: %v", all)
	}
	settings.OpenCopiesFolder()
	if len(st.Files.Opened) != 1 || st.Files.Opened[0] != chosen {
		t.Errorf("opened: %v", st.Files.Opened)
	}
	st.w.closeCommunity()
	if err := os.WriteFile(path, []byte("broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	st.start(Start{File: path})
	st.Want("Restore “Ours” as of 21 Nov 2026, 12:00")
	settings.UsualCopiesFolder(func() {})
	if _, usual := settings.CopiesFolder(); !usual {
		t.Error("there is no way back to the usual folder")
	}
}

// The road belongs to the overview and is reached by menu and palette too.
func TestRoadIsReached(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.menuItem("View", "The road")
	if !st.Fire("view.road") || selectedPage(st) != "overview" {
		t.Errorf("the road marks %q", selectedPage(st))
	}
	st.Want("17 of 21", "What makes it work")
}
