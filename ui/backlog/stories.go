package backlog

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// stories are the value stories: a list, and the one chosen beside it.
type stories struct {
	screen   *Screen
	list     *kit.List[StoryRow]
	choosing *kit.Choosing // what stands below it
	split    fyne.CanvasObject
	box      *kit.Box
	scroll   *kit.Scroll

	shown    int64 // the story in the fields
	title    string
	fields   *kit.FieldSet[data.ValueStory]
	question *kit.Para
	meaning  *kit.Para
	length   *kit.Para
	about    map[string]*kit.Select // fields whose options depend on the story
	thread   *kit.Thread
}

func newStories(s *Screen) *stories {
	say := s.deps.Say
	v := &stories{screen: s, question: kit.Note(""), meaning: kit.Note(""), length: kit.Note(""), thread: kit.NewThread(s.deps),
		about: map[string]*kit.Select{}}
	v.list = kit.NewList(kit.ListOptions[StoryRow]{
		Columns: []kit.Column[StoryRow]{
			{ID: "title", Title: say.Text("Story"), Weight: 1, Stays: true, Text: func(r StoryRow) []kit.Span {
				return []kit.Span{kit.Bold(r.Title), {Text: "\n" + r.Second, Color: look.ColorMuted, Size: look.SizeSmall}}
			}},
			{ID: "on", Title: say.Text("Day"), Fixed: 92, HideBelow: 260, Text: func(r StoryRow) []kit.Span {
				return []kit.Span{{Text: r.On, Color: look.ColorMuted, Size: look.SizeSmall}}
			}},
		},
		Key:      func(r StoryRow) int64 { return r.ID },
		OnSelect: func(r StoryRow) { v.pick(r.ID) },
		OnOpen:   func(StoryRow) { v.fields.FocusFirst() },
		OnRename: func(StoryRow) { s.deps.Focus(v.fields.Input("title")) },
		OnDelete: func(StoryRow) { s.deps.FireOrTell("backlog.untell") },
		Menu: func(StoryRow) []*fyne.MenuItem {
			if s.deps.ReadOnly {
				return nil
			}
			return s.deps.Commands.Menu("", storyMenu...).Items
		},
		OnMark: s.deps.OnMark(func() { v.choosing.Show() }), Untitled: true,
	})
	list := kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 8, Right: 10, Bottom: 12, Left: 10}}, v.makeFoot())
	v.scroll = kit.NewScroll(kit.Pad(kit.Sides(0, kit.ReadMargin), v.build()))
	v.box = kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 12, Right: 2, Bottom: 12, Left: 12 - kit.ReadMargin}}, v.scroll)
	v.split = kit.Split(0.36, 640, list, v.box)
	return v
}

// storyMenu are the deeds on the story shown, or on all that are chosen.
var storyMenu = []string{"backlog.print", "backlog.untell"}

// makeFoot is the list with what stands below it.
func (v *stories) makeFoot() fyne.CanvasObject {
	s, say := v.screen, v.screen.deps.Say
	s.lists[Stories] = v.list
	v.choosing = kit.NewChoosing(s.deps, kit.ChoosingOptions{Rows: v.list, Line: s.listLine(nil),
		Count:   func(n int) string { return say.Count(n, "%d chosen", "%d chosen") },
		Buttons: []*kit.Btn{s.deps.ChosenBtn("backlog.untell", say.Text("Remove"))},
		More:    func() []*fyne.MenuItem { return s.deps.Commands.Menu("", storyMenu...).Items },
		Changed: func() { v.split.Refresh() },
	})
	return kit.Fill(10, nil, v.list, v.choosing.Foot())
}

// chosen are the stories a deed is about: those chosen together, else the one shown.
func (v *stories) chosen() []int64 {
	if ids := v.list.Marked(); len(ids) > 0 {
		return ids
	}
	if v.shown == 0 {
		return nil
	}
	return []int64{v.shown}
}

// build makes the fields of a story in the order in which it is told (data/README.md, Sponsors).
func (v *stories) build() fyne.CanvasObject {
	s, say := v.screen, v.screen.deps.Say
	f := kit.NewFieldSet[data.ValueStory](s.deps, s.deeds)
	v.fields = f
	f.OnResized, f.OnRefused, f.Reads = v.relayout, s.show, true
	f.Row = func() kit.RowShown { return kit.RowShown{Table: "value_story", ID: v.shown, Name: v.title} }
	f.Change = func(visit store.Visit, change func(*data.ValueStory)) func(context.Context) error {
		id := v.shown
		return func(ctx context.Context) error {
			return s.state.rows.stories.Change(ctx, id, visit, change)
		}
	}
	stack := kit.VStack(kit.ReadBetween,
		v.fields.Headline(data.ValueStoryFields.Of("title")),
		below(pair(v.field("on", 0), v.field("cycle", 0)), v.question),
		v.field("situation", 2),
		v.field("met", 1),
		pair(v.choose("item"), v.choose("event")),
		v.field("did", 2),
		below(v.field("cameOfIt", 2), v.length),
		v.field("evidence", 0),
		below(pair(v.choose("member"), v.field("consent", 0)), v.meaning),
		v.choose("measure"),
		v.thread.Content())
	if !s.deps.ReadOnly {
		stack.Objects = append(stack.Objects, kit.Left(kit.NewMenuBtn(kit.Outlined, say.Text("More"), func() []*fyne.MenuItem {
			return s.deps.Commands.Menu("", "backlog.untell").Items
		})))
	}
	return stack
}

