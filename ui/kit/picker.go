package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/data"
)

// menuOptions is the number of options up to which a Select opens a menu; more open a list with a search field, such as the
// names of a whole community.
const menuOptions = 12

// picker is the list with a search field under a Select that has many options.
type picker struct {
	from   *Select
	pop    *widget.PopUp
	search *TextField
	list   *List[pickOption]
	none   *Para // says that nothing is found
	all    []pickOption
}

// pickOption is one option with its number, which is its key in the list, and its words as they are searched.
type pickOption struct {
	Option
	number int64
	folded string
}

// openPicker shows the list and puts the cursor into its search field.
func openPicker(s *Select, c fyne.Canvas) {
	p := &picker{from: s}
	for i, o := range s.options {
		p.all = append(p.all, pickOption{Option: o, number: int64(i), folded: data.Fold(o.Text)})
	}
	p.list = NewList(ListOptions[pickOption]{
		Key:     func(o pickOption) int64 { return o.number },
		Columns: []Column[pickOption]{{Text: func(o pickOption) []Span { return []Span{Plain(o.Text)} }}},
		OnTap:   p.choose, OnOpen: p.choose,
	})
	p.search, p.none = NewSearch("", p.filter), Note(s.say.Text("Nothing is called that."))
	p.none.Hide()
	p.list.Follow(p.search, p.choose)
	p.search.onEnter = p.chooseShown
	width := max(s.Size().Width, min(scaled(240), c.Size().Width-16))
	height := min(scaled(340), c.Size().Height-16)
	body := Pad(All(8), Fill(8, p.search, Over(p.list, Pad(All(8), p.none)), nil))
	p.pop = widget.NewPopUp(body, c)
	p.pop.Resize(fyne.NewSize(width, height))
	closeOnEscape(c, p.pop)
	p.pop.ShowAtPosition(popUpPlace(c, s, fyne.NewSize(width, height)))
	p.filter("")
	if i := s.index(); i >= 0 {
		p.list.Select(int64(i))
	}
	c.Focus(p.search)
}

// filter shows the options that hold all words typed; case and accents don't count.
func (p *picker) filter(text string) {
	words := data.SearchedFor(text)
	var found []pickOption
	for _, o := range p.all {
		if data.HoldsAll(o.folded, words) {
			found = append(found, o)
		}
	}
	p.list.SetRows(found)
	SetShown(p.none, len(found) == 0)
}

// chooseShown chooses the selected option, or the first that is left.
func (p *picker) chooseShown() {
	if o, ok := p.list.Selected(); ok && p.search.Text == "" {
		p.choose(o)
	} else if rows := p.list.Rows(); len(rows) > 0 {
		p.choose(rows[0])
	}
}

func (p *picker) choose(o pickOption) {
	p.pop.Hide()
	p.from.Choose(o.Key)
}
