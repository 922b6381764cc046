package coach_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/words"
)

// everything asks whatever this package can be asked and words it; it checks
// what must hold of any community. It must not panic.
func everything(t testing.TB, s *data.Snapshot) {
	t.Helper()
	say := words.English()
	found := coach.Findings(s, nil, datatest.Today)
	for i, f := range found {
		if i > 0 && f.Severity < found[i-1].Severity {
			t.Fatalf("%s after %s", f.Rule, found[i-1].Rule)
		}
		said := say.Text("%s %s %s %s", f.Title, f.Text, f.Because, f.Offer.Draft)
		if strings.ContainsAny(said, "%…") || f.Title.IsZero() || f.Severity == 0 {
			t.Fatalf("ill worded: %q of %+v", said, f)
		}
	}
	gathered(t, s, found)
	for _, last := range []data.Date{0, datatest.Today, datatest.Today - 7, datatest.Today - 4000} {
		for _, n := range coach.Since(s, coach.Visit{On: last}, datatest.Today) {
			say.Of(n.Text)
		}
		if thank, ok := coach.Thanks(s, last, datatest.Today); ok && say.Of(thank.Text) == "" {
			t.Fatal("a thank-you without words")
		}
	}
}

// gathered checks the rows into which findings are gathered, and that setting all of them aside leaves none.
func gathered(t testing.TB, s *data.Snapshot, found []coach.Finding) {
	t.Helper()
	say := words.English()
	rows := coach.Rows(found)
	people := 0
	for i := range rows {
		say.Text("%s %s", rows[i].Title, rows[i].Text)
		people += max(1, len(rows[i].MemberIDs))
		if rows[i].AboutPerson() != (rows[i].MemberID != 0 || len(rows[i].MemberIDs) > 0) {
			t.Fatal("a row forgets whom it is about")
		}
	}
	if people != len(found) {
		t.Fatalf("%d findings gathered into rows of %d", len(found), people)
	}
	copied := *s
	for _, f := range rows {
		copied.Dismissals = append(slices.Clone(copied.Dismissals), f.Dismissals(s, datatest.Today, "")...)
	}
	if left := coach.Findings(&copied, nil, datatest.Today); len(left) > 0 {
		t.Fatalf("set aside, but still there: %s", figures(left[0]))
	}
}

func TestNoRulePanics(t *testing.T) {
	one := &data.Snapshot{Community: data.NewCommunity("One"), Members: []data.Member{{ID: 1, Name: "Ada", Kind: data.KindMember, JoinedOn: datatest.Today}}}
	one.Community.LeaderID = 1
	alone := *one
	alone.Community.StartedOn, alone.Community.CadenceDays = datatest.Today-4000, 21
	for name, s := range map[string]*data.Snapshot{
		"nothing": {}, "one person": one, "one person for years": &alone,
		"just founded": datatest.Read(t, datatest.Founded(t)), "empty file": datatest.Read(t, datatest.Empty(t)),
		"demo": datatest.Read(t, datatest.Demo(t)), "ten years": datatest.Large(300, 180, 5000),
	} {
		t.Run(name, func(t *testing.T) { everything(t, s) })
	}
}

// A community founded this very day has nothing held against it but what it can
// do now.
func TestFoundedTodayHearsLittle(t *testing.T) {
	for _, f := range coach.Findings(datatest.Read(t, datatest.Founded(t)), nil, datatest.Today) {
		if f.Rule != "C03" {
			t.Errorf("hears %s", figures(f))
		}
	}
}

// mutilated is a copy with rows lost, doubled and shuffled, and values no form
// would let through.
func mutilated(s *data.Snapshot, seed uint64) *data.Snapshot {
	r := rand.New(rand.NewPCG(seed, 31))
	copied := *s
	v := reflect.ValueOf(&copied).Elem()
	for i := range v.NumField() {
		field := v.Field(i)
		if field.Kind() != reflect.Slice || field.Len() == 0 || field.Type().Elem().Kind() != reflect.Struct {
			continue
		}
		var rows = reflect.MakeSlice(field.Type(), 0, field.Len())
		lost := r.IntN(3) == 0
		for j := range field.Len() {
			if lost && r.IntN(2) == 0 {
				continue
			}
			row := reflect.New(field.Type().Elem()).Elem()
			row.Set(field.Index(j))
			if r.IntN(4) == 0 {
				spoil(row, r)
			}
			rows = reflect.Append(rows, row)
			if r.IntN(10) == 0 {
				rows = reflect.Append(rows, row)
			}
		}
		if r.IntN(6) == 0 && rows.Len() > 0 {
			reflect.Swapper(rows.Interface())(0, rows.Len()-1)
		}
		field.Set(rows)
	}
	if r.IntN(3) == 0 {
		spoil(v.FieldByName("Community"), r)
	}
	return &copied
}

