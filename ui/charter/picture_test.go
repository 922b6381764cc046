package charter

import (
	"context"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
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
	if err := b.Store.ChangeCommunity(context.Background(), store.Visit{}, func(c *data.Community) {
		c.Name, c.Tagline, c.Domain = strings.Repeat("W", 60), strings.Repeat("W", 120), "نحن نتعلم معًا كيف نختبر البرامج"
	}); err != nil {
		t.Fatal(err)
	}
	b.Keep("charter-long")
}

// TestPictureOfWhatIsOpen draws what stays out of sight until it is wanted.
func TestPictureOfWhatIsOpen(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	ctx := context.Background()
	b := open(t, datatest.Demo(t), uitest.Options{})
	today := datatest.Today
	for _, err := range []error{
		store.Rows(b.Store, store.FollowUps).Save(ctx, &data.FollowUp{SponsorID: 1, What: "A word with the other directors", State: data.Asked, On: today.AddDays(-9), Due: today.AddDays(-1), Note: "She offered it herself."}),
		store.Rows(b.Store, store.FollowUps).Save(ctx, &data.FollowUp{SponsorID: 2, What: "Budget for a guest", State: data.SaidYes, On: today.AddDays(-30), Due: today.AddDays(14)}),
		store.Rows(b.Store, store.Reports).Save(ctx, &data.SponsorReport{From: today.AddDays(-91), Until: today, Lines: "Fewer reruns.\nFewer people come.\nWe ask for two hours.", Asks: "Two hours a month", SentOn: today, SentTo: "both sponsors"}),
		b.Store.ChangeCommunity(ctx, store.Visit{}, func(c *data.Community) { c.Stage, c.Phase = data.Coalescing, data.Define }),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, v := range []string{"28 %", "24 %", "25 %", "21 %"} {
		if err := store.Rows(b.Store, store.MeasureValues).Save(ctx, &data.MeasureValue{MeasureID: 1, On: today.AddDays(30*i - 120), Value: v}); err != nil {
			t.Fatal(err)
		}
	}
	openSponsors(t, b.Store, uitest.Options{}).Keep("open-sponsors")
	b.screen.Arrive(PartStage)
	b.TapNode(b.ByID("button", "stages"))
	b.Keep("open-stage")
	b.screen.Arrive(PartDefine)
	b.Keep("open-define")
	b.screen.Arrive(PartDesign)
	b.Keep("open-design")
	b.screen.Arrive(PartMeasures)
	b.Tap("Red thread: 1 link")
	b.Keep("open-measures")
	b.screen.Arrive(PartCanvas)
	b.Tap("Put 3 lines on the board…")
	b.Keep("open-offer")
	for name, o := range map[string]uitest.Options{"dark": {Dark: true}, "200": {Scale: 2}, "narrow200": {Width: 960, Height: 640, Scale: 2}} {
		b := open(t, datatest.Demo(t), o)
		for _, p := range []Part{PartStage, PartMeasures, PartGrow} {
			b.screen.Arrive(p)
			b.Keep("open-" + string(p) + "-" + name)
		}
	}
	b = open(t, datatest.Founded(t), uitest.Options{})
	for _, p := range []Part{PartStage, PartMeasures, PartDesign} {
		b.screen.Arrive(p)
		b.Keep("open-" + string(p) + "-empty")
	}
}
