package exchange

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"copleader/data"
)

// errNoSurvey is that a workbook is not one of our questionnaires.
var errNoSurvey = errors.New("not a questionnaire")

// refusals are why a file is not read, the plainest reason first: one fault may lie within another.
var refusals = []struct {
	err     error
	outcome Outcome
	why     data.Phrase
}{
	{errTooLarge, NotSurvey, tooLargeForSurvey},
	{errRows, NotSurvey, tooLargeForSurvey}, {errColumns, NotSurvey, tooLargeForSurvey}, {context.DeadlineExceeded, NotSurvey, tooLargeForSurvey},
	{errNoBook, NotSurvey, data.Say("The file is no workbook; questionnaires come back as .xlsx or .ods.")},
	{errOldExcel, NotSurvey, data.Say("The file is a workbook of the old kind (.xls); please save it as .xlsx or .ods.")},
	{errEncrypted, Unreadable, data.Say("The file is protected by a password; please save it without one.")},
	{errMacros, NotSurvey, data.Say("The workbook holds macros, which no questionnaire of ours does; it was not read.")},
	{errNoSurvey, NotSurvey, data.Say("The workbook is not a questionnaire of this program.")},
}

var tooLargeForSurvey = data.Say("The file is far larger than a questionnaire; it was not read.")

// refusal says what becomes of a file that was not read, and why.
func refusal(err error) (Outcome, data.Phrase) {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return r.outcome, r.why
		}
	}
	return Unreadable, data.Say("The file is damaged; please ask for it again.")
}

// readSurvey reads the sheets of a questionnaire, however it may have been spoilt, in the
// time that a file may take.
func readSurvey(ctx context.Context, content []byte) (f *filledForm, err error) {
	ctx, stop := context.WithTimeout(ctx, maxTime)
	defer stop()
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, errDamaged
		}
	}()
	return readForm(ctx, content)
}

// maxMaybe is how large a file may be that is looked at whether it is a questionnaire, which
// has 20 KB: a long list is not read twice.
const maxMaybe = 256 << 10

// isSurvey reports whether a file is a questionnaire of ours: by its names, else by the
// heading over its first card.
func isSurvey(ctx context.Context, content []byte) bool {
	if len(content) > maxMaybe {
		return false
	}
	f, err := readSurvey(ctx, content)
	if err != nil {
		return false
	}
	return f.code != "" || slices.ContainsFunc(f.tables, func(t Table) bool {
		for i := range t.Rows[:min(len(t.Rows), 5)] {
			if isHeading(t.Rows[i].Cells) && i+1 < len(t.Rows) && t.Rows[i+1].Cells[0] == "1" {
				return true
			}
		}
		return false
	})
}

// isHeading reports whether these are the headings of a form: seven, of which the last
// says how long a comment may be.
func isHeading(cells []string) bool {
	return len(cells) == commentBeside+2 && !slices.Contains(cells, "") && strings.Contains(cells[commentBeside+1], strconv.Itoa(data.SurveyCommentMax))
}

// answerReader makes answers of what stands in the fields of a form.
type answerReader struct {
	form    *filledForm
	scale   data.Scale
	answers []data.Answer
	doubts  []data.Phrase // what could not be made out, and was left blank
	notes   []data.Phrase // what was cut
}

func (r *answerReader) read(card *data.CardVersion, at fields) {
	a := data.Answer{Card: card.Card, Value: data.Blank, Comment: r.words(at.comment, data.Say("the comment on “%s”", card.Title))}
	if text, there := r.chosen(at.answer, card); there {
		if value, ok := valueOf(text); ok && (r.scale != data.TrafficLight || value <= 3) {
			a.Value = value
		} else {
			r.doubt(card, text)
		}
	}
	if text, there := r.chosen(at.direction, card); there {
		if vote, ok := voteOf(text); ok {
			a.Vote = vote
		} else {
			r.doubt(card, text)
		}
	}
	if a.Value != data.Blank || a.Vote != "" || a.Comment != "" {
		r.answers = append(r.answers, a)
	}
}

// chosen is the text of a field with a list to choose from.
func (r *answerReader) chosen(at place, card *data.CardVersion) (string, bool) {
	c := r.form.at(at)
	if c.formula {
		r.doubts = append(r.doubts, data.Say("There is a formula where an answer to “%s” belongs.", card.Title))
		return "", false
	}
	text := data.CleanLine(c.text)
	return text, text != ""
}

func (r *answerReader) doubt(card *data.CardVersion, text string) {
	r.doubts = append(r.doubts, data.Say("“%s” is not one of the answers to “%s”.", shortened(text, 40), card.Title))
}

// words is the text of a free field, cut where the form said it would be.
func (r *answerReader) words(at place, what data.Phrase) string {
	c := r.form.at(at)
	if c.formula {
		r.doubts = append(r.doubts, data.Say("There is a formula in a field for words: %s.", what))
		return ""
	}
	text := data.CleanText(c.text)
	if n := data.Length(text); n > data.SurveyCommentMax {
		r.notes = append(r.notes, data.Say("Only the first %d of %d characters are taken: %s.", data.SurveyCommentMax, n, what))
	}
	return shortened(text, data.SurveyCommentMax)
}

// shortened cuts a text to so many characters.
func shortened(text string, most int) string {
	if data.Length(text) <= most {
		return text
	}
	return strings.TrimSpace(firstOf(text, most))
}

// valueOf reads an answer by the number it begins with, whatever its language:
// "4 – closer to the right", or the number alone. "3-4" is two answers, so none.
func valueOf(text string) (int, bool) {
	value := int(text[0]) - '0'
	if value < 0 || value > 5 {
		return 0, false
	}
	rest := strings.TrimLeft(text[1:], " ")
	if rest == "" || rest == ".0" || rest == ",0" { // a number that went through a cell of numbers
		return value, true
	}
	words, dashed := rest, false
	for _, dash := range []string{"–", "—", "-"} {
		words, dashed = strings.TrimPrefix(words, dash), dashed || strings.HasPrefix(rest, dash)
	}
	words = strings.TrimLeft(words, " ")
	return value, dashed && (words == "" || words[0] < '0' || words[0] > '9')
}

// votesInWords are directions without their arrows, as they are typed where a program shows no list to choose from.
var votesInWords = withWords(nil, map[string]string{
	string(data.VoteBetter): "better besser mieux mejor", string(data.VoteSame): "same thesame gleich pareil identique igual",
	string(data.VoteWorse): "worse schlechter moinsbien pire peor",
})

// voteOf reads a direction by its arrow, whatever its language, else by its word.
func voteOf(text string) (data.TrendVote, bool) {
	if vote, is := votesInWords[headingWord(text)]; is {
		return data.TrendVote(vote), true
	}
	switch []rune(strings.TrimLeftFunc(text, unicode.IsSpace))[0] {
	case '↗':
		return data.VoteBetter, true
	case '→':
		return data.VoteSame, true
	case '↘':
		return data.VoteWorse, true
	}
	return "", false
}