// spoil overwrites one field of a row.
func spoil(row reflect.Value, r *rand.Rand) {
	field := row.Field(r.IntN(row.NumField()))
	switch {
	case field.Type() == reflect.TypeFor[data.Date]():
		field.SetInt([]int64{0, 1, -5, 3652059, 2147483647, -2147483648, int64(datatest.Today) + int64(r.IntN(400)) - 300}[r.IntN(7)])
	case field.CanInt():
		field.SetInt([]int64{0, 1, -1, 5, 90, 1 << 30, int64(r.IntN(30))}[r.IntN(7)])
	case field.CanFloat():
		field.SetFloat([]float64{0, -1, 0.5, 1e9}[r.IntN(4)])
	case field.Kind() == reflect.String:
		field.SetString([]string{"", "%d %s", "strange"}[r.IntN(3)])
	case field.Kind() == reflect.Bool:
		field.SetBool(!field.Bool())
	}
}

func TestMutilated(t *testing.T) {
	demo, years := datatest.Read(t, datatest.Demo(t)), datatest.Large(60, 60, 500)
	for seed := range uint64(120) {
		for _, s := range []*data.Snapshot{demo, years, calm()} {
			s = mutilated(mutilated(s, seed), seed+1000)
			coach.Findings(s, nil, datatest.Today)
			coach.Rows(coach.Findings(s, nil, datatest.Today))
			coach.Since(s, coach.Visit{On: datatest.Today - 20}, datatest.Today)
			coach.Thanks(s, 0, datatest.Today)
			s.Holes(datatest.Today)
		}
	}
}

func FuzzMutilated(f *testing.F) {
	f.Add(uint64(1), uint64(2))
	demo := datatest.Read(f, datatest.Demo(f))
	f.Fuzz(func(t *testing.T, a, b uint64) {
		s := mutilated(mutilated(demo, a), b)
		coach.Findings(s, nil, datatest.Today)
		coach.Since(s, coach.Visit{On: datatest.Today - 20}, datatest.Today)
	})
}

// Given fewer answers than the threshold, to the round or to a card, then no
// rule says a word about what was answered, however the few answered.
func TestNothingUnderTheThresholdIsTold(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	spoke := 0
	for range 1200 {
		s := calm()
		addRound(s, -30, 12, r.IntN(13))
		s.CardVersions, s.RoundCards = s.CardVersions[:3], s.RoundCards[:3]
		s.Tallies = s.Tallies[:3]
		returned := s.Returns[0].Returned
		for i := range s.Tallies {
			left := returned
			s.Tallies[i].Counts = data.Counts{}
			for left > 0 && r.IntN(8) > 0 {
				s.Tallies[i].Counts[r.IntN(5)]++
				left--
			}
		}
		few := map[string]bool{}
		for _, tally := range s.Tallies {
			few[tally.Card] = returned < 5 || tally.Counts.Sum() < 5
		}
		for _, rule := range []string{"C20", "C21", "C23"} {
			for _, f := range of(s, rule) {
				spoke++
				if few[f.Card] || returned < 5 {
					t.Fatalf("%s speaks of %s, answered by %d: %v", rule, f.Card, returned, s.Tallies)
				}
			}
		}
		for _, hole := range s.Holes(datatest.Today) {
			if hole.Kind == data.HoleConcern && few[hole.Node.Key] {
				t.Fatalf("a hole tells of %s", hole.Node.Key)
			}
		}
	}
	if spoke < 100 {
		t.Errorf("the rules spoke only %d times; the test shows nothing", spoke)
	}
}
