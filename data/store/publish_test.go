package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"copleader/data"
)

func TestPublishedTablesAndVersions(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	var heard []string
	quiet := s.Subscribe(func(c Change) {
		heard = append(heard, strings.Join(c.Places, " "))
		if _, err := s.Acts(ctx, 1); err != nil { // a listener may use the store
			t.Error(err)
		}
	})
	versions := func() [2]uint64 {
		if err := s.read(ctx, func(context.Context, querier) error { return nil }); err != nil {
			t.Fatal(err)
		}
		return [2]uint64{s.tableVersion("member"), s.tableVersion("event")}
	}
	v0 := versions()
	do(t, s, "add", newMember, "INSERT INTO attendance (event_id, member_id) SELECT 1, 1 WHERE 0")
	v1 := versions()
	do(t, s, "both", newMember, "INSERT INTO event (title, host_id) VALUES ('x', 1)")
	v2 := versions()
	undo(t, s)
	v3 := versions()
	_ = try(s, Deed{Key: "fails"}, newMember, "nonsense")
	v4 := versions()
	quiet()
	do(t, s, "unheard", newMember)

	if got, want := strings.Join(heard, "|"), "member|event member|event member"; got != want {
		t.Errorf("heard %q, want %q", got, want)
	}
	if v1[0] == v0[0] || v1[1] != v0[1] || v2[0] == v1[0] || v2[1] == v1[1] || v3[1] == v2[1] || v4 != v3 {
		t.Errorf("versions %v %v %v %v %v", v0, v1, v2, v3, v4)
	}
}

// Given a note written into a row, taken back, and a row removed, then the change names the column, and the table where a row came or
// went; a change is within places that name its table or its column, not within others.
func TestChangesNameColumns(t *testing.T) {
	s := sampleStore(t)
	var heard []Change
	do(t, s, "add", newMember)
	s.Subscribe(func(c Change) { heard = append(heard, c) })
	do(t, s, "write", "UPDATE member SET note = 'x', points = 2 WHERE id = 1")
	undo(t, s)
	do(t, s, "go", "DELETE FROM member WHERE id = 1")
	var places []string
	for _, c := range heard {
		places = append(places, strings.Join(c.Places, " "))
	}
	if want := []string{"member.note member.points", "member.note member.points", "member"}; !slices.Equal(places, want) {
		t.Errorf("heard %q, want %q", places, want)
	}
	written, gone := heard[0], heard[2]
	if !written.Touches("a", "member") || written.Touches("members", "note") {
		t.Error("Touches is wrong")
	}
	if !written.Within("member") || !written.Within("member.points", "member.note") || written.Within("member.note") || gone.Within("member.note") {
		t.Error("Within is wrong")
	}
}

func TestManyAtOnce(t *testing.T) {
	s := sampleStore(t)
	ctx := context.Background()
	do(t, s, "start", newMember)
	var wait sync.WaitGroup
	var heard atomic.Int64
	s.Subscribe(func(Change) { heard.Add(1) })
	for g := range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range 15 {
				visit := Deed{Key: fmt.Sprint("deed ", g), Visit: Visit{Field: fmt.Sprint(g % 2)}}
				if err := try(s, visit, "UPDATE member SET points = coalesce(points, 0) + 1"); err != nil {
					t.Error(err)
				}
				if i%5 == 0 {
					_, _ = s.Undo(ctx)
				}
				if _, err := s.Acts(ctx, 3); err != nil {
					t.Error(err)
				}
				s.NextUndo(ctx)
				s.tableVersion("member")
			}
		}()
	}
	wait.Wait()
	if heard.Load() == 0 {
		t.Error("nothing was told")
	}
	for {
		if _, err := s.Undo(ctx); err != nil {
			wantCode(t, err, data.CodeNothing)
			break
		}
	}
	if n := one[int](t, s, "SELECT count(*) FROM member"); n != 0 {
		t.Errorf("%d members after undoing all", n)
	}
	sound(t, s)
}

func TestWritesOfOthersAreNoticed(t *testing.T) {
	s := sampleStore(t)
	do(t, s, "add", newMember)
	o := sampleOptions(t)
	other, err := Open(context.Background(), s.Path(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, other)
	var heard []string
	other.Subscribe(func(c Change) { heard = c.Places })
	for _, want := range []bool{false, false} {
		if changed, err := other.Notice(context.Background()); err != nil || changed != want {
			t.Fatalf("changed %v, %v", changed, err)
		}
	}
	before := other.tableVersion("item")
	do(t, s, "add", newMember)
	if changed, err := other.Notice(context.Background()); err != nil || !changed {
		t.Fatalf("changed %v, %v", changed, err)
	}
	if len(heard) != len(other.layout.tables) || other.tableVersion("item") == before {
		t.Errorf("heard %v", heard)
	}
	heard = nil
	do(t, s, "add", newMember)
	if _, err := other.Acts(context.Background(), 1); err != nil || heard == nil {
		t.Errorf("reading did not notice: %v", err)
	}
}
