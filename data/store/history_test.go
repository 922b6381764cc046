package store

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

func TestHistoryTellsWhatHappenedToARow(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	at := sampleNow
	s.clock = func() time.Time { at = at.Add(time.Minute); return at }
	do(t, s, "add", "INSERT INTO member (name, points) VALUES ('Bo', 9007199254740993)", newMember)
	do(t, s, "other", "UPDATE member SET name = 'Di' WHERE id = 2")
	do(t, s, "change", "UPDATE member SET name = 'Cy', weight = 0.1 WHERE id = 1")
	undo(t, s)
	redo(t, s)
	do(t, s, "remove", "DELETE FROM member WHERE id = 1")

	entries, err := s.History(ctx, "member", 1, 10)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, fmt.Sprint(e.At.Format("15:04 "), e.Kind, " ", e.Deed.Key, ": ", e.Op, " ", e.Fields, " ", e.Undone))
	}
	want := []string{
		"09:36 do remove: delete [{id 1 <nil>} {name Cy <nil>} {folded  <nil>} {note <nil> <nil>} {weight 0.1 <nil>} {points 9007199254740993 <nil>}] false",
		"09:35 redo change: update [{name Bo Cy} {weight <nil> 0.1}] false",
		"09:34 undo change: update [{name Cy Bo} {weight 0.1 <nil>}] false",
		"09:33 do change: update [{name Bo Cy} {weight <nil> 0.1}] false",
		"09:31 do add: insert [{id <nil> 1} {name <nil> Bo} {folded <nil> } {note <nil> <nil>} {weight <nil> <nil>} {points <nil> 9007199254740993}] false",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if entries, _ := s.History(ctx, "member", 1, 2); len(entries) != 2 || entries[0].Deed.Key != "remove" {
		t.Errorf("limited to two: %v", entries)
	}
	if entries, _ := s.History(ctx, "member", 3, 2); len(entries) != 0 {
		t.Errorf("of nobody: %v", entries)
	}
}

func TestHistoryOfAnUndoneDeedIsTurnedRound(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	undo(t, s)
	entries, err := s.History(context.Background(), "member", 1, 10)
	must(t, err)
	if len(entries) != 2 || entries[0].Op != "delete" || entries[0].Fields[1] != (FieldChange{"name", "Bo", nil}) ||
		entries[1].Op != "insert" || !entries[1].Undone {
		t.Errorf("entries %+v", entries)
	}
}

func TestActsListDeedsWithTheirWords(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	day := data.NewDate(2026, time.December, 5)
	deed := Deed{Key: "move %d item to %s", Many: "move %d items to %s", N: 3, Args: []any{
		data.Say("Doing"), "a “b” %s \u2028 \x00", day, -7, Name{"member", 1}, Name{"member", 99}, Name{"item", 5}, Name{"no such table", 1}}}
	if err := try(s, deed, newMember); err != nil {
		t.Fatal(err)
	}
	acts, err := s.Acts(ctx, 10)
	must(t, err)
	d := acts[0].Deed
	want := []any{data.Phrase{Key: "Doing", Args: []any{}}, "a “b” %s \u2028 \x00", day, -7, "Bo",
		data.Say("a former member"), data.Say("something since removed"), data.Say("something since removed")}
	if d.Key != deed.Key || d.Many != deed.Many || d.N != 3 || fmt.Sprintf("%#v", d.Args) != fmt.Sprintf("%#v", want) {
		t.Errorf("got  %#v\nwant %#v", d.Args, want)
	}
	if !acts[0].At.Equal(sampleNow) {
		t.Errorf("at %v", acts[0].At)
	}
	do(t, s, "remove", "DELETE FROM member")
	if acts, err = s.Acts(ctx, 9); err != nil || acts[1].Deed.Args[4] != "Bo" {
		t.Errorf("a removed member is called %v, %v", acts[1].Deed.Args[4], err)
	}
}

func TestActsTellUndoAndRedo(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "first", newMember)
	do(t, s, "second", "UPDATE member SET name = 'Cy'")
	undo(t, s)
	undo(t, s)
	redo(t, s)
	acts, err := s.Acts(context.Background(), 10)
	must(t, err)
	var got []string
	for _, a := range acts {
		got = append(got, fmt.Sprint(a.ID, " ", a.Kind, " ", a.Deed.Key, " ", a.Undone))
	}
	want := "5 redo first false|4 undo first false|3 undo second false|2 do second true|1 do first false"
	if strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

func TestDeedsRefuseArgumentsTheyCannotKeep(t *testing.T) {
	s := sampleStore(t)
	for _, arg := range []any{1.5, nil, []string{"a"}, struct{}{}, time.Now()} {
		if err := try(s, Deed{Key: "odd %v", Args: []any{arg}}, newMember); err == nil {
			t.Errorf("%T was taken", arg)
		}
	}
}

func TestForgedArgumentsAreReadWithoutHarm(t *testing.T) {
	name := func(n Name) any { return n }
	for text, want := range map[string]string{
		"":                            "[]",
		"{}":                          "[]",
		`["a", 5, 1.5, null, [[]]]`:   "[a 5 …  …]",
		`[{"d":"nonsense"}]`:          "[]",
		`[{"t":"member","id":"x"}]`:   "[…]",
		`[{"k":"a","a":"b"}]`:         "[{a  0 []}]",
		`[{"k":"a","a":[{"k":"b"}]}]`: "[{a  0 [{b  0 []}]}]",
	} {
		if got := fmt.Sprint(decodeArgs(text, name)); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
