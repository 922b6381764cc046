package data

import (
	"errors"
	"testing"
)

// Given descriptions, then a field is found by its key, reads and writes its
// row, and is called as its file calls it.
func TestFieldsLeadToTheirRows(t *testing.T) {
	m := Member{Name: "Ada"}
	*MemberFields.Of("name").Text(&m) = "Grace"
	*MemberFields.Of("knows").List(&m) = Lines{"flaky tests"}
	*MemberFields.Of("joinedOn").Date(&m) = someDay
	*MemberFields.Of("resourcesOnly").Tick(&m) = true
	MemberFields.Of("kind").Choose(&m, "contact")
	if m.Name != "Grace" || m.Knows.String() != "flaky tests" || m.JoinedOn != someDay || !m.ResourcesOnly || m.Kind != KindContact {
		t.Errorf("wrote %+v", m)
	}
	i := Item{Votes: 3}
	*ItemFields.Of("owner").Link(&i) = 7
	*ItemFields.Of("votes").Number(&i)++
	if i.OwnerID != 7 || i.Votes != 4 {
		t.Errorf("wrote %+v", i)
	}
	for want, got := range map[string]string{"sort_as": MemberFields.Of("sortAs").Column(), "owner_id": ItemFields.Of("owner").Column(),
		"board_column": ItemFields.Of("column").Column()} {
		if got != want {
			t.Errorf("column %s, want %s", got, want)
		}
	}
	some := MemberFields.Some("note", "unit")
	if len(some) != 2 || some[0].Key != "note" || some[1].Key != "unit" {
		t.Errorf("some are %v", some)
	}
}

// Given a key that is none, then the mistake shows at once.
func TestFieldsOfNoSuchKey(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("nothing said")
		}
	}()
	MemberFields.Of("birthday")
}

// What a field holds is spoken alike from a row and from the file's own value.
func TestFieldsSayTheirValue(t *testing.T) {
	m := Member{Name: "Ada", Kind: KindContact, JoinedOn: someDay, Knows: Lines{"one", "two"}, ResourcesOnly: true}
	for key, stored := range map[string]any{"name": "Ada", "kind": "contact", "joinedOn": "2026-11-21", "knows": "one\ntwo",
		"resourcesOnly": int64(1), "unit": "", "leftOn": nil, "interests": ""} {
		f := MemberFields.Of(key)
		now, then := f.Said(&m), f.SaidOf(stored)
		if now.Key != then.Key || len(now.Args) != len(then.Args) || len(now.Args) > 0 && now.Args[0] != then.Args[0] {
			t.Errorf("%s: %v from the row, %v from the file", key, now, then)
		}
		if (stored == nil || stored == "") != now.IsZero() {
			t.Errorf("%s says %v", key, now)
		}
	}
	if got := MemberFields.Of("kind").Said(&m); got.Key != "Contact" {
		t.Errorf("the kind is %v", got)
	}
	if note := MemberFields.Of("note"); note.Label.Key != "Note" || note.ForLeader().Key == "Note" {
		t.Error("the private note is not marked, or everywhere")
	}
}

// Hours are typed with a point or a comma; nothing typed means what the
// description says, and what is no number of halves within the limits is refused
// at the field, the number for none included.
func TestHoursAsTyped(t *testing.T) {
	hours, week := CommunityFields.Of("leaderHours"), CommunityFields.Of("workWeek")
	for typed, want := range map[string]float64{"": HoursNotAgreed, " 3 ": 3, "3.5": 3.5, "3,5": 3.5, "0": 0, "60": 60} {
		var c Community
		if err := hours.TakeFraction(&c, typed); err != nil || c.LeaderHours != want {
			t.Errorf("%q is %v, %v; want %v", typed, c.LeaderHours, err, want)
		}
	}
	for _, typed := range []string{"-1", "3.2", "60.5", "three", "NaN", "Inf", "1e300", "3 h"} {
		c := Community{LeaderHours: 5}
		var fault *Error
		if err := hours.TakeFraction(&c, typed); !errors.As(err, &fault) || fault.Fields["leaderHours"].IsZero() || c.LeaderHours != 5 {
			t.Errorf("%q is taken as %v: %v", typed, c.LeaderHours, err)
		}
	}
	var c Community
	if err := week.TakeFraction(&c, ""); err != nil || c.WorkWeek != UsualWeek {
		t.Errorf("an emptied week has %v hours, %v", c.WorkWeek, err)
	}
	if err := week.TakeFraction(&c, "0"); err == nil {
		t.Error("a week without hours is taken")
	}
}
