package health

import (
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data/datatest"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given the demo's last round, when it is talked through, then the card with two camps comes first, the concern next, each large
// with its question, and after the last the results are back.
func TestTalkItThrough(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	b.Tap("Discuss in the meeting")
	b.Want("Card 1 of 14", "Time and backing", "Who needs to hear this?")
	b.WantNot("Comments", "Growing in my craft", "standard deviation", "silent")
	b.TapNode(b.ByID("button", "card.more"))
	b.Want("standard deviation", "silent people all said 1")
	b.TapNode(b.ByID("button", "card.more"))
	b.WantNot("standard deviation")
	b.TapNode(b.ByID("button", "talk.next"))
	b.Want("Card 2 of 14", "Pace and rhythm")
	b.TapNode(b.ByID("button", "talk.back"))
	b.Want("Card 1 of 14")
	for range 13 {
		b.TapNode(b.ByID("button", "talk.next"))
	}
	b.Want("Card 14 of 14", "End")
	b.TapNode(b.ByID("button", "talk.next"))
	b.WantNot("Card 14 of 14")
	b.Want("Discuss in the meeting", "Growing in my craft")
}

// Given a card is talked about, when a small step is put on the board, then it stands there with the card, and the talk goes on.
func TestStepFromTheTalk(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	before := len(b.Read().Items)
	b.Fire("health.talk")
	b.TapNode(b.ByID("button", "talk.step"))
	b.Type("Next small step", "Tell the managers what we do")
	b.Tap("Put it on the board")
	items := b.Read().Items
	if len(items) != before+1 || items[before].Card != "support" {
		t.Errorf("the board has %+v", items[before:])
	}
	b.Want("Card 1 of 14")
	b.TapNode(b.ByID("button", "talk.end"))
	b.Want("Discuss in the meeting")
}

// Given a round, then its documents and letters are asked for from here, of that round; a file that is only read too.
func TestDocumentsOfTheRound(t *testing.T) {
	for _, readOnly := range []bool{false, true} {
		b := open(t, datatest.Demo(t), uitest.Options{ReadOnly: readOnly})
		round, _ := b.screen.state.Round()
		for _, c := range []struct {
			button, item string
			want         kit.Paper
		}{
			{"health.print", "Print what we said in Round 2", kit.Paper{Document: "group", RoundID: round.ID}},
			{"health.print", "Print the health cards", kit.Paper{Document: "cards"}},
			{"health.share", "E-mail what we said in Round 2", kit.Paper{Document: "group", RoundID: round.ID, Mail: true}},
			{"health.share", "E-mail the results of Round 2 to the sponsors", kit.Paper{Document: "results", RoundID: round.ID, Mail: true}},
		} {
			b.TapNode(b.ByID("button", c.button))
			b.Tap(c.item)
			if last := b.Visits[len(b.Visits)-1]; last.Page != "share" || last.Args != c.want {
				t.Errorf("%s: went to %+v", c.item, last)
			}
		}
	}
}

// Given the buttons at the head of the page, when a round is talked through, counts are entered or a round is closed, then each stays where
// it is, and no other one comes into its place; Escape leaves the talk.
func TestTheHeadOfARoundMovesNoButton(t *testing.T) {
	b := open(t, datatest.Demo(t), uitest.Options{})
	at := func(id string) fyne.Position { return b.ByID("button", id).At }
	talk, another := at("health.talk"), at("health.new")
	b.Tap("Discuss in the meeting")
	if at("health.talk") != talk || at("health.new") != another {
		t.Error("beginning to talk moved a button")
	}
	b.TapNode(b.ByID("button", "health.talk")) // the second press of a double click
	b.Want("Card 1 of 14")
	if !b.screen.StepOut() || b.screen.StepOut() {
		t.Error("stepping out doesn't end the talk, once")
	}
	b.WantNot("Card 1 of 14")
	b.Tap("New round")
	b.Type("Name", "Winter")
	b.Tap("Start the round")
	invite, done := at("health.mailSurvey"), at("health.close")
	b.Tap("Enter counts")
	if at("health.mailSurvey") != invite || at("health.close") != done {
		t.Error("beginning to count moved a button")
	}
	b.Type("How many answered this way", "6")
	b.Leave()
	b.Settle()
	if at("health.mailSurvey") != invite || at("health.close") != done {
		t.Error("the first answers moved a button")
	}
}
