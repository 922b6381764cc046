package events

import (
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/words"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// dayBlock shows a day as a leaf of a calendar: the first thing to be seen of an event.
type dayBlock struct {
	box                 fyne.CanvasObject
	weekday, day, month *kit.Para
}

func newDayBlock() *dayBlock {
	line := func(size fyne.ThemeSizeName) *kit.Para {
		p := kit.NewPara()
		p.TextSize, p.Align, p.Ground = size, fyne.TextAlignCenter, look.ColorPrimarySoft
		return p
	}
	b := &dayBlock{weekday: line(look.SizeSmall), day: line(look.SizeFigure), month: line(look.SizeSmall)}
	b.box = kit.NewBox(kit.BoxStyle{Fill: look.ColorPrimarySoft, Radius: look.RadiusField, Padding: kit.Sides(8, 10)},
		kit.MinWidth(62, kit.VStack(0, b.weekday, b.day, b.month)))
	return b
}

// show shows a day, with its year where that is another one than today's.
func (b *dayBlock) show(say *words.Say, on, today data.Date) {
	loud := func(text string) kit.Span { return kit.Span{Text: text, Bold: true, Color: look.ColorPrimary} }
	year, month, day := on.Civil()
	named := say.Month(on)
	if now, _, _ := today.Civil(); now != year {
		named = say.MonthTitle(month, year)
	}
	b.weekday.Set(loud(say.WeekdayShort(on)))
	b.day.Set(loud(strconv.Itoa(day)))
	b.month.Set(loud(named))
}
