package ui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/words"
	"copleader/ui/uitest"
)

var today = data.NewDate(2026, time.November, 21)

func TestWaiting(t *testing.T) {
	t.Parallel()
	held := func(days int) data.Event {
		return data.Event{ID: 1, On: today.AddDays(-days), Status: data.StatusHeld}
	}
	item := func(kind data.ItemKind, column data.Column, made, entered int) data.Snapshot {
		return data.Snapshot{Items: []data.Item{{ID: 1, Kind: kind, Column: column, CreatedOn: today.AddDays(-made)}},
			Moves: []data.ItemMove{{ItemID: 1, Column: column, On: today.AddDays(-entered)}}}
	}
	answered := item(data.KindHelpRequest, data.ColumnReady, 8, 8)
	answered.Items[0].AnsweredOn = today
	// Others came to an event yesterday, so somebody who joined earlier could have been there.
	newcomer := func(days int) data.Snapshot {
		return data.Snapshot{Members: []data.Member{{ID: 2, Name: "Ana", Kind: data.KindMember, JoinedOn: today.AddDays(-days)},
			{ID: 3, Name: "Bo", Kind: data.KindMember, JoinedOn: today.AddDays(-300)}},
			Events: []data.Event{held(1)}, Attendance: []data.Attendance{{EventID: 1, MemberID: 3, Present: true}}}
	}
	followUp := func(state data.FollowUpState, due int) data.Snapshot {
		return data.Snapshot{FollowUps: []data.FollowUp{{MemberID: 2, State: state, On: today.AddDays(-9), Due: today.AddDays(due)}}}
	}
	setAside := data.Snapshot{Events: []data.Event{held(8)},
		Dismissals: []data.Dismissal{{Rule: "C12", Worse: 1, On: today.AddDays(-1), Until: today.AddDays(29)}}}
	for _, tc := range []struct {
		name string
		s    data.Snapshot
		page string
		want int
	}{
		{"minutes due", data.Snapshot{Events: []data.Event{held(7)}}, "events", 0},
		{"minutes late", data.Snapshot{Events: []data.Event{held(8)}}, "events", 1},
		{"minutes out", data.Snapshot{Events: []data.Event{held(8)}, Minutes: []data.Minutes{{EventID: 1, PublishedOn: today}}}, "events", 0},
		{"45 days in Doing", item(data.KindArtefact, data.ColumnDoing, 200, 45), "backlog", 0},
		{"46 days in Doing", item(data.KindArtefact, data.ColumnDoing, 200, 46), "backlog", 1},
		{"46 days in Ready", item(data.KindArtefact, data.ColumnReady, 200, 46), "backlog", 0},
		{"a call for help of 7 days", item(data.KindHelpRequest, data.ColumnReady, 7, 7), "backlog", 0},
		{"a call for help of 8 days", item(data.KindHelpRequest, data.ColumnReady, 8, 8), "backlog", 1},
		{"an answered call for help", answered, "backlog", 0},
		{"a parked call for help", item(data.KindHelpRequest, data.ColumnParked, 8, 8), "backlog", 0},
		{"a newcomer of two weeks", newcomer(14), "members", 1},
		{"a newcomer of a day", newcomer(1), "members", 0},
		{"a newcomer before the first event", data.Snapshot{Members: []data.Member{{ID: 2, Name: "Ana", Kind: data.KindMember,
			JoinedOn: today.AddDays(-14)}}}, "members", 0},
		{"a follow-up due tomorrow", followUp(data.Asked, 1), "members", 0},
		{"a follow-up due today", followUp(data.Asked, 0), "members", 1},
		{"a follow-up said yes to", followUp(data.SaidYes, -3), "members", 1},
		{"a follow-up that is done", followUp(data.Done, -3), "members", 0},
		{"set aside", setAside, "events", 0},
		{"a round on its last day", data.Snapshot{Rounds: []data.Round{{ID: 1, OpenedOn: today.AddDays(-9), ClosesOn: today}}}, "health", 0},
		{"a round after its last day", data.Snapshot{Rounds: []data.Round{{ID: 1, OpenedOn: today.AddDays(-9), ClosesOn: today.AddDays(-1)}}}, "health", 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := waiting(&tc.s, coach.Findings(&tc.s, nil, today), today)[tc.page]; got != tc.want {
				t.Errorf("%d wait on %s, want %d", got, tc.page, tc.want)
			}
		})
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	var all []find
	for _, text := range []string{"Members", "Łukasz Wiśniewski", "Søren Ødegaard", "Six tools in one hour", "Show the members", "Ελένη Παπαδοπούλου", "王晓梅"} {
		all = append(all, find{text: text})
	}
	all = fold(all)
	for _, tc := range []struct {
		typed string
		most  int
		want  []string
	}{
		{"mem", 9, []string{"Members", "Show the members"}},
		{"the mem", 9, []string{"Show the members"}},
		{"MEMBERS show", 9, []string{"Show the members"}},
		{"lukasz", 9, []string{"Łukasz Wiśniewski"}},
		{"odegaard", 9, []string{"Søren Ødegaard"}},
		{"ελενη", 9, []string{"Ελένη Παπαδοπούλου"}},
		{"晓", 9, []string{"王晓梅"}},
		{"  so ", 9, []string{"Søren Ødegaard"}},
		{"o", 2, []string{"Søren Ødegaard", "Six tools in one hour"}},
		{"zz", 9, nil},
		{"", 2, []string{"Members", "Łukasz Wiśniewski"}},
	} {
		var got []string
		for _, f := range search(all, tc.typed, tc.most) {
			got = append(got, f.text)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%q finds %q, want %q", tc.typed, got, tc.want)
		}
	}
}

