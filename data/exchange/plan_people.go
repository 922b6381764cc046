package exchange

import (
	"slices"

	"copleader/data"
)

// AddPeople adds people from a source to the plan.
func (p *Plan) AddPeople(source string, people []Person) {
	for i := range people {
		b := &people[i]
		p.add(PlanRow{Source: source, Line: b.Line, Doubts: b.Doubts, person: b}, b.Refused, p.asks(b), p.lookAtPerson)
	}
}

// soon is within how many days from today somebody may join without being asked about.
const soon = 180

// asks is what only the leader can tell about a person.
func (p *Plan) asks(b *Person) data.Phrase {
	if b.Asks.IsZero() && b.Row.JoinedOn > p.today.AddDays(soon) {
		return data.Say("The day of joining, %s, is far in the future.", b.Row.JoinedOn)
	}
	return b.Asks
}

// lookAtPerson finds out what a person who is brought means for the roster.
func (p *Plan) lookAtPerson(r *PlanRow) {
	b := r.person
	keys := data.NameKeys(b.Row.Name, b.Row.Called)
	if first, twice := p.metBefore(keys, b.Row.Email); twice && !p.surer(keys, b.Row.Email, first) {
		r.State, r.Why = Doubtful, data.Say("The same name or address stands %s already.", p.place(r, first))
		r.Found = slices.Clone(p.Rows[first].Found)
		return
	}
	p.meet(keys, b.Row.Email)
	r.Found, r.State, r.Why = p.whoIs(keys, b.Row.Email)
	if r.State == New {
		p.mayComeIn(r)
	}
	if r.State != Same {
		return
	}
	ours, _ := p.snapshot.MemberByID(r.Found[0])
	switch changes := differences(data.MemberFields, ours, p.asOf(b, &ours)); {
	case ours.LeftOn != 0 && ours.LeftOn <= p.today:
		r.State, r.Why = Doubtful, data.Say("Left on %s. Replacing makes them a member again.", ours.LeftOn)
	case len(changes) > 0:
		r.State, r.Do = Changed, Decision{Replace, ours.ID}
		if after := replaced(data.MemberFields, ours, p.asOf(b, &ours)); after.Validate() != nil {
			r.State, r.Do, r.Why = Refused, Decision{Do: Leave}, faultOf(after.Validate())
		}
	}
}

// mayComeIn takes somebody new, or says what is wrong with what is said about them.
func (p *Plan) mayComeIn(r *PlanRow) {
	m := newMember(r.person)
	if m.JoinedOn == 0 {
		m.JoinedOn = p.today
	}
	if m.LeftOn != 0 && !r.person.gives("joinedOn") {
		m.JoinedOn = min(m.JoinedOn, m.LeftOn)
	}
	if err := m.Validate(); err != nil {
		r.State, r.Why = Refused, faultOf(err)
		return
	}
	r.Do = Decision{Do: Add}
}

// surer reports whether a row is surely one of ours where an earlier row of that name or
// address was only doubtful.
func (p *Plan) surer(keys []string, email string, first int) bool {
	_, state, _ := p.whoIs(keys, email)
	return state == Same && p.Rows[first].State == Doubtful
}

// asOf is what a person who is brought says about one of ours: our name and address
// stand where it is the same name, or where it is known that lists call them otherwise,
// and our joining day where it is the earlier one.
func (p *Plan) asOf(b *Person, ours *data.Member) *Person {
	c := *b
	c.Given = slices.DeleteFunc(slices.Clone(b.Given), func(key string) bool {
		return key == "email" && ours.Email != "" && (data.AddressKey(b.Row.Email) == data.AddressKey(ours.Email) || p.names.known[data.AddressKey(b.Row.Email)] == ours.ID) ||
			key == "name" && (slices.Contains(data.NameKeys(ours.Name, ours.Called), data.NameKey(b.Row.Name)) || p.names.known[data.NameKey(b.Row.Name)] == ours.ID) ||
			key == "joinedOn" && ours.JoinedOn != 0 && b.Row.JoinedOn > ours.JoinedOn
	})
	return &c
}

// whoIs finds the person of ours by address and name. The state is New for nobody,
// Same where it is surely one, and Doubtful, with the reason, else.
func (p *Plan) whoIs(keys []string, email string) (found []int64, state State, why data.Phrase) {
	named := p.names.Named(keys)
	if email != "" {
		switch byAddress := p.names.WithAddress(email); {
		case len(byAddress) == 1 && (len(named) == 0 && !p.almost(keys[0], byAddress[0])):
			return byAddress, Doubtful, data.Say("The address is that of %s.", p.nameOf(byAddress[0]))
		case len(byAddress) == 1:
			return byAddress, Same, why
		case len(byAddress) > 1 && len(shared(byAddress, named)) == 1:
			return shared(byAddress, named), Same, why
		case len(byAddress) > 1:
			return byAddress, Doubtful, data.Say("Several people have this address.")
		}
	}
	if id, known := p.names.known[keys[0]]; known {
		return []int64{id}, Same, why
	}
	switch {
	case len(named) > 1:
		return named, Doubtful, data.Say("Several people have this name.")
	case len(named) == 1 && p.otherAddress(named[0], email):
		return named, Doubtful, data.Say("The name is there with another address, %s.", p.addressOf(named[0]))
	case len(named) == 1:
		return named, Same, why
	}
	if near := p.names.Near(keys[0]); len(near) > 0 {
		return near, Doubtful, data.Say("Almost the name of %s.", p.nameOf(near[0]))
	}
	return nil, New, why
}

// shared are the ids that stand in both lists.
func shared(one, other []int64) []int64 {
	return slices.DeleteFunc(slices.Clone(one), func(id int64) bool { return !slices.Contains(other, id) })
}

// almost reports whether a name is nearly that of one of ours.
func (p *Plan) almost(key string, id int64) bool {
	return data.AlmostSame(key, data.NameKey(p.nameOf(id)))
}

func (p *Plan) otherAddress(id int64, email string) bool {
	ours := p.addressOf(id)
	return email != "" && ours != "" && data.AddressKey(ours) != data.AddressKey(email)
}

func (p *Plan) nameOf(id int64) string {
	m, _ := p.snapshot.MemberByID(id)
	return m.Name
}

func (p *Plan) addressOf(id int64) string {
	m, _ := p.snapshot.MemberByID(id)
	return m.Email
}

// metBefore finds an earlier row of the plan with the same name or address.
func (p *Plan) metBefore(keys []string, email string) (row int, twice bool) {
	if row, twice = p.met["@"+data.AddressKey(email)]; twice && email != "" {
		return row, true
	}
	for _, key := range keys {
		if row, twice = p.met[key]; twice && key != "" {
			return row, true
		}
	}
	return 0, false
}

func (p *Plan) meet(keys []string, email string) {
	if email != "" {
		p.met["@"+data.AddressKey(email)] = len(p.Rows)
	}
	for _, key := range keys {
		p.met[key] = len(p.Rows)
	}
}
