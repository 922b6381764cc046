package members

import "copleader/data"

// Reckoning is how levels are inferred, with the numbers in force, and what the rule cannot see (data/README.md, Levels).
type Reckoning struct {
	Window     string
	Rules      []LevelRule
	Weaknesses []string
}

// LevelRule is one level and what leads to it.
type LevelRule struct{ Level, Text string }

// Reckoning words how levels are reckoned; of the rules the first that fits wins.
func (s *State) Reckoning() Reckoning {
	t, say := s.roster.snapshot.Thresholds(), s.say
	from, until := s.roster.snapshot.Window(s.roster.today)
	word := func(l data.Level) string { return say.Of(l.Phrase()) }
	return Reckoning{
		Window: say.Text("What counts are the events held and the contributions from %s to %s. The first line that fits decides; with fewer than %s there are no levels.",
			from, until, s.fewEvents()),
		Rules: []LevelRule{
			{word(data.Transactional), say.Text("a contact, or somebody who wants our resources only")},
			{word(data.Core), say.Text("leads or belongs to the core team, organised something or spoke (at least %d) and was seen in the last %d days or at one of the last two events; or organised at least %d things over %d days and was at one event in %d",
				t.CoreRoleActs, t.SeenLatelyDays, t.CoreActs, t.CoreSpreadDays, t.RegularOneIn)},
			{word(data.Active), say.Text("made %d contributions over %d days, whatever the attendance", t.ActiveActs, t.ActiveStretchDays)},
			{word(data.Peripheral), say.Text("new: fewer than %s since joining", s.fewEvents())},
			{word(data.Active), say.Text("was at one event in %d; or at one in %d with %d contributions", t.RegularOneIn, t.SometimesOneIn, t.SometimesActs)},
			{word(data.Occasional), say.Text("was at %d events, or made %d contribution", t.OccasionalSeen, t.OccasionalActs)},
			{word(data.Peripheral), say.Text("everybody else; it is a fine place to be")},
		},
		Weaknesses: []string{
			say.Text("Attendance is only as good as the register."),
			say.Text("Reading the minutes or talking in the corridor can't be seen here."),
			say.Text("Part-time staff and people in other time zones look less active than they are."),
			say.Text("What you are used to noting decides which contributions count."),
		},
	}
}
