package forleader

import (
	"slices"

	"copleader/data"
	"copleader/reports/page"
)

// badgesEach is how many badges stand on a sheet, spareBadges how many at least
// stay empty for visitors.
const (
	badgesEach  = 8
	spareBadges = 3
)

// mostNamed is how many people have their names on badges and table cards whether or
// not they are likely to come: eight sheets.
const mostNamed = 64

// lastEvents is how many events back somebody counts as likely to come.
const lastEvents = 3

// likely are those whose names are printed: everyone, but in a large community only who
// said yes, takes a part, or was at one of the last events; others write on an empty one.
func (k *kit) likely() []data.Member {
	people := k.people()
	if len(people) <= mostNamed {
		return people
	}
	comes, recent := map[int64]bool{}, map[int64]bool{}
	held := k.HeldEvents(k.Opt.Today)
	for _, e := range held[max(0, len(held)-lastEvents):] {
		recent[e.ID] = true
	}
	for i := range k.Attendance {
		if a := &k.Attendance[i]; a.EventID == k.event.ID && a.Expected == data.ReplyYes || recent[a.EventID] && a.Present {
			comes[a.MemberID] = true
		}
	}
	for _, r := range k.EventRoles {
		if r.EventID == k.event.ID {
			comes[r.MemberID] = true
		}
	}
	return slices.DeleteFunc(people, func(m data.Member) bool { return !comes[m.ID] })
}

// badges are name tags to cut out: for everyone who may come, and some empty ones.
func (k *kit) badges() {
	grid, err := page.Sheet(k.Opt.Paper.Upright(), badgesEach)
	if err != nil {
		return // eight is always possible
	}
	people := k.likely()
	sheets := (len(people) + spareBadges + badgesEach - 1) / badgesEach
	for i := range sheets * badgesEach {
		if i%badgesEach == 0 {
			k.Doc.AddPage()
			k.Plain[k.Doc.Pages()] = true
			if i == 0 {
				k.Doc.Bookmark(0, k.Say.Text("Badges"), 0)
			}
			k.Doc.CutMarks(grid)
		}
		var m data.Member
		if i < len(people) {
			m = people[i]
		}
		k.badge(grid.Art(i%badgesEach), m)
	}
}

// badge is one name tag; of an empty one only the lines to write on are there.
func (k *kit) badge(r page.Rect, m data.Member) {
	k.Doc.Box(r, page.Look{Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.5), Width: 0.5}, Radius: 3})
	band, rest := r.CutTop(9)
	k.Doc.Clip(r, 3, func() { k.Doc.Box(band, page.Look{Fill: page.Primary}) })
	k.Fit(band.Trimmed(5, 0, 5, 0), k.Community.Name, page.Style{Size: 10, Bold: true, Color: page.OnPrimary, Valign: page.ValignMiddle, LineHeight: 1.15})
	rest = rest.Trimmed(6, 3, 6, 5)
	if m.Name == "" {
		y := rest.Y + rest.H*0.55
		k.Doc.Rule(rest.X, y, rest.Right(), y, page.Pen{Color: page.Muted, Width: 0.6})
		return
	}
	name, unit := rest.CutTop(rest.H * 0.72)
	shown := m.Name
	if m.Called != "" {
		shown = m.Called
	}
	k.Fit(name, shown, page.Style{Size: 24, Bold: true, Align: page.AlignCenter, Valign: page.ValignMiddle, LineHeight: 1.2})
	k.Fit(unit, m.Unit, page.Style{Size: 12, Color: page.Muted, Align: page.AlignCenter, Valign: page.ValignBottom, LineHeight: 1.15})
}

