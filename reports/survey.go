package reports

import (
	"slices"
	"unicode"

	"copleader/data"
	"copleader/reports/sheet"
)

// SurveyForm is the version of the workbook that members fill in. Sent files
// cannot change, so what makes up a version is fixed for ever (domain.md 11.1):
// the defined names below, and that an answer begins with its number (0 for no
// opinion) and a direction with its arrow, in whatever language it was made.
const SurveyForm = "1"

// The names by which a filled workbook is recognised when it comes back.
const (
	SurveyRoundName  = "cop_round"
	SurveyFormName   = "cop_form"
	SurveyAnswer     = "a_" // and the card's key
	SurveyDirection  = "d_"
	SurveyComment    = "c_"
	SurveyNextName   = "c_next"
	SurveyCommentMax = 300 // characters
)

// Columns of the answer sheet.
const (
	surveyNumber = iota + 1
	surveyTitle
	surveyLow
	surveyHigh
	surveyAnswer
	surveyDirection
	surveyComment
)

// makeSurvey makes the workbook that a member fills in, for the open round. If
// none is open the form is that of the chosen or the last round, which says on
// its first sheet that the round has closed: so that a leader can see and show
// what was asked. Without any round there is no code to recognise it by.
func makeSurvey(d *draft) (product, error) {
	round, ok := d.surveyRound()
	if !ok {
		return nil, data.Fault(data.CodeNothing,
			"There is no round of the health check yet. Start one, then its survey can be made.")
	}
	cards := d.cardsOf(round.ID)
	if len(cards) == 0 {
		return nil, data.Fault(data.CodeNothing, "The round “%s” has no cards, so there is nothing to ask.", round.Name)
	}
	for _, card := range cards {
		if !nameable(card.Card) {
			return nil, data.Fault(data.CodeInvalid,
				"The card “%s” has a key that a workbook can't use as a name: %s.", card.Title, card.Card)
		}
	}
	book := sheet.New(d.bookSetup())
	book.NameText(SurveyRoundName, round.Code)
	book.NameText(SurveyFormName, SurveyForm)
	d.surveyStart(book, round)
	d.surveyAnswers(book, round, cards)
	book.Protect()
	return book, book.Err()
}

// bookSetup is the set-up of every workbook. Its author is the community,
// never the user's account.
func (d *draft) bookSetup() sheet.Setup {
	return sheet.Setup{Title: d.title(), Author: d.Community.Name, Language: d.say.Lang(),
		Program: d.program(), Created: d.opt.Now, Letter: d.letter(), Begun: d.begun}
}

// surveyRound is the round asked for, else the one that is open, else the last.
func (d *draft) surveyRound() (data.Round, bool) {
	if d.opt.RoundID != 0 {
		return d.RoundByID(d.opt.RoundID)
	}
	if open := d.OpenRounds(d.opt.Today); len(open) > 0 {
		return open[len(open)-1], true
	}
	return d.LastRound(d.opt.Today)
}

