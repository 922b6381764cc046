package health

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Invitee is somebody who was or could be asked to a round, worded.
type Invitee struct {
	MemberID int64
	Name     string
	Unit     string
	Invited  bool
	Replied  bool
}

// Invitees are the members, and whoever was invited before leaving, by name.
func (s *State) Invitees(query string) []Invitee {
	invited := map[int64]*data.Invitation{}
	snapshot := s.findings.snapshot
	for i := range snapshot.Invitations {
		if v := &snapshot.Invitations[i]; v.RoundID == s.round {
			invited[v.MemberID] = v
		}
	}
	words := data.SearchedFor(query)
	s.people = data.DirectoryOf(snapshot.Members, s.say.Lang(), s.people)
	var out []Invitee
	for place := range s.people.Len() {
		m := s.people.At(place)
		v := invited[m.ID]
		if v == nil && !m.IsMember(s.findings.today) || !s.people.Matches(place, words) {
			continue
		}
		out = append(out, Invitee{MemberID: m.ID, Name: m.Name, Unit: m.Unit, Invited: v != nil, Replied: v != nil && v.Replied})
	}
	return out
}

// InvitedSoFar counts who was invited to the round shown and who has replied.
func (s *State) InvitedSoFar() (invited, replied int) {
	for i := range s.findings.snapshot.Invitations {
		if v := &s.findings.snapshot.Invitations[i]; v.RoundID == s.round {
			invited++
			if v.Replied {
				replied++
			}
		}
	}
	return invited, replied
}

// asked is the open list of who was invited to a round and who has replied, apart from the answers.
type asked struct {
	*kit.Dialog
	screen *Screen
	round  data.Round
	search *kit.TextField
	list   *kit.List[Invitee]
	sum    *kit.Para
	all    *kit.Btn
}

// listRoom is the height of a list in a dialog, in points: less where large text leaves less of the window, since a list that is
// scrolled away itself can't be scrolled well.
func (s *Screen) listRoom() float32 {
	const most, least, others = 300, 120, 240
	return max(least, min(most, s.deps.Canvas().Size().Height-others*look.TextScale()))
}

// openAsked opens the list of the round shown.
func (s *Screen) openAsked(r data.Round) {
	say := s.deps.Say
	a := &asked{screen: s, round: r, sum: kit.Note("")}
	a.search = kit.NewSearch(say.Text("Find…"), func(string) { a.show() })
	a.list = kit.NewList(kit.ListOptions[Invitee]{
		Key: func(i Invitee) int64 { return i.MemberID },
		Columns: []kit.Column[Invitee]{
			{Weight: 2, Text: inviteeSpans},
			{Weight: 1, HideBelow: 320, Text: func(i Invitee) []kit.Span { return []kit.Span{kit.Muted(i.Unit)} }},
			{Fixed: 120, Text: func(i Invitee) []kit.Span { return []kit.Span{kit.Muted(a.stateWord(i))} }},
		},
		OnTap: a.toggle, OnOpen: a.toggle, Menu: a.menu,
	})
	a.list.Follow(a.search, func(i Invitee) {
		a.toggle(i)
		a.search.SetText("")
	})
	a.all = kit.NewBtn(kit.Outlined, say.Text("Invite all members"), a.inviteAll)
	done := kit.NewBtn(kit.Primary, say.Text("Done"), func() { a.Close() })
	s.asked = a
	a.Dialog = kit.OpenDialog(s.deps.Canvas(), kit.DialogOptions{
		Title: say.Text("Who was invited to %s?", r.Name), Width: 580,
		Body: kit.VStack(10, kit.NewSmall(kit.Muted(say.Text("Tick whoever has replied. The ticks are kept apart from the answers, so they never tell who answered what."))),
			a.search, kit.High(s.listRoom(), a.list)),
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle, StackBelow: 420}, kit.Weight(1, a.sum), kit.Own(a.all), kit.Own(done)),
		OnClose: func() {
			s.asked = nil
		},
	})
	a.show()
	s.deps.Focus(a.search)
}

func inviteeSpans(i Invitee) []kit.Span {
	sign := kit.EmptyBox
	if i.Replied {
		sign = kit.TickedBox
	}
	if !i.Invited {
		return []kit.Span{kit.Muted(i.Name)}
	}
	return []kit.Span{{Sign: sign, Color: look.ColorField}, {Text: "\u00a0 " + i.Name}}
}

func (a *asked) stateWord(i Invitee) string {
	say := a.screen.deps.Say
	switch {
	case i.Replied:
		return say.Text("has replied")
	case i.Invited:
		return say.Text("invited")
	}
	return say.Text("not invited")
}

// show lists those who match; the ticks come from the file.
func (a *asked) show() {
	s, say := a.screen, a.screen.deps.Say
	if r, ok := s.state.Round(); !ok || r.ID != a.round.ID {
		a.Close()
		return
	}
	a.list.SetRows(s.state.Invitees(a.search.Text))
	invited, replied := s.state.InvitedSoFar()
	a.sum.SetText(say.Text("%d invited, %d ticked as replied.", invited, replied))
	if a.all.Hidden = invited > 0 || s.deps.ReadOnly; a.Dialog != nil {
		a.Relayout()
	}
}

// toggle ticks that somebody has replied; who was not invited is invited first.
func (a *asked) toggle(i Invitee) {
	switch {
	case a.screen.deps.ReadOnly:
	case i.Invited:
		a.screen.deeds.Do(func(ctx context.Context) error {
			return a.screen.state.store.SetReplied(ctx, a.round.ID, i.MemberID, !i.Replied)
		}, nil)
	default:
		a.invite(append(a.invited(), i.MemberID))
	}
}

func (a *asked) menu(i Invitee) []*fyne.MenuItem {
	say := a.screen.deps.Say
	switch {
	case a.screen.deps.ReadOnly:
		return nil
	case !i.Invited:
		return []*fyne.MenuItem{fyne.NewMenuItem(say.Text("Invite"), func() { a.toggle(i) })}
	}
	tick := say.Text("Has replied")
	if i.Replied {
		tick = say.Text("Has not replied")
	}
	return []*fyne.MenuItem{fyne.NewMenuItem(tick, func() { a.toggle(i) }), fyne.NewMenuItem(say.Text("Was not invited"), func() {
		a.invite(slices.DeleteFunc(a.invited(), func(id int64) bool { return id == i.MemberID }))
	})}
}

// invited are the members invited so far.
func (a *asked) invited() []int64 {
	var ids []int64
	for _, i := range a.screen.state.Invitees("") {
		if i.Invited {
			ids = append(ids, i.MemberID)
		}
	}
	return ids
}

func (a *asked) inviteAll() {
	var ids []int64
	for _, i := range a.screen.state.Invitees("") {
		ids = append(ids, i.MemberID)
	}
	a.invite(ids)
}

func (a *asked) invite(ids []int64) {
	a.screen.deeds.Do(func(ctx context.Context) error { return a.screen.state.store.Invite(ctx, a.round.ID, ids) }, nil)
}
