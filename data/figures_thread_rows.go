package data

// ThreadRow is one step along the red thread, as a detail pane shows it.
type ThreadRow struct {
	Node  Place
	Title Phrase // what the leader called it; a box has its name, an event its day too, attendance how many came
	About Phrase // what kind of thing it is, and when where the title does not say
}

// ThreadView is what a detail pane shows of the red thread: where it leads on
// from a thing, and where it breaks off there.
type ThreadView struct {
	Rows  []ThreadRow
	Holes []Hole
}

// ThreadView is the red thread seen from a node. Nobody is named in it.
func (s *Snapshot) ThreadView(node Place, today Date) ThreadView {
	return s.ThreadViews([]Place{node}, today)[node]
}

// ThreadViews is the red thread seen from each of several nodes, walked once.
func (s *Snapshot) ThreadViews(nodes []Place, today Date) map[Place]ThreadView {
	views := map[Place]ThreadView{}
	for node, linked := range s.threads(nodes) {
		var v ThreadView
		for _, n := range linked {
			v.Rows = append(v.Rows, s.threadRow(n, today))
		}
		views[node] = v
	}
	for _, h := range s.Holes(today) {
		if v, wanted := views[h.Node]; wanted {
			v.Holes = append(v.Holes, h)
			views[h.Node] = v
		}
	}
	return views
}

func (s *Snapshot) threadRow(n Place, today Date) ThreadRow {
	row := ThreadRow{Node: n, Title: Say("%s", s.ThreadTitle(n))}
	switch n.Kind {
	case PlaceMeasure:
		row.About = Say("Measure")
	case PlaceBox:
		row.Title, row.About = BoxKey(n.Key).Phrase(), Say("Box of the canvas")
	case PlaceCard:
		row.About = Say("Health card")
	case PlaceItem:
		i, _ := s.ItemByID(n.ID)
		row.About = Say("%s, %s", i.Kind.Phrase(), i.Column.Phrase())
	case PlaceEvent:
		e, _ := s.EventByID(n.ID)
		row.Title, row.About = e.Called(today), Say("Event")
	case PlaceAttendance:
		came := s.CameTo(n.ID)
		row.Title, row.About = SayCount(came, "%d member came", "%d members came"), Say("Attendance")
	case PlaceStory:
		v, _ := byID(s.Stories, n.ID, func(v *ValueStory) int64 { return v.ID })
		row.About = Say("Value story, %s", v.On)
	}
	return row
}
