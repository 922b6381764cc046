package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/demo"
	"copleader/data/exchange"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports"
)

// held is a snapshot as the source of a document.
type held struct{ snapshot *data.Snapshot }

func (h held) Snapshot(context.Context) (*data.Snapshot, error) { return h.snapshot, nil }

// community is the demo with its second round open again.
func community(t testing.TB) *data.Snapshot {
	t.Helper()
	s, err := demo.Snapshot(datatest.Today)
	if err != nil {
		t.Fatal(err)
	}
	s.Rounds[1].ClosedOn = 0
	return s
}

// form is the questionnaire that our own program makes for the round.
func form(t testing.TB, s *data.Snapshot, roundID int64) []byte {
	t.Helper()
	var out bytes.Buffer
	_, err := reports.Write(context.Background(), "survey", held{s}, reports.Options{Today: datatest.Today, Say: words.English(), RoundID: roundID}, &out)
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// fill types into the fields of a form, each found by its defined name.
func fill(t testing.TB, form []byte, fields map[string]any) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(form))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for _, name := range f.GetDefinedName() {
		value, wanted := fields[name.Name]
		if !wanted {
			continue
		}
		sheet, ref, _ := strings.Cut(strings.ReplaceAll(name.RefersTo, "$", ""), "!")
		sheet = strings.Trim(sheet, "'")
		if text, is := value.(string); is && strings.HasPrefix(text, "=") {
			err = f.SetCellFormula(sheet, ref, text[1:])
		} else {
			err = f.SetCellValue(sheet, ref, value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetDocProps(&excelize.DocProperties{Creator: "Łukasz Wiśniewski"}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// answersOf is everything a questionnaire holds, as one text.
func answersOf(f data.Filled) string {
	var lines []string
	for _, a := range f.Answers {
		lines = append(lines, fmt.Sprintf("%s=%d%s %q", a.Card, a.Value, a.Vote, a.Comment))
	}
	slices.Sort(lines)
	return strings.Join(append(lines, fmt.Sprintf("next=%q", f.Next)), "\n")
}

var typed = map[string]any{
	"a_growth": "4 – closer to the right", "d_growth": "↗ better", "c_growth": "  =1+1 is no formula\nzwei  ",
	"a_safety": "0 – no opinion", "d_safety": "→ same",
	"a_rhythm": 2, "d_rhythm": "↘ worse",
	"c_support": strings.Repeat("语", 400),
	"a_value":   "5 – das trifft zu",
	"c_next":    "More coffee & <less> talk",
}

var asRead = strings.Join([]string{
	`growth=4better "=1+1 is no formula\nzwei"`,
	`rhythm=2worse ""`,
	`safety=0same ""`,
	fmt.Sprintf(`support=-1 %q`, strings.Repeat("语", 300)),
	`value=5 ""`,
	`next="More coffee & <less> talk"`,
}, "\n")

// Given a form of our own, filled in, when it is read, then every answer is as
// typed, blanks stay blank, and nothing of the sender is kept.
func TestFilledFormIsRead(t *testing.T) {
	s := community(t)
	content := fill(t, form(t, s, s.Rounds[1].ID), typed)
	filled, err := exchange.ReadSurvey(content, s, s.Rounds[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := answersOf(filled); got != asRead {
		t.Errorf("read\n%s\nwant\n%s", got, asRead)
	}
	if filled.Code != "CT-01W" || filled.Form != data.SurveyForm {
		t.Errorf("round %q, form %q", filled.Code, filled.Form)
	}
	if strings.Contains(fmt.Sprintf("%+v", filled), "Wiśniewski") {
		t.Error("the sender's name was kept")
	}
}

// Given files of every sort, when the plan is made, then each has its outcome,
// only what was read is taken, and the summary counts them.
func TestPlanTellsFilesApart(t *testing.T) {
	s := community(t)
	two := form(t, s, s.Rounds[1].ID)
	one := form(t, s, s.Rounds[0].ID)
	some := fill(t, two, map[string]any{"a_growth": "3 – half-way"})
	files := []exchange.File{
		{Name: "a.xlsx", Content: some},
		{Name: "same.xlsx", Content: some},
		{Name: "b.xlsx", Content: fill(t, two, typed)},
		{Name: "b again.xlsx", Content: fill(t, two, with(typed, "a_none", ""))},
		{Name: "chance.xlsx", Content: fill(t, two, map[string]any{"a_growth": 3})},
		{Name: "odd.xlsx", Content: fill(t, two, map[string]any{"a_growth": "very good", "a_safety": "2 – closer to the left"})},
		{Name: "formula.xlsx", Content: fill(t, two, map[string]any{"a_growth": "=2+2"})},
		{Name: "half.xlsx", Content: fill(t, two, map[string]any{"a_growth": "4.5"})},
		{Name: "empty.xlsx", Content: two},
		{Name: "old round.xlsx", Content: fill(t, one, typed)},
		{Name: "letter.txt", Content: []byte("Dear leader, 4 and 5")},
		{Name: "cut.xlsx", Content: some[:len(some)-40]},
		{Name: "gone.xlsx", Err: os.ErrNotExist},
	}
	plan, err := exchange.Survey(context.Background(), slices.Values(files), s, s.Rounds[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	want := []exchange.Outcome{exchange.Read, exchange.Twice, exchange.Read, exchange.Twice, exchange.Read, exchange.NeedsLook, exchange.NeedsLook,
		exchange.NeedsLook, exchange.Empty, exchange.OtherRound, exchange.NotSurvey, exchange.Unreadable, exchange.Unreadable}
	wantOutcomes(t, plan.Entries, want)
	say := words.English()
	for at, want := range map[int]string{
		5: "“very good” is not one of the answers to “Growing in my craft”.",
		6: "There is a formula where an answer to “Growing in my craft” belongs.",
	} {
		if got := say.Of(plan.Entries[at].Why); got != want {
			t.Errorf("%s: says %q, want %q", plan.Entries[at].File, got, want)
		}
	}
	if notes := plan.Entries[2].Notes; len(notes) != 1 || say.Of(notes[0]) != "Only the first 300 of 400 characters are taken: the comment on “Time and backing”." {
		t.Errorf("of %s it is told %v", plan.Entries[2].File, notes)
	}
	if got := summaryOf(plan); got != "3 files read, 2 that seem to be there twice, 3 to look at, 1 left blank, 1 refused (other round), 1 refused (not a questionnaire), 2 refused (can't be read)" {
		t.Errorf("summary %q", got)
	}
	if n := len(plan.Filled()); n != 3 {
		t.Errorf("%d to take in", n)
	}
	plan.Decide(1, true)
	plan.Decide(9, true)
	plan.Decide(0, false)
	plan.Decide(99, true)
	if n := len(plan.Filled()); n != 3 || plan.Entries[9].Take {
		t.Errorf("%d to take in after deciding", n)
	}
	if plan.Entries[2].Answers != 4 {
		t.Errorf("%d cards answered, want 4", plan.Entries[2].Answers)
	}
}

// wantOutcomes tells of each file that came out otherwise, that is taken without having been read, or that isn't read and gives no reason.
func wantOutcomes(t *testing.T, entries []exchange.SurveyEntry, want []exchange.Outcome) {
	t.Helper()
	for i, e := range entries {
		if e.Outcome != want[i] || e.Take != (want[i] == exchange.Read) || (e.Outcome == exchange.Read) != e.Why.IsZero() {
			t.Errorf("%s: %s (take %t, %v), want %s", e.File, e.Outcome, e.Take, e.Why, want[i])
		}
	}
}

// summaryOf is what a plan says of all its files, as one text.
func summaryOf(plan exchange.SurveyPlan) string {
	var said []string
	for _, p := range plan.Summary() {
		said = append(said, words.English().Of(p))
	}
	return strings.Join(said, ", ")
}

func with(fields map[string]any, name string, value any) map[string]any {
	all := map[string]any{name: value}
	for k, v := range fields {
		all[k] = v
	}
	return all
}

// takenIn is a store whose open round took in four questionnaires, with the files
// they came from.
func takenIn(t *testing.T) (s *store.Store, before *data.Snapshot, files []exchange.File) {
	t.Helper()
	s = datatest.Filled(t, community(t))
	before = datatest.Read(t, s)
	round := before.Rounds[1].ID
	blank := form(t, before, round)
	for i, fields := range []map[string]any{
		{"a_growth": "1 – the low statement fits", "c_growth": "first"}, {"a_growth": "1", "c_growth": "second", "d_growth": "↗ better"},
		{"a_growth": "0 – no opinion", "c_next": "third"}, {"c_growth": "fourth, without an answer"},
	} {
		files = append(files, exchange.File{Name: fmt.Sprint(i), Content: fill(t, blank, fields)})
	}
	plan, err := exchange.Survey(context.Background(), slices.Values(files), before, round)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ImportResponses(context.Background(), round, data.FromWorkbook, plan.Filled()); err != nil {
		t.Fatal(err)
	}
	return s, before, files
}

// Given a plan that was taken in, then the round counts its answers, and nobody's
// invitation changed.
func TestAnswersTakenInAreCounted(t *testing.T) {
	s, before, _ := takenIn(t)
	after, round := datatest.Read(t, s), before.Rounds[1].ID
	was, is := before.Result(round), after.Result(round)
	if is.Returned != was.Returned+4 {
		t.Errorf("%d returned, before %d", is.Returned, was.Returned)
	}
	growth := func(r data.RoundResult) data.CardResult {
		return r.Cards[slices.IndexFunc(r.Cards, func(c data.CardResult) bool { return c.Card.Card == "growth" })]
	}
	g, h := growth(was), growth(is)
	if h.Figures.Counts[0] != g.Figures.Counts[0]+2 || h.Figures.NoOpinion != g.Figures.NoOpinion+1 || h.Figures.Answers != g.Figures.Answers+2 || h.Votes.Better != g.Votes.Better+1 {
		t.Errorf("growth %+v, before %+v", h.Figures, g.Figures)
	}
	if got := strings.Join(h.Comments, "|"); !strings.Contains(got, "first|fourth, without an answer|second") {
		t.Errorf("comments %q", got)
	}
	if !slices.Equal(after.Invitations, before.Invitations) || !slices.Equal(after.Returns, before.Returns) {
		t.Error("invitations or returns changed")
	}
}

// Given a plan that was taken in, when the same files come again, then they are
// found to be there; and one undo takes all of it back.
func TestAnswersTakenInAreKnownAgain(t *testing.T) {
	s, before, files := takenIn(t)
	ctx := context.Background()
	again, err := exchange.Survey(ctx, slices.Values(files), datatest.Read(t, s), before.Rounds[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if got := again.String(); got != "[twice twice twice twice]" {
		t.Errorf("a second time: %s", got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if now := datatest.Read(t, s); len(now.Responses) != len(before.Responses) || len(now.Answers) != len(before.Answers) {
		t.Error("one undo did not take all of it back")
	}
}

func TestImportRefusesWhatDoesNotFit(t *testing.T) {
	s := datatest.Filled(t, community(t))
	ctx := context.Background()
	before := datatest.Read(t, s)
	open, closed := before.Rounds[1].ID, before.Rounds[0].ID
	good := data.Filled{Code: "ct-01w", Answers: []data.Answer{{Card: "growth", Value: 3}}}
	for name, c := range map[string]struct {
		round int64
		list  []data.Filled
		code  data.Code
	}{
		"nothing":      {open, nil, data.CodeNothing},
		"closed round": {closed, []data.Filled{good}, data.CodeInvalid},
		"no round":     {99, []data.Filled{good}, data.CodeNotFound},
		"other round":  {open, []data.Filled{good, {Code: "OTHER"}}, data.CodeInvalid},
		"other card":   {open, []data.Filled{good, {Answers: []data.Answer{{Card: "weather", Value: 1}}}}, data.CodeInvalid},
		"no answer":    {open, []data.Filled{good, {Answers: []data.Answer{{Card: "growth", Value: 6}}}}, data.CodeInvalid},
	} {
		if err := s.ImportResponses(ctx, c.round, data.FromWorkbook, c.list); !data.IsCode(err, c.code) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if now := datatest.Read(t, s); len(now.Responses) != len(before.Responses) {
		t.Error("something was taken in")
	}
}
