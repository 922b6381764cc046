package exchange

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"

	"copleader/data"
)

// Outcome says what became of one file.
type Outcome string

// The outcomes. Only a questionnaire that was Read is taken without asking.
const (
	Read       Outcome = "read"
	Twice      Outcome = "twice"      // the same as another file, or as answers that are in already
	NeedsLook  Outcome = "needsLook"  // an answer that could not be made out would be left blank
	Empty      Outcome = "blank"      // nothing was filled in
	OtherRound Outcome = "otherRound" // made for another round
	OtherForm  Outcome = "otherForm"  // a form of a later version, or with other cards
	NotSurvey  Outcome = "notSurvey"
	Unreadable Outcome = "unreadable"
)

// outcomes lists the outcomes in the order in which a summary tells them.
var outcomes = []Outcome{Read, Twice, NeedsLook, Empty, OtherRound, OtherForm, NotSurvey, Unreadable}

// Askable reports whether the leader may decide to take the answers all the same.
func (o Outcome) Askable() bool { return o == Read || o == Twice || o == NeedsLook }

// SurveyEntry is one file in the plan.
type SurveyEntry struct {
	File    string
	Outcome Outcome
	Why     data.Phrase       // what to know about it, zero for a file that was simply read
	Doubts  []data.Phrase     // what the file lost on its way, and the answers that could not be made out
	Notes   []data.Phrase     // what else there is to know, without a question to it
	Answers int               // how many cards were answered
	Take    bool              // the leader's decision, or ours before that
	Digest  [sha256.Size]byte // of what the file held when it was read

	filled data.Filled
}

// SurveyPlan says what taking in the files would do. Nothing is written by it.
type SurveyPlan struct {
	Round   data.Round
	Entries []SurveyEntry
}

// Survey reads filled questionnaires for a round and makes the plan. It stops
// early only when ctx is over.
func Survey(ctx context.Context, files iter.Seq[File], s *data.Snapshot, roundID int64) (SurveyPlan, error) {
	round, there := s.RoundByID(roundID)
	if !there {
		return SurveyPlan{}, data.Fault(data.CodeNotFound, "This is not there any more; nothing was changed.")
	}
	m := matcher{round: round, asker: newAsker(s.CardsOf(roundID)), files: map[[sha256.Size]byte]string{}, known: s.FilledOf(roundID)}
	for i := range s.Rounds {
		if other := s.Rounds[i].Code; other != "" && !strings.EqualFold(other, round.Code) {
			m.others = append(m.others, other)
		}
	}
	plan := SurveyPlan{Round: round}
	for f := range files {
		if err := ctx.Err(); err != nil {
			return SurveyPlan{}, err
		}
		e := m.match(ctx, f)
		e.File, e.Take, e.Digest = f.Name, e.Outcome == Read, sha256.Sum256(f.Content)
		plan.Entries = append(plan.Entries, e)
	}
	return plan, ctx.Err()
}

// matcher compares files with a round and with one another.
type matcher struct {
	*asker
	round  data.Round
	others []string // the codes of other rounds
	files  map[[sha256.Size]byte]string
	known  []data.Filled // in the round already
	read   []SurveyEntry
}

func (m *matcher) match(ctx context.Context, f File) SurveyEntry {
	if errors.Is(f.Err, errNoBooks) {
		return SurveyEntry{Outcome: Unreadable, Why: data.Say("There is no workbook in this folder.")}
	}
	if f.Err != nil {
		return SurveyEntry{Outcome: Unreadable, Why: data.Say("The file could not be opened.")}
	}
	form, err := readSurvey(ctx, f.Content)
	if err != nil {
		outcome, why := refusal(err)
		return SurveyEntry{Outcome: outcome, Why: why}
	}
	rows := m.shown(form)
	if wrong := m.fit(form, rows); wrong != nil {
		return SurveyEntry{Outcome: wrong.outcome, Why: wrong.why}
	}
	l, wrong := m.locate(form, rows)
	if wrong != nil {
		return SurveyEntry{Outcome: wrong.outcome, Why: wrong.why}
	}
	e, doubts := m.answers(form, &l)
	if e.filled.Empty() && len(doubts) == 0 {
		return SurveyEntry{Outcome: Empty, Why: data.Say("Nothing was filled in.")}
	}
	e.Doubts = append(l.oddities(form.code != "" && form.version != "", m.round.Code), doubts...)
	e.Outcome, e.Why = m.look(&e, f)
	if e.Outcome == Read || e.Outcome == NeedsLook {
		m.read = append(m.read, SurveyEntry{File: f.Name, filled: e.filled})
	}
	return e
}

// answers reads what stands in the fields that were found, and what can't be made out there.
func (m *matcher) answers(form *filledForm, l *located) (SurveyEntry, []data.Phrase) {
	r := answerReader{form: form, scale: m.round.Scale}
	for i, at := range l.fields {
		r.read(&m.cards[i], at)
	}
	e := SurveyEntry{filled: data.Filled{Code: m.round.Code, Form: data.SurveyForm, Answers: r.answers}}
	if l.next.line > 0 {
		e.filled.Next = r.words(l.next, data.Say("One thing we should do next"))
	}
	e.Notes = r.notes
	for _, a := range e.filled.Answers {
		if a.Value != data.Blank {
			e.Answers++
		}
	}
	return e, r.doubts
}

