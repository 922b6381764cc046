package backlog

import (
	"reflect"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given the demo, then the stories are listed, the latest first, with what each says of its cycle, consent and length.
func TestStories(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1400})
	b.Tap("Stories 2")
	b.Want("A slow suite retired", "Improved results", "10 Oct 2026", "Fewer reruns in Payments", "Used at work", "What did it change?",
		"It may be told to everyone, without the name of a person or a team.", "42 words.", "Red thread", "Two stuck test suites")
	b.WantNot("Everyone", "All kinds")
	b.Tap("Fewer reruns in Payments")
	b.Want("Who used it, and where?", "with the team but without the person’s name", "Flaky-test checklist")
	b.Type("Find…", "checklist")
	b.Want("Fewer reruns in Payments")
	if rows := b.screen.state.StoryRows(); len(rows) != 1 {
		t.Errorf("%d stories are shown", len(rows))
	}
	b.Type("Find…", "zzz")
	b.Tap("Show all stories")
	b.Want("A slow suite retired")
}

// Given a story, when its fields are changed, then the file has them, each as one act, and undo shows the old.
func TestChangeAStory(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	b.Tap("Stories 2")
	want := b.Read().Stories[1]
	b.Type("Title", "The twelve checks")
	b.Leave()
	b.Type("When", "2026-10-12")
	b.Leave()
	b.Choose("How far", "Changed what success means")
	b.Type("How it was before", "before")
	b.Leave()
	b.Type("What they met here", "met")
	b.Leave()
	b.Choose("About the item", "How we name tests")
	b.Choose("Met at the event", "Sat 11 Jul · Open lean coffee")
	b.Type("What they did with it", "did")
	b.Leave()
	b.Type("What came of it", "came")
	b.Leave()
	b.Type("Evidence or witness", "witness")
	b.Leave()
	b.Choose("Whose story", "王晓梅")
	b.Choose("Consent", "May be told with names")
	want.Title, want.On, want.Cycle, want.Situation, want.Met, want.Did, want.CameOfIt, want.Evidence = "The twelve checks",
		data.NewDate(2026, 10, 12), data.CycleReframing, "before", "met", "did", "came", "witness"
	want.ItemID, want.EventID, want.MemberID, want.Consent = 3, 3, 6, data.ConsentNamed
	if got := b.Read().Stories[1]; !reflect.DeepEqual(got, want) {
		t.Errorf("the file has %+v, want %+v", got, want)
	}
	b.Want("4 words.", "Changed what success means · 王晓梅", "Did it change what success means?", "with the name of whose story it is")
	b.Undo()
	b.Want("without the name of a person or a team")
	b.Type("Title", "")
	b.Leave()
	if got := b.ErrorAt("Title"); got != "Please fill this in." {
		t.Errorf("below Title stands %q", got)
	}
}

// Given the form, when a story is told, then it is kept and shown, whoever asked is told, and it can be removed and come back.
func TestTell(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{Width: 1280, Height: 1400})
	told := false
	b.screen.Arrive(kit.Begun{Row: data.ValueStory{}, Saved: func() { told = true }})
	b.Settle()
	b.Tap("Keep the story")
	if got := b.ErrorAt("Title"); got != "Please fill this in." || told {
		t.Errorf("below Title stands %q, told is %t", got, told)
	}
	b.Type("Title", "Hours saved")
	b.Choose("How far", "Improved results: What did it change?")
	b.Type("How it was before", strings.Repeat("word ", 95))
	b.Paste("What came of it", strings.Repeat("more ", 95))
	b.Tap("Keep the story")
	stories := b.Read().Stories
	if len(stories) != 1 || stories[0].Cycle != data.CycleRealised || !told {
		t.Fatalf("the file has %+v, told is %t", stories, told)
	}
	b.Want("Stories 1", "190 words; up to 150 are read to the end.")
	b.Tap("More")
	b.Tap("Remove “Hours saved”")
	b.Want("Here stand short stories")
	if n := b.Notices[len(b.Notices)-1]; n.Text != "“Hours saved” was removed." {
		t.Errorf("the notice says %q", n.Text)
	} else {
		n.Do()
	}
	b.Settle()
	b.Want("Stories 1", "Hours saved")
}

