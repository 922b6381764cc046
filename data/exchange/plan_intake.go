package exchange

import (
	"fmt"
	"slices"

	"copleader/data"
)

// usualFormat is what an event from elsewhere is taken for where its title names no
// format.
const usualFormat = "show_and_tell"

// Intake is what the decisions of the plan come to, for the store to take in.
func (p *Plan) Intake() data.Intake {
	w := intake{Plan: p, members: map[int64]int{}, added: map[string]int64{}, coming: map[*PlanRow]data.Event{}, numbers: map[int]int64{}}
	w.in.Columns = p.Columns
	for i := range p.Rows {
		w.take(i)
	}
	for _, lists := range p.meetings() {
		w.takeMeeting(lists)
	}
	w.settleJoining()
	return w.in
}

// intake is an intake that is being put together.
type intake struct {
	*Plan
	in      data.Intake
	members map[int64]int    // places in in.Members, by id or number
	added   map[string]int64 // numbers of new people by the keys they are met under
	undated []int64          // new people of whom nothing says when they joined
	coming  map[*PlanRow]data.Event
	numbers map[int]int64 // of new people, by the places of their rows
}

func (w *intake) take(row int) {
	r := &w.Rows[row]
	if r.event != nil && r.State == Same {
		w.mark(r)
	}
	if r.came != nil || r.Do.Do == Leave {
		return
	}
	switch r.What() {
	case People:
		w.takePerson(row)
	case Events:
		if e := w.newEvent(r.event); r.Do.Do == Add {
			e.ID = w.numberOf(len(w.in.Events))
			w.coming[r] = e
			w.in.Events = append(w.in.Events, e)
		} else if ours, there := w.snapshot.EventByID(r.Do.Ours); there {
			w.in.Events = append(w.in.Events, w.eventAfter(r.event, ours))
		}
	case Items:
		if i := w.newItem(r.item); r.Do.Do == Add {
			w.in.Items = append(w.in.Items, i)
		} else if ours, there := w.snapshot.ItemByID(r.Do.Ours); there {
			w.in.Items = append(w.in.Items, replaced(data.ItemFields, ours, asOfItem(r.item, &ours)))
		}
	}
}

// mark remembers by what a calendar knows an event of ours of which it says nothing new.
func (w *intake) mark(r *PlanRow) {
	if ours, there := w.snapshot.EventByID(r.Found[0]); there && ours.CalendarMark == "" && r.event.Row.CalendarMark != "" {
		w.in.Marks = append(w.in.Marks, data.EventMark{EventID: ours.ID, Mark: r.event.Row.CalendarMark})
	}
}

// takePerson adds a person, or writes what is said about them over ours.
func (w *intake) takePerson(row int) {
	r := &w.Rows[row]
	if r.Do.Do == Add {
		w.unlearn(r.person.Row.Name, r.person.Row.Email)
		w.numbers[row] = w.addPerson(newMember(r.person), data.NameKeys(r.person.Row.Name, r.person.Row.Called), r.person.Row.Email)
		return
	}
	ours, there := w.snapshot.MemberByID(r.Do.Ours)
	if !there {
		return
	}
	if r.Do.Do == Keep {
		w.know(r, r.person.Row.Name, r.person.Row.Email, &ours)
		return
	}
	at, again := w.members[ours.ID]
	if again {
		ours = w.in.Members[at]
	}
	after := replaced(data.MemberFields, ours, w.asOf(r.person, &ours))
	if after.LeftOn != 0 && after.LeftOn <= w.today && !r.person.gives("leftOn") && !r.kin {
		after.LeftOn = 0 // who is on the roster of today is there again
	}
	if again {
		w.in.Members[at] = after
	} else {
		w.members[ours.ID] = len(w.in.Members)
		w.in.Members = append(w.in.Members, after)
	}
	w.know(r, r.person.Row.Name, r.person.Row.Email, &after)
	w.in.Names = append(w.in.Names, w.snapshot.KnownOnceJoined(after, ours)...) // what was theirs is known from now on
}

// newMember fills what a person must have and no source told, but for the day of
// joining.
func newMember(b *Person) data.Member {
	m := b.Row
	if m.Kind == "" {
		m.Kind = data.KindMember
	}
	return m
}

