package ui

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// habit is something everybody is used to from other programs, and how it is tried.
type habit struct {
	what string
	try  func(t *testing.T, st *stage)
}

// habits lists all of them, so that none is forgotten; those of one part alone are tried beside it.
var habits = []habit{
	{"Delete removes, with Undo", func(t *testing.T, st *stage) {
		st.Fire("view.events")
		st.Win.Canvas().Focus(listOf(st))
		st.Key(fyne.KeyDelete)
		if n := st.notice(); !strings.Contains(n, "was removed") {
			t.Fatalf("the notice says %q", n)
		}
		st.Tap("Undo")
		st.Want("Second lightning round")
	}},
	{"keys reach the list of a page where nothing has the focus", func(t *testing.T, st *stage) {
		for page, reached := range map[string]func(fyne.Focusable) bool{
			"members": func(f fyne.Focusable) bool { return f == listOf(st) },
			"events":  func(f fyne.Focusable) bool { return f == listOf(st) },
			"backlog": func(f fyne.Focusable) bool { return f != nil },
		} {
			st.Fire("view." + page)
			st.Win.Canvas().Unfocus()
			st.Key(fyne.KeyDown)
			if f := st.Win.Canvas().Focused(); !reached(f) {
				t.Errorf("on %s Down leads to %T", page, f)
			}
		}
		st.Fire("view.members")
		st.Win.Canvas().Unfocus()
		st.Keys("lukasz")
		st.Want("1 of 24 shown")
	}},
	{"a page is read on by PgDn", func(t *testing.T, st *stage) {
		st.Fire("view.charter")
		scrolled := func() (by float32) {
			st.Each(func(o fyne.CanvasObject) {
				if s, is := o.(*kit.Scroll); is {
					by = max(by, s.Offset())
				}
			})
			return by
		}
		for from, at := range map[string]func(){"nowhere": st.Win.Canvas().Unfocus, "a button": func() {
			st.Win.Canvas().Focus(st.AllOf("button")[0].Object.(fyne.Focusable))
		}} {
			at()
			st.Key(fyne.KeyPageDown)
			if scrolled() == 0 {
				t.Errorf("from %s PgDn leaves the page where it is", from)
			}
			st.Key(fyne.KeyHome)
			if scrolled() != 0 {
				t.Errorf("from %s Home does not lead back", from)
			}
		}
	}},
	{"F2 renames", func(t *testing.T, st *stage) {
		for page, name := range map[string]string{"members": "Łukasz Wiśniewski", "events": "Second lightning round", "backlog": "What we mean by “tested”"} {
			st.Fire("view." + page)
			if page == "backlog" {
				st.Tap(name)
				st.Key(fyne.KeyEscape) // what was opened has the focus
			} else {
				st.Win.Canvas().Focus(listOf(st))
			}
			st.Key(fyne.KeyF2)
			field, in := st.Win.Canvas().Focused().(*kit.TextField)
			if !in || field.Text != name {
				t.Errorf("on %s the cursor is in %T", page, st.Win.Canvas().Focused())
			}
			st.Key(fyne.KeyEscape)
			if page == "backlog" {
				st.Key(fyne.KeyEscape) // out of the field, then out of what was opened
			}
		}
	}},
	{"Escape clears the search, then leaves it", func(t *testing.T, st *stage) {
		st.Fire("view.members")
		st.Fire("edit.find")
		st.Keys("lukasz")
		st.WantNot("Everyone 24 shown")
		st.Key(fyne.KeyEscape)
		search, in := st.Win.Canvas().Focused().(*kit.TextField)
		if !in || search.Text != "" {
			t.Fatalf("Escape leaves %T", st.Win.Canvas().Focused())
		}
		st.Want("24 of 24 shown")
		st.Key(fyne.KeyEscape)
		if st.Win.Canvas().Focused() != nil {
			t.Error("a second Escape stays in the field")
		}
	}},
	{"Escape steps out of a document", func(t *testing.T, st *stage) {
		st.w.goTo("share", kit.Paper{Document: "digest"})
		st.Settle()
		st.WantNot("Due now")
		st.Win.Canvas().Unfocus()
		st.Key(fyne.KeyEscape)
		st.Want("Due now")
	}},
	{"typing in a list finds", func(t *testing.T, st *stage) {
		st.Fire("view.members")
		st.Win.Canvas().Focus(listOf(st))
		st.Keys("lukasz")
		st.Want("1 of 24 shown", "Łukasz Wiśniewski")
	}},
	{"the pane shows nobody the list doesn't", func(t *testing.T, st *stage) {
		st.Fire("view.members")
		st.Fire("edit.find")
		st.Keys("lukasz")
		st.Want("m02@meridian.example")
		st.Keys("zzzz")
		st.Want("Nobody found.")
		st.WantNot("m02@meridian.example")
		st.Key(fyne.KeyEscape)
		st.Want("24 of 24 shown", "m02@meridian.example")
	}},
	{"a search ends with its page", func(t *testing.T, st *stage) {
		st.Fire("view.members")
		st.Fire("edit.find")
		st.Keys("lukasz")
		st.Fire("view.events")
		st.Fire("view.members")
		st.Want("24 of 24 shown")
		st.Fire("view.events")
		st.Fire("edit.find")
		st.Keys("retro")
		st.Fire("view.members")
		st.Fire("view.events")
		st.Want("Open lean coffee")
	}},
	{"a letter leads back to where it was begun", func(t *testing.T, st *stage) {
		st.w.goTo("events", int64(10))
		st.Settle()
		st.Fire("events.mail")
		st.Want("E-mail “Announcement”")
		st.Key(fyne.KeyEscape)
		if got := st.w.shell.at.spec.name; got != "events" {
			t.Errorf("the page is %s", got)
		}
	}},
	{"Tab chooses the text of a field", func(t *testing.T, st *stage) {
		st.Fire("view.members")
		st.Fire("edit.find")
		st.Keys("lukasz")
		st.Key(fyne.KeyTab)
		back := func() *kit.TextField {
			f, _ := st.Win.Canvas().Focused().(*kit.TextField)
			if f == nil || f.Text != "lukasz" {
				return nil
			}
			return f
		}
		for n := 0; n < 200 && back() == nil; n++ {
			st.Key(fyne.KeyTab)
		}
		if f := back(); f == nil || f.SelectedText() != f.Text {
			t.Errorf("chosen in %T is nothing, or a part", st.Win.Canvas().Focused())
		}
	}},
	{"Tab visits nothing that can't be used", func(t *testing.T, st *stage) {
		for _, spec := range pageSpecs {
			st.w.goTo(spec.name, nil)
			st.Settle()
			st.Win.Canvas().Unfocus()
			var first fyne.Focusable
			for n := 0; n < 400; n++ {
				st.Key(fyne.KeyTab)
				at := st.Win.Canvas().Focused()
				if at == nil || at == first {
					break
				}
				if first == nil {
					first = at
				}
				if node, known := at.(interface {
					UINode() (kind, id, text string)
				}); !known {
					t.Errorf("on %s Tab comes to a %T", spec.name, at)
				} else if kind, id, text := node.UINode(); kind == "picture" || kind == "text" || id+text == "" && kind != "list" {
					t.Errorf("on %s Tab comes to a %s %q %q, %T", spec.name, kind, id, text, at)
				}
			}
		}
	}},
	{"Ctrl+S says that it is saved", func(t *testing.T, st *stage) {
		if item := st.menuItem("File", "Save"); item.Shortcut.ShortcutName() != kit.Ctrl(fyne.KeyS).ShortcutName() {
			t.Errorf("Save has %s", item.Shortcut.ShortcutName())
		}
		st.Fire("file.save")
		if n := st.notice(); !strings.HasPrefix(n, "This is the demo community: nothing here is kept.") {
			t.Errorf("of the demo the notice says %q", n)
		}
		st.start(Start{File: st.community("Ours")})
		st.Fire("file.save")
		if n := st.notice(); !strings.HasPrefix(n, "Everything is saved") {
			t.Errorf("the notice says %q", n)
		}
	}},
	{"Ctrl+Shift+F finds in everything", findsEverywhere},
	{"F10 and Alt+F reach the menu from a field", func(t *testing.T, st *stage) {
		reached := 0
		st.Win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
			if e.Name == fyne.KeyF10 {
				reached++
			}
		})
		st.Fire("view.members")
		for _, press := range []func(){
			func() { st.Key(fyne.KeyF10) },
			func() { st.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: fyne.KeyModifierAlt}) },
		} {
			st.Fire("edit.find")
			press()
		}
		if reached != 2 {
			t.Errorf("the window heard of %d of 2", reached)
		}
	}},
	{"a notice fades when it is stale, and Undo stays at the foot", func(t *testing.T, st *stage) {
		st.w.notice(kit.Notice{Text: "Done."})
		st.Timer.Pass(noticeTime + time.Second)
		if n := st.notice(); n != "" {
			t.Errorf("%q is still there", n)
		}
		st.w.notice(kit.Notice{Kind: kit.Trouble, Text: "The disk is full."})
		st.Timer.Pass(time.Minute)
		if n := st.notice(); n != "The disk is full." {
			t.Errorf("trouble has gone: %q", n)
		}
		st.faulty = true
		st.renameCommunity("Another")
		st.Tap("Undo the last deed")
		if got := communityName(t, st); got == "Another" {
			t.Error("not undone")
		}
	}},
	{"no menu is higher than the least window", func(t *testing.T, st *stage) {
		line := widget.NewLabel("Mg").MinSize().Height
		for _, spec := range pageSpecs {
			st.w.goTo(spec.name, nil)
			for _, m := range st.Win.MainMenu().Items {
				seen := 0
				for below := m; below != nil; below = moreOf(below) {
					seen += len(below.Items)
					if high := line * float32(len(below.Items)); high > leastSize.Height {
						t.Errorf("%s on %s is %.0f high", m.Label, spec.name, high)
					}
				}
				if spec.name == "share" && m.Label == "Share" && seen < 30 {
					t.Errorf("Share has lost items, there are %d", seen)
				}
			}
		}
	}},
	{"keys stand legibly in the menus, one below another", func(t *testing.T, st *stage) {
		for _, m := range st.Win.MainMenu().Items {
			for _, i := range m.Items {
				if _, faint := i.Shortcut.(fyne.KeyboardShortcut); faint {
					t.Errorf("the keys of %q are drawn by the toolkit", i.Label)
				}
			}
		}
		if item := st.menuItem("Edit", "Find"); !strings.HasSuffix(item.Label, "Ctrl+F") {
			t.Errorf("Find stands as %q", item.Label)
		}
	}},
	{"the manual is in Help, and is searched", func(t *testing.T, st *stage) {
		readme, err := os.ReadFile("../README.md")
		if err != nil {
			t.Fatal(err)
		}
		st.w.setup.Manual = Manual(string(readme))
		st.Fire("help.manual")
		st.Want("Start with your own community", "The seven screens", "Privacy")
		st.WantNot("For developers", "Build")
		st.Keys("ballots workbooks")
		st.Want("The seven screens")
		st.WantNot("Start with your own community")
	}},
	{"the palette passes leadership to whom one says", func(t *testing.T, st *stage) {
		st.Fire("view.events")
		st.Fire("help.palette")
		st.Keys("pass leadership")
		st.Want("Pass leadership…")
		st.WantNot("Pass leadership to")
		st.Key(fyne.KeyReturn)
		st.Want("To whom")
	}},
	{"Enter on a row goes to what is read first of it, and Enter or F2 there goes into that", func(t *testing.T, st *stage) {
		for page, field := range map[string]string{"events": "title", "members": "name"} {
			for _, into := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyF2} {
				st.Fire("view." + page)
				st.Win.Canvas().Focus(listOf(st))
				st.Key(fyne.KeyReturn)
				read, is := st.Win.Canvas().Focused().(*kit.Reading)
				if !is || read.ID != field || read.Shown() != nil {
					t.Fatalf("%s: %T has the focus, %q", page, st.Win.Canvas().Focused(), st.FocusText())
				}
				st.Key(into)
				if in, is := st.Win.Canvas().Focused().(*kit.TextField); !is || in.Text != read.Text() || in.Text == "" {
					t.Errorf("%s: %s leads to %T", page, into, st.Win.Canvas().Focused())
				}
				st.Key(fyne.KeyEscape)
				if st.Win.Canvas().Focused() != read {
					t.Errorf("%s: Escape leads to %T", page, st.Win.Canvas().Focused())
				}
			}
		}
	}},
	{"cancelling an event can be taken back at once", func(t *testing.T, st *stage) {
		st.Fire("view.events")
		st.Fire("events.cancel")
		if n := st.notice(); n != "“Sat 5 Dec · Second lightning round” is cancelled." {
			t.Fatalf("the notice says %q", n)
		}
		st.Tap("Undo")
		s, err := st.w.shell.store.Snapshot(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if e, _ := s.EventByID(10); e.Status == data.StatusCancelled {
			t.Error("still cancelled")
		}
	}},
}

