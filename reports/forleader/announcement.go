package forleader

import (
	"copleader/data"
	"copleader/reports/press"
)

// Announcement makes the text that invites to the next event, or a chosen
// one; of one that was called off it says so.
func Announcement(d *press.Draft) (press.Product, error) {
	e, ok := d.NextEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event is planned yet. Plan one, then it can be announced.")
	}
	m := &press.Markdown{}
	m.Heading(1, AnnouncementTitle(d, e))
	WriteAnnouncement(d, m, e)
	leader, _ := d.Leader()
	m.Paragraph("— " + press.Dotted(leader.Name, d.Community.Name))
	return m, nil
}

// AnnouncementTitle is an event's title, and says where it was called off.
func AnnouncementTitle(d *press.Draft, e data.Event) string {
	if e.Status == data.StatusCancelled {
		return d.Say.Text("Called off: %s", e.Title)
	}
	return e.Title
}

// WriteAnnouncement writes what stands between the title and the signature of an
// announcement.
func WriteAnnouncement(d *press.Draft, m *press.Markdown, e data.Event) {
	say := d.Say
	if e.Status == data.StatusCancelled {
		m.Paragraph(say.Text("This event does not take place: %s.", d.WhenInZone(e)))
		return
	}
	m.Paragraph(e.Purpose)
	m.Fact(say.Text("When"), d.WhenInZone(e))
	m.Fact(say.Text("Where"), e.Place)
	m.Fact(say.Text("Link"), e.Link)
	m.Fact(say.Text("What it is"), d.Say.Of(data.FormatName(e.Format)))
	m.Fact(say.Text("With"), say.List(d.WhoDoes(e.ID, data.PartSpeaker)))
	m.Fact(say.Text("Hosted by"), say.List(d.WhoDoes(e.ID, data.PartFacilitator)))
	m.EndFacts()
	switch {
	case e.Confidential:
		m.Paragraph(say.Text("What is said there stays among those who are there."))
	case e.Audience == data.OpenEvent:
		m.Paragraph(say.Text("Everyone is welcome, bring a colleague. Nobody has to be an expert."))
	default:
		m.Paragraph(say.Text("For members of the community. Nobody has to be an expert."))
	}
	if channel := d.Channel(data.UseDiscuss, data.UseAnnounce); channel != "" {
		m.Paragraph(say.Text("Talk about it: %s", channel))
	}
}
