package ui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/sheet/sheettest"
	"copleader/ui/uitest"
)

// figure is something a community is told of in numbers, and all the ways in which it may be said: what in any text looks like it
// is one of them.
type figure struct {
	name  string
	looks string // as a regular expression
	said  []string
	least int    // in so many places at least
	in    string // looked for in these places alone, as a regular expression
}

// figuresOf are the figures of a community, worded by the functions that tell them.
func figuresOf(s *data.Snapshot) []figure {
	say, today := words.English(), datatest.Today
	round, _ := s.LastRound(today)
	res, st := s.Result(round.ID), s.Standings(today)
	next := s.ComingEvents(today)[0]
	share := data.Percent(st.Gave, st.Members)
	held := slices.DeleteFunc(s.HeldEvents(today), func(e data.Event) bool { return e.On <= today.AddDays(-91) })
	out := []figure{
		{name: "who answered", looks: fmt.Sprintf(`\b%d ?(?:of|/|out of|from) ?%d\b[^.;|]*?answered(?:, (?:most members|part of the members; others may differ|only))?`, res.Returned, res.Invited),
			said: []string{say.Of(res.Answered()), say.Of(res.AnsweredPercent()), say.Of(res.AnsweredWord()),
				fmt.Sprintf("%d of %d people answered", res.Returned, res.Invited)}, least: 8}, // the last of a card that all answered,
		{name: "rate of the health check", looks: fmt.Sprintf(`\b%d ?(?:of|/) ?%d \([^)]{1,9}\)`, res.Returned, res.Invited), said: []string{say.Text("%d of %d (%d %%)", res.Returned, res.Invited, res.Percent())}, least: 2},
		{name: "word of the rate", looks: `[0-9.,]+ ?%, (?:most members|part of the members|only those who)`, said: []string{say.Text("%d %%, part of the members", res.Percent())}, least: 1},
		{name: "who gave something", looks: `\b[0-9]+ (?:of [0-9]+|%) gave something(?: in [a-z0-9 ]*(?:year|days))?`,
			said: []string{say.Text("%d of %d gave something %s", st.Gave, st.Members, st.Span()), say.Text("%d %% gave something %s", share, st.Span())}, least: 1},
		{name: "members", looks: `[0-9]+ events?, [0-9]+ members`, said: []string{fmt.Sprintf("%d events, %d members", len(held), st.Members)}, least: 2},
		{name: "next event", looks: `Saturday,? 5 Dec(?:ember)? 2026, 16:00.{1,4}17:00`, said: []string{say.Hours(next.On, "16:00", "17:00")}, least: 8},
		{name: "next event, otherwise", looks: `\b(?:0?5[./]12[./]2026|12/0?5/2026|December 5|5th of)`},
		{name: "leader's hours", looks: `\b[0-9.,]+ of [0-9.,]+ hours`, said: []string{say.Text("%g of %g hours", s.Community.LeaderHours, s.Community.WorkWeek)}, least: 2},
		{name: "a share without its space", looks: `[0-9]%`},
	}
	if !res.HasRate() {
		out[0].looks, out[1].looks, out[1].least, out[2].said, out[2].least = fmt.Sprintf(`\b%d (?:of [0-9]+ )?answer[^|.]{0,48}?(?:noted|asked|answered)`, res.Returned), `[0-9] of [0-9]+ \([^)]*\) answered`, 0, nil, 0
	}
	return slices.Concat(out, levelFigures(say, st), cardFigures(say, res))
}

// levelFigures are how many people stand on each level: for the leader as they are, outside as far as they may be told.
func levelFigures(say *words.Say, st *data.Standings) (out []figure) {
	covered, row := st.CoveredLevels(), ""
	for _, level := range []data.Level{data.Core, data.Active, data.Occasional, data.Peripheral} {
		word, n := say.Of(level.Phrase()), st.Counts[level]
		lower := strings.ToLower(word)
		out = append(out, figure{name: lower, looks: `\b[0-9]+ ` + lower + `\b`, said: []string{fmt.Sprintf("%d %s", n, lower)}, least: 1, in: "screen overview"},
			figure{name: lower, looks: `\b` + word + ` [0-9]+ \|`, said: []string{fmt.Sprintf("%s %d |", word, n)}, least: 1, in: "screen members"})
		row += word + " " + told(say, covered[level]) + " "
	}
	return append(out, figure{name: "levels", looks: `\bCore [^ ]+ Active [^ ]+ Occasional [^ ]+ Peripheral [^ ]+ `, said: []string{plain(row) + " "}, least: 1, in: "results"})
}

func told(say *words.Say, c data.CoveredCount) string {
	switch c.Cover {
	case data.Few:
		return say.Text("<%d", data.MinGroupSize)
	case data.Withheld:
		return say.Text("withheld")
	}
	return fmt.Sprint(c.N)
}

