package exchange

import (
	"context"

	"copleader/data"
)

// TablesOf and CardsOf read without the net that catches mistakes of ours, for fuzzing.
func TablesOf(content []byte) ([]Table, error) { return tablesOf(context.Background(), content) }

// CardsOf is TablesOf for cards.
func CardsOf(content []byte) ([]Person, error) { return cardsOf(context.Background(), content) }

// ReadSurvey reads one questionnaire, for tests. The error is a data.Error that says
// why a file is none.
func ReadSurvey(content []byte) (data.Filled, error) {
	r, err := readSurvey(content)
	switch {
	case err != nil:
		_, why := refusal(err)
		return data.Filled{}, &data.Error{Code: data.CodeInvalid, Key: why.Key, Args: why.Args, Cause: err}
	case len(r.doubts) > 0:
		return data.Filled{}, data.Fault(data.CodeInvalid, r.doubts[0].Key, r.doubts[0].Args...)
	}
	return r.filled, nil
}

// DayReader reads days as the samples are written.
func DayReader(samples ...string) func(string) (data.Date, bool) { return dayReader(samples) }

// ReadClock reads a time of day.
func ReadClock(s string) (data.Clock, bool) { return readClock(s) }

// Headings are the words that are understood over columns, with what each stands for.
func Headings() map[What]map[string]string {
	return map[What]map[string]string{People: peopleHeadings, Events: eventHeadings, Items: itemHeadings, Attendance: attendanceHeadings}
}

// HeadingWord is what is compared of a heading.
func HeadingWord(heading string) string { return headingWord(heading) }
