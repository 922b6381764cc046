package room

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"copleader/data"
)

// Message is one message of a meeting's chat. Author is empty where the chat was copied without names.
type Message struct{ Author, Text string }

// The forms in which programs for meetings write down a chat. What is recognised is the line that tells the time; of a name alone on
// a line nobody could tell whether it is one.
var (
	clock = `\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[  ]?[AaPp]\.?[Mm]\.?)?`
	day   = `(?:[\pL\d][\pL\d./,\- ]{0,24}?[ ,]+)?`

	// [16:03] Anna Berg: 4     [Yesterday 16:03] Anna Berg     [10:42 • 13/08/2026] Anna Berg:
	timeFirst = regexp.MustCompile(`^[\[(]` + day + clock + `(?: ?[•·,] ?[\d./\-]+)?[\])]\s*(.+)$`)
	// 16:03:12	From  Anna Berg  to  Everyone: 4     00:58:04	Anna Berg:	4
	timeBare = regexp.MustCompile(`^` + clock + `[\t ]+(.+)$`)
	// Anna Berg 16:03     Anna Berg  [4:03 PM]     Anna Berg to Everyone 4:03 PM     from Anna Berg to everyone: 4:03 PM
	timeLast = regexp.MustCompile(`(?i)^(.{1,120}?)[\t ,:]+(?:[\[(]` + day + clock + `[\])]|(?:\d[\d./\-]*[ ,]+|(?:today|yesterday|heute|gestern|hier|ayer)[ ,]+)?` + clock + `)$`)
	// From Anna Berg to Everyone     Von Anna Berg an alle
	fromTo = regexp.MustCompile(`(?i)^(?:from|von|de|da)\s+(.+?)\s+(?:to|an|à|a|para)\s+(?:everyone|all|alle|tous|todos|me|mich)\b[^:]*$|^(.+?)\s+(?:to|an|à|a|para)\s+(?:everyone|all|alle|tous|todos)\b[^:]*$`)
	// <anna> 4
	angled = regexp.MustCompile(`^<([^<>]{1,80})>\s*(.*)$`)
	// Anna Berg: 4
	named = regexp.MustCompile(`^([^:\t]{1,80}?)\s*:[\t ]*(.*)$`)

	clockAlone = regexp.MustCompile(`^` + clock + `$`)
	// a reaction's or an edit's mark below a message
	marks = regexp.MustCompile(`(?i)^(?:edited|bearbeitet|modifié|editado|\(edited\))$`)
)

// ReadChat takes a pasted chat apart into its messages, oldest first. Where no line tells who wrote, each line is a message of somebody.
func ReadChat(text string) []Message {
	lines := strings.Split(strings.ReplaceAll(strings.Map(digit, text), "\r\n", "\n"), "\n")
	var all []Message
	headed := false // whether a line told who wrote
	timed := slices.ContainsFunc(lines, func(line string) bool { _, is := timedHeader(strings.TrimSpace(line)); return is })
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if line == "" || marks.MatchString(line) || clockAlone.MatchString(line) {
			continue
		}
		// a name on a line and the time on the next
		if i+1 < len(lines) && clockAlone.MatchString(strings.TrimSpace(lines[i+1])) && !votesAtAll(line) {
			all, headed = append(all, Message{Author: author(line)}), true
			i++
			continue
		}
		if m, is := header(line, timed); is {
			all, headed = append(all, m), true
			continue
		}
		if n := len(all) - 1; headed && n >= 0 {
			all[n].Text = strings.TrimSpace(all[n].Text + "\n" + line)
			continue
		}
		all = append(all, Message{Text: line})
	}
	return all
}

// digit is a digit of any script as one that is counted with: ٣ and ３ are 3.
func digit(r rune) rune {
	if r <= unicode.MaxASCII || !unicode.IsDigit(r) {
		return r
	}
	for _, tens := range unicode.Nd.R16 {
		if rune(tens.Lo) <= r && r <= rune(tens.Hi) {
			return '0' + (r-rune(tens.Lo))%10
		}
	}
	return r
}

// header reads a line that tells who wrote, with what of the message stands on it. In a chat that tells times, a line without one
// belongs to the message above.
func header(line string, timed bool) (Message, bool) {
	if m, is := timedHeader(line); is || timed {
		return m, is
	}
	if m := angled.FindStringSubmatch(line); m != nil {
		return Message{author(m[1]), m[2]}, true
	}
	if m := named.FindStringSubmatch(line); m != nil && looksLikeName(m[1]) {
		return Message{author(m[1]), m[2]}, true
	}
	return Message{}, false
}

// timedHeader reads a line that tells who wrote and when.
func timedHeader(line string) (Message, bool) {
	for _, form := range []*regexp.Regexp{timeFirst, timeBare} {
		m := form.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if parts := named.FindStringSubmatch(m[1]); parts != nil {
			return Message{author(parts[1]), parts[2]}, true
		}
		return Message{Author: author(m[1])}, true
	}
	if m := timeLast.FindStringSubmatch(line); m != nil && !votesAtAll(m[1]) {
		return Message{Author: author(m[1])}, true
	}
	return Message{}, false
}

// looksLikeName keeps "Do we agree?" and links from being people: a name of a chat has one to five words without sentence marks.
func looksLikeName(s string) bool {
	return len(strings.Fields(s)) <= 5 && !strings.ContainsAny(s, "?!.;/=") && data.NameKey(s) != "" && !votesAtAll(s)
}

// author is who wrote, without what programs put around the name.
func author(s string) string {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), ":"))
	if m := fromTo.FindStringSubmatch(s); m != nil {
		s = m[1] + m[2]
	}
	return strings.TrimSpace(s)
}
