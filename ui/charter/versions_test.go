package charter

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
	"copleader/reports/chartertext"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a complete charter, when it is agreed, then the version holds its text, the next review is a year away, and later changes
// are shown line by line.
func TestAgreeAndCompare(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Type("Who belongs", "Everyone") // still in the field when the button is tapped
	b.Tap("Agree this version")
	b.Type("What is new, in a few words", "Roles written down")
	b.Type("Agreed by", "core team")
	b.Type("When we look at the charter again", "2030-01-01")
	b.Tap("Agree")
	if got := b.ErrorAt("When we look at the charter again"); got != "Please choose a day within the next twelve months." {
		t.Errorf("a far review: %q", got)
	}
	b.Type("When we look at the charter again", "2027-11-21")
	b.Tap("Agree")
	s := b.Read()
	v := s.Versions[len(s.Versions)-1]
	if v.Version != 3 || v.AgreedOn != datatest.Today || v.Note != "Roles written down" || v.AgreedBy != "core team" || s.Community.ReviewOn.String() != "2027-11-21" {
		t.Errorf("the file has %+v, review on %s", v, s.Community.ReviewOn)
	}
	if !strings.Contains(v.Text, "Who belongs: Everyone\n") {
		t.Errorf("what was typed last is not in the version:\n%s", v.Text)
	}
	if got := b.LastNotice(); got != "The charter as it stands is kept. Looking at it again is due 21 Nov 2027." {
		t.Errorf("the notice says %q", got)
	}
	b.Want("Version 3", "agreed today by core team", "Nothing changed since.")
	if b.screen.primary.Visible() {
		t.Error("agreeing is offered although nothing changed")
	}
	b.Type("Who belongs", "Everyone who tests")
	b.Leave()
	b.Type("Needs we exist to answer", "A place to ask when a test suite is stuck\nA way in for people who are new to testing\nCoffee")
	b.Leave()
	b.Want("3 lines changed since.", "Agree this version")
	b.Tap("See what changed")
	b.Want("Changed since Version 3", "Needs we exist to answer", "− before: Agreements on good tests that outlive a project", "+ now: Coffee",
		"− before: Who belongs: Everyone", "+ now: Who belongs: Everyone who tests")
	b.Tap("Read")
	b.Want("Who belongs: Everyone", "· Skill that shows at work", "Mandate and agreements")
	if err := b.Store.AgreeVersion(context.Background(), &data.CharterVersion{Text: chartertext.Lines(b.Read(), words.English())}, 0); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	b.Tap("What was new")
	b.Want("New in Version 4", "+ now: Coffee")
	b.Undo()
	b.Undo() // the list of needs
	b.at(PartDefine)
	b.Want("1 line changed since.")
	for range 2 {
		b.Undo()
	}
	b.Want("Version 2", "Its text was not kept, so what changed since can't be shown.")
	if got := b.community().ReviewOn; got != datatest.Today.AddDays(155) {
		t.Errorf("after undo the review is on %s", got)
	}
}

// Given a community just founded, then every field that is open leads to its place, and the button goes from one to the next.
func TestEveryOpenFieldLeadsToItsPlace(t *testing.T) {
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.Want("4 of 18 filled", "Still open", "Fill the next field", "Not agreed yet", "What do the leader and the core team do here?")
	for _, m := range b.screen.state.View().Missing {
		b.screen.Arrive(PartDefine)
		b.TapNode(b.ByID("button", "open."+m.Key))
		if m.Key == "sponsors" {
			if n := len(b.Visits); n == 0 || b.Visits[n-1].Args != (data.Place{Kind: data.PlaceSponsors}) {
				t.Errorf("the sponsors lead to %v", b.Visits)
			}
			continue
		}
		if p, _ := placeOf(m.Key); b.screen.at != p {
			t.Errorf("%s leads to %s, want %s", m.Key, b.screen.at, p)
		}
		if b.Win.Canvas().Focused() == nil {
			t.Errorf("%s leads to nothing that can be typed into", m.Key)
		}
	}
	b.screen.Arrive(PartDefine)
	b.Tap("Fill the next field")
	b.Keys("We help one another.")
	b.Leave()
	if got := b.community().PrimaryPurpose; got != "We help one another." {
		t.Errorf("the purpose is %q", got)
	}
	b.Want("5 of 18 filled")
	b.Fire("charter.fill")
	b.Keys("x")
	b.Leave()
	if got := b.community().Needs.String(); got != "x" {
		t.Errorf("the needs are %q", got)
	}
	b.at(PartVersions)
	b.Want("Nothing is agreed yet.")
	if b.Fire("charter.compare") {
		t.Error("something is compared with nothing")
	}
}

