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
		days int // periods that are kept
	}{
		{"looked at", func(b *bench) { b.Fire("share.open.results") }, false, 0},
		{"cards saved", func(b *bench) {
			b.Files.SavePath = filepath.Join(t.TempDir(), "c.pdf")
			b.TapNode(b.ByID("button", "save.cards"))
		}, false, 0},
		{"saved", func(b *bench) {
			b.Files.SavePath = filepath.Join(t.TempDir(), "r.xlsx")
			b.TapNode(b.ByID("button", "save.results"))
		}, true, 1},
		{"opened to be printed", func(b *bench) { b.Fire("share.open.group"); b.Tap("Print…") }, true, 0},
		{"printed", func(b *bench) {
			b.Printer.Names = []string{"Office"}
			b.Fire("share.open.group")
			b.Tap("Print…")
			b.Tap("Print")
		}, true, 0},
		{"in a letter", func(b *bench) {
			withAddresses(t, b)
			b.TapNode(b.ByID("button", "mail.results"))
			b.TapNode(b.ByID("button", "mail.open"))
		}, true, 1},
	} {
		b := open(t, datatest.Demo(t), uitest.Options{})
		c.do(b)
		s := b.Read()
		if kept := len(s.Outward) == 2*(1+len(data.Deck)); kept != c.kept || !kept && len(s.Outward) > 0 {
			t.Errorf("%s: %d counts are kept", c.name, len(s.Outward))
		}
		if len(s.Periods) != c.days || c.days > 0 && (s.Periods[0].Until != datatest.Today || s.Periods[0].From != datatest.Today.AddDays(-90)) {
			t.Errorf("%s: the periods %v are kept", c.name, s.Periods)
		}
		if c.kept && s.WentOut(2) != datatest.Today {
			t.Errorf("%s: went out on %v", c.name, s.WentOut(2))
		}
	}
}
