package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// walks are the deeds that answer the findings of the demo, in the order of data/README.md, Demo; each begins where the button of
// its step has led.
var walks = []struct {
	rule   string
	answer func(st *stage)
}{
	{"C02", func(st *stage) {
		st.onPage("share")
		st.Tap("Note the report")
		st.onPage("members")
		st.Choose("With", "Amélie Fournier")
		st.Tap("Save")
	}},
	{"C03", func(st *stage) {
		st.Want("More time to lead the community")
		st.Tap("Add item")
	}},
	{"C12", func(st *stage) {
		st.Keys("Five lines are enough.")
		st.Leave()
		st.Tap("Publish minutes")
		st.Tap("Note as published")
	}},
	{"C05", func(st *stage) {
		st.onPage("events")
		st.Want("Second lightning round")
		st.rest()
	}},
	{"C09", func(st *stage) {
		st.onPage("members")
		st.Want("Nguyễn Thị Hạnh", "Ştefania Țăran")
		if len(st.FindAll("Łukasz Wiśniewski")) > 0 {
			st.t.Error("among those to be asked is one who came lately")
		}
		st.rest()
	}},
	{"C10", func(st *stage) {
		st.Want("Next time: …")
		st.Type("Title", "Next time: two short parts")
		st.Tap("Add item")
	}},
	{"C14", func(st *stage) {
		st.onPage("members")
		for _, name := range []string{"Nguyễn Thị Hạnh", "Güneş Yıldırım", "Þórdís Jónsdóttir"} {
			st.TapNode(st.FindAll(name)[0])
			st.TapNode(st.ByID("button", "hint.write.C14"))
			st.Want("Hello " + name)
			st.Tap("Copy")
			st.TapNode(st.ByID("button", "notice.act"))
		}
	}},
	{"C17", func(st *stage) {
		st.Want("Backlog refinement", "Sat 5 Dec 2026")
		st.TapNode(st.ByID("button", "save"))
	}},
	{"C21", func(st *stage) {
		st.Want("Retrospective", "Sat 5 Dec 2026")
		st.TapNode(st.ByID("button", "save"))
	}},
	{"C28", func(st *stage) {
		st.onPage("backlog")
		st.Fire("backlog.answered")
		st.Want("Who answered “Slow interface suite in Payments”?")
		st.Choose("Answered by", "Νίκος Αντωνίου")
		st.Tap("Note it")
	}},
	{"C18", func(st *stage) {
		// Two items have been in Doing for long; each time the one there longest has the focus.
		st.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
		st.takeStep("C18")
		st.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	}},
	{"C30", func(st *stage) {
		st.Want("Write to Олена Шевченко")
		st.Tap("Copy")
		st.TapNode(st.ByID("button", "notice.act"))
	}},
}

// From each finding of the demo to the deed that answers it, in the whole window: it is gone then, and at the end nothing is left.
func TestEachFindingOfTheDemoIsAnswered(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	for _, w := range walks {
		st.takeStep(w.rule)
		w.answer(st)
		st.noTrouble()
		if st.w.Canvas().Overlays().Top() != nil {
			t.Fatalf("after %s a dialog is open: %v", w.rule, st.Texts())
		}
		for _, f := range st.findings() {
			if f.Rule == w.rule {
				t.Errorf("%s is not answered: %s", w.rule, st.w.say().Of(f.Text))
			}
		}
	}
	st.Fire("view.overview")
	if left := st.findings(); len(left) != 0 {
		t.Errorf("%d findings are left, the first is %s", len(left), left[0].Rule)
	}
	st.Want("Nothing waits for you")
}

// takeStep presses the button of a rule's step on Overview.
func (st *stage) takeStep(rule string) {
	st.t.Helper()
	st.Fire("view.overview")
	for st.HasText("none of them urgent") || st.HasText("not urgent") {
		st.TapNode(st.ByID("button", "overview.more"))
	}
	st.TapNode(st.ByID("button", "overview.step."+rule))
}

// findings is what the coach says of the open file.
func (st *stage) findings() []coach.Finding {
	st.t.Helper()
	s, err := st.w.shell.store.Snapshot(context.Background())
	if err != nil {
		st.t.Fatal(err)
	}
	return coach.Findings(s, nil, st.Clock.Today())
}

func (st *stage) onPage(name string) {
	st.t.Helper()
	if at := st.w.shell.at.spec.name; at != name {
		st.t.Fatalf("shown is %s, not %s", at, name)
	}
}

// rest presses the notice that lets a step rest which the file cannot see taken.
func (st *stage) rest() {
	st.t.Helper()
	st.Want("can rest once you have done it.")
	st.TapNode(st.ByID("button", "notice.act"))
}

// A step of the road that was seen once stays reached, and is no deed to be undone.
func TestRoadStaysReached(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{File: st.community("Ours")})
	ctx, open := context.Background(), st.w.shell.store
	story := data.ValueStory{Title: "Reruns halved", On: st.Clock.Today(), Cycle: data.CycleApplied, Consent: data.ConsentInternal}
	if err := store.Rows(open, store.Stories).Save(ctx, &story); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Rows(open, store.Stories).Remove(ctx, story.ID); err != nil {
		t.Fatal(err)
	}
	s, err := open.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if step := s.Road(st.Clock.Today()).Steps[18]; !step.Reached || step.Seen || step.On != st.Clock.Today() {
		t.Errorf("the first value story: %+v", step)
	}
	if next, can := open.NextUndo(ctx); !can || next.Key != "remove a story" {
		t.Errorf("what would be undone is %q", next.Key)
	}
}
