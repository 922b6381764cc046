package ui

import (
	"fmt"
	"testing"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/uitest"
)

// Given a file with acts of three years ago, when it has been open for a while, then they are forgotten but for the newest; kept for
// as long as the file is used, they stay.
func TestOldHistoryIsForgotten(t *testing.T) {
	for choice, want := range map[string]int{"": 200, "0": 213} {
		st := setStage(t, uitest.Options{})
		now := st.Clock.Time
		st.Clock.Time = now.AddDate(-3, 0, 0)
		path := st.community("Ours")
		st.start(Start{File: path})
		s := st.w.shell.store
		for i := range 210 {
			if err := store.Rows(s, store.Terms).Save(t.Context(), &data.Term{Term: fmt.Sprint("Term ", i), Meaning: "Meaning"}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.SetSetting(t.Context(), data.HistoryYearsSetting, store.Visit{}, "1"); err != nil {
			t.Fatal(err)
		}
		if err := s.SetSetting(t.Context(), data.HistoryYearsSetting, store.Visit{}, choice); err != nil {
			t.Fatal(err)
		}
		st.Clock.Time = now
		st.Timer.Pass(beforeThinning)
		acts, err := s.Acts(t.Context(), 1000)
		if err != nil || len(acts) != want {
			t.Errorf("%q: %d acts are left, want %d; %v", choice, len(acts), want, err)
		}
		st.noTrouble()
		if _, err := s.Undo(t.Context()); err != nil {
			t.Error(err)
		}
	}
}
