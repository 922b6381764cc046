package demo

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/words"
)

// Given what stands there in sentences, then each is what the program makes of the demo.
func TestTheSentencesAreToldToTheLetter(t *testing.T) {
	text, _ := section(t)
	s := snapshot(t)
	for _, said := range slices.Concat(communitySaid(s), levelsSaid(s), boardSaid(s), storiesSaid(s), roundsSaid(s), wayThereSaid(s)) {
		if !strings.Contains(text, said) {
			t.Errorf("does not stand there: %s", said)
		}
	}
}

func communitySaid(s *data.Snapshot) []string {
	c := &s.Community
	units := map[string]int{}
	for i := range s.Members {
		if s.Members[i].Kind == data.KindMember {
			units[s.Members[i].Unit]++
		}
	}
	var sizes []int
	for _, n := range units {
		sizes = append(sizes, n)
	}
	slices.SortFunc(sizes, func(a, b int) int { return cmp.Compare(b, a) })
	last := data.Date(0)
	for i := range s.Contacts {
		last = max(last, s.Contacts[i].On)
	}
	return []string{"**" + c.Name + " – ",
		fmt.Sprintf("%d people in %d units", len(s.Members), len(units)),
		fmt.Sprintf("cadence %d days; leader's hours %g of %g a week", c.CadenceDays, c.LeaderHours, c.WorkWeek),
		fmt.Sprintf("%s, engineering director, business owner, and %s, holder of the learning budget", s.Sponsors[0].Name, s.Sponsors[1].Name),
		fmt.Sprintf("last heard from the leader %d weeks ago", day0.Sub(last)/7),
		"(units of " + strings.Trim(strings.ReplaceAll(fmt.Sprint(sizes), " ", ", "), "[]") + ")"}
}

func levelsSaid(s *data.Snapshot) []string {
	st := s.Standings(day0)
	return []string{
		fmt.Sprintf("Core %d, active %d, occasional %d, peripheral %d, transactional %d; core share %d/%d = %d %%; %d of %d gave something %s; nobody is asked about a joining day",
			st.Counts[data.Core], st.Counts[data.Active], st.Counts[data.Occasional], st.Counts[data.Peripheral], st.Counts[data.Transactional],
			st.Counts[data.Core], st.Members, data.Percent(st.Counts[data.Core], st.Members), st.Gave, st.Members, words.English().Of(st.Span()))}
}

// boardSaid tells the columns as they stand there; the details that matter to the rules are in brackets.
func boardSaid(s *data.Snapshot) (said []string) {
	reused := map[int64]int{}
	for i := range s.Reuses {
		reused[s.Reuses[i].ItemID]++
	}
	columns := map[data.Column][]string{}
	for i := range s.Items {
		it := &s.Items[i]
		columns[it.Column] = append(columns[it.Column], it.Title+details(it, reused[it.ID]))
	}
	said = append(said, fmt.Sprintf("**Board** (%d).", len(s.Items)))
	for _, c := range []data.Column{data.ColumnDone, data.ColumnDoing, data.ColumnPlanned, data.ColumnReady, data.ColumnIdea, data.ColumnParked} {
		name := string(c)
		if limit := data.LimitOf(c, len(s.CoreTeam(day0))); c == data.ColumnDoing {
			name = fmt.Sprintf("%s (limit %d)", c, limit)
		}
		said = append(said, name+": "+strings.Join(columns[c], " · ")+".")
	}
	return said
}

func details(it *data.Item, reused int) string {
	if it.Column == data.ColumnPlanned {
		return ""
	}
	if it.Column == data.ColumnParked {
		return " (no budget)"
	}
	parts := []string{string(it.Kind)}
	add := func(wanted bool, format string, args ...any) {
		if wanted {
			parts = append(parts, fmt.Sprintf(format, args...))
		}
	}
	add(it.Column == data.ColumnDone, "M%02d", it.OwnerID)
	add(reused > 0, "reused %d×", reused)
	add(it.Column == data.ColumnDoing && day0.Sub(it.StartedOn) > 45, "%d days", day0.Sub(it.StartedOn))
	add(it.Votes > 0 && it.Column == data.ColumnReady, "%d votes", it.Votes)
	add(it.FirstStep, "`firstStep`")
	add(it.Card != "", "of `%s`", it.Card)
	add(it.Column == data.ColumnIdea, "−%d weeks", day0.Sub(it.CreatedOn)/7)
	return " (" + strings.Join(parts, ", ") + ")"
}

// storiesSaid are what came of it; the second waits for its number.
func storiesSaid(s *data.Snapshot) []string {
	one, other := s.Stories[0], s.Stories[1]
	return []string{fmt.Sprintf("pipeline (%s; witness that team's lead; %s weeks)", one.Cycle, weeks(one.On)),
		fmt.Sprintf("suite (%s; number pending; %s weeks).", other.Cycle, weeks(other.On))}
}

func roundsSaid(s *data.Snapshot) (said []string) {
	for i := range s.Rounds {
		r := s.Result(s.Rounds[i].ID)
		said = append(said, fmt.Sprintf("Round %d, week %s: %d of %d (%d %%).", i+1, weeks(r.Round.ClosedOn), r.Returned, r.Invited, r.Percent()))
	}
	last := s.Result(s.Rounds[1].ID)
	for _, c := range last.Cards {
		low, high, _ := c.Figures.Bounds(last.Silent())
		switch c.Card.Card {
		case "rhythm":
			said = append(said, fmt.Sprintf("`rhythm` lies exactly on the border of *%s* (%d of %d = 2/5); its bounds for the %d silent are %.1f–%.1f.",
				c.Figures.Word, c.Figures.Low, c.Figures.Answers, last.Silent(), low.Float(), high.Float()))
		case "support":
			said = append(said, fmt.Sprintf("`support` shows why a mean must not stand alone: %.1f with two camps.", c.Figures.Mean.Float()))
		}
	}
	return said
}

// wayThereSaid is the stage, the road and what was never told.
func wayThereSaid(s *data.Snapshot) []string {
	road, evidence := s.Road(day0), s.StageEvidence(day0)
	var open, hand, untold []string
	for _, step := range road.Steps {
		if !step.Reached {
			open = append(open, fmt.Sprint(step.Number))
		}
		if step.ByHand {
			hand = append(hand, fmt.Sprint(step.Number))
		}
	}
	for _, h := range s.Holes(day0) {
		if h.Kind == data.HoleUntold {
			item, _ := s.ItemByID(h.Node.ID)
			untold = append(untold, item.Title)
		}
	}
	return []string{fmt.Sprintf("Evidence suggests *%s*", evidence.Suggested),
		fmt.Sprintf("Road %d of %d (%s by hand); open %s.", road.Reached, len(road.Steps), strings.Join(hand, " and "), strings.Join(open, ", ")),
		"Never told: " + strings.Join(untold, ", ") + "."}
}
