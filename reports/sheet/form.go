package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Choice is a drop-down list. Its options stand within the file's rule for the
// cell, so none may hold a comma, and together they have room for 255 characters.
type Choice struct {
	Options []string
	// Prompt is shown beside the chosen cell, Stop when something else was typed.
	PromptTitle, Prompt string
	StopTitle, Stop     string
}

// Choose lets only the options be put into the cells from one row to another.
func (s *Sheet) Choose(column, firstRow, lastRow int, c Choice) {
	if s.book.err != nil {
		return
	}
	for _, option := range c.Options {
		if strings.ContainsAny(option, ",\"") || option != strings.TrimSpace(option) {
			s.book.keep(fmt.Errorf("an option of a drop-down cannot hold a comma or a quotation mark: %q", option))
			return
		}
	}
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(Ref(firstRow, column) + ":" + Ref(lastRow, column))
	s.book.keep(rule.SetDropList(c.Options))
	s.add(rule, c)
}

// Limit lets no text longer than so many characters be typed into the cells.
func (s *Sheet) Limit(column, firstRow, lastRow, characters int, c Choice) {
	if s.book.err != nil {
		return
	}
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(Ref(firstRow, column) + ":" + Ref(lastRow, column))
	s.book.keep(rule.SetRange(0, characters, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween))
	s.add(rule, c)
}

// Limits of the messages in the file format.
const (
	maxMessageTitle = 32
	maxMessage      = 255
)

func (s *Sheet) add(rule *excelize.DataValidation, c Choice) {
	if c.Prompt != "" {
		rule.SetInput(cut(c.PromptTitle, maxMessageTitle), cut(c.Prompt, maxMessage))
	}
	rule.SetError(excelize.DataValidationErrorStyleStop, cut(c.StopTitle, maxMessageTitle), cut(c.Stop, maxMessage))
	if s.book.err == nil {
		s.book.keep(s.book.file.AddDataValidation(s.name, rule))
	}
}
