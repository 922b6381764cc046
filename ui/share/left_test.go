package share

import (
	"path/filepath"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// Given documents with figures of a health check, when one is saved, printed or put into a letter, then the file keeps what they
// told; looking at one, and documents without figures, keep nothing.
func TestWhatLeftIsKept(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*bench)
		kept bool
	}{
		{"looked at", func(b *bench) { b.Fire("share.open.results") }, false},
		{"cards saved", func(b *bench) {
			b.Files.SavePath = filepath.Join(t.TempDir(), "c.pdf")
			b.TapNode(b.ByID("button", "save.cards"))
		}, false},
		{"saved", func(b *bench) {
			b.Files.SavePath = filepath.Join(t.TempDir(), "r.xlsx")
			b.TapNode(b.ByID("button", "save.results"))
		}, true},
		{"opened to be printed", func(b *bench) { b.Fire("share.open.group"); b.Tap("Print…") }, true},
		{"printed", func(b *bench) {
			b.Printer.Names = []string{"Office"}
			b.Fire("share.open.group")
			b.Tap("Print…")
			b.Tap("Print")
		}, true},
		{"in a letter", func(b *bench) {
			withAddresses(t, b)
			b.TapNode(b.ByID("button", "mail.results"))
			b.TapNode(b.ByID("button", "mail.open"))
		}, true},
	} {
		b := open(t, datatest.Demo(t), uitest.Options{})
		c.do(b)
		s := b.Read()
		if kept := len(s.Outward) == 2*(1+len(data.Deck)); kept != c.kept || !kept && len(s.Outward) > 0 {
			t.Errorf("%s: %d counts are kept", c.name, len(s.Outward))
		}
		if c.kept && s.WentOut(2) != datatest.Today {
			t.Errorf("%s: went out on %v", c.name, s.WentOut(2))
		}
	}
}
