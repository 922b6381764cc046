package events

import (
	"copleader/ui/kit"
)

// choosing is what is asked in the dialog that names one person among thousands.
type choosing struct {
	title  string
	people func(query string) []Candidate
	chosen func(id int64)
	// other, where given, offers to name somebody who is not among them; named gets what was typed so far.
	other string
	named func(name string)
}

// listHigh is the height of a list of people in a dialog, in points.
const listHigh float32 = 330

// choose opens a dialog in which one person is found by typing.
func (s *Screen) choose(c choosing) {
	say := s.deps.Say
	var dialog *kit.Dialog
	pick := func(who Candidate) {
		dialog.Close()
		c.chosen(who.ID)
	}
	list := kit.NewList(kit.ListOptions[Candidate]{
		Key: func(who Candidate) int64 { return who.ID },
		Columns: []kit.Column[Candidate]{
			{Weight: 2, Text: func(who Candidate) []kit.Span { return []kit.Span{kit.Plain(who.Name)} }},
			{Weight: 1, HideBelow: 280, Text: func(who Candidate) []kit.Span { return []kit.Span{kit.Muted(who.Unit)} }},
		},
		OnTap: pick, OnOpen: pick,
	})
	search := kit.NewSearch(say.Text("Find…"), func(query string) { list.SetRows(c.people(query)) })
	cancel := kit.NewBtn(kit.Outlined, say.Text("Cancel"), func() { dialog.Close() })
	body := kit.VStack(8, search, kit.High(listHigh, list))
	if c.other != "" {
		body.Objects = append(body.Objects, kit.Left(kit.NewLinkBtn(c.other, func() {
			dialog.Close()
			c.named(search.Text)
		})))
	}
	dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: c.title, Body: body,
		Foot: kit.Row(kit.RowOptions{}, kit.Spring(), kit.Own(cancel)),
	})
	list.Follow(search, pick)
	list.SetRows(c.people(""))
	s.deps.Focus(search)
}
