package health

import (
	"context"
	"os"
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
// another; it is called off the window's goroutine.
func (s *State) ReadSheets(ctx context.Context, roundID int64, paths []string) (Sheets, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return Sheets{}, err
	}
	plan, err := exchange.Survey(ctx, exchange.Files(paths...), snapshot, roundID)
	return Sheets{paths: paths, plan: plan}, err
}

// SheetRows word the plan.
func (s *State) SheetRows(sheets Sheets) []SheetRow {
	out := make([]SheetRow, len(sheets.plan.Entries))
	for i := range sheets.plan.Entries {
		e := &sheets.plan.Entries[i]
		row := SheetRow{Place: int64(i + 1), File: e.File, Take: e.Take, Choose: e.Outcome.Askable()}
		switch {
		case e.Outcome == exchange.Read:
			row.Says = s.say.Count(e.Answers, "%d card answered", "%d cards answered")
		case len(e.Doubts) > 0:
			var doubts []string
			for _, d := range e.Doubts {
				doubts = append(doubts, s.say.Of(d))
			}
			row.Says = strings.Join(doubts, " ")
		default:
			row.Says = s.say.Of(e.Why)
		}
		out[i] = row
	}
	return out
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
func (sh *Sheets) answersKept() []string {
	var out []string
	for i := range sh.plan.Entries {
		if e := &sh.plan.Entries[i]; e.Take || e.Outcome == exchange.Twice {
			out = append(out, sh.paths[i])
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
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil // nothing to offer
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		// A name with ~$ is what Excel keeps beside an open file.
		if e.Type().IsRegular() && strings.EqualFold(filepath.Ext(name), ".xlsx") && !strings.HasPrefix(name, "~$") && name != filepath.Base(path) {
			out = append(out, filepath.Join(filepath.Dir(path), name))
		}
	}
	slices.Sort(out)
	return out
}
