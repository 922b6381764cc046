package coach

import "copleader/data"

// Joining is C32, the question whether some members joined before the day that is
// noted. It is no finding: only Members asks it, and whatever takes people or
// attendances in.
type Joining struct {
	Late        []data.LateJoining
	Text        data.Phrase
	Move, Leave data.Phrase // the answers
}

// JoiningDays is the question, without anybody Late if there is nothing to ask.
func JoiningDays(s *data.Snapshot, today data.Date) Joining {
	q := Joining{Late: s.JoinedTooLate(today), Move: data.Say("Move the joining days"), Leave: data.Say("Leave it")}
	n, gave := len(q.Late), false
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
	return q
}