// cardFigures are the shares of the cards, and the mean that a measure tells.
func cardFigures(say *words.Say, res data.RoundResult) (out []figure) {
	for _, c := range res.Cards {
		f := c.Figures
		out = append(out, figure{name: "shares of " + c.Card.Card, looks: regexp.QuoteMeta(c.Card.Title) + `:? [a-z]+: [0-9.,]+ ?% high, [0-9.,]+ ?% low of [0-9]+ answers`,
			said: []string{say.Text("%s %s: %d %% high, %d %% low of %d answers", c.Card.Title, f.Word.Phrase(), f.HighShare, f.LowShare, f.Answers)}})
		if f.HasMean {
			out = append(out, figure{name: "median of " + c.Card.Card, looks: `Median [^|]*`, in: regexp.QuoteMeta("talk of " + c.Card.Title), least: 1,
				said: []string{fmt.Sprintf("Median %s, mean %s. ", medianOf(f.Counts), say.Text("%.1f", f.Mean.Float()))}},
				figure{name: "spread of " + c.Card.Card, looks: `Spread [^|]*`, in: regexp.QuoteMeta("talk of " + c.Card.Title), least: 1, said: []string{say.Text("Spread (standard deviation) %.1f.", f.SD.Float()) + " "}})
		}
		if c.Card.Card == "value" {
			mean := say.Text("%.1f", f.Mean.Float())
			out = append(out, figure{name: "a measure", looks: regexp.QuoteMeta(c.Card.Title) + ` · at the start: [^ ]+ · now: [^ ]+`, said: []string{c.Card.Title + " · at the start: 3.4 · now: " + mean}, least: 2})
		}
	}
	return out
}

// medianOf is the answer in the middle, counted one by one.
func medianOf(counts data.Counts) string {
	var all []int
	for i, n := range counts {
		for range n {
			all = append(all, i+1)
		}
	}
	twice := all[(len(all)-1)/2] + all[len(all)/2]
	if twice%2 == 1 {
		return fmt.Sprintf("%d.5", twice/2)
	}
	return fmt.Sprint(twice / 2)
}

// talks adds what the room sees of each card while a round is talked through, with more figures.
func talks(st *stage, s *data.Snapshot, out map[string]string) {
	round, _ := s.LastRound(datatest.Today)
	st.w.shell.goTo("health", nil)
	st.Fire("health.talk")
	for range s.Result(round.ID).Cards {
		st.TapNode(st.ByID("button", "card.more"))
		text := plain(strings.Join(st.Texts(), " | ")) + " |"
		for _, card := range s.Result(round.ID).Cards {
			if strings.Contains(text, "| "+card.Card.Low) {
				out["talk of "+card.Card.Title] = text
			}
		}
		st.TapNode(st.ByID("button", "talk.next"))
	}
}

// tellings are all texts of a community by where they stand: its screens, documents and letters.
func tellings(t *testing.T, snap *data.Snapshot, st *stage) map[string]string {
	out := map[string]string{}
	for _, spec := range pageSpecs {
		st.w.shell.goTo(spec.name, nil)
		out["screen "+spec.name] = plain(strings.Join(st.Texts(), " | "))
	}
	opt := reports.Options{Today: datatest.Today, Now: datatest.Now(), Say: words.English()}
	for _, doc := range reports.Documents() {
		var content bytes.Buffer
		if _, err := reports.Write(context.Background(), doc.Name, heldSnapshot{snap}, opt, &content); err != nil {
			continue // nothing to tell
		}
		out[doc.Name] = plain(documentText(t, doc, content.Bytes()))
	}
	for _, name := range []string{"sponsor", "results", "group"} {
		l, err := reports.LetterFor(snap, name, opt)
		if err != nil {
			t.Fatal(err)
		}
		out["letter with "+name] = plain(l.Text)
	}
	return out
}

type heldSnapshot struct{ s *data.Snapshot }

func (h heldSnapshot) Snapshot(context.Context) (*data.Snapshot, error) { return h.s, nil }

// plain has one space for each white space.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

// documentText is what a document says, "" for one that only programs read.
func documentText(t *testing.T, doc reports.Document, content []byte) string {
	t.Helper()
	switch doc.Kind() {
	case "md":
		return string(content)
	case "xlsx":
		return sheettest.Open(t, content).AllText()
	case "pdf":
		path := filepath.Join(t.TempDir(), "doc.pdf")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if text, err := exec.Command("pdftotext", path, "-").Output(); err == nil { // else it is not installed here
			return string(text)
		}
	}
	return ""
}

// larger is the demo grown: other people came, answered and are asked, and leading has other hours.
func larger(t *testing.T) *data.Snapshot {
	s := datatest.Read(t, datatest.Demo(t))
	s.Community.LeaderHours, s.Community.WorkWeek = 7.5, 40
	s.Attendance = slices.DeleteFunc(s.Attendance, func(a data.Attendance) bool { return a.ID%3 == 0 })
	for i := range s.Tallies {
		c := &s.Tallies[i].Counts
		c[0], c[1], c[2], c[3], c[4] = c[4], c[0], c[1]+1, c[2], c[3]
	}
	for i := range s.Returns {
		s.Returns[i].Returned += 2
	}
	for i := range s.Rounds {
		s.Rounds[i].Invited = 31
	}
	return s
}

