package exchange

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// errNoSurvey is that a workbook is not one of our questionnaires.
var errNoSurvey = errors.New("not a questionnaire")

// reading is what was made out of one questionnaire.
type reading struct {
	filled data.Filled
	asked  []string      // the keys of the cards that the form has fields for
	doubts []data.Phrase // answers that could not be made out, and were left blank
}

// refusals are why a file is not read, the plainest reason first: one fault may lie within another.
var refusals = []struct {
	err     error
	outcome Outcome
	why     data.Phrase
}{
	{errTooLarge, NotSurvey, data.Say("The file is far larger than a questionnaire; it was not read.")},
	{errNoBook, NotSurvey, data.Say("The file is no Excel workbook.")},
	{errOldExcel, NotSurvey, data.Say("The file is a workbook of the old kind (.xls); please save it as .xlsx.")},
	{errEncrypted, Unreadable, data.Say("The file is protected by a password; please save it without one.")},
	{errOpenDoc, NotSurvey, data.Say("The file is an OpenDocument spreadsheet (.ods); please save it as .xlsx.")},
	{errMacros, NotSurvey, data.Say("The workbook holds macros, which no questionnaire of ours does; it was not read.")},
	{errNoSurvey, NotSurvey, data.Say("The workbook is not a questionnaire of this program.")},
}

// refusal says what becomes of a file that was not read, and why.
func refusal(err error) (Outcome, data.Phrase) {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return r.outcome, r.why
		}
	}
	return Unreadable, data.Say("The file is damaged; please ask for it again.")
}

// readSurvey reads a questionnaire, however it may have been spoilt.
func readSurvey(content []byte) (read reading, err error) {
	defer func() {
		if r := recover(); r != nil {
			read, err = reading{}, errDamaged
		}
	}()
	b, err := openBook(content)
	if err != nil {
		return reading{}, err
	}
	code, coded := constantOf(b.names[data.SurveyRoundName])
	form, formed := constantOf(b.names[data.SurveyFormName])
	if !coded || !formed {
		return reading{}, errNoSurvey
	}
	fields, err := b.fields()
	if err != nil {
		return reading{}, err
	}
	r := answerReader{fields: fields}
	read.asked = b.cards()
	for _, card := range read.asked {
		r.read(card)
	}
	read.filled = data.Filled{Code: data.CleanLine(code), Form: data.CleanLine(form), Answers: r.answers,
		Next: r.words(data.SurveyNextName, data.Say("One thing we should do next"))}
	read.doubts = r.doubts
	return read, nil
}

// cards lists the keys of the cards that the workbook has an answer cell for.
func (b *book) cards() []string {
	var cards []string
	for name := range b.names {
		if key, is := strings.CutPrefix(name, data.SurveyAnswerName); is && key != "" {
			cards = append(cards, key)
		}
	}
	slices.Sort(cards)
	return cards
}

// fields reads the cells that defined names of a questionnaire point to.
func (b *book) fields() (map[string]cell, error) {
	bySheet := map[string]map[string]bool{}
	places := map[string]place{}
	for name, refers := range b.names {
		if !strings.HasPrefix(name, data.SurveyAnswerName) && !strings.HasPrefix(name, data.SurveyDirectionName) && !strings.HasPrefix(name, data.SurveyCommentName) {
			continue
		}
		at, ok := placeOf(refers)
		if !ok {
			if strings.HasPrefix(name, data.SurveyAnswerName) {
				return nil, errDamaged // its row was deleted; read on, it would look like a blank
			}
			continue
		}
		places[name] = at
		if bySheet[at.sheet] == nil {
			bySheet[at.sheet] = map[string]bool{}
		}
		bySheet[at.sheet][at.ref] = true
	}
	if len(places) == 0 {
		return nil, errNoSurvey
	}
	read := map[string]map[string]cell{}
	for sheet, wanted := range bySheet {
		part, there := b.sheets[sheet]
		if !there {
			return nil, errDamaged // the sheet of the answers was taken out
		}
		found, err := b.cells(part, wanted)
		if err != nil {
			return nil, err
		}
		read[sheet] = found
	}
	fields := map[string]cell{}
	for name, at := range places {
		if c, there := read[at.sheet][at.ref]; there {
			fields[name] = c
		}
	}
	return fields, nil
}

// cardKey stands for a card in what is said about a form until the round, which knows its title, is at hand.
type cardKey string

// answerReader makes answers of the fields of one questionnaire.
type answerReader struct {
	fields  map[string]cell
	answers []data.Answer
	doubts  []data.Phrase
}

func (r *answerReader) read(card string) {
	a := data.Answer{Card: card, Value: data.Blank, Comment: r.words(data.SurveyCommentName+card, data.Say("the comment on “%s”", cardKey(card)))}
	if text, there := r.chosen(data.SurveyAnswerName+card, card); there {
		if value, ok := valueOf(text); ok {
			a.Value = value
		} else {
			r.doubt(card, text)
		}
	}
	if text, there := r.chosen(data.SurveyDirectionName+card, card); there {
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
func (r *answerReader) chosen(name, card string) (string, bool) {
	c, there := r.fields[name]
	if there && c.formula {
		r.doubts = append(r.doubts, data.Say("There is a formula where an answer to “%s” belongs.", cardKey(card)))
		return "", false
	}
	text := data.CleanLine(c.text)
	return text, text != ""
}

func (r *answerReader) doubt(card, text string) {
	r.doubts = append(r.doubts, data.Say("“%s” is not one of the answers to “%s”.", shortened(text, 40), cardKey(card)))
}

// words is the text of a free field, cut where the form said it would be.
func (r *answerReader) words(name string, what data.Phrase) string {
	c := r.fields[name]
	if c.formula {
		r.doubts = append(r.doubts, data.Say("There is a formula in a field for words: %s.", what))
		return ""
	}
	return shortened(data.CleanText(c.text), data.SurveyCommentMax)
}

// shortened cuts a text to so many characters.
func shortened(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return strings.TrimSpace(string(runes[:most]))
}

// valueOf reads an answer by the number it begins with, whatever its language:
// "4 – closer to the right", or the number alone.
func valueOf(text string) (int, bool) {
	runes := []rune(text)
	value := int(runes[0] - '0')
	if value < 0 || value > 5 {
		return 0, false
	}
	rest := strings.TrimLeft(string(runes[1:]), " ")
	alone := rest == "" || rest == ".0" // a number that went through a cell of numbers
	return value, alone || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "-")
}

// voteOf reads a direction by its arrow, whatever its language.
func voteOf(text string) (data.TrendVote, bool) {
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
