package words

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/leonelquinteros/gotext"
)

var update = flag.Bool("update", false, "rewrite the template from the sentences in the source")

const (
	module   = "../.."
	template = "copleader.pot"
)

// Given the sentences in the whole module's source, the template that translators start from holds each of
// them and no other.
func TestTemplateHoldsEverySentence(t *testing.T) {
	h, err := gather(module)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range h.faults {
		t.Error(fault)
	}
	want := h.template()
	if *update {
		if err := os.WriteFile(template, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	// Which folders say a sentence is help for who translates; what must be right is the sentences.
	missing, stale := difference(withoutFolders(string(got)), withoutFolders(want))
	if len(missing) == 0 && len(stale) == 0 {
		return
	}
	t.Errorf("the template is behind; `go test ./data/words -count=1 -update` rewrites it.\nmissing:\n%s\nno longer said:\n%s",
		strings.Join(missing, "\n"), strings.Join(stale, "\n"))
}

// template words what was found as a gettext template. Entries name folders, not lines, so that moving code
// about leaves it alone.
func (h *harvest) template() string {
	var pot strings.Builder
	pot.WriteString("msgid \"\"\nmsgstr \"\"\n" +
		"\"Project-Id-Version: CoP Leader\\n\"\n" +
		"\"MIME-Version: 1.0\\n\"\n" +
		"\"Content-Type: text/plain; charset=UTF-8\\n\"\n" +
		"\"Content-Transfer-Encoding: 8bit\\n\"\n" +
		"\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n")
	sorted := slices.SortedFunc(maps.Keys(h.found), func(a, b sentence) int {
		return strings.Compare(a.one+"\x00"+a.many, b.one+"\x00"+b.many)
	})
	for _, s := range sorted {
		pot.WriteString("\n#: " + strings.Join(slices.Sorted(maps.Keys(h.found[s])), " ") + "\n")
		pot.WriteString("msgid " + quoted(s.one) + "\n")
		if s.many == "" {
			pot.WriteString("msgstr \"\"\n")
			continue
		}
		pot.WriteString("msgid_plural " + quoted(s.many) + "\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n")
	}
	return pot.String()
}

// withoutFolders is a template without the lines that name where its sentences stand.
func withoutFolders(pot string) string {
	lines := strings.Split(pot, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool { return strings.HasPrefix(line, "#: ") }), "\n")
}

func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(text) + `"`
}

// difference lists the lines only the second text has, and those only the first has.
func difference(got, want string) (missing, stale []string) {
	only := func(here, there string) (lines []string) {
		others := map[string]bool{}
		for _, line := range strings.Split(there, "\n") {
			others[line] = true
		}
		for _, line := range strings.Split(here, "\n") {
			if !others[line] {
				lines = append(lines, "\t"+line)
			}
		}
		return lines
	}
	return only(want, got), only(got, want)
}

// Given one sentence in every place the harvest knows, each is found; given a key that is no literal, it is
// complained of.
func TestHarvestKnowsWhereSentencesStand(t *testing.T) {
	h, err := gather(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string]string{
		"data/words/words.go": `package words
func (s *Say) Text(key string, args ...any) string { return key }
func (s *Say) Count(n int, one, many string, args ...any) string { return s.Text(one) }`,
		"data/data.go": `package data
type Phrase struct { Key, Many string; N int; Args []any }
type EventFormat struct { Key, Name string; Agenda []FormatStep; Purpose string }
type FormatStep struct { Minutes int; Text string }
var Formats = []EventFormat{{"lean", "Lean coffee", []FormatStep{{5, "Vote"}}, "No preparation"}}
var columns = map[int]string{1: "Doing", 2: "Done"}
var units = map[int]string{1: "mm"}
func g(i int) Phrase { return Phrase{Key: columns[i], Args: []any{units[i]}} }
const help = "Write " + "a date."
func Invalid(field, key string, args ...any) error { return nil }
func SayCount(n int, one, many string, args ...any) Phrase { return Phrase{Key: one} }
func look(key string) {}
var (
	err1 = Invalid("name", "Give a name.")
	err2 = Invalid("date", help)
	list = []Phrase{{Key: "listed"}}
	table = map[int]Phrase{1: {"mapped", "mapped many", 2, nil}}
	rows  = Table[Phrase]{add: "add %s", most: "5"}
)
func f() { look("not said") }`,
		"ui/members/screen.go": `package members
func (s *screen) f(label string, v int) {
	s.deps.Say.Text("Add \"member\"")
	say.Count(v, "%d member", "%d members", 1)
	store.Act(&data.Deed{Key: "remove %s"})
	data.SayCount(2, "one", "two")
	page.Text(1.5, 2, "drawn")
	say.Text(label)
	say.Count(v, label, "many")
}`,
	}
	for within, source := range sources {
		if err := h.read(within, within, source); err != nil {
			t.Fatal(err)
		}
	}
	h.walk()

	var got []string
	for s := range h.found {
		got = append(got, strings.TrimSuffix(s.one+"|"+s.many, "|"))
	}
	slices.Sort(got)
	want := []string{
		"%d member|%d members", `Add "member"`, "Doing", "Done", "Give a name.", "Lean coffee", "No preparation", "Vote",
		"Write a date.", "add %s", "listed", "mapped|mapped many", "one|two", "remove %s",
	}
	if !slices.Equal(got, want) {
		t.Errorf("found %q\n want %q", got, want)
	}
	if len(h.faults) != 2 || !strings.HasPrefix(h.faults[0], filepath.FromSlash("ui/members/screen.go:8")) {
		t.Errorf("complaints: %q", h.faults)
	}
	if h.found[sentence{one: `Add "member"`}]["ui/members"] != true {
		t.Error("the folder of a sentence is lost")
	}
}

// Given a template with quotes, backslashes and new lines, gettext reads the same sentences back.
func TestTemplateReadsBack(t *testing.T) {
	h := &harvest{found: map[sentence]map[string]bool{}}
	odd := "a \"b\" \\ c\nd\te %d"
	h.keep("data", odd, "")
	h.keep("data", "%d odd", "%d odds")
	po := gotext.NewPo()
	po.Parse([]byte(h.template()))
	all := po.GetDomain().GetTranslations()
	if all[odd] == nil {
		t.Errorf("%q was not read back from:\n%s", odd, h.template())
	}
	if plural := all["%d odd"]; plural == nil || plural.PluralID != "%d odds" {
		t.Errorf("the plural was not read back: %+v", plural)
	}
}
