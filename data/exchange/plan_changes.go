package exchange

import (
	"errors"
	"maps"
	"slices"

	"copleader/data"
)

// Change is a field that replacing would change, before and after.
type Change struct {
	Label, Old, New data.Phrase
}

// ChangesOf lists what replacing the row of ours would change; nothing for rows that
// replace nothing.
func (p *Plan) ChangesOf(row int, ours int64) []Change { return p.changesOf(&p.Rows[row], ours) }

func (p *Plan) changesOf(r *PlanRow, ours int64) []Change {
	switch r.What() {
	case People:
		if m, there := p.snapshot.MemberByID(ours); there {
			return differences(data.MemberFields, m, p.asOf(r.person, &m))
		}
	case Events:
		if e, there := p.snapshot.EventByID(ours); there {
			return differences(data.EventFields, e, p.asOfEvent(r.event, &e))
		}
	case Items:
		if i, there := p.snapshot.ItemByID(ours); there {
			return differences(data.ItemFields, i, asOfItem(r.item, &i))
		}
	}
	return nil
}

// differences are the fields in which a row that is brought differs from ours.
func differences[T any](fields data.Fields[T], ours T, brought *Brought[T]) []Change {
	after := replaced(fields, ours, brought)
	var list []Change
	for i := range fields {
		f := &fields[i]
		if old, now := f.Said(&ours), f.Said(&after); !samePhrase(old, now) {
			list = append(list, Change{f.Label, old, now})
		}
	}
	return list
}

// faultOf says what a row's own check has against it; zero for nothing.
func faultOf(err error) data.Phrase {
	var e *data.Error
	if !errors.As(err, &e) {
		return data.Phrase{}
	}
	for _, field := range slices.Sorted(maps.Keys(e.Fields)) {
		return e.Fields[field]
	}
	return data.Say(e.Key, e.Args...)
}

func samePhrase(a, b data.Phrase) bool {
	return a.Key == b.Key && slices.EqualFunc(a.Args, b.Args, func(x, y any) bool {
		p, is := x.(data.Phrase)
		q, too := y.(data.Phrase)
		if is && too {
			return samePhrase(p, q)
		}
		return is == too && x == y
	})
}

// replaced is our row with what the source says written over it. Lists hold
// afterwards what either holds; a field that the source leaves empty stays.
func replaced[T any](fields data.Fields[T], ours T, brought *Brought[T]) T {
	for i := range fields {
		f := &fields[i]
		if !brought.gives(f.Key) || f.Said(&brought.Row).IsZero() {
			continue
		}
		switch f.Input {
		case data.InputLine, data.InputText:
			*f.Text(&ours) = *f.Text(&brought.Row)
		case data.InputList, data.InputChoices:
			*f.List(&ours) = f.List(&ours).With(*f.List(&brought.Row), f.Room)
		case data.InputDate:
			*f.Date(&ours) = *f.Date(&brought.Row)
		case data.InputClock:
			*f.Clock(&ours) = *f.Clock(&brought.Row)
		case data.InputNumber:
			*f.Number(&ours) = *f.Number(&brought.Row)
		case data.InputTick:
			*f.Tick(&ours) = *f.Tick(&brought.Row)
		case data.InputChoice:
			f.Choose(&ours, f.Word(&brought.Row))
		}
	}
	return ours
}

// Says lists what the source says about a row, field by field.
func (p *Plan) Says(row int) []Change {
	switch r := &p.Rows[row]; r.What() {
	case People:
		return said(data.MemberFields, r.person)
	case Events:
		return said(data.EventFields, r.event)
	case Items:
		return said(data.ItemFields, r.item)
	case Attendance:
		return attendeeSays(r.came)
	}
	return nil
}

func said[T any](fields data.Fields[T], b *Brought[T]) []Change {
	var list []Change
	for i := range fields {
		f := &fields[i]
		if now := f.Said(&b.Row); b.gives(f.Key) && !now.IsZero() && !f.Label.IsZero() {
			list = append(list, Change{Label: f.Label, New: now})
		}
	}
	return list
}

func attendeeSays(a *Attendee) []Change {
	var list []Change
	if a.Email != "" {
		list = append(list, Change{Label: data.MemberFields.Of("email").Label, New: data.Say("%s", a.Email)})
	}
	if a.Minutes > 0 {
		list = append(list, Change{Label: data.Say("Was there"), New: data.SayCount(a.Minutes, "%d minute", "%d minutes")})
	}
	return list
}
