package formembers

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Invite makes the text that invites to the community: why it is worth it, what
// comes, where somebody may speak, how to join.
func Invite(d *press.Draft) (press.Product, error) {
	m := &press.Markdown{}
	m.Heading(1, d.Say.Text("Come to %s", d.Community.Name))
	return m, WriteInvitation(d, m)
}

// WriteInvitation writes what stands below the title of an invitation.
func WriteInvitation(d *press.Draft, m *press.Markdown) error {
	c, say := &d.Community, d.Say
	if hook(d) == "" {
		return data.Fault(data.CodeNothing, "An invitation needs a reason to come. Write the line that says who you are, or what you are here for, into the charter.")
	}
	m.Paragraph(hook(d))
	if c.Tagline != "" {
		m.Paragraph(c.PrimaryPurpose)
	}
	m.Part(say.Text("What you gain"), firstOf(c.MemberBenefits, 3))
	if e, ok := nextOpen(d); ok {
		m.Heading(2, say.Text("Next"))
		m.Fact(say.Text("What"), d.PublicTitle(&e))
		m.Fact(say.Text("When"), d.WhenInZone(e))
		m.Fact(say.Text("Where"), e.Place)
		m.Fact(say.Text("Link"), e.Link)
		m.EndFacts()
	}
	m.Part(say.Text("A place to speak"), openSlots(d))
	m.Heading(2, say.Text("How to join"))
	m.Paragraph(mayJoin(d))
	m.Paragraph(c.HowToJoin)
	if link := joinLink(d); link != "" && !strings.Contains(c.HowToJoin, link) {
		m.Fact(say.Text("Link"), link)
		m.EndFacts()
	}
	m.Paragraph(say.Text("Nobody has to be an expert, and nobody has to come every time."))
	leader, _ := d.Leader()
	m.Paragraph("— " + press.Dotted(leader.Name, c.Name))
	return nil
}

// hook is the line that makes somebody curious.
func hook(d *press.Draft) string {
	return cmp.Or(d.Community.Tagline, d.Community.PrimaryPurpose)
}

func firstOf(lines data.Lines, n int) []string { return lines[:min(n, len(lines))] }

// forAll reports whether somebody who is no member may come to an event and be told of it.
func forAll(e *data.Event) bool { return e.Audience != data.MembersOnly && !e.Confidential }

// nextOpen is the next event to which everyone may come.
func nextOpen(d *press.Draft) (data.Event, bool) {
	for _, e := range d.ComingEvents(d.Opt.Today) {
		if forAll(&e) {
			return e, true
		}
	}
	return data.Event{}, false
}

// talks is how many people speak at an event of a format; at others nobody has to
// prepare a talk.
var talks = map[string]int{"brown_bag": 1, "brown_bag_feedback": 1, "lightning_talks": 6, "show_and_tell": 3}

// openSlots are the places to speak that nobody has taken yet, at what everyone may come to.
func openSlots(d *press.Draft) []string {
	var lines []string
	for _, e := range d.ComingEvents(d.Opt.Today) {
		free := talks[e.Format] - len(d.WhoDoes(e.ID, data.PartSpeaker))
		if free > 0 && forAll(&e) {
			lines = append(lines, d.Say.Text("%s, %s: %s", e.On, e.Title, d.Say.Count(free, "%d place to speak", "%d places to speak")))
		}
	}
	return lines
}

// mayJoin says who may join, "" while that is not decided: a gap is not for readers.
func mayJoin(d *press.Draft) string {
	if d.Community.MembershipPolicy == "" {
		return ""
	}
	return d.Say.Of(d.Community.MembershipPolicy.Phrase())
}

// joinLink is where somebody joins: the address that the charter gives for it,
// else where the community talks.
func joinLink(d *press.Draft) string {
	for word := range strings.FieldsSeq(d.Community.HowToJoin) {
		if isLink(word) {
			return strings.TrimRight(word, ".,;:!?)")
		}
	}
	for _, use := range []data.ChannelUse{data.UseAnnounce, data.UseDiscuss} {
		for _, c := range d.Channels {
			if c.Use == use && isLink(c.Link) {
				return c.Link
			}
		}
	}
	return ""
}

func isLink(word string) bool {
	return strings.HasPrefix(word, "https://") || strings.HasPrefix(word, "http://")
}

// The picture of an invitation: as large as channels show pictures of links.
const (
	inviteWide  = 1200
	inviteHigh  = 630
	invitePerMM = 6.0
)

// InvitePicture makes the invitation as a picture, with a code that a telephone
// reads.
func InvitePicture(d *press.Draft) (press.Product, error) {
	if hook(d) == "" {
		return nil, data.Fault(data.CodeNothing, "An invitation needs a reason to come. Write the line that says who you are, or what you are here for, into the charter.")
	}
	m := page.NewImage(d.Opt.Fonts, page.ImageSetup{Width: inviteWide, Height: inviteHigh, PerMM: invitePerMM, Language: d.Say.Lang(), Shades: d.Shades()})
	band, foot := m.Area().CutTop(66)
	m.Box(band, page.Level(1))
	inner := band.Trimmed(12, 9, 12, 8)
	name, inner := inner.CutTop(12)
	fitted(m, name, d.Community.Name, page.Style{Size: 26, Bold: true, Color: page.PrimarySoft, MaxLines: 1})
	fitted(m, inner, hook(d), page.Style{Size: 44, Bold: true, Color: page.OnPrimary, Valign: page.ValignMiddle, LineHeight: 1.2})
	foot = foot.Trimmed(12, 4, 12, 3)
	if link := joinLink(d); link == "" {
		d.Remark(data.Say("The charter names no address to join at, so the picture has no code. Write one into “How to join”."))
	} else if code, err := page.NewCode(link); err != nil {
		d.Remark(data.Say("The address to join at is too long for a code, so the picture has none."))
	} else {
		side := foot.H
		m.Code(page.Rect{X: foot.Right() - side, Y: foot.Y, W: side, H: side}, code)
		foot.W -= side + 6
	}
	inviteFoot(d, m, foot)
	return m, nil
}

// inviteFoot tells what comes, where somebody may speak, and where to join.
func inviteFoot(d *press.Draft, m *page.Image, r page.Rect) {
	var lines []string
	if e, ok := nextOpen(d); ok {
		lines = append(lines, d.Say.Text("Next: %s", press.Dotted(e.Title, d.WhenInZone(e), press.OneLine(cmp.Or(e.Place, e.Link)))))
	}
	if slots := openSlots(d); len(slots) > 0 {
		lines = append(lines, slots[0])
	}
	if join := cmp.Or(joinLink(d), press.OneLine(d.Community.HowToJoin), mayJoin(d)); join != "" {
		lines = append(lines, d.Say.Text("Join: %s", join))
	}
	lines = slices.DeleteFunc(lines, func(s string) bool { return strings.TrimSpace(s) == "" })
	high := r.H / float64(len(lines))
	for i, line := range lines {
		style := page.Style{Size: 16, Valign: page.ValignMiddle, LineHeight: 1.2, Bold: i == len(lines)-1}
		fitted(m, page.Rect{X: r.X, Y: r.Y + float64(i)*high, W: r.W, H: high}, line, style)
	}
}

// fitted sets a text as large as its style says, or smaller until all of it fits.
func fitted(m *page.Image, r page.Rect, text string, s page.Style) {
	m.Text(r, text, m.Fit(r, text, s, 9))
}