// Given a worksheet, when a question is answered on another day, then the new answer is dated and the older one can still be read.
func TestWorksheetKeepsOlderAnswers(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartDesign)
	const question = "Which activities would wake people up and make the group feel present?"
	b.Type(question, "Labs")
	b.Timer.Pass(kit.CommitAfter)
	b.Keys(" and walks")
	b.Leave()
	var answers []data.WorksheetAnswer
	for _, w := range b.Read().Worksheets {
		if w.Question == "design.activities" {
			answers = append(answers, w)
		}
	}
	if len(answers) != 2 || answers[0].Text != "Short talks, clinics, one lab a quarter." || answers[1].Text != "Labs and walks" || answers[1].On != datatest.Today {
		t.Fatalf("the file has %+v", answers)
	}
	b.Want("Labs and walks", "answered today", "Show 1 earlier answer")
	b.WantNot("Short talks, clinics, one lab a quarter.")
	b.Tap("Show 1 earlier answer")
	b.Want("Short talks, clinics, one lab a quarter.", "Hide earlier answers")
	b.Paste(question, "x"+strings.Repeat("y", 1000))
	b.Leave()
	if got := b.ErrorAt(question); got != "This is 1001 characters long; there is room for 1000." {
		t.Errorf("too long: %q", got)
	}
	b.Undo()
	if got := b.Read().Worksheets; len(got) != 3 {
		t.Errorf("after undo %d answers", len(got))
	}
}

// Given the canvas, when a box is typed into, then the wall beside it shows the lines.
func TestCanvasOnTheWall(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Edit the canvas")
	b.WantNot("Edit the canvas")
	b.Type("Signs: By what signs shall we see progress?", "More laughter\n• fewer reruns")
	b.Leave()
	for _, box := range b.Read().Canvas {
		if box.Box == data.BoxMeasures && box.Lines.String() != "More laughter\nfewer reruns" {
			t.Errorf("the file has %q", box.Lines)
		}
	}
	b.Want("· More laughter\n· fewer reruns")
	if got := b.screen.wall.lines[data.BoxMeasures].Text(); got != "Signs\n· More laughter\n· fewer reruns" {
		t.Errorf("on the wall hangs %q", got)
	}
	b.Undo()
	b.Want("· Flaky reruns down")
}

// Given what other pages hand over, then the page shows it.
func TestArrive(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	for _, tc := range []struct {
		args any
		at   Part
	}{
		{"canvas", PartCanvas}, {"measures", PartMeasures}, {PartVersions, PartVersions}, {data.Grow, PartGrow}, {data.SectionMandate, PartMandate},
		{"stage", PartStage}, {"phase", PartStage}, {"grow.joining", PartGrow}, {"box.how", PartCanvas}, {data.CharterField{Key: "channels"}, PartMandate}, {"nothing known", PartMandate}, {nil, PartMandate}, {"inScope", PartDefine},
	} {
		b.screen.Arrive(tc.args)
		if b.screen.at != tc.at {
			t.Errorf("%v leads to %s, want %s", tc.args, b.screen.at, tc.at)
		}
	}
	if got := b.FocusText(); got != "" && b.Win.Canvas().Focused() != b.screen.fields.Input("inScope") {
		t.Errorf("the focus is at %q", got)
	}
	b.Want("Topics inside")
	b.screen.Arrive(PartMeasures)
	b.screen.New()
	b.Want("Add measure", "At the start")
}

// Given a part with something typed, when another is chosen, then it is kept and the cursor is out of what has gone.
func TestLeavingAPartKeepsWhatWasTyped(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Type("Who belongs", "All")
	b.Tap("Canvas")
	if got := b.community().WhoWeAre; got != "All" {
		t.Errorf("the file has %q", got)
	}
	if b.Win.Canvas().Focused() != nil {
		t.Error("a field that has gone keeps the cursor")
	}
	b.Type("Why now: Why does it matter at this moment?", "Now")
	b.screen.Leave()
	if got := b.screen.state.View().Boxes[data.BoxImportance].String(); got != "Now" {
		t.Errorf("the box has %q", got)
	}
}

// Given a long text, when it is typed, then the field grows line by line.
func TestFieldsGrow(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	height := func() float32 { return b.Field("The work we all do").Size.Height }
	b.Type("The work we all do", "x")
	small := height()
	b.Keys(strings.Repeat(" many words", 30))
	if high := height(); high < small+40 {
		t.Errorf("%v points high after %v", high, small)
	}
}

// BenchmarkLoad shows a community of ten thousand members again, as after every change.
func BenchmarkLoad(b *testing.B) {
	st := datatest.Filled(b, datatest.Large(10000, 1000, 0))
	x := open(b, st, uitest.Options{})
	for b.Loop() {
		x.screen.Load()
	}
}
