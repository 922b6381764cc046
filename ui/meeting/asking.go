package meeting

import (
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// askEnd asks whether the meeting is over, and what becomes of what was not come to.
func (v *View) askEnd() {
	if v.Deps.ReadOnly {
		v.Leave()
		return
	}
	if v.state.event.On > v.Deps.Clock.Today() {
		v.askRehearsed()
		return
	}
	say, end := v.Deps.Say, v.state.Ending()
	body := kit.VStack(10, kit.NewPara(kit.Plain(strings.Join(end.Lines, " · "))))
	carry := kit.NewCheck(say.Text("Carry over to “%s”", end.To.Title), true, func(bool) {})
	if end.To.ID == 0 {
		carry = kit.NewCheck(say.Text("Plan “%s” on %s, and carry it over", end.To.Title, say.InWords(end.To.On)), true, func(bool) {})
	}
	if len(end.Left) > 0 {
		body.Objects = append(body.Objects, kit.NewPara(kit.Bold(say.Text("Left over")), kit.Plain("  "+say.List(end.Left))), carry)
	}
	found := kit.NewCheck(say.Text("Agree the charter as it stands, and take up: %s", end.Found), true, func(bool) {})
	if end.Found != "" {
		body.Objects = append(body.Objects, found)
	}
	made := kit.NewEntry("")
	made.ID = "meeting.made"
	made.SetPlaceHolder(say.Text("A checklist, slides, a recording: its name"))
	body.Objects = append(body.Objects, kit.NewLabelled(say.Text("What was made that others can use? It stands in the library."), made))
	body.Objects = append(body.Objects, kit.Note(say.Text("The minutes are nearly written then: read them once, and publish them.")))
	var dialog *kit.Dialog
	leave := kit.NewLinkBtn(say.Text("Leave without ending"), func() {
		dialog.Close()
		v.Leave()
	})
	goOn := kit.NewBtn(kit.Outlined, say.Text("Go on"), func() { dialog.Close() })
	yes := kit.NewBtn(kit.Primary, say.Text("End meeting"), func() {
		dialog.Close()
		v.end(HowToEnd{Carry: len(end.Left) > 0 && carry.Ticked(), Found: end.Found != "" && found.Ticked(), Made: made.Text})
	})
	yes.ID = "meeting.ended"
	dialog = kit.OpenDialog(v.Deps.Canvas(), kit.DialogOptions{Title: say.Text("End “%s”?", v.state.Called()), Body: body,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Own(leave), kit.Spring(), kit.Own(goOn), kit.Own(yes)), OnClose: v.focusUnlessEnded})
	v.asked = dialog
	v.Deps.Focus(yes)
}

// focusUnlessEnded is called when a question is gone.
func (v *View) focusUnlessEnded() {
	if !v.ended {
		v.Focus()
	}
}

// askRehearsed asks, before the event's day, whether this was a rehearsal, which holds nothing, or the meeting itself.
func (v *View) askRehearsed() {
	say, e := v.Deps.Say, &v.state.event
	body := kit.NewPara(kit.Plain(say.Text("It is planned for %s. What is written down stays with it; a rehearsal ends nothing and writes no minutes.", say.InWords(e.On))))
	var dialog *kit.Dialog
	leave := kit.NewBtn(kit.Outlined, say.Text("It was a rehearsal"), func() {
		dialog.Close()
		v.Leave()
	})
	today := kit.NewBtn(kit.Primary, say.Text("It is held today"), func() {
		dialog.Close()
		deed, then := v.state.HoldToday()
		v.deeds.Do(deed, func() {
			then()
			v.deeds.Do(v.state.LeadersCame(), v.askEnd)
		})
	})
	goOn := kit.NewLinkBtn(say.Text("Go on"), func() { dialog.Close() })
	dialog = kit.OpenDialog(v.Deps.Canvas(), kit.DialogOptions{Title: say.Text("End “%s”?", v.state.Called()), Body: body,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Own(goOn), kit.Spring(), kit.Own(leave), kit.Own(today)), OnClose: v.Focus})
	v.Deps.Focus(leave)
}

// end ends the meeting.
func (v *View) end(how HowToEnd) {
	v.Flush()
	v.deeds.DoUndoably(v.state.End(how), func(store.Done) {
		v.Close()
		v.Left(true)
		if how.Found {
			v.tellFounded()
		}
	})
}

// tellFounded says what the workshop came to, with the way to the poster for the wall.
func (v *View) tellFounded() {
	if v.Deps.Notice == nil {
		return
	}
	say := v.Deps.Say
	v.Deps.Notice(kit.Notice{Text: say.Text("The charter is agreed, and what is to be done is on the board."), Action: say.Text("See the poster"),
		Do: func() { v.Deps.Go("share", kit.Paper{Document: "poster"}) }})
}

// AskGoOn asks what became of a meeting that was cut off long ago: it goes on, or it ended then.
func (v *View) AskGoOn() {
	when, long := v.state.CutOffLongAgo()
	if !long || v.Deps.ReadOnly {
		return
	}
	say := v.Deps.Say
	body := kit.NewPara(kit.Plain(say.Text("It was under way on %s at %s. Going on, the clock goes on where it was; ended, it was held on its day.",
		say.InWords(data.DateOf(when)), clockOf(when))))
	var dialog *kit.Dialog
	end := kit.NewBtn(kit.Outlined, say.Text("It ended then"), func() {
		dialog.Close()
		v.askEnd()
	})
	goOn := kit.NewBtn(kit.Primary, say.Text("Go on"), func() { dialog.Close() })
	end.ID, goOn.ID = "meeting.endedthen", "meeting.goon"
	dialog = kit.OpenDialog(v.Deps.Canvas(), kit.DialogOptions{Title: say.Text("Go on with “%s”?", v.state.Called()), Body: body,
		Foot: kit.Row(kit.RowOptions{Gap: look.GapInRow, Align: kit.Middle}, kit.Spring(), kit.Own(end), kit.Own(goOn)), OnClose: v.Focus})
	v.Deps.Focus(goOn)
}
