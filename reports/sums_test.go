package reports_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/sheet/sheettest"
)

// unknown is a number that a reader does not see: it lies between two others.
type unknown struct {
	what        string
	least, most int
}

// sum is what a reader knows of some numbers that stand together: those that are told, and between which two the total lies.
type sum struct {
	hidden      []unknown
	told        int
	least, most int
}

// add takes a cell in: a number, "<5" for 1 to 4, "withheld" for 5 or more.
func (s *sum) add(what, cell string) {
	if n, err := strconv.Atoi(cell); err == nil {
		s.told += n
		return
	}
	s.hidden = append(s.hidden, bounds(what, cell))
}

// atMost is more than any number of people in these communities.
const atMost = 500

func bounds(what, cell string) unknown {
	switch {
	case strings.HasPrefix(cell, "<") || strings.HasPrefix(cell, "fewer than 5"):
		return unknown{what, 1, data.MinGroupSize - 1}
	case cell == "withheld":
		return unknown{what, data.MinGroupSize, atMost}
	}
	n, err := strconv.Atoi(strings.TrimSuffix(cell, " of "))
	if err != nil {
		return unknown{what, 0, atMost}
	}
	return unknown{what, n, n}
}

// total says what is told of all together.
func (s *sum) total(cell string) {
	b := bounds("total", cell)
	s.least, s.most = b.least, b.most
}

// found are the hidden numbers for which only one value is left: that of each lies between what the others leave it.
func (s *sum) found() (out []string) {
	for i, h := range s.hidden {
		low, high := s.least-s.told, s.most-s.told
		for j, o := range s.hidden {
			if j != i {
				low, high = low-o.most, high-o.least
			}
		}
		if n := max(low, h.least); n > 0 && n >= min(high, h.most) { // nobody points at nobody
			out = append(out, fmt.Sprintf("%s is %d", h.what, max(low, h.least)))
		}
	}
	return out
}

// few is a community of which much is told by few people: it meets twice a month, has two rounds that few answered, and measures
// that the program counts.
func few(seed uint64) *data.Snapshot {
	r := rand.New(rand.NewPCG(seed, 10))
	s := &data.Snapshot{Community: data.NewCommunity("Few")}
	s.Community.ID, s.Community.LeaderID, s.Community.CadenceDays, s.Community.StartedOn = 1, 1, 14, today.AddDays(-300)
	for id := int64(1); id <= int64(6+r.IntN(30)); id++ {
		joined := today.AddDays(-200)
		if r.IntN(3) == 0 {
			joined = today.AddDays(-r.IntN(100))
		}
		s.Members = append(s.Members, data.Member{ID: id, Name: fmt.Sprint("Member ", id), Kind: data.KindMember, JoinedOn: joined, ResourcesOnly: id > 5 && r.IntN(12) == 0})
		if id > 1 && id < 5 {
			s.Roles = append(s.Roles, data.MemberRole{ID: id, MemberID: id, Role: data.RoleCoreTeam, From: today.AddDays(-200)})
		}
	}
	for i := range 13 {
		id := int64(i + 1)
		s.Events = append(s.Events, data.Event{ID: id, Title: fmt.Sprint("Event ", id), Format: "lean_coffee", On: today.AddDays(-180 + 14*i), Status: data.StatusHeld, Brought: data.NotCounted})
		s.EventRoles = append(s.EventRoles, data.EventRole{ID: id, EventID: id, MemberID: 1 + id%4, Part: data.PartFacilitator})
		s.Roti = append(s.Roti, data.RotiTally{ID: id, EventID: id, Votes: data.Counts{0, r.IntN(2), r.IntN(2), r.IntN(3), r.IntN(2)}})
		for _, m := range s.Members {
			if uint64(m.ID)%5 < uint64(r.IntN(5)) {
				s.Attendance = append(s.Attendance, data.Attendance{ID: int64(len(s.Attendance) + 1), EventID: id, MemberID: m.ID, Present: true})
			}
		}
	}
	fewAnswer(s, r)
	for i, key := range data.CountKeys {
		s.Measures = append(s.Measures, data.Measure{ID: int64(i + 1), Wording: string(key), Kind: data.MeasureInApp, Counts: key})
	}
	for i, card := range data.Deck[:4] {
		s.Measures = append(s.Measures, data.Measure{ID: int64(50 + i), Wording: card.Card, Kind: data.MeasureDimension, Card: card.Card})
	}
	return s
}

// fewAnswer adds two rounds of which each card has four to nine answers.
func fewAnswer(s *data.Snapshot, r *rand.Rand) {
	for round := int64(1); round <= 2; round++ {
		closed := today.AddDays(-60 + 50*(int(round)-1))
		s.Rounds = append(s.Rounds, data.Round{ID: round, Code: fmt.Sprint("R", round), Name: fmt.Sprint("Round ", round), Scale: data.Agreement5, OpenedOn: closed.AddDays(-5),
			ClosedOn: closed, Invited: len(s.Members), MinGroup: data.MinGroupSize})
		s.Returns = append(s.Returns, data.RoundReturn{ID: round, RoundID: round, Channel: data.FromBallots, Returned: 9})
		for i, card := range data.Deck {
			card.ID, card.Version = int64(i+1), 1
			if round == 1 {
				s.CardVersions = append(s.CardVersions, card)
			}
			t := data.Tally{ID: 100*round + int64(i), RoundID: round, Card: card.Card, Channel: data.FromBallots, Better: r.IntN(4), Same: r.IntN(4)}
			for range 3 + r.IntN(7) {
				t.Counts[r.IntN(5)]++
			}
			t.NoOpinion = r.IntN(10 - t.Counts.Sum())
			s.Tallies = append(s.Tallies, t)
			s.RoundCards = append(s.RoundCards, data.RoundCard{ID: t.ID, RoundID: round, CardVersionID: card.ID, Rank: i + 1})
		}
	}
}

