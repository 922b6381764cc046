package charter

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// bench is the screen in a window over a real file.
type bench struct {
	*uitest.Bench
	screen *Screen
}

func open(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := &bench{Bench: uitest.NewBench(t, st, o)}
	b.screen = New(b.Deps(), st)
	b.Put(b.screen)
	return b
}

// community is the charter as it stands in the file.
func (b *bench) community() data.Community {
	b.T.Helper()
	return b.Read().Community
}

// errBroken is a fault that is not worded for a person.
var errBroken = errors.New("the disk is gone")

// at goes to a part.
func (b *bench) at(p Part) {
	b.T.Helper()
	b.screen.Arrive(p)
	b.Settle()
}

// openSponsors is those who back the community, as the page of the people has them.
func openSponsors(t testing.TB, st *store.Store, o uitest.Options) *bench {
	t.Helper()
	b := &bench{Bench: uitest.NewBench(t, st, o)}
	page := NewSponsors(b.Deps(), st, Around{Show: func(then func()) { then() }, Wanted: func() bool { return true }})
	b.screen = page.Screen
	b.Put(page)
	return b
}

// Given the demo, then each of the four chips shows what data/README.md, Demo has, and each part can be gone to there.
func TestPartsOfTheDemo(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	for _, tc := range []struct {
		chip string
		part Part
		want []string
	}{
		{"Why and how", PartDefine, []string{"18 of 18 filled", "We help everyone at Meridian who tests software to do it well, and to stop each team from learning the same lesson alone.",
			"· A place to ask when a test suite is stuck\n· Agreements on good tests that outlive a project\n· A way in for people who are new to testing",
			"Nobody tests alone", "Version 2", "agreed 21 weeks ago by core team", "Two people asked whether operations belong: yes."}},
		{"Why and how", PartIdentity, []string{"Finding our way in testing, together", "Zoë Marchand-Núñez", "37.5", "At a workplace", "See the sponsors"}},
		{"Why and how", PartMandate, []string{"· How we name tests\n· Our events", "By consent", "Every third week, 16:00", "https://chat.meridian.example/pyxida", "To keep things"}},
		{"Why and how", PartVersions, []string{"Version 1", "From the kick-off workshop", "Mandate added", "Sun 25 Apr 2027"}},
		{"Canvas", PartCanvas, []string{"Why now: Why does it matter at this moment?", "· Two protected hours a month\n· A room and a camera\n· A budget for one guest"}},
		{"Measures", PartMeasures, []string{"Reruns of flaky tests in Payments", "19 % on 1 Nov 2026", "Health card “Use in my work”"}},
		{"Growth", PartStage, []string{"Evidence suggests Maturing.", "What we are working on now", "Grow", "Seven principles", "Webber: maturing"}},
		{"Growth", PartDesign, []string{"Which activities would wake people up and make the group feel present?", "Short talks, clinics, one lab a quarter.", "answered 23 weeks ago"}},
		{"Growth", PartGrow, []string{"What tone and habits mark us?", "Curious, a bit playful, never showing off.", "what we are working on now"}},
		{"Growth", PartPerform, []string{"What repeating pattern of events is forming?"}},
		{"Growth", PartTransform, []string{"Carry on, change, merge, split or close?"}},
	} {
		b.Tap(tc.chip)
		if got := chipWords(b.screen.deps.Say)[b.screen.chips.Selected()]; got != tc.chip {
			t.Errorf("the chip %s leads to %s", tc.chip, got)
		}
		b.Tap("Canvas")
		b.at(tc.part)
		b.Want(tc.want...)
		if got := chipWords(b.screen.deps.Say)[b.screen.chips.Selected()]; got != tc.chip {
			t.Errorf("%s stands under %s, not %s", tc.part, got, tc.chip)
		}
		if head := b.screen.heads[tc.part]; head != nil {
			page := fyne.CurrentApp().Driver().AbsolutePositionForObject(b.screen.page)
			if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(head); at.Y < page.Y || at.Y > page.Y+b.screen.page.Size().Height-40 {
				t.Errorf("%s is out of sight, at %v", tc.part, at)
			}
		}
	}
	if b.HasText("�") {
		t.Error("a sign that no font has is typed as text")
	}
}

