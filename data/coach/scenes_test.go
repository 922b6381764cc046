package coach_test

import (
	"fmt"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/words"
)

// scene is a whole community, and all that is said of it: worked out by hand from data/README.md.
type scene struct {
	name  string
	build func() *data.Snapshot
	want  string
}

// heard is all that the rules say of a community, a line each: the levels with new people and those who gave something, the
// stage that the evidence suggests, how far the road is gone, the question about joining days, then every finding.
func heard(s *data.Snapshot) string {
	say := words.English()
	st, road := s.Standings(datatest.Today), s.Road(datatest.Today)
	var open []string
	for _, step := range road.Open() {
		open = append(open, fmt.Sprint(step.Number))
	}
	var lines []string
	line := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	line("core %d, active %d, occasional %d, peripheral %d, transactional %d of %d; %d new, %d gave",
		st.Counts[data.Core], st.Counts[data.Active], st.Counts[data.Occasional], st.Counts[data.Peripheral], st.Counts[data.Transactional],
		st.Members, newcomers(st), st.Gave)
	line("%s, road %d of %d, open %s", s.StageEvidence(datatest.Today).Suggested, road.Reached, len(road.Steps), strings.Join(open, " "))
	if q := coach.JoiningDays(s, datatest.Today); q.Asked() {
		line("asks: %s", say.Of(q.Text))
	}
	for _, f := range coach.Findings(s, nil, datatest.Today) {
		line("%s %s: %s: %s", f.Rule, map[coach.Severity]string{coach.Act: "act", coach.Look: "look", coach.Note: "note"}[f.Severity],
			say.Of(f.Title), say.Of(f.Text))
	}
	return strings.Join(lines, "\n")
}

func newcomers(st *data.Standings) int {
	n := 0
	for _, level := range st.New {
		n += level
	}
	return n
}

// Given whole communities as they are met, then each hears exactly what the rules say of it, and the healthy ones nothing.
func TestScenes(t *testing.T) {
	for _, sc := range scenes {
		t.Run(sc.name, func(t *testing.T) {
			if got := heard(sc.build()); got != strings.TrimSpace(sc.want) {
				t.Errorf("got\n%s\nwant\n%s", got, strings.TrimSpace(sc.want))
			}
		})
	}
}

