package exchange_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

// placesOf are the cells of a form by the names of its fields.
func placesOf(t testing.TB, form []byte) map[string]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	places := map[string]string{}
	for _, name := range f.GetDefinedName() {
		if _, ref, is := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!"); is && name.Name[1] == '_' {
			places[name.Name], _, _ = strings.Cut(ref, ":") // a merged field
		}
	}
	return places
}

// somebody types into a form what a seed says: some answers in words, some as numbers, some left out.
func somebody(s *data.Snapshot, seed uint64) (typed map[string]string, want string) {
	random := rand.New(rand.NewPCG(seed, 1))
	options := []string{"0 – no opinion", "1 – der niedrige Satz trifft zu", "2 – closer to the low statement", "3", "4 – plus près de la phrase haute", "5 – the high statement fits"}
	votes := []struct {
		text string
		vote data.TrendVote
	}{{"↗ better", data.VoteBetter}, {"→ gleich", data.VoteSame}, {"↘ peor", data.VoteWorse}}
	typed = map[string]string{}
	var lines []string
	for _, c := range s.CardsOf(s.Rounds[1].ID) {
		value, vote, comment := data.Blank, data.TrendVote(""), ""
		if random.IntN(4) > 0 {
			value = random.IntN(6)
			typed["a_"+c.Card] = options[value]
		}
		if random.IntN(2) == 0 {
			v := votes[random.IntN(3)]
			typed["d_"+c.Card], vote = v.text, v.vote
		}
		if random.IntN(5) == 0 {
			comment = fmt.Sprintf("Zeile %d & <语>\nsecond \"line\"", seed)
			typed["c_"+c.Card] = comment
		}
		if value != data.Blank || vote != "" || comment != "" {
			lines = append(lines, fmt.Sprintf("%s=%d%s %q", c.Card, value, vote, comment))
		}
	}
	typed["c_next"] = fmt.Sprintf("=%d more, شكرا", seed)
	slices.Sort(lines)
	return typed, strings.Join(append(lines, fmt.Sprintf("next=%q", typed["c_next"])), "\n")
}

// fillByPython fills in a form once for each job.
const fillByPython = `import base64, io, json, sys, openpyxl
given = json.load(sys.stdin)
out, book = [], openpyxl.load_workbook(io.BytesIO(base64.b64decode(given["Form"])))
for job in given["Jobs"]:
    for ref, text in job["Cells"].items():
        cell = book["Answers"][ref]
        cell.value = text
        if text.startswith("="):
            cell.data_type = "s"
    if job["Unname"]:
        book.defined_names.definedName = []
    saved = io.BytesIO()
    book.save(saved)
    for ref in job["Cells"]:
        book["Answers"][ref].value = None
    out.append(base64.b64encode(saved.getvalue()).decode())
json.dump(out, sys.stdout)`

type pythonJob struct {
	Cells  map[string]string
	Unname bool
}

// byPython fills in forms, all of them in one go.
func byPython(t *testing.T, python string, form []byte, jobs []pythonJob) (files [][]byte) {
	t.Helper()
	given, err := json.Marshal(map[string]any{"Form": form, "Jobs": jobs})
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(run(t, given, python, "-c", fillByPython), &files); err != nil {
		t.Fatal(err)
	}
	return files
}

var (
	definedNames = regexp.MustCompile(`(?s)<definedNames>.*</definedNames>`)
	fieldNames   = regexp.MustCompile(` name="(cop|a|d|c)_`)
)

// What programs do to a form on its way, each by itself.
func unnamed(t testing.TB, content []byte) []byte {
	return spoilt(t, content, bookPart, func(s string) string { return definedNames.ReplaceAllString(s, "") })
}

func renamed(t testing.TB, content []byte) []byte {
	return spoilt(t, content, bookPart, func(s string) string {
		return fieldNames.ReplaceAllString(s, ` name="_Answers.${1}_`)
	})
}

func strict(t testing.TB, content []byte) []byte {
	parts := partsOf(t, content)
	for i := range parts {
		parts[i].content = strings.NewReplacer("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
			"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships").Replace(parts[i].content)
	}
	return packed(t, parts)
}

