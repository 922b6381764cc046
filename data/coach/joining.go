package coach

import "copleader/data"

// Joining is C32, the question whether some members joined, or the community began,
// before the day that is noted. It is no finding: only Members asks it, and whatever takes people or
// attendances in.
type Joining struct {
	Late        []data.LateJoining
	Start       data.Date // the earliest day of which something is noted, 0 where the start is right
	Text        data.Phrase
	Move, Leave data.Phrase // the answers
}

// Asked reports whether there is anything to ask.
func (q *Joining) Asked() bool { return len(q.Late) > 0 || q.Start != 0 }

// JoiningDays is the question, with an empty text if there is nothing to ask.
func JoiningDays(s *data.Snapshot, today data.Date) Joining {
	if s.IsForGuests() {
		return Joining{}
	}
	q := Joining{Late: s.JoinedTooLate(today), Start: s.StartedTooLate(today), Move: data.Say("Move the joining days"), Leave: data.Say("Leave it")}
	n, gave := len(q.Late), false
	if n == 0 {
		if q.Start != 0 {
			q.Move = data.Say("Move the start")
			q.Text = data.Say("The community is noted to have started on %s, but something of %s is noted. Reports and thanks tell nothing from before the start. Move the start to that day?",
				s.Community.StartedOn, q.Start)
		}
		return q
	}
	for i := range q.Late {
		gave = gave || q.Late[i].Gave
	}
	if n == 1 {
		q.Move = data.Say("Move the joining day")
	}
	q.Text = data.SayCount(n, "%d person was at events before the day they joined. Move their joining day to their first event?",
		"%d people were at events before the day they joined. Move their joining day to their first event?")
	if gave {
		q.Text = data.SayCount(n, "%d person was at events or gave something before the day they joined. Move their joining day to the first time?",
			"%d people were at events or gave something before the day they joined. Move their joining day to the first time?")
	}
	if q.Start != 0 {
		q.Text = data.Say("%s The community's start, noted as %s, would move to %s too: reports and thanks tell nothing from before it.",
			q.Text, s.Community.StartedOn, q.Start)
		q.Move = data.Say("Move the joining days and the start")
	}
	return q
}