// fit checks round and form: by the names that tell them, else by the code on the sheets.
func (m *matcher) fit(form *filledForm, rows []shownRow) *misfit {
	code := form.code
	if code == "" {
		for _, other := range m.others {
			if form.tells(other, rows) {
				code = other
			}
		}
	}
	known := len(rows) > 0 || len(form.fields) > 0
	switch {
	case !known:
		outcome, why := refusal(errNoSurvey)
		return &misfit{outcome, why}
	case form.code == "" && form.tells(m.round.Code, rows):
	case code == "":
		return &misfit{OtherRound, data.Say("It lost the hidden name that tells its round, and the code of this one, %s, does not stand on its sheets.", m.round.Code)}
	case !strings.EqualFold(code, m.round.Code):
		return &misfit{OtherRound, data.Say("It was made for another round, %s.", shortened(code, 20))}
	}
	if form.version != "" && form.version != data.SurveyForm {
		return &misfit{OtherForm, data.Say("It was made by another version of the program (form %s).", shortened(form.version, 20))}
	}
	return nil
}

// look finds what the leader should decide on.
func (m *matcher) look(e *SurveyEntry, f File) (Outcome, data.Phrase) {
	digest := sha256.Sum256(f.Content)
	other, identical := m.files[digest]
	m.files[digest] = f.Name
	if identical {
		return Twice, data.Say("It is identical with %s.", other)
	}
	for i := range m.read {
		if telling(&e.filled) && e.filled.Same(&m.read[i].filled) {
			return Twice, data.Say("Its answers are the same as those in %s.", m.read[i].File)
		}
	}
	for i := range m.known {
		if telling(&e.filled) && e.filled.Same(&m.known[i]) {
			return Twice, data.Say("The same answers are in this round already.")
		}
	}
	if len(e.Doubts) > 0 {
		return NeedsLook, e.Doubts[0]
	}
	return Read, data.Phrase{}
}

// telling reports whether two people would hardly fill in the same by chance:
// there are words, or five answers that are not all alike.
func telling(f *data.Filled) bool {
	different := map[int]bool{}
	for _, a := range f.Answers {
		if a.Comment != "" {
			return true
		}
		different[a.Value] = true
	}
	return f.Next != "" || len(f.Answers) >= 5 && len(different) > 1
}

// Decide takes the answers of a file in, or leaves them out. A file that is no
// questionnaire of the round stays out.
func (p *SurveyPlan) Decide(i int, take bool) {
	if i >= 0 && i < len(p.Entries) {
		p.Entries[i].Take = take && p.Entries[i].Outcome.Askable()
	}
}

// Undecided counts the files that wait for the leader's word since something was lost or could not be made out.
func (p *SurveyPlan) Undecided() int {
	n := 0
	for i := range p.Entries {
		if e := &p.Entries[i]; e.Outcome == NeedsLook && !e.Take {
			n++
		}
	}
	return n
}

// TakeUndecided takes all of these in.
func (p *SurveyPlan) TakeUndecided() {
	for i := range p.Entries {
		p.Decide(i, p.Entries[i].Take || p.Entries[i].Outcome == NeedsLook)
	}
}

// Filled lists what is to be taken in, in random order: the order of the files
// says who answered what.
func (p SurveyPlan) Filled() []data.Filled {
	var list []data.Filled
	for i := range p.Entries {
		if p.Entries[i].Take {
			list = append(list, p.Entries[i].filled)
		}
	}
	rand.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// Summary tells the outcomes with their counts: "12 files read", "1 refused
// (other round)".
func (p SurveyPlan) Summary() []data.Phrase {
	counts := map[Outcome]int{}
	for i := range p.Entries {
		counts[p.Entries[i].Outcome]++
	}
	var lines []data.Phrase
	for _, o := range outcomes {
		if n := counts[o]; n > 0 || o == Read {
			lines = append(lines, o.count(n))
		}
	}
	return lines
}

// DoubleReplies says what no check can find out.
func DoubleReplies() data.Phrase {
	return data.Say("Whether somebody answered twice can't be told: the answers bear no names.")
}

func (o Outcome) count(n int) data.Phrase {
	switch o {
	case Read:
		return data.SayCount(n, "%d file read", "%d files read")
	case Twice:
		return data.SayCount(n, "%d that seems to be there twice", "%d that seem to be there twice")
	case NeedsLook:
		return data.SayCount(n, "%d to look at", "%d to look at")
	case Empty:
		return data.SayCount(n, "%d left blank", "%d left blank")
	case OtherRound:
		return data.SayCount(n, "%d refused (other round)", "%d refused (other round)")
	case OtherForm:
		return data.SayCount(n, "%d refused (other form)", "%d refused (other form)")
	case NotSurvey:
		return data.SayCount(n, "%d refused (not a questionnaire)", "%d refused (not questionnaires)")
	}
	return data.SayCount(n, "%d refused (can't be read)", "%d refused (can't be read)")
}

// String is for logs; it names no file.
func (p SurveyPlan) String() string {
	kinds := make([]string, len(p.Entries))
	for i := range p.Entries {
		kinds[i] = string(p.Entries[i].Outcome)
	}
	slices.Sort(kinds)
	return fmt.Sprint(kinds)
}
