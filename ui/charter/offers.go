package charter

import (
	"context"

	"copleader/data"
	"copleader/data/store"
)

// offered are the boxes whose lines become something after the workshop
// (data/README.md, Workshop): activities and asks for the board, measures,
// channels.
var offered = []data.BoxKey{data.BoxHow, data.BoxMeasures, data.BoxResources, data.BoxCommunication}

// offers finds the lines of the canvas that nothing was made of yet. What has the
// same name counts as made of it, and so does an item that was linked with the box.
func (v *View) offers() {
	v.Offers = map[data.BoxKey][]string{}
	for _, box := range offered {
		taken := v.takenUp(box)
		for _, line := range v.Boxes[box] {
			if !taken[data.Fold(line)] {
				v.Offers[box] = append(v.Offers[box], line)
			}
		}
	}
}

// takenUp are the names of what a box's lines can become, folded.
func (v *View) takenUp(box data.BoxKey) map[string]bool {
	taken := map[string]bool{}
	switch box {
	case data.BoxMeasures:
		for _, m := range v.snapshot.Measures {
			taken[data.Fold(m.Wording)] = true
		}
	case data.BoxCommunication:
		for _, c := range v.snapshot.Channels {
			taken[data.Fold(c.Name)] = true
		}
	default:
		for i := range v.snapshot.Items {
			taken[data.Fold(v.snapshot.Items[i].Title)] = true
		}
	}
	return taken
}

// threads walks the red thread from each measure and each box.
func (v *View) threads() {
	var nodes []data.Place
	for _, m := range v.snapshot.Measures {
		nodes = append(nodes, data.Place{Kind: data.PlaceMeasure, ID: m.ID})
	}
	for _, box := range data.Boxes {
		nodes = append(nodes, data.BoxPlace(box))
	}
	seen := v.snapshot.ThreadViews(nodes, v.today)
	measures := v.Tables[TableMeasures]
	for i := range measures {
		measures[i].Thread = seen[data.Place{Kind: data.PlaceMeasure, ID: measures[i].ID}]
	}
	v.Threads = map[data.BoxKey]data.ThreadView{}
	for _, box := range data.Boxes {
		v.Threads[box] = seen[data.BoxPlace(box)]
	}
}

// TakeUp makes of lines of a box what they can become, in one act.
func (s *State) TakeUp(ctx context.Context, box data.BoxKey, lines []string) error {
	var t store.Taken
	for _, line := range lines {
		switch box {
		case data.BoxMeasures:
			t.Measures = append(t.Measures, data.Measure{Wording: line, Kind: data.MeasureOutside})
		case data.BoxCommunication:
			t.Channels = append(t.Channels, data.Channel{Name: line, Use: data.UseAnnounce})
		case data.BoxResources:
			t.Items = append(t.Items, data.Item{Title: line, Kind: data.KindSponsorAsk, Column: data.ColumnIdea, Box: box})
		default:
			t.Items = append(t.Items, data.Item{Title: line, Kind: data.KindEventIdea, Column: data.ColumnIdea, Box: box})
		}
	}
	if len(lines) == 0 {
		return data.Fault(data.CodeInvalid, "Please tick at least one line.")
	}
	return s.store.TakeLines(ctx, t)
}
