package health

import (
	"context"
	"strconv"
	"strings"

	"copleader/data"
	"copleader/ui/kit"
)

// What is typed into the page of an open round is given to the file row by row, and held where it can't be kept: the counts of a card
// together, a text that is no count by itself.

// spot is where the counts of a card through the way shown belong.
func (r *entryRow) spot() kit.Spot {
	return kit.Spot{Table: "tally", ID: r.entry.view.Round.ID, Field: r.tally.Card + " " + string(r.entry.view.Channel)}
}

// spotOf is where a text belongs that is no count.
func (r *entryRow) spotOf(f Figure) kit.Spot {
	spot := r.spot()
	spot.Field += " " + itoa(int(f)+1)
	return spot
}

// spot is where it belongs how many answered.
func (e *entry) spot() kit.Spot {
	return kit.Spot{Table: "round_return", ID: e.view.Round.ID, Field: string(e.view.Channel)}
}

// unkept is a text of this page as it is held where it can't be kept.
func (e *entry) unkept(spot kit.Spot, label, text string) kit.Unkept {
	return kit.Unkept{Spot: spot, Row: e.view.Round.Name + ", " + channelWord(e.screen.deps.Say, e.view.Channel), Label: label, Text: text}
}

// keep writes the counts of the card as they are now.
func (r *entryRow) keep() {
	e, t, spot := r.entry, r.tally, r.spot()
	label := e.screen.deps.Say.Text("%s (answers, no opinion, better, same, worse)", r.title.Text())
	e.screen.deps.Unkept.Keep(kit.Keeping{Unkept: e.unkept(spot, label, countsText(&t)), In: e.screen.deeds.InOrder,
		Deed: func() error { return e.screen.state.store.EnterTally(context.Background(), t) },
		Told: func(mark string) {
			for _, row := range e.rows { // they may have been made anew since
				if row.spot() == spot {
					row.mark = mark
					row.tell()
				}
			}
		}})
}

// wrong holds a text that is no count, or lets go of it once it is one.
func (r *entryRow) wrong(f Figure, err error) {
	e, spot := r.entry, r.spotOf(f)
	if err == nil {
		delete(r.invalid, f)
		e.screen.deps.Unkept.Drop(spot)
	} else {
		r.invalid[f] = e.screen.deps.Say.Sentence(err)
		held := e.unkept(spot, r.title.Text(), r.fields[f].Text)
		held.Why = r.invalid[f]
		e.screen.deps.Unkept.Hold(held)
	}
	r.tell()
}

// keepReturned writes how many answered through the way shown.
func (e *entry) keepReturned(n int) {
	s, spot := e.screen, e.spot()
	s.deps.Unkept.Keep(kit.Keeping{Unkept: e.unkept(spot, e.answers.Label(), strconv.Itoa(n)), In: s.deeds.InOrder,
		Deed: func() error {
			return s.state.store.SetReturned(context.Background(), spot.ID, data.AnswerChannel(spot.Field), n)
		},
		Told: func(mark string) {
			if spot == e.spot() {
				e.answers.SetError(mark)
			}
		}})
}

// wrongReturned holds a text that is no number.
func (e *entry) wrongReturned(err error) {
	if err == nil {
		return // what comes of keeping it is told then
	}
	held := e.unkept(e.spot(), e.answers.Label(), e.returned.Text)
	held.Why = e.screen.deps.Say.Sentence(err)
	e.screen.deps.Unkept.Hold(held)
	e.answers.SetError(held.Why)
}

// fill shows what the file has, or what was typed and is not in it; a field with the focus is left alone.
func (e *entry) fill(v EntryView) {
	e.fillReturned(v)
	for i, row := range e.rows {
		row.fill(v.Rows[i])
	}
}

func (e *entry) fillReturned(v EntryView) {
	held, is := e.screen.deps.Unkept.At(e.spot())
	if !is {
		e.answers.SetError("")
		e.returned.SetValueIfIdle(v.Returned, v.Known)
		return
	}
	e.returned.Bring(held.Text)
	if held.Why != "" {
		e.answers.SetError(markOf(e.screen.deps.Say.Text("This is not kept yet."), held))
	}
}

// markOf is what stands at a field with what is held for it.
func markOf(unkept string, held kit.Unkept) string {
	if held.Helps {
		return unkept
	}
	return held.Why
}

func (r *entryRow) fill(v EntryRow) {
	unkept := r.entry.screen.deps.Unkept
	r.tally, r.mark = v.Tally, ""
	known := v.Known
	held, is := unkept.At(r.spot())
	if t, ok := readCounts(held.Text, v.Tally); is && ok {
		r.tally, known = t, true
		if held.Why != "" {
			r.mark = markOf(r.entry.screen.deps.Say.Text("This is not kept yet."), held)
		}
	}
	for f, field := range r.fields {
		if field == nil {
			continue
		}
		if wrong, is := unkept.At(r.spotOf(Figure(f))); is {
			r.invalid[Figure(f)] = wrong.Why
			field.Bring(wrong.Text)
			continue
		}
		n := *Figure(f).At(&r.tally)
		if r.mark != "" {
			field.Bring(itoa(n))
			continue
		}
		field.SetValueIfIdle(n, known)
	}
	r.tell()
}

// countsText is the counts of a card as a text, in the order of their fields.
func countsText(t *data.Tally) string {
	var words []string
	for f := range Figure(figures) {
		words = append(words, itoa(*f.At(t)))
	}
	return strings.Join(words, " ")
}

// readCounts reads such a text into a tally.
func readCounts(text string, t data.Tally) (data.Tally, bool) {
	words := strings.Fields(text)
	if len(words) != figures {
		return t, false
	}
	for f := range Figure(figures) {
		n, err := strconv.Atoi(words[f])
		if err != nil {
			return t, false
		}
		*f.At(&t) = n
	}
	return t, true
}

// LeadTo shows a field of a round's page and puts the cursor into it.
func (s *Screen) LeadTo(spot kit.Spot) {
	s.Arrive(spot.ID)
	s.WhenLoaded(func() {
		words := append(strings.Fields(spot.Field), "1")
		channel := words[0]
		if spot.Table == "tally" {
			channel = words[1]
		}
		s.state.ChooseChannel(data.AnswerChannel(channel))
		s.entry.counting = spot.ID
		s.show()
		if spot.Table != "tally" {
			s.deps.Focus(s.entry.returned)
			return
		}
		for _, row := range s.entry.rows {
			figure, err := strconv.Atoi(words[2])
			if row.tally.Card == words[0] && err == nil && figure >= 1 && figure <= figures {
				s.deps.Focus(row.fields[figure-1])
			}
		}
	})
}
