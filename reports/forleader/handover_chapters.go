package forleader

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// people says whom to ask about what: those with a role, what members know, the
// sponsors and others with a say, and the channels.
func (h *handover) people() {
	say := h.Say
	h.Section(say.Text("Roles"), 1)
	var roles, knows [][]page.TableCell
	people := h.People(h.Opt.Today)
	data.SortByName(people, say.Lang())
	for _, m := range people {
		if held := rolesOf(h.Draft, &m); held != "" {
			roles = append(roles, []page.TableCell{{Text: m.Name, Bold: true}, {Text: held}, {Text: m.Unit}, {Text: m.Email, Link: mailTo(m.Email)}})
		}
		if len(m.Knows) > 0 {
			knows = append(knows, []page.TableCell{{Text: m.Name, Bold: true}, {Text: strings.Join(m.Knows, ", ")}, {Text: m.Unit}, {Text: m.Email, Link: mailTo(m.Email)}})
		}
	}
	columns := []page.TableColumn{{Head: say.Text("Name"), Share: 28}, {Head: say.Text("Role"), Share: 32}, {Head: say.Text("Unit"), Share: 20}, {Head: say.Text("E-mail"), Share: 36}}
	h.tableOr(columns, roles, say.Text("Nobody holds a role yet."))
	if len(knows) > 0 {
		h.Section(say.Text("Ask about"), 1)
		columns[1].Head = say.Text("Ask about")
		h.Table(page.Table{Columns: columns}, knows)
	}
	if len(h.Sponsors) > 0 {
		h.Section(say.Text("Sponsors"), 1)
		style := page.Style{Size: 10.5, LineHeight: 1.3}
		for _, s := range h.Sponsors {
			h.Sub(s.Name)
			h.Text(press.Dotted(s.Function, sponsorKindText(h.Draft, s.Kind)), style, 0)
			if s.HopesFor != "" {
				h.Text(say.Text("Hopes for: %s", s.HopesFor), style, 0)
			}
			met := h.lastContact(s.ID)
			if met != "" {
				met = say.Text("last met on %s", met)
			}
			line := h.Area
			h.Text(press.Dotted(s.Email, met), style, 1.5)
			h.Doc.Link(page.Rect{X: line.X, Y: line.Y, W: line.W, H: h.Doc.LineHeight(style)}, mailTo(s.Email))
		}
	}
	if len(h.Stakes) > 0 {
		h.Section(say.Text("People with money or a say"), 1)
		var lines []string
		for _, s := range h.Stakes {
			lines = append(lines, press.Dotted(s.Name, s.Function, s.Stake))
		}
		h.Bullets(lines)
	}
	if len(h.Channels) > 0 {
		h.Section(say.Text("Channels"), 1)
		var lines []string
		for _, c := range h.Channels {
			lines = append(lines, press.Dotted(c.Name, say.Of(c.Use.Phrase()), c.Link))
		}
		h.Bullets(lines)
	}
}

func sponsorKindText(d *press.Draft, k data.SponsorKind) string {
	if k == "" {
		return ""
	}
	return d.Say.Of(k.Phrase())
}

func mailTo(address string) string {
	if address == "" {
		return ""
	}
	return "mailto:" + address
}

// lastContact is the day a sponsor was last met.
func (h *handover) lastContact(sponsor int64) string {
	var last data.Date
	for _, c := range h.Contacts {
		if c.SponsorID == sponsor && c.On <= h.Opt.Today {
			last = max(last, c.On)
		}
	}
	return h.DayOr(last)
}

// habits says how things are run, and what was written about them.
func (h *handover) habits() {
	say, c := h.Say, &h.Community
	h.Facts([][2]string{
		{say.Text("We meet"), press.Dotted(h.rhythmText(), c.UsualSlot)},
		{say.Text("Formats used"), h.formatsUsed()},
		{say.Text("We decide"), press.Dotted(decisionText(h.Draft, c), c.DecisionNote)},
		{say.Text("Joining"), press.Dotted(policyText(h.Draft, c), c.HowToJoin)},
		{say.Text("We ask of members"), c.ExpectedCommitment},
		{say.Text("Phase"), h.SpokenOr(c.Phase.Phrase())},
		{say.Text("Stage"), h.SpokenOr(c.Stage.Phrase())},
		{say.Text("Hours for leading"), h.hoursAgreed()},
	})
	if len(c.WorkingAgreement) > 0 {
		h.Section(say.Text("How we treat one another"), 1)
		h.Bullets(c.WorkingAgreement)
	}
	h.Section(say.Text("The health check"), 1)
	promised := say.Text("The forms promise this to members.")
	if len(h.Rounds) > 0 {
		promised = say.Text("Members were promised this.")
	}
	h.Text(say.Text("Fewer than %d answers to a card are withheld, and no groups within the community are looked at. %s Ask in the room, on paper or by workbook; act on at least one card before you ask again.", h.MinGroup(), promised), page.Style{Size: 10.5}, 1)
	h.worksheets()
}

