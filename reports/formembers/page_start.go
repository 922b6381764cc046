package formembers

import (
	"slices"
	"strings"

	"copleader/data"
	"copleader/reports/press"
)

// start is what a newcomer reads first: what this is, when to come, where to talk,
// whom to turn to, and a first thing to do.
func (w *wiki) start() {
	c, say := &w.Community, w.Say
	w.Heading(2, say.Text("Start here"))
	before := w.Text()
	w.Paragraph(c.PrimaryPurpose)
	if e, ok := nextOpen(w.Draft); ok {
		w.Fact(say.Text("Next"), say.Text("%s: %s", w.WhenInZone(e), w.PublicTitle(&e)))
		w.Fact(say.Text("Where"), joined(" · ", e.Place, e.Link))
	}
	if c.Paused(w.Opt.Today) {
		w.Fact(say.Text("We pause until"), say.Date(c.PausedUntil))
	}
	w.Fact(say.Text("How to join"), joined("\n", mayJoin(w.Draft), c.HowToJoin))
	w.people()
	var channels []string
	for _, channel := range w.Channels {
		channels = append(channels, joined(" ", say.Text("%s (%s)", channel.Name, channel.Use.Phrase()), press.OneLine(channel.Link)))
	}
	if len(channels) > 0 {
		w.Label(say.Text("Where we talk"))
		w.Bullets(channels)
	}
	if first := itemsWhere(w.Draft, isFirstStep); len(first) > 0 {
		w.Label(say.Text("A first thing to do"))
		w.Bullets(first)
	}
	if w.Text() == before {
		w.Paragraph(say.Text("Nothing is written here yet."))
	}
}

// joined are the texts that are there, with something between them.
func joined(between string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return strings.TrimSpace(s) == "" }), between)
}

// isFirstStep is a thing that a newcomer may take on.
func isFirstStep(i *data.Item) bool {
	return i.FirstStep && i.OwnerID == 0 && (i.Column == data.ColumnReady || i.Column == data.ColumnIdea)
}

// library lists what we made and others may use, with its links.
func (w *wiki) library() {
	var lines []string
	for i := range w.Items {
		item := &w.Items[i]
		if !item.Reusable() || item.Column != data.ColumnDone || item.DoneOn > w.Opt.Today {
			continue
		}
		line := w.Say.Text("%s (%s)", item.Title, item.Kind.Phrase())
		for _, link := range item.Links {
			line += " " + press.OneLine(link)
		}
		lines = append(lines, line)
	}
	w.Part(w.Say.Text("Library"), lines)
}

// whomToAsk tells who knows what: only those who said yes to standing there.
func (w *wiki) whomToAsk() {
	members := w.People(w.Opt.Today)
	data.SortByName(members, w.Say.Lang())
	who := map[string][]string{}
	var topics []string
	for _, m := range members {
		if !m.AskOpenly {
			continue
		}
		for _, topic := range m.Knows {
			if len(who[topic]) == 0 {
				topics = append(topics, topic)
			}
			who[topic] = append(who[topic], m.Name)
		}
	}
	slices.SortFunc(topics, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	var lines []string
	for _, topic := range topics {
		lines = append(lines, w.Say.Text("%s: %s", topic, w.Say.List(who[topic])))
	}
	w.Part(w.Say.Text("Whom to ask about what"), lines)
}

// wantedAndOffered tells where help is looked for, and what anybody may take up.
func (w *wiki) wantedAndOffered() {
	say := w.Say
	wanted := itemsWhere(w.Draft, func(i *data.Item) bool {
		open := i.Column != data.ColumnDone && i.Column != data.ColumnParked
		return open && (i.Kind == data.KindHelpRequest && i.AnsweredOn == 0 || i.Kind == data.KindKnowledgeGap && i.OwnerID == 0)
	})
	offered := openSlots(w.Draft)
	for _, e := range w.ComingEvents(w.Opt.Today) {
		if e.Audience == data.OpenEvent && !e.Confidential {
			offered = append(offered, say.Text("%s, %s: open to everyone", e.On, e.Title))
		}
	}
	offered = append(offered, itemsWhere(w.Draft, func(i *data.Item) bool {
		return i.Kind == data.KindVisit && i.OwnerID != 0 && i.Column != data.ColumnDone && i.Column != data.ColumnParked
	})...)
	if len(wanted)+len(offered) == 0 {
		return
	}
	w.Heading(2, say.Text("Wanted and offered"))
	for _, part := range []struct {
		title string
		lines []string
	}{{say.Text("Wanted"), wanted}, {say.Text("Offered"), offered}} {
		if len(part.lines) > 0 {
			w.Label(part.title)
			w.Bullets(part.lines)
		}
	}
}
