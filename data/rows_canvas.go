package data

import "slices"

// BoxKey names a box of the vision canvas.
type BoxKey string

// The seven boxes (data/README.md, Canvas).
const (
	BoxVision        BoxKey = "vision"
	BoxImportance    BoxKey = "importance"
	BoxHow           BoxKey = "how"
	BoxMeasures      BoxKey = "measures"
	BoxImpact        BoxKey = "impact"
	BoxResources     BoxKey = "resources"
	BoxCommunication BoxKey = "communication"
)

// Boxes lists the boxes in the order of the workshop.
var Boxes = []BoxKey{BoxVision, BoxImportance, BoxHow, BoxMeasures, BoxImpact, BoxResources, BoxCommunication}

// boxRoom is how many lines a box has room for; each line holds 100 characters.
var boxRoom = map[BoxKey]int{BoxVision: 8, BoxImportance: 5, BoxHow: 8, BoxMeasures: 5,
	BoxImpact: 6, BoxResources: 6, BoxCommunication: 6}

// CanvasBox is one box of the one-page result of the kick-off workshop.
type CanvasBox struct {
	ID    int64
	Box   BoxKey
	Lines Lines
}

// CanvasBoxFields describes a box of the canvas.
var CanvasBoxFields = Fields[CanvasBox]{
	bare("id", func(b *CanvasBox) *int64 { return &b.ID }),
	choice("box", unseen, func(b *CanvasBox) *BoxKey { return &b.Box }, Boxes...),
	list("lines", unseen, 8, 100, func(b *CanvasBox) *Lines { return &b.Lines }).in("entries").community(),
}

// Validate cleans the texts and checks the limits.
func (b *CanvasBox) Validate() error {
	return CanvasBoxFields.validate(b, func(k *check) {
		room := boxRoom[b.Box]
		k.failing(len(b.Lines) > room, "lines", "There are %d lines; there is room for %d.", len(b.Lines), room)
	})
}

// Offered are the boxes whose lines become something after the workshop (data/README.md, Workshop): activities and asks for the board,
// measures, channels.
var Offered = []BoxKey{BoxHow, BoxMeasures, BoxResources, BoxCommunication}

// CanvasOffers are the lines of the canvas that nothing was made of yet, by box. What has the same name counts as made of it.
func (s *Snapshot) CanvasOffers() map[BoxKey][]string {
	offers := map[BoxKey][]string{}
	for i := range s.Canvas {
		b := &s.Canvas[i]
		if !slices.Contains(Offered, b.Box) {
			continue
		}
		taken := s.takenUp(b.Box)
		for _, line := range b.Lines {
			if !taken[Fold(line)] {
				offers[b.Box] = append(offers[b.Box], line)
			}
		}
	}
	return offers
}

// BoxLines are the lines of a box of the canvas.
func (s *Snapshot) BoxLines(box BoxKey) Lines {
	for i := range s.Canvas {
		if b := &s.Canvas[i]; b.Box == box {
			return b.Lines
		}
	}
	return nil
}

// takenUp are the names of what a box's lines can become, folded.
func (s *Snapshot) takenUp(box BoxKey) map[string]bool {
	taken := map[string]bool{}
	switch box {
	case BoxMeasures:
		for i := range s.Measures {
			taken[Fold(s.Measures[i].Wording)] = true
		}
	case BoxCommunication:
		for i := range s.Channels {
			taken[Fold(s.Channels[i].Name)] = true
		}
	default:
		for i := range s.Items {
			taken[Fold(s.Items[i].Title)] = true
		}
	}
	return taken
}

// ForceSide tells whether a force supports or slows the vision.
type ForceSide string

// The two sides of the force field.
const (
	ForceSupports ForceSide = "supports"
	ForceSlows    ForceSide = "slows"
)

// Force is one line of the force field (data/README.md, Canvas), strength 1–5.
type Force struct {
	ID       int64
	Side     ForceSide
	Text     string
	Strength int
}

// ForceFields describes a force.
var ForceFields = Fields[Force]{
	bare("id", func(f *Force) *int64 { return &f.ID }),
	choice("side", unseen, func(f *Force) *ForceSide { return &f.Side }, ForceSupports, ForceSlows),
	line("text", Say("In a few words"), 100, func(f *Force) *string { return &f.Text }).in("wording").must(),
	number("strength", Say("Strength, 1 to 5"), 1, 5, func(f *Force) *int { return &f.Strength }),
}

// Validate cleans the texts and checks the limits.
func (f *Force) Validate() error { return ForceFields.validate(f, nil) }
