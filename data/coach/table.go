package coach

import "copleader/data"

// rule is one row of the table in data/README.md, Coach: either one finding
// about the community, or one for each person it is about.
type rule struct {
	id       string
	severity Severity
	rests    bool                 // silent while the community pauses
	one      func(*view) *Finding // nil: silent
	each     func(*view) []Finding
	many     func(n int) data.Phrase // title of a row about several people
}

func (r *rule) findings(v *view) []Finding {
	if r.each != nil {
		return r.each(v)
	}
	if f := r.one(v); f != nil {
		return []Finding{*f}
	}
	return nil
}

// rules are all rules in their order.
var rules = []rule{
	{id: "C01", severity: Act, one: purposeMissing},
	{id: "C02", severity: Act, one: sponsorsUnheard},
	{id: "C03", severity: Act, one: leaderWithoutTime},
	{id: "C04", severity: Look, one: smallCore},
	{id: "C05", severity: Look, one: leaderLeadsAlone},
	{id: "C06", severity: Act, rests: true, one: beatLost},
	{id: "C07", severity: Look, rests: true, one: tooManyEvents},
	{id: "C08", severity: Note, one: sameFormat},
	{id: "C09", severity: Look, rests: true, one: turnoutFalls},
	{id: "C10", severity: Look, one: notWorthTheTime},
	{id: "C11", severity: Note, one: votesMissing},
	{id: "C12", severity: Act, one: minutesMissing},
	{id: "C13", severity: Act, each: newcomersAlone, many: manyNewcomers},
	{id: "C14", severity: Look, rests: true, each: stoppedComing, many: manyStopped},
	{id: "C15", severity: Look, one: noWayIn},
	{id: "C16", severity: Note, one: fewVoices},
	{id: "C17", severity: Look, rests: true, one: staleBoard},
	{id: "C18", severity: Note, one: tooMuchBegun},
	{id: "C19", severity: Look, one: leaderProposesAll},
	{id: "C20", severity: Act, one: notSafe},
	{id: "C21", severity: Look, one: splitCard},
	{id: "C22", severity: Note, rests: true, one: roundDue},
	{id: "C23", severity: Act, one: concernWithoutAction},
	{id: "C24", severity: Look, rests: true, one: noStory},
	{id: "C25", severity: Act, rests: true, one: windingDown},
	{id: "C26", severity: Note, one: oneUnit},
	{id: "C27", severity: Note, one: noGuest},
	{id: "C28", severity: Look, one: helpUnanswered},
	{id: "C29", severity: Note, one: charterOld},
	{id: "C30", severity: Note, each: naturalSuccessors, many: manySuccessors},
	{id: "C31", severity: Note, one: notAnnounced},
}
