package data

// ThreadRow is one step along the red thread, as a detail pane shows it.
type ThreadRow struct {
	Node  ThreadNode
	Title Phrase // what the leader called it; a box has its name, attendance how many came
	About Phrase // what kind of thing it is, and when
}

// ThreadView is what a detail pane shows of the red thread: where it leads on
// from a thing, and where it breaks off there.
type ThreadView struct {
	Rows  []ThreadRow
	Holes []Hole
}

// ThreadView is the red thread seen from a node. Nobody is named in it.
func (s *Snapshot) ThreadView(node ThreadNode, today Date) ThreadView {
	return s.ThreadViews([]ThreadNode{node}, today)[node]
}

// ThreadViews is the red thread seen from each of several nodes, walked once.
func (s *Snapshot) ThreadViews(nodes []ThreadNode, today Date) map[ThreadNode]ThreadView {
	views := map[ThreadNode]ThreadView{}
	for node, linked := range s.threads(nodes) {
		var v ThreadView
		for _, n := range linked {
			v.Rows = append(v.Rows, s.threadRow(n))
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

func (s *Snapshot) threadRow(n ThreadNode) ThreadRow {
	row := ThreadRow{Node: n, Title: Say("%s", s.ThreadTitle(n))}
	switch n.Kind {
	case ThreadMeasure:
		row.About = Say("Measure")
	case ThreadBox:
		row.Title, row.About = BoxKey(n.Key).Phrase(), Say("Box of the canvas")
	case ThreadCard:
		row.About = Say("Health card")
	case ThreadItem:
		i, _ := s.ItemByID(n.ID)
		row.About = Say("%s, %s", i.Kind.Phrase(), i.Column.Phrase())
	case ThreadEvent:
		e, _ := s.EventByID(n.ID)
		row.About = Say("Event, %s", e.On)
	case ThreadAttendance:
		came := s.CameTo(n.ID)
		row.Title, row.About = SayCount(came, "%d member came", "%d members came"), Say("Attendance")
	case ThreadStory:
		v, _ := byID(s.Stories, n.ID, func(v *ValueStory) int64 { return v.ID })
		row.About = Say("Value story, %s", v.On)
	}
	return row
}
