package exchange

import (
	"strings"

	"copleader/data"
)

// Pasted is the text that was pasted; empty for a file.
func (s *Source) Pasted() string {
	if s.Path != "" {
		return ""
	}
	return s.text
}

// Passed are the lines of which nothing comes in.
func (s *Source) Passed() []Passed { return s.passed }

// Notes tell what of the source is left where it is: lines before a table, others that are nobody and nothing, and columns.
func (s *Source) Notes() []data.Phrase {
	var notes []data.Phrase
	first, before := 0, 0
	if len(s.Tables) > 0 && s.Columns.Head >= 0 {
		first = s.Tables[s.Sheet].Rows[s.Columns.Head].Line
	}
	for before < len(s.passed) && s.passed[before].Line < first {
		before++
	}
	if before > 0 {
		notes = append(notes, data.SayCount(before, "%d line before the table is not taken: %s.", "%d lines before the table are not taken: %s.", quotedLines(s.passed[:before])))
	}
	if n := len(s.passed) - before; n > 0 {
		notes = append(notes, data.SayCount(n, "%d line is not taken: %s.", "%d lines are not taken: %s.", quotedLines(s.passed[before:])))
	}
	if len(s.Tables) > 0 && s.Err == nil && s.Tables[s.Sheet].Hidden > 0 {
		notes = append(notes, data.SayCount(s.Tables[s.Sheet].Hidden, "%d row that the sheet does not show comes in too.", "%d rows that the sheet does not show come in too."))
	}
	if heads := s.unheld(); len(heads) > 0 {
		notes = append(notes, data.SayCount(len(heads), "%d column is left out: %s.", "%d columns are left out: %s.", quoted(heads)))
	}
	return notes
}

// someSaid is how many of the lines and columns that are not taken are told word by word.
const someSaid = 3

func quotedLines(passed []Passed) string {
	var said []string
	for _, p := range passed[:min(len(passed), someSaid+1)] {
		said = append(said, p.Text)
	}
	return quoted(said)
}

// quoted are the first few of some texts, in quotes.
func quoted(texts []string) string {
	var b strings.Builder
	for i, text := range texts {
		if i == someSaid {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteString(" ")
		}
		b.WriteString("“" + shortened(data.CleanLine(text), 40) + "”")
	}
	return b.String()
}

// unheld are the headings of the columns in which something stands that is left out, as long as nobody has said so.
func (s *Source) unheld() []string {
	if len(s.Tables) == 0 || s.Said || s.told || s.What == Attendance || s.Err != nil {
		return nil
	}
	var heads []string
	t := &s.Tables[s.Sheet]
	for at, key := range s.Columns.Keys {
		look := lookAt(t, at, s.Columns.Head+1)
		if key != "" || look.filled == 0 || s.Columns.Head < 0 && look.count(onlyDigits.MatchString) == look.filled {
			continue // empty, or the numbers of the rows
		}
		head := ""
		if s.Columns.Head >= 0 {
			head = t.Rows[s.Columns.Head].cell(at)
		}
		if head == "" {
			head = s.Sample(at)[0]
		}
		heads = append(heads, head)
	}
	return heads
}
