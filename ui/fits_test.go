package ui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/backlog"
	"copleader/ui/charter"
	"copleader/ui/events"
	"copleader/ui/health"
	"copleader/ui/kit"
	"copleader/ui/look"
	"copleader/ui/members"
	"copleader/ui/uitest"
)

// lookedAt are what of the demo pages are gone to for, beside themselves.
var lookedAt = []struct {
	page string
	args any
}{
	{charter.Page, data.Place{Kind: data.PlaceMeasure, ID: 1}},
	{charter.Page, charter.PartPerform},
	{members.Page, int64(6)},  // somebody
	{members.Page, int64(21)}, // a newcomer
	{members.Page, int64(1)},  // the leader
	{events.Page, int64(8)},   // one that was held
	{events.Page, int64(10)},  // one to come
	{backlog.Page, data.Place{Kind: data.PlaceItem, ID: 12}},
	{backlog.Page, data.Place{Kind: data.PlaceStory, ID: 1}},
	{health.Page, int64(2)},
}

// unwalked are commands that lead elsewhere or end what is shown.
var unwalked = []string{"file.quit", "file.demo", "edit.undo", "edit.redo", "edit.all", "edit.find", "help.folder"}

// documentsMade are the documents whose pages are waited for; of the others the choices are looked at alone, since making one takes time.
var documentsMade = []string{"share.open.sponsor", "share.open.minutes", "share.open.roster", "share.open.cards", "share.open.thanks"}

// fitScene is a window to be walked, and the community in it.
type fitScene struct {
	uitest.Options
	file    func(t *testing.T) string // the demo when nil
	dialogs bool                      // they are gone to as well; where not, they are no larger than in another scene
	buttons bool                      // each is pressed too, which takes its time
}

// Given the demo, an empty community and one of long words and names, in English and in a language of longer words, in the smallest window with the
// largest text, ordinary ones, and the largest with the smallest and the largest text, when every page, pane and dialog is gone to and, in
// the smallest window with the largest text, each button pressed, then no text is cut, broken within a word or under another thing, nothing lies out of reach, and
// whatever can have the focus has a name for assistive technology.
func TestEverythingFits(t *testing.T) {
	longer := uitest.Longer(t)
	for name, scene := range map[string]fitScene{
		"960 × 640 at 200 %":                          {Options: uitest.Options{Width: 960, Height: 640, Scale: 2}, dialogs: true, buttons: true},
		"960 × 640 at 200 %, empty":                   {Options: uitest.Options{Width: 960, Height: 640, Scale: 2}, file: emptyCommunity},
		"960 × 640 at 100 %, longer words and names":  {Options: uitest.Options{Width: 960, Height: 640, Scale: 1, Say: longer}, file: longNames, dialogs: true},
		"1280 × 800 at 200 %, long names":             {Options: uitest.Options{Width: 1280, Height: 800, Scale: 2}, file: longNames},
		"1366 × 768 at 150 %, longer words and names": {Options: uitest.Options{Width: 1366, Height: 768, Scale: 1.5, Say: longer}, file: longNames},
		"2560 × 1440 at 80 %, longer words":           {Options: uitest.Options{Width: 2560, Height: 1440, Scale: 0.8, Say: longer}},
		"2560 × 1440 at 200 %, long names":            {Options: uitest.Options{Width: 2560, Height: 1440, Scale: 2}, file: longNames},
	} {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, scene.Options)
			if scene.file == nil {
				st.start(Start{Demo: true})
			} else {
				st.start(Start{File: scene.file(t)})
			}
			at := slices.IndexFunc(scales[:], func(s float32) bool { return s == scene.Scale })
			if at < 0 {
				t.Fatalf("there is no scale %v", scene.Scale)
			}
			st.w.setLook(look.Light, at)
			f := &fits{stage: st, found: map[string][]string{}, opened: map[string]bool{}, all: scene.dialogs, presses: scene.buttons}
			f.walk()
			f.tell()
		})
	}
}

// emptyCommunity is the file of a community that has just begun.
func emptyCommunity(t *testing.T) string { return closed(t, datatest.Founded(t)) }

// longNames is the file of the demo in which whatever the leader wrote consists of words half again as long, and one of the people is
// called as few are.
func longNames(t *testing.T) string {
	s := datatest.Read(t, datatest.Demo(t))
	const most = 80 // letters, which every field takes
	lengthen := func(row reflect.Value) {
		for _, name := range []string{"Name", "Title", "Unit", "Organisation", "Site", "Place", "Text", "Purpose", "Description", "Who", "Meaning", "Term"} {
			if f := row.FieldByName(name); f.IsValid() && f.Type() == reflect.TypeFor[string]() && f.String() != "" {
				f.SetString(uitest.LongWords(f.String(), most))
			}
		}
	}
	lengthen(reflect.ValueOf(&s.Community).Elem())
	for table := range reflect.ValueOf(s).Elem().Fields() {
		rows := reflect.ValueOf(s).Elem().FieldByIndex(table.Index)
		for i := 0; rows.Kind() == reflect.Slice && rows.Type().Elem().Kind() == reflect.Struct && i < rows.Len(); i++ {
			lengthen(rows.Index(i))
		}
	}
	s.Members[5].Name = "Hubert Wolfeschlegelsteinhausenbergerdorff"
	return closed(t, datatest.Filled(t, s))
}

