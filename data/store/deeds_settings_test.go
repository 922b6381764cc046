package store_test

import (
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// Several settings go back to their defaults as one act; others stay, and the Undo offered with it brings all of them back.
func TestResetSettings(t *testing.T) {
	t.Parallel()
	s := datatest.Founded(t)
	for key, value := range map[string]string{"coach.helpDays": "9", "level.fewEvents": "5", "share.paper": "Letter"} {
		if err := s.SetSetting(t.Context(), key, store.Visit{}, value); err != nil {
			t.Fatal(err)
		}
	}
	done, err := s.ResetSettings(t.Context(), "coach.helpDays", "level.fewEvents", "coach.doneDays")
	if err != nil {
		t.Fatal(err)
	}
	if got := datatest.Read(t, s); len(got.Settings) != 2 || got.Setting("share.paper") != "Letter" || got.Setting(data.IdentitySetting) == "" {
		t.Errorf("left: %+v", got.Settings)
	}
	if err := done.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := datatest.Read(t, s); len(got.Settings) != 4 || got.Setting("coach.helpDays") != "9" {
		t.Errorf("after Undo: %+v", got.Settings)
	}
}