// Given the demo, then the window keeps everybody's habits.
func TestHabits(t *testing.T) {
	for _, h := range habits {
		t.Run(h.what, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			st.start(Start{Demo: true})
			h.try(t, st)
		})
	}
}

// moreOf is the menu beside a menu's last item.
func moreOf(m *fyne.Menu) *fyne.Menu {
	if len(m.Items) == 0 {
		return nil
	}
	return m.Items[len(m.Items)-1].ChildMenu
}

// listOf is the list of the page shown.
func listOf(st *stage) fyne.Focusable {
	st.t.Helper()
	list, is := st.ByID("list", "").Object.(fyne.Focusable)
	if !is {
		st.t.Fatal("no list")
	}
	return list
}

// findsEverywhere looks for words of each kind of text, and goes where they stand.
func findsEverywhere(t *testing.T, st *stage) {
	for typed, want := range map[string]string{
		"lukasz": "Łukasz Wiśniewski", "twelve faults": "Two stuck test suites", "wake people up": "Which activities", "sponsor report": "Sponsor report",
	} {
		st.Fire("edit.findAll")
		st.Keys(typed)
		if !strings.Contains(strings.Join(st.Texts(), "\n"), want) {
			t.Errorf("%q doesn't find %q: %q", typed, want, st.Texts())
		}
		st.Key(fyne.KeyEscape)
	}
	st.Fire("edit.findAll")
	st.Keys("accessibility checks")
	if n := strings.Count(strings.Join(st.Texts(), "\n"), "Tue 3 Nov · Accessibility checks by hand"); n > 2 { // in the palette, and behind it
		t.Errorf("an event is found %d times by its name: %q", n, st.Texts())
	}
	st.Key(fyne.KeyEscape)
	st.Fire("edit.findAll")
	st.Keys("zzzz")
	st.Want("Nothing holds these words.")
	st.Key(fyne.KeyEscape)
	st.Fire("edit.findAll")
	st.Keys("twelve faults")
	st.Key(fyne.KeyReturn)
	if got := st.w.shell.at.spec.name; got != "events" {
		t.Errorf("minutes lead to %s", got)
	}
}