// Given who backs the community, then it is shown beside the people, and the charter leads there.
func TestSponsorsOfTheDemo(t *testing.T) {
	b := openSponsors(t, datatest.Demo(t), uitest.Options{})
	b.Want("Amélie Fournier", "hopes for: Fewer late defects and teams that help one another", "last heard from you 18 weeks ago",
		"Half-hour review, asked for figures", "Two protected hours a month")
	b = open(t, datatest.Demo(t), uitest.Options{})
	b.WantNot("Amélie Fournier")
	for i, lead := range []func(){func() { b.Tap("See the sponsors") }, func() { b.screen.Arrive("sponsors") }, func() { b.screen.Arrive(PartSponsors) },
		func() { b.screen.Arrive(data.CharterPlace("sponsors")) }} {
		lead()
		if len(b.Visits) != i+1 || b.Visits[i] != (uitest.Visit{Page: "members", Args: data.Place{Kind: data.PlaceSponsors}}) {
			t.Errorf("way %d leads to %v", i, b.Visits)
		}
	}
}

// Given every written field, when it is typed into and left, then the file holds it, the page shows it, and undo takes it back.
func TestEveryWrittenField(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	for i := range data.CommunityFields {
		f := &data.CommunityFields[i]
		if f.Section == "" || !f.Written() {
			continue
		}
		p, _ := placeOf(f.Key)
		b.screen.Arrive(f.Key) // opens what is kept out of sight
		b.Settle()
		if b.screen.at != p {
			t.Fatalf("%s leads to %s", f.Key, b.screen.at)
		}
		label, typed := b.screen.deps.Say.Of(f.Label), "Neu: ς 王 "+f.Key
		if f.Key == "timeZone" {
			typed = "Europe/Athens"
		}
		read := func() string {
			c := b.community()
			if f.Input == data.InputList {
				return f.List(&c).String()
			}
			return *f.Text(&c)
		}
		before := read()
		if f.Input == data.InputList {
			typed += "\n- and more"
		}
		b.Type(label, typed)
		if got := read(); got != before {
			t.Errorf("%s was written while it was typed: %q", f.Key, got)
		}
		b.Leave()
		want := strings.ReplaceAll(typed, "- and", "and")
		if got := read(); got != want {
			t.Errorf("%s: the file has %q, want %q; the field says %q", f.Key, got, want, b.ErrorAt(label))
		}
		if f.Input == data.InputList {
			b.Want("· " + strings.ReplaceAll(want, "\n", "\n· "))
		} else {
			b.Want(want)
		}
		b.Undo()
		if got := read(); got != before {
			t.Errorf("%s: after undo the file has %q, want %q", f.Key, got, before)
		}
		if got := b.Field(label).Text; f.Input != data.InputList && got != before {
			t.Errorf("%s: after undo the page shows %q, want %q", f.Key, got, before)
		}
	}
}

// Given a field, when two seconds pass after the last key, then it is kept while the cursor stays; all of the visit is one act.
func TestKeptAfterTwoSeconds(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	const label = "The work we all do"
	before := b.community().Practice
	b.Type(label, "We test")
	b.Timer.Pass(kit.CommitAfter)
	if got := b.community().Practice; got != "We test" {
		t.Errorf("after two seconds the file has %q", got)
	}
	b.Keys(" a lot")
	b.Leave()
	if got := b.community().Practice; got != "We test a lot" {
		t.Errorf("the file has %q", got)
	}
	b.Undo()
	if got := b.community().Practice; got != before {
		t.Errorf("one undo leaves %q", got)
	}
}

