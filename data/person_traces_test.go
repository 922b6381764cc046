package data_test

import (
	"strings"
	"testing"

	. "copleader/data"
)

func TestNamesAreFoundAsWordsOfTheirOwn(t *testing.T) {
	roster := &Snapshot{Members: []Member{
		{ID: 1, Name: "Zoë Marchand-Núñez", SortAs: "Marchand-Núñez, Zoë", Called: "Zoë", Email: "zoe@example.org", Phone: "+49 30 1234567"},
		{ID: 2, Name: "王晓梅"}, {ID: 3, Name: "Al Green"}, {ID: 4, Name: "Al Green"}, {ID: 5, Name: "نور الهدى بنعلي"}, {ID: 6, Name: "Ada", SortAs: "Lovelace"},
	}}
	for _, c := range []struct {
		who        int64
		text, want string
	}{
		{1, "Led by Zoë Marchand-Núñez.", "Led by former member 1."},
		{1, "(Marchand-Núñez, Zoë)", "(former member 1)"},
		{1, "Zoë\nMarchand-Núñez and  Zoë  Marchand-Núñez's team", "former member 1 and  former member 1's team"},
		{1, "zoë marchand-núñez", "former member 1"},
		{1, "ask ZOE MARCHAND NUNEZ; Marchand Nunez, Zoe too", "ask former member 1; former member 1 too"},
		{1, "Zoe Marchand, Nunez", "Zoe Marchand, Nunez"},
		{1, "call +49 (30) 123 45-67, 12:00", "call +former member 1, 12:00"},
		{1, "4930123456789", "4930123456789"},
		{1, "Zoë spoke", "Zoë spoke"},
		{1, "Zoë Marchand-Núñezová", "Zoë Marchand-Núñezová"},
		{1, "Write to ZOE@example.org, please.", "Write to former member 1, please."},
		{1, "zoe@example.org", ""},
		{1, "other.zoe@example.org, zoe@example.orga", "other.zoe@example.org, zoe@example.orga"},
		{2, "我们感谢王晓梅的报告", "我们感谢former member 1的报告"},
		{3, "Al Green", "Al Green"},
		{5, "شكرا نور الهدى بنعلي!", "شكرا former member 1!"},
		{6, "Ada and Adam; Lovelace", "former member 1 and Adam; Lovelace"},
		{6, "", ""},
	} {
		m, _ := roster.MemberByID(c.who)
		traces := roster.TracesOf(m)
		if got := traces.Replace(c.text, "former member 1"); got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
		if traces.Names(c.text) != (c.text != c.want) {
			t.Errorf("%q: Names %t", c.text, traces.Names(c.text))
		}
	}
}

// Given a name jotted down without accents or capitals, then it goes, as lists would take it for the same; one whose words are turned round
// is pointed out.
func TestErasePlanFindsNamesJottedDown(t *testing.T) {
	for text, want := range map[string]string{
		"ask soren odegaard":               "!ask soren odegaard",
		"SØREN ØDEGAARD knows":             "!SØREN ØDEGAARD knows",
		"Søren Ødegaard, soren ødegaard":   "!Søren Ødegaard, soren ødegaard !Søren Ødegaard, soren ødegaard",
		"soren odegaards and a soren":      "",
		"Soeren, SO\u0308REN ØDEGAARD":     "!Soeren, SÖREN ØDEGAARD",
		"Odegaard Soren was here":          "?Odegaard Soren was here",
		"Soeren Oedegaard, Odegaard-Soren": "!Soeren Oedegaard, Odegaard-Soren ?Soeren Oedegaard, Odegaard-Soren",
		"sorted as aegisson, soren":        "!sorted as aegisson, soren",
	} {
		s := &Snapshot{Community: Community{ID: 1, LeaderID: 9}, Members: []Member{{ID: 1, Name: "Søren Ødegaard", SortAs: "Ægisson, Søren"}, {ID: 9, Name: "Cy"}},
			Minutes: []Minutes{{EventID: 4, Text: text}}, Events: []Event{{ID: 4, Title: "Talk"}}}
		var got []string
		for _, m := range s.ErasePlan(1).Mentions {
			if m.Replaced {
				got = append(got, "!"+m.Text)
			} else {
				got = append(got, "?"+m.Text)
			}
		}
		if said := strings.Join(got, " "); said != want {
			t.Errorf("%q: points out %q, want %q", text, said, want)
		}
	}
}

