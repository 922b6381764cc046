package events

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// written opens the dialog that publishes the minutes of an event, once something was written.
func written(t *testing.T) *bench {
	t.Helper()
	b := open(t, datatest.Demo(t), uitest.Options{})
	if err := b.Store.ChangeMinutes(t.Context(), 8, store.Visit{}, func(m *data.Minutes) { m.Text, m.Decisions = "We *looked*.", "Check by hand" }); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	b.arrive(8)
	b.TapNode(b.ByID("button", "events.next"))
	return b
}

// minutes are those of an event, in the file.
func (b *bench) minutes(event int64) data.Minutes {
	for _, m := range b.Read().Minutes {
		if m.EventID == event {
			return m
		}
	}
	return data.Minutes{}
}

// Given minutes that are written, when they are published, then their very text is shown as it reads; copied, it is noted by itself where
// they are, and Undo takes that back.
func TestPublishShowsTheText(t *testing.T) {
	b := written(t)
	b.Want("Publish the minutes of “Sat 24 Oct · Accessibility checks by hand”", "What we talked about", "We *looked*.", "Check by hand", "Łukasz Wiśniewski")
	b.TapNode(b.ByID("button", "spread.copy"))
	copied := fyne.CurrentApp().Clipboard().Content()
	if !strings.HasPrefix(copied, "# Minutes: Accessibility checks by hand\n") || !strings.Contains(copied, `We \*looked\*.`) {
		t.Errorf("copied is %q", copied)
	}
	if m := b.minutes(8); m.PublishedOn != datatest.Today || m.Where != "Wiki space" {
		t.Errorf("the file has %+v", m)
	}
	b.Want("Noted as published: Wiki space.")
	if last := b.Notices[len(b.Notices)-1]; last.Text != "Noted as published: Wiki space." || last.Action != "Undo" {
		t.Errorf("the notice says %q, with %q", last.Text, last.Action)
	}
	b.WantNot("Note as published")
	b.TapNode(b.ByID("button", "spread.undo"))
	if m := b.minutes(8); m.PublishedOn != 0 {
		t.Errorf("after the undo the file has %+v", m)
	}
	b.Want("Note as published")
	b.Key(fyne.KeyEscape)
	b.WantNot("Publish the minutes of")
}

// Given an announcement, when its text is changed, then what is copied, saved and mailed is the changed one.
func TestAnnouncementIsChanged(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Fire("events.announce")
	b.Want("Announce “Sat 5 Dec · Second lightning round”", "Six more short talks")
	b.TapNode(b.ByID("button", "spread.change"))
	b.Shortcut(&fyne.ShortcutSelectAll{})
	b.Keys("# Come\n\nTo the **round**")
	b.TapNode(b.ByID("button", "spread.change"))
	b.Want("Come", "To the round")
	b.TapNode(b.ByID("button", "spread.copy"))
	if got := fyne.CurrentApp().Clipboard().Content(); got != "# Come\n\nTo the **round**\n" {
		t.Errorf("copied is %q", got)
	}
	last := b.Read().Announcements
	if a := last[len(last)-1]; a.EventID != 10 || a.Channel != "Community channel" || a.On != datatest.Today || a.Text != "# Come\n\nTo the **round**" {
		t.Errorf("noted is %+v", a)
	}
	b.Files.SavePath = filepath.Join(t.TempDir(), "come.md")
	b.TapNode(b.ByID("button", "spread.save"))
	if saved, err := os.ReadFile(b.Files.SavePath); err != nil || string(saved) != "# Come\n\nTo the **round**\n" {
		t.Errorf("saved is %q, %v", saved, err)
	}
	if e := b.Read().Exports; len(e) == 0 || e[len(e)-1].Name != "announce" {
		t.Errorf("noted as saved are %+v", e)
	}
	b.TapNode(b.ByID("button", "spread.mail"))
	if paper, is := b.Visits[len(b.Visits)-1].Args.(kit.Paper); !is || !paper.Mail || paper.EventID != 10 || paper.Text != "# Come\n\nTo the **round**" {
		t.Errorf("the letter is begun with %+v", b.Visits[len(b.Visits)-1].Args)
	}
}

// Given nowhere said, when Enter is pressed, then nothing is noted and the field says so; copying copies all the same, and notes nothing.
func TestNowhereIsNotNoted(t *testing.T) {
	b := written(t)
	b.Type("Where they are", "\n")
	if got := b.ErrorAt("Where they are"); got != "Please fill this in." {
		t.Errorf("at the field stands %q", got)
	}
	b.TapNode(b.ByID("button", "spread.copy"))
	if m := b.minutes(8); m.PublishedOn != 0 {
		t.Errorf("noted is %+v", m)
	}
}

// Given a channel whose page is known, when it is opened, then the text is copied and noted, and the page opens; where no program answers,
// its address is copied, that is said, and nothing is noted.
func TestOpenTheChannel(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	at := slices.IndexFunc(b.Read().Channels, func(c data.Channel) bool { return c.Use == data.UseAnnounce })
	if err := store.Rows(b.Store, store.Channels).Change(t.Context(), b.Read().Channels[at].ID, store.Visit{}, func(c *data.Channel) { c.Link = "https://chat.example/cop" }); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	b.Fire("events.announce")
	before := len(b.Read().Announcements)
	b.Files.OpenError = errors.New("no browser")
	b.TapNode(b.ByID("button", "spread.channel"))
	if got := b.LastNotice(); got != "No program here opens “https://chat.example/cop”. The link is copied." {
		t.Errorf("told is %q", got)
	}
	if n := len(b.Read().Announcements); n != before {
		t.Errorf("%d are noted that nobody has seen", n-before)
	}
	b.Files.OpenError, b.Files.Opened = nil, nil
	b.TapNode(b.ByID("button", "spread.channel"))
	if !slices.Equal(b.Files.Opened, []string{"https://chat.example/cop"}) {
		t.Errorf("opened are %q", b.Files.Opened)
	}
	b.Want("Noted as announced: Community channel.")
	b.Type("Where it was announced", "The poster in the hall")
	if nodes := b.FindAll("Open the channel"); len(nodes) != 0 {
		t.Error("a poster can be opened")
	}
}

// Given somebody who said that they come and somebody who speaks, when the event is cancelled, then a letter to them is offered beside Undo.
func TestCancellingTellsThem(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	if err := b.Store.SetExpected(t.Context(), 10, 13, data.ReplyYes); err != nil {
		t.Fatal(err)
	}
	b.Settle()
	b.Fire("events.cancel")
	n := b.Notices[len(b.Notices)-1]
	if n.Text != "“Sat 5 Dec · Second lightning round” is cancelled." || n.Action != "Undo" || n.Also != "Tell the 4 who meant to come…" {
		t.Fatalf("told is %+v", n)
	}
	n.AlsoDo()
	letter, is := b.Visits[len(b.Visits)-1].Args.(kit.Message)
	if !is || !slices.Contains(letter.To, 13) || !slices.Contains(letter.To, 8) || letter.Subject != "Called off: Second lightning round" ||
		!strings.Contains(strings.Join(letter.Text, " "), "Saturday, 5 Dec 2026 does not take place") {
		t.Errorf("the letter is %+v", letter)
	}
}
