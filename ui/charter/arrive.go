package charter

import (
	"copleader/data"
	"copleader/ui/kit"
)

// Arrive shows a part ("canvas"), a field by its key ("needs"), or a measure or a
// box with its red thread; or begins what is known of a measure, its value or a
// note.
func (s *Screen) Arrive(args any) {
	switch a := args.(type) {
	case Part:
		s.Arrive(string(a))
	case data.Phase:
		s.open(Part(a))
	case data.Section:
		s.open(partOf(a))
	case data.CharterField:
		s.goTo(a.Key)
	case data.Place:
		if a.Kind == data.PlaceCharter {
			s.Arrive(a.Key)
			return
		}
		s.WhenLoaded(func() { s.goToNode(a) })
	case kit.Picture:
		s.goTo("logo")
		s.WhenLoaded(func() { s.offerPicture(a.Path) })
	case kit.Begun:
		if !s.deps.ReadOnly {
			s.WhenLoaded(func() { s.begin(a) })
		}
	case string:
		for _, p := range Parts {
			// "measures" is a part and a field of it alike.
			if string(p) == a {
				s.open(p)
				return
			}
		}
		s.goTo(a)
	}
}

// goToNode shows a measure or a box, with where the red thread leads from it.
func (s *Screen) goToNode(node data.Place) {
	s.threads[node] = true
	switch node.Kind {
	case data.PlaceMeasure:
		s.open(PartMeasures)
		s.show()
		s.showRow(TableMeasures, node.ID)
	case data.PlaceBox:
		s.open(PartCanvas)
		s.show()
		s.goToField("box." + node.Key)
	}
}

// showRow scrolls to a row of a table.
func (s *Screen) showRow(t Table, id int64) {
	b := s.tables[t]
	if b == nil || b.places[id] == nil {
		return
	}
	if foot := b.feet[id]; foot != nil {
		foot.open(true)
	}
	s.page.ScrollTo(b.places[id])
}

// begin opens the form of what is known of something.
func (s *Screen) begin(b kit.Begun) {
	switch row := b.Row.(type) {
	case data.Measure:
		s.open(PartMeasures)
		s.openMeasure(row, b.Finish)
	case data.MeasureValue:
		s.open(PartMeasures)
		s.withMeasure(func() { s.openValue(row, b.Finish) })
	case data.CharterNote:
		s.open(partOf(row.Section))
		s.openNote(row, b.Finish)
	}
}

// withMeasure does something that needs a measure; while there is none, one is
// written first.
func (s *Screen) withMeasure(do func()) {
	if len(s.state.View().snapshot.Measures) == 0 {
		s.openMeasure(data.Measure{}, nil)
		return
	}
	do()
}

// LeadTo shows a field of the charter and puts the cursor into it.
func (s *Screen) LeadTo(spot kit.Spot) {
	key := spot.Field
	if spot.Table == "canvas_box" {
		key = "box." + key
	}
	s.goTo(key)
}
