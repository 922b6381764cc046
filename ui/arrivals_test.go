package ui

import (
	"testing"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Whatever Overview, the road and the red thread lead to arrives: the page shows the very thing, or begins it with what is known
// filled in.
func TestEveryWayArrives(t *testing.T) {
	node := func(kind data.PlaceKind, id int64) data.Place { return data.Place{Kind: kind, ID: id} }
	begun := func(row any) kit.Begun { return kit.Begun{Row: row} }
	for _, tc := range []struct {
		name, page string
		args       any
		want       []string
	}{
		{"people", "members", []int64{9, 11, 16}, []string{"Nguyễn Thị Hạnh", "Güneş Yıldırım", "Þórdís Jónsdóttir"}},
		{"a person", "members", int64(16), []string{"Þórdís Jónsdóttir"}},
		{"a level", "members", data.Core, []string{"Łukasz Wiśniewski"}},
		{"somebody to write to", "members", begun(data.FollowUp{MemberID: 5, Rule: "C30"}), []string{"Write to Олена Шевченко", "Would you like to join the core team?"}},
		{"another member", "members", begun(data.Member{}), []string{"Add member"}},
		{"a field of the charter", "charter", "primaryPurpose", []string{"What we are here for"}},
		{"the review", "charter", "reviewOn", []string{"Review"}},
		{"sponsors", "members", node(data.PlaceSponsors, 0), []string{"Amélie Fournier"}},
		{"a phase", "charter", data.Grow, []string{"How does someone join and find their feet?"}},
		{"a measure", "charter", node(data.PlaceMeasure, 1), []string{"Reruns of flaky tests in Payments"}},
		{"a box", "charter", data.BoxPlace(data.BoxHow), []string{"Which activities will carry us there?"}},
		{"a contact", "members", begun(data.SponsorContact{On: today, Kind: data.ContactReport}), []string{"Amélie Fournier", "Sat 21 Nov 2026"}},
		{"an event", "events", int64(8), []string{"Accessibility checks by hand"}},
		{"an event on the thread", "events", node(data.PlaceEvent, 6), []string{"Approval-testing lab"}},
		{"who came", "events", node(data.PlaceAttendance, 6), []string{"Approval-testing lab"}},
		{"another event", "events", begun(data.Event{Format: "backlog_refinement", On: today.AddDays(14)}), []string{"Sat 5 Dec 2026", "Backlog refinement"}},
		{"minutes", "events", begun(data.Minutes{EventID: 8}), []string{"Accessibility checks by hand"}},
		{"an announcement", "events", begun(data.Announcement{EventID: 10}), []string{"Second lightning round", "Note as announced"}},
		{"an item", "backlog", int64(12), []string{"Slow interface suite in Payments"}},
		{"an item on the thread", "backlog", node(data.PlaceItem, 12), []string{"Slow interface suite in Payments"}},
		{"a story", "backlog", node(data.PlaceStory, 1), []string{"flaky-test checklist"}},
		{"another item", "backlog", begun(data.Item{Title: "More time to lead the community", Kind: data.KindSponsorAsk, OwnerID: 1}),
			[]string{"More time to lead the community", "Add item"}},
		{"another story", "backlog", begun(data.ValueStory{ItemID: 3}), []string{"Keep the story"}},
		{"a round", "health", int64(1), []string{"14 of 21"}},
		{"a card", "health", data.CardPlace("safety"), []string{"Safe to be honest"}},
		{"another round", "health", begun(data.Round{}), []string{"Start the round"}},
		{"a document", "share", "results", []string{"Results workbook"}},
		{"what to look at by its place", "members", node(data.PlaceMember, 16), []string{"Þórdís Jónsdóttir"}},
		{"a field by its place", "charter", data.CharterPlace("domain"), []string{"Shared interest"}},
		{"the canvas", "charter", data.CharterPlace("canvas"), []string{"Which activities will carry us there?"}},
		{"the board at an item", "backlog", node(data.PlaceBoard, 12), []string{"Slow interface suite in Payments"}},
		{"the stories", "backlog", node(data.PlaceStories, 0), []string{"What came of it", "Consent"}},
		{"a round by its place", "health", node(data.PlaceRound, 1), []string{"14 of 21"}},
		{"a document by its place", "share", data.Place{Kind: data.PlaceDocument, Key: "sponsor"}, []string{"Sponsor report"}},
		{"where things come in", "intake", kit.Bring{Likely: exchange.People}, []string{"What do you have already?", "Paste here"}},
		{"a list that was copied", "intake", kit.Bring{Text: "Ada Lovelace\nGrace Hopper"}, []string{"Ada Lovelace", "Bring 2 rows in"}},
		{"the road", "road", nil, []string{"17 of 21"}},
		{"a setting", "settings", data.BalanceSetting, []string{"Show giving and receiving of a person"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			st := setStage(t, uitest.Options{})
			st.start(Start{Demo: true})
			st.w.goTo(tc.page, tc.args)
			st.Settle()
			st.noTrouble()
			if at := st.w.shell.at.spec.name; at != tc.page {
				t.Errorf("shown is %s", at)
			}
			st.Want(tc.want...)
		})
	}
}
