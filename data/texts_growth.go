package data

import "strings"

// Actions are what a leader typically does in the phase
// (data/README.md, Phases and stages).
func (p Phase) Actions() []Phrase { return phaseActions[p] }

var phaseActions = map[Phase][]Phrase{
	Define: {
		Say("Bring three to five likely members together first."),
		Say("Write the purpose with them."),
		Say("Talk to a sponsor."),
		Say("Hold the vision workshop."),
	},
	Design: {
		Say("Fill the board together with the members."),
		Say("Choose few, suitable meetings: too many drive people away."),
		Say("Settle where the minutes go."),
	},
	Grow: {
		Say("Give it a name and a look that people recognise."),
		Say("Invite in small waves, and greet everyone personally."),
		Say("Say the same about it everywhere."),
	},
	Perform: {
		Say("Mix formal and informal meetings."),
		Say("Spread the roles, and overload nobody."),
		Say("Ask for feedback after each event."),
	},
	Transform: {
		Say("Plan how members and leaders take turns."),
		Say("Renew: a workshop, new groups, speakers from outside."),
		Say("If it closes: celebrate, and keep what was made."),
	},
}

// Next is the phase after this one; the last has none.
func (p Phase) Next() (Phase, bool) {
	for i, known := range Phases[:len(Phases)-1] {
		if known == p {
			return Phases[i+1], true
		}
	}
	return "", false
}

// Tension is what pulls two ways in the stage
// (data/README.md, Phases and stages).
func (s Stage) Tension() Phrase {
	switch s {
	case Potential:
		return Say("Between discovering what is there and imagining what could be.")
	case Coalescing:
		return Say("Between letting ideas ripen and giving value at once.")
	case Maturing:
		return Say("Between keeping the focus and growing wider.")
	case Stewardship:
		return Say("Between what is ours and openness to new people and ideas.")
	case Transformation:
		return Say("Between letting go and living on.")
	}
	return Phrase{}
}

// OtherNames are what other authors call the stage
// (data/README.md, Phases and stages); the stages themselves have Wenger's
// names of 2002.
func (s Stage) OtherNames() Phrase {
	switch s {
	case Potential:
		return Say("Webber: potential · Scaled Agile: setting · Wenger in 1998: potential")
	case Coalescing:
		return Say("Webber: forming · Scaled Agile: starting · Wenger in 1998: coalescing")
	case Maturing:
		return Say("Webber: maturing · Scaled Agile: operating · Wenger in 1998: active")
	case Stewardship:
		return Say("Webber: self-sustaining · Scaled Agile: operating · Wenger in 1998: active")
	case Transformation:
		return Say("Webber: transformation · Scaled Agile: winding down, shutting · Wenger in 1998: dispersed, memorable")
	}
	return Phrase{}
}

// Actions are what a leader typically does in the stage
// (data/README.md, Phases and stages).
func (s Stage) Actions() []Phrase { return stageActions[s] }

var stageActions = map[Stage][]Phrase{
	Potential: {
		Say("Find the people and the problems they share."),
		Say("Talk with them one by one, and map what they need."),
		Say("Find a sponsor."),
	},
	Coalescing: {
		Say("Launch, and keep a regular slot."),
		Say("Talk with members in private."),
		Say("Look for easy wins, and build a core team."),
	},
	Maturing: {
		Say("Say what belongs and what does not."),
		Say("Put what you know in order, and help newcomers in."),
		Say("Measure the value, and share the leading."),
	},
	Stewardship: {
		Say("Renew yourselves: new people in the core, guests, new topics."),
		Say("Link up with other communities."),
		Say("Renew the charter."),
	},
	Transformation: {
		Say("Hold a renewal workshop."),
		Say("Or close on purpose: thank people, publish the archive, name heirs."),
	},
}

// PhaseOf is the phase to whose worksheet a question belongs: the part of its
// key before the dot.
func PhaseOf(question string) Phase {
	phase, _, _ := strings.Cut(question, ".")
	return Phase(phase)
}
