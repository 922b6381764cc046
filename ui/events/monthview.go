package events

import (
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// monthLeast is the least width of a month, in points at text scale 1, so that the words of its events don't break.
const monthLeast float32 = 7 * 98

// monthView is the month beside the agenda: the grid, the way to other months, and what is on the day chosen.
type monthView struct {
	screen  *Screen
	day     data.Date
	title   *kit.Para
	grid    *monthGrid
	wide    *kit.Sideways // around it
	onDay   *fyne.Container
	carried *kit.Para // says what the keys carry
	none    *kit.Para // says that nothing of the month is what is sought
	all     fyne.CanvasObject
	scroll  *kit.Scroll
	content fyne.CanvasObject
}

func dayNumber(n int) string { return strconv.Itoa(n) }

func newMonthView(s *Screen) *monthView {
	say := s.deps.Say
	m := &monthView{screen: s, day: s.deps.Clock.Today(), title: kit.CardTitle(""), carried: kit.NewSmall(), grid: newMonthGrid(), onDay: kit.Wrap(12)}
	m.grid.choose, m.grid.open, m.grid.today = m.choose, m.open, s.deps.Clock.Today
	m.grid.event, m.grid.now, m.grid.carrying = s.arriveAt, s.deps.Clock.Now, m.sayCarried
	m.grid.plan, m.grid.find = func(data.Date) {}, s.search.BeginWith
	if !s.deps.ReadOnly {
		m.grid.plan = func(on data.Date) { s.openPlan(data.Event{On: on}, nil) }
		m.grid.drop = m.move
	}
	earlier := kit.NewLinkBtn(say.Text("Earlier"), func() { m.choose(m.day.AddMonths(-1)) })
	now := kit.NewLinkBtn(say.Text("Today"), func() { m.choose(s.deps.Clock.Today()) })
	later := kit.NewLinkBtn(say.Text("Later"), func() { m.choose(m.day.AddMonths(1)) })
	head := kit.Row(kit.RowOptions{Gap: 16, Align: kit.Middle}, kit.Weight(1, m.title), kit.Own(earlier), kit.Own(now), kit.Own(later))
	m.carried.Hide()
	m.none = kit.NewBody()
	m.all = kit.NewLinkBtn(say.Text("Show all events"), s.showAll)
	m.wide = kit.NewSideways(monthLeast, m.grid)
	m.scroll = kit.NewScroll(kit.VStack(10, head, m.carried, kit.Wrap(16, m.none, m.all), m.onDay, m.wide))
	m.content = kit.Fit(kit.NewBox(kit.BoxStyle{Fill: look.ColorSurface, Border: look.ColorLine, Radius: look.RadiusCard,
		Padding: kit.Edges{Top: 10, Right: 4, Bottom: 8, Left: 12}}, m.scroll))
	return m
}

// move puts an event on another day, alone or with the later ones of its series.
func (m *monthView) move(id int64, on data.Date) {
	s := m.screen
	s.selectEvent(id)
	m.day = on
	s.moveTo(on, s.pane.detail.Event.Start)
	m.show()
}

// sayCarried says what the keys carry, and how it is put down.
func (m *monthView) sayCarried(e DayEvent) {
	m.carried.Hidden = e.ID == 0
	m.carried.Set(kit.Bold(m.screen.deps.Say.Text("“%s” is taken up: arrows choose its day, Enter puts it there, Escape leaves it.", data.Dated(e.First, m.screen.deps.Clock.Today(), e.Title))))
	m.show()
}

// choose shows another day, and the month it lies in.
func (m *monthView) choose(day data.Date) {
	m.day = day
	m.show()
}

// show draws the month of the day chosen.
func (m *monthView) show() {
	s, say := m.screen, m.screen.deps.Say
	month := s.state.MonthOf(m.day, s.deps.Habits().WeekStart)
	m.title.Set(kit.Bold(month.Title))
	m.grid.show(month, m.day)
	words := s.state.NoneIn(m.day)
	m.none.Set(kit.Plain(words))
	kit.SetShown(m.none, words != "")
	kit.SetShown(m.all, words != "")
	m.onDay.Objects = []fyne.CanvasObject{kit.NewSmall(kit.Muted(say.OnDay(m.day)))}
	for _, e := range m.events() {
		open := kit.NewLinkBtn(e.Clock+" "+e.Title, func() { s.arriveAt(e.ID) })
		open.ID = "day." + strconv.FormatInt(e.ID, 10)
		m.onDay.Objects = append(m.onDay.Objects, open)
	}
	if !s.deps.ReadOnly {
		plan := kit.NewLinkBtn(say.Text("Plan an event on this day"), m.plan)
		plan.ID = "day.plan"
		m.onDay.Objects = append(m.onDay.Objects, plan)
	}
	m.scroll.Refresh()
	m.scroll.Relayout()
	m.wide.InSight(m.grid.chosenAt())
}

// events are those of the day chosen.
func (m *monthView) events() []DayEvent {
	for _, week := range m.screen.state.MonthOf(m.day, m.screen.deps.Habits().WeekStart).Weeks {
		for _, day := range week {
			if day.On == m.day {
				return day.Events
			}
		}
	}
	return nil
}

func (m *monthView) plan() { m.screen.openPlan(data.Event{On: m.day}, nil) }

// open opens the first event of a day, or plans one where there is none.
func (m *monthView) open(data.Date) {
	if there := m.events(); len(there) > 0 {
		m.screen.arriveAt(there[0].ID)
	} else if !m.screen.deps.ReadOnly {
		m.plan()
	}
}