// translated is what is left of a form in another language: its own words are others, those of the cards are not.
func translated(t testing.TB, content []byte) []byte {
	content = spoilt(t, content, textsPart, func(s string) string {
		return strings.NewReplacer("<t>No.<", "<t>Nr.<", ">Card<", ">Karte<", ">Your answer<", ">Ihre Antwort<", "In the last three months", "In den letzten drei Monaten",
			"Comment (at most 300 characters)", "Kommentar (höchstens 300 Zeichen)", "One thing we should do next", "Was wir als Nächstes tun sollten", "round code", "Code der Runde").Replace(s)
	})
	return spoilt(t, content, bookPart, func(s string) string {
		return strings.NewReplacer(`name="Answers"`, `name="Antworten"`, `name="Start here"`, `name="Hier beginnen"`).Replace(definedNames.ReplaceAllString(s, ""))
	})
}

const lostAll = "It lost the hidden names by which a form is known; its answers were found by the code CT-01W, the numbers and the titles on its sheets."

// comesBack is a form that somebody filled in, and what must be read of it.
type comesBack struct {
	name    string
	content []byte
	want    string
	why     string // empty for one that is simply read
}

// checkForms reads forms together and compares each with what was typed.
func checkForms(t *testing.T, s *data.Snapshot, forms []comesBack) {
	t.Helper()
	var files []exchange.File
	for _, f := range forms {
		files = append(files, exchange.File{Name: f.name, Content: f.content})
	}
	plan, err := exchange.Survey(context.Background(), slices.Values(files), s, s.Rounds[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range plan.Entries {
		want := exchange.Read
		if forms[i].why != "" {
			want = exchange.NeedsLook
		}
		if got := words.English().Of(e.Why); e.Outcome != want || got != forms[i].why || e.Take != (want == exchange.Read) {
			t.Errorf("%s: %s, taken %v, says %q, want %q", e.File, e.Outcome, e.Take, got, forms[i].why)
		}
		if what := exchange.Understand(context.Background(), files[i], exchange.Hints{}).What; what != exchange.Answers {
			t.Errorf("%s is taken for %q", e.File, what)
		}
		filled := exchange.FilledIn(&plan, i)
		expect(t, e.File, answersOf(filled), forms[i].want)
	}
}

// Given fifty forms that people fill in with LibreOffice and python, in Excel's and in the open format, some by way of
// programs that drop or rename the hidden names, then each answer is as typed, and what was lost is said.
func TestFiftyFormsComeBack(t *testing.T) {
	soffice, python := programs(t)
	t.Parallel()
	s := community(t)
	form := form(t, s, s.Rounds[1].ID)
	places := placesOf(t, form)
	o := &office{dir: t.TempDir()}
	o.open(t, "form.xlsx", form)
	var jobs []pythonJob
	for seed := range uint64(50) {
		typed, _ := somebody(s, seed)
		switch unname := seed >= 44; {
		case seed >= byOffice:
			job := pythonJob{map[string]string{}, unname}
			for name, text := range typed {
				job.Cells[places[name]] = text
			}
			jobs = append(jobs, job)
		default:
			if seed == unnamedInOffice {
				o.do("unname")
			}
			for name, ref := range places {
				o.do("text", "Answers", ref, strings.ReplaceAll(typed[name], "\n", `\n`))
			}
			o.save(officeForm(seed))
		}
	}
	o.save("old.xls", asXLS)
	o.do("close")
	o.run(t, soffice)
	if _, err := exchange.ReadSurvey(o.saved(t, "old.xls"), s, s.Rounds[1].ID); err == nil || !strings.Contains(err.Error(), "(.xls)") {
		t.Errorf("a workbook of the old kind: %v", err)
	}
	byPython := byPython(t, python, form, jobs)
	var forms []comesBack
	for seed := range uint64(50) {
		c := comesBack{}
		_, c.want = somebody(s, seed)
		if seed < byOffice {
			c.name, _ = officeForm(seed)
			c.content = o.saved(t, c.name)
			if seed >= unnamedInOffice {
				c.why = lostAll
			}
		} else {
			c.name, c.content = fmt.Sprintf("python %d", seed), byPython[seed-byOffice]
			if jobs[seed-byOffice].Unname {
				c.why = lostAll
			}
		}
		if change, does := ways[int(seed)]; does {
			c.content, c.why = change(t, c.content), lostAll
		}
		forms = append(forms, c)
	}
	checkForms(t, s, forms)
}

// The first forms are filled in with LibreOffice, which takes longest, the last of these without names; the others with python.
const (
	byOffice        = uint64(12)
	unnamedInOffice = uint64(10)
)

// ways are what happens to some of the forms afterwards.
var ways = map[int]func(testing.TB, []byte) []byte{2: unnamed, 4: renamed, 25: unnamed, 26: renamed}

func officeForm(seed uint64) (name, filter string) {
	if seed%4 == 3 {
		return fmt.Sprintf("office %d.ods", seed), asODS
	}
	return fmt.Sprintf("office %d.xlsx", seed), asXLSX
}

// Given forms as other programs saved them, then they read without these programs too.
func TestKeptFormsComeBack(t *testing.T) {
	s := community(t)
	if os.Getenv("COPLEADER_SAMPLES") != "" {
		makeForms(t, s)
	}
	var forms []comesBack
	seed := uint64(100)
	for _, name := range keptForms {
		c := comesBack{name: name, content: sample(t, "surveys/"+name).Content}
		_, c.want = somebody(s, seed)
		if strings.Contains(name, "unnamed") {
			c.why = lostAll
		}
		forms = append(forms, c)
		seed++
	}
	// What other programs do besides.
	for i, change := range []func(testing.TB, []byte) []byte{unnamed, renamed, strict, translated} {
		typed, want := somebody(s, 200+uint64(i))
		fields := map[string]any{}
		for name, text := range typed {
			fields[name] = text
		}
		c := comesBack{name: fmt.Sprintf("way %d", i), want: want, why: lostAll}
		if i == 2 {
			c.why = ""
		}
		c.content = change(t, fillText(t, form(t, s, s.Rounds[1].ID), fields))
		forms = append(forms, c)
	}
	checkForms(t, s, forms)
}

// fillText is fill for texts that look like formulas.
func fillText(t testing.TB, form []byte, fields map[string]any) []byte {
	next := fields["c_next"]
	fields["c_next"] = "NEXT"
	return spoilt(t, fill(t, form, fields), textsPart, func(s string) string { return strings.Replace(s, "NEXT", fmt.Sprint(next), 1) })
}

var keptForms = []string{"libreoffice.xlsx", "libreoffice.ods", "libreoffice-unnamed.xlsx", "libreoffice-unnamed.ods", "openpyxl.xlsx", "openpyxl-unnamed.xlsx"}

// makeForms makes the forms that are kept anew, with COPLEADER_SAMPLES=1.
func makeForms(t *testing.T, s *data.Snapshot) {
	soffice, python := programs(t)
	form := form(t, s, s.Rounds[1].ID)
	places := placesOf(t, form)
	o := &office{dir: t.TempDir()}
	o.open(t, "form.xlsx", form)
	var jobs []pythonJob
	for i, name := range keptForms {
		typed, _ := somebody(s, 100+uint64(i))
		job := pythonJob{map[string]string{}, strings.Contains(name, "unnamed")}
		for field, text := range typed {
			job.Cells[places[field]] = text
		}
		if strings.HasPrefix(name, "openpyxl") {
			jobs = append(jobs, job)
			continue
		}
		if job.Unname {
			o.do("unname")
		}
		for field, ref := range places {
			o.do("text", "Answers", ref, strings.ReplaceAll(typed[field], "\n", `\n`))
		}
		filter := asXLSX
		if strings.HasSuffix(name, ".ods") {
			filter = asODS
		}
		o.save(name, filter)
	}
	o.do("close")
	o.run(t, soffice)
	made := byPython(t, python, form, jobs)
	for i, name := range keptForms {
		content := made[max(0, i-4)]
		if i < 4 {
			content = o.saved(t, name)
		}
		if err := os.WriteFile(filepath.Join("testdata", "surveys", name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
