package coach

import (
	"cmp"
	"slices"

	"copleader/data"
)

// Severity orders findings; the words are never shown (data/README.md, Coach).
type Severity int

// The severities, the pressing first.
const (
	Act Severity = iota + 1
	Look
	Note
)

// Number is one figure a finding rests on.
type Number struct {
	Name string // stable, "days"
	N    int
}

// Finding is one thing a rule noticed, in plain words and with its numbers.
type Finding struct {
	Rule     string // "C02"
	Severity Severity
	Title    data.Phrase // what to do
	Text     data.Phrase // what the data show
	Because  data.Phrase // why it matters; stands behind Text
	Evidence []Number

	// MemberID is whom the finding is about, 0 for nobody. Such a finding is
	// shown on screen only and never leaves the machine.
	MemberID int64
	// MemberIDs are the people of a row that gathers several findings.
	MemberIDs []int64
	EventID   int64
	ItemID    int64
	RoundID   int64
	Card      string   // key of a health card
	Cards     []string // of all cards it speaks of, where there are more

	// Worse is how bad it is, larger being worse. The mere passing of a day
	// seldom raises it, or nothing could be set aside for a month.
	Worse int64
	Offer Offer

	who     string    // how the person is called
	gathers []Finding // what a row of several people stands for
}

// AboutPerson reports whether the finding speaks of somebody, and so must never
// leave the screen.
func (f *Finding) AboutPerson() bool { return f.MemberID != 0 || len(f.MemberIDs) > 0 }

// Doing names what the button of a finding does.
type Doing string

// The deeds a finding leads to.
const (
	DoCharter  Doing = "charter"  // write in the charter
	DoReport   Doing = "report"   // prepare a report to the sponsors
	DoItem     Doing = "item"     // note an item on the board, as begun in Item
	DoOpenItem Doing = "openItem" // open the item, or the board
	DoEvent    Doing = "event"    // plan an event, as begun in Formats and On
	DoOpen     Doing = "open"     // open an event
	DoMinutes  Doing = "minutes"  // write the minutes of an event
	DoAnnounce Doing = "announce" // announce an event
	DoWrite    Doing = "write"    // write to a person
	DoPeople   Doing = "people"   // look among the members, at Level or those Among them if given
	DoRound    Doing = "round"    // run a round of the health check
	DoHealth   Doing = "health"   // see the answers of a round
	DoStory    Doing = "story"    // write a value story down
)

// Offer is the button of a finding: where it leads, with what is known filled in.
type Offer struct {
	Do    Doing
	Label data.Phrase
	At    data.Place

	Level   data.Level  // whom to look at among the members …
	Among   []int64     // … or these
	Formats []string    // formats that suit, the best first
	On      data.Date   // a day that suits
	Item    data.Item   // what is known of an item to be noted
	Title   data.Phrase // … and its title, in words
	Draft   data.Phrase // a text to send or copy

	// Rests tells that the numbers won't show the deed for some time: once it is
	// done, the finding is to be set aside (Dismissals).
	Rests bool
}

// Findings is everything the rules notice: what presses first, then by rule.
// Those set aside or followed up are left out (data/README.md, Coach), and for
// guests those that lead to some people. The standings of the same day may be
// given where they are known already, else nil.
func Findings(s *data.Snapshot, standings *data.Standings, today data.Date) []Finding {
	if s.IsForGuests() {
		return slices.DeleteFunc(Findings(s.Whole(), nil, today), func(f Finding) bool {
			return f.AboutPerson() || len(f.Offer.Among) > 0 || f.Offer.Level != ""
		})
	}
	v := look(s, standings, today)
	var found []Finding
	for i := range rules {
		if rules[i].rests && v.Community.Paused(today) {
			continue
		}
		for _, f := range rules[i].findings(v) {
			f.Rule = rules[i].id
			f.Severity = cmp.Or(f.Severity, rules[i].severity)
			if !v.quiet.silences(&f) {
				found = append(found, f)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Compare(a.Severity, b.Severity) })
	return found
}

// Shown on Overview and in the list (data/README.md, Coach).
const (
	OnOverview = 3
	InList     = 5
)

// Rows gathers the findings of one rule about several people in one row.
func Rows(found []Finding) []Finding {
	var rows []Finding
	for at := 0; at < len(found); {
		end := at + 1
		for end < len(found) && found[at].MemberID != 0 && found[end].Rule == found[at].Rule {
			end++
		}
		if end-at == 1 {
			rows = append(rows, found[at])
		} else {
			rows = append(rows, gathered(found[at:end]))
		}
		at = end
	}
	return rows
}

func gathered(group []Finding) Finding {
	row := group[0]
	row.MemberID, row.Worse, row.Evidence = 0, 0, []Number{{"people", len(group)}}
	row.gathers = group
	for i := range group {
		row.MemberIDs = append(row.MemberIDs, group[i].MemberID)
		row.Worse += group[i].Worse
	}
	row.Text = names(group)
	row.Offer = Offer{Do: DoPeople, Label: data.Say("See who"), At: data.Place{Kind: data.PlaceMembers}, Among: row.MemberIDs}
	for i := range rules {
		if rules[i].id == row.Rule && rules[i].many != nil {
			row.Title = rules[i].many(len(group))
		}
	}
	return row
}

// names lists up to three people.
func names(group []Finding) data.Phrase {
	switch len(group) {
	case 2:
		return data.Say("%s and %s.", group[0].who, group[1].who)
	case 3:
		return data.Say("%s, %s and %s.", group[0].who, group[1].who, group[2].who)
	}
	return data.SayCount(len(group)-2, "%[2]s, %[3]s and %[1]d more.", "%[2]s, %[3]s and %[1]d more.", group[0].who, group[1].who)
}

// Dismissals are the rows that set the finding aside, one for each person of a
// gathered row. A reason is welcome, not asked for.
func (f *Finding) Dismissals(s *data.Snapshot, today data.Date, reason string) []data.Dismissal {
	until := today.AddDays(s.Thresholds().Coach.RestDays)
	row := data.Dismissal{Rule: f.Rule, MemberID: f.MemberID, Worse: f.Worse, On: today, Until: until, Reason: reason}
	if len(f.MemberIDs) == 0 {
		return []data.Dismissal{row}
	}
	var rows []data.Dismissal
	for _, one := range f.gathers {
		row.MemberID, row.Worse = one.MemberID, one.Worse
		rows = append(rows, row)
	}
	return rows
}

// Done is the row that keeps the rule silent for the person, once they were
// written or spoken to; what says in words what was done.
func (f *Finding) Done(today data.Date, what string) data.FollowUp {
	return data.FollowUp{MemberID: f.MemberID, Rule: f.Rule, What: what, State: data.Done, On: today}
}
