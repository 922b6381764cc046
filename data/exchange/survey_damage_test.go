package exchange_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/exchange"
	"copleader/data/words"
	"copleader/reports"
)

// edited is a form that somebody changed by hand, without the protection.
func edited(t testing.TB, content []byte, change func(f *excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// put writes texts into cells of the sheet with the answers.
func put(t testing.TB, content []byte, cells map[string]any) []byte {
	return edited(t, content, func(f *excelize.File) error {
		for ref, value := range cells {
			if err := f.SetCellValue("Answers", ref, value); err != nil {
				return err
			}
		}
		return nil
	})
}

// row is what stands in the row of a card, from its number to its high statement.
func row(c *data.CardVersion, number int, at string) map[string]any {
	return map[string]any{"A" + at: number, "B" + at: c.Title, "C" + at: c.Low, "D" + at: c.High}
}

func joined(maps ...map[string]any) map[string]any {
	all := map[string]any{}
	for _, m := range maps {
		for k, v := range m {
			all[k] = v
		}
	}
	return all
}

// Given forms damaged in the ways that people and programs have, when they come in, then each is told by itself: what is
// wrong, and which answers are left.
func TestDamagedFormsAreTold(t *testing.T) {
	s := community(t)
	cards := s.CardsOf(s.Rounds[1].ID)
	blank := form(t, s, s.Rounds[1].ID)
	first, second := &cards[0], &cards[1]
	one := fill(t, blank, map[string]any{"a_" + first.Card: "4 – closer to the high statement", "c_" + second.Card: "so so"})
	asOne := first.Card + `=4 ""` + "\n" + second.Card + `=-1 "so so"`
	swapped := joined(row(second, 2, "3"), row(first, 1, "4"))
	copied := func(answer string) []byte {
		return edited(t, one, func(f *excelize.File) error {
			from, _ := f.GetSheetIndex("Answers")
			to, err := f.NewSheet("Answers (2)")
			if err == nil {
				err = f.CopySheet(from, to)
			}
			if err == nil {
				err = f.SetCellValue("Answers (2)", "E3", answer)
			}
			return err
		})
	}
	if what := exchange.Understand(context.Background(), exchange.File{Content: report(t, s)}, exchange.Hints{}).What; what == exchange.Answers {
		t.Error("the figures are taken for answers")
	}
	lights := community(t)
	lights.Rounds[1].Scale = data.TrafficLight
	for name, c := range map[string]struct {
		content []byte
		outcome exchange.Outcome
		why     string
		want    string // the answers that would come in
	}{
		"whole":                 {one, exchange.Read, "", asOne},
		"two answers in one":    {put(t, one, map[string]any{"E3": "3-4"}), exchange.NeedsLook, "“3-4” is not one of the answers to “" + first.Title + "”.", second.Card + `=-1 "so so"`},
		"an answer of its own":  {put(t, one, map[string]any{"E3": "6 – even better"}), exchange.NeedsLook, "“6 – even better” is not one of the answers to “" + first.Title + "”.", second.Card + `=-1 "so so"`},
		"a yes":                 {put(t, one, map[string]any{"E3": true}), exchange.NeedsLook, "“TRUE” is not one of the answers to “" + first.Title + "”.", second.Card + `=-1 "so so"`},
		"a number with a comma": {put(t, one, map[string]any{"E3": "4,0"}), exchange.Read, "", asOne},
		"a direction in words":  {put(t, one, map[string]any{"F3": "much better, I think"}), exchange.NeedsLook, "“much better, I think” is not one of the answers to “" + first.Title + "”.", asOne},
		"a formula in words": {edited(t, one, func(f *excelize.File) error { return f.SetCellFormula("Answers", "G4", "1+1") }), exchange.NeedsLook,
			"There is a formula in a field for words: the comment on “" + second.Title + "”.", first.Card + `=4 ""`},
		"an error": {spoilt(t, put(t, one, map[string]any{"E3": 987}), answersPart, func(s string) string {
			return strings.Replace(s, "<v>987</v>", "<v>#N/A</v>", 1)
		}), exchange.NeedsLook, "“#N/A” is not one of the answers to “" + first.Title + "”.", second.Card + `=-1 "so so"`},
		"an error as one": {spoilt(t, put(t, one, map[string]any{"E3": 987}), answersPart, func(s string) string {
			return strings.NewReplacer("><v>987</v>", ` t="e"><v>#N/A</v>`).Replace(s)
		}), exchange.NeedsLook, "There is a formula where an answer to “" + first.Title + "” belongs.", second.Card + `=-1 "so so"`},
		"rows sorted": {put(t, one, swapped), exchange.NeedsLook,
			"2 cards stand in other rows than in the form, “" + first.Title + "” for one; what counts is the row that shows their title.", first.Card + `=-1 "so so"` + "\n" + second.Card + `=4 ""`},
		"rows sorted, no names":      {unnamed(t, put(t, one, swapped)), exchange.NeedsLook, lostAll, first.Card + `=-1 "so so"` + "\n" + second.Card + `=4 ""`},
		"a changed question":         {put(t, one, map[string]any{"D3": "Nobody learns a thing."}), exchange.NeedsLook, "1 card reads otherwise on its sheet than in this round: “" + first.Title + "”.", asOne},
		"a changed title":            {put(t, one, map[string]any{"B3": "Fun"}), exchange.NeedsLook, "1 card reads otherwise on its sheet than in this round: “" + first.Title + "”.", asOne},
		"a changed title, no names":  {unnamed(t, put(t, one, map[string]any{"B3": "Fun"})), exchange.NeedsLook, lostAll, asOne},
		"another question, no names": {unnamed(t, put(t, one, map[string]any{"B3": "Fun", "C3": "None.", "D3": "Plenty."})), exchange.OtherForm, "It does not ask about a card of this round: “" + first.Title + "”.", ""},
		"a question more, no names":  {unnamed(t, put(t, one, map[string]any{"A18": 15, "B18": "Fun", "C18": "None.", "D18": "Plenty.", "E18": 3})), exchange.OtherForm, "It asks about a card that is not in this round: Fun.", ""},
		"a row deleted":              {edited(t, one, func(f *excelize.File) error { return f.RemoveRow("Answers", 3) }), exchange.OtherForm, "It does not ask about a card of this round: “" + first.Title + "”.", ""},
		"a column inserted":          {edited(t, one, func(f *excelize.File) error { return f.InsertCols("Answers", "E", 1) }), exchange.Read, "", asOne},
		"rows inserted, no names":    {unnamed(t, edited(t, one, func(f *excelize.File) error { return f.InsertRows("Answers", 4, 3) })), exchange.NeedsLook, lostAll, asOne},
		"the sheet twice, alike":     {copied("4 – closer to the high statement"), exchange.Read, "", asOne},
		"the sheet twice, not alike": {copied("1"), exchange.NeedsLook, "1 card is answered on two sheets in different ways, “" + first.Title + "”; the first counts.", asOne},
		"only the code lost": {spoilt(t, one, bookPart, func(s string) string { return strings.Replace(s, "cop_round", "x_round", 1) }), exchange.NeedsLook,
			"It lost the hidden name that tells its round; it was known by the code CT-01W on its sheets.", asOne},
		"names of a card lost": {spoilt(t, one, bookPart, func(s string) string { return strings.ReplaceAll(s, "_"+first.Card+`"`, `_x"`) }), exchange.NeedsLook,
			"It lost hidden names of 1 card; its answers were found by the numbers and titles on its sheet.", asOne},
		"the code lost everywhere": {edited(t, unnamed(t, one), func(f *excelize.File) error {
			return errors.Join(f.SetCellValue("Answers", "A1", "Round 2, code CT-01WX"), f.SetCellValue("Start here", "B3", "Round 2"))
		}), exchange.OtherRound,
			"It lost the hidden name that tells its round, and the code of this one, CT-01W, does not stand on its sheets.", ""},
		"the other round, no names": {unnamed(t, fill(t, form(t, s, s.Rounds[0].ID), map[string]any{"a_growth": 3})), exchange.OtherRound, "It was made for another round, CT-13W.", ""},
		"the code in a comment": {unnamed(t, put(t, fill(t, form(t, s, s.Rounds[0].ID), map[string]any{"a_growth": 3}), map[string]any{"G3": "Not CT-01W!"})), exchange.OtherRound,
			"It was made for another round, CT-13W.", ""},
		"blank, no names":    {unnamed(t, blank), exchange.Empty, "Nothing was filled in.", ""},
		"a later form":       {spoilt(t, one, bookPart, func(s string) string { return strings.Replace(s, `&#34;1&#34;`, `&#34;2&#34;`, 1) }), exchange.OtherForm, "It was made by another version of the program (form 2).", ""},
		"the figures":        {report(t, s), exchange.NotSurvey, "The workbook is not a questionnaire of this program.", ""},
		"another workbook":   {handmade(t, oneSheet, `<row><c><v>1</v></c></row>`), exchange.NotSurvey, "The workbook is not a questionnaire of this program.", ""},
		"a title as comment": {put(t, one, map[string]any{"G4": second.Title}), exchange.Read, "", first.Card + `=4 ""` + "\n" + second.Card + `=-1 "` + second.Title + `"`},
	} {
		plan, err := exchange.Survey(context.Background(), slices.Values([]exchange.File{{Name: name, Content: c.content}}), s, s.Rounds[1].ID)
		if err != nil {
			t.Fatal(err)
		}
		e := plan.Entries[0]
		if got := words.English().Of(e.Why); e.Outcome != c.outcome || got != c.why {
			t.Errorf("%s: %s, says %q; want %s, %q", name, e.Outcome, got, c.outcome, c.why)
		}
		if c.outcome.Askable() {
			want := strings.Split(c.want, "\n")
			slices.Sort(want)
			expect(t, name, answersOf(exchange.FilledIn(&plan, 0)), strings.Join(append(want, `next=""`), "\n"))
		}
	}
	plan, err := exchange.Survey(context.Background(), slices.Values([]exchange.File{{Content: one}}), lights, lights.Rounds[1].ID)
	if err != nil || plan.Entries[0].Outcome != exchange.NeedsLook || plan.Entries[0].Answers != 0 {
		t.Errorf("4 of three lights: %+v, %v", plan.Entries, err)
	}
}

// Given the open format, when something is reckoned in a field, then it is no answer; a number is one, and a remark on a cell is
// not read.
func TestOpenFormsAreToldTheSame(t *testing.T) {
	s := community(t)
	kept := sample(t, "surveys/libreoffice.ods").Content
	typed, want := somebody(s, 101)
	cards := s.CardsOf(s.Rounds[1].ID)
	card := cards[slices.IndexFunc(cards, func(c data.CardVersion) bool { return strings.HasPrefix(typed["a_"+c.Card], "2 – ") })]
	const answer = `office:value-type="string" calcext:value-type="string"><text:p>2 – closer to the low statement</text:p>`
	change := func(to string) []byte {
		return spoilt(t, kept, "content.xml", func(s string) string { return strings.Replace(s, answer, to, 1) })
	}
	number, err := exchange.ReadSurvey(change(`office:value-type="float" office:value="2"><office:annotation><text:p>5 – look</text:p></office:annotation><text:p>2,00</text:p>`), s, s.Rounds[1].ID)
	if err != nil {
		t.Error(err)
	}
	expect(t, "a number", answersOf(number), want)
	_, err = exchange.ReadSurvey(change(`table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p>`), s, s.Rounds[1].ID)
	if said := words.English().Sentence(err); said != "There is a formula where an answer to “"+card.Title+"” belongs." {
		t.Errorf("says %q", said)
	}
}

// report is the workbook with the figures of all rounds: it lists the same cards, with numbers beside them.
func report(t testing.TB, s *data.Snapshot) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := reports.Write(context.Background(), "results", held{s}, reports.Options{Today: datatest.Today, Say: words.English()}, &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
