package forsponsors

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Sizes of letters of the pitch in points: the largest with which all of it
// stands on one page.
const (
	pitchMost  = 12.0
	pitchLeast = 7.5
)

// Pitch makes one page for the time before there is a sponsor: what the community
// answers, what comes of it, what it takes, and what is asked. It promises nothing
// that is not written down.
func Pitch(d *press.Draft) (press.Product, error) {
	c := &d.Community
	if c.PrimaryPurpose == "" && len(c.Needs) == 0 {
		return nil, data.Fault(data.CodeNothing, "A pitch begins with why. Write what you are here for, and the needs you answer, into the charter.")
	}
	for size := pitchMost; ; size -= 0.5 {
		p := &pitch{Pages: press.NewPages(d, false), size: size}
		p.draw()
		if p.Doc.Pages() == 1 && p.fits || size <= pitchLeast || p.Doc.Err() != nil {
			return p.Doc, p.Doc.Err()
		}
	}
}

// pitch draws the page.
type pitch struct {
	*press.Pages
	size float64
	col  *press.Column
	fits bool
}

func (p *pitch) draw() {
	c, say := &p.Community, p.Say
	p.col = p.Begin(c.Name, c.Tagline)
	if c.PrimaryPurpose != "" {
		style := p.text()
		style.Size, style.Bold = p.size*1.25, true
		p.col.Text(c.PrimaryPurpose, style, 2)
	}
	p.part(say.Text("The need"), c.Needs)
	p.part(say.Text("What the organisation gains"), c.StakeholderBenefits)
	p.part(say.Text("What members gain"), c.MemberBenefits)
	p.part(say.Text("By what you will see it"), p.signs())
	p.part(say.Text("What happens next"), p.coming())
	p.part(say.Text("What it takes"), p.takes())
	p.part(say.Text("What we ask of you"), p.asks())
	p.fits = p.col.Area.H > 8
	leader, _ := p.Leader()
	p.col.Area = p.col.Area.Trimmed(0, 2, 0, 0)
	style := p.text()
	style.Color = page.Muted
	p.col.Text(press.Dotted(leader.Name, p.Say.Date(p.Opt.Today)), style, 0)
}

func (p *pitch) text() page.Style { return page.Style{Size: p.size, LineHeight: 1.3} }

// part is a heading with its lines, left out when there are none.
func (p *pitch) part(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	p.col.Area = p.col.Area.Trimmed(0, p.size*0.2, 0, 0)
	head := press.SectionText
	head.Size = p.size * 1.15
	p.col.Text(title, head, 0.6)
	for _, line := range lines {
		p.col.Numbered("•", line, p.text(), 0.5)
	}
}

// signs are the measures with where they begin and what they should reach.
func (p *pitch) signs() []string {
	var lines []string
	for _, m := range p.Measures {
		line := m.Wording
		switch {
		case m.Target != "" && m.Baseline != "":
			line = p.Say.Text("%s: from %s to %s", line, m.Baseline, m.Target)
		case m.Target != "":
			line = p.Say.Text("%s: it should reach %s", line, m.Target)
		}
		if m.Due != 0 {
			line = p.Say.Text("%s, until %s", line, m.Due)
		}
		lines = append(lines, line)
	}
	return lines
}

func (p *pitch) coming() []string {
	var lines []string
	for i, e := range p.ComingEvents(p.Opt.Today) {
		if i == 3 {
			break
		}
		lines = append(lines, p.Say.Text("%s: %s", p.WhenInZone(e), p.PublicTitle(&e)))
	}
	return lines
}

// takes is what it costs, as far as it is agreed.
func (p *pitch) takes() []string {
	c, say := &p.Community, p.Say
	var lines []string
	if c.LeaderHours > 0 {
		lines = append(lines, say.Text("%g hours a week for whoever leads", c.LeaderHours))
	}
	if c.CadenceDays > 0 {
		lines = append(lines, press.Dotted(say.Count(c.CadenceDays, "An event every %d day", "An event every %d days"), c.UsualSlot))
	}
	if c.ExpectedCommitment != "" {
		lines = append(lines, say.Text("Of a member: %s", c.ExpectedCommitment))
	}
	return lines
}

// asks are those on the board that nobody has granted yet, or what every sponsor
// is asked for.
func (p *pitch) asks() []string {
	var lines []string
	for i := range p.Items {
		item := &p.Items[i]
		if item.Kind == data.KindSponsorAsk && item.Column != data.ColumnDone && item.Column != data.ColumnParked && item.CreatedOn <= p.Opt.Today {
			lines = append(lines, item.Title)
		}
	}
	if len(lines) > 0 {
		return lines
	}
	return []string{
		p.Say.Text("Say openly that time for it is well spent."),
		p.Say.Text("Half an hour with us every quarter, to see what came of it and to tell us what matters to you."),
	}
}
