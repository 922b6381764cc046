package kit

import "fyne.io/fyne/v2"

// List is a list with a header row and typed columns; only the rows that can be seen exist as objects. Rows are as high as
// their text needs, up to listMeasured rows; in longer lists all are two lines high.
type List[T any] struct {
	placeList
	given []T
}

// NewList makes an empty list.
func NewList[T any](options ListOptions[T]) *List[T] {
	l := &List[T]{}
	l.build(l, byPlace(options, l.at))
	return l
}

// at is the row at a place among those given.
func (l *List[T]) at(place int) T { return l.given[place] }

// SetRows shows other rows; selection, sorting and scrolling stay, and so do the marks of those that are shown.
func (l *List[T]) SetRows(rows []T) {
	l.given = rows
	l.setPlaces(len(rows))
}

// Rows are the rows in the order shown.
func (l *List[T]) Rows() []T {
	rows := make([]T, len(l.rows))
	for i, place := range l.rows {
		rows[i] = l.given[place]
	}
	return rows
}

// Selected is the selected row.
func (l *List[T]) Selected() (row T, ok bool) {
	if i := l.selectedIndex(); i >= 0 {
		return l.given[l.rows[i]], true
	}
	return row, false
}

// Follow lets the keys of a search field reach the list it narrows down: Down goes into the list, and Enter takes the first row
// found, once something was typed.
func (l *List[T]) Follow(search *TextField, take func(row T)) { l.follow(search, doing(take, l.at)) }

// RowAt is the row at a height of the list, with where it begins and how high it is.
func (l *List[T]) RowAt(y float32) (row T, top, height float32, there bool) {
	place, top, height, there := l.rowAt(y)
	if there {
		row = l.given[place]
	}
	return row, top, height, there
}

// byPlace are options that know rows by their place.
func byPlace[T any](o ListOptions[T], at func(place int) T) ListOptions[int] {
	columns := make([]Column[int], len(o.Columns))
	for i, c := range o.Columns {
		columns[i] = columnByPlace(c, at)
	}
	return ListOptions[int]{
		Columns: columns, Key: telling(o.Key, at), OnSelect: doing(o.OnSelect, at), OnTap: doing(o.OnTap, at), OnOpen: doing(o.OnOpen, at),
		OnDelete: doing(o.OnDelete, at), OnRename: doing(o.OnRename, at), Menu: telling(o.Menu, at), Section: telling(o.Section, at), Whole: o.Whole, OnSort: o.OnSort,
		Keys: o.Keys, OnMark: o.OnMark, Boxes: o.Boxes, All: o.All, Arranging: o.Arranging, Untitled: o.Untitled,
	}
}

func columnByPlace[T any](c Column[T], at func(place int) T) Column[int] {
	out := Column[int]{ID: c.ID, Title: c.Title, Fixed: c.Fixed, Weight: c.Weight, HideBelow: c.HideBelow, Hidden: c.Hidden, Off: c.Off,
		Stays: c.Stays, Text: telling(c.Text, at), Make: c.Make}
	if c.Chip != nil {
		out.Chip = func(place int) (Tone, string) { return c.Chip(at(place)) }
	}
	if c.Show != nil {
		out.Show = func(cell fyne.CanvasObject, place int) { c.Show(cell, at(place)) }
	}
	if c.Compare != nil {
		out.Compare = func(a, b int) int { return c.Compare(at(a), at(b)) }
	}
	return out
}

// doing does with the row at a place what is done with rows; nil where nothing is.
func doing[T any](do func(row T), at func(place int) T) func(place int) {
	if do == nil {
		return nil
	}
	return func(place int) { do(at(place)) }
}

// telling tells of the row at a place what is told of rows; nil where nothing is.
func telling[T, R any](tell func(row T) R, at func(place int) T) func(place int) R {
	if tell == nil {
		return nil
	}
	return func(place int) R { return tell(at(place)) }
}
