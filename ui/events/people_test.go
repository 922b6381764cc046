package events

import (
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
)

// Given an event that was held, when names are found without accents and ticked, then the file has who came; guests too.
func TestTickWhoCame(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(9)
	b.Tap("Tick who came")
	b.Want("5 came. Enter or a tap ticks.")
	b.Type("Find…", "gunes")
	b.WantNot("Žofie Dvořáková")
	b.Tap("Güneş Yıldırım")
	b.Want("6 came. Enter or a tap ticks.")
	b.Type("Find…", "zoe")
	b.Tap("Zoë Marchand-Núñez")
	b.Want("5 came.")
	b.Type("Guests", "2")
	b.Tap("Done")
	present := map[int64]bool{}
	for _, a := range b.Read().Attendance {
		if a.EventID == 9 && a.Present {
			present[a.MemberID] = true
		}
	}
	if len(present) != 5 || !present[11] || present[1] {
		t.Errorf("present are %v", present)
	}
	if got := b.event(9).Guests; got != 2 {
		t.Errorf("%d guests", got)
	}
	b.Want("5 members and 2 guests", "5 and 2 guests")
	b.Undo()
	b.Undo()
	b.Undo()
	b.Want("5 came · minutes due")
}

// Given an event that was held, when a name is typed and Enter pressed, then it is ticked and the field is ready for the next
// name; Down leads from the field into the list.
func TestTickWhoCameByKeys(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(9)
	b.Tap("Tick who came")
	b.Key("Return")
	b.Want("5 came.") // nobody was named
	for _, name := range []string{"gunes", "stefania"} {
		b.Keys(name)
		b.Key("Return")
	}
	b.Want("7 came.", "Åsa Lindqvist")
	b.Keys("stefania")
	b.Key("Down")
	b.Key("Return")
	b.Want("6 came.")
	for _, a := range b.Read().Attendance {
		if a.EventID == 9 && a.MemberID == 11 && a.Present {
			return
		}
	}
	t.Error("Güneş is not ticked")
}

// Given an event to come, when a name is tapped again and again, then the answer goes through yes, no and none.
func TestReplies(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Tap("Note who means to come")
	b.Type("Find…", "gunes")
	answer := func() data.Reply {
		for _, a := range b.Read().Attendance {
			if a.EventID == 10 && a.MemberID == 11 {
				return a.Expected
			}
		}
		return data.ReplyNone
	}
	for _, want := range []data.Reply{data.ReplyYes, data.ReplyNo, data.ReplyNone, data.ReplyYes} {
		b.Tap("Güneş Yıldırım")
		if got := answer(); got != want {
			t.Errorf("the answer is %q, want %q", got, want)
		}
	}
	b.Want("1 says yes.")
	b.Tap("Only those who answered")
	b.Want("said yes")
	b.Tap("Done")
	b.Want("1 said yes, 0 said no")
}

// Given an event, when people are given a part by searching, and taken off again, then the file says who does what.
func TestWhoDoesWhat(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	roles := func(part data.EventPart) (ids []int64) {
		for _, r := range b.Read().EventRoles {
			if r.EventID == 10 && r.Part == part {
				ids = append(ids, r.MemberID)
			}
		}
		return ids
	}
	b.TapNode(b.ByID("button", "add.minutes"))
	b.Type("Find…", "orlov")
	b.Type("Find…", "Орлов")
	b.Tap("Дмитрий Орлов")
	if got := roles(data.PartMinutes); len(got) != 1 || got[0] != 12 {
		t.Errorf("minutes: %v", got)
	}
	b.TapNode(b.ByID("button", "add.speaker"))
	b.Type("Find…", "thordis\n")
	if got := roles(data.PartSpeaker); len(got) != 3 || got[2] != 16 {
		t.Errorf("speakers: %v", got)
	}
	b.TapNode(b.ByID("chip", "part.minutes.12"))
	b.Tap("Take Дмитрий Орлов off")
	if got := roles(data.PartMinutes); len(got) != 0 {
		t.Errorf("minutes: %v", got)
	}
	b.Undo()
	if got := roles(data.PartMinutes); len(got) != 1 {
		t.Errorf("after undo: %v", got)
	}
	b.TapNode(b.ByID("chip", "part.facilitator.3"))
	b.Tap("Show Ελένη Παπαδοπούλου")
	if n := len(b.Visits); n == 0 || b.Visits[n-1].Page != "members" || b.Visits[n-1].Args != int64(3) {
		t.Errorf("visits: %v", b.Visits)
	}
}