func (h *handover) rhythmText() string {
	if h.Community.CadenceDays <= 0 {
		return ""
	}
	return h.Say.Count(h.Community.CadenceDays, "every %d day", "every %d days")
}

func decisionText(d *press.Draft, c *data.Community) string {
	if c.DecisionRule == "" {
		return ""
	}
	return d.Say.Of(c.DecisionRule.Phrase())
}

func policyText(d *press.Draft, c *data.Community) string {
	if c.MembershipPolicy == "" {
		return ""
	}
	return d.Say.Of(c.MembershipPolicy.Phrase())
}

// hoursAgreed are the leader's hours where the community asks for any.
func (h *handover) hoursAgreed() string {
	c := &h.Community
	if !c.WantsSponsors() || c.LeaderHours < 0 {
		return ""
	}
	return h.Say.Text("%s of %s a week", press.HoursText(c.LeaderHours), press.HoursText(c.WorkWeek))
}

// formatsUsed names the formats of the events held, with how often.
func (h *handover) formatsUsed() string {
	times := map[string]int{}
	var keys []string
	for _, e := range h.HeldEvents(h.Opt.Today) {
		if times[e.Format] == 0 {
			keys = append(keys, e.Format)
		}
		times[e.Format]++
	}
	slices.SortStableFunc(keys, func(a, b string) int { return times[b] - times[a] })
	var said []string
	for _, key := range keys {
		said = append(said, h.Say.Text("%s (%d)", h.Say.Of(data.FormatName(key)), times[key]))
	}
	return h.Say.List(said)
}

// worksheets tell the latest answers of each phase.
func (h *handover) worksheets() {
	high := 0.0
	answers := map[data.Phase][]answered{}
	for _, question := range data.WorksheetQuestions {
		if a, ok := h.WorksheetText(question, h.Opt.Today); ok && a.Text != "" {
			given := answered{h.SpokenOr(data.QuestionText(question)), a.Text, h.Say.Date(a.On)}
			phase := data.PhaseOf(question)
			if answers[phase] == nil {
				high += sectionRoom
			}
			answers[phase] = append(answers[phase], given)
			high += h.Doc.Measure(h.Area.W, given.question, answerText).Height + h.Doc.Measure(h.Area.W, given.text, answerText).Height + answerGaps
		}
	}
	h.Whole(high)
	for _, phase := range data.Phases {
		for i, given := range answers[phase] {
			if i == 0 {
				h.Section(h.Say.Text("Worksheet: %s", h.Say.Of(phase.Phrase())), 1)
			}
			h.Sub(given.question)
			h.Text(given.text, answerText, 0)
			h.Text(given.on, page.Style{Size: 8.5, Color: page.Muted}, 1.5)
		}
	}
}

// answered is a question of a worksheet with its latest answer.
type answered struct{ question, text, on string }

// Look and room of the answers: above a phase, and around an answer, in millimetres.
var answerText = page.Style{Size: 10.5}

const (
	sectionRoom = 10.0
	answerGaps  = 5.6
)

// firstDays is a list to tick off: what always helps, and what waits here.
func (h *handover) firstDays() {
	say := h.Say
	h.Section(say.Text("In the first week"), 1)
	week := []string{say.Text("Sit down for an hour with whoever led so far; ask what nobody wrote down"),
		say.Text("Open the copy of the community file and look around")}
	if coming := h.ComingEvents(h.Opt.Today); len(coming) > 0 {
		week = append(week, say.Text("Look at the next event: %s on %s", coming[0].Title, coming[0].On))
	} else {
		week = append(week, say.Text("Put the next date into the calendar; a lean coffee needs no preparation"))
	}
	if team := h.CoreTeam(h.Opt.Today); len(team) > 1 {
		week = append(week, say.Text("Meet the core team: %s", say.List(h.ByName(team))))
	} else {
		week = append(week, say.Text("Find two people who carry it with you"))
	}
	h.Ticks(week)
	h.Section(say.Text("In the first two weeks"), 1)
	var fortnight []string
	for _, s := range h.Sponsors {
		fortnight = append(fortnight, say.Text("Talk with %s for half an hour: what they hope for, and your hours", s.Name))
	}
	fortnight = append(fortnight, say.Text("Write to the channels who leads now"), say.Text("Go through the open promises one by one: keep, hand on, or say no"))
	h.Ticks(fortnight)
	h.Section(say.Text("In the first month"), 1)
	month := []string{say.Text("Hold an event, with two minutes of feedback at its end"), say.Text("Publish its minutes within a week"),
		say.Text("Refine the board together"), say.Text("Speak with five members alone: what should stay, what should change?")}
	if on := h.Community.ReviewOn; on != 0 && on <= h.Opt.Today.AddDays(60) {
		month = append(month, say.Text("Review the charter; it is due on %s", on))
	}
	h.Ticks(month)
}
