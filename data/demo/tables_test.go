package demo

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/words"
)

var day0 = data.NewDate(2026, time.November, 21)

// section is what data/README.md, Demo says, with one space for each break, and the lines of its tables.
func section(t *testing.T) (text string, rows []string) {
	t.Helper()
	content, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ = strings.Cut(string(content), "\n## Demo\n")
	text, _, _ = strings.Cut(text, "\n## ")
	for line := range strings.Lines(text) {
		if row := strings.TrimSpace(line); strings.HasPrefix(row, "| ") && !strings.HasPrefix(row, "| Id") && !strings.HasPrefix(row, "| Card") {
			rows = append(rows, row)
		}
	}
	return strings.Join(strings.Fields(text), " "), rows
}

func snapshot(t *testing.T) *data.Snapshot {
	t.Helper()
	s, err := Snapshot(day0)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Given the tables of members, events and rounds, then each line is what the program makes of the demo, to the letter.
func TestTheTablesAreToldToTheLetter(t *testing.T) {
	s := snapshot(t)
	_, rows := section(t)
	got := slices.Concat(memberRows(s), eventRows(s), cardRows(s))
	for i := range max(len(got), len(rows)) {
		switch {
		case i >= len(got) || i >= len(rows):
			t.Fatalf("%d lines are told, %d stand there", len(got), len(rows))
		case got[i] != rows[i]:
			t.Errorf("got  %s\nwant %s", got[i], rows[i])
		}
	}
}

func weeks(day data.Date) string {
	n := day.Sub(day0) / 7
	if n < 0 {
		return fmt.Sprintf("−%d", -n)
	}
	return fmt.Sprintf("+%d", n)
}

func memberRows(s *data.Snapshot) (rows []string) {
	st := s.Standings(day0)
	for i := range s.Members {
		m := &s.Members[i]
		p := st.ByMember(m.ID)
		e := p.Evidence
		role, figures := "–", fmt.Sprintf("%d/%d | %d | %d", e.Seen, e.Events, e.Contributions, e.Organising)
		switch {
		case m.ID == s.Community.LeaderID:
			role = "leader"
		case e.CoreRole:
			role = "core team"
		case e.Contact:
			role, figures = "contact", "– | – | –"
		}
		rows = append(rows, fmt.Sprintf("| M%02d | %s | %s | %s | %s | %s | %s |", m.ID, m.Name, m.Unit, weeks(m.JoinedOn), role, figures, levelOf(p)))
	}
	return rows
}

func levelOf(p data.Standing) string {
	switch {
	case p.DeclaredCoreNotSeen:
		return string(p.Effective) + " (declaredCoreNotSeen)"
	case p.Flag != data.FlagNone:
		return fmt.Sprintf("%s (%s)", p.Effective, p.Flag)
	case !p.Evidence.CoreRole && p.Evidence.Organising >= 3:
		return fmt.Sprintf("%s (spread %d days: not core)", p.Effective, p.Evidence.SpreadDays)
	}
	return string(p.Effective)
}

func eventRows(s *data.Snapshot) (rows []string) {
	for i := range s.Events {
		e := &s.Events[i]
		led := ""
		for _, r := range s.EventRoles {
			switch {
			case r.EventID == e.ID && r.Part == data.PartFacilitator:
				led = fmt.Sprintf("M%02d", r.MemberID) + led
			case r.EventID == e.ID && r.Part == data.PartSpeaker && e.Format == "brown_bag":
				led += fmt.Sprintf(" (M%02d speaks)", r.MemberID)
			}
		}
		rows = append(rows, fmt.Sprintf("| E%02d | %s | %s | %s | %s | %s | %s |", e.ID, weeks(e.On), e.Format, e.Title, led, came(s, e), afterwards(s, e)))
	}
	return rows
}

func came(s *data.Snapshot, e *data.Event) string {
	switch {
	case e.Status != data.StatusHeld:
		return "planned"
	case e.Guests > 0:
		return fmt.Sprintf("%d (%d)", s.CameTo(e.ID), e.Guests)
	}
	return fmt.Sprint(s.CameTo(e.ID))
}

// afterwards is the mean of the votes, and how it stands with the minutes.
func afterwards(s *data.Snapshot, e *data.Event) string {
	votes, minutes := "–", "–"
	if e.Status == data.StatusHeld {
		votes, minutes = "none", "due"
		if day0.Sub(e.On) > s.Thresholds().Coach.MinutesDays {
			minutes = "**missing**"
		}
	}
	for i := range s.Roti {
		if r := &s.Roti[i]; r.EventID == e.ID {
			mean, _ := r.Mean()
			votes = fmt.Sprintf("%.1f (%d)", mean.Float(), r.Votes.Sum())
		}
	}
	for i := range s.Minutes {
		if m := &s.Minutes[i]; m.EventID == e.ID && m.PublishedOn != 0 {
			minutes = "yes"
		}
	}
	return votes + " | " + minutes
}

func cardRows(s *data.Snapshot) (rows []string) {
	first, second := s.Result(1), s.Result(2)
	for i, now := range second.Cards {
		f, before := now.Figures, first.Cards[i].Figures
		change := words.English().Of(now.Change.Phrase())
		if now.Change == data.ChangeUp || now.Change == data.ChangeDown {
			change = "**" + change + "**"
		}
		if before.Word == data.WordConcern && f.Word != data.WordConcern {
			change += " (was concern)"
		}
		rows = append(rows, fmt.Sprintf("| %s | %s | %.1f | %s | %.1f (%.1f) | %d/%d | %s | %s |", now.Card.Card, answers(before), before.Mean.Float(),
			answers(f), f.Mean.Float(), f.SD.Float(), f.HighShare, f.LowShare, f.Word, change))
	}
	return rows
}

func answers(f data.Figures) string {
	c := f.Counts
	return fmt.Sprintf("%d-%d-%d-%d-%d, %d", c[0], c[1], c[2], c[3], c[4], f.NoOpinion)
}