// Given an agenda, when lines are added, changed, moved and removed, then the file has them in the order shown.
func TestAgenda(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	agenda := func() string {
		var lines []string
		for _, row := range b.screen.pane.detail.Agenda {
			lines = append(lines, row.Clock+" "+row.Line.Text)
		}
		var kept []string
		for _, l := range b.Read().Agenda {
			if l.EventID == 10 {
				kept = append(kept, l.Text)
			}
		}
		for i := range lines {
			if !strings.HasSuffix(lines[i], kept[i]) {
				t.Errorf("shown %v, kept %v", lines, kept)
			}
		}
		return strings.Join(lines, ", ")
	}
	b.Tap("Add a line")
	b.Type("What happens", "Photo")
	b.Type("Minutes", "many")
	b.Tap("Add")
	if got := b.ErrorAt("Minutes"); got != "Write a whole number." {
		t.Errorf("below Minutes stands %q", got)
	}
	b.Type("Minutes", "3\n")
	if got, want := agenda(), "16:00 Rules, 16:05 Six talks of 5 + 2, 16:47 Open talk, 16:55 Feedback, 17:00 Photo"; got != want {
		t.Errorf("the agenda is %s", got)
	}
	b.Want("63 of 60 minutes", "Take the format's programme")
	b.TapSecondary("Photo")
	b.Tap("Move up")
	b.Tap("Open talk")
	b.Type("Minutes", "4")
	b.Type("Who (may stay empty)", "Ελένη\n")
	b.TapSecondary("Rules")
	b.Tap("Remove line")
	if got, want := agenda(), "16:00 Six talks of 5 + 2, 16:42 Open talk, 16:46 Photo, 16:49 Feedback"; got != want {
		t.Errorf("the agenda is %s", got)
	}
	b.Want("54 of 60 minutes", "Ελένη")
	b.Tap("Take the format's programme")
	if got, want := agenda(), "16:00 Rules, 16:05 Six talks of 5 + 2, 16:47 Open talk, 16:55 Feedback"; got != want {
		t.Errorf("the agenda is %s", got)
	}
	b.Undo()
	b.Want("54 of 60 minutes")
}

// Given votes, when they are entered, then the histogram stands there and a mean from three votes on.
func TestVotes(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(9)
	b.Want("No votes entered.")
	b.Tap("Enter votes")
	b.Type("4", "2")
	b.TapNode(b.ByID("button", "save"))
	b.Want("2 votes; a mean needs 3", "2 votes")
	b.Tap("Enter votes")
	b.Type("5, more than worth it", "-1")
	b.TapNode(b.ByID("button", "save"))
	if got := b.ErrorAt("5, more than worth it"); got != "Write a whole number." {
		t.Errorf("below the field stands %q", got)
	}
	b.Type("5, more than worth it", "2\n")
	b.Want("4.5 from 4 votes", "worth it 4.5 (4)")
	for _, r := range b.Read().Roti {
		if want := (data.Counts{0, 0, 0, 2, 2}); r.EventID == 9 && r.Votes != want {
			t.Errorf("the file has %v", r.Votes)
		}
	}
	b.Undo()
	b.Want("2 votes; a mean needs 3")
}

// Given more votes than people were there, then it is asked first, kept when they are entered once more, and said beside them.
func TestMoreVotesThanPeople(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.arrive(9) // five came
	b.Tap("Enter votes")
	b.Type("4", "36")
	b.TapNode(b.ByID("button", "save"))
	const asked = "36 votes, but 5 people were there."
	b.Want(asked + " Enter them once more if that is right.")
	for _, r := range b.Read().Roti {
		if r.EventID == 9 && r.Votes.Sum() > 0 {
			t.Errorf("kept without asking: %v", r.Votes)
		}
	}
	b.TapNode(b.ByID("button", "save"))
	b.Want("4.0 from 36 votes", asked+" Please look.")
	b.Tap("Enter votes")
	b.Type("4", "5")
	b.TapNode(b.ByID("button", "save"))
	b.Want("4.0 from 5 votes")
	b.WantNot("Please look.")
}

// Given minutes that are written and not published, then the list asks to write them no more.
func TestListKnowsWhatIsWritten(t *testing.T) {
	b := open(t, datatest.Demo(t), tall)
	b.Want("minutes missing", "5 came · minutes due")
	for _, id := range []int64{8, 9} {
		b.arrive(id)
		b.Type("What was decided", "Again in spring")
		b.Leave()
	}
	b.Want("minutes not published", "5 came · minutes not published")
	b.WantNot("minutes missing", "minutes due")
}