// addPerson adds somebody new and gives the number by which other rows refer to them.
func (w *intake) addPerson(m data.Member, keys []string, email string) int64 {
	m.ID = w.numberOf(len(w.in.Members))
	w.members[m.ID] = len(w.in.Members)
	if m.JoinedOn == 0 {
		w.undated = append(w.undated, m.ID)
	}
	w.in.Members = append(w.in.Members, m)
	if email != "" {
		w.added["@"+data.AddressKey(email)] = m.ID
	}
	for _, key := range keys {
		if key != "" {
			w.added[key] = m.ID
		}
	}
	return m.ID
}

// know remembers whom a name and an address mean that nobody would guess.
func (w *intake) know(r *PlanRow, name, email string, ours *data.Member) {
	if r.State != Doubtful && slices.Contains(r.Found, ours.ID) {
		return
	}
	key, address := data.NameKey(name), data.AddressKey(email)
	means := w.names.known[key]
	switch is := slices.Contains(data.NameKeys(ours.Name, ours.Called), key); {
	case is && means != 0 && means != ours.ID:
		w.in.Unlearn = append(w.in.Unlearn, key)
	case !is && means != ours.ID:
		w.remember(key, ours.ID)
	}
	theirs := slices.ContainsFunc(w.snapshot.Members, func(m data.Member) bool { return data.AddressKey(m.Email) == address })
	if address != "" && address != data.AddressKey(ours.Email) && !theirs && w.names.known[address] != ours.ID {
		w.remember(address, ours.ID)
	}
}

func (w *intake) remember(name string, id int64) {
	if name != "" && len([]rune(name)) <= data.KnownNameFields.Of("name").Limit {
		w.in.Names = append(w.in.Names, data.KnownName{Name: name, MemberID: id})
	}
}

// unlearn forgets whom a name and an address meant: it is somebody else.
func (w *intake) unlearn(name, email string) {
	for _, key := range []string{data.NameKey(name), data.AddressKey(email)} {
		if w.names.known[key] != 0 && !slices.Contains(w.in.Unlearn, key) {
			w.in.Unlearn = append(w.in.Unlearn, key)
		}
	}
}

// noting is who came to one meeting, as it is put together.
type noting struct {
	event   data.Event
	marks   map[string]bool // of guests who were counted before
	members map[int][]*Attendee
	order   []int64
	rows    map[int64]int // in members, by the person
	of      map[int]int64 // the person, by the place of the row
	count   data.GuestCount
}

// takeMeeting notes who came to a meeting, by all its lists.
func (w *intake) takeMeeting(lists []int) {
	lead := &w.Lists[w.leading(lists[0])]
	if lead.Do.Do == Leave || !w.anybody(lists) {
		return
	}
	n := noting{event: w.eventOf(lead), members: map[int][]*Attendee{}, rows: map[int64]int{}, of: map[int]int64{}}
	n.count.EventID = n.event.ID
	if n.event.ID > 0 {
		n.marks = w.snapshot.GuestMarks(n.event.ID)
	}
	for _, list := range lists {
		for row := w.Lists[list].first; row < w.Lists[list].end; row++ {
			w.note(row, &n)
		}
	}
	for at, member := range n.order {
		minutes := together(n.members[at])
		w.in.Present = append(w.in.Present, data.Attendance{EventID: n.event.ID, MemberID: member, MinutesPresent: part(minutes, n.event.Minutes)})
	}
	w.countGuests(&n)
}

// anybody reports whether anybody on some lists is noted.
func (w *intake) anybody(lists []int) bool {
	for _, list := range lists {
		for row := w.Lists[list].first; row < w.Lists[list].end; row++ {
			if w.Rows[row].Do.Do != Leave {
				return true
			}
		}
	}
	return false
}

// note notes somebody on a list: each once, however often they stand there.
func (w *intake) note(row int, n *noting) {
	r := &w.Rows[row]
	member := int64(0)
	switch r.Do.Do {
	case Guest:
		w.unlearn(r.came.Name, r.came.Email)
		for _, guest := range r.guests() {
			if !slices.Contains(n.count.Named, guest) {
				n.count.Named = append(n.count.Named, guest)
			}
		}
		return
	case Leave:
		if member = n.of[r.also]; r.also < 0 || member == 0 {
			return
		}
	case Add:
		w.unlearn(r.came.Name, r.came.Email)
		member = w.whoCame(r)
	default:
		member = w.whoCame(r)
	}
	n.of[row] = member
	at, met := n.rows[member]
	if !met {
		at = len(n.order)
		n.rows[member], n.order = at, append(n.order, member)
	}
	n.members[at] = append(n.members[at], r.came)
	if ours, is := w.snapshot.MemberByID(member); is && r.Do.Do == Replace {
		w.know(r, r.came.Name, r.came.Email, &ours)
	}
	if mark := data.GuestMark(n.event.ID, r.guest); n.marks[mark] && r.Do.Do != Leave {
		n.count.Gone = append(n.count.Gone, r.guest)
		delete(n.marks, mark)
	}
}

