package data_test

import (
	"strings"
	"testing"

	. "copleader/data"
)

func TestNamesAreFoundAsWordsOfTheirOwn(t *testing.T) {
	roster := &Snapshot{Members: []Member{
		{ID: 1, Name: "Zoë Marchand-Núñez", SortAs: "Marchand-Núñez, Zoë", Called: "Zoë", Email: "zoe@example.org"},
		{ID: 2, Name: "王晓梅"}, {ID: 3, Name: "Al Green"}, {ID: 4, Name: "Al Green"}, {ID: 5, Name: "نور الهدى بنعلي"}, {ID: 6, Name: "Ada", SortAs: "Lovelace"},
	}}
	for _, c := range []struct {
		who        int64
		text, want string
	}{
		{1, "Led by Zoë Marchand-Núñez.", "Led by former member 1."},
		{1, "(Marchand-Núñez, Zoë)", "(former member 1)"},
		{1, "Zoë\nMarchand-Núñez and  Zoë  Marchand-Núñez's team", "former member 1 and  former member 1's team"},
		{1, "zoë marchand-núñez", "zoë marchand-núñez"},
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

// Given a name jotted down without accents or capitals, then it stays, but the plan points it out.
func TestErasePlanPointsOutNamesJottedDown(t *testing.T) {
	for text, want := range map[string]string{
		"ask soren odegaard":             "?ask soren odegaard",
		"SØREN ØDEGAARD knows":           "?SØREN ØDEGAARD knows",
		"Søren Ødegaard, soren ødegaard": "!Søren Ødegaard, soren ødegaard ?Søren Ødegaard, soren ødegaard",
		"soren odegaards and a soren":    "",
		"Soeren, SO\u0308REN ØDEGAARD":   "?Soeren, SÖREN ØDEGAARD",
		"sorted as aegisson, soren":      "?sorted as aegisson, soren",
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
