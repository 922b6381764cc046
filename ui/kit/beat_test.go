package kit

import (
	"cmp"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"copleader/data"
	"copleader/ui/look"
)

// What is shown fits its room: as many months as have it, today's a little left of the middle.
func TestBeatMonths(t *testing.T) {
	lit(t)
	today := data.NewDate(2026, 11, 21)
	month := func(year, month int) data.Date { return data.NewDate(year, 1, 1).AddMonths(month - 1) }
	for _, tc := range []struct {
		width       float32
		first, last data.Date
	}{{1010, month(2026, 6), month(2027, 5)}, {2400, month(2026, 6), month(2027, 5)}, {450, month(2026, 9), month(2027, 2)}, {100, month(2026, 10), month(2026, 12)}} {
		months := beatMonths(today, tc.width)
		if months[0] != tc.first || months[len(months)-1] != tc.last {
			t.Errorf("%v points show %v to %v", tc.width, months[0], months[len(months)-1])
		}
	}
}

// lit is an app in our look.
func lit(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light, 1))
}

// crowded is a beat with more on it than there is room for: every third day something, a round every thirtieth.
func crowded() BeatView {
	today := data.NewDate(2026, 11, 21)
	view := BeatView{Today: today, TodayWord: "today", Month: func(data.Date, bool) string { return "Nov" }}
	for i := -150; i <= 150; i += 3 {
		m := BeatMark{On: today.AddDays(i), Sign: Dot, Name: "lightning", Day: "21"}
		switch {
		case i == 3:
			m.Strong, m.Day = true, "24 · 2 of 6"
		case i == -27:
			m.Warn = "minutes"
		case i%30 == 0:
			m.Sign, m.Name = Diamond, "Round of spring"
		}
		view.Marks = append(view.Marks, m)
	}
	return view
}

// Words that would lie over others are left out; the next event and what is late keep theirs.
func TestBeatWordsNeverOverlap(t *testing.T) {
	lit(t)
	b := NewBeat(crowded())
	for _, width := range []float32{300, 600, 996} {
		rows := map[int][][2]float32{}
		keep := func(row int, shown bool, from float32, text string, bold bool) {
			if shown {
				rows[row] = append(rows[row], [2]float32{from, from + textSize(text, look.SizeSmall, fyne.TextStyle{Bold: bold}).Width})
			}
		}
		for _, at := range b.plot(width).marks {
			m := &b.view.Marks[at.at]
			row := rowName
			if m.Sign == Diamond {
				row = rowAbove
			}
			keep(row, at.name, at.nameAt, m.Name, m.Strong)
			keep(rowDay, at.day, at.dayAt, m.Day, false)
			if m.Strong && (!at.name || !at.day) || m.Warn != "" && !at.warn {
				t.Errorf("at %v points there is no room for %+v", width, m)
			}
		}
		for row, taken := range rows {
			slices.SortFunc(taken, func(a, b [2]float32) int { return cmp.Compare(a[0], b[0]) })
			for i := 1; i < len(taken); i++ {
				if taken[i][0] < taken[i-1][1]-1 {
					t.Errorf("at %v points words lie over one another in row %d: %v", width, row, taken)
				}
			}
		}
	}
}

// The line of today ends above words that lie across it.
func TestBeatTodayCrossesNoWords(t *testing.T) {
	lit(t)
	today := data.NewDate(2026, 12, 1)
	view := BeatView{Today: today, TodayWord: "today", Month: func(data.Date, bool) string { return "Nov" }}
	for away, crossed := range map[int]bool{2: true, -1: true, 0: true, 40: false} {
		view.Marks = []BeatMark{{On: today.AddDays(away), Sign: Ring, Name: "coffee", Day: "3"}}
		p := NewBeat(view).plot(996)
		if !p.marks[0].name || p.todayUntil <= p.line || (p.todayUntil <= p.nameTop) != crossed {
			t.Errorf("with an event %d days away the line ends at %v; names begin at %v", away, p.todayUntil, p.nameTop)
		}
	}
}

// Rounds on the day of today and about it lie on no word.
func TestBeatTodayIsReadBesideARound(t *testing.T) {
	lit(t)
	today := data.NewDate(2026, 11, 21)
	for _, days := range [][]int{{0}, {-2}, {4}, {-1, 0, 5}} {
		view := BeatView{Today: today, TodayWord: "today", Month: func(data.Date, bool) string { return "Nov" }}
		for _, d := range days {
			view.Marks = append(view.Marks, BeatMark{On: today.AddDays(d), Sign: Diamond, Name: "Round 3"})
		}
		for _, width := range []float32{300, 996} {
			p := NewBeat(view).plot(width)
			word := textSize("today", look.SizeSmall, fyne.TextStyle{Bold: true}).Width
			if !p.today {
				t.Errorf("%v, %v points: the word of today is not there", days, width)
			}
			for _, m := range p.marks {
				if m.x+beatSide()/2 > p.todayWord && m.x-beatSide()/2 < p.todayWord+word {
					t.Errorf("%v, %v points: a round at %v lies on the word at %v", days, width, m.x, p.todayWord)
				}
			}
		}
	}
}

// The words of a gap stand in it where they have room, else below the line; the button is there either way.
func TestBeatGap(t *testing.T) {
	lit(t)
	today := data.NewDate(2026, 11, 21)
	view := BeatView{Today: today, TodayWord: "today", Month: func(data.Date, bool) string { return "Nov" }, Nothing: "Nothing is planned.", Would: "Sat 12 Dec would be next.",
		Plan: "Plan", Gaps: []BeatGap{{Next: today.AddDays(21)}}}
	wide, narrow := NewBeat(view).plot(996), NewBeat(view).plot(300)
	if !wide.inside || narrow.inside || narrow.height <= wide.height {
		t.Errorf("inside: %v and %v; heights %v and %v", wide.inside, narrow.inside, wide.height, narrow.height)
	}
	view.Gaps[0].Until = today.AddDays(40)
	if short := NewBeat(view).plot(996); short.inside {
		t.Error("the words of a short gap stand in it")
	}
}