// tableCards are cards to fold and put on the table, two on a sheet: the name
// stands on both sides.
func (k *kit) tableCards() {
	grid, err := page.Sheet(k.Opt.Paper.Upright(), 2)
	if err != nil {
		return // two are always possible
	}
	people := k.likely()
	sheets := (len(people) + 1 + grid.Len() - 1) / grid.Len() // one at least stays empty
	for i := range sheets * grid.Len() {
		if i%grid.Len() == 0 {
			k.Doc.AddPage()
			k.Plain[k.Doc.Pages()] = true
			if i == 0 {
				k.Doc.Bookmark(0, k.Say.Text("Table cards"), 0)
			}
			k.Doc.CutMarks(grid)
		}
		var m data.Member
		if i < len(people) {
			m = people[i]
		}
		trim := grid.Trim(i % grid.Len())
		far, near := trim.CutTop(trim.H / 2)
		_, fold := far.Center()
		fold += far.H / 2
		k.Doc.Rule(trim.X+10, fold, trim.Right()-10, fold, page.Pen{Color: page.Muted.Mixed(page.Surface, 0.5), Width: 0.5, Dash: 2})
		k.Doc.Turned(far, func() { k.tableCard(far, m) })
		k.tableCard(near, m)
	}
}

// tableCard is one side of a folded card.
func (k *kit) tableCard(r page.Rect, m data.Member) {
	inner := r.Trimmed(14, 8, 14, 9)
	shown, unit := m.Name, m.Unit
	if m.Called != "" {
		shown = m.Called
	}
	if shown == "" {
		y := inner.Y + inner.H*0.7
		k.Doc.Rule(inner.X+10, y, inner.Right()-10, y, page.Pen{Color: page.Muted, Width: 0.6})
		return
	}
	name, below := inner.CutTop(inner.H * 0.78)
	k.Fit(name, shown, page.Style{Size: 48, Bold: true, Align: page.AlignCenter, Valign: page.ValignMiddle, LineHeight: 1.15})
	k.Fit(below, unit, page.Style{Size: 15, Color: page.Muted, Align: page.AlignCenter, Valign: page.ValignMiddle, LineHeight: 1.15})
}

// slips are four questions and four feedbacks on one sheet.
func (k *kit) slips() {
	grid, err := page.Sheet(k.Opt.Paper.Upright(), 8)
	if err != nil {
		return // eight is always possible
	}
	k.Doc.AddPage()
	k.Plain[k.Doc.Pages()] = true
	k.Doc.Bookmark(0, k.Say.Text("Slips"), 0)
	k.Doc.CutMarks(grid)
	for i := range grid.Len() {
		r := grid.Art(i).Inset(4)
		if i%2 == 0 {
			k.question(r)
		} else {
			k.feedback(r)
		}
	}
}

var slipTitle = page.Style{Size: 12, Bold: true, Color: page.Primary, MaxLines: 1}

func (k *kit) lines(r page.Rect) {
	for y := r.Y + 8; y <= r.Bottom(); y += 8 {
		k.Doc.Rule(r.X, y, r.Right(), y, page.Pen{Color: page.Line, Width: 0.7})
	}
}

func (k *kit) question(r page.Rect) {
	head, rest := r.CutTop(7)
	k.Doc.Text(head, k.Say.Text("My question"), slipTitle)
	k.lines(rest)
}

// feedback asks what the time was worth, in the scale of
// data/README.md, Feedback.
func (k *kit) feedback(r page.Rect) {
	say := k.Say
	head, rest := r.CutTop(7)
	k.Doc.Text(head, say.Text("Was it worth the time?"), slipTitle)
	votes, rest := rest.CutTop(14)
	step := votes.W / 5
	for i := range 5 {
		x := votes.X + (float64(i)+0.5)*step
		k.Doc.CheckBox(x-5, votes.Y+0.8, 4.6, false)
		k.Doc.TextLine(x+2, votes.Y+4.6, say.Text("%d", i+1), page.Style{Size: 11, Bold: true})
	}
	small := page.Style{Size: 7, Color: page.Muted, MaxLines: 1}
	under := page.Rect{X: votes.X, Y: votes.Y + 7, W: votes.W, H: 5}
	k.Doc.Text(under, say.Text("lost time"), small)
	small.Align = page.AlignCenter
	k.Doc.Text(under, say.Text("got back what I put in"), small)
	small.Align = page.AlignRight
	k.Doc.Text(under, say.Text("much more"), small)
	label, rest := rest.CutTop(5)
	k.Doc.Text(label, say.Text("What would make it better? What will you use?"), page.Style{Size: 8.5, Color: page.Muted, MaxLines: 1})
	k.lines(rest)
}
