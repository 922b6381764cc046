package charter

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// pictures is where TestPicture puts what it draws; nothing is drawn without it.
func pictures(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("COPLEADER_PICTURES")
	if dir == "" {
		t.Skip("COPLEADER_PICTURES names no folder")
	}
	return dir
}

// TestPicture draws the parts, to be looked at.
func TestPicture(t *testing.T) {
	dir := pictures(t)
	for _, p := range Parts {
		b := open(t, datatest.Demo(t), uitest.Options{})
		b.screen.Arrive(p)
		b.Picture(filepath.Join(dir, "charter-"+string(p)+".png"))
	}
	for name, o := range map[string]uitest.Options{
		"dark": {Dark: true}, "80": {Scale: 0.8}, "200": {Scale: 2}, "narrow": {Width: 960, Height: 640}, "narrow200": {Width: 960, Height: 640, Scale: 2},
	} {
		b := open(t, datatest.Demo(t), o)
		b.Picture(filepath.Join(dir, "charter-"+name+".png"))
		b.screen.Arrive(PartIdentity)
		b.Picture(filepath.Join(dir, "charter-identity-"+name+".png"))
	}
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Agree this version")
	b.Type("Agreed by", "core team")
	b.Picture(filepath.Join(dir, "charter-agree.png"))
	b.Tap("Agree")
	b.Type("Who belongs", "Everyone who tests")
	b.Leave()
	b.Type("Needs we exist to answer", "A place to ask when a test suite is stuck\nCoffee")
	b.Leave()
	b.Picture(filepath.Join(dir, "charter-changed.png"))
	b.Tap("See what changed")
	b.Picture(filepath.Join(dir, "charter-compare.png"))
	b.Tap("Read")
	b.Picture(filepath.Join(dir, "charter-read.png"))
	b.Fire("charter.addMeasure")
	b.Tap("Save")
	b.Picture(filepath.Join(dir, "charter-form.png"))
	b = open(t, datatest.Founded(t), uitest.Options{})
	b.Picture(filepath.Join(dir, "charter-empty.png"))
	if err := b.store.ChangeCommunity(context.Background(), "", func(c *data.Community) {
		c.Name, c.Tagline, c.Domain = strings.Repeat("W", 60), strings.Repeat("W", 120), "نحن نتعلم معًا كيف نختبر البرامج"
	}); err != nil {
		t.Fatal(err)
	}
	b.Picture(filepath.Join(dir, "charter-long.png"))
}
