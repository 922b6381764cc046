package ui

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports"
	"copleader/ui/kit"
)

// shownMost is how many letters of a line that was found are shown.
const shownMost = 60

// shown is what was found: what it is called, and where only another text holds the words, the line that has the first of them.
func (f find) shown(typed string) string {
	wanted, title := data.SearchedFor(typed), data.Fold(f.text)
	if !f.of {
		wanted = slices.DeleteFunc(wanted, func(w string) bool { return strings.Contains(title, w) })
	}
	if len(wanted) == 0 {
		return f.text
	}
	for line := range strings.Lines(f.body) {
		if holdsOne(data.Fold(line), wanted) {
			return f.text + ": " + excerpt(line, wanted)
		}
	}
	return f.text
}

// excerpt is what is shown of a line, so that the first of the words stands in it.
func excerpt(line string, wanted []string) string {
	parts := strings.Fields(line)
	if at := slices.IndexFunc(parts, func(p string) bool { return holdsOne(data.Fold(p), wanted) }); at > 3 {
		parts = append([]string{"…"}, parts[at-2:]...)
	}
	letters := []rune(strings.Join(parts, " "))
	if len(letters) > shownMost {
		letters = append(letters[:shownMost:shownMost], '…')
	}
	return string(letters)
}

// texts are all that somebody typed into a row, a line each; guests find nothing by what is the leader's own.
func texts[T any](w *writings, fields data.Fields[T], row *T) string {
	var lines []string
	for i := range fields {
		if fields[i].Private && w.s.IsForGuests() {
			continue
		}
		fields[i].EachText(row, func(text *string) {
			if *text != "" {
				lines = append(lines, *text)
			}
		})
	}
	return strings.Join(lines, "\n")
}

// written lists everything that somebody wrote, with the way there, and the documents. Comments of a health check are not in it: who
// looks for a name is not to come upon what somebody said without theirs.
func written(s *data.Snapshot, say *words.Say, today data.Date) []find {
	w := &writings{s: s, say: say, today: today}
	w.people()
	w.events()
	w.board()
	w.charter()
	for _, d := range reports.Documents() {
		if d.Of == "" {
			w.add(find{text: say.Of(d.Title), note: say.Text("Document"), body: say.Of(d.About), page: "share", at: kit.Paper{Document: d.Name}})
		}
	}
	return fold(w.all)
}

// writings collects what was written.
type writings struct {
	s     *data.Snapshot
	say   *words.Say
	today data.Date
	all   []find
}

func (w *writings) add(f find) { w.all = append(w.all, f) }

// unlessGuests is what is known of a person, of whom guests find the name alone.
func (w *writings) unlessGuests(text string) string {
	if w.s.IsForGuests() {
		return ""
	}
	return text
}

func (w *writings) people() {
	for i := range w.s.Members {
		m := &w.s.Members[i]
		w.add(find{text: m.Name, note: w.say.Text("Member"), body: w.unlessGuests(texts(w, data.MemberFields, m)), page: "members", at: m.ID})
	}
	for i := range w.s.Sponsors {
		r := &w.s.Sponsors[i]
		w.add(find{text: r.Name, note: w.say.Text("Sponsor"), body: w.unlessGuests(texts(w, data.SponsorFields, r)), page: "members", at: data.Place{Kind: data.PlaceSponsors}})
	}
	for i := range w.s.FollowUps {
		f := &w.s.FollowUps[i]
		if m, there := w.s.MemberByID(f.MemberID); there {
			w.add(find{text: m.Name, note: w.say.Text("Follow-up"), of: true, body: texts(w, data.FollowUpFields, f), page: "members", at: m.ID})
		}
	}
}

func (w *writings) events() {
	titles := map[int64]string{}
	for i := len(w.s.Events) - 1; i >= 0; i-- { // the latest first
		e := &w.s.Events[i]
		titles[e.ID] = w.say.Of(e.Called(w.today))
		w.add(find{text: titles[e.ID], note: w.say.Text("Event"), body: texts(w, data.EventFields, e), page: "events", at: e.ID})
	}
	for i := range w.s.Minutes {
		m := &w.s.Minutes[i]
		if e, _ := w.s.EventByID(m.EventID); e.Confidential && w.s.IsForGuests() {
			continue
		}
		w.add(find{text: titles[m.EventID], note: w.say.Text("Minutes"), of: true, body: texts(w, data.MinutesFields, m), page: "events", at: m.EventID})
	}
	for i := range w.s.Agenda {
		l := &w.s.Agenda[i]
		w.add(find{text: titles[l.EventID], note: w.say.Text("Programme"), of: true, body: texts(w, data.AgendaLineFields, l), page: "events", at: l.EventID})
	}
}

func (w *writings) board() {
	for i := range w.s.Items {
		it := &w.s.Items[i]
		w.add(find{text: it.Title, note: w.say.Text("Item"), body: texts(w, data.ItemFields, it), page: "backlog", at: it.ID})
	}
	for i := range w.s.Stories {
		t := &w.s.Stories[i]
		w.add(find{text: t.Title, note: w.say.Text("Story"), body: texts(w, data.ValueStoryFields, t), page: "backlog", at: data.Place{Kind: data.PlaceStory, ID: t.ID}})
	}
}

func (w *writings) charter() {
	charter := func(text, body, part string) {
		w.add(find{text: text, note: w.say.Text("Charter"), body: body, page: "charter", at: data.CharterPlace(part)})
	}
	charter(w.s.Community.Name, texts(w, data.CommunityFields, &w.s.Community), "purpose")
	for i := range w.s.Canvas {
		b := &w.s.Canvas[i]
		w.add(find{text: w.say.Of(b.Box.Phrase()), note: w.say.Text("Charter"), body: texts(w, data.CanvasBoxFields, b), page: "charter", at: data.BoxPlace(b.Box)})
	}
	for i := range w.s.Measures {
		m := &w.s.Measures[i]
		w.add(find{text: m.Wording, note: w.say.Text("Measure"), body: texts(w, data.MeasureFields, m), page: "charter", at: data.Place{Kind: data.PlaceMeasure, ID: m.ID}})
	}
	for i := range w.s.Worksheets {
		a := &w.s.Worksheets[i]
		phase, _, _ := strings.Cut(a.Question, ".")
		w.add(find{text: w.say.Of(data.QuestionText(a.Question)), note: w.say.Text("Worksheet"), body: a.Text, page: "charter", at: data.Phase(phase)})
	}
	for i := range w.s.Terms {
		charter(w.say.Text("Words of the community"), texts(w, data.TermFields, &w.s.Terms[i]), "define")
	}
}
