package members

import (
	"strings"

	"copleader/data"
)

// quartersShown is how many quarters the view of people moving goes back, the present one among them.
const quartersShown = 4

// Quarter is who came, went and moved in a quarter of a year, worded.
type Quarter struct {
	Title string
	Lines []MoveLine
	// Remark says why there is nothing to tell, "" if there is.
	Remark string
}

// MoveLine is one kind of move with the people who made it.
type MoveLine struct {
	Text string
	IDs  []int64
}

// Moves tells how people move between the levels, the present quarter first; both ways are a sign of life
// (data/README.md, Levels). It reads through years of rows, so it is asked for away from the window's goroutine, of a roster.
func (s *State) Moves(r *Roster) []Quarter {
	moves := r.snapshot.LevelMoves(r.today, quartersShown)
	quarters := make([]Quarter, 0, len(moves))
	for i := len(moves) - 1; i >= 0 && moves[i].Until >= r.snapshot.Community.StartedOn; i-- {
		quarters = append(quarters, s.wordQuarter(r, &moves[i]))
	}
	return quarters
}

func (s *State) wordQuarter(r *Roster, q *data.QuarterMoves) Quarter {
	quarter := Quarter{Title: s.say.Text("%s to %s", q.From, q.Until)}
	if q.Until == r.today {
		quarter.Title = s.say.Text("%s to today", q.From)
	}
	add := func(text string, ids []int64) {
		if len(ids) > 0 {
			quarter.Lines = append(quarter.Lines, MoveLine{Text: text, IDs: ids})
		}
	}
	add(s.say.Text("Joined: %s", r.few(s, plainMoves(q.Joined))), q.Joined)
	add(s.say.Text("Left: %s", r.few(s, plainMoves(q.Left))), q.Left)
	add(s.say.Text("Closer to the centre: %s", r.few(s, q.Closer)), movers(q.Closer))
	add(s.say.Text("Further out: %s", r.few(s, q.Further)), movers(q.Further))
	switch {
	case !q.Compared:
		quarter.Remark = s.say.Text("Not enough events yet to compare levels.")
	case len(quarter.Lines) == 0:
		quarter.Remark = s.say.Text("Nobody moved.")
	}
	return quarter
}

func plainMoves(ids []int64) []data.LevelMove {
	moves := make([]data.LevelMove, len(ids))
	for i, id := range ids {
		moves[i].MemberID = id
	}
	return moves
}

func movers(moves []data.LevelMove) []int64 {
	ids := make([]int64, len(moves))
	for i := range moves {
		ids[i] = moves[i].MemberID
	}
	return ids
}

// namesShown is how many people are named in one line.
const namesShown = 6

// few names the first few people, with the levels between which they moved.
func (r *Roster) few(s *State, moves []data.LevelMove) string {
	var named []string
	for i := range moves[:min(namesShown, len(moves))] {
		m := &moves[i]
		member, _ := r.snapshot.MemberByID(m.MemberID)
		name := member.Name
		if m.To != "" {
			name = s.say.Text("%s (%s to %s)", name, s.say.Of(m.From.Phrase()), s.say.Of(m.To.Phrase()))
		}
		named = append(named, name)
	}
	if more := len(moves) - len(named); more > 0 {
		named = append(named, s.say.Count(more, "%d more", "%d more"))
	}
	return s.say.List(named)
}

// LevelsToday says how many people stand at each level, and how many of the levels the leader set (data/README.md, Levels).
func (s *State) LevelsToday() string {
	st := s.roster.standings
	if !st.Enough {
		return s.say.Text("Not enough events yet: %d held since %s.", st.Events, st.From)
	}
	var parts []string
	for _, level := range data.Levels {
		if n := st.Counts[level]; n > 0 {
			word := s.say.Of(level.Phrase())
			if st.NotNoted && level == data.Peripheral {
				word = s.say.Text("not seen (who came was not noted)")
			}
			parts = append(parts, s.say.Text("%s %d", word, n))
		}
	}
	text := s.say.Text("Today: %s.", strings.Join(parts, " · "))
	if line := s.setByHand(); line != "" {
		text = s.say.Text("%s %s.", text, line)
	}
	return text
}

// setByHand says how many levels are the leader's own word, "" for none.
func (s *State) setByHand() string {
	if n := s.roster.standings.SetByHand; n > 0 {
		return s.say.Count(n, "%d level set by you", "%d levels set by you")
	}
	return ""
}
