package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"copleader/data"
)

// soonAfter is within how many minutes a meeting that broke off begins again.
const soonAfter = 30

// oneMeeting reports whether two lists are of one meeting (data/README.md, The plan); unsure where only the leader can tell.
func oneMeeting(a, b *Attended) (one, unsure bool) {
	if a.On == 0 || a.On != b.On {
		return false, false
	}
	gap, timed := minutesApart(a, b)
	switch named := a.Title != "" && b.Title != ""; {
	case !named:
		return timed && gap <= 0, !timed
	case keyOfEvent(&data.Event{Title: a.Title}) == keyOfEvent(&data.Event{Title: b.Title}):
		return !timed || gap <= soonAfter, timed
	case sharesWord(a.Title, b.Title):
		return !timed || gap <= 0, false
	}
	return false, timed && gap <= 0
}

// minutesApart is how many minutes lie between two meetings of one day, 0 or less where they overlap; not timed where one has no time.
func minutesApart(a, b *Attended) (minutes int, timed bool) {
	if a.Start == 0 || b.Start == 0 {
		return 0, false
	}
	const usual = 60
	first, second := a, b
	if second.Start < first.Start {
		first, second = second, first
	}
	length := first.Minutes
	if length == 0 {
		length = usual
	}
	gap := int(second.Start) - int(first.Start) - length
	if gap == 0 {
		gap = 1 // one ends as the other begins
	}
	return gap, true
}

// sharesWord reports whether two titles have a word in common that tells anything: from three letters on.
func sharesWord(one, other string) bool {
	words := func(title string) []string {
		return strings.FieldsFunc(data.Fold(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) })
	}
	known := map[string]bool{}
	for _, w := range words(one) {
		known[w] = utf8.RuneCountInString(w) > 2 || len(w) > 2
	}
	for _, w := range words(other) {
		if known[w] {
			return true
		}
	}
	return false
}

// placeBeside sees whether a list of which no event is there is of the meeting of another one.
func (p *Plan) placeBeside(list int) {
	l := &p.Lists[list]
	for i := range p.Lists {
		o := &p.Lists[i]
		if i == list || o.copied != nil || o.Do.Do != Add || o.Title == "" && i > list || o.Title != "" && l.Title != "" && i > list {
			continue
		}
		switch one, unsure := oneMeeting(&l.Attended, &o.Attended); {
		case one:
			l.Do = Decision{Along, int64(i)}
			return
		case unsure:
			l.Do, l.Why = Decision{Do: Leave}, data.Say("It may be the meeting of another list, “%s”. Please choose.", cmpOr(o.Title, o.Source))
			return
		}
	}
	if l.Title == "" {
		l.Do = Decision{Do: Leave}
	}
}

func cmpOr(title, source string) string {
	if title == "" {
		return source
	}
	return title
}

// leading is the list whose event a list is about: itself, unless it goes along with another.
func (p *Plan) leading(list int) int {
	for range p.Lists {
		if d := p.Lists[list].Do; d.Do == Along {
			list = int(d.Ours)
		}
	}
	return list
}

// Besides are the lists of whose meeting a list may be too: those of its day, and those without one.
func (p *Plan) Besides(list int) []int {
	var others []int
	for i := range p.Lists {
		l := &p.Lists[i]
		if i != list && p.leading(i) != list && l.copied == nil && (l.On == p.Lists[list].On || l.On == 0) {
			others = append(others, i)
		}
	}
	return others
}

// meetings are the lists of each meeting, the list that leads first.
func (p *Plan) meetings() [][]int {
	type about struct {
		ours int64
		row  int
		list int
	}
	places := map[about]int{}
	var all [][]int
	for i := range p.Lists {
		at := p.leading(i)
		lead := &p.Lists[at]
		key := about{ours: p.oursOf(lead), row: -1, list: -1}
		switch {
		case key.ours != 0:
		case lead.Do.Do == Add && lead.event >= 0 && p.Rows[lead.event].Do.Do == Add:
			key.row = lead.event
		default:
			key.list = at
		}
		place, met := places[key]
		if !met {
			place = len(all)
			places[key] = place
			all = append(all, nil)
		}
		if i == at && lead.Do.Do != Along {
			all[place] = append([]int{i}, all[place]...)
		} else {
			all[place] = append(all[place], i)
		}
	}
	return all
}

