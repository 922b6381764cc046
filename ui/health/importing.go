package health

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/exchange"
)

// Sheets are filled workbooks that were chosen, and the plan of what taking them in would do.
type Sheets struct {
	paths []string
	plan  exchange.SurveyPlan
}

// SheetRow is one file of the plan, worded.
type SheetRow struct {
	Place  int64 // in the plan, from 1
	File   string
	Says   string
	Take   bool
	Choose bool // the leader may decide
}

// ReadSheets reads files for the round and plans what to do with them, all of them together since they are compared with one
// another; of a folder it reads the workbooks in it. It is called off the window's goroutine.
func (s *State) ReadSheets(ctx context.Context, roundID int64, paths []string) (Sheets, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return Sheets{}, err
	}
	paths = exchange.WithFolders(paths...)
	plan, err := exchange.Survey(ctx, exchange.Workbooks(paths...), snapshot, roundID)
	return Sheets{paths: paths, plan: plan}, err
}

// SheetRows word the plan.
func (s *State) SheetRows(sheets Sheets) []SheetRow {
	out := make([]SheetRow, len(sheets.plan.Entries))
	for i := range sheets.plan.Entries {
		e := &sheets.plan.Entries[i]
		row := SheetRow{Place: int64(i + 1), File: e.File, Take: e.Take, Choose: e.Outcome.Askable()}
		if row.Says = s.sheetSays(e); e.Outcome == exchange.Read {
			row.Says = s.say.Count(e.Answers, "%d card answered", "%d cards answered")
		}
		for _, note := range e.Notes {
			row.Says += " " + s.say.Of(note)
		}
		out[i] = row
	}
	return out
}

// sheetSays tells all that is to know about a file.
func (s *State) sheetSays(e *exchange.SurveyEntry) string {
	says := []string{s.say.Of(e.Why)}
	for _, d := range e.Doubts {
		if doubt := s.say.Of(d); doubt != says[0] {
			says = append(says, doubt)
		}
	}
	return strings.Join(says, " ")
}

// SheetsSummary says in a line what the plan would do.
func (s *State) SheetsSummary(sheets Sheets) string {
	var out []string
	for _, p := range sheets.plan.Summary() {
		out = append(out, s.say.Of(p))
	}
	return strings.Join(out, ", ")
}

// Decide takes a file's answers in, or leaves them out.
func (sh *Sheets) Decide(place int64, take bool) { sh.plan.Decide(int(place)-1, take) }

// Undecided is how many files wait for the leader's word.
func (sh *Sheets) Undecided() int { return sh.plan.Undecided() }

// TakeUndecided takes in all files that wait for the leader's word.
func (sh *Sheets) TakeUndecided() { sh.plan.TakeUndecided() }

// Taken is how many replies would be taken in.
func (sh *Sheets) Taken() int {
	n := 0
	for i := range sh.plan.Entries {
		if sh.plan.Entries[i].Take {
			n++
		}
	}
	return n
}

// answersKept are the files whose answers are in the round once the plan is done.
func (sh *Sheets) answersKept() []exchange.Book {
	var out []exchange.Book
	for i := range sh.plan.Entries {
		if e := &sh.plan.Entries[i]; e.Take || e.Outcome == exchange.Twice {
			out = append(out, exchange.Book{Path: sh.paths[i], Digest: e.Digest})
		}
	}
	return out
}

// TakeSheets takes the answers in, as one act.
func (s *State) TakeSheets(ctx context.Context, roundID int64, sheets Sheets) error {
	return s.store.ImportResponses(ctx, roundID, data.FromWorkbook, sheets.plan.Filled())
}

// workbooksBeside are the other workbooks in the folder of one.
func workbooksBeside(path string) []string {
	return slices.DeleteFunc(exchange.WorkbooksIn(filepath.Dir(path)), func(other string) bool { return other == filepath.Clean(path) })
}
