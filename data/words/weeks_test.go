package words_test

import (
	"testing"

	"copleader/data/words"
)

// Given a number of days behind or ahead, then they are spoken in weeks from the seventh on.
func TestWeeksAgo(t *testing.T) {
	t.Parallel()
	say := words.English()
	for _, tc := range []struct {
		days        int
		long, short string
	}{
		{0, "today", "today"},
		{1, "yesterday", "yesterday"},
		{6, "6 days ago", "6 days ago"},
		{7, "1 week ago", "1 wk ago"},
		{28, "4 weeks ago", "4 wk ago"},
		{133, "19 weeks ago", "19 wk ago"},
		{729, "104 weeks ago", "104 wk ago"},
		{730, "2 years ago", "2 years ago"},
		{-1, "tomorrow", "tomorrow"},
		{-6, "in 6 days", "in 6 days"},
		{-7, "in 1 week", "in 1 week"},
		{-14, "in 2 weeks", "in 2 weeks"},
	} {
		if got := say.WeeksAgo(tc.days); got != tc.long {
			t.Errorf("WeeksAgo(%d) = %q, want %q", tc.days, got, tc.long)
		}
		if got := say.ShortWeeksAgo(tc.days); got != tc.short {
			t.Errorf("ShortWeeksAgo(%d) = %q, want %q", tc.days, got, tc.short)
		}
	}
}
