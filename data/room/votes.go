package room

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"copleader/data"
)

// Question is what a chat is asked: the answers that count, each by the words that mean it.
type Question struct {
	Answers []Answer
	scale   int // the highest number of a scale, 0 for none
}

// Answer is an answer to a question: how it is shown, and what else is written for it.
type Answer struct {
	Shown string
	Also  []string
}

// Scale asks for a number from 1 up to a highest of at most 10.
func Scale(highest int) Question {
	q := Question{scale: highest}
	for n := 1; n <= highest; n++ {
		a := Answer{Shown: strconv.Itoa(n)}
		if n < 10 {
			a.Also = []string{a.Shown + "\ufe0f\u20e3", a.Shown + "\u20e3", strings.Repeat("⭐", n)}
		}
		q.Answers = append(q.Answers, a)
	}
	return q
}

// For asks who is for something and who is against.
func For() Question {
	return Question{Answers: []Answer{
		{"+1", []string{"+", "👍", "✅", "✔", "yes", "y", "yep", "ok", "okay", "ja", "oui", "sí", "si", "sì", "sim", "tak", "ano", "áno", "igen",
			"da", "да", "так", "evet", "ναι", "نعم", "כן", "好", "好的", "是", "是的", "はい", "네"}},
		{"–1", []string{"-1", "−1", "-", "−", "👎", "❌", "✖", "no", "n", "nope", "nein", "nee", "nej", "non", "não", "nie", "ne", "nem", "nu",
			"нет", "ні", "не", "hayır", "όχι", "لا", "לא", "不", "不是", "不要", "いいえ", "아니요"}},
	}}
}

// Letters asks to choose one of several by its letter: A, B, C and so on.
func Letters(choices int) Question {
	var q Question
	for i := range choices {
		letter := string(rune('A' + i))
		q.Answers = append(q.Answers, Answer{letter, []string{strings.ToLower(letter)}})
	}
	return q
}

// Count is what a chat has voted. It holds no name and no word of the chat but those that nobody could count for sure.
type Count struct {
	Votes    []int     // by answer of the question
	Voters   int       // whose vote counts, each once
	Changed  int       // people who voted more than once; their last vote counts
	Unclear  []Unclear // what was written last by people whose answer is none for sure
	Others   int       // people who wrote, but nothing that reads as an answer
	Nameless bool      // the chat was copied without names: each message counts
}

// Unclear is a message that begins like an answer, and is none for sure, without who wrote it.
type Unclear struct {
	Text   string
	Before int // the answer of theirs that counts until it is decided what this one means; -1 for none
}

// Count counts the votes of a chat, each person's last one. Whoever writes under two spellings of one name is one person.
func (q Question) Count(chat []Message) Count {
	c := Count{Votes: make([]int, len(q.Answers))}
	c.Nameless = !slices.ContainsFunc(chat, func(m Message) bool { return m.Author != "" })
	last, unclear := map[string]int{}, map[string]string{}
	var asked []string // whose last answer is unclear, in the order of the chat
	voted, others := map[string]bool{}, map[string]bool{}
	for i, m := range chat {
		who := whoWrote(m.Author)
		if c.Nameless {
			who = strconv.Itoa(i)
		}
		answer, sure := q.read(m.Text)
		if _, known := others[who]; answer < 0 {
			others[who] = !known || others[who]
			continue
		}
		others[who] = false
		asked = slices.DeleteFunc(asked, func(one string) bool { return one == who })
		if !sure {
			asked, unclear[who] = append(asked, who), firstLine(m.Text)
			continue
		}
		if _, before := last[who]; before && !voted[who] {
			voted[who], c.Changed = true, c.Changed+1
		}
		last[who] = answer
	}
	for _, answer := range last {
		c.Votes[answer]++
	}
	c.Voters = len(last)
	for _, who := range asked {
		before, counts := last[who]
		if !counts {
			before = -1
		}
		c.Unclear = append(c.Unclear, Unclear{unclear[who], before})
	}
	for _, other := range others {
		if other && !c.Nameless {
			c.Others++
		}
	}
	return c
}

// whoWrote is one person under several spellings; what programs add about a guest is no part of a name.
func whoWrote(author string) string {
	if key := data.NameKey(author); key != "" {
		return key
	}
	return data.Fold(author)
}

// Words with which a message begins, and what may follow an answer: nothing, or a reason after a mark.
var (
	beginning = regexp.MustCompile(`^[*_"“„'(\[]{0,2}\s*([+\-−]?\pL+|[+\-−]?\d+(?:\x{fe0f}?\x{20e3})?|[+\-−]|⭐+|👍|👎|✅|✔|❌|✖)\x{fe0f}?[\x{1f3fb}-\x{1f3ff}]?`)
	reason    = regexp.MustCompile(`^[)\]"”'*_]{0,2}\s*(?:$|[–—:;,!.(…\n]|-\s|\n|because\b|weil\b|parce\b|porque\b|[^\pL\pN\s+\-−/,.])`)
	of        = regexp.MustCompile(`^\s?(?:/|of|von|sur|de)\s?(\d+)\b`)
	ending    = regexp.MustCompile(`^(?:\S+[\t ]+){1,5}(\d+)[.!)*]*$`) // sorry, 4
	between   = regexp.MustCompile(`^\s?(?:[,.]\d|[-–—/]\s?\d|or\b|oder\b|ou\b|o\b|to\b|bis\b)`)
)

// latin are the letters of other keyboards that look like those one chooses by.
var latin = map[string]string{"а": "a", "в": "b", "с": "c", "е": "e", "н": "h", "α": "a", "β": "b", "ε": "e", "η": "h"}

// read reads a message as an answer. It is -1 for a message that is none; sure tells one from a message that only begins like an answer, or
// ends with a number that may be one.
func (q Question) read(text string) (answer int, sure bool) {
	text = strings.TrimSpace(text)
	if letter, is := latin[strings.ToLower(text)]; is {
		text = letter
	}
	found := beginning.FindStringSubmatchIndex(text)
	if found == nil {
		return q.atEnd(text), false
	}
	word, rest := strings.ToLower(text[found[2]:found[3]]), text[found[1]:]
	answer = q.answer(word)
	if answer < 0 {
		return q.atEnd(text), false
	}
	if m := of.FindStringSubmatch(rest); m != nil && q.scale > 0 && m[1] == strconv.Itoa(q.scale) { // 4/5
		rest = rest[len(m[0]):]
	}
	return answer, !between.MatchString(rest) && reason.MatchString(rest)
}

// answer is the answer that a word means, -1 for none.
func (q Question) answer(word string) int {
	return slices.IndexFunc(q.Answers, func(a Answer) bool {
		return strings.EqualFold(a.Shown, word) || slices.Contains(a.Also, word)
	})
}

// atEnd is the answer on a scale with which a short message ends, -1 for none.
func (q Question) atEnd(text string) int {
	found := ending.FindStringSubmatch(text)
	if found == nil || q.scale == 0 {
		return -1
	}
	return q.answer(found[1])
}

// votesAtAll reports whether a text reads as an answer to any question, so that it is no name.
func votesAtAll(text string) bool {
	for _, q := range []Question{Scale(10), For(), Letters(8)} {
		if answer, sure := q.read(text); answer >= 0 && sure {
			return true
		}
	}
	return false
}

// longestUnclear is how much of a message is shown that nobody could count.
const longestUnclear = 80

func firstLine(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if runes := []rune(line); len(runes) > longestUnclear {
		return string(runes[:longestUnclear-1]) + "…"
	}
	return line
}