// closed is the path of a community that is open no more.
func closed(t *testing.T, s *store.Store) string {
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// fits walks the window and gathers what doesn't fit, with the places where it was seen.
type fits struct {
	*stage
	found   map[string][]string
	order   []string
	all     bool               // dialogs too: they are no larger in a larger window
	presses bool               // and what each button opens
	opened  map[string]bool    // the commands whose dialogs were seen
	hand    *uitest.HandRunner // makes the document that is shown, nil for none or one that is made
}

func (f *fits) look(where string) {
	f.w.frame.bar.Dismiss()
	for _, fault := range append(f.Misfits(), f.Nameless()...) {
		if len(f.found[fault]) == 0 {
			f.order = append(f.order, fault)
		}
		f.found[fault] = append(f.found[fault], where)
	}
}

func (f *fits) tell() {
	for _, fault := range f.order {
		where := f.found[fault]
		f.t.Errorf("%s (%d): %s", where[0], len(where), fault)
	}
}

func (f *fits) walk() {
	for _, spec := range pageSpecs {
		f.Fire("view." + spec.name)
		f.look(spec.name)
		for i := range f.chips() {
			if now := f.chips(); i < len(now) {
				f.TapNode(now[i])
				f.look(fmt.Sprintf("%s, chip %d", spec.name, i+1))
				f.closeAll()
				if f.presses {
					f.buttons(spec.name, func() {
						f.Fire("view." + spec.name)
						if again := f.chips(); i < len(again) {
							f.TapNode(again[i])
							f.closeAll()
						}
					})
				}
			}
		}
		if f.all {
			f.dialogs(spec.name)
		}
		if f.presses {
			f.Fire("view." + spec.name)
			f.buttons(spec.name, func() { f.Fire("view." + spec.name) })
		}
	}
	for _, s := range lookedAt {
		f.w.goTo(s.page, s.args)
		f.Settle()
		f.look(fmt.Sprintf("%s at %v", s.page, s.args))
		if f.all {
			f.dialogs(s.page)
		}
		if f.presses {
			back := func() { f.w.goTo(s.page, s.args); f.Settle() }
			back()
			f.buttons(s.page, back)
		}
	}
}

// chips are the chips that choose what is shown.
func (f *fits) chips() []uitest.Node {
	return slices.DeleteFunc(f.AllOf("chip"), func(n uitest.Node) bool {
		_, chooses := n.Object.(*kit.FilterChip)
		return !chooses
	})
}

// dialogs opens all that the commands of a page open, and those of the window on the first page.
func (f *fits) dialogs(page string) {
	var ids []string
	for _, c := range f.Commands.All() {
		of, _, _ := strings.Cut(c.ID, ".")
		own := of == page || page == pageSpecs[0].name && !slices.ContainsFunc(pageSpecs, func(s pageSpec) bool { return s.name == of })
		if own && of != "view" && !slices.Contains(unwalked, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	for _, id := range ids {
		before := f.w.shell.undo
		if f.opened[id] || !f.fire(id) {
			continue
		}
		f.opened[id] = f.Win.Canvas().Overlays().Top() != nil || strings.HasPrefix(id, "share.open.")
		f.look(page + ", " + id)
		f.closeAll()
		if f.w.shell.undo != before {
			f.Fire("edit.undo")
		}
	}
}

// buttons presses each button of a page once, takes back what it did, and looks at what it opened; back leads to the page again.
func (f *fits) buttons(page string, back func()) {
	for {
		all := f.AllOf("button")
		at := slices.IndexFunc(all, func(n uitest.Node) bool { return !f.opened[page+n.Text] && !n.Object.(fyne.Disableable).Disabled() })
		if at < 0 {
			return
		}
		f.opened[page+all[at].Text] = true
		before := f.w.shell.undo
		f.TapNode(all[at])
		f.Settle()
		if f.Win.Canvas().Overlays().Top() != nil {
			f.look(page + ", " + all[at].Text)
			f.closeAll()
		}
		if f.w.shell.undo != before {
			f.Fire("edit.undo")
		}
		back()
	}
}

// fire does a command; a document that is not made stays one that is waited for.
func (f *fits) fire(id string) bool {
	if !strings.HasPrefix(id, "share.open.") || slices.Contains(documentsMade, id) {
		return f.Fire(id)
	}
	f.hand = &uitest.HandRunner{}
	f.slow = f.hand
	defer func() { f.slow = nil }()
	return f.Fire(id)
}

// closeAll takes away what is open, and leaves a document that is waited for.
func (f *fits) closeAll() {
	if f.hand != nil {
		f.w.shell.stepOut()
		f.hand.FinishAll()
		f.hand = nil
	}
	for overlays := f.Win.Canvas().Overlays(); overlays.Top() != nil; {
		overlays.Remove(overlays.Top())
	}
}
