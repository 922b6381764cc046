package room

import (
	"cmp"
	"slices"

	"copleader/data"
)

// ShownBox is a box on the wall: of the canvas, or a side of the force field.
type ShownBox struct {
	Title data.Phrase
	Lines []string
	Now   bool // it is being filled
}

// wallColumns is how the canvas hangs on the wall (data/README.md, Canvas).
var wallColumns = [][]data.BoxKey{
	{data.BoxVision, data.BoxMeasures},
	{data.BoxImportance, data.BoxImpact, data.BoxCommunication},
	{data.BoxHow, data.BoxResources},
}

// block shows a step of a block of the workshop: its question, and on agreeing what is on the wall, once something of this block is there.
func (v *view) block(step string) {
	boxes, _ := BoxesOf(v.e.Format, step)
	v.shown.Question = CueOf(v.e.Format, v.part).Say
	if v.part.Kind == Alone || v.shown.Question.IsZero() {
		v.shown.Question = questionOf(step, boxes)
	}
	if v.part.Kind != Agree && v.part.Kind != Box {
		return
	}
	switch {
	case len(boxes) > 0 && v.filled(boxes):
		v.shown.Wall = v.canvas(boxes)
	case step == ForceField:
		v.shown.Wall = v.forces()
	default:
		v.shown.Lines = v.decidedAt(step)
	}
}

// questionOf is the question of a block; of one that fills two boxes both are asked.
func questionOf(step string, boxes []data.BoxKey) data.Phrase {
	switch {
	case len(boxes) == 2:
		return data.Say("%s %s", boxes[0].Question(), boxes[1].Question())
	case len(boxes) == 1:
		return boxes[0].Question()
	case step == ForceField:
		return data.Say("What helps us? What holds us back?")
	case step == NameStep:
		return data.Say("What shall we be called?")
	}
	return data.Say("One idea on each note. First alone, then together.")
}

// filled reports whether any of some boxes has lines.
func (v *view) filled(boxes []data.BoxKey) bool {
	return slices.ContainsFunc(boxes, func(box data.BoxKey) bool { return len(v.s.BoxLines(box)) > 0 })
}

// canvas is the whole canvas, those boxes marked that are filled now; nothing outside the workshop and while it is empty.
func (v *view) canvas(now []data.BoxKey) [][]ShownBox {
	if v.e.Format != data.VisionWorkshop || !v.filled(data.Boxes) {
		return nil
	}
	wall := make([][]ShownBox, len(wallColumns))
	for i, column := range wallColumns {
		for _, key := range column {
			wall[i] = append(wall[i], ShownBox{Title: key.Phrase(), Lines: v.s.BoxLines(key), Now: slices.Contains(now, key)})
		}
	}
	return wall
}

// forces are both sides of the force field, the strongest first; nothing while there is none.
func (v *view) forces() [][]ShownBox {
	if len(v.s.Forces) == 0 {
		return nil
	}
	var wall [][]ShownBox
	for _, side := range []data.ForceSide{data.ForceSupports, data.ForceSlows} {
		box := ShownBox{Title: side.Phrase(), Now: true}
		for _, f := range ForcesOf(v.s, side) {
			box.Lines = append(box.Lines, f.Text)
		}
		wall = append(wall, []ShownBox{box})
	}
	return wall
}

// ForcesOf are the forces of a side, the strongest first.
func ForcesOf(s *data.Snapshot, side data.ForceSide) []data.Force {
	var all []data.Force
	for _, f := range s.Forces {
		if f.Side == side {
			all = append(all, f)
		}
	}
	slices.SortStableFunc(all, func(a, b data.Force) int { return cmp.Compare(b.Strength, a.Strength) })
	return all
}