// nameable reports whether a card's key can be part of a defined name.
func nameable(key string) bool {
	return key != "" && !slices.ContainsFunc([]rune(key), func(r rune) bool {
		return r != '_' && r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

var (
	headingStyle = sheet.Style{Size: 20, Bold: true}
	keyStyle     = sheet.Style{Size: 12, Bold: true, Color: sheet.Primary, Wrap: true, Middle: true, Border: sheet.LineBelow}
	factStyle    = sheet.Style{Size: 12, Wrap: true, Middle: true, Border: sheet.LineBelow, Format: sheet.FreeText, Align: "left"}
	headStyle    = sheet.Style{Bold: true, Color: sheet.OnPrimary, Fill: sheet.Primary, Wrap: true, Middle: true, Border: sheet.Frame, Align: "left", Indent: 1}
	textStyle    = sheet.Style{Wrap: true, Middle: true, Border: sheet.Frame, Format: sheet.FreeText, Align: "left", Indent: 1}
)

func (d *draft) surveyStart(book *sheet.Book, round data.Round) {
	s := book.Add(sheet.Layout{Name: d.say.Text("Start here"), Widths: []float64{30, 86}, OnePage: true, Protected: true, Tab: sheet.Primary})
	s.Row(34, sheet.Cell{Value: d.say.Text("How are we doing as a community?"), Style: headingStyle})
	s.Row(24, sheet.Cell{Value: d.Community.Name, Style: sheet.Style{Size: 14, Color: sheet.Muted}})
	for _, fact := range d.surveyFacts(round) {
		s.Row(28, sheet.Cell{Value: fact[0], Style: keyStyle}, sheet.Cell{Value: fact[1], Style: factStyle})
	}
}

// surveyFacts are the lines of the first sheet, each with its label.
func (d *draft) surveyFacts(round data.Round) [][2]string {
	say := d.say
	minGroup := max(round.MinGroup, data.MinGroupFloor)
	facts := [][2]string{
		{say.Text("Round"), say.Text("%s, round code %s", round.Name, round.Code)},
		{say.Text("What it is for"), say.Text("We look at how our community is doing, card by card, and choose one or two things to change. It judges nobody, and there is no overall score.")},
		{say.Text("How it goes"), say.Text("It takes about 5 minutes. Go to the sheet “Answers”. For each card choose in the yellow fields how far the low or the high statement fits, and whether it has become better or worse over the last three months. Leave empty whatever you like; a comment is welcome and optional.")},
		{say.Text("Closes on"), d.closes(round)},
		{say.Text("How to return it"), d.howToReturn(round)},
		{say.Text("Confidential, not anonymous"), say.Text("Whoever receives the file can see who sent it. The program keeps neither your name nor the file: your answers are added to those of the others, in random order, and the file is deleted. If you prefer to stay anonymous, ask for a paper ballot.")},
		{say.Text("Who sees the answers"), say.Text("The leader reads the comments. All members see the counts. Sponsors see counts only, never comments.")},
		{say.Text("Few answers"), say.Text("With fewer than %d answers to a card its result is withheld; only how many replied is shown.", minGroup)},
	}
	if leader, ok := d.Leader(); ok {
		contact := leader.Name
		if leader.Email != "" {
			contact = say.Text("%s, %s", leader.Name, leader.Email)
		}
		facts = append(facts, [2]string{say.Text("Questions"), contact})
	}
	return append(facts, [2]string{say.Text("Form"), say.Text("Version %s", SurveyForm)})
}

func (d *draft) closes(round data.Round) string {
	switch {
	case round.ClosedOn != 0 && round.ClosedOn <= d.opt.Today:
		return d.say.Text("This round closed on %s. Answers can no longer be counted.", round.ClosedOn)
	case round.ClosesOn != 0:
		return d.say.Date(round.ClosesOn)
	}
	return d.say.Text("Open until further notice")
}

func (d *draft) howToReturn(round data.Round) string {
	if round.HowToSend != "" {
		return round.HowToSend
	}
	if leader, ok := d.Leader(); ok && leader.Email != "" {
		return d.say.Text("Save the file and send it to %s.", leader.Email)
	}
	return d.say.Text("Save the file and give it back to whoever sent it.")
}

// surveyWidths are the columns of the answer sheet in characters: they fill an
// A4 sheet lying down.
var surveyWidths = []float64{5, 21, 33, 33, 28, 15, 40}

func (d *draft) surveyAnswers(book *sheet.Book, round data.Round, cards []data.CardVersion) {
	say := d.say
	s := book.Add(sheet.Layout{Name: say.Text("Answers"), Widths: surveyWidths, OnePage: true, Freeze: 2, Protected: true, Tab: sheet.Good})
	title := sheet.Style{Size: 14, Bold: true, Middle: true}
	s.Row(26, sheet.Cell{Value: say.Text("%s: %s, code %s", d.Community.Name, round.Name, round.Code), Style: title},
		sheet.Cell{}, sheet.Cell{}, sheet.Cell{}, sheet.Cell{}, sheet.Cell{}, sheet.Cell{})
	var heads []sheet.Cell
	for _, text := range []string{say.Text("No."), say.Text("Card"), say.Text("■ Low statement"), say.Text("● High statement"),
		say.Text("Your answer"), say.Text("In the last three months"), say.Text("Comment (at most %d characters)", SurveyCommentMax)} {
		heads = append(heads, sheet.Cell{Value: text, Style: headStyle})
	}
	s.Row(32, heads...)
	first := s.Next()
	for i, card := range cards {
		d.surveyCard(s, i+1, card)
		row := s.Next() - 1
		book.NameCells(SurveyAnswer+card.Card, s.At(row, surveyAnswer))
		book.NameCells(SurveyDirection+card.Card, s.At(row, surveyDirection))
		book.NameCells(SurveyComment+card.Card, s.At(row, surveyComment))
	}
	last := s.Next() - 1
	d.surveyRules(s, round.Scale, first, last)
	book.NameCells(SurveyNextName, d.surveyNext(s))
}

// answerField is the look of a cell that can be filled in.
var answerField = sheet.Style{Fill: sheet.WarnSoft, Align: "left", Indent: 1, Wrap: true, Middle: true, Unlocked: true, Format: sheet.FreeText, Border: sheet.InputFrame}

func (d *draft) surveyCard(s *sheet.Sheet, number int, card data.CardVersion) {
	bold, low, high, count := textStyle, textStyle, textStyle, textStyle
	bold.Bold = true
	low.Fill, high.Fill = sheet.BadSoft, sheet.GoodSoft
	count.Align, count.Indent, count.Format, count.Color = "center", 0, sheet.Whole, sheet.Muted
	s.Row(46,
		sheet.Cell{Value: number, Style: count}, sheet.Cell{Value: card.Title, Style: bold},
		sheet.Cell{Value: card.Low, Style: low}, sheet.Cell{Value: card.High, Style: high},
		sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField})
}

func (d *draft) surveyRules(s *sheet.Sheet, scale data.Scale, first, last int) {
	say := d.say
	stop := say.Text("Please choose from the list")
	how := say.Text("Choose one of the answers from the list or delete what you typed.")
	s.Choose(surveyAnswer, first, last, sheet.Choice{Options: d.answerOptions(scale),
		PromptTitle: say.Text("Which statement fits?"), Prompt: say.Text("The low statement stands at the left and the high one at the right."),
		StopTitle: stop, Stop: how})
	s.Choose(surveyDirection, first, last, sheet.Choice{Options: d.directionOptions(),
		PromptTitle: say.Text("In the last three months"), Prompt: say.Text("Has it become better or worse for you?"),
		StopTitle: stop, Stop: how})
	d.limitComment(s, surveyComment, first, last)
}

func (d *draft) limitComment(s *sheet.Sheet, column, first, last int) {
	say := d.say
	s.Limit(column, first, last, SurveyCommentMax, sheet.Choice{
		PromptTitle: say.Text("Comment"), Prompt: say.Text("Optional. Please name nobody."),
		StopTitle: say.Text("A little too long"), Stop: say.Text("There is room for %d characters.", SurveyCommentMax)})
}

// answerOptions carry the number and the text; none may hold a comma.
func (d *draft) answerOptions(scale data.Scale) []string {
	say := d.say
	if scale == data.TrafficLight {
		return []string{
			say.Text("1 – ■ red: the low statement fits"), say.Text("2 – ▲ amber: some real problems"),
			say.Text("3 – ● green: the high statement fits"), say.Text("0 – no opinion")}
	}
	return []string{
		say.Text("1 – the low statement fits"), say.Text("2 – closer to the left"), say.Text("3 – half-way"),
		say.Text("4 – closer to the right"), say.Text("5 – the high statement fits"), say.Text("0 – no opinion")}
}

func (d *draft) directionOptions() []string {
	return []string{d.say.Text("↗ better"), d.say.Text("→ same"), d.say.Text("↘ worse")}
}

// surveyNext adds the free line at the end and gives its cell's place.
func (d *draft) surveyNext(s *sheet.Sheet) string {
	ask := sheet.Style{Bold: true, Wrap: true, Middle: true, Align: "left", Indent: 1}
	row := s.Row(46, sheet.Cell{}, sheet.Cell{Value: d.say.Text("One thing we should do next"), Style: ask},
		sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField},
		sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField})
	s.Merge(row, surveyLow, surveyComment)
	d.limitComment(s, surveyLow, row, row)
	return s.At(row, surveyLow)
}
