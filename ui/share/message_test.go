package share

import (
	"slices"
	"strings"
	"testing"

	"copleader/data/datatest"
	"copleader/ui/desk"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given several members, when a letter without a document is begun to them, then the mail program gets it with nothing attached, and
// none of them sees the others; those without an address are counted.
func TestMessageToSeveral(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	withAddresses(t, b)
	b.screen.Arrive(kit.Message{To: []int64{1, 13, 14}})
	b.Want("Write an e-mail", "readers, who don't see one another")
	l := posted(t, b)
	var to []string
	for _, r := range l.Bcc {
		to = append(to, r.Email)
	}
	if len(l.To) != 0 || len(l.Files) != 0 || !slices.Contains(to, "m13@meridian.example") || l.Subject != "Πυξίδα" || !strings.HasPrefix(l.Text, "Good day to all,") {
		t.Errorf("the letter is %+v", l)
	}
}

// Given one member, then the letter is to them, by what they want to be called.
func TestMessageToOne(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	withAddresses(t, b)
	b.screen.Arrive(kit.Message{To: []int64{13}})
	if l := posted(t, b); len(l.To) != 1 || l.To[0].Email != "m13@meridian.example" || len(l.Bcc) != 0 || !strings.HasPrefix(l.Text, "Good day ") {
		t.Errorf("the letter is %+v", l)
	}
}

// posted opens the letter shown in the mail program, and gives what that got.
func posted(t *testing.T, b *bench) desk.Letter {
	t.Helper()
	b.TapNode(b.ByID("button", "mail.open"))
	if len(b.Mailer.Letters) != 1 {
		t.Fatalf("%d letters were handed over", len(b.Mailer.Letters))
	}
	return b.Mailer.Letters[0]
}
