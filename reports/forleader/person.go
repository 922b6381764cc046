package forleader

import (
	"bytes"
	"fmt"
	"strings"

	"copleader/data"
	"copleader/reports/press"
)

// Person makes everything the file holds about one person, for that person
// to have (data/README.md, Privacy): one file that every computer opens.
func Person(d *press.Draft) (press.Product, error) {
	if d.Opt.MemberID == 0 {
		return nil, data.Fault(data.CodeNothing, "Please say whom it is to be about.")
	}
	about, ok := d.AboutMember(d.Opt.MemberID, d.Opt.Today)
	if !ok {
		return nil, data.Fault(data.CodeNotFound, "This person is not in the community's file any more.")
	}
	p := &person{Draft: d, Markdown: &press.Markdown{Links: true}, about: &about}
	say := d.Say
	p.Heading(1, say.Text("Everything about %s", about.Member.Name))
	p.Paragraph(say.Text("What the community “%s” has written down, as of %s. Answers to health checks are not among it: they are kept without names, so nobody knows whose they are.",
		d.Community.Name, d.Opt.Today))
	p.record()
	p.standing()
	p.Part(say.Text("Events"), p.events())
	p.Part(say.Text("What you gave"), p.acts())
	p.Part(say.Text("Help you received"), p.help())
	p.Part(say.Text("On the board"), p.items())
	p.Part(say.Text("Asked of you, and notes about it"), p.followUps())
	p.Part(say.Text("Hints about you that the leader put aside"), p.putAside())
	p.Part(say.Text("Health checks you were asked to"), p.rounds())
	p.Part(say.Text("What you were thanked for"), p.thanked())
	p.stories()
	p.Part(say.Text("Elsewhere"), p.mentions())
	return p.page()
}

// person writes what is known of one person.
type person struct {
	*press.Draft
	*press.Markdown
	about *data.About
}

// page puts the text into a page for a browser.
func (p *person) page() (press.Product, error) {
	var out bytes.Buffer
	if err := press.WritePage(&out, p.Draft, p.about.Member.Name, p.Text()); err != nil {
		return nil, err
	}
	return press.Bytes(out.Bytes()), nil
}

func (p *person) record() {
	say, m := p.Say, &p.about.Member
	p.Heading(2, say.Text("Your record"))
	for i := range data.MemberFields {
		f := &data.MemberFields[i]
		said := f.Said(m)
		switch {
		case f.Label.IsZero() || said.IsZero() || f.Input == data.InputChoice || f.Input == data.InputTick: // those are sentences below
		case f.Private:
			p.Fact(say.Text("%s (the leader's own)", f.Label), say.Of(said))
		default:
			p.Fact(say.Of(f.Label), say.Of(said))
		}
	}
	p.EndFacts()
	if m.Kind == data.KindContact {
		p.Paragraph(say.Text("You stand on the list as a contact, not as a member."))
	}
	if m.AskOpenly {
		p.Paragraph(say.Text("You said yes to be named on the community’s page for what others may ask you about."))
	}
	if m.ResourcesOnly {
		p.Paragraph(say.Text("You use what the community makes and are not expected at events."))
	}
}

// standing tells roles and levels, with what they follow from.
func (p *person) standing() {
	say, a := p.Say, p.about
	var lines []string
	for _, t := range a.Terms {
		lines = append(lines, say.Text("%s, %s", data.RoleLeader.Phrase(), p.span(t.From, t.To)))
	}
	for _, r := range a.Roles {
		lines = append(lines, say.Text("%s, %s", r.Role.Phrase(), p.span(r.From, r.To)))
	}
	p.Part(say.Text("Your roles"), lines)
	lines = nil
	if a.Standing.Inferred != "" {
		lines = append(lines, say.Text("From attendance and contributions: %s. %s", a.Standing.Inferred.Phrase(), a.Standing.Sentence))
	}
	for _, d := range a.Levels {
		line := say.Text("Set by the leader: %s, %s", d.Level.Phrase(), p.span(d.DeclaredOn, d.EndedOn))
		if d.Reason != "" {
			line = say.Text("%s (%s)", line, d.Reason)
		}
		if d.ReviewOn != 0 {
			line = say.Text("%s, to be looked at again on %s", line, d.ReviewOn)
		}
		lines = append(lines, line)
	}
	p.Part(say.Text("How close you are to the centre"), lines)
}

// span is "from 3 May 2026" or "3 May 2026 to 6 Jun 2026".
func (p *person) span(from, to data.Date) string {
	if to == 0 {
		return p.Say.Text("from %s", from)
	}
	return p.Say.Text("%s to %s", from, to)
}

