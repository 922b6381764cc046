package overview

import (
	"copleader/data"
	"copleader/data/coach"
)

// Hole is a place where the red thread breaks off, with the deed that takes it up again.
type Hole struct {
	Text   string
	Button string
	Node   data.Place // what the sentence speaks of
	// At and Begun are where the deed is done and the row with what is known of it; without a row the node is shown.
	At    data.PlaceKind
	Begun any
}

// holes words where the red thread breaks off. What the coach speaks of already is left out.
func (r reader) holes(found []coach.Finding) []Hole {
	spoken := map[string]bool{}
	for i := range found {
		for _, card := range found[i].Cards {
			spoken[card] = true
		}
	}
	var out []Hole
	told := map[int64]bool{} // series of which one event stands for all
	for _, h := range r.Holes(r.today) {
		if e, is := r.EventByID(h.Node.ID); h.Kind == data.HoleEvent && is && e.SeriesID != 0 {
			if told[e.SeriesID] {
				continue
			}
			told[e.SeriesID] = true
		}
		if h.Kind != data.HoleConcern || !spoken[h.Node.Key] {
			out = append(out, r.hole(h))
		}
	}
	return out
}

func (r reader) hole(h data.Hole) Hole {
	out := Hole{Text: r.say.Of(h.Text), Node: h.Node}
	switch h.Kind {
	case data.HoleMeasure:
		out.Button, out.At, out.Begun = r.say.Text("Note an item"), data.PlaceBoard, data.Item{MeasureID: h.Node.ID}
	case data.HoleConcern:
		out.Button, out.At = r.say.Text("Note an action"), data.PlaceBoard
		out.Begun = data.Item{Kind: data.KindAction, Card: h.Node.Key, Title: r.say.Text("One step for “%s”", r.ThreadTitle(h.Node))}
	case data.HoleUntold:
		item, _ := r.ItemByID(h.Node.ID)
		out.Button, out.At = r.say.Text("Tell it"), data.PlaceStories
		out.Begun = data.ValueStory{ItemID: item.ID, EventID: item.EventID, MeasureID: item.MeasureID}
	default:
		out.Button = r.say.Text("Link it")
	}
	return out
}