// meetingLook is what is known of a meeting while everybody on its lists is looked at.
type meetingLook struct {
	lead    *MeetingList
	event   int64           // of ours, 0 for none
	present map[int64]bool  // noted there already
	marks   map[string]bool // of guests who were noted by earlier lists
	members map[int64]int   // places of the rows of people of ours
	others  map[string]int  // places of the rows of everybody else, by name
}

// lookAtMeeting finds out what everybody means who stands on the lists of one meeting. What the leader said about
// somebody stays.
func (p *Plan) lookAtMeeting(lists []int) {
	lead := &p.Lists[p.leading(lists[0])]
	m := meetingLook{lead: lead, event: p.oursOf(lead), present: p.presentAt(lead), members: map[int64]int{}, others: map[string]int{}}
	if m.event != 0 {
		m.marks = p.snapshot.GuestMarks(m.event)
	}
	for _, list := range lists {
		for row := p.Lists[list].first; row < p.Lists[list].end; row++ {
			p.lookAtComing(row, &m)
		}
	}
}

// lookAtComing finds out what somebody on a list means.
func (p *Plan) lookAtComing(row int, m *meetingLook) {
	r := &p.Rows[row]
	said := r.Do
	comes := p.whoIsComing(r)
	r.also, r.guest = -1, m.guestKey(p, r)
	word, told := p.says[sayKey(r.came)]
	switch {
	case m.lead.Do.Do == Leave:
		r.State, r.Do, r.Why = Doubtful, Decision{Do: Leave}, m.lead.asks()
	case told:
		m.lookAtTold(p, row, word)
	case !r.came.Asks.IsZero():
		r.State, r.Do, r.Why = Doubtful, Decision{Do: Leave}, r.came.Asks
	case r.State == Same:
		m.lookAtOurs(p, row)
	case r.State == New:
		m.lookAtOther(p, row, comes)
	default:
		r.Do = Decision{Do: Leave} // somebody of ours, who is no guest
	}
	if r.said {
		r.Do = said
	}
	if r.Do.Do == Replace {
		if _, met := m.members[r.Do.Ours]; !met {
			m.members[r.Do.Ours] = row
		}
	}
}

// asks is why the people of a list that waits can't be noted.
func (l *MeetingList) asks() data.Phrase {
	if l.Why.IsZero() {
		return data.Say("Please choose which event this list is about.")
	}
	return l.Why
}

// lookAtTold sees what somebody on a list means of whom the leader said who it is; what was found of them stays to be looked at.
func (m *meetingLook) lookAtTold(p *Plan, row int, d Decision) {
	r := &p.Rows[row]
	if d.Do == Replace {
		r.Found, r.State = []int64{d.Ours}, Same
		m.lookAtOurs(p, row)
	} else {
		r.State = New
		m.lookAtOther(p, row, d.Do)
	}
	if r.Do.Do == Leave && !r.said {
		return // noted already, or twice
	}
	w := p.whoOnce(r.came)
	r.Found, r.State, r.Why = w.found, Doubtful, w.why
	switch {
	case w.state == New:
		r.Why = nobody
	case w.state == Same && w.found[0] == d.Ours:
		r.State = New
	}
}

// nobody is why somebody on a list is a guest.
var nobody = data.Say("Nobody of this name is on the roster.")

// lookAtOurs sees whether one of ours is noted at the meeting already.
func (m *meetingLook) lookAtOurs(p *Plan, row int) {
	r := &p.Rows[row]
	first, twice := m.members[r.Found[0]]
	switch {
	case m.present[r.Found[0]]:
		r.Do, r.Why = Decision{Do: Leave}, data.Say("Is noted there already.")
	case m.event != 0 && r.came.copied != nil && r.came.copied.old:
		r.State, r.Do, r.Why = Doubtful, Decision{Do: Leave}, data.Say("Was taken out here since.")
	case twice:
		r.also = first
		r.Do, r.Why = Decision{Do: Leave}, data.Say("Stands %s already.", p.place(r, first))
	default:
		r.State, r.Do = New, Decision{Replace, r.Found[0]}
	}
}

