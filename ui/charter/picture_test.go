package charter

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/ui/uitest"
)

// TestPicture draws the parts, to be looked at.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for _, p := range Parts {
		b := open(t, datatest.Demo(t), uitest.Options{})
		b.screen.Arrive(p)
		b.Keep("charter-" + string(p))
	}
	for name, o := range map[string]uitest.Options{
		"dark": {Dark: true}, "80": {Scale: 0.8}, "200": {Scale: 2}, "narrow": {Width: 960, Height: 640}, "narrow200": {Width: 960, Height: 640, Scale: 2},
	} {
		b := open(t, datatest.Demo(t), o)
		b.Keep("charter-" + name)
		b.screen.Arrive(PartIdentity)
		b.Keep("charter-identity-" + name)
	}
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Agree this version")
	b.Type("Agreed by", "core team")
	b.Keep("charter-agree")
	b.Tap("Agree")
	b.Type("Who belongs", "Everyone who tests")
	b.Leave()
	b.Type("Needs we exist to answer", "A place to ask when a test suite is stuck\nCoffee")
	b.Leave()
	b.Keep("charter-changed")
	b.Tap("See what changed")
	b.Keep("charter-compare")
	b.Tap("Read")
	b.Keep("charter-read")
	b.Fire("charter.addMeasure")
	b.Tap("Save")
	b.Keep("charter-form")
	b = open(t, datatest.Founded(t), uitest.Options{})
	b.Keep("charter-empty")
	if err := b.Store.ChangeCommunity(context.Background(), "", func(c *data.Community) {
		c.Name, c.Tagline, c.Domain = strings.Repeat("W", 60), strings.Repeat("W", 120), "نحن نتعلم معًا كيف نختبر البرامج"
	}); err != nil {
		t.Fatal(err)
	}
	b.Keep("charter-long")
}