// Given what can't be kept, then it stays in the field with the reason below, also after another change is loaded.
func TestWhatCannotBeKeptStays(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	long := strings.Repeat("W", 401)
	b.Paste("The work we all do", long)
	b.Leave()
	if got := b.ErrorAt("The work we all do"); got != "This is 401 characters long; there is room for 400." {
		t.Errorf("the field says %q", got)
	}
	b.Type("Who belongs", "All of us")
	b.Leave()
	if got := b.community().WhoWeAre; got != "All of us" {
		t.Errorf("another field was not kept: %q", got)
	}
	if b.Field("The work we all do").Text != long {
		t.Error("what was typed is gone")
	}
	b.Type("The work we all do", "We test")
	b.Leave()
	if got := b.ErrorAt("The work we all do"); got != "" || b.community().Practice != "We test" {
		t.Errorf("mended, the field still says %q", got)
	}
	b.Tap("Canvas")
	const label = "Why now: Why does it matter at this moment?"
	b.Type(label, "1\n2\n3\n4\n5\n6")
	b.Leave()
	if got := b.ErrorAt(label); got != "There are 6 lines; there is room for 5." {
		t.Errorf("the box says %q", got)
	}
	if len(b.Notices) != 0 {
		t.Errorf("it was told twice: %+v", b.Notices)
	}
}

// Given a file that can't be written at the moment, then the notice says so, and what was typed stays in its field.
func TestFailingWriteLosesNothing(t *testing.T) {
	st, faults := datatest.Breakable(t)
	faults.Set(datatest.Writing(errBroken))
	w := uitest.Open(t, uitest.Options{})
	s := New(w.Deps(), st)
	w.ShowPage(s)
	w.Type("Who belongs", "All of us")
	w.Leave()
	if n := w.Notices[len(w.Notices)-1]; n.Kind != kit.Trouble || n.Text != "Something went wrong." || n.Details != errBroken.Error() {
		t.Errorf("the notice is %+v", n)
	}
	s.Load()
	if got := w.Field("Who belongs").Text; got != "All of us" || w.ErrorAt("Who belongs") != "This is not kept yet." {
		t.Errorf("the field has %q and says %q", got, w.ErrorAt("Who belongs"))
	}
	faults.Set()
	w.Type("Who belongs", "All of us, and you")
	w.Leave()
	if got := datatest.Read(t, st).Community.WhoWeAre; got != "All of us, and you" || w.ErrorAt("Who belongs") != "" {
		t.Errorf("the file has %q, the field says %q", got, w.ErrorAt("Who belongs"))
	}
}

// Given numbers, choices, days and boxes to tick, when they are used, then the file holds them.
func TestOtherFields(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartIdentity)
	b.Type("Hours a week agreed for leading", "4,5")
	b.Leave()
	b.Type("Hours in the leader's working week", "")
	b.Leave()
	b.Type("Start date", "2026-01-05")
	b.Leave()
	b.at(PartStage)
	b.Choose("How far we have grown", "Stewardship")
	b.at(PartIdentity)
	b.Choose("What kind of community", "A hobby")
	c := b.community()
	if c.LeaderHours != 4.5 || c.WorkWeek != 40 || c.StartedOn.String() != "2026-01-05" || c.Stage != data.Stewardship || c.Kind != data.Hobby {
		t.Errorf("the file has %+v", c)
	}
	// Of a hobby, sponsors and hours don't matter until they are switched on.
	b.WantNot("See the sponsors", "Hours a week agreed for leading")
	b.Tap("Sponsors and hours for leading matter here too")
	b.Want("See the sponsors", "Hours a week agreed for leading")
	b.Type("Hours a week agreed for leading", "3.2")
	b.Leave()
	if got := b.ErrorAt("Hours a week agreed for leading"); got != "Please give hours from 0 to 60 in steps of a half." {
		t.Errorf("3.2 hours: %q", got)
	}
	b.Type("Hours a week agreed for leading", "")
	b.Leave()
	if c := b.community(); c.LeaderHours != data.HoursNotAgreed || !c.AsksHours {
		t.Errorf("the file has %+v", c)
	}
	b.Want("17 of 18 filled", "Still open")
}

