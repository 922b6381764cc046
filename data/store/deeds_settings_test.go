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

// Given a level set by hand without a day to look again, then that day follows from the settings.
func TestADeclaredLevelIsLookedAtAgainWhenTheSettingsSay(t *testing.T) {
	t.Parallel()
	s := datatest.Demo(t)
	for days, set := range map[int]string{90: "", 120: "120"} {
		ok(t, s.SetSetting(ctx, "level.declaredDays", store.Visit{}, set))
		ok(t, s.DeclareLevel(ctx, 6, data.Core, "Tends the data lab", 0))
		levels := datatest.Read(t, s).Declared
		if got := levels[len(levels)-1].ReviewOn; got != datatest.Today.AddDays(days) {
			t.Errorf("with the setting %q it is looked at again on %s", set, got)
		}
	}
}