var scenes = []scene{
	{"healthy", healthy, `
core 3, active 5, occasional 4, peripheral 1, transactional 0 of 13; 1 new, 12 gave
maturing, road 13 of 21, open 1 3 6 10 15 16 18 21`},
	{"started today with a past", startedToday, `
core 1, active 0, occasional 0, peripheral 11, transactional 0 of 12; 11 new, 8 gave
potential, road 2 of 21, open 1 2 3 4 5 6 8 9 10 12 13 14 15 16 17 18 19 20 21
asks: 8 people were at events before the day they joined. Move their joining day to their first event? The community's start, noted as 21 Nov 2026, would move to 20 Dec 2025 too: reports and thanks tell nothing from before it.
C01 act: Write down what you are here for: The charter names no purpose yet.
C03 act: Ask for more time to lead: No hours are agreed yet.
C12 act: Publish the minutes of “Sat 24 Oct · Event 12”: Held 4 weeks ago; 11 earlier events have none either.
C05 look: Hand the next event to someone: You led or spoke at 4 of the last 8 events.
C11 note: Keep two minutes for feedback: 0 of the last 6 events have votes on whether they were worth the time.`},
	{"started today, joining days moved", startedTodayAndMoved, `
core 1, active 7, occasional 0, peripheral 4, transactional 0 of 12; 4 new, 8 gave
potential, road 2 of 21, open 1 2 3 4 5 6 8 9 10 12 13 14 15 16 17 18 19 20 21
C01 act: Write down what you are here for: The charter names no purpose yet.
C02 act: Find a sponsor: Nobody is named as a sponsor yet.
C03 act: Ask for more time to lead: No hours are agreed yet.
C12 act: Publish the minutes of “Sat 24 Oct · Event 12”: Held 4 weeks ago; 11 earlier events have none either.
C04 look: Ask two active members to own an event each: The leader carries the community alone.
C05 look: Hand the next event to someone: You led or spoke at 4 of the last 8 events.
C24 look: Ask who has used something from here: No value story is written down yet.
C11 note: Keep two minutes for feedback: 0 of the last 6 events have votes on whether they were worth the time.
C22 note: Ask how people are doing: There was no health check yet, after 12 events.
C27 note: Invite somebody from outside: No guest at the last 12 events.`},
	{"online without a register", online, `
core 3, active 2, occasional 7, peripheral 8, transactional 0 of 20; 1 new, 12 gave
maturing, road 10 of 21, open 1 2 3 6 8 9 10 15 16 18 20`},
	{"quarterly", quarterly, `
core 3, active 6, occasional 5, peripheral 1, transactional 0 of 15; 0 new, 10 gave
coalescing, road 10 of 21, open 1 2 3 6 8 9 10 15 16 18 20
C14 look: Write to Member 13: Was at 3 of 3 events, and at none of the 3 since.`},
	{"five hundred members", fiveHundred, `
core 6, active 4, occasional 14, peripheral 476, transactional 0 of 500; 0 new, 14 gave
coalescing, road 10 of 21, open 1 2 3 6 8 9 10 15 16 18 20
C04 look: Ask two active members to own an event each: 5 people beside the leader are at the core; for 500 members, at least 6 are good.
C15 look: Mark three small tasks anyone can do: 10 of 500 members take an active part, and no first step waits on the board.
C22 note: Ask why few answered: 30 of 500 answered the last health check.`},
	{"a summer break that was announced", func() *data.Snapshot { return summer(7, 10) }, `
core 3, active 5, occasional 4, peripheral 0, transactional 0 of 12; 0 new, 12 gave
coalescing, road 10 of 21, open 1 2 3 6 8 9 10 15 16 18 20`},
	{"a summer with the next date set", func() *data.Snapshot { return summer(0, 10) }, `
core 3, active 5, occasional 4, peripheral 0, transactional 0 of 12; 0 new, 12 gave
coalescing, road 10 of 21, open 1 2 3 6 8 9 10 15 16 18 20
C17 look: Tidy the board together: Nothing was finished for 75 days.`},
	{"a summer without a word", func() *data.Snapshot { return summer(0, 40) }, `
core 3, active 5, occasional 4, peripheral 0, transactional 0 of 12; 0 new, 12 gave
coalescing, road 10 of 21, open 1 2 3 6 8 9 10 15 16 18 20
C06 act: Put the next date in: The last event was 10 weeks ago, and nothing is planned for the next 21 days.
C17 look: Tidy the board together: Nothing was finished for 75 days.`},
	{"a leader who only speaks", onlySpeaks, `
core 3, active 5, occasional 1, peripheral 3, transactional 0 of 12; 0 new, 9 gave
coalescing, road 9 of 21, open 1 2 3 6 8 9 10 15 16 18 20 21`},
	{"one speaker", oneSpeaker, `
core 3, active 5, occasional 1, peripheral 3, transactional 0 of 12; 0 new, 7 gave
coalescing, road 9 of 21, open 1 2 3 6 8 9 10 15 16 18 20 21
C16 note: Invite somebody to speak for the first time: One person had 8 of 8 turns to speak in half a year.`},
	{"nothing agreed", nothingAgreed, `
core 3, active 5, occasional 4, peripheral 0, transactional 0 of 12; 0 new, 12 gave
coalescing, road 8 of 21, open 1 2 3 4 6 8 9 10 15 16 18 20 21
C03 act: Ask for more time to lead: No hours are agreed yet.
C29 note: Read the charter again together: No version was agreed since the start on 12 Sep 2024.`},
	{"no round, and only the leader proposes", fading, `
core 3, active 5, occasional 4, peripheral 0, transactional 0 of 12; 0 new, 12 gave
transformation, road 8 of 21, open 1 2 3 6 8 9 10 15 16 17 18 20 21
C25 act: Ask whether to carry on, change or close: 3 of 5 signs: Fewer people come; Less gets finished; Only the leader proposes.
C09 look: Ask five people why fewer come: 5.0 on average at the last three events, 8.0 at the last ones like them.
C17 look: Tidy the board together: Nothing was finished for 100 days.
C22 note: Ask how people are doing: There was no health check yet, after 8 events.`},
}
