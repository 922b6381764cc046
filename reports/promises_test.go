package reports_test

import (
	"strings"
	"testing"
)

// Given an open round, then the letter that asks for answers promises what is so: answers and comments are kept without a name.
func TestTheSurveysLetterSaysWhatIsKept(t *testing.T) {
	snap := addressed(t)
	snap.Rounds[1].ClosedOn = 0
	l := letter(t, "survey", snap, options())
	said(t, "the letter", l.Text, "Your answers and comments are kept, without your name", "comments are read by whoever leads")
	if strings.Contains(l.Text, "only counts") {
		t.Errorf("the letter says that only counts are kept:\n%s", l.Text)
	}
}
