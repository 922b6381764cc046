package settings

import (
	"errors"
	"slices"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
)

func read(t *testing.T, st *store.Store) (*State, View) {
	t.Helper()
	s := NewState(st, words.English())
	v, err := s.Read(t.Context(), View{})
	if err != nil {
		t.Fatal(err)
	}
	s.Take(v)
	return s, v
}

// Every threshold is there once, with its default, in a part of its own kind.
func TestEveryThresholdIsShown(t *testing.T) {
	t.Parallel()
	_, v := read(t, datatest.Demo(t))
	var keys []string
	for _, g := range v.Groups {
		if !slices.Contains(Parts, g.Part) || g.Part == PartGeneral || g.Title == "" {
			t.Errorf("the group %q stands in %q", g.Title, g.Part)
		}
		for _, r := range g.Rules {
			keys = append(keys, r.Key)
			if r.Changed || v.Values[r.Key] != r.Default || r.Label == "" {
				t.Errorf("%+v with %q", r, v.Values[r.Key])
			}
		}
	}
	if len(keys) != len(data.ThresholdRules) {
		t.Errorf("%d thresholds, want %d", len(keys), len(data.ThresholdRules))
	}
	if first := v.Groups[0].Rules[0]; first.Label != "Levels look back 26 weeks" || first.Hint != "In days; usually 182, from 28 to 730." {
		t.Errorf("%q, %q", first.Label, first.Hint)
	}
	if len(v.Changed()) != 0 || v.AsksSponsors {
		t.Errorf("changed: %v; sponsors are a choice at work: %v", v.Changed(), v.AsksSponsors)
	}
}

func TestNumber(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		key, typed string
		want       int
		bad        bool
	}{
		{"coach.helpDays", "9", 9, false},
		{"coach.helpDays", " 90 ", 90, false},
		{"coach.helpDays", "91", 0, true},
		{"coach.helpDays", "0", 0, true},
		{"coach.helpDays", "", 7, false},
		{"coach.helpDays", "a week", 0, true},
		{"coach.helpDays", "7.5", 0, true},
		{"health.minGroup", "2", 0, true}, // the floor of few answers (data/README.md, Confidentiality)
		{"nobody.knows", "5", 0, true},
	} {
		n, err := Number(tc.key, tc.typed)
		if n != tc.want || (err != nil) != tc.bad {
			t.Errorf("%q for %s is %d, %v", tc.typed, tc.key, n, err)
		}
		var fault *data.Error
		if tc.bad && (!errors.As(err, &fault) || fault.Fields[tc.key].IsZero()) {
			t.Errorf("%q for %s is not told at the field: %v", tc.typed, tc.key, err)
		}
	}
}

// A number is kept; the usual one is kept as nothing; each visit is undone by itself.
func TestSetAndReset(t *testing.T) {
	t.Parallel()
	st := datatest.Demo(t)
	s, _ := read(t, st)
	set := func(visit int, typed string) {
		t.Helper()
		if err := s.Set(t.Context(), store.Visit{Field: "coach.helpDays", N: visit}, typed); err != nil {
			t.Fatal(err)
		}
	}
	set(1, "8")
	set(1, "9")
	set(2, "30")
	if got := datatest.Read(t, st).Thresholds().Coach.HelpDays; got != 30 {
		t.Errorf("%d days", got)
	}
	if _, v := read(t, st); !slices.Equal(v.Changed(), []string{"coach.helpDays"}) || v.Values["coach.helpDays"] != "30" {
		t.Errorf("changed: %v, %q", v.Changed(), v.Values["coach.helpDays"])
	}
	for _, want := range []int{9, 7} { // of two visits one act is taken back, and then the other
		acts, err := st.Acts(t.Context(), 10)
		if err != nil {
			t.Fatal(err)
		}
		stands := slices.IndexFunc(acts, func(a store.Act) bool { return a.Kind == "note" && !a.Undone })
		if err := st.UndoAct(t.Context(), acts[stands].ID); err != nil {
			t.Fatal(err)
		}
		if got := datatest.Read(t, st).Thresholds().Coach.HelpDays; got != want {
			t.Errorf("after Undo %d days, want %d", got, want)
		}
	}
	set(3, "9")
	set(4, "7")
	if got := datatest.Read(t, st).Settings; len(got) != 0 {
		t.Errorf("the usual number is kept as %+v", got)
	}
}

func TestResetAllAndBack(t *testing.T) {
	t.Parallel()
	st := datatest.Demo(t)
	s, _ := read(t, st)
	for key, typed := range map[string]string{"coach.helpDays": "9", "level.fewEvents": "5"} {
		if err := s.Set(t.Context(), store.Visit{Field: key, N: 1}, typed); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Choose(t.Context(), keyPaper, "Letter"); err != nil {
		t.Fatal(err)
	}
	_, v := read(t, st)
	done, err := st.ResetSettings(t.Context(), v.Changed()...)
	if err != nil {
		t.Fatal(err)
	}
	if _, v := read(t, st); len(v.Changed()) != 0 || v.Values[keyPaper] != "Letter" {
		t.Errorf("left %v, paper %q", v.Changed(), v.Values[keyPaper])
	}
	if err := done.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, v := read(t, st); len(v.Changed()) != 2 {
		t.Errorf("back: %v", v.Changed())
	}
	if err := done.Undo(t.Context()); !data.IsCode(err, data.CodeNothing) {
		t.Errorf("undoing twice: %v", err)
	}
}

func TestChoices(t *testing.T) {
	t.Parallel()
	st := datatest.Demo(t)
	s, _ := read(t, st)
	for _, key := range []string{keyBalance, keySponsors} {
		if err := s.Choose(t.Context(), key, "on"); err != nil {
			t.Fatal(err)
		}
	}
	if got := datatest.Read(t, st); !got.ShowsBalance() || !got.Community.AsksHours {
		t.Error("what was chosen is not kept")
	}
	if err := s.Choose(t.Context(), keyBalance, ""); err != nil {
		t.Fatal(err)
	}
	if datatest.Read(t, st).ShowsBalance() {
		t.Error("the balance can't be switched off")
	}
	err := st.ChangeCommunity(t.Context(), store.Visit{Field: "kind"}, func(c *data.Community) { c.Kind = data.Hobby })
	if err != nil {
		t.Fatal(err)
	}
	if _, v := read(t, st); !v.AsksSponsors || v.Values[keySponsors] != "on" {
		t.Errorf("a hobby community: %v %q", v.AsksSponsors, v.Values[keySponsors])
	}
}

// A setting is found by the words of its sentence, the number among them.
func TestFound(t *testing.T) {
	t.Parallel()
	_, v := read(t, datatest.Demo(t))
	keys := func(typed string) (keys []string) {
		for _, g := range v.Found(typed) {
			for _, r := range g.Rules {
				keys = append(keys, r.Key)
			}
		}
		return keys
	}
	for typed, want := range map[string][]string{
		"HELP request":   {"coach.helpDays"},
		"hear from":      {"coach.sponsorDays"},
		"26 weeks":       {"level.windowDays", "level.dormantDays", "health.roundMostWeeks", "coach.guestDays"},
		"xyzzy":          nil,
		"minutes are ou": {"coach.minutesDays"},
	} {
		if got := keys(typed); !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", typed, got, want)
		}
	}
	if got := keys(""); len(got) != len(data.ThresholdRules) {
		t.Errorf("nothing typed finds %d", len(got))
	}
	if got := keys("levels of part"); len(got) != len(v.Groups[0].Rules) {
		t.Errorf("a group's title finds %v", got)
	}
}
