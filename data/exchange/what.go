package exchange

import "copleader/data"

// What is the kind of thing that a file holds.
type What string

// The kinds of thing that come in.
const (
	Unknown    What = ""
	People     What = "people"
	Events     What = "events"
	Items      What = "items"
	Attendance What = "attendance" // who was at one meeting
	Answers    What = "answers"    // a filled questionnaire
	Whole      What = "community"  // another community file
)

// Phrase is what the kind is called.
func (w What) Phrase() data.Phrase {
	switch w {
	case People:
		return data.Say("People")
	case Events:
		return data.Say("Events")
	case Items:
		return data.Say("Backlog items")
	case Attendance:
		return data.Say("Who came to a meeting")
	case Answers:
		return data.Say("A filled questionnaire")
	case Whole:
		return data.Say("Another community file")
	}
	return data.Say("Nothing this program knows")
}
