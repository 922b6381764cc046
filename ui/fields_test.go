package ui

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/backlog"
	"copleader/ui/charter"
	"copleader/ui/events"
	"copleader/ui/health"
	"copleader/ui/history"
	"copleader/ui/intake"
	"copleader/ui/kit"
	"copleader/ui/members"
	"copleader/ui/overview"
	"copleader/ui/road"
	"copleader/ui/settings"
	"copleader/ui/share"
	"copleader/ui/uitest"
)

// seenField is a field as it stood in a form or on a page.
type seenField struct {
	label, hint string
	form        bool
}

// labelledIn lists the fields that are there, those out of sight too.
func labelledIn(o fyne.CanvasObject, yield func(*kit.Labelled)) {
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case nil:
	case *kit.Labelled:
		yield(o)
	case *fyne.Container:
		parts = o.Objects
	case *container.Scroll:
		parts = []fyne.CanvasObject{o.Content}
	case interface{ Parts() []fyne.CanvasObject }:
		parts = o.Parts()
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		labelledIn(part, yield)
	}
}

// tour goes through a page and its commands and keeps what fields there were.
type tour struct {
	*uitest.Bench
	page kit.Page
	seen map[string][]seenField // by the ID of the field; "" for those that are none of a row
	new  func()                 // makes page and file anew
	do   func(o fyne.CanvasObject, form bool)
}

func (w *tour) note(o fyne.CanvasObject, form bool) {
	labelledIn(o, func(l *kit.Labelled) {
		found := seenField{l.Label(), l.Hint(), form}
		if !slices.Contains(w.seen[l.About], found) {
			w.seen[l.About] = append(w.seen[l.About], found)
		}
	})
}

// look notes what is there, and closes the form that is open.
func (w *tour) look() (dialog bool) {
	w.Settle()
	w.do(w.page.Content(), false)
	for overlays := w.Win.Canvas().Overlays(); overlays.Top() != nil; dialog = true {
		w.do(overlays.Top(), true)
		overlays.Remove(overlays.Top())
	}
	return dialog
}

// tryAll fires every command of the page, from the same state each.
func (w *tour) tryAll() {
	var ids []string
	for _, c := range w.Commands.All() {
		ids = append(ids, c.ID)
	}
	for _, id := range ids {
		acts := w.acts()
		w.Fire(id)
		if !w.look() && w.acts() != acts {
			w.new()
		}
	}
}

func (w *tour) acts() int64 {
	acts, err := w.Store.Acts(w.T.Context(), 1)
	if err != nil || len(acts) == 0 {
		w.T.Fatal(err)
	}
	return acts[0].ID
}

// stop is a place of a page; more opens what no command does.
type stop struct {
	name string
	page func(b *uitest.Bench) kit.Page
	at   any
	more func(w *tour)
}

func stops() []stop {
	plan := func(b *uitest.Bench) kit.Page { return charter.New(b.Deps(), b.Store) }
	people := func(b *uitest.Bench) kit.Page { return members.New(b.Deps(), b.Store, "") }
	calendar := func(b *uitest.Bench) kit.Page { return events.New(b.Deps(), b.Store) }
	board := func(b *uitest.Bench) kit.Page { return backlog.New(b.Deps(), b.Store) }
	check := func(b *uitest.Bench) kit.Page { return health.New(b.Deps(), b.Store) }
	return []stop{
		{overview.Page, func(b *uitest.Bench) kit.Page { return overview.New(b.Deps(), b.Store, coach.Visit{}) }, nil, func(w *tour) {
			w.TapNode(w.FindAll("Later")[0])
			w.Tap("Set aside, and note why…")
		}},
		{charter.Page, plan, data.Place{Kind: data.PlaceMeasure, ID: 1}, func(w *tour) { w.page.(kit.Arriver).Arrive(charter.PartPerform) }},
		{members.Page, people, int64(6), nil},  // somebody
		{members.Page, people, int64(21), nil}, // a newcomer
		{members.Page, people, int64(1), nil},  // the leader
		{events.Page, calendar, int64(8), func(w *tour) {
			err := w.Store.ChangeMinutes(w.T.Context(), 8, store.Visit{}, func(m *data.Minutes) { m.Text = "Five lines" })
			if err != nil {
				w.T.Fatal(err)
			}
			w.Tap("Publish minutes")
		}},
		{events.Page, calendar, int64(10), func(w *tour) {
			w.Tap("Add a line")
			w.look()
			w.Fire("events.series")
			w.Tap("Add a pause")
			w.look()
			w.Fire("events.ask")
			w.Tap("Somebody from outside")
		}},
		{backlog.Page, board, data.Place{Kind: data.PlaceItem, ID: 12}, nil},
		{backlog.Page, board, data.Place{Kind: data.PlaceItem, ID: 1}, func(w *tour) {
			w.page.(interface{ Arrive(any) }).Arrive(data.Place{Kind: data.PlaceItem, ID: 1})
			w.Settle()
			w.Tap("Note that it was used again")
		}},
		{backlog.Page, board, data.Place{Kind: data.PlaceStory, ID: 1}, nil},
		{health.Page, check, int64(2), func(w *tour) {
			w.Tap("Deck")
			w.TapNode(w.ByID("button", "card.growth"))
		}},
		{share.Page, func(b *uitest.Bench) kit.Page { return share.New(b.Deps(), b.Store, share.Options{}) }, nil, func(w *tour) {
			w.Fire("share.open.sponsor")
			w.TapNode(w.ByID("button", "reader.words"))
		}},
	}
}

