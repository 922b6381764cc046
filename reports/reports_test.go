package reports_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2/theme"

	"copleader/data"
	"copleader/data/demo"
	"copleader/data/words"
	"copleader/reports"
	"copleader/reports/page"
)

// today is the day on which the demo is looked at.
var today = data.NewDate(2026, 11, 21)

// held is a source that holds one snapshot.
type held struct{ snap *data.Snapshot }

func (h held) Snapshot(context.Context) (*data.Snapshot, error) { return h.snap, nil }

// failing is a source that cannot be read.
type failing struct{}

func (failing) Snapshot(context.Context) (*data.Snapshot, error) {
	return nil, data.Fault(data.CodeDamaged, "The file is damaged.")
}

// demoSnapshot is the demo community, fresh, so that a test may change it.
func demoSnapshot(t testing.TB) *data.Snapshot {
	t.Helper()
	snap, err := demo.Snapshot(today)
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// emptySnapshot is a community of which only the name is known.
func emptySnapshot() *data.Snapshot {
	c := data.NewCommunity("Newborn")
	c.ID = 1
	return &data.Snapshot{Community: c}
}

// embeddedFonts are those the program carries: the same on every computer.
var embeddedFonts = sync.OnceValue(func() *page.Fonts {
	return page.NewFonts(page.FontSource{
		Regular: theme.DefaultTextFont().Content(), Bold: theme.DefaultTextBoldFont().Content(),
		Italic: theme.DefaultTextItalicFont().Content(), BoldItalic: theme.DefaultTextBoldItalicFont().Content(),
		Emoji: theme.DefaultEmojiFont().Content()})
})

func options() reports.Options {
	return reports.Options{Today: today, Say: words.English(), Fonts: embeddedFonts(), Version: "1.2"}
}

// write makes a document, or ends the test.
func write(t testing.TB, name string, snap *data.Snapshot, opt reports.Options) ([]byte, reports.Report) {
	t.Helper()
	var out bytes.Buffer
	report, err := reports.Write(context.Background(), name, held{snap}, opt, &out)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out.Bytes(), report
}

// tool runs a program that checks documents. Where it is missing the test is
// skipped, but never where everything is said to be installed.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing", name)
		}
		t.Skipf("%s is missing", name)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// save puts a document where a tool can read it.
func save(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// words of a page without line breaks and double spaces.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestDocumentsAreNamedOnceAndDescribed(t *testing.T) {
	files := map[string]bool{}
	for _, d := range reports.Documents() {
		if d.Name == "" || d.Title.IsZero() || d.About.IsZero() || reports.GroupTitles[d.Group].IsZero() {
			t.Errorf("%q lacks a name, title, description or group", d.Name)
		}
		if files[d.File] || filepath.Base(d.File) != d.File {
			t.Errorf("%q is not a file name of its own", d.File)
		}
		files[d.File] = true
		if found, err := reports.Find(d.Name); err != nil || found.File != d.File {
			t.Errorf("%q is not found by its name: %v", d.Name, err)
		}
	}
	for _, want := range []string{"health-cards.pdf", "health-survey.xlsx", "health-results.xlsx", "members.xlsx"} {
		if !files[want] {
			t.Errorf("%s is missing", want)
		}
	}
}

