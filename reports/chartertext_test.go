package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/words"
	"copleader/reports/chartertext"
)

// Given the demo, then the text of its charter has each field on a line of its own, and nothing private.
func TestCharterText(t *testing.T) {
	t.Parallel()
	text := chartertext.Lines(demoSnapshot(t), words.English())
	for _, line := range []string{"Purpose", "What members gain:", "· Skill that shows at work", "Usual slot: Every third week, 16:00",
		"Hours a week agreed for leading: 3 of 37.5", "· Κατερίνα Δήμου · Learning budget · Pays for guests", "· Leader · Keeps it going, organises, motivates",
		"· Flaky · Passes and fails without a change", "How we decide: By consent", "Days between events, as planned: 21",
		"· Community channel · To announce · https://chat.meridian.example/pyxida", "· Use in my work · 3.4 · 4.0", "Our picture:", "· Nobody tests alone"} {
		if !slices.Contains(strings.Split(text, "\n"), line) {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
	for _, private := range []string{"Supports", "Zoë", "Łukasz"} {
		if strings.Contains(text, private) {
			t.Errorf("%q stands in the text", private)
		}
	}
	many := demoSnapshot(t)
	for i := range 1000 {
		many.Terms = append(many.Terms, data.Term{ID: int64(i + 2), Term: fmt.Sprintf("t%d", i), Meaning: strings.Repeat("x", 160)})
	}
	long := &data.CharterVersion{Version: 1, AgreedOn: today, Text: chartertext.Lines(many, words.English())}
	if err := long.Validate(); err != nil {
		t.Errorf("a long charter can't be kept: %v", err)
	}
}

func TestChanges(t *testing.T) {
	t.Parallel()
	const before = "Purpose\nWhat: one\nNeeds:\n· a\n· b\n· c\n\nPractice\nWork: w"
	for name, tc := range map[string]struct {
		after string
		count int
		want  []string // "+" or "-", the text, and the heading after "|"
	}{
		"nothing":         {before, 0, nil},
		"a field":         {strings.Replace(before, "one", "two", 1), 1, []string{"-What: one|Purpose", "+What: two|"}},
		"an entry more":   {strings.Replace(before, "· c", "· c\n· d", 1), 1, []string{"+d|Needs"}},
		"an entry less":   {strings.Replace(before, "\n· b", "", 1), 1, []string{"-b|Needs"}},
		"an entry moved":  {strings.Replace(before, "· a\n· b", "· b\n· a", 1), 2, []string{"-a|Needs", "+a|"}},
		"a list gone":     {strings.Replace(before, "Needs:\n· a\n· b\n· c\n", "", 1), 3, []string{"-a|Needs", "-b|", "-c|"}},
		"a section more":  {before + "\n\nMandate\nRule: r", 1, []string{"+Rule: r|Mandate"}},
		"value with a :":  {strings.Replace(before, "one", "one:", 1), 1, []string{"-What: one|Purpose", "+What: one:|"}},
		"two places":      {strings.NewReplacer("· c", "· d", "Work: w", "Work: v").Replace(before), 2, []string{"-c|Needs", "+d|", "-Work: w|Practice", "+Work: v|"}},
		"everything gone": {"", 5, []string{"-What: one|Purpose", "-a|Needs", "-b|", "-c|", "-Work: w|Practice"}},
	} {
		got := chartertext.Changes(before, tc.after)
		var told []string
		for _, c := range got {
			sign := "-"
			if c.Added {
				sign = "+"
			}
			told = append(told, sign+c.Text+"|"+c.Under)
		}
		if !slices.Equal(told, tc.want) {
			t.Errorf("%s: told %q, want %q", name, told, tc.want)
		}
		if n := chartertext.CountChanges(got); n != tc.count {
			t.Errorf("%s: %d lines changed, want %d", name, n, tc.count)
		}
	}
}

// Given two texts of a hostile file with tens of thousands of lines, then comparing them ends soon.
func TestChangesOfHugeTexts(t *testing.T) {
	t.Parallel()
	a, b := strings.Repeat("a\n", 30000), strings.Repeat("b\n", 30000)
	if got := chartertext.Changes(a, b); len(got) != 59998 {
		t.Errorf("%d changes", len(got))
	}
}

// Given the demo and an empty community, then the sections are structured, in order, and only what is filled is there.
func TestCharterTextIsStructured(t *testing.T) {
	t.Parallel()
	var got []string
	for _, section := range chartertext.Of(demoSnapshot(t), words.English()) {
		keys := []string{}
		for _, f := range section.Fields {
			keys = append(keys, f.Key)
			if (f.Text == "") == (f.Lines == nil) || f.Label == "" {
				t.Errorf("%s: %+v is neither a text nor a list", section.Title, f)
			}
		}
		got = append(got, section.Title+": "+strings.Join(keys, " "))
	}
	want := []string{
		"Identity: name tagline timeZone kind startedOn leaderHours sponsors",
		"Purpose: primaryPurpose needs memberBenefits stakeholderBenefits",
		"Shared interest: domain inScope outOfScope",
		"Community: whoWeAre expectedCommitment membershipPolicy stakeholders roleDefinitions",
		"Practice: practice repertoire vocabulary",
		"Mandate and agreements: mayDecide mayPropose notOurs workingAgreement usualSlot decisionRule cadenceDays channels",
		"Measures: measures",
		"Canvas: vision importance how measures impact resources communication",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the sections are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if empty := chartertext.Of(emptySnapshot(), words.English()); len(empty) != 1 || empty[0].Section != data.SectionIdentity {
		t.Errorf("of an empty community there is %+v", empty)
	}
}