// seenOnTour are the fields of every page and form of the demo.
func seenOnTour(t *testing.T) map[string][]seenField {
	seen := map[string][]seenField{}
	travel(t, func(w *tour) {
		w.seen, w.do = seen, w.note
	})
	return seen
}

// travel goes to every page and fires every command of each; begin says what is done at every page and form.
func travel(t *testing.T, begin func(w *tour)) {
	for _, stop := range stops() {
		w := &tour{}
		begin(w)
		w.new = func() {
			w.Bench = uitest.NewBench(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 2400})
			w.page = stop.page(w.Bench)
			w.Put(w.page)
			if arrives, can := w.page.(interface{ Arrive(any) }); can && stop.at != nil {
				arrives.Arrive(stop.at)
			}
			w.look()
		}
		w.new()
		w.tryAll()
		if stop.more != nil {
			w.new()
			stop.more(w)
			w.look()
		}
	}
}

// fieldWords are what the description of a field has to say: the labels it may stand under, and its hint.
type fieldWords struct {
	labels []string
	hint   string
}

func described[T any](all map[string]fieldWords, fields data.Fields[T]) {
	say := words.English()
	for i := range fields {
		f := &fields[i]
		label := say.Of(f.Label)
		all[f.ID()] = fieldWords{[]string{label, label + " (only for you)", label + " (may stay empty)", label + " (only for you; may stay empty)"}, say.Of(f.Hint)}
		if f.Input == data.InputTick {
			all[f.ID()] = fieldWords{[]string{""}, say.Of(f.Hint)} // the words stand beside the box
		}
	}
}

// descriptions are those of all rows that have fields in the window.
func descriptions() map[string]fieldWords {
	all := map[string]fieldWords{}
	described(all, data.MemberFields)
	described(all, data.CommunityFields)
	described(all, data.SponsorFields)
	described(all, data.SponsorContactFields)
	described(all, data.SponsorReportFields)
	described(all, data.StakeholderFields)
	described(all, data.RoleDefinitionFields)
	described(all, data.TermFields)
	described(all, data.ChannelFields)
	described(all, data.MeasureFields)
	described(all, data.MeasureValueFields)
	described(all, data.CharterVersionFields)
	described(all, data.CharterNoteFields)
	described(all, data.WorksheetAnswerFields)
	described(all, data.CanvasBoxFields)
	described(all, data.ForceFields)
	described(all, data.DeclaredLevelFields)
	described(all, data.LeaderTermFields)
	described(all, data.EventFields)
	described(all, data.AgendaLineFields)
	described(all, data.SeriesFields)
	described(all, data.PauseFields)
	described(all, data.EventTemplateFields)
	described(all, data.MinutesFields)
	described(all, data.PerfectionNoteFields)
	described(all, data.AnnouncementFields)
	described(all, data.ItemFields)
	described(all, data.ReuseFields)
	described(all, data.ContributionFields)
	described(all, data.HelpReceivedFields)
	described(all, data.FollowUpFields)
	described(all, data.CardVersionFields)
	described(all, data.RoundFields)
	described(all, data.ValueStoryFields)
	described(all, data.DismissalFields)
	described(all, data.AttendanceFields)
	described(all, data.MemberRoleFields)
	return all
}

// asked are the labels of dialogs and pages that ask for a field in words of their own, since they ask for more than its name says.
var asked = map[string][]string{
	"data.Item.title":           {"What is to be done", "Next small step"},
	"data.Item.owner":           {"Who does it", "Made by"},
	"data.Item.outcome":         {"What it is good for"},
	"data.Item.links":           {"Link"},
	"data.Item.due":             {"Until"},
	"data.LeaderTerm.member":    {"To whom"},
	"data.Member.knows":         {"Add to “Ask about”"},
	"data.Member.interests":     {"Add to “Interested in”"},
	"data.Attendance.event":     nil, // the event to which several came
	"data.Contribution.member":  {"Answered by", "Who guides them"},
	"data.CanvasBox.lines":      nil, // a field a box, under the question of the box
	"data.WorksheetAnswer.text": nil, // a field a question
}

