package exchange

import (
	"context"
	"slices"

	"copleader/data"
)

// TablesOf and CardsOf read without the net that catches mistakes of ours, for fuzzing.
func TablesOf(content []byte) ([]Table, error) { return tablesOf(context.Background(), content) }

// CardsOf is TablesOf for cards.
func CardsOf(content []byte) ([]Person, error) { return cardsOf(context.Background(), content) }

// errNoList is that a file holds no list of who was at a meeting.
var errNoList = data.Fault(data.CodeInvalid, "The file is no list of who was at a meeting; nothing was changed.")

// AttendanceOf reads who was at a meeting out of a file, as Understand does.
func AttendanceOf(ctx context.Context, f File) (Attended, error) {
	return within(ctx, f, func(ctx context.Context, content []byte) (Attended, error) {
		tables, err := tablesOf(ctx, content)
		if err != nil {
			return Attended{}, err
		}
		for i := range tables {
			if a, ok := attendedIn(&tables[i], f.Name); ok {
				return a, nil
			}
		}
		return Attended{}, errNoList
	})
}

// ReadSurvey reads one questionnaire of a round, for tests. The error is a data.Error that
// says what is the matter with it.
func ReadSurvey(content []byte, s *data.Snapshot, roundID int64) (data.Filled, error) {
	plan, err := Survey(context.Background(), slices.Values([]File{{Content: content}}), s, roundID)
	if err != nil {
		return data.Filled{}, err
	}
	e := plan.Entries[0]
	if e.Outcome != Read {
		return e.filled, &data.Error{Code: data.CodeInvalid, Key: e.Why.Key, Args: e.Why.Args}
	}
	return e.filled, nil
}

// DayReader reads days as the samples are written.
func DayReader(samples ...string) func(string) (data.Date, bool) { return dayReader(samples) }

// ReadClock reads a time of day.
func ReadClock(s string) (data.Clock, bool) { return clockIn(s) }

// Headings are the words that are understood over columns, with what each stands for.
func Headings() map[What]map[string]string {
	return map[What]map[string]string{People: peopleHeadings, Events: eventHeadings, Items: itemHeadings, Attendance: attendanceHeadings}
}

// HeadingWord is what is compared of a heading.
func HeadingWord(heading string) string { return headingWord(heading) }

// FilledIn is what was read of one file of a plan.
func FilledIn(p *SurveyPlan, i int) data.Filled { return p.Entries[i].filled }
