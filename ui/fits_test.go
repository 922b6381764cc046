package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
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

// documentsOpened are the documents that are gone to; the others' pages differ in what is printed alone.
var documentsOpened = []string{"share.open.sponsor", "share.open.minutes", "share.open.roster", "share.open.cards", "share.open.thanks"}

// Given the demo, in English and in a language of longer words, in the smallest window with the largest text, an ordinary one, and the
// largest with the smallest text, when every page, pane and dialog is gone to, then no text is cut, broken within a word or under another
// thing, and nothing lies out of reach.
func TestEverythingFits(t *testing.T) {
	for name, o := range map[string]uitest.Options{
		"960 × 640 at 200 %":                {Width: 960, Height: 640, Scale: 2},
		"960 × 640 at 100 %, longer words":  {Width: 960, Height: 640, Scale: 1, Say: uitest.Longer(t)},
		"2560 × 1440 at 80 %, longer words": {Width: 2560, Height: 1440, Scale: 0.8, Say: uitest.Longer(t)},
	} {
		t.Run(name, func(t *testing.T) {
			st := setStage(t, o)
			st.start(Start{Demo: true})
			at := slices.IndexFunc(scales[:], func(s float32) bool { return s == o.Scale })
			if at < 0 {
				t.Fatalf("there is no scale %v", o.Scale)
			}
			st.w.setLook(look.Light, at)
			f := &fits{stage: st, found: map[string][]string{}, opened: map[string]bool{}, all: o.Width < 2000}
			f.walk()
			f.tell()
		})
	}
}

// fits walks the window and gathers what doesn't fit, with the places where it was seen.
type fits struct {
	*stage
	found  map[string][]string
	order  []string
	all    bool            // dialogs too: they are no larger in a larger window
	opened map[string]bool // the commands whose dialogs were seen
}

func (f *fits) look(where string) {
	f.w.frame.bar.Dismiss()
	for _, fault := range f.Misfits() {
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
			}
		}
		if f.all {
			f.dialogs(spec.name)
		}
	}
	for _, s := range lookedAt {
		f.w.goTo(s.page, s.args)
		f.Settle()
		f.look(fmt.Sprintf("%s at %v", s.page, s.args))
		if f.all {
			f.dialogs(s.page)
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
		if strings.HasPrefix(c.ID, "share.open.") && !slices.Contains(documentsOpened, c.ID) {
			continue
		}
		own := of == page || page == pageSpecs[0].name && !slices.ContainsFunc(pageSpecs, func(s pageSpec) bool { return s.name == of })
		if own && of != "view" && !slices.Contains(unwalked, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	for _, id := range ids {
		before := f.w.shell.undo
		if f.opened[id] || !f.Fire(id) {
			continue
		}
		f.opened[id] = f.Win.Canvas().Overlays().Top() != nil
		f.look(page + ", " + id)
		f.closeAll()
		if f.w.shell.undo != before {
			f.Fire("edit.undo")
		}
	}
}

// closeAll takes away what is open.
func (f *fits) closeAll() {
	for overlays := f.Win.Canvas().Overlays(); overlays.Top() != nil; {
		overlays.Remove(overlays.Top())
	}
}