// Given the colour of what is printed, when another is chosen, then the file holds it, the page shows it, and undo brings the one before
// back; the window keeps its own look.
func TestColourOfWhatIsPrinted(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartIdentity)
	wineRed := color.NRGBA{R: 0x86, G: 0x27, B: 0x3F, A: 255}
	for _, step := range []struct {
		do    func()
		want  data.Colour
		shown bool
	}{
		{func() {}, data.Teal, false},
		{func() { b.Choose("Our colour on what we print", "Wine red") }, data.WineRed, true},
		{b.Undo, data.Teal, false},
	} {
		step.do()
		n := dotsOf(b.Win.Canvas().Capture(), wineRed)
		if got := b.community().Colour; got != step.want || (n > 0) != step.shown || n > 2*patchSide*patchSide {
			t.Errorf("the file has %s, want %s; %d dots are wine red", got, step.want, n)
		}
	}
}

// dotsOf counts the dots of one colour in a picture.
func dotsOf(picture image.Image, c color.NRGBA) (n int) {
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if color.NRGBAModel.Convert(picture.At(x, y)) == c {
				n++
			}
		}
	}
	return n
}

// Given the rhythm, the rule of deciding, who may join and the review, when they are chosen within their limits, then the file
// holds them.
func TestAgreementsAndReview(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.at(PartMandate)
	b.Choose("How we decide", "By majority vote")
	b.Type("Days between events, as planned", "3")
	b.Leave()
	if got := b.ErrorAt("Days between events, as planned"); got != "Please choose a number from 7 to 92." || b.community().CadenceDays != 21 {
		t.Errorf("3 days: %q", got)
	}
	b.Type("Days between events, as planned", "14")
	b.Leave()
	if c := b.community(); c.CadenceDays != 14 || c.DecisionRule != data.ByMajority {
		t.Errorf("the file has %+v", c)
	}
	b.Type("We pause until", "2026-12-24")
	b.Leave()
	if c := b.community(); !c.Paused(datatest.Today) || c.PausedUntil.String() != "2026-12-24" {
		t.Errorf("paused until %s", c.PausedUntil)
	}
	b.at(PartDefine)
	b.screen.Arrive("membershipPolicy")
	b.Choose("Who may join", "By invitation")
	b.at(PartVersions)
	b.Type("When we look at the charter again", "2028-01-01")
	b.Leave()
	if got := b.ErrorAt("When we look at the charter again"); got != "Please choose a day within the next twelve months." {
		t.Errorf("a far review: %q", got)
	}
	b.Type("When we look at the charter again", "2027-01-01")
	b.Leave()
	if c := b.community(); c.ReviewOn.String() != "2027-01-01" || c.MembershipPolicy != data.ByInvitation {
		t.Errorf("the file has %+v", c)
	}
}

// Given the leader's row, when somebody is chosen and the question answered, then they lead, and undo gives the lead back.
func TestPassTheLead(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.screen.in(PartIdentity, func() { b.screen.goTo("leader") })
	b.Want("Zoë Marchand-Núñez")
	b.Key("Space")
	b.Want("Łukasz Wiśniewski, Payments")
	b.Keys("wisn") // without its accents
	b.Key("Return")
	b.Want("Pass leadership to Łukasz Wiśniewski?")
	b.Key("Escape")
	if b.HasText("Pass leadership to Łukasz") || b.community().LeaderID != 1 {
		t.Fatal("Escape does not keep the lead")
	}
	b.TapNode(b.ByID("select", "charter.lead"))
	b.Tap("Łukasz Wiśniewski, Payments")
	b.Want("Pass leadership to Łukasz Wiśniewski?", "From today Łukasz Wiśniewski leads the community in place of Zoë Marchand-Núñez, who stays a member.")
	b.Tap("Keep as it is")
	if b.community().LeaderID != 1 {
		t.Fatal("the lead was passed without a yes")
	}
	b.TapNode(b.ByID("select", "charter.lead"))
	b.Tap("Łukasz Wiśniewski, Payments")
	b.Tap("Pass leadership")
	if got := b.community().LeaderID; got != 2 {
		t.Fatalf("member %d leads", got)
	}
	b.Want("Łukasz Wiśniewski")
	b.Undo()
	if got := b.community().LeaderID; got != 1 {
		t.Errorf("after undo member %d leads", got)
	}
}