// Given communities of which little may be told, then no number of people that is not told follows from those that are, on any
// sheet, with the totals of the summary and what measures tell; nor does a mean.
func TestNothingWithheldFollowsFromSums(t *testing.T) {
	t.Parallel()
	hidden := 0
	for seed := range seeds(t, 10) {
		snap := few(seed)
		content, _ := write(t, "results", snap, options())
		book := sheettest.Open(t, content)
		var sums []sum
		sums = append(sums, newMembers(book))
		sums = append(sums, levelSums(book, snap)...)
		report, _ := write(t, "sponsor", snap, options())
		pages := onPaper(t, report)
		pages.isTold(t, seed, book)
		sums = append(sums, pages.sums()...)
		for _, s := range sums {
			hidden += len(s.hidden)
			for _, found := range s.found() {
				t.Errorf("community %d: %s of %+v", seed, found, s)
			}
		}
		meansOfFew(t, seed, book, snap)
	}
	if hidden < 20 {
		t.Errorf("only %d numbers are hidden", hidden)
	}
}

// column is the place of a heading among the cells of a row, -1 for none.
func column(row []string, heading string) int {
	return slices.IndexFunc(row, func(cell string) bool { return strings.HasPrefix(cell, heading) })
}

// under are the rows below the first one that has a heading, up to an empty one.
func under(book *sheettest.Book, sheet, heading string) (head []string, rows [][]string) {
	for _, row := range book.Rows(sheet) {
		switch {
		case head == nil && column(row, heading) >= 0:
			head = row
		case head != nil && len(row) == 0:
			return head, rows
		case head != nil:
			rows = append(rows, row)
		}
	}
	return head, rows
}

func newMembers(book *sheettest.Book) sum {
	head, rows := under(book, "Participation", "New members")
	at, s := column(head, "New members"), sum{}
	for _, row := range rows {
		s.add("new members "+row[0], row[at])
	}
	s.total(book.Named("fig_joined"))
	return s
}

// levelSums are the people per level on each day of the sheet, whose total the reader knows, and core and active together where a
// measure tells them.
func levelSums(book *sheettest.Book, snap *data.Snapshot) (sums []sum) {
	head, rows := under(book, "Participation", "Core")
	for i, row := range rows {
		if len(row) < 5 {
			continue
		}
		day := today
		if i < len(snap.Rounds) {
			day = snap.Rounds[i].ClosedOn
		}
		var s sum
		for _, level := range []string{"Core", "Active", "Occasional", "Peripheral"} {
			s.add(row[0]+" "+level, row[column(head, level)])
		}
		s.together(snap.Standings(day).Members, row[0])
		sums = append(sums, s)
		if day == today {
			var near sum
			near.add("Core", row[column(head, "Core")])
			near.add("Active", row[column(head, "Active")])
			said, _, _ := strings.Cut(measured(book, "near"), " of ")
			near.total(said)
			sums = append(sums, near)
		}
	}
	return sums
}

// together takes in that three levels withheld are withheld together, whatever they are, and how many members there are, some of whom
// use the resources only.
func (s *sum) together(members int, what string) {
	if len(s.hidden) == 3 && !slices.ContainsFunc(s.hidden, func(u unknown) bool { return u.most != atMost }) {
		for j := range s.hidden {
			s.hidden[j].least = 0
		}
	}
	s.hidden = append(s.hidden, unknown{what + " resources only", 0, atMost})
	s.total(fmt.Sprint(members))
}

// measured is what the sheet of measures tells of one now.
func measured(book *sheettest.Book, wording string) string {
	head, rows := under(book, "Measures", "Now")
	for _, row := range rows {
		if row[0] == wording && len(row) > column(head, "Now") {
			return row[column(head, "Now")]
		}
	}
	return ""
}

// meansOfFew looks for means of cards that up to seven answered: on the sheets, and as a measure; and for the mean of the only event
// of which too few votes are known, from all votes together.
func meansOfFew(t *testing.T, seed uint64, book *sheettest.Book, snap *data.Snapshot) {
	t.Helper()
	few := map[string]bool{}
	for _, c := range snap.Result(2).Cards {
		few[c.Card.Card] = c.Figures.Answers < 8
	}
	for _, card := range data.Deck[:4] {
		if now := measured(book, card.Card); few[card.Card] && (strings.Contains(now, ".") || now == "") {
			t.Errorf("community %d: %s is told as %q", seed, card.Card, now)
		}
	}
	votes, shown := 0, 0
	head, rows := under(book, "Events", "Worth the time")
	for _, row := range rows {
		if n, err := strconv.Atoi(row[column(head, "Votes")]); err == nil && n >= 3 {
			shown += n
		}
	}
	for vote := 1; vote <= 5; vote++ {
		n, err := strconv.Atoi(book.Named(fmt.Sprint("fig_roti_", vote)))
		if err != nil {
			t.Fatal(err)
		}
		votes += n
	}
	if votes != shown {
		t.Errorf("community %d: %d votes are told, %d of events with a mean: the others follow", seed, votes, shown)
	}
}
