package members

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a community with sponsors, then they stand behind a chip beside the people, and everything about them is done there.
func TestSponsorsStandWithThePeople(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.WantNot("Amélie Fournier")
	b.Tap("More")
	b.Tap("Sponsors 2")
	b.Want("Amélie Fournier", "Engineering director", "hopes for: Fewer late defects and teams that help one another", "Add sponsor")
	b.WantNot("Łukasz Wiśniewski")
	b.screen.New()
	b.Type("Name", "Sofía Núñez")
	b.Tap("Save")
	if n := len(b.Read().Sponsors); n != 3 {
		t.Fatalf("the file has %d sponsors", n)
	}
	b.Want("Sponsors 3", "Sofía Núñez")
	b.Undo()
	b.Want("Sponsors 2")
	b.Tap("Everyone 24")
	b.Want("Łukasz Wiśniewski", "Add member")
	b.WantNot("Amélie Fournier")
}

// Given the sponsors in view, when words are searched, then the sponsors are found that hold them, and the people that do once they are shown.
func TestSearchFindsSponsors(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("More")
	b.Tap("Sponsors 2")
	b.Type("Find…", "amelie director")
	b.Want("Amélie Fournier", "Sponsors 2")
	if n := len(b.FindAll("Follow up")); n != 1 {
		t.Errorf("%d sponsors are shown", n)
	}
	b.Type("Find…", "lukasz")
	b.Want("No sponsor is found.")
	b.WantNot("Amélie Fournier")
	b.Tap("Everyone 24")
	b.Want("Łukasz Wiśniewski")
	b.WantNot("Žofie Dvořáková")
	b.screen.EndFind()
	b.Tap("More")
	b.Tap("Sponsors 2")
	b.Want("Amélie Fournier")
}

// Given the sponsors in view, when somebody of the people is gone to, then the people are shown, also where it is who was shown last.
func TestArrivingAtAPersonLeavesTheSponsors(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	for _, id := range []int64{6, 6} {
		b.screen.Arrive(data.Place{Kind: data.PlaceSponsors})
		b.screen.Arrive(id)
		b.Settle()
		b.Want("Last seen")
		b.WantNot("Amélie Fournier")
	}
}

// Given what other pages lead to or begin, then the sponsors come into view, with the form.
func TestArrivingAtSponsors(t *testing.T) {
	for name, tc := range map[string]struct {
		args any
		want []string
	}{
		"them":        {data.Place{Kind: data.PlaceSponsors}, []string{"Amélie Fournier", "Note a talk or report"}},
		"a contact":   {kit.Begun{Row: data.SponsorContact{SponsorID: 2, Kind: data.ContactReport}}, []string{"Note a talk or report", "Κατερίνα Δήμου"}},
		"a sponsor":   {kit.Begun{Row: data.Sponsor{}}, []string{"Add sponsor", "What they hope for"}},
		"a report":    {kit.Begun{Row: data.SponsorReport{Lines: "Better"}}, []string{"Note a report", "Better"}},
		"a follow-up": {kit.Begun{Row: data.FollowUp{SponsorID: 2, What: "Ask for hours"}}, []string{"Ask for hours"}},
	} {
		b := open(t, datatest.Demo(t), uitest.Options{})
		b.screen.Arrive(tc.args)
		b.Settle()
		b.Want(tc.want...)
		for b.Win.Canvas().Overlays().Top() != nil {
			b.Win.Canvas().Overlays().Remove(b.Win.Canvas().Overlays().Top())
		}
		if b.Want("Amélie Fournier"); b.screen.state.group != Sponsors {
			t.Errorf("%s leads to %s", name, b.screen.state.group)
		}
	}
}

// Given a community that wants no sponsors, then nothing of them is offered.
func TestNoSponsorsWhereNoneAreWanted(t *testing.T) {
	st := datatest.Founded(t)
	if err := st.ChangeCommunity(t.Context(), store.Visit{}, func(c *data.Community) { c.Kind = data.Hobby }); err != nil {
		t.Fatal(err)
	}
	b := open(t, st, uitest.Options{})
	b.WantNot("Sponsors")
	if b.Fire("members.addSponsor") {
		t.Error("a sponsor can be added")
	}
}

// Pictures of the sponsors beside the people, to be looked at.
func TestSponsorsPictures(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "200": {Scale: 2}} {
		b := open(t, datatest.Demo(t), o)
		b.screen.Arrive(data.Place{Kind: data.PlaceSponsors})
		b.Keep("sponsors-" + name)
	}
	b := open(t, datatest.Founded(t), uitest.Options{})
	b.screen.Arrive(data.Place{Kind: data.PlaceSponsors})
	b.Keep("sponsors-empty")
}