func TestFindable(t *testing.T) {
	t.Parallel()
	s := &data.Snapshot{
		Members: []data.Member{{ID: 4, Name: "Ana"}},
		Events:  []data.Event{{ID: 1, Title: "First", On: today}, {ID: 2, Title: "Second", On: today}},
		Items:   []data.Item{{ID: 9, Title: "Open"}, {ID: 8, Title: "Archived", Column: data.ColumnDone, DoneOn: today.AddDays(-91)}},
	}
	var got []string
	for _, f := range findable(s, words.English(), today) {
		got = append(got, f.page+" "+f.text)
	}
	if want := []string{"members Ana", "events Sat 21 Nov · Second", "events Sat 21 Nov · First", "backlog Open"}; !slices.Equal(got, want) {
		t.Errorf("findable %q, want %q", got, want)
	}
}

func BenchmarkSearchTenThousand(b *testing.B) {
	s := &data.Snapshot{}
	for i := range 10000 {
		s.Members = append(s.Members, data.Member{ID: int64(i), Name: "Łukasz Wiśniewski " + string(rune('a'+i%26))})
	}
	all := fold(findable(s, words.English(), today))
	for b.Loop() {
		if len(search(all, "wisniewski q", paletteMost)) != paletteMost {
			b.Fatal("not found")
		}
	}
}

func TestFreeName(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, want := range []string{"My community.cop", "My community 2.cop", "My community 3.cop"} {
		path := freeName(dir, "My community.cop")
		if filepath.Base(path) != want {
			t.Fatalf("the free name is %s, want %s", path, want)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSavePath(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "folder.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ folder, name, want, field string }{
		{dir, "cards", "cards.pdf", ""},
		{dir, " cards.PDF ", "cards.PDF", ""},
		{dir, "cards.v2", "cards.v2.pdf", ""},
		{dir, "", "", "name"},
		{dir, "..", "", "name"},
		{dir, "../cards.pdf", "", "name"},
		{dir, "folder.pdf", "", "name"},
		{filepath.Join(dir, "gone"), "cards.pdf", "", "folder"},
	} {
		path, err := savePath(tc.folder, tc.name, ".pdf")
		_, wrong := fieldFault(err, tc.field)
		if tc.field != "" && !wrong {
			t.Errorf("%q in %q: %q, %v; want a word at %s", tc.name, tc.folder, path, err, tc.field)
		}
		if tc.field == "" && (err != nil || path != filepath.Join(dir, tc.want)) {
			t.Errorf("%q: %q, %v", tc.name, path, err)
		}
	}
}

func TestOnAnotherComputer(t *testing.T) {
	t.Parallel()
	here, err := os.Hostname()
	if err != nil {
		t.Skip(err)
	}
	for who, want := range map[string]bool{"Ana @ " + here: false, "Ana @ elsewhere-" + here: true, "Ana": false, "": false} {
		if got := onAnotherComputer(who); got != want {
			t.Errorf("%q: %v, want %v", who, got, want)
		}
	}
}

// Work settles only when the last of it, and what that led to, has come back.
func TestWorkSettles(t *testing.T) {
	t.Parallel()
	var back []func()
	timer := &uitest.HandTimer{}
	w := &work{timer: timer, fault: func(err error) { t.Error(err) },
		runner: runnerFunc(func(job func() func()) { back = append(back, job()) })}
	var told []string
	say := func(s string) func() { return func() { told = append(told, s) } }
	w.whenSettled(say("idle"))
	w.Run(func() func() { return func() { w.Run(func() func() { return say("second") }) } })
	w.whenSettled(say("settled"))
	back[0]()
	if want := []string{"idle"}; !slices.Equal(told, want) {
		t.Fatalf("told %q, want %q", told, want)
	}
	back[1]()
	if want := []string{"idle", "second", "settled"}; !slices.Equal(told, want) {
		t.Fatalf("told %q, want %q", told, want)
	}
	timer.Pass(patience)
	if len(told) != 3 {
		t.Errorf("told again: %q", told)
	}
	// Nor for what only shows something, which is shown nevertheless.
	aside{w}.Run(func() func() { return say("drawn") })
	w.whenSettled(say("closed"))
	back[2]()
	if want := []string{"closed", "drawn"}; !slices.Equal(told[3:], want) {
		t.Errorf("told %q, want %q", told[3:], want)
	}
	// What never comes back is not waited for for ever.
	w.Run(func() func() { return nil })
	w.whenSettled(say("gave up"))
	timer.Pass(patience)
	if told[len(told)-1] != "gave up" {
		t.Errorf("told %q", told)
	}
}

type runnerFunc func(job func() (done func()))

func (f runnerFunc) Run(job func() (done func())) { f(job) }
