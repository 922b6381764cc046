package kit

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
)

// Beyond is what names people beside the file, which erasing one of them must reach too; where a function is nil, there is nothing of
// the kind.
type Beyond struct {
	// Copies lists the folders of the program's own copies.
	Copies func() []string
	// Forget removes the documents and drafts that were made to be looked at.
	Forget func() error
	// Erased is told who was erased, by whose row and by what names them in a text, so that what is not in the file forgets them too.
	Erased func(id int64, names func(text string) bool)
}

// AskErase says beforehand what erasing a person changes, and asks to be told that it is understood: there is no way back. What is
// given is called once it is done, where there is anything to call.
func AskErase(d Deps, deeds *Deeds, st *store.Store, plan data.ErasePlan, then func()) {
	say := d.Say
	if plan.Refusal != nil {
		d.Tell(say.Sentence(plan.Refusal))
		return
	}
	sure := NewCheck(say.Text("I know that this can't be undone"), false, nil)
	sure.ID = "erase.sure"
	var all, replaced, unchanged []string
	for _, line := range plan.Lines() {
		all = append(all, say.Of(line))
	}
	for _, m := range plan.Mentions {
		line := say.Text("%s: “%s”", say.Of(m.Where), m.Text)
		if m.Replaced {
			replaced = append(replaced, line)
		} else {
			unchanged = append(unchanged, line)
		}
	}
	fields := []FormField{{Input: lines(all)}}
	if len(replaced) > 0 {
		fields = append(fields, FormField{Label: say.Text("Texts in which the name is replaced"), Input: lines(replaced)})
	}
	if len(unchanged) > 0 {
		fields = append(fields, FormField{Label: say.Text("Texts to look at, which are not changed"), Input: lines(unchanged)})
	}
	form := Form{
		Title:    say.Text("Forget %s", plan.Name),
		Intro:    say.Text("The person goes for good; the figures stay. To note only that somebody left, there is “Has left”."),
		Fields:   append(fields, FormField{Name: "sure", Input: sure}),
		SaveText: say.Text("Forget for good"), CancelText: say.Text("Keep"), Width: 560,
		Save: func() error {
			if !sure.Ticked() {
				return data.Invalid("sure", "Please tick this first; there is no way back.")
			}
			return nil
		},
		OnClose: OnceSaved(func() { d.erase(deeds, st, plan, then) }),
	}
	if plan.Removed {
		form.Intro = say.Text("The person was removed before; what the history and the copies know of them goes for good.")
	}
	OpenForm(d, form)
}

// erase takes a person out of the file and of what lies beside it, and says what it did not reach.
func (d Deps) erase(deeds *Deeds, st *store.Store, plan data.ErasePlan, then func()) {
	var left error
	deeds.Do(func(ctx context.Context) error {
		var folders []string
		if d.Beyond.Copies != nil {
			folders = d.Beyond.Copies()
		}
		if left = st.Erase(ctx, plan.MemberID, d.Say.Of(plan.As), folders...); left != nil {
			m, err := st.Known(ctx, plan.MemberID)
			if gone := data.IsCode(err, data.CodeNotFound) || err == nil && m.Erased(); !gone {
				return left
			}
		}
		if d.Beyond.Forget != nil {
			left = errors.Join(left, d.Beyond.Forget())
		}
		return nil
	}, func() {
		if d.Beyond.Erased != nil {
			d.Beyond.Erased(plan.MemberID, plan.Names)
		}
		if then != nil {
			then()
		}
		if left != nil {
			d.Fail(left)
			return
		}
		d.Tell(d.Say.Text("The person was forgotten. The figures are as they were."))
	})
}

// lines are sentences below one another.
func lines(texts []string) *fyne.Container {
	stack := VStack(4)
	for _, text := range texts {
		stack.Objects = append(stack.Objects, NewSmall(Plain(text)))
	}
	return stack
}
