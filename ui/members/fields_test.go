package members

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given the form, when a member is added by typing, then the file has them, the list shows them selected, and undo takes them
// out again.
func TestAddMember(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Core 3")
	b.Tap("Add member")
	b.Type("E-mail (may stay empty)", "not an address")
	b.Tap("Add member")
	if got := b.ErrorAt("Name"); got != "Please fill this in." {
		t.Errorf("below Name stands %q", got)
	}
	if got := b.ErrorAt("E-mail (may stay empty)"); got != "This does not look like an e-mail address." {
		t.Errorf("below the address stands %q", got)
	}
	name := `Þórdís "O'Neil" 王晓梅 👩‍💻`
	b.Type("Name", name)
	b.Type("E-mail (may stay empty)", "thordis@example.org")
	b.Type("Unit", "Data")
	b.Type("Ask about", "naming, mocks; pairs")
	b.Type("Joined on", "2026-11-02\n")
	b.Want("Everyone 25", name)
	m := b.member(25)
	if m.Name != name || m.Email != "thordis@example.org" || m.Unit != "Data" || m.JoinedOn.String() != "2026-11-02" ||
		m.Kind != data.KindMember || m.Knows.String() != "naming\nmocks\npairs" {
		t.Errorf("the file has %+v", m)
	}
	if got := b.screen.pane.detail.Member.ID; got != 25 {
		t.Errorf("the pane shows member %d, want the new one", got)
	}
	b.Undo()
	b.Want("Everyone 24")
	b.WantNot("王晓梅 👩‍💻")
}

// Given a person, when a field is typed into and left, then the file has it and undo brings the old text back on screen.
func TestEditInPlace(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Type("Unit", "Data")
	if got := b.member(5).Unit; got != "Payments" {
		t.Errorf("kept before the field was left: %q", got)
	}
	b.Timer.Pass(kit.CommitAfter)
	if got := b.member(5).Unit; got != "Data" {
		t.Errorf("two seconds later the file has %q", got)
	}
	b.Keys("base")
	b.Leave()
	if got := b.member(5).Unit; got != "Database" {
		t.Errorf("the file has %q", got)
	}
	b.Undo() // the whole visit
	if got := b.member(5).Unit; got != "Payments" {
		t.Errorf("after undo the file has %q", got)
	}
	if got := b.fieldText("unit"); got != "Payments" {
		t.Errorf("after undo the field shows %q", got)
	}
	b.Type("Ask about", "naming · review")
	b.Leave()
	if got := b.member(5).Knows.String(); got != "naming\nreview" {
		t.Errorf("asked about: %q", got)
	}
}

// Given text typed about one person, when another is selected before it was kept, then it is kept about the first.
func TestSelectingKeepsWhatWasTyped(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.pick("Олена Шевченко")
	b.Type("Unit", "Archive")
	b.pick("王晓梅")
	if got := b.member(5).Unit; got != "Archive" {
		t.Errorf("the first has %q", got)
	}
	if got := b.member(6).Unit; got != "Data" {
		t.Errorf("the second has %q", got)
	}
}

// Given the fields out of sight, when they are opened and filled, then dates, checks and the private note are kept, and what
// is wrong is said at its field.
func TestMoreFields(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{Height: 2000, Width: 1280})
	b.pick("王晓梅")
	b.WantNot("Wants our resources only")
	b.Tap("Dates and more")
	b.Type("Name", "")
	b.Leave()
	if got := b.ErrorAt("Name"); got != "Please fill this in." {
		t.Errorf("below Name stands %q", got)
	}
	b.Type("Name", "王小梅")
	b.Leave()
	b.Type("Left on", "2026-13-40")
	b.Leave()
	if got := b.ErrorAt("Left on"); got != "Please write a day, for example 5 Dec 2026." {
		t.Errorf("below Left on stands %q", got)
	}
	b.Type("Left on", "2020-01-01")
	b.Leave()
	if got := b.ErrorAt("Left on"); got != "The day of leaving lies before the day of joining." {
		t.Errorf("below Left on stands %q", got)
	}
	b.Type("Left on", "")
	b.Type("Note (only for you)", "first\nsecond")
	b.Leave()
	b.Tap("Wants our resources only")
	m := b.member(6)
	if m.Name != "王小梅" || m.LeftOn != 0 || m.Note != "first\nsecond" || !m.ResourcesOnly {
		t.Errorf("the file has %+v", m)
	}
	b.Want("Uses our resources only, by choice.")
	b.Tap("More")
	b.Want("Transactional 1")
}

// Given a name typed with an address beside it, when the name is left or saved, then the address stands where it belongs, in the form and
// in the pane; several people are refused.
func TestNameTypedWithAnAddress(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Add member")
	b.Type("Name", "García López, María José; mjgl@example.org")
	b.Tap("Unit")
	b.Key("Tab")
	b.Want("María José García López", "mjgl@example.org")
	b.Key(fyne.KeyEscape)
	b.Want("Drop what you filled in?")
	b.Tap("Go on writing")
	b.Type("Name", "Ada <ada@example.org>; Otto <otto@example.org>")
	b.TapNode(b.ByID("button", "save"))
	if got := b.ErrorAt("Name"); got != "These are several people. Please add them one by one, or bring them in together as a list." {
		t.Errorf("below Name stands %q", got)
	}
	b.Type("E-mail (may stay empty)", "")
	b.Type("Name", "Lovelace, Ada <ada@example.org>\n")
	if m := b.member(25); m.Name != "Ada Lovelace" || m.Email != "ada@example.org" {
		t.Errorf("the file has %q, %q", m.Name, m.Email)
	}
	b.Type("E-mail", "")
	b.Leave()
	b.Type("Name", "Ada King; king@example.org")
	b.Leave()
	if m := b.member(25); m.Name != "Ada King" || m.Email != "king@example.org" {
		t.Errorf("typed in the pane, the file has %q, %q", m.Name, m.Email)
	}
	if name, email := b.fieldText("name"), b.fieldText("email"); name != "Ada King" || email != "king@example.org" {
		t.Errorf("the fields show %q, %q", name, email)
	}
	b.Type("Name", "Ada Byron <byron@example.org>")
	b.Leave()
	if m := b.member(25); m.Email != "king@example.org" {
		t.Errorf("an address that was there became %q", m.Email)
	}
}
