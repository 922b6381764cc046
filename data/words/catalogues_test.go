package words

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/leonelquinteros/gotext"
)

// Given each catalogue beside the template, then it says how it counts, translates sentences of the template only, and fills each with
// what is given for it.
func TestCataloguesFitTheTemplate(t *testing.T) {
	names, err := filepath.Glob("locale/*.po")
	if err != nil {
		t.Fatal(err)
	}
	pot, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range catalogueFaults(string(text), string(pot)) {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// catalogueFaults are what is wrong with a catalogue, in the order of the sentences.
func catalogueFaults(text, pot string) []string {
	var faults []string
	if !strings.Contains(text, "\"Plural-Forms: nplurals=") {
		faults = append(faults, "the header has no Plural-Forms")
	}
	said := sentencesIn(pot)
	for key, tr := range sentencesIn(text) {
		known := said[key]
		switch {
		case key == "":
		case known == nil:
			faults = append(faults, fmt.Sprintf("%q is no sentence of the program", key))
		default:
			faults = append(faults, translationFaults(known, tr)...)
		}
	}
	slices.Sort(faults)
	return faults
}

func sentencesIn(text string) map[string]*gotext.Translation {
	po := gotext.NewPo()
	po.Parse([]byte(text))
	return po.GetDomain().GetTranslations()
}

// translationFaults are the verbs that a translation lacks, or has too many; one form of a number may leave the number out ("one
// member").
func translationFaults(known, tr *gotext.Translation) []string {
	var faults []string
	want := verbsOf(known.ID)
	for form, said := range tr.Trs {
		got := verbsOf(said)
		counted := known.PluralID != "" && slices.Equal(got, slices.DeleteFunc(slices.Clone(want), func(v string) bool { return v == "1d" }))
		if said != "" && !slices.Equal(got, want) && !counted {
			faults = append(faults, fmt.Sprintf("%q, form %d, fills %v, the sentence gives %v", known.ID, form, got, want))
		}
	}
	return faults
}

var oneVerb = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0-9.]*([a-z%])`)

// verbsOf are the arguments that a sentence is filled with, each with its letter, in the order of the arguments: "1d", "2s".
func verbsOf(sentence string) []string {
	var verbs []string
	next := 1
	for _, v := range oneVerb.FindAllStringSubmatch(sentence, -1) {
		if v[2] == "%" {
			continue
		}
		if v[1] != "" {
			next, _ = strconv.Atoi(v[1]) // it is digits
		}
		verbs = append(verbs, fmt.Sprintf("%d%s", next, v[2]))
		next++
	}
	slices.Sort(verbs)
	return slices.Compact(verbs)
}

// Given a catalogue with one fault, then that is told, and a good one passes; order and words are the translator's.
func TestFaultsOfACatalogueAreTold(t *testing.T) {
	pot := "msgid \"Move %s to %s\"\nmsgstr \"\"\n\nmsgid \"%d member\"\nmsgid_plural \"%d members\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n\n" +
		"msgid \"100 %% sure\"\nmsgstr \"\"\n"
	head := "msgid \"\"\nmsgstr \"\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n"
	members := "msgid \"%d member\"\nmsgid_plural \"%d members\"\n"
	for entry, want := range map[string]string{
		"msgid \"Move %s to %s\"\nmsgstr \"Nach %[2]s: %[1]s\"\n":        "",
		"msgid \"Move %s to %s\"\nmsgstr \"\"\n":                         "",
		"msgid \"Move %s to %s\"\nmsgstr \"%s verschieben\"\n":           "fills [1s], the sentence gives [1s 2s]",
		"msgid \"Move %s to %s\"\nmsgstr \"%s nach %s, %s\"\n":           "fills [1s 2s 3s]",
		"msgid \"Move it\"\nmsgstr \"Verschieben\"\n":                    "is no sentence of the program",
		members + "msgstr[0] \"ein Mitglied\"\nmsgstr[1] \"%d Leute\"\n": "",
		members + "msgstr[0] \"%d Mitglied\"\nmsgstr[1] \"%s Leute\"\n":  "form 1, fills [1s]",
		"msgid \"100 %% sure\"\nmsgstr \"zu 100 %% sicher\"\n":           "",
	} {
		got := strings.Join(catalogueFaults(head+entry, pot), "; ")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: told %q, want %q", entry, got, want)
		}
	}
	if got := catalogueFaults("msgid \"\"\nmsgstr \"\"\n", pot); len(got) != 1 {
		t.Errorf("without a header: %q", got)
	}
}