// Given every form and every field of a page, then what stands there about a field of a row, label and hint, is what its description
// says, or words that are listed here.
func TestEveryFieldSaysWhatItsDescriptionSays(t *testing.T) {
	seen, all := seenOnTour(t), descriptions()
	for id, found := range seen {
		own, listed := asked[id]
		described, is := all[id]
		switch {
		case id == "":
			continue
		case !is:
			t.Errorf("%s is described by nothing that this test knows", id)
		case listed && own == nil:
			continue
		}
		for _, f := range found {
			if !slices.Contains(described.labels, f.label) && !slices.Contains(own, f.label) {
				t.Errorf("%s stands under %q, described is %q", id, f.label, described.labels[0])
			}
			last, _, _ := strings.Cut(strings.TrimPrefix(f.hint, described.hint+" · "), ": ")
			if f.form && f.hint != described.hint && last != "Last time" {
				t.Errorf("%s has the hint %q, described is %q", id, f.hint, described.hint)
			}
		}
	}
	stopEverywhere(t)
	reachEveryField(t, seen)
	knowTheOthers(t, seen[""])
}

// fieldless are the pages on which no field of a row stands.
var fieldless = []string{road.Page, history.Page, intake.Page, settings.Page}

// stopEverywhere sees that the tour goes to every page.
func stopEverywhere(t *testing.T) {
	t.Helper()
	for i := range pageSpecs {
		name := pageSpecs[i].name
		if !slices.Contains(fieldless, name) && !slices.ContainsFunc(stops(), func(s stop) bool { return s.name == name }) {
			t.Errorf("the tour doesn't go to the page %s", name)
		}
	}
}

// unreached are the fields that somebody writes and that stand in no form of the demo, each with the reason.
var unreached = map[string]string{
	"data.CharterVersion.text":   "the program writes it when a version is agreed",
	"data.Export.file":           "the program writes it when a document is made",
	"data.Export.note":           "the program writes it when a letter is opened",
	"data.Announcement.text":     "the program keeps what the letter said",
	"data.Answer.comment":        "stands only where somebody commented: the redacting of ui/health",
	"data.Response.next":         "as the comment of an answer",
	"data.CheckLine.text":        "is a line of the text that is the checklist",
	"data.MeetingPart.text":      "comes from the agenda when the meeting starts",
	"data.MeetingPart.who":       "as its text",
	"data.MeetingLine.text":      "is typed with one key while a meeting is under way",
	"data.MeetingLine.step":      "the program writes in which part an idea came",
	"data.KnownName.name":        "comes from a list, once it is said who is meant",
	"data.KnownColumns.headings": "come from a table, once it is said what its columns hold",
}

// reachEveryField sees that each field which data/README.md, Limits and reach lists can be written somewhere.
func reachEveryField(t *testing.T, seen map[string][]seenField) {
	t.Helper()
	text, err := os.ReadFile("../data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "\n## Limits and reach\n")
	table, _, _ = strings.Cut(table, "\n## ")
	listed := 0
	for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\| (.+) \\|$").FindAllStringSubmatch(table, -1) {
		for _, field := range strings.Split(row[2], " · ") {
			key, _, _ := strings.Cut(field, " ")
			id := "data." + row[1] + "." + key
			listed++
			if why := unreached[id]; (why == "") == (len(seen[id]) == 0) {
				t.Errorf("%s stands in a form: %v; listed as out of reach: %q", id, len(seen[id]) > 0, why)
			}
		}
	}
	if listed < 100 {
		t.Errorf("only %d fields are listed", listed)
	}
}

// ofNoRow are the labels of what is asked in forms and is no field of a row.
var ofNoRow = []string{
	"Checklist",                                                                    // of an event, a row a line
	"Leads",                                                                        // of an event: a part of somebody
	"What, one a line",                                                             // items, a title a line
	"Column",                                                                       // an item is moved, which is dated
	"1, lost time", "2", "3, got back what I put in", "4", "5, more than worth it", // counts of votes
	"Cards",                                                                                         // of a round: a row each
	"The other record",                                                                              // of two that are joined
	"Take away, from both",                                                                          // topics that several had
	"For whom", "To; they see one another", "Readers, who don't see one another", "Subject", "Text", // of a letter
}

// knowTheOthers sees that no form asks for something in words of its own that are not listed.
func knowTheOthers(t *testing.T, others []seenField) {
	t.Helper()
	for _, f := range others {
		if f.form && f.label != "" && !slices.Contains(ofNoRow, f.label) {
			t.Errorf("%q is about no field of a row", f.label)
		}
	}
}
