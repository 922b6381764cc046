package forhealthcheck

import (
	"copleader/data"
	"copleader/reports/press"
	"copleader/reports/sheet"
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

// Survey makes the workbook that a member fills in, for the open round. If
// none is open the form is that of the chosen or the last round, which says on
// its first sheet that the round has closed: so that a leader can see and show
// what was asked. Without any round there is no code to recognise it by.
func Survey(d *press.Draft) (press.Product, error) {
	round, ok := surveyRound(d)
	if !ok {
		return nil, data.Fault(data.CodeNothing,
			"There is no round of the health check yet. Start one, then its survey can be made.")
	}
	cards := d.CardsOf(round.ID)
	if len(cards) == 0 {
		return nil, data.Fault(data.CodeNothing, "The round “%s” has no cards, so there is nothing to ask.", round.Name)
	}
	for _, card := range cards {
		if !sheet.Nameable(card.Card) {
			return nil, data.Fault(data.CodeInvalid,
				"The card “%s” has a key that a workbook can't use as a name: %s.", card.Title, card.Card)
		}
	}
	book := sheet.New(d.BookSetup())
	book.NameText(data.SurveyRoundName, round.Code)
	book.NameText(data.SurveyFormName, data.SurveyForm)
	surveyStart(d, book, round)
	surveyAnswers(d, book, round, cards)
	book.Protect()
	return press.Writing(book.Write), book.Err()
}

// surveyRound is the round asked for, else the one that is open, else the last.
func surveyRound(d *press.Draft) (data.Round, bool) {
	if d.Opt.RoundID != 0 {
		return d.RoundByID(d.Opt.RoundID)
	}
	if open := d.OpenRounds(d.Opt.Today); len(open) > 0 {
		return open[len(open)-1], true
	}
	return d.LastRound(d.Opt.Today)
}

func surveyStart(d *press.Draft, book *sheet.Book, round data.Round) {
	s := book.Add(sheet.Layout{Name: d.Say.Text("Start here"), Widths: []float64{30, 86}, OnePage: true, Protected: true, Tab: sheet.Primary})
	s.Row(34, sheet.Cell{Value: d.Say.Text("How are we doing as a community?"), Style: press.HeadingStyle})
	s.Row(24, sheet.Cell{Value: d.Community.Name, Style: sheet.Style{Size: 14, Color: sheet.Muted}})
	for _, fact := range surveyFacts(d, round) {
		s.Row(28, sheet.Cell{Value: fact[0], Style: press.KeyStyle}, sheet.Cell{Value: fact[1], Style: press.FactStyle})
	}
}

// surveyFacts are the lines of the first sheet, each with its label.
func surveyFacts(d *press.Draft, round data.Round) [][2]string {
	say := d.Say
	minGroup := max(round.MinGroup, data.MinGroupFloor)
	facts := [][2]string{
		{say.Text("Round"), say.Text("%s, round code %s", round.Name, round.Code)},
		{say.Text("What it is for"), say.Text("We look at how our community is doing, card by card, and choose one or two things to change. It judges nobody, and there is no overall score.")},
		{say.Text("How it goes"), say.Text("It takes about 5 minutes. Go to the sheet “Answers”. For each card choose in the yellow fields how far the low or the high statement fits, and whether it has become better or worse over the last three months. Leave empty whatever you like; a comment is welcome and optional.")},
		{say.Text("Closes on"), closes(d, round)},
		{say.Text("How to return it"), howToReturn(d, round)},
		{say.Text("Confidential, not anonymous"), say.Text("Whoever receives the file can see who sent it. The program keeps neither your name nor the file: your answers are added to those of the others, in random order, and whoever took them in is asked to delete the file. If you prefer to stay anonymous, ask for a paper ballot.")},
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
	return append(facts, [2]string{say.Text("Form"), say.Text("Version %s", data.SurveyForm)})
}

// over reports whether nobody is asked any more.
func over(d *press.Draft, round data.Round) bool {
	return round.ClosedOn != 0 && round.ClosedOn <= d.Opt.Today
}

func closes(d *press.Draft, round data.Round) string {
	switch {
	case over(d, round):
		return d.Say.Text("This round closed on %s. Answers can no longer be counted.", round.ClosedOn)
	case round.ClosesOn != 0:
		return d.Say.Date(round.ClosesOn)
	}
	return d.Say.Text("Open until further notice")
}

func howToReturn(d *press.Draft, round data.Round) string {
	if over(d, round) {
		return d.Say.Text("This form is to look at; please send no answers.")
	}
	if round.HowToSend != "" {
		return round.HowToSend
	}
	if leader, ok := d.Leader(); ok && leader.Email != "" {
		return d.Say.Text("Save the file and send it to %s.", leader.Email)
	}
	return d.Say.Text("Save the file and give it back to whoever sent it.")
}

// surveyWidths are the columns of the answer sheet in characters: they fill an
// A4 sheet lying down.
var surveyWidths = []float64{5, 21, 33, 33, 28, 15, 40}

func surveyAnswers(d *press.Draft, book *sheet.Book, round data.Round, cards []data.CardVersion) {
	say := d.Say
	s := book.Add(sheet.Layout{Name: say.Text("Answers"), Widths: surveyWidths, OnePage: true, Freeze: 2, Protected: true, Tab: sheet.Good})
	title := sheet.Style{Size: 14, Bold: true, Middle: true}
	s.Row(26, sheet.Cell{Value: say.Text("%s: %s, code %s", d.Community.Name, round.Name, round.Code), Style: title},
		sheet.Cell{}, sheet.Cell{}, sheet.Cell{}, sheet.Cell{}, sheet.Cell{}, sheet.Cell{})
	var heads []sheet.Cell
	for _, text := range []string{say.Text("No."), say.Text("Card"), say.Text("■ Low statement"), say.Text("● High statement"),
		say.Text("Your answer"), say.Text("In the last three months"), say.Text("Comment (at most %d characters)", data.SurveyCommentMax)} {
		heads = append(heads, sheet.Cell{Value: text, Style: press.HeadStyle})
	}
	s.Row(32, heads...)
	first := s.Next()
	for i, card := range cards {
		surveyCard(d, s, i+1, card)
		row := s.Next() - 1
		book.NameCells(data.SurveyAnswerName+card.Card, s.At(row, surveyAnswer))
		book.NameCells(data.SurveyDirectionName+card.Card, s.At(row, surveyDirection))
		book.NameCells(data.SurveyCommentName+card.Card, s.At(row, surveyComment))
	}
	last := s.Next() - 1
	surveyRules(d, s, round.Scale, first, last)
	book.NameCells(data.SurveyNextName, surveyNext(d, s))
}

// answerField is the look of a cell that can be filled in.
var answerField = sheet.Style{Fill: sheet.WarnSoft, Align: "left", Indent: 1, Wrap: true, Middle: true, Unlocked: true, Format: sheet.FreeText, Border: sheet.InputFrame}

func surveyCard(d *press.Draft, s *sheet.Sheet, number int, card data.CardVersion) {
	bold, low, high, count := press.TextStyle, press.TextStyle, press.TextStyle, press.TextStyle
	bold.Bold = true
	low.Fill, high.Fill = sheet.BadSoft, sheet.GoodSoft
	count.Align, count.Indent, count.Format, count.Color = "center", 0, sheet.Whole, sheet.Muted
	s.Row(46,
		sheet.Cell{Value: number, Style: count}, sheet.Cell{Value: card.Title, Style: bold},
		sheet.Cell{Value: card.Low, Style: low}, sheet.Cell{Value: card.High, Style: high},
		sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField})
}

func surveyRules(d *press.Draft, s *sheet.Sheet, scale data.Scale, first, last int) {
	say := d.Say
	stop := say.Text("Please choose from the list")
	how := say.Text("Choose one of the answers from the list or delete what you typed.")
	s.Choose(surveyAnswer, first, last, sheet.Choice{Options: answerOptions(d, scale),
		PromptTitle: say.Text("Which statement fits?"), Prompt: say.Text("The low statement stands at the left and the high one at the right."),
		StopTitle: stop, Stop: how})
	s.Choose(surveyDirection, first, last, sheet.Choice{Options: directionOptions(d),
		PromptTitle: say.Text("In the last three months"), Prompt: say.Text("Has it become better or worse for you?"),
		StopTitle: stop, Stop: how})
	limitComment(d, s, surveyComment, first, last)
}

func limitComment(d *press.Draft, s *sheet.Sheet, column, first, last int) {
	say := d.Say
	s.Limit(column, first, last, data.SurveyCommentMax, sheet.Choice{
		PromptTitle: say.Text("Comment"), Prompt: say.Text("Optional. Please name nobody."),
		StopTitle: say.Text("A little too long"), Stop: say.Text("There is room for %d characters.", data.SurveyCommentMax)})
}

// answerOptions carry the number and the text; none may hold a comma.
func answerOptions(d *press.Draft, scale data.Scale) []string {
	say := d.Say
	if scale == data.TrafficLight {
		return []string{
			say.Text("1 – ■ red: the low statement fits"), say.Text("2 – ▲ amber: some real problems"),
			say.Text("3 – ● green: the high statement fits"), say.Text("0 – no opinion")}
	}
	return []string{
		say.Text("1 – the low statement fits"), say.Text("2 – closer to the low statement"), say.Text("3 – half-way"),
		say.Text("4 – closer to the high statement"), say.Text("5 – the high statement fits"), say.Text("0 – no opinion")}
}

func directionOptions(d *press.Draft) []string {
	return []string{d.Say.Text("↗ better"), d.Say.Text("→ same"), d.Say.Text("↘ worse")}
}

// surveyNext adds the free line at the end and gives its cell's place.
func surveyNext(d *press.Draft, s *sheet.Sheet) string {
	ask := sheet.Style{Bold: true, Wrap: true, Middle: true, Align: "left", Indent: 1}
	row := s.Row(46, sheet.Cell{}, sheet.Cell{Value: d.Say.Text("One thing we should do next"), Style: ask},
		sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField},
		sheet.Cell{Style: answerField}, sheet.Cell{Style: answerField})
	s.Merge(row, surveyLow, surveyComment)
	limitComment(d, s, surveyLow, row, row)
	return s.At(row, surveyLow)
}
