package members

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/uitest"
)

func quarterTexts(quarters []Quarter) []string {
	var out []string
	for _, q := range quarters {
		line := q.Title
		for _, l := range q.Lines {
			line += " | " + l.Text
		}
		if q.Remark != "" {
			line += " | " + q.Remark
		}
		out = append(out, line)
	}
	return out
}

// Given the demo, then people moving are told by quarter, as far back as the community goes, and where levels can't be compared
// yet it says so.
func TestMoves(t *testing.T) {
	t.Parallel()
	state := stateOf(t, datatest.Read(t, datatest.Demo(t)))
	got := quarterTexts(state.Moves(state.roster))
	want := []string{
		"1 Oct 2026 to today | Joined: نور الهدى بنعلي and Ægir Strømø | Further out: Nguyễn Thị Hạnh (Active to Occasional), " +
			"Güneş Yıldırım (Active to Occasional), Дмитрий Орлов (Active to Occasional), Þórdís Jónsdóttir (Active to Occasional) and " +
			"Милица Јовановић (Active to Occasional)",
		"1 Jul 2026 to 30 Sep 2026 | Joined: Þórdís Jónsdóttir and Милица Јовановић | Not enough events yet to compare levels.",
		"1 Apr 2026 to 30 Jun 2026 | Joined: Zoë Marchand-Núñez, Łukasz Wiśniewski, Ελένη Παπαδοπούλου, Søren Ødegaard, Олена Шевченко, " +
			"王晓梅 and 13 more | Not enough events yet to compare levels.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("told is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := state.LevelsToday(); got != "Today: Core 3 · Active 5 · Occasional 7 · Peripheral 8 · Transactional 1." {
		t.Errorf("today: %q", got)
	}
}

// Given levels the leader set, then the list and the levels of today say how many (data/README.md, Levels).
func TestSetByHand(t *testing.T) {
	t.Parallel()
	s := few()
	for id := int64(1); id <= 2; id++ {
		s.Declared = append(s.Declared, data.DeclaredLevel{ID: id, MemberID: id, Level: data.Core, DeclaredOn: today})
	}
	state := stateOf(t, s)
	if got := state.OrderLine(); got != "4 of 5 shown · sorted by level, then name · 2 levels set by you" {
		t.Errorf("the line says %q", got)
	}
	if got := state.LevelsToday(); got != "Today: Core 2 · Active 1 · Transactional 1. 2 levels set by you." {
		t.Errorf("today: %q", got)
	}
	s.Events = s.Events[:1]
	if got := stateOf(t, s).LevelsToday(); got != "Not enough events yet: 1 held since 24 May 2026." {
		t.Errorf("with one event: %q", got)
	}
}

// The help text speaks the numbers in force and names what the rule can't see.
func TestReckoning(t *testing.T) {
	t.Parallel()
	s := few()
	s.Settings = []data.Setting{{Key: "level.coreActs", Value: "4"}}
	r := stateOf(t, s).Reckoning()
	var all []string
	for _, rule := range r.Rules {
		all = append(all, rule.Level+": "+rule.Text)
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{"organised at least 4 things over 56 days and was at one event in 2", "organised something or spoke (at least 1) and was seen in the last 90 days",
		"Active: made 4 contributions over 56 days, whatever the attendance", "Active: was at one event in 2; or at one in 3 with 2 contributions",
		"Occasional: was at 2 events, or made 1 contribution", "new: fewer than 3 events since joining"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in\n%s", want, text)
		}
	}
	if !strings.HasPrefix(r.Window, "What counts are the events held and the contributions from 24 May 2026 to 21 Nov 2026.") || len(r.Weaknesses) != 4 {
		t.Errorf("window %q, weaknesses %q", r.Window, r.Weaknesses)
	}
}

// Given the view of people moving, when Show is pressed, then just those people are listed, and Everyone leads back.
func TestShowThoseWhoMoved(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("People moving")
	b.Want("Moving closer and moving further out are both a sign of life.", "1 Oct 2026 to today", "Not enough events yet to compare levels.")
	b.TapNode(b.FindAll("Show")[1])
	b.Want("Chosen 5", "5 of 24 shown", "Güneş Yıldırım")
	b.WantNot("Sign of life", "Žofie Dvořáková")
	if got := b.screen.pane.detail.Member.ID; got != 9 {
		t.Errorf("the pane shows %d, want the first of them", got)
	}
	b.Tap("Everyone 24")
	b.Want("24 of 24 shown")
	b.WantNot("Chosen")
}

// Given the list of people another page leads to, then exactly those are shown, also before the first Load; who is gone is left
// out, and searching goes on among them.
func TestArriveAtSome(t *testing.T) {
	later := &uitest.HandRunner{}
	b := &bench{Bench: uitest.NewBench(t, datatest.Demo(t), uitest.Options{Runner: later})}
	b.screen = New(b.Deps(), b.Store, "")
	b.Put(b.screen)
	b.screen.Arrive([]int64{16, 9, 11, 99})
	later.FinishAll()
	b.Settle()
	b.Want("Chosen 3", "3 of 24 shown", "Þórdís Jónsdóttir")
	if got := b.screen.VisibleIDs(); !slices.Equal(got, []int64{11, 9, 16}) {
		t.Errorf("shown are %v", got)
	}
	if got := b.screen.pane.detail.Member.ID; got != 16 {
		t.Errorf("the pane shows %d", got)
	}
	b.Type("Find…", "gunes")
	b.Want("1 of 24 shown")
	b.screen.Arrive([]int64{})
	b.Want("1 of 24 shown")
	b.screen.Arrive(int64(1))
	b.Settle()
	b.Want("24 of 24 shown")
	b.WantNot("Chosen")
}

// Why? leads from a level to how it is reckoned.
func TestWhy(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Why?")
	b.Want("How levels are worked out", "Attendance is only as good as the register.", "Part-time staff and people in other time zones look less active than they are.")
	b.Tap("Close")
	b.screen.Arrive(int64(24))
	b.Settle()
	b.WantNot("Why?")
}

// Given a narrow window with large text, then list and person take turns: the list until somebody is opened, and back.
func TestNarrowWindowTakesTurns(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 960, Height: 640, Scale: 2})
	b.Want("Łukasz Wiśniewski", "Everyone 24")
	b.WantNot("Ask about", "Back to the list")
	b.Win.Canvas().Focus(b.screen.list)
	b.Key("Down")
	b.WantNot("Back to the list") // choosing is not opening
	b.Tap("Zoë Marchand-Núñez")
	b.Settle()
	b.Want("Back to the list", "Ask about", "Leads the community")
	b.WantNot("Łukasz Wiśniewski", "Everyone 24", "Add member")
	b.Type("Unit", "Archive")
	b.Tap("Back to the list")
	b.Settle()
	b.Want("Łukasz Wiśniewski", "Everyone 24", "Add member")
	if got := b.member(1).Unit; got != "Archive" {
		t.Errorf("what was typed was not kept: %q", got)
	}
	b.screen.Arrive(int64(5))
	b.Settle()
	b.Want("Back to the list", "m05@meridian.example")
	b.Resize(1900, 900)
	b.Settle()
	b.screen.Content().Refresh()
	b.WantNot("Back to the list")
	b.Want("Žofie Dvořáková", "m05@meridian.example", "Everyone 24")
}