// Given texts that name a person for sure, perhaps, and not, when the erasure is
// planned, then the plan lists the first two and tells them apart.
func TestErasePlanListsMentions(t *testing.T) {
	s := &Snapshot{Community: Community{ID: 1, LeaderID: 9, LeaderCoach: "Zoë Marchand"},
		Members: []Member{{ID: 1, Name: "Zoë Marchand", Called: "Zoë", Note: "Zoë Marchand herself"}, {ID: 2, Name: "Bo", Note: "works with Zoë"}, {ID: 9, Name: "Cy", ErasedOn: 3}},
		Events:  []Event{{ID: 4, Title: "A talk by Zoë Marchand", Status: StatusHeld, On: 5}},
		Minutes: []Minutes{{EventID: 4, Text: "Zoë Marchandova was new."}},
		Answers: []Answer{{Card: "safety", Comment: "Zoë Marchand interrupts"}},
	}
	plan := s.ErasePlan(1)
	if plan.Refusal != nil || plan.As.Args[0] != 2 {
		t.Fatalf("refusal %v, as %v", plan.Refusal, plan.As)
	}
	var got []string
	for _, m := range plan.Mentions {
		mark := "?"
		if m.Replaced {
			mark = "!"
		}
		got = append(got, mark+m.Text)
	}
	want := []string{"!Zoë Marchand", "?works with Zoë", "!A talk by Zoë Marchand", "?Zoë Marchandova was new.", "?Zoë Marchandova was new.", "!"}
	if len(got) != len(want) {
		t.Fatalf("mentions %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("mention %d is %q, want %q", i, got[i], want[i])
		}
	}
	if replaced, shown := plan.Count(); replaced != 3 || shown != 3 {
		t.Errorf("%d replaced, %d shown", replaced, shown)
	}
}

func TestWhoMayBeErased(t *testing.T) {
	s := &Snapshot{Community: Community{LeaderID: 1}, Members: []Member{{ID: 1, Name: "Lea"}, {ID: 2, Name: "Bo"}, {ID: 3, Name: "former member 1", ErasedOn: 9}}}
	for id, may := range map[int64]bool{1: false, 2: true, 3: false, 4: false} {
		if got := s.ErasePlan(id).Refusal == nil; got != may {
			t.Errorf("member %d may be erased: %t", id, got)
		}
	}
}

// Given what somebody was called before, in a record joined into theirs and on lists, when they are erased, then it goes too; a name of
// before that somebody else bears, and one on lists that says nothing of them, are only pointed out.
func TestTracesOfEarlierNames(t *testing.T) {
	s := &Snapshot{Members: []Member{{ID: 1, Name: "Zoë Alpha", Email: "team@example.org"}, {ID: 2, Name: "Bo Gamma", Email: "TEAM@example.org"}},
		KnownNames: []KnownName{{Name: NameKey("Phone of Zoe A."), MemberID: 1}, {Name: "meeting room", MemberID: 1}, {Name: "za@old.example", MemberID: 1}, {Name: NameKey("Bo G. Phone"), MemberID: 2}}}
	m, _ := s.MemberByID(1)
	traces := s.TracesOf(m, Member{Name: "Zoë Betagamma", Email: "zb@example.org", Phone: "0815 47 11"}, Member{Name: "Bo Gamma"}, Member{Name: "Zö"})
	for text, want := range map[string]string{
		"zoe betagamma, ZB@example.org, 0815-4711": "X, X, X",
		"Bo Gamma and bo gamma":                    "Bo Gamma and bo gamma",
		"the phone of Zoe A. rang":                 "the X. rang",
		"Meeting Room":                             "Meeting Room",
		"ZA@old.example":                           "",
		"team@example.org":                         "team@example.org",
		"Bo G. Phone":                              "Bo G. Phone",
		"Zö":                                       "Zö",
	} {
		if got := traces.Replace(text, "X"); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	for headings, want := range map[string]bool{"zoe alpha|lab 7": true, "alpha, zoe|lab": true, "zo|unit": true, "zb@example.org|x": true, "name|unit": false, "bo gamma|lab": true} {
		if traces.InHeadings(headings) != want {
			t.Errorf("%q: %t", headings, !want)
		}
	}
}