// guests are by what the guests are known whom a row names, or counts.
func (r *PlanRow) guests() []string {
	all := []string{r.guest}
	for n := 2; n <= r.came.Guests; n++ {
		all = append(all, fmt.Sprintf("%s %d", r.guest, n))
	}
	return all
}

// countGuests counts the guests of a meeting with those noted before: among the ones whom somebody counted without a list, those
// who are named now may be.
func (w *intake) countGuests(n *noting) {
	unnamed := n.event.Guests - len(n.marks) - len(n.count.Gone)
	more := 0
	for _, name := range n.count.Named {
		if !n.marks[data.GuestMark(n.event.ID, name)] {
			more++
		}
	}
	guests := n.event.Guests - len(n.count.Gone) + max(0, more-max(0, unnamed))
	if n.count.Guests = max(0, guests); len(n.count.Named)+len(n.count.Gone) > 0 {
		w.in.Guests = append(w.in.Guests, n.count)
	}
}

// eventOf is the event that a list is about: ours, one that comes in too, or a new one.
func (w *intake) eventOf(l *MeetingList) data.Event {
	if ours, there := w.snapshot.EventByID(w.oursOf(l)); there {
		return ours
	}
	if l.event >= 0 {
		if event, comes := w.coming[&w.Rows[l.event]]; comes {
			return event
		}
	}
	event := w.newMeeting(l)
	event.ID = w.numberOf(len(w.in.Events))
	w.in.Events = append(w.in.Events, event)
	return event
}

// numberOf is the number by which a new row at a place is referred to.
func (w *intake) numberOf(place int) int64 { return -1 - int64(place) }

// whoCame is the person of ours, or the number of the new one, who stands on a list.
func (w *intake) whoCame(r *PlanRow) int64 {
	if r.Do.Do == Replace {
		return r.Do.Ours
	}
	if at := w.personComing(r); at >= 0 && w.Rows[at].Do.Do == Add && w.numbers[at] != 0 {
		return w.numbers[at]
	}
	keys := data.NameKeys(r.came.Name, "")
	for _, key := range append([]string{"@" + data.AddressKey(r.came.Email)}, keys...) {
		if id, there := w.added[key]; there && key != "" {
			return id
		}
	}
	m := data.Member{Name: r.came.Name, Email: r.came.Email, Kind: data.KindMember}
	if m.Name == "" {
		m.Name = m.Email
	}
	return w.addPerson(m, keys, r.came.Email)
}

// part is how long somebody was there; 0, the whole event, where nothing is known or
// it was all of it.
func part(minutes, whole int) int {
	if minutes <= 0 || whole <= 0 || minutes >= whole {
		return 0
	}
	return minutes
}

// settleJoining gives a day of joining to those of whom no source tells it.
func (w *intake) settleJoining() {
	first := map[int64]data.Date{}
	days := map[int64]data.Date{}
	for i := range w.in.Events {
		days[w.in.Events[i].ID] = w.in.Events[i].On
	}
	for _, a := range w.in.Present {
		on, isNew := days[a.EventID]
		if !isNew {
			e, _ := w.snapshot.EventByID(a.EventID)
			on = e.On
		}
		if day, there := first[a.MemberID]; on != 0 && (!there || on < day) {
			first[a.MemberID] = on
		}
	}
	for _, id := range w.undated {
		m := &w.in.Members[w.members[id]]
		m.JoinedOn = w.today
		if day, came := first[id]; w.Joined != 0 {
			m.JoinedOn = w.Joined
		} else if came {
			m.JoinedOn = day
		}
		if m.LeftOn != 0 {
			m.JoinedOn = min(m.JoinedOn, m.LeftOn)
		}
	}
}
