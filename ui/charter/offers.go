package charter

import (
	"context"

	"copleader/data"
	"copleader/data/store"
)

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
		t.Add(box, line)
	}
	if len(lines) == 0 {
		return data.Fault(data.CodeInvalid, "Please tick at least one line.")
	}
	return s.store.TakeLines(ctx, t)
}
