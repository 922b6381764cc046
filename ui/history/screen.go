// Package history is the page of everything that was done: when, what, before and after, to be looked through, taken back from some deed
// on, and to bring back what was removed.
package history

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/kit"
)

// Page is the screen's name for Deps.Go.
const Page = "history"

// Screen is the page History.
type Screen struct {
	deps  kit.Deps
	store *store.Store
	deeds *kit.Deeds

	chips   *kit.ChipRow
	search  *kit.TextField
	about   *kit.Select
	list    *kit.List[entry]
	listing *kit.Choosing // what stands below it
	pane    *fyne.Container
	empty   *kit.Para
	trouble *fyne.Container // why nothing can be shown, in place of the list
	content fyne.CanvasObject

	marks []entry
	words map[int64]string // of the acts seen so far
	asked map[int64]bool
	looks int // numbers the searches, so that a late page of another is dropped
	// looking is until all pages of the search were read.
	looking bool
	chosen  store.ActMark
	back    bool // what it removed can be brought back
}

// entry is an act in the list.
type entry struct {
	store.ActMark
	day string // its heading
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store) *Screen {
	s := &Screen{deps: deps, store: st, words: map[int64]string{}, asked: map[int64]bool{}}
	s.deeds = kit.NewDeeds(deps, nil)
	say := deps.Say
	s.chips = kit.NewChipRow([]string{say.Text("All"), say.Text("Removed"), say.Text("Documents and settings")}, 0, func(int) { s.Load() })
	s.search = kit.NewSearch(say.Text("Find…"), func(string) { s.look() })
	s.about = kit.NewSelect([]kit.Option{{Key: "", Text: say.Text("About everything")}}, "", func(string) { s.look() })
	s.about.ID = "history.about"
	s.list = kit.NewList(kit.ListOptions[entry]{
		Key:      func(m entry) int64 { return m.ID },
		OnSelect: s.choose,
		Section:  func(m entry) string { return m.day },
		Columns: []kit.Column[entry]{
			{ID: "at", Title: say.Text("Time"), Fixed: 48, Text: func(m entry) []kit.Span { return []kit.Span{kit.Muted(m.At.Local().Format("15:04"))} }},
			{ID: "what", Title: say.Text("What"), Weight: 1, Text: s.what},
		},
		Untitled: true, OnMark: func() { s.listing.Show(); s.showChosen() },
		Menu: func(entry) []*fyne.MenuItem { return deps.Commands.Menu("", historyMenu...).Items },
	})
	s.list.Follow(s.search, nil)
	s.registerBack()
	s.registerPrint()
	s.empty = kit.NewPara(kit.Muted(say.Text("Nothing that was done fits.")))
	s.empty.Hide()
	s.trouble = kit.VStack(0)
	s.trouble.Hide()
	s.pane = kit.VStack(10)
	page := kit.NewPage(s.pane)
	page.Edges = kit.Edges{Top: 4, Right: 12, Bottom: 12, Left: 12}
	body := kit.Split(0.5, 760, s.listBox(), page)
	s.list.Spoken = say.Text("History")
	s.content = kit.Screen(kit.NewHeader(kit.Header{Title: s.list.Spoken, Chips: s.chips,
		Actions: []fyne.CanvasObject{kit.MinWidth(180, s.about), kit.MinWidth(150, s.search)}}), body)
	s.showChosen()
	return s
}

// Content is the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Stop ends the looking that goes on and tells whether there was one; the next Load begins anew.
func (s *Screen) Stop() (cut bool) {
	cut = s.looking
	s.looks, s.looking = s.looks+1, false
	return cut
}

// Find puts the cursor into the search field.
func (s *Screen) Find() { s.deps.Focus(s.search) }

// EndFind ends the search.
func (s *Screen) EndFind() { s.search.Clear() }

// Load looks through the acts again.
func (s *Screen) Load() {
	s.words, s.asked = map[int64]string{}, map[int64]bool{}
	if s.showGuests(); s.deps.ForGuests() {
		return
	}
	s.deps.Runner.Run(func() func() {
		snapshot, err := s.store.Snapshot(context.Background())
		var options []kit.Option
		if err == nil {
			options = offered(s.deps, snapshot)
		}
		return func() {
			if err != nil {
				s.fail(err)
				return
			}
			s.about.SetOptions(options, s.about.Chosen())
			s.look()
		}
	})
}

// showGuests shows guests nothing of what was done: its words name whatever was changed (data/README.md, Guest view).
func (s *Screen) showGuests() {
	say := s.deps.Say
	s.empty.Set(kit.Muted(say.Text("Nothing that was done fits.")))
	if s.deps.ForGuests() {
		s.empty.Set(kit.Muted(say.Text("What was done is not shown in guest view.")))
		s.looks, s.looking, s.chosen = s.looks+1, false, store.ActMark{}
		s.about.SetOptions([]kit.Option{{Key: "", Text: say.Text("About everything")}}, "")
		s.show(nil)
		s.showChosen()
		s.empty.Show()
	}
	s.about.Hidden, s.search.Hidden = s.deps.ForGuests(), s.deps.ForGuests()
}

