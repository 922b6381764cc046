package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// begins and ends of every letter: whom it greets and who signs it.
func greets(t *testing.T, l reports.Letter, want string) {
	t.Helper()
	if !strings.HasPrefix(l.Text, want+"\n\n") || !strings.HasSuffix(l.Text, "\n\nZoë Marchand-Núñez\nΠυξίδα\n") {
		t.Errorf("%s to %d and %d reads\n%s\nwant %q first", l.Name, len(l.To), len(l.Bcc), l.Text, want)
	}
}

// Given letters to all, to one, to those who were there and to the sponsors, then each greets those it goes to, and the leader signs.
func TestLettersGreetTheirReaders(t *testing.T) {
	all, one := addressed(t), demoSnapshot(t)
	for i := range one.Members {
		one.Members[i].Email = ""
	}
	one.Members[2].Email, one.Members[2].Called = "lena@example.org", "Lena"
	all.Rounds[1].ClosedOn, one.Rounds[1].ClosedOn = 0, 0
	for _, name := range []string{"announce", "minutes", "minutes-pdf", "digest", "group", "page", "survey", "year"} {
		greets(t, letter(t, name, all, options()), "Good day to everyone in Πυξίδα,")
		greets(t, letter(t, name, one, options()), "Good day Lena,")
	}
	opt := options()
	opt.MemberID = one.Members[2].ID
	greets(t, letter(t, "person", one, opt), "Good day Lena,")
	greets(t, letter(t, "thanks", one, opt), "Good day Lena,")
	all.Events[6].Confidential, opt.EventID = true, all.Events[6].ID
	greets(t, letter(t, "minutes", all, opt), "Good day to all who were there,")

	all.Rounds[1].ClosedOn = today.AddDays(-10)
	greets(t, letter(t, "sponsor", all, options()), "Good day Amélie Fournier and Κατερίνα Δήμου,")
	for i := range 3 {
		all.Sponsors = append(all.Sponsors, data.Sponsor{ID: int64(90 + i), Name: fmt.Sprint("Sponsor ", i), Email: fmt.Sprintf("more%d@example.org", i)})
	}
	greets(t, letter(t, "sponsor", all, options()), "Good day to our sponsors,")
}

// Given a channel for talk and one for minutes, then announcement and minutes say where to go on, with hour, place or link.
func TestAnnouncementAndMinutesSayWhereToGoOn(t *testing.T) {
	snap := addressed(t)
	snap.Channels = []data.Channel{{ID: 1, Name: "Chat #testing", Link: "https://chat.example/testing", Use: data.UseDiscuss},
		{ID: 2, Name: "Wiki space", Link: "https://wiki.example/compass", Use: data.UseArchive}}
	next := slices.IndexFunc(snap.Events, func(e data.Event) bool { return e.Title == "Second lightning round" })
	snap.Events[next].Link = "https://meet.example/compass"
	l := letter(t, "announce", snap, options())
	said(t, "the announcement", l.Text, "Saturday, 5 Dec 2026, 16:00–17:00", "Room Halley", "https://meet.example/compass", "Talk about it: Chat #testing · https://chat.example/testing")
	l = letter(t, "minutes", snap, options())
	said(t, "the minutes", l.Text, "Kept in: Wiki space · https://wiki.example/compass", "Talk about it: Chat #testing · https://chat.example/testing",
		"Next: Second lightning round, Saturday, 5 Dec 2026, 16:00–17:00 (time in Berlin), Room Halley, https://meet.example/compass")
	content, _ := write(t, "announce", snap, options())
	said(t, "the text", string(content), "Chat #testing · https://chat.example/testing", "— Zoë Marchand-Núñez · Πυξίδα")
	content, _ = write(t, "digest", snap, options())
	said(t, "the digest", string(content), "16:00–17:00 (time in Berlin): Second lightning round, Room Halley, https://meet.example/compass")
	snap.Events[next].Status = data.StatusCancelled
	opt := options()
	opt.EventID = snap.Events[next].ID
	greets(t, letter(t, "announce", snap, opt), "Good day to everyone in Πυξίδα,")
}

// Given a pitch, then it lies with what goes to sponsors, and its letter to nobody who is one already.
func TestAPitchGoesToASponsorToBe(t *testing.T) {
	doc, err := reports.Find("pitch")
	if err != nil || doc.Group != reports.ForSponsors {
		t.Errorf("it is for %q, %v", doc.Group, err)
	}
	l := letter(t, "pitch", addressed(t), options())
	greets(t, l, "Good day,")
	if len(l.To)+len(l.Bcc) > 0 || !strings.Contains(l.Text, "what we ask of you") {
		t.Errorf("to %v, hidden to %v:\n%s", l.To, l.Bcc, l.Text)
	}
}
