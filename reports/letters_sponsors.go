package reports

import (
	"cmp"
	"strings"

	"copleader/data"
	"copleader/reports/figures"
	"copleader/reports/press"
)

// sponsorWords is the most words of a letter to the sponsors
// (data/README.md, Sponsors).
const sponsorWords = 120

// sponsorList addresses the sponsors, who know one another.
func (l *letter) sponsorList() {
	for _, s := range l.Sponsors {
		l.To = append(l.To, l.reader(s.Name, s.Email)...)
	}
}

// toSponsors words the letter that goes with the report or the workbook: the three
// lines, the asks, the main figures, what comes next, and no more than 120 words.
func (l *letter) toSponsors() error {
	l.sponsorList()
	human := l.ReportFor(l.Opt.From, l.Opt.Until, l.Opt.Today)
	l.Opt.From, l.Opt.Until = human.From, human.Until
	r, err := figures.Of(l.Draft)
	if err != nil {
		return err
	}
	if err := r.Tellable(); err != nil {
		return err
	}
	l.Subject = l.Say.Text("%s: report for %s", l.Community.Name, r.Span())
	// A part that has no room is left out whole: half a sentence tells nothing. No part
	// takes the room of those after it, unless all of them have had theirs.
	told := map[letterPart]bool{}
	for _, most := range []int{partWords, sponsorWords} {
		for part := range letterParts {
			if told[part] {
				continue
			}
			before := len(strings.Fields(l.sponsorText(r, told)))
			told[part] = true
			text := l.sponsorText(r, told)
			words := len(strings.Fields(text))
			told[part] = words-before <= most && words <= sponsorWords && data.Length(text) <= sponsorLetters
		}
	}
	l.sponsorText(r, told)
	return nil
}

// Most letters of the letter, for scripts without spaces between words; and the words that
// one part may take while others wait.
const (
	sponsorLetters = 1300
	partWords      = 40
)

// letterPart is what the letter tells if it has room, the most needed first.
type letterPart int

const (
	partImproved letterPart = iota
	partWorries
	partAsk       // and the next, one for each ask told
	partReplies   = partAsk + mostAsked
	partNext      = partReplies + 1
	partGreeting  = partNext + 1
	partPlace     = partNext + 2
	partQuestions = partNext + 3
	letterParts   = partNext + 4
)

// sponsorText sets the letter with the parts told, and gives its text.
func (l *letter) sponsorText(r *figures.Period, told map[letterPart]bool) string {
	l.sign(l.sponsorLines(r, told))
	return l.Text
}

// sponsorLines are the lines of the letter with the parts told.
func (l *letter) sponsorLines(r *figures.Period, told map[letterPart]bool) []string {
	say := l.Say
	lines := []string{l.sponsorGreeting(told[partGreeting]), say.Text("here is our report for %s.", r.Span()), strings.Join(l.threeLines(r, told), "\n")}
	said := say.Text("In figures: %s, %s.", say.Count(len(r.HeldInPeriod()), "%d event", "%d events"),
		say.Count(r.Standings(r.Opt.Today).Members, "%d member", "%d members"))
	if replies := r.Figs.Text(figures.Replies); replies != "" && told[partReplies] {
		said += " " + say.Of(repliesSaid(r, replies))
	}
	lines = append(lines, said)
	if next := l.ComingEvents(r.Made); len(next) > 0 && told[partNext] {
		place := ""
		if told[partPlace] {
			place = cmp.Or(next[0].Place, next[0].Link)
		}
		lines = append(lines, say.Text("Next: %s", press.Dotted(l.PublicTitle(&next[0]), l.WhenInZone(next[0]), place)))
	}
	attached := say.Text("The workbook with all figures is attached.")
	if l.Name == "sponsor" {
		attached = say.Text("The report is attached, with every figure in its workbook.")
	}
	if told[partQuestions] {
		attached += " " + say.Text("Questions? Please answer this message.")
	}
	return append(lines, attached, say.Text("Fingerprint of the figures: %s", r.Figs.Text(figures.Fingerprint)))
}

// repliesSaid says how many answered, and which day they were asked until: the only place where the letter tells of a round before the period.
func repliesSaid(r *figures.Period, replies string) data.Phrase {
	if r.Before() {
		return data.Say("Health check of %s, before this period: %s.", r.Round.Round.ClosedOn, replies)
	}
	return data.Say("Health check of %s: %s.", r.Round.Round.ClosedOn, replies)
}

// mostGreeted is how many readers a greeting names.
const mostGreeted = 3

// sponsorGreeting names the sponsors it goes to: whole names, which nobody can take apart.
func (l *letter) sponsorGreeting(named bool) string {
	if len(l.To) == 0 || len(l.To) > mostGreeted || !named {
		return l.Say.Text("Good day to our sponsors,")
	}
	return l.Say.Text("Good day %s,", namesOf(l.To))
}

// mostAsked is how many asks the letter tells; the report has them all.
const mostAsked = 3

// threeLines are what improved, what worries us and what we ask, each ask with who
// decides and by when. What has no room is told where it stands.
func (l *letter) threeLines(r *figures.Period, told map[letterPart]bool) []string {
	say := l.Say
	improved, worries := r.FirstLines()
	attached := say.Text("see what is attached")
	part := func(p letterPart, text string) string {
		if text != "" && !told[p] {
			return attached
		}
		return text
	}
	lines := []string{say.Text("What improved: %s", part(partImproved, improved)), say.Text("What worries us: %s", part(partWorries, worries))}
	asks, more := []string{}, 0
	for i, a := range r.SponsorAsks() {
		if i >= mostAsked || !told[partAsk+letterPart(i)] {
			more++
			continue
		}
		ask := a.What
		if !a.Line {
			ask = say.Text("%s – to be decided by %s", a.What, a.Who)
		}
		if a.By != "" {
			ask = say.Text("%s, until %s", ask, a.By)
		}
		if len(asks) == 0 {
			ask = say.Text("What we ask: %s", ask)
		}
		asks = append(asks, ask)
	}
	switch {
	case more > 0 && len(asks) == 0:
		asks = []string{say.Count(more, "What we ask: %d decision, see what is attached", "What we ask: %d decisions, see what is attached")}
	case more > 0:
		asks = append(asks, say.Count(more, "and %d more, attached", "and %d more, attached"))
	}
	return append(lines, asks...)
}
