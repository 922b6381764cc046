package kit_test

import (
	"context"
	"reflect"
	"testing"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given fields by their descriptions, when they are typed into, then the row is changed as described: a list between all the separators
// people use, a choice by its word, a number within its limits, and a private field is marked as such.
func TestFieldSetByDescription(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	m := data.Member{Name: "Ada", Kind: data.KindMember, Knows: data.Lines{"one", "two"}, JoinedOn: data.NewDate(2026, 1, 2)}
	s := kit.NewFieldSet[data.Member](w.Deps(), kit.NewDeeds(w.Deps(), nil))
	s.Change = func(_ store.Visit, change func(*data.Member)) func(context.Context) error {
		return func(context.Context) error { change(&m); return nil }
	}
	stack := kit.VStack(8)
	for _, key := range []string{"name", "kind", "joinedOn", "knows", "resourcesOnly"} {
		stack.Objects = append(stack.Objects, s.Of(data.MemberFields.Of(key), 0))
	}
	stack.Objects = append(stack.Objects, s.Of(data.MemberFields.Of("interests"), 3), s.Of(data.MemberFields.Of("note"), 2))
	w.Show(kit.NewPage(stack))
	s.Show(&m, true)
	w.Settle()
	if got := w.Field("Ask about").Text; got != "one, two" {
		t.Errorf("the list reads %q", got)
	}
	w.Type("Name", "Grace")
	w.Choose("Stands as", "Contact")
	w.Type("Joined on", "2026-02-03")
	w.Type("Ask about", " flaky tests, CI;naming · mocks")
	w.Type("Interested in", "a, b\nc")
	w.Type("Note (only for you)", "tea")
	w.Tap("Wants our resources only")
	s.Flush()
	if m.Name != "Grace" || m.Kind != data.KindContact || m.JoinedOn != data.NewDate(2026, 2, 3) || m.Note != "tea" || !m.ResourcesOnly {
		t.Errorf("kept is %+v", m)
	}
	if m.Knows.String() != "flaky tests\nCI\nnaming\nmocks" || m.Interests.String() != "a, b\nc" {
		t.Errorf("the lists are %q and %q", m.Knows, m.Interests)
	}
}

// Given a form of a row, then its fields begin with what the row holds, stand side by side where the layout says so, and what is typed is
// read back when it is saved; what can't be read is told at its field, all of it at once, and nothing is saved.
func TestRowForm(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	item := data.Item{Title: "Kata", Kind: data.KindAction, OwnerID: 2, Votes: 3, Card: "growth", FirstStep: true, Links: data.Lines{"a", "b"}}
	form := kit.NewRowForm(w.Deps(), &item, data.ItemFields).Line("title").Line("kind", "owner").Line("card", "votes").Line("description").
		Line("due", "doneOn").Line("firstStep").Line("links").Tall(3, "links").Ask("title", "What is to be done")
	form.Offer("owner", []kit.Option{{Key: "0", Text: "Nobody"}, {Key: "2", Text: "Ben"}, {Key: "7", Text: "Cy"}})
	form.Offer("card", []kit.Option{{Key: "growth", Text: "Growth"}, {Key: "fun", Text: "Fun"}})
	saved := 0
	dialog := form.Open(kit.Form{Title: "Item", Save: func() error { saved++; return nil }})
	if got := w.Field("What is to be done").Text; got != "Kata" {
		t.Errorf("the title reads %q", got)
	}
	if form.Select("owner").Words() != "Ben" || form.Select("card").Words() != "Growth" {
		t.Errorf("chosen are %q and %q", form.Select("owner").Words(), form.Select("card").Words())
	}
	w.Type("Due", "soon")
	w.Type("Finished on", "32.1.2026")
	w.Tap("Save")
	if saved != 0 || w.ErrorAt("Due") == "" || w.ErrorAt("Finished on") == "" {
		t.Errorf("saved %d times; at the fields stand %q and %q", saved, w.ErrorAt("Due"), w.ErrorAt("Finished on"))
	}
	w.Type("Due", "2026-12-05")
	w.Type("Finished on", "")
	w.Type("Votes", "12")
	w.Type("Why, and what exactly", "For the new ones")
	w.Type("Links, one a line", "x, y\nz")
	w.Choose("Owner", "Cy")
	w.Choose("Health card it answers", "Fun")
	w.Tap("A good first step for a newcomer")
	w.Tap("Save")
	if saved != 1 || dialog.Open() {
		t.Fatalf("saved %d times: %q", saved, dialog.Trouble())
	}
	want := data.Item{Title: "Kata", Kind: data.KindAction, OwnerID: 7, Card: "fun", Votes: 12, Due: data.NewDate(2026, 12, 5),
		Description: "For the new ones", Links: data.Lines{"x, y", "z"}}
	if !reflect.DeepEqual(item, want) {
		t.Errorf("read back %+v, want %+v", item, want)
	}
}

// Given a key that is none of the row's, or of no field in the form, then the mistake shows when the form is built.
func TestRowFormOfNoSuchKey(t *testing.T) {
	form := kit.NewRowForm(kit.Deps{}, &data.Item{}, data.ItemFields)
	for what, wrong := range map[string]func(){"no field": func() { form.Line("birthday") }, "not in the form": func() { form.Tall(3, "description") }} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: nothing said", what)
				}
			}()
			wrong()
		}()
	}
}
