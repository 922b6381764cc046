package ui

import (
	"slices"
	"strings"
	"testing"

	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/uitest"
)

// Given a commit, then the lines tell it and the versions of what the program is built with; without one they say so.
func TestBuiltWith(t *testing.T) {
	t.Parallel()
	lines := BuiltWith(words.English(), "0123abc")
	for _, want := range []string{"commit 0123abc", "SQLite " + store.SQLiteVersion()} {
		if !slices.Contains(lines, want) {
			t.Errorf("%q lacks %q", lines, want)
		}
	}
	if !strings.HasPrefix(store.SQLiteVersion(), "3.") {
		t.Errorf("SQLite %s", store.SQLiteVersion())
	}
	if got := BuiltWith(words.English(), "")[0]; got == "commit " {
		t.Error("a commit that is not known is said as nothing")
	}
}

// Given a README, then its last section is what has changed; one without it has no changes.
func TestChanges(t *testing.T) {
	t.Parallel()
	for readme, want := range map[string]string{
		"# A\n\n## Before\n\nb\n\n## What has changed\n\n### 2\n\n- c\n": "### 2\n\n- c",
		"# A\n": "",
	} {
		if got := Changes(readme); got != want {
			t.Errorf("%q gives %q", readme, got)
		}
	}
}

// The window About tells version, what the program is built with, and what has changed, wrapped lines as one.
func TestAboutTellsVersionAndChanges(t *testing.T) {
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	st.w.setup.Commit = "0123abc"
	st.w.setup.Changes = "### 0.2.0, 3 May\n\n- It opens by a\n  double click on `.cop`.\n- **Undo** is quick.\n\n### 0.1.0\n\nThe first."
	st.Fire("help.about")
	st.Want("0.0", "commit 0123abc", "What has changed", "0.2.0, 3 May", "– It opens by a double click on .cop.", "– Undo is quick.", "0.1.0", "The first.")
	st.Keep("about")
}