// below puts a note below what it is about, apart from what comes next.
func below(about, note fyne.CanvasObject) fyne.CanvasObject {
	return kit.VStack(0, about, kit.Pad(kit.Edges{Bottom: 8}, note))
}

// field adds a field of the story as it is described.
func (v *stories) field(key string, rows int) *kit.Labelled {
	return v.fields.Of(data.ValueStoryFields.Of(key), rows)
}

// choose adds a field that refers to one of many by ID; its options are set when a story is shown.
func (v *stories) choose(key string) *kit.Labelled {
	l := v.fields.Choose(data.ValueStoryFields.Of(key), nil)
	if field, ok := l.Input().(*kit.Select); ok {
		v.about[key] = field
	}
	return l
}

// show draws the stories, or says what belongs there.
func (v *stories) show() fyne.CanvasObject {
	s, say := v.screen, v.screen.deps.Say
	if s.state.StoryCount() == 0 {
		action := say.Text("Write the first story")
		if s.deps.ReadOnly {
			action = ""
		}
		return kit.Empty(say.Text("Here stand short stories of what came of it all: what somebody met here, what they did with it and what changed. "+
			"A hundred words are enough, and figures say more beside them."), action, func() { s.deps.Commands.Fire("backlog.tell") })
	}
	rows := s.state.StoryRows()
	if len(rows) == 0 {
		return kit.Empty(say.Text("No story is found. Every word of them is searched."), say.Text("Show all stories"), s.showAll)
	}
	if !slices.ContainsFunc(rows, func(r StoryRow) bool { return r.ID == s.state.story }) { // the one shown is one of those listed
		v.flush()
		s.state.SelectStory(rows[0].ID)
	}
	v.list.SetRows(rows)
	v.list.Follow(s.search, func(r StoryRow) { v.pick(r.ID) })
	v.showStory()
	return v.split
}

// pick shows another story; what was typed into the one before is kept first.
func (v *stories) pick(id int64) {
	v.flush()
	if v.screen.state.SelectStory(id) {
		v.showStory()
	}
}

// showStory fills the fields; one that is being typed into keeps its text.
func (v *stories) showStory() {
	s := v.screen
	d, ok := s.state.StoryShown()
	v.box.Hidden = !ok
	if !ok {
		return
	}
	other := d.Story.ID != v.shown
	v.shown, v.title = d.Story.ID, d.Story.Title
	if row, chosen := v.list.Selected(); !chosen || row.ID != v.shown {
		v.list.Select(v.shown)
	}
	v.showOptions(d.Story)
	v.fields.Show(&d.Story, other)
	v.question.SetText(d.Question)
	v.meaning.SetText(d.Meaning)
	v.length.Set(kit.Muted(d.Length))
	if d.Long {
		v.length.Set(kit.Plain(d.Length))
	}
	if other {
		v.scroll.SetOffset(0)
		v.thread.Content().Hide()
	}
	v.relayout()
	id := v.shown
	s.showThread(v.thread, data.Place{Kind: data.PlaceStory, ID: id}, func() bool { return v.shown == id }, v.relayout)
}

// showOptions offers what a story can be about; what was chosen before stays among it.
func (v *stories) showOptions(st data.ValueStory) {
	s, say := v.screen, v.screen.deps.Say
	set := func(name, none string, choices []Choice, chosen int64) {
		if field := v.about[name]; field != nil {
			field.SetOptions(withNone(none, choices), kit.KeyOf(chosen))
		}
	}
	set("item", say.Text("None"), s.state.Finished(st.ItemID), st.ItemID)
	set("event", say.Text("None"), s.state.Events(), st.EventID)
	set("measure", say.Text("None"), s.state.Measures(), st.MeasureID)
	set("member", say.Text("Nobody named"), s.state.People(st.MemberID), st.MemberID)
}

// relayout gives the pane the height its content has now.
func (v *stories) relayout() {
	v.scroll.Refresh()
	v.scroll.Relayout()
	v.split.Refresh()
}

// flush keeps what was typed.
func (v *stories) flush() {
	if v.shown != 0 {
		v.fields.Flush()
	}
}

// LeadTo shows a field of an item or of a story and puts the cursor into it.
func (s *Screen) LeadTo(spot kit.Spot) {
	s.WhenLoaded(func() {
		if spot.Table == "value_story" {
			s.arriveAtStory(spot.ID)
			s.deps.Focus(s.stories.fields.Input(spot.Field))
			return
		}
		s.open(spot.ID)
		if s.detail != nil {
			s.detail.leadTo(spot.Field)
		}
	})
}
