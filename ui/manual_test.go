package ui

import (
	"strings"
	"testing"

	"copleader/ui/kit"
)

// Given a manual, when words are sought in it, then each word that holds one is marked, and what is bold in it stays so.
func TestTheManualMarksWhatIsSought(t *testing.T) {
	t.Parallel()
	blocks := manualBlocks("## Members\n\nThe **roster** has *levels* and a\ncafé for `-demo`.\n")
	said := func(typed string) string {
		var out strings.Builder
		for _, b := range manualWith(blocks, typed) {
			for _, s := range manualSpans(b.text, typed) {
				switch {
				case s.Color != "":
					out.WriteString("[" + s.Text + "]")
				case s.Bold:
					out.WriteString("<" + s.Text + ">")
				default:
					out.WriteString(s.Text)
				}
			}
			out.WriteString("|")
		}
		return out.String()
	}
	for typed, want := range map[string]string{
		"":             "Members|The <roster> has levels and a café for -demo.|",
		"cafe roster":  "Members|The [roster] has levels and a [café ]for -demo.|",
		"-demo levels": "Members|The <roster> has [levels ]and a café for [-demo.]|",
		"absent":       "",
	} {
		if got := said(typed); got != want {
			t.Errorf("%q: %s, want %s", typed, got, want)
		}
	}
	if got := manualSpans("a b", ""); len(got) != 1 || got[0] != kit.Plain("a b") {
		t.Errorf("without words sought the text is %v", got)
	}
}