// offered is what one may look for.
func offered(deps kit.Deps, v *data.Snapshot) []kit.Option {
	say := deps.Say
	options := []kit.Option{{Key: "", Text: say.Text("About everything")}}
	add := func(table string, id int64, text string) {
		options = append(options, kit.Option{Key: fmt.Sprintf("%s:%d", table, id), Text: text})
	}
	for i := range v.Members {
		add("member", v.Members[i].ID, v.Members[i].Name)
	}
	for i := len(v.Events) - 1; i >= 0; i-- {
		add("event", v.Events[i].ID, say.Of(v.Events[i].Called(deps.Clock.Today())))
	}
	for i := range v.Items {
		add("item", v.Items[i].ID, v.Items[i].Title)
	}
	cards := map[string]string{}
	for i := range v.CardVersions {
		cards[v.CardVersions[i].Card] = v.CardVersions[i].Title
	}
	done := map[string]bool{}
	for i := range v.CardVersions {
		if key := v.CardVersions[i].Card; !done[key] {
			done[key] = true
			options = append(options, kit.Option{Key: "card:" + key, Text: say.Text("Card: %s", cards[key])})
		}
	}
	return options
}

// filter is what is looked for.
func (s *Screen) filter() store.ActFilter {
	f := store.ActFilter{Gone: s.chips.Selected() == 1, Noted: s.chips.Selected() == 2}
	kind, key, _ := strings.Cut(s.about.Chosen(), ":")
	if kind == "card" {
		f.Card = key
	} else if kind != "" {
		f.Row = store.Name{Table: kind, ID: number(key)}
	}
	if wanted := data.SearchedFor(s.search.Text); len(wanted) > 0 {
		say := s.deps.Say
		f.Matches = func(a store.Act, texts []string) bool {
			return data.HoldsAll(data.Fold(say.Of(a.Deed.Phrase())+" "+strings.Join(texts, " ")), wanted)
		}
	}
	return f
}

// entries words the days of acts, each once.
func entries(say *words.Say, marks []store.ActMark) []entry {
	all := make([]entry, len(marks))
	var day data.Date
	var said string
	for i, m := range marks {
		if on := data.DateOf(m.At.Local()); on != day || said == "" {
			day, said = on, say.Date(on)
		}
		all[i] = entry{m, said}
	}
	return all
}

// number reads the digits of a key of ours.
func number(digits string) (n int64) {
	for _, r := range digits {
		n = n*10 + int64(r-'0')
	}
	return n
}

// look begins to look through the acts.
func (s *Screen) look() {
	if s.deps.ForGuests() {
		return
	}
	s.looks, s.looking = s.looks+1, true
	s.next(s.looks, s.store.ScanActs(s.filter()), nil)
}

// next shows one page after the other, unless something else is looked for by then.
func (s *Screen) next(look int, scan *store.ActScan, before []entry) {
	s.deps.Runner.Run(func() func() {
		found, done, err := scan.Next(context.Background())
		marks := entries(s.deps.Say, found)
		return func() {
			switch {
			case look != s.looks:
			case err != nil:
				s.fail(err)
			default:
				s.trouble.Hide()
				all := append(before, marks...)
				s.looking = !done
				// Shown again each time it has doubled, since each showing goes through all of it.
				if done || len(before) == 0 && len(marks) > 0 || len(all) >= 2*max(1, len(s.marks)) {
					s.show(all)
				}
				s.empty.Hidden = len(all) > 0 || !done
				if !done {
					s.next(look, scan, all)
				}
			}
		}
	})
}

// fail says in the list's place why it can't be shown, with a way to try again.
func (s *Screen) fail(err error) {
	s.looking = false
	s.trouble.Objects = []fyne.CanvasObject{kit.Empty(s.deps.Say.Sentence(err), s.deps.Say.Text("Try again"), s.Load)}
	s.trouble.Show()
	s.empty.Hide()
	s.show(nil)
	s.content.Refresh()
}

func (s *Screen) show(marks []entry) {
	s.marks = marks
	s.list.SetRows(marks)
	for _, m := range marks {
		if m.ID == s.chosen.ID {
			s.chosen = m.ActMark
			s.showChosen()
			return
		}
	}
	if s.chosen.ID != 0 && s.looking {
		return // it may stand on a page to come
	}
	s.chosen = store.ActMark{}
	s.list.Unselect()
	s.showChosen()
}

// wordsAtOnce is how many acts are worded at once, around the one that comes into sight.
const wordsAtOnce = 60

// what words an act; those not read yet are read, and shown when they have come.
func (s *Screen) what(m entry) []kit.Span {
	if text, read := s.words[m.ID]; read {
		if m.Undone {
			return []kit.Span{kit.Muted(text)}
		}
		return []kit.Span{kit.Plain(text)}
	}
	if !s.asked[m.ID] {
		s.readWords(m.ID)
	}
	return []kit.Span{kit.Muted("…")}
}

func (s *Screen) readWords(from int64) {
	var ids []int64
	for _, m := range s.marks {
		if m.ID <= from && len(ids) < wordsAtOnce {
			ids = append(ids, m.ID)
			s.asked[m.ID] = true
		}
		if m.ID < from-4*wordsAtOnce {
			break
		}
	}
	s.wordAll(ids, s.list.Refresh)
}

// word says what an act was.
func (s *Screen) word(a store.Act) string {
	say := s.deps.Say
	text := say.Of(a.Deed.Phrase())
	if !a.Field.IsZero() {
		text = say.Text("%s: %s", text, say.Of(a.Field))
	}
	switch {
	case a.Kind == "undo":
		return say.Text("Undone: %s", text)
	case a.Kind == "redo":
		return say.Text("Done again: %s", text)
	case a.Undone:
		return say.Text("%s (undone since)", text)
	}
	return text
}
