package reports

import (
	"strings"

	"copleader/data"
	"copleader/reports/figures"
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

// toSponsors words the letter that goes with the report or the workbook: what the
// leader wrote for the report, the main figures, and no more than 120 words.
func (l *letter) toSponsors() error {
	l.sponsorList()
	human := l.ReportFor(l.Opt.From, l.Opt.Until, l.Opt.Today)
	l.Opt.From, l.Opt.Until = human.From, human.Until
	r, err := figures.Of(l.Draft)
	if err != nil {
		return err
	}
	l.Subject = l.Say.Text("%s: report for %s", l.Community.Name, r.Span())
	// What the leader wrote gives way until all fits.
	for room := 20; room >= 0; room-- {
		l.sign(l.sponsorLines(r, human, room))
		if len(strings.Fields(l.Text)) <= sponsorWords {
			return nil
		}
	}
	return nil
}

// sponsorLines are the parts of the letter; each line the leader wrote has room
// for so many words.
func (l *letter) sponsorLines(r *figures.Period, human data.SponsorReport, room int) []string {
	say := l.Say
	lines := []string{say.Text("Good day,"), say.Text("here is our report for %s.", r.Span())}
	var written []string
	for _, line := range firstLines(data.ParseLines(human.Lines), 3) {
		written = append(written, firstWords(line, room))
	}
	lines = append(lines, strings.Join(written, "\n"))
	said := say.Count(len(r.HeldInPeriod()), "In figures: %d event, %s members.", "In figures: %d events, %s members.", r.Figs.Text(figures.Members))
	if replies := r.Figs.Text(figures.Replies); replies != "" {
		said += " " + say.Text("Health check: %s.", replies)
	}
	lines = append(lines, said)
	var asks []string
	for _, ask := range firstLines(data.ParseLines(human.Asks), 2) {
		asks = append(asks, firstWords(ask, room))
	}
	if len(asks) > 0 && room > 0 {
		lines = append(lines, say.Text("We ask: %s", strings.Join(asks, "\n")))
	}
	attached := say.Text("The workbook with all figures is attached.")
	if l.Name == "sponsor" {
		attached = say.Text("The report is attached; every figure in it can be found in the workbook inside.")
	}
	return append(lines, attached, say.Text("Fingerprint of the figures: %s", r.Figs.Text(figures.Fingerprint)))
}

func firstLines(lines data.Lines, n int) data.Lines { return lines[:min(n, len(lines))] }

// Letters that one word of a cut line may have on average; scripts without
// spaces are cut by it.
const lettersAWord = 8

// firstWords is the beginning of a text, with "…" where something is left out.
func firstWords(text string, n int) string {
	words := strings.Fields(text)
	if n == 0 {
		return ""
	}
	cut := len(words) > n
	text = strings.Join(words[:min(n, len(words))], " ")
	if letters := []rune(text); len(letters) > n*lettersAWord {
		cut, text = true, strings.TrimSpace(string(letters[:n*lettersAWord]))
	}
	if cut {
		return text + "…"
	}
	return text
}
