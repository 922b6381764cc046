package reports

import (
	"cmp"
	"strings"

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
	l.Subject = l.Say.Text("%s: report for %s", l.Community.Name, r.Span())
	// What the leader wrote gives way until all fits.
	for room := 26; room >= 0; room-- {
		l.sign(l.sponsorLines(r, room))
		if len(strings.Fields(l.Text)) <= sponsorWords {
			return nil
		}
	}
	return nil
}

// sponsorLines are the parts of the letter; each line has room for so many words.
func (l *letter) sponsorLines(r *figures.Period, room int) []string {
	say := l.Say
	lines := []string{l.sponsorGreeting(room), say.Text("here is our report for %s.", r.Span()), strings.Join(l.threeLines(r, room), "\n")}
	said := say.Count(len(r.HeldInPeriod()), "In figures: %d event, %s members.", "In figures: %d events, %s members.", r.Figs.Text(figures.Members))
	if replies := r.Figs.Text(figures.Replies); replies != "" {
		said += " " + say.Text("Health check: %s.", replies)
	}
	lines = append(lines, said)
	if next := l.ComingEvents(r.Made); len(next) > 0 && room > 4 {
		at := press.Dotted(l.PublicTitle(&next[0]), l.When(next[0]), firstWords(cmp.Or(next[0].Place, next[0].Link), room))
		lines = append(lines, say.Text("Next: %s", at))
	}
	attached := say.Text("The workbook with all figures is attached.")
	if l.Name == "sponsor" {
		attached = say.Text("The report is attached; every figure in it can be found in the workbook inside.")
	}
	if room > 8 {
		attached += " " + say.Text("Questions? Please answer this message.")
	}
	return append(lines, attached, say.Text("Fingerprint of the figures: %s", r.Figs.Text(figures.Fingerprint)))
}

// mostGreeted is how many readers a greeting names.
const mostGreeted = 3

// sponsorGreeting names the sponsors it goes to: whole names, which nobody can take apart.
func (l *letter) sponsorGreeting(room int) string {
	var names []string
	for _, p := range l.To {
		names = append(names, p.Name)
	}
	if len(names) == 0 || len(names) > mostGreeted || room < 8 {
		return l.Say.Text("Good day to our sponsors,")
	}
	return l.Say.Text("Good day %s,", names)
}

// mostAsked is how many asks the letter tells; the report has them all.
const mostAsked = 2

// threeLines are what improved, what worries us and what we ask, each ask with who
// decides and by when.
func (l *letter) threeLines(r *figures.Period, room int) []string {
	say, said := l.Say, r.ThreeLines()
	if room == 0 {
		return nil
	}
	lines := []string{say.Text("What improved: %s", firstWords(said[0], room)), say.Text("What worries us: %s", firstWords(said[1], room))}
	if said[2] != "" {
		lines = append(lines, say.Text("What we ask: %s", firstWords(said[2], room)))
	}
	asks := r.SponsorAsks()
	for i, a := range asks {
		if i == mostAsked {
			return append(lines, say.Count(len(asks)-i, "and %d more in the report", "and %d more in the report"))
		}
		ask := say.Text("%s – to be decided by %s", firstWords(a.What, room), firstWords(a.Who, room))
		if a.By != "" {
			ask = say.Text("%s, until %s", ask, firstWords(a.By, room))
		}
		lines = append(lines, say.Text("What we ask: %s", ask))
	}
	return lines
}

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
