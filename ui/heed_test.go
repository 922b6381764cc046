package ui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/members"
	"copleader/ui/overview"
	"copleader/ui/road"
	"copleader/ui/uitest"
)

// Given the demo, when a column of prose is emptied or written into everywhere, then the coach finds the same, as much waits, the road is as
// far, the levels are the same, and Overview and the road say the same words.
func TestNothingIsReckonedFromProse(t *testing.T) {
	full, err := datatest.Demo(t).Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	today := data.NewDate(2026, 11, 21)
	all := func(s *data.Snapshot) string {
		standings := s.Standings(today)
		found := coach.Findings(s, standings, today)
		seen := overview.NewState(nil, words.English(), coach.Visit{On: today.AddDays(-7)}).Of(s, today)
		way := road.NewState(nil, words.English()).Of(s, today)
		return fmt.Sprintf("%+v\n%v\n%+v\n%v\n%+v\n%+v", found, waiting(s, found, today), standings.Counts, s.Road(today), seen, way)
	}
	want := all(full)
	for _, place := range prose {
		for _, text := range []string{"", "written by Priya Nair"} {
			changed := *full
			write(t, &changed, place, text)
			if all(&changed) != want {
				t.Errorf("%s counts for something when it is %q", place, text)
			}
		}
	}
	other := *full
	write(t, &other, "member.name", "x")
	if all(&other) == want {
		t.Error("nothing here would notice a change")
	}
}

// write puts a text into a column of every row, in slices of its own.
func write(t *testing.T, s *data.Snapshot, place, text string) {
	t.Helper()
	table, column, _ := strings.Cut(place, ".")
	tables := reflect.ValueOf(s).Elem()
	for i := range tables.NumField() {
		rows := tables.Field(i)
		if rows.Kind() != reflect.Slice || snake(rows.Type().Elem().Name()) != table {
			continue
		}
		if column == "" { // of which nothing counts, not even that there is a row
			rows.Set(reflect.MakeSlice(rows.Type(), len(text), len(text)))
			return
		}
		for n := range rows.Type().Elem().NumField() {
			if snake(rows.Type().Elem().Field(n).Name) != column {
				continue
			}
			if rows.Len() == 0 {
				t.Logf("the demo has no %s", table)
			}
			own := reflect.MakeSlice(rows.Type(), rows.Len(), rows.Len())
			reflect.Copy(own, rows)
			for row := range own.Len() {
				switch field := own.Index(row).Field(n); field.Kind() {
				case reflect.String:
					field.SetString(text)
				default:
					field.Set(reflect.ValueOf(data.Lines(slices.DeleteFunc([]string{text}, func(s string) bool { return s == "" }))))
				}
			}
			rows.Set(own)
			return
		}
	}
	t.Fatalf("there is no %s", place)
}

func snake(name string) string {
	var out strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			out.WriteByte('_')
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}

// Given pages that were looked at, when a note is typed on the page of the members, then neither Overview nor the road has news, and what
// waits is not reckoned again; when somebody joins, both have.
func TestPagesHeedWhatConcernsThem(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	shell := st.w.shell
	for _, name := range []string{road.Page, overview.Page, members.Page} {
		shell.goTo(name, nil)
		st.Settle()
	}
	const mark = 77
	mine := func() bool { return shell.waits["mark"] == mark }
	news := func() string {
		return fmt.Sprint(shell.place(overview.Page).news, shell.place(road.Page).news, shell.place(members.Page).news, mine())
	}
	shell.waits = map[string]int{"mark": mark}
	id := shell.snapshot.Members[3].ID
	if err := store.Rows(shell.store, store.Members).Change(t.Context(), id, store.Visit{}, func(m *data.Member) { m.Note = "Likes tea" }); err != nil {
		t.Fatal(err)
	}
	st.Settle()
	if got, want := news(), fmt.Sprint(noNews, noNews, noNews, true); got != want {
		t.Errorf("after a note: %s, want %s", got, want)
	}
	if m, _ := shell.snapshot.MemberByID(id); m.Note != "Likes tea" {
		t.Error("the palette's snapshot is not as the file")
	}
	if err := store.Rows(shell.store, store.Members).Save(t.Context(), &data.Member{Name: "Nina New", Kind: data.KindMember, JoinedOn: st.Clock.Today()}); err != nil {
		t.Fatal(err)
	}
	st.Settle()
	if got, want := news(), fmt.Sprint(allNew, allNew, noNews, false); got != want {
		t.Errorf("after somebody joined: %s, want %s", got, want)
	}
}

// Given what changed, then a page reads everything again, just the words, or nothing.
func TestNewsOf(t *testing.T) {
	spec := pageSpec{unseen: []string{"export", "member.note"}}
	for _, c := range []struct {
		places string
		want   news
	}{
		{"member.note", noNews}, {"export member.note", noNews}, {"export", noNews}, {"member.note minutes.text", newWords},
		{"member", allNew}, {"member.name member.note", allNew}, {"event", allNew},
	} {
		if got := spec.newsOf(store.Change{Places: strings.Fields(c.places)}); got != c.want {
			t.Errorf("%s: %d, want %d", c.places, got, c.want)
		}
	}
}

// Given a page that is still reading when another is gone to, then it reads again when one comes back; a page others ask what it shows goes
// on reading.
func TestLeavingAPageThatReads(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	shell, runner := st.w.shell, &uitest.HandRunner{}
	st.w.work.runner = runner
	shell.goTo(road.Page, nil)
	shell.goTo(members.Page, nil)
	shell.goTo(overview.Page, nil)
	if got := shell.place(road.Page).news; got != allNew {
		t.Errorf("the road has news %d", got)
	}
	runner.FinishAll()
	if shown := shell.place(members.Page).page.(*members.Screen); !shown.Loaded() || shell.place(members.Page).news != noNews {
		t.Error("the members were not read")
	}
	if shell.place(road.Page).page.(*road.Screen).Loaded() {
		t.Error("the road was read for nobody")
	}
	shell.goTo(road.Page, nil)
	runner.FinishAll()
	st.Settle()
	st.Want("What makes it work")
}
