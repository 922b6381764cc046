package formembers

import (
	"slices"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// thanksDays is how far back a letter of thanks looks when no period is asked for.
const thanksDays = 365

// Thanks makes letters of thanks, a page for each person: what they gave in a
// year, theirs to pass on. Nothing is counted and nobody is compared; whoever
// gave nothing gets no letter, nor does the leader, who signs them. With a member chosen it is that one's alone.
func Thanks(d *press.Draft) (press.Product, error) {
	t := &thanks{Running: press.NewRunning(d)}
	members := d.People(d.Opt.Today)
	data.SortByName(members, d.Say.Lang())
	for _, m := range members {
		if chosen := d.Opt.MemberID; chosen != m.ID && (chosen != 0 || m.ID == d.Community.LeaderID) {
			continue
		}
		if given := GaveThisYear(d, m.ID); len(given) > 0 {
			t.letter(m, given)
		}
	}
	if t.Doc.Pages() == 0 {
		return nil, data.Fault(data.CodeNothing, "Nothing that anybody beside the leader gave has been written down yet. Say who did what at an event, or note it beside a person; then there is something to thank for.")
	}
	return t.Doc, t.Doc.Err()
}

type thanks struct{ *press.Running }

// thanksAround is the room that a letter takes around the list of what somebody gave, in
// millimetres.
const thanksAround = 75.0

// letter is one person's page.
func (t *thanks) letter(m data.Member, given []string) {
	say, first := t.Say, t.Doc.Pages()+1
	from, until := thanksPeriod(t.Draft)
	t.Open(say.Text("Thank you, %s", press.Called(m)), say.Text("%s, %s to %s", t.Community.Name, from, until))
	t.Size = t.FullSize(func(size float64) float64 {
		t.Size = size
		return thanksAround + t.ListHeight(given)
	})
	t.Text(say.Text("Our community lives on what its members give. This is what you gave:"), press.BodyText, 3)
	t.Bullets(given)
	t.Text(ThanksIsYours(t.Draft), press.BodyText, 10)
	signed := t.Community.Name // nobody thanks themselves
	if leader, _ := t.Leader(); leader.ID != m.ID {
		signed = press.Dotted(leader.Name, signed)
	}
	t.Need(20)
	t.Doc.Rule(t.Area.X, t.Area.Y+12, t.Area.X+70, t.Area.Y+12, page.Pen{Color: page.Muted, Width: 0.5})
	t.Gap(14)
	t.Text(signed, page.Style{Size: 10.5, Color: page.Muted}, 0)
	for number := first; number <= t.Doc.Pages(); number++ {
		t.Plain[number] = true // it is nobody's business how many letters there are
	}
}

// ThanksIsYours tells what a letter of thanks is for.
func ThanksIsYours(d *press.Draft) string {
	return d.Say.Text("This page is yours. Pass it on wherever it serves you: to whoever you work for, to colleagues, or to nobody.")
}

func thanksPeriod(d *press.Draft) (from, until data.Date) {
	from, until = d.Opt.Today.AddDays(1-thanksDays), d.Opt.Today
	if d.Opt.From != 0 {
		from = d.Opt.From
	}
	if d.Opt.Until != 0 {
		until = min(until, d.Opt.Until)
	}
	return max(from, min(d.KnownSince(d.Opt.Today), until)), until
}

// GaveThisYear tells what a member gave in the period of a letter of thanks, the
// latest first, as said to them. The leader's notes are not in it.
func GaveThisYear(d *press.Draft, member int64) []string {
	from, until := thanksPeriod(d)
	var lines []string
	for _, act := range d.ActsOf(member, until) {
		if act.On < from {
			continue
		}
		line := d.Say.Text("%s: %s", act.On, gave(d, act))
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// gave says to somebody what they did.
func gave(d *press.Draft, act data.Act) string {
	about := ""
	if e, ok := d.EventByID(act.EventID); ok {
		about = d.PublicTitle(&e)
	} else if item, ok := d.ItemByID(act.ItemID); ok {
		about = item.Title
	}
	alone, with := toldToThem[act.Kind][0], toldToThem[act.Kind][1]
	if about == "" || with.IsZero() {
		return d.Say.Of(alone)
	}
	with.Args = []any{about}
	return d.Say.Of(with)
}

// toldToThem are the acts as they are said to whoever did them, alone and with
// what they were about.
var toldToThem = map[data.ContributionKind][2]data.Phrase{
	data.Facilitated: {{Key: "you led an event"}, {Key: "you led “%s”"}},
	data.Prepared:    {{Key: "you prepared an event"}, {Key: "you prepared “%s”"}},
	data.TookMinutes: {{Key: "you wrote the minutes"}, {Key: "you wrote the minutes of “%s”"}},
	data.ItemDone:    {{Key: "you finished something we use"}, {Key: "you finished “%s”"}},
	data.Welcomed:    {{Key: "you guided a newcomer"}},
	data.Represented: {{Key: "you spoke for the community outside"}},
	data.Spoke:       {{Key: "you spoke"}, {Key: "you spoke at “%s”"}},
	data.Helped:      {{Key: "you helped somebody"}, {Key: "you helped with “%s”"}},
	data.Reviewed:    {{Key: "you gave feedback on somebody’s work"}},
	data.Published:   {{Key: "you wrote or updated something for all"}, {Key: "you wrote or updated “%s”"}},
	data.Mentored:    {{Key: "you mentored somebody"}},
}
