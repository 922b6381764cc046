package room_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"copleader/data/room"
)

// Given a chat as each program writes it, then its messages are told apart, with who wrote them.
func TestAChatIsReadAsProgramsWriteIt(t *testing.T) {
	want := []room.Message{{"Anna Berg", "4"}, {"Łukasz Wiśniewski", "3 – too long"}, {"ليلى حدّاد", "5"}}
	for name, chat := range map[string]string{
		"times in brackets":    "[16:03] Anna Berg\n4\n\n[16:03] Łukasz Wiśniewski\n3 – too long\n[16:04] ليلى حدّاد\n5\n",
		"with the day":         "[Yesterday 16:03] Anna Berg:\n4\n[10:42 • 13/08/2026] Łukasz Wiśniewski:\n3 – too long\n[Mo., 30.11.2026 16:03] ليلى حدّاد\n5",
		"from, to everyone":    "16:03:12\t From  Anna Berg  to  Everyone : 4\n16:03:15\t From  Łukasz Wiśniewski  to  Everyone : 3 – too long\n16:03:40\t From ليلى حدّاد to Everyone:\n\t5",
		"times and tabs":       "00:58:04\tAnna Berg:\t4\n00:58:20\tŁukasz Wiśniewski:\t3 – too long\n00:59:01\tليلى حدّاد:\t5",
		"time behind the name": "Anna Berg  4:03 PM\n4\nŁukasz Wiśniewski [4:03 PM]\n3 – too long\nليلى حدّاد 16:04\n5",
		"time on its line":     "Anna Berg\n16:03\n4\nŁukasz Wiśniewski\n16:03\n3 – too long\nليلى حدّاد\n16:04\n5",
		"to everyone, time":    "from Anna Berg to everyone:    4:03 PM\n4\nfrom Łukasz Wiśniewski to everyone:    4:03 PM\n3 – too long\nfrom ليلى حدّاد to everyone:    4:04 PM\n5",
		"names and colons":     "Anna Berg: 4\nŁukasz Wiśniewski: 3 – too long\nليلى حدّاد: 5",
		"angled":               "<Anna Berg> 4\n<Łukasz Wiśniewski> 3 – too long\n<ليلى حدّاد> 5",
		"in German":            "16:03:12 Von Anna Berg an alle: 4\r\n16:03:13 Von Łukasz Wiśniewski an alle: 3 – too long\r\n16:03:14 Von ليلى حدّاد an alle: 5\r\n",
	} {
		if got := room.ReadChat(chat); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read are\n%q, want\n%q", name, got, want)
		}
	}
	if got := room.ReadChat("4\n\n3 – too long\n5\n"); !reflect.DeepEqual(got, []room.Message{{"", "4"}, {"", "3 – too long"}, {"", "5"}}) {
		t.Errorf("without names, read are %q", got)
	}
	if got := room.ReadChat("[16:03] Anna Berg\nNote: see\nhttps://example.org/a:b\n"); len(got) != 1 || got[0].Author != "Anna Berg" {
		t.Errorf("a message of several lines is read as %q", got)
	}
}

// Given messages as people write them, then an answer counts where nobody would doubt it, and else is shown to the leader.
func TestWhatCountsAsAnAnswer(t *testing.T) {
	for _, tc := range []struct {
		question room.Question
		text     string
		shown    string // "" for no answer, "?" for unclear
	}{
		{room.Scale(5), "4", "4"}, {room.Scale(5), " 4! ", "4"}, {room.Scale(5), "3 – too long", "3"}, {room.Scale(5), "3 - too long", "3"},
		{room.Scale(5), "4/5", "4"}, {room.Scale(5), "4 of 5", "4"}, {room.Scale(5), "4 von 5, gern", "4"}, {room.Scale(5), "4️⃣", "4"},
		{room.Scale(5), "⭐⭐⭐", "3"}, {room.Scale(5), "*2", "2"}, {room.Scale(5), "2 because nobody asked", "2"}, {room.Scale(5), "5 🎉", "5"},
		{room.Scale(5), "4 or 5", "?"}, {room.Scale(5), "3-4", "?"}, {room.Scale(5), "3,5", "?"}, {room.Scale(5), "3.5", "?"},
		{room.Scale(5), "2 minutes please", "?"}, {room.Scale(5), "4 people here", "?"}, {room.Scale(5), "4/10", "?"},
		{room.Scale(5), "sorry, 4", "?"}, {room.Scale(5), "I give it a 3!", "?"}, {room.Scale(5), "we are 12", ""}, {room.Scale(5), "room 7 is where all of us shall meet at 4", ""},
		{room.Scale(5), "6", ""}, {room.Scale(5), "0", ""}, {room.Scale(5), "42", ""}, {room.Scale(5), "-4", ""}, {room.Scale(5), "hello", ""},
		{room.Scale(5), "", ""}, {room.Scale(5), "I can't hear you", ""}, {room.Scale(10), "10", "10"}, {room.Scale(10), "10/10", "10"},
		{room.For(), "+1", "+1"}, {room.For(), "-1", "–1"}, {room.For(), "−1", "–1"}, {room.For(), "👍🏽", "+1"}, {room.For(), "👍👍", "+1"}, {room.For(), "Yes!", "+1"},
		{room.For(), "nein, zu früh", "–1"}, {room.For(), "no", "–1"}, {room.For(), "No idea what you mean", "?"}, {room.For(), "+10", ""},
		{room.Letters(3), "A", "A"}, {room.Letters(3), "b)", "B"}, {room.Letters(3), "c, as it is shorter", "C"}, {room.Letters(3), "(a)", "A"},
		{room.Letters(3), "A or B", "?"}, {room.Letters(3), "A talk would help", "?"}, {room.Letters(3), "D", ""}, {room.Letters(3), "Anna here", ""},
		{room.Letters(3), "А", "A"}, {room.Letters(3), "в", "B"}, {room.Letters(3), "Β", "B"}, {room.Letters(3), "а понятно", ""},
	} {
		c := tc.question.Count([]room.Message{{"Anna", tc.text}})
		got := ""
		for i, n := range c.Votes {
			if n == 1 {
				got = tc.question.Answers[i].Shown
			}
		}
		if len(c.Unclear) == 1 {
			got = "?"
		}
		if got != tc.shown {
			t.Errorf("%q counts as %q, want %q", tc.text, got, tc.shown)
		}
	}
}