func (p *person) events() []string {
	say := p.Say
	var lines []string
	for _, e := range p.about.Events {
		var what []string
		switch {
		case e.Present && e.Minutes > 0:
			what = append(what, say.Count(e.Minutes, "there for %d minute", "there for %d minutes"))
		case e.Present:
			what = append(what, say.Text("there"))
		}
		switch e.Expected {
		case data.ReplyYes:
			what = append(what, say.Text("said beforehand: coming"))
		case data.ReplyNo:
			what = append(what, say.Text("said beforehand: not coming"))
		}
		for _, part := range e.Parts {
			what = append(what, say.Of(part.Act().Did()))
		}
		lines = append(lines, say.Text("%s: %s (%s)", e.Event.On, e.Event.Title, strings.Join(what, ", ")))
	}
	return lines
}

func (p *person) acts() []string {
	var lines []string
	for _, act := range p.about.Acts {
		what := p.Say.Of(act.Kind.Did())
		if e, ok := p.EventByID(act.EventID); ok {
			what = p.Say.Text("%s, %s", what, e.Title)
		}
		lines = append(lines, p.noted(act.On, what, act.ItemID, act.Note))
	}
	return lines
}

func (p *person) help() []string {
	var lines []string
	for _, h := range p.about.Help {
		lines = append(lines, p.noted(h.On, p.Say.Text("helped"), h.ItemID, h.Note))
	}
	for _, c := range p.about.Guided {
		lines = append(lines, p.noted(c.On, p.Say.Text("guided as a newcomer"), c.ItemID, c.Note))
	}
	return lines
}

// noted is a dated line with the item it belongs to and its note.
func (p *person) noted(on data.Date, what string, item int64, note string) string {
	line := p.Say.Text("%s: %s", on, what)
	if i, ok := p.ItemByID(item); ok {
		line = p.Say.Text("%s, %s", line, i.Title)
	}
	if note != "" {
		line = p.Say.Text("%s (%s)", line, note)
	}
	return line
}

func (p *person) items() []string {
	var lines []string
	for _, i := range p.about.Proposed {
		lines = append(lines, p.Say.Text("%s: you proposed “%s” (%s)", i.CreatedOn, i.Title, i.Column.Phrase()))
	}
	for _, i := range p.about.Owned {
		lines = append(lines, p.Say.Text("You own “%s” (%s)", i.Title, i.Column.Phrase()))
	}
	return lines
}

func (p *person) followUps() []string {
	var lines []string
	for _, f := range p.about.FollowUps {
		line := p.Say.Text("%s: %s (%s)", f.On, f.What, f.State.Phrase())
		if f.Due != 0 {
			line = p.Say.Text("%s, due %s", line, f.Due)
		}
		if f.Note != "" {
			line = p.Say.Text("%s. Note: %s", line, f.Note)
		}
		lines = append(lines, line)
	}
	return lines
}

func (p *person) putAside() []string {
	var lines []string
	for _, d := range p.about.PutAside {
		line := p.Say.Text("%s: hint %s", d.On, d.Rule)
		if d.Reason != "" {
			line = p.Say.Text("%s (%s)", line, d.Reason)
		}
		lines = append(lines, line)
	}
	return lines
}

func (p *person) rounds() []string {
	var lines []string
	for _, r := range p.about.Asked {
		replied := p.Say.Text("no reply noted")
		if r.Replied {
			replied = p.Say.Text("replied")
		}
		lines = append(lines, p.Say.Text("%s: %s (%s)", r.Round.OpenedOn, r.Round.Name, replied))
	}
	return lines
}

// thanked tells what the person was thanked for at meetings.
func (p *person) thanked() []string {
	var lines []string
	for _, l := range p.about.Thanked {
		if e, there := p.EventByID(l.EventID); there {
			lines = append(lines, p.Say.Text("%s, “%s”: %s", e.On, e.Title, l.Text))
		}
	}
	return lines
}

func (p *person) stories() {
	for _, s := range p.about.Stories {
		p.Heading(2, p.Say.Text("Value story: %s", s.Title))
		p.Fact(p.Say.Text("On"), p.Say.Date(s.On))
		p.Fact(p.Say.Text("Consent"), p.Say.Of(s.Consent.Phrase()))
		p.Fact(p.Say.Text("Evidence"), s.Evidence)
		p.EndFacts()
		for _, text := range []string{s.Situation, s.Met, s.Did, s.CameOfIt} {
			p.Paragraph(text)
		}
	}
}

// mentions tells where else the person is named. What stands on the records of
// others is theirs, so only that it is there.
func (p *person) mentions() []string {
	var lines []string
	others := 0
	for _, m := range p.about.Mentions {
		switch {
		case m.OnMember != 0 && m.OnMember != p.about.Member.ID:
			others++
		case m.Secret:
			lines = append(lines, p.Say.Of(m.Where))
		default:
			lines = append(lines, fmt.Sprintf("%s: %s", p.Say.Of(m.Where), m.Text))
		}
	}
	if others > 0 {
		lines = append(lines, p.Say.Count(others, "%d note about somebody else names you", "%d notes about others name you"))
	}
	return lines
}