// lookAtOther sees whether somebody who is nobody of ours was counted already; comes is what becomes of them.
func (m *meetingLook) lookAtOther(p *Plan, row int, comes Deed) {
	r := &p.Rows[row]
	first, twice := m.others[r.guest]
	switch {
	case twice:
		r.State, r.also, r.Do, r.Why = Same, first, Decision{Do: Leave}, data.Say("Stands %s already.", p.place(r, first))
		return
	case comes == Guest && m.marks[data.GuestMark(m.event, r.guest)]:
		r.State, r.Do, r.Why = Same, Decision{Do: Leave}, data.Say("Counts among the guests already.")
	case r.countsGuests():
		r.State, r.Do = New, Decision{Do: Guest}
	case comes == Guest && isProgram(r.came.Name):
		r.State, r.Do, r.Why = Doubtful, Decision{Do: Leave}, programAsks
	case comes == Guest:
		r.State, r.Do, r.Why = Doubtful, Decision{Do: Guest}, nobody
	default:
		r.Do = Decision{Do: comes}
	}
	m.others[r.guest] = row
}

// guestKey is by what somebody on a list is known as a guest: the name, and the address where somebody else of that name is there.
func (m *meetingLook) guestKey(p *Plan, r *PlanRow) string {
	name, address := data.NameKey(r.came.Name), data.AddressKey(r.came.Email)
	switch first, met := m.others[name]; {
	case name == "" && address == "":
		return data.Fold(r.came.Name)
	case name == "":
		return "@" + address
	case met && address != "" && p.Rows[first].came.Email != "" && data.AddressKey(p.Rows[first].came.Email) != address:
		return name + " @" + address
	}
	return name
}

// whoIsComing finds out who somebody on a list is, by the person who comes in with the same plan, and by our people; it gives what becomes of somebody who is nobody of ours.
func (p *Plan) whoIsComing(r *PlanRow) (comes Deed) {
	r.Found, r.State, r.Why = nil, New, data.Phrase{}
	if r.countsGuests() {
		return Guest
	}
	if at := p.personComing(r); at >= 0 {
		switch person := &p.Rows[at]; {
		case person.Do.Do == Add:
			return Add
		case person.Do.Do == Replace, person.Do.Do == Keep:
			r.Found, r.State = []int64{person.Do.Ours}, Same
			return ""
		case len(person.Found) > 0 && (person.State == Same || person.State == Changed || person.kin):
			r.Found, r.State = person.Found[:1], Same
			return ""
		case r.came.copied != nil:
			r.State, r.Why = Doubtful, data.Say("Please decide about the person first.")
			return ""
		}
	}
	w := p.whoOnce(r.came)
	r.Found, r.State, r.Why = w.found, w.state, w.why
	return Guest
}

// whoFound is who somebody on a list is.
type whoFound struct {
	found []int64
	state State
	why   data.Phrase
}

// whoOnce finds the person of ours by name and address, each once however often they come.
func (p *Plan) whoOnce(a *Attendee) whoFound {
	key := a.Name + "\n" + a.Email
	w, met := p.who[key]
	if !met {
		w.found, w.state, w.why = p.whoIs(data.NameKeys(a.Name, ""), a.Email)
		p.who[key] = w
	}
	return w
}

// personComing is the place of the row of somebody on a list who comes in with the same plan, -1 for none.
func (p *Plan) personComing(r *PlanRow) int {
	if r.came.copied != nil {
		return p.originOf(r.From, data.RowMember, r.came.copied.member)
	}
	if row, met := p.metBefore(data.NameKeys(r.came.Name, ""), r.came.Email); met {
		return row
	}
	return -1
}

// sayKey is by what somebody is known of whom the leader said who it is: one word holds at all meetings.
func sayKey(a *Attendee) string { return data.NameKey(a.Name) + "\n" + data.AddressKey(a.Email) }