// Given every screen, document and letter of a community, then each figure of it is said in one of its ways, wherever it stands.
func TestEveryFigureIsToldTheSame(t *testing.T) {
	unasked := larger(t)
	for i := range unasked.Rounds {
		unasked.Rounds[i].Invited = 0
	}
	for name, snap := range map[string]*data.Snapshot{"the demo": datatest.Read(t, datatest.Demo(t)), "a larger one": larger(t), "one that noted nobody": unasked} {
		t.Run(name, func(t *testing.T) {
			file := datatest.Filled(t, snap)
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			st := setStage(t, uitest.Options{Width: 1600, Height: 800}) // with room for all chips
			st.start(Start{File: file.Path()})
			snap := datatest.Read(t, st.w.shell.store)
			told := tellings(t, snap, st)
			talks(st, snap, told)
			sameEverywhere(t, figuresOf(snap), told)
			costsAreTold(t, snap)
			cellsOfCards(t, snap)
		})
	}
}

// sameEverywhere fails where something that looks like a figure is none of the ways in which it is said.
func sameEverywhere(t *testing.T, figures []figure, told map[string]string) {
	t.Helper()
	for _, f := range figures {
		looks, places, in := regexp.MustCompile(f.looks), 0, regexp.MustCompile("^(?:"+f.in+")$")
		for i := range f.said {
			f.said[i] = plain(f.said[i])
		}
		for place, text := range told {
			if f.in != "" && !in.MatchString(place) {
				continue
			}
			for _, match := range looks.FindAllString(text, -1) {
				if places++; !slices.Contains(f.said, strings.TrimSpace(match)) {
					t.Errorf("%s: %s says %q, not %q", f.name, place, match, f.said)
				}
			}
		}
		if places < f.least {
			t.Errorf("%s is told in %d places, want %d", f.name, places, f.least)
		}
	}
}

// costsAreTold fails where report or workbook, with costs ticked, tell others than length by attendance, and the hours of leading.
func costsAreTold(t *testing.T, s *data.Snapshot) {
	t.Helper()
	minutes := 0
	for _, e := range s.HeldEvents(datatest.Today) {
		if e.On > datatest.Today.AddDays(-91) {
			for _, a := range s.Attendance {
				if a.EventID == e.ID && a.Present {
					minutes += e.Minutes
				}
			}
		}
	}
	members, leading := fmt.Sprint((minutes+30)/60), fmt.Sprint(int(s.Community.LeaderHours*13+0.5))
	opt := reports.Options{Today: datatest.Today, Now: datatest.Now(), Say: words.English(), Parts: []string{"costs"}}
	for _, name := range []string{"sponsor", "results"} {
		var content bytes.Buffer
		if _, err := reports.Write(context.Background(), name, heldSnapshot{s}, opt, &content); err != nil {
			t.Fatal(err)
		}
		if name == "results" {
			book := sheettest.Open(t, content.Bytes())
			if a, b := book.Named("fig_hours_members"), book.Named("fig_hours_leading"); a != members || b != leading {
				t.Errorf("the workbook tells costs of %s and %s hours, want %s and %s", a, b, members, leading)
			}
			continue
		}
		doc, _ := reports.Find(name)
		text, want := plain(documentText(t, doc, content.Bytes())), members+" hours of members at events, "+leading+" hours agreed for leading"
		if text != "" && !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}

// cellsOfCards fails where the workbook's row of a card has another median, mean or spread.
func cellsOfCards(t *testing.T, s *data.Snapshot) {
	t.Helper()
	var content bytes.Buffer
	opt := reports.Options{Today: datatest.Today, Now: datatest.Now(), Say: words.English()}
	if _, err := reports.Write(context.Background(), "results", heldSnapshot{s}, opt, &content); err != nil {
		t.Fatal(err)
	}
	book := sheettest.Open(t, content.Bytes())
	round, _ := s.LastRound(datatest.Today)
	var head []string
	for _, row := range book.Rows("Results") {
		if slices.Contains(row, "Median") {
			head = row
		}
	}
	for _, c := range s.Result(round.ID).Outward().Cards {
		f, row := c.Figures, book.Find("Results", c.Card.Title)
		if !f.HasMean {
			continue
		}
		for title, want := range map[string]string{"Median": medianOf(f.Counts), "Mean": words.English().Text("%.1f", f.Mean.Float()), "SD": words.English().Text("%.1f", f.SD.Float())} {
			at := slices.Index(head, title)
			if got := strings.TrimSuffix(row[at], ".0"); got != strings.TrimSuffix(want, ".0") {
				t.Errorf("%s of %s is %s in the workbook, want %s", title, c.Card.Title, got, want)
			}
		}
	}
}