// Given thirty people, with nonsense between, a person under two spellings, one who corrects herself and one who can't decide, then each
// counts once by the last vote, and what nobody can count for sure is shown without a name.
func TestAChatOfThirtyIsCountedOnceAPerson(t *testing.T) {
	var chat strings.Builder
	write := func(who, text string) { fmt.Fprintf(&chat, "[16:03] %s\n%s\n", who, text) }
	for i := range 26 {
		write(fmt.Sprintf("Person %c", 'A'+i), fmt.Sprint(1+i%5))
		if i%4 == 0 {
			write(fmt.Sprintf("Person %c", 'A'+i), "sorry, my dog\nhe barks: 5")
		}
	}
	write("Zoë Müller", "2")
	write("Mueller, Zoe", "4")
	write("Greta Günther", "5")
	write("Greta Günther (Guest)", "*1 sorry")
	write("Greta Günther", "1 – sorry")
	write("Otto", "3 or 4")
	write("Max", "hello all")
	write("", "")

	c := room.Scale(5).Count(room.ReadChat(chat.String()))
	want := room.Count{Votes: []int{6 + 1, 5, 5, 5 + 1, 5}, Voters: 28, Changed: 2, Unclear: []room.Unclear{{"3 or 4", -1}}, Others: 1}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("counted is\n%+v, want\n%+v", c, want)
	}
}

// Given somebody whose last answer is unclear, then the one before counts until it is decided, and is told, so that nobody counts twice; an
// unclear answer that a clear one follows is no longer asked about.
func TestAnUnclearAnswerTakesTheVoteBefore(t *testing.T) {
	c := room.Scale(5).Count(room.ReadChat("[16:03] Ada\n4\n[16:03] Bo\n1 or 2\n[16:04] Ada\n4 or 5\n[16:05] Ada\n3 or 4\n[16:05] Bo\n2\n[16:06] Cy\n1 or 2\n"))
	want := room.Count{Votes: []int{0, 1, 0, 1, 0}, Voters: 2, Unclear: []room.Unclear{{"3 or 4", 3}, {"1 or 2", -1}}}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("counted is\n%+v, want\n%+v", c, want)
	}
}

// Given votes as programs write bold ones, then they count.
func TestBoldVotesCount(t *testing.T) {
	c := room.Scale(5).Count(room.ReadChat("[16:03] Ada\n**3**\n[16:03] Bo\n*4*\n[16:03] Cy\n__5__ great\n"))
	if c.Voters != 3 || len(c.Unclear) != 0 {
		t.Errorf("counted is %+v", c)
	}
}

// Given votes in digits and words of other languages, then they count; who wrote something else is counted as that.
func TestVotesOfOtherLanguagesCount(t *testing.T) {
	got := room.Scale(5).Count(room.ReadChat("[16:03] 王晓梅\n５\n[16:03] ليلى حدّاد\n٣\n[١٦:٠٤] अमृता\n४ – ठीक\n[16:05] Max\nhello all\n"))
	if want := (room.Count{Votes: []int{0, 0, 1, 1, 1}, Voters: 3, Others: 1}); !reflect.DeepEqual(got, want) {
		t.Errorf("counted is %+v, want %+v", got, want)
	}
	got = room.For().Count(room.ReadChat("[16:03] Анна\nда, конечно\n[16:03] ليلى\nنعم\n[16:04] 王\n好的\n[16:04] Kim\nTak\n[16:04] Ελένη\nόχι\n" +
		"[16:05] Søren\nNej\n[16:06] Max\nhello\n[16:06] Max\n+1\n[16:07] Eve\nlol\n[16:07] Eve\nlol\n"))
	if want := (room.Count{Votes: []int{5, 2}, Voters: 7, Others: 1}); !reflect.DeepEqual(got, want) {
		t.Errorf("counted is %+v, want %+v", got, want)
	}
}

// Given a chat that was copied without names, then every message counts, and that is told.
func TestAChatWithoutNamesCountsMessages(t *testing.T) {
	c := room.For().Count(room.ReadChat("+1\n+1\n👎\nlol\n+1"))
	if want := (room.Count{Votes: []int{3, 1}, Voters: 4, Nameless: true}); !reflect.DeepEqual(c, want) {
		t.Errorf("counted is %+v, want %+v", c, want)
	}
}

// FuzzReadChat looks for texts that end in a panic, or in more votes than lines.
func FuzzReadChat(f *testing.F) {
	f.Add("[16:03] Anna Berg\n4\n\n<b> 3\nx: 4\n16:03 y\n")
	f.Add("From a to Everyone: ⭐⭐\n4️⃣\n")
	f.Fuzz(func(t *testing.T, text string) {
		c := room.Scale(5).Count(room.ReadChat(text))
		if c.Voters > strings.Count(text, "\n")+1 {
			t.Errorf("%d people voted on %q", c.Voters, text)
		}
	})
}
