package reports_test

import (
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/demo"
	"copleader/data/words"
	"copleader/reports/chartertext"
)

// Given the text of a charter that was changed since it was agreed, then charter, poster and binder say so and mark what
// changed; given the text as it was agreed, they name the version.
func TestAChangedCharterIsADraft(t *testing.T) {
	snap := demoSnapshot(t)
	demo.AgreedTexts(snap, func(then *data.Snapshot) string { return chartertext.Lines(then, words.English()) })
	for _, name := range []string{"charter", "poster", "handover"} {
		content, _ := write(t, name, snap, options())
		text := flat(pagesText(t, content))
		if !strings.Contains(text, "Draft of 21 Nov 2026, changed since version 2") || strings.Contains(text, "Version 2, agreed on") {
			t.Errorf("%s does not say that it is a draft", name)
		}
		if name != "poster" && (!strings.Contains(text, "Our subject (changed)") || strings.Contains(text, "Needs we answer (changed)")) {
			t.Errorf("%s does not mark what changed", name)
		}
	}
	last := len(snap.Versions) - 1
	snap.Versions[last].Text = chartertext.Lines(snap, words.English())
	content, _ := write(t, "poster", snap, options())
	if text := flat(pagesText(t, content)); !strings.Contains(text, "Version 2, agreed on 24 Jun 2026") {
		t.Error("the poster does not name its version")
	}
	for i := range snap.Canvas {
		if snap.Canvas[i].Box == data.BoxHow {
			snap.Canvas[i].Lines = snap.Canvas[i].Lines[:1]
		}
	}
	content, _ = write(t, "poster", snap, options())
	if text := flat(pagesText(t, content)); !strings.Contains(text, "How (changed)") || strings.Contains(text, "Signs (changed)") {
		t.Error("the poster does not mark the box of which a line was taken away")
	}
}

// Given the labels of forms that ask, then no document has them, nor a day as files write it.
func TestLabelsOfFormsAreNotPrinted(t *testing.T) {
	snap := demoSnapshot(t)
	for _, name := range []string{"charter", "page", "page-html", "handover", "poster"} {
		content, report := write(t, name, snap, options())
		text := flat(textOf(t, report, content))
		for i := range data.CommunityFields {
			f := &data.CommunityFields[i]
			if label := words.English().Of(f.Label); !f.Printed.IsZero() && strings.Contains(label, " ") && strings.Contains(text, label) {
				t.Errorf("%s prints the label %q", name, label)
			}
		}
		if strings.Contains(text, "2026-04-25") {
			t.Errorf("%s has a day unlike the others", name)
		}
	}
}

// Given the sheet that goes round the room, then the names stand as the language sorts them, not as people come.
func TestTheAttendanceSheetIsInTheOrderOfNames(t *testing.T) {
	snap, opt := demoSnapshot(t), options()
	for i := range snap.Members {
		snap.Members[i].Name = string(rune('A'+(7*i)%24)) + "na"
	}
	opt.Parts = []string{"attendance"}
	content, _ := write(t, "kit", snap, opt)
	var names []string
	for _, word := range strings.Fields(pagesText(t, content)) {
		if len(word) == 3 && strings.HasSuffix(word, "na") {
			names = append(names, word)
		}
	}
	if len(names) < 20 || !slices.IsSorted(names) {
		t.Errorf("%d names: %v", len(names), names)
	}
}

// Given minutes, then the number of those present stands first and their names last, and what is not written asks for nothing.
func TestMinutesTellTheNumberFirstAndTheNamesLast(t *testing.T) {
	snap, opt := demoSnapshot(t), options()
	for _, name := range []string{"minutes", "minutes-pdf"} {
		content, report := write(t, name, snap, opt)
		text := flat(textOf(t, report, content))
		number, names, next := strings.Index(text, "5 members"), strings.Index(text, "Who was there"), strings.Index(text, "Next: ")
		if number < 0 || names < next || next < number {
			t.Errorf("%s: number at %d, next at %d, names at %d", name, number, next, names)
		}
		for _, prompt := range []string{"five lines", "To write down"} {
			if strings.Contains(text, prompt) {
				t.Errorf("%s leaves with %q", name, prompt)
			}
		}
	}
}

// Given the demo, then each of its minutes tells something of its own.
func TestTheDemoHasMinutesOfItsOwn(t *testing.T) {
	told := map[string]bool{}
	for _, m := range demoSnapshot(t).Minutes {
		if lines := strings.Split(m.Text, "\n"); len(lines) != 5 || m.Decisions == "" {
			t.Errorf("%d lines, decided %q", len(lines), m.Decisions)
		}
		told[m.Text] = true
	}
	if len(told) != 7 {
		t.Errorf("%d different minutes", len(told))
	}
}
