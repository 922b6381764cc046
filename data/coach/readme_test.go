package coach_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"copleader/data/coach"
)

// severityWords are what data/README.md calls the severities.
var severityWords = map[coach.Severity]string{coach.Act: "act", coach.Look: "look", coach.Note: "note"}

// Given each rule of the table, then data/README.md, Coach has it with its severity, as one about people where it is, and among those
// that a pause silences where it is; and it has cases.
func TestReadmeTellsEachRule(t *testing.T) {
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, chapter, _ := strings.Cut(string(text), "\n## Coach\n")
	chapter, _, _ = strings.Cut(chapter, "\n## ")
	chapter = strings.Join(strings.Fields(chapter), " ")
	_, resting, _ := strings.Cut(chapter, "While `pausedUntil` lies ahead ")
	resting, _, _ = strings.Cut(resting, " are silent")

	var ids, rest []string
	for _, r := range coach.Table() {
		ids = append(ids, r.ID)
		if r.Rests {
			rest = append(rest, r.ID)
		}
		says := fmt.Sprintf("%s %s", r.ID, severityWords[r.Severity])
		inList := fmt.Sprintf("**%s** %s", r.ID, severityWords[r.Severity])
		if r.OfPeople {
			says, inList = says+" (person)", inList+" (person)"
		}
		if !strings.Contains(chapter, "| "+says+" |") && !strings.Contains(chapter, inList+",") {
			t.Errorf("data/README.md, Coach has no “%s”", says)
		}
	}
	if said := regexp.MustCompile(`C\d\d`).FindAllString(resting, -1); !slices.Equal(said, rest) {
		t.Errorf("in a pause are silent %v; data/README.md says %v", rest, said)
	}
	tested := map[string]bool{}
	for _, c := range slices.Concat(charterCases, rhythmCases, eventCases, peopleCases, boardCases, healthCases, valueCases) {
		tested[c.rule] = true
	}
	for _, id := range ids {
		if !tested[id] {
			t.Errorf("%s has no case", id)
		}
	}
}