// Another form of a document leads to one that has a tile of its own, and every
// choice is one there is.
func TestDocumentsSayWhatTheyTake(t *testing.T) {
	choices := []reports.Choice{reports.ChoosePaper, reports.ChoosePerSheet, reports.ChooseRound, reports.ChooseEvent, reports.ChoosePeriod,
		reports.ChooseForm, reports.ChooseLargePrint, reports.ChooseBlank, reports.ChooseParts, reports.ChooseRoster, reports.ChooseMember, reports.ChooseSeparator, reports.ChooseList}
	for _, d := range reports.AllDocuments() {
		if of, err := reports.Find(d.Of); d.Of != "" && (err != nil || of.Of != "" || of.Group != d.Group) {
			t.Errorf("%s is another form of %q, %v", d.Name, d.Of, err)
		}
		for _, c := range d.Takes {
			if !slices.Contains(choices, c) || !d.Lets(c) {
				t.Errorf("%s takes %q", d.Name, c)
			}
		}
		if (len(d.Parts) > 0) != d.Lets(reports.ChooseParts) {
			t.Errorf("%s has %d parts and lets choose them: %v", d.Name, len(d.Parts), d.Lets(reports.ChooseParts))
		}
		if d.Kind() == "" || strings.Contains(d.Kind(), ".") {
			t.Errorf("%s is of kind %q", d.Name, d.Kind())
		}
		if d.Mailed && (d.Whom == reports.AboutOne || d.Whom == reports.AboutLeading) {
			t.Errorf("%s is meant to be sent although it is private", d.Name)
		}
	}
}

func TestWriteSaysWhatIsWrong(t *testing.T) {
	var out bytes.Buffer
	ctx := context.Background()
	if _, err := reports.Write(ctx, "nonsense", held{emptySnapshot()}, options(), &out); !data.IsCode(err, data.CodeNotFound) {
		t.Errorf("an unknown name gives %v", err)
	} else if said := words.English().Sentence(err); !strings.Contains(said, "nonsense") || !strings.Contains(said, "survey") {
		t.Errorf("the sentence about an unknown name helps nobody: %q", said)
	}
	if _, err := reports.Write(ctx, "roster", failing{}, options(), &out); !data.IsCode(err, data.CodeDamaged) {
		t.Errorf("a source that fails gives %v", err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := reports.Write(cancelled, "cards", held{demoSnapshot(t)}, options(), &out); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled document gives %v", err)
	}
	if _, err := reports.Write(ctx, "roster", held{nil}, options(), &out); err == nil {
		t.Error("a panic inside did not become an error")
	}
	if out.Len() != 0 {
		t.Errorf("%d bytes were written although everything failed", out.Len())
	}
}

// hostile are texts that have broken documents elsewhere.
var hostile = []string{"=1+2", "@SUM(A1)", "👩‍💻 𠮷 ✓", strings.Repeat("W", 5000), "مرحبا (42) بالعالم", "\x00\x01\ufffe\xff",
	"_x0041_", "a\r\nb\tc", "</t></is>&amp;\"'", "{{.}} %d %!s", "- a\n---\n1. b"}

// hostileSnapshot is the demo with a hostile text in every place a person can
// write to, another one at each; shift moves them on.
func hostileSnapshot(t *testing.T, shift int) *data.Snapshot {
	t.Helper()
	snap := demoSnapshot(t)
	next := shift
	put := func(places ...*string) {
		for _, place := range places {
			*place = hostile[next%len(hostile)]
			next++
		}
	}
	put(&snap.Community.Name, &snap.Community.PrimaryPurpose)
	for i := range snap.CardVersions {
		put(&snap.CardVersions[i].Title, &snap.CardVersions[i].Low, &snap.CardVersions[i].High, &snap.CardVersions[i].Ask)
	}
	for i := range snap.Members {
		put(&snap.Members[i].Name, &snap.Members[i].Unit)
		snap.Members[i].Knows = data.Lines{hostile[(next+i)%len(hostile)]}
	}
	for i := range snap.Events {
		put(&snap.Events[i].Title, &snap.Events[i].Purpose, &snap.Events[i].Place)
	}
	for i := range snap.Items {
		put(&snap.Items[i].Title)
	}
	for i := range snap.Stories {
		put(&snap.Stories[i].Title, &snap.Stories[i].Did, &snap.Stories[i].CameOfIt)
		snap.Stories[i].Consent = data.ConsentNamed // names here are the same texts, and would hold a story back
	}
	put(&snap.Measures[0].Wording, &snap.Rounds[1].Name, &snap.Rounds[1].Code)
	return snap
}