// Given a story about an event that is begun elsewhere, then what is known of it is filled in.
func TestBegunStory(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1400})
	b.screen.Arrive(kit.Begun{Row: data.ValueStory{EventID: 7, Title: "Half as long"}})
	b.Settle()
	b.Tap("Keep the story")
	stories := b.Read().Stories
	if s := stories[len(stories)-1]; s.EventID != 7 || s.Title != "Half as long" || s.Met != "Two stuck test suites, 3 Oct 2026" {
		t.Errorf("the file has %+v", s)
	}
}

// Given a file that is only read, then stories can be read and nothing can be done.
func TestReadOnlyStories(t *testing.T) {
	w := uitest.Open(t, uitest.Options{ReadOnly: true})
	s := New(w.Deps(), datatest.Demo(t))
	w.ShowPage(s)
	s.Arrive(data.Place{Kind: data.PlaceStory, ID: 1})
	w.Settle()
	w.Want("Fewer reruns in Payments", "Who used it, and where?")
	w.WantNot("More", "Write a story")
	s.Arrive(kit.Begun{Row: data.ValueStory{}})
	w.Settle()
	w.WantNot("Keep the story")
	for _, id := range []string{"backlog.tell", "backlog.untell", "backlog.made", "backlog.used"} {
		if w.Fire(id) {
			t.Errorf("%s did something", id)
		}
	}
}

// Given what is typed into a story, when another view is shown, then it is kept.
func TestLeavingAStory(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Stories 2")
	b.Type("Title", "Half-typed")
	b.screen.Leave()
	if got := b.Read().Stories[1].Title; got != "Half-typed" {
		t.Errorf("the file has %q", got)
	}
	b.Type("Title", "Typed on")
	b.Tap("Board")
	if got := b.Read().Stories[1].Title; got != "Typed on" {
		t.Errorf("the file has %q", got)
	}
}

// Given stories and finished items, then what the library holds follows from kind, links and reuse.
func TestWhatIsMade(t *testing.T) {
	t.Parallel()
	done := func(i data.Item) data.Item {
		i.Column, i.DoneOn = data.ColumnDone, daysAgo(3)
		return i
	}
	for _, tc := range []struct {
		name string
		item data.Item
		made bool
	}{
		{"artefact", done(data.Item{Kind: data.KindArtefact}), true},
		{"standard", done(data.Item{Kind: data.KindStandard}), true},
		{"offer", done(data.Item{Kind: data.KindReuse}), true},
		{"note for newcomers", done(data.Item{Kind: data.KindOnboarding}), true},
		{"an event", done(data.Item{Kind: data.KindEventIdea}), false},
		{"an event with its recording", done(data.Item{Kind: data.KindEventIdea, Links: data.Lines{"https://example.org"}}), true},
		{"an action used again", done(data.Item{Kind: data.KindAction, ID: 7}), true},
		{"an artefact under way", data.Item{Kind: data.KindArtefact, Column: data.ColumnDoing}, false},
		{"an artefact of tomorrow", data.Item{Kind: data.KindArtefact, Column: data.ColumnDone, DoneOn: daysAgo(-1)}, false},
	} {
		snapshot := &data.Snapshot{Items: []data.Item{tc.item}, Reuses: []data.Reuse{{ItemID: 7, On: daysAgo(1)}}}
		s := stateOf(snapshot)
		if got := s.LibraryCount() == 1; got != tc.made {
			t.Errorf("%s: in the library %t, want %t", tc.name, got, tc.made)
		}
	}
}

// Given a store that fails, when a story is told, then the form says so and keeps what was typed.
func TestTellFails(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Writing(data.Fault(data.CodeFull, "There is no space left; nothing was changed.")))
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.Fire("backlog.tell")
	w.Type("Title", "Kept in the form")
	w.Tap("Keep the story")
	w.Want("There is no space left; nothing was changed.", "Kept in the form")
}

// Given a search that hides the story shown, then the first of those found is shown in its place.
func TestTheStoryShownIsOneOfThoseListed(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.showView(Stories)
	b.Settle()
	rows := b.screen.state.StoryRows()
	b.screen.stories.pick(rows[0].ID)
	b.Type("Find…", rows[1].Title)
	if got := b.screen.stories.shown; len(b.screen.state.StoryRows()) != 1 || got != rows[1].ID {
		t.Errorf("shown is %d, listed are %v", got, b.screen.state.StoryRows())
	}
}
