package reports

import (
	"strings"

	"copleader/data"
)

// makeAnnouncement makes the text that invites to the next event, or a chosen
// one; of one that was called off it says so.
func makeAnnouncement(d *draft) (product, error) {
	e, ok := d.nextEvent()
	if !ok {
		return nil, data.Fault(data.CodeNothing, "No event is planned yet. Plan one, then it can be announced.")
	}
	m := &markdown{}
	m.heading(1, d.announcementTitle(e))
	d.announce(m, e)
	return m, nil
}

func (d *draft) announcementTitle(e data.Event) string {
	if e.Status == data.StatusCancelled {
		return d.say.Text("Called off: %s", e.Title)
	}
	return e.Title
}

// announce writes what stands below the title of an announcement.
func (d *draft) announce(m *markdown, e data.Event) {
	say := d.say
	if e.Status == data.StatusCancelled {
		m.paragraph(say.Text("This event does not take place: %s.", d.whenInZone(e)))
		m.paragraph(say.Text("— %s", d.Community.Name))
		return
	}
	m.paragraph(e.Purpose)
	m.fact(say.Text("When"), d.whenInZone(e))
	m.fact(say.Text("Where"), e.Place)
	m.fact(say.Text("Link"), e.Link)
	m.fact(say.Text("What it is"), d.say.Of(data.FormatName(e.Format)))
	m.fact(say.Text("With"), say.List(d.whoDoes(e.ID, data.PartSpeaker)))
	m.fact(say.Text("Hosted by"), say.List(d.whoDoes(e.ID, data.PartFacilitator)))
	m.endFacts()
	switch {
	case e.Confidential:
		m.paragraph(say.Text("What is said there stays among those who are there."))
	case e.Audience == data.OpenEvent:
		m.paragraph(say.Text("Everyone is welcome, bring a colleague. Nobody has to be an expert."))
	default:
		m.paragraph(say.Text("For members of the community. Nobody has to be an expert."))
	}
	m.paragraph(say.Text("— %s", d.Community.Name))
}

// whenInZone names the time zone too, for readers elsewhere.
func (d *draft) whenInZone(e data.Event) string {
	if e.TimeZone == "" {
		return d.when(e)
	}
	return d.say.Text("%s (time in %s)", d.when(e), strings.ReplaceAll(e.TimeZone[strings.LastIndex(e.TimeZone, "/")+1:], "_", " "))
}