// Given a picture, when it is chosen, then the file holds it and the page draws it; one that is none is refused with a sentence.
func TestPictureForPrints(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	path := filepath.Join(t.TempDir(), "logo.png")
	content := encoded(t, image.NewNRGBA(image.Rect(0, 0, 300, 200)), "png")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	b.Files.OpenPath = path
	b.at(PartIdentity)
	b.Tap("Choose a picture…")
	if got := b.Read().LogoPNG; !bytes.Equal(got, content) {
		t.Fatalf("the file has a picture of %d bytes", len(got))
	}
	if m := b.screen.state.View().Picture; m == nil || m.Bounds().Dx() != shownSide {
		t.Errorf("the page draws %v", m)
	}
	b.Files.OpenPath = filepath.Join(filepath.Dir(path), "nowhere.png")
	b.Fire("charter.picture")
	if got := b.LastNotice(); got != "This picture can't be read. Nothing was changed." {
		t.Errorf("the notice says %q", got)
	}
	if err := os.WriteFile(path, []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.Files.OpenPath = path
	b.Fire("charter.picture")
	if got := b.LastNotice(); got != "Please choose a PNG or JPEG picture of at most 2 MB." {
		t.Errorf("the notice says %q", got)
	}
	b.Tap("Remove the picture")
	if got := b.community().LogoHash; got != "" {
		t.Errorf("the picture %s is still there", got)
	}
	b.Undo()
	if got := b.Read().LogoPNG; !bytes.Equal(got, content) {
		t.Error("undo does not bring the picture back")
	}
}

// Given the charter, then its purpose stands large and without a label, and is changed where it stands; a box of the canvas is read before
// it is written into, and nothing moves when it is; what keeps out of sight is shown where something is written there.
func TestTheCharterIsReadFirst(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Width: 1280, Height: 1600})
	purpose, is := b.ByID("reading", "primaryPurpose").Object.(*kit.Reading)
	if !is || purpose.Shown() != nil {
		t.Fatal("the purpose is not read first")
	}
	if line := b.ByID("reading", "tagline").Object.Size().Height; purpose.Size().Height < 1.3*line {
		t.Errorf("the purpose is %v high, a usual line %v", purpose.Size().Height, line)
	}
	b.WantNot("What we are here for, in one or two sentences")
	b.Want("What we are here for", "Topics inside", "· Test design\n· Automation\n· Accessibility\n· Test data")
	before := b.Find("Shared interest").At
	b.TapNode(b.ByID("reading", "primaryPurpose"))
	if at := b.Find("Shared interest").At; at != before {
		t.Errorf("what stands below moves from %v to %v", before, at)
	}
	b.Leave()
	b.Tap("Canvas")
	why := b.ByID("reading", "importance")
	if r, is := why.Object.(*kit.Reading); !is || r.Shown() != nil || !strings.Contains(r.Text(), "Late defects hurt us twice this year") {
		t.Fatal("a box is not read first")
	}
	before = b.Find("What helps, what brakes").At
	b.TapNode(why)
	if at := b.Find("What helps, what brakes").At; at != before {
		t.Errorf("what stands below moves from %v to %v", before, at)
	}
	b.Keys("New line")
	b.Leave()
	if got := b.screen.state.View().Boxes[data.BoxImportance]; !strings.Contains(strings.Join(got, "|"), "New line") {
		t.Errorf("the box has %q", got)
	}
}

// Given a charter of which hardly anything is written, then the rarer fields keep out of sight until they are asked for.
func TestRareFieldsKeepOutOfSight(t *testing.T) {
	b := open(t, datatest.Empty(t), uitest.Options{Width: 1280, Height: 1600})
	b.WantNot("Topics inside")
	b.Tap("Show more fields")
	b.Want("Topics inside", "Show fewer fields")
}
