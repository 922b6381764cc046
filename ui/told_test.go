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
	least int // in so many places at least
}

// figuresOf are the figures of a community, worded by the functions that tell them.
func figuresOf(s *data.Snapshot) []figure {
	say, today := words.English(), datatest.Today
	round, _ := s.LastRound(today)
	res, st := s.Result(round.ID), s.Standings(today)
	next := s.ComingEvents(today)[0]
	share := data.Percent(st.Gave, st.Members)
	out := []figure{
		{"who answered", fmt.Sprintf(`\b%d ?(?:of|/|out of|from) ?%d\b[^.;|]*?answered(?:, (?:most members|part of the members; others may differ|only))?`, res.Returned, res.Invited),
			[]string{say.Of(res.Answered()), say.Of(res.AnsweredPercent()), say.Of(res.AnsweredWord())}, 8},
		{"rate of the health check", fmt.Sprintf(`\b%d ?(?:of|/) ?%d \([^)]{1,9}\)`, res.Returned, res.Invited), []string{say.Text("%d of %d (%d %%)", res.Returned, res.Invited, res.Percent())}, 2},
		{"word of the rate", `[0-9.,]+ ?%, (?:most members|part of the members|only those who)`, []string{say.Text("%d %%, part of the members", res.Percent())}, 1},
		{"who gave something", `\b[0-9]+ (?:of [0-9]+|%) gave something(?: in [a-z0-9 ]*(?:year|days))?`,
			[]string{say.Text("%d of %d gave something %s", st.Gave, st.Members, st.Span()), say.Text("%d %% gave something %s", share, st.Span())}, 1},
		{"members", `[0-9]+ events?, [0-9]+ members`, []string{fmt.Sprintf("4 events, %d members", st.Members)}, 2},
		{"next event", `Saturday,? 5 Dec(?:ember)? 2026, 16:00.{1,4}17:00`, []string{say.Hours(next.On, "16:00", "17:00")}, 8},
		{"next event, otherwise", `\b(?:0?5[./]12[./]2026|12/0?5/2026|December 5|5th of)`, nil, 0},
		{"leader's hours", `\b3(?:[.,]0)? of 37[.,]50? hours`, []string{say.Text("%g of %g hours", s.Community.LeaderHours, s.Community.WorkWeek)}, 2},
		{"a share without its space", `[0-9]%`, nil, 0},
	}
	return append(out, cardFigures(say, res)...)
}

// cardFigures are the shares of the cards, and the mean that a measure tells.
func cardFigures(say *words.Say, res data.RoundResult) (out []figure) {
	for _, c := range res.Cards {
		f := c.Figures
		out = append(out, figure{"shares of " + c.Card.Card, regexp.QuoteMeta(c.Card.Title) + `:? [a-z]+: [0-9.,]+ ?% high, [0-9.,]+ ?% low of [0-9]+ answers`,
			[]string{say.Text("%s %s: %d %% high, %d %% low of %d answers", c.Card.Title, f.Word.Phrase(), f.HighShare, f.LowShare, f.Answers)}, 0})
		if c.Card.Card == "value" {
			mean := say.Text("%.1f", f.Mean.Float())
			out = append(out, figure{"a measure", regexp.QuoteMeta(c.Card.Title) + ` · at the start: [^ ]+ · now: [^ ]+`, []string{c.Card.Title + " · at the start: 3.4 · now: " + mean}, 2})
		}
	}
	return out
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

// Given every screen, document and letter of the demo, then each figure of it is said in one of its ways, wherever it stands.
func TestEveryFigureIsToldTheSame(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	snap := datatest.Read(t, st.w.shell.store)
	told := tellings(t, snap, st)
	for _, f := range figuresOf(snap) {
		looks, places := regexp.MustCompile(f.looks), 0
		for i := range f.said {
			f.said[i] = plain(f.said[i])
		}
		for place, text := range told {
			for _, match := range looks.FindAllString(text, -1) {
				if places++; !slices.Contains(f.said, match) {
					t.Errorf("%s: %s says %q, not %q", f.name, place, match, f.said)
				}
			}
		}
		if places < f.least {
			t.Errorf("%s is told in %d places, want %d", f.name, places, f.least)
		}
	}
}
