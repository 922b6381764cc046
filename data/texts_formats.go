package data

// EventFormat is a reusable template: how long, for how many, in which steps,
// and what to write down (data/README.md, Formats). Its texts are keys for
// data/words.
type EventFormat struct {
	Key     string
	Name    string
	Minutes int
	// Fewest and Most are the people it suits; Most 0 means any number.
	Fewest, Most int
	Agenda       []FormatStep
	Capture      string // what to write down beside the common fields
	Purpose      string // what it is good for, in a line
}

// FormatStep is one step of a format's agenda.
type FormatStep struct {
	Minutes int
	Text    string
}

// Formats lists the 21 formats in the order of data/README.md, Formats. The
// minutes of the steps add up to the format's own.
var Formats = []EventFormat{
	{"brown_bag", "Brown bag", 60, 5, 40, []FormatStep{{5, "Welcome"}, {35, "Talk"}, {15, "Questions"}, {5, "Feedback"}},
		"Slides, three take-aways", "One person shows something, everybody eats"},
	{"brown_bag_feedback", "Brown bag with listener roles", 30, 5, 20, []FormatStep{{15, "Talk"}, {5, "Questions"}, {10, "Feedback by role holders"}},
		"Notes for the speaker (private)", "A short talk that helps the speaker grow"},
	{"lightning_talks", "Lightning talks", 60, 6, 40, []FormatStep{{5, "Rules"}, {42, "Six talks of 5 + 2"}, {8, "Open talk"}, {5, "Feedback"}},
		"Title and speaker of each", "Many voices in one hour"},
	{"lean_coffee", "Lean coffee", 60, 3, 12, []FormatStep{{5, "Write topics"}, {3, "Pitch"}, {2, "Dot vote"}, {45, "Discuss in boxes of 5, thumbs to go on by 3"}, {5, "Take-aways"}},
		"Topics, votes, outcome of each", "No preparation: the people bring the topics"},
	{"xtrem_reading", "Xtrem reading", 75, 4, 20, []FormatStep{{5, "Rules"}, {5, "Why this book"}, {5, "Groups of 2–3"}, {20, "First book"}, {20, "Swap and read the second"}, {15, "Share"}, {5, "Feedback"}},
		"Books, one-page notes", "Read a book together in an hour"},
	{"xtrem_watch", "Xtrem watch", 90, 4, 20, []FormatStep{{5, "Ideas"}, {10, "Pitch"}, {5, "Vote"}, {5, "Groups"}, {5, "Search"}, {5, "Compare"}, {10, "Dig"}, {10, "Prepare"}, {30, "Present"}, {5, "Feedback"}},
		"Topics, links", "Find out together what is new"},
	{"book_club", "Book club", 60, 4, 12, []FormatStep{{5, "Check-in"}, {10, "Recap"}, {35, "Questions"}, {5, "What we will try"}, {5, "Feedback"}},
		"Chapter, tries", "Talk a book through and try something"},
	{"hands_on", "Practice lab / kata", 120, 4, 20, []FormatStep{{10, "Problem"}, {10, "Pairs"}, {35, "First round"}, {10, "Debrief"}, {35, "Second round"}, {15, "Lessons"}, {5, "Feedback"}},
		"Material link, lessons", "Learn by doing, in pairs"},
	{"show_and_tell", "Show and tell", 45, 5, 30, []FormatStep{{5, "Welcome"}, {30, "Three demos of 10"}, {5, "Links between them"}, {5, "Feedback"}},
		"Demo, owner, reusable?", "See what others have made"},
	{"problem_clinic", "Problem clinic", 60, 4, 12, []FormatStep{{5, "Choose"}, {50, "Two cases of 25: 5 tell, 5 clarify, 12 advise, 3 commit"}, {5, "Feedback"}},
		"Case, advice, next step, consent to publish", "Help with real problems"},
	{"guest", "Guest with questions", 60, 5, 60, []FormatStep{{5, "Introduction"}, {25, "Talk"}, {25, "Questions"}, {5, "Feedback"}},
		"Guest, contact", "A view from outside"},
	{"working_session", "Working session (standard, guide)", 90, 3, 12, []FormatStep{{5, "Aim"}, {10, "What exists"}, {50, "Draft in pairs, two passes"}, {15, "Review and decide"}, {5, "Owner"}, {5, "Feedback"}},
		"Draft, decision", "Write it down once and for all"},
	{"site_visit", "Visit", 90, 2, 15, []FormatStep{{10, "Briefing"}, {50, "Tour"}, {20, "Questions"}, {10, "Debrief"}},
		"What to copy", "Go and see how others do it"},
	{"open_space", "Open space", 180, 10, 80, []FormatStep{{15, "Opening"}, {15, "Marketplace"}, {120, "Three rounds of 40"}, {20, "Closing circle"}, {10, "Feedback"}},
		"Topic sheets", "Many topics, chosen on the spot"},
	{"backlog_refinement", "Backlog refinement", 45, 3, 12, []FormatStep{{5, "Read the board"}, {15, "New items"}, {15, "Vote and order"}, {5, "Next events"}, {5, "Feedback"}},
		"Votes, order", "Tidy the board together"},
	{"retrospective", "Retrospective", 75, 4, 15, []FormatStep{{5, "Opening"}, {15, "Facts"}, {20, "Meaning"}, {20, "Choose"}, {10, "Owners"}, {5, "Close"}},
		"One to three actions with owner and date", "Look back and choose one to three changes"},
	{"health_check_session", "Health check session", 90, 5, 20, []FormatStep{{10, "Explain and reassure"}, {48, "Cards"}, {22, "Talk about two or three"}, {5, "Actions"}, {5, "Feedback"}},
		"Tallies, actions", "How are we doing as a community?"},
	{"vision_workshop", "Kick-off vision workshop", 120, 5, 20, []FormatStep{{8, "Welcome, aim, rules"}, {7, "Round: why I came"}, {22, "Vision and importance"}, {20, "How and measures"}, {13, "Impact"}, {5, "Break"}, {12, "Resources and channels"}, {12, "Force field: helps and brakes"}, {8, "Name"}, {6, "Leader"}, {5, "Next steps"}, {2, "Was it worth the time?"}},
		"Canvas, name, leader", "Make a first version of the vision together"},
	{"social", "Social / coffee", 60, 0, 0, []FormatStep{{5, "Greet newcomers"}, {50, "Free talk in random pairs"}, {5, "Notices"}},
		"", "Get to know one another"},
	{"core_sync", "Core team sync", 30, 2, 8, []FormatStep{{5, "Numbers"}, {10, "Next event"}, {10, "People and board"}, {5, "Actions"}},
		"Actions", "Keep the core team in step"},
	{"sponsor_review", "Sponsor review", 30, 2, 5, []FormatStep{{5, "Where we are"}, {10, "One story and the figures"}, {10, "Asks"}, {5, "Next"}},
		"Decisions, asks", "Show sponsors what came of their support"},
}

// VisionWorkshop is the key of the kick-off workshop
// (data/README.md, Workshop).
const VisionWorkshop = "vision_workshop"

// UsualFormat is the key of the format that is proposed for a new event: it needs no preparation.
const UsualFormat = "lean_coffee"

// FormatOf is the format with the key.
func FormatOf(key string) (EventFormat, bool) {
	for _, f := range Formats {
		if f.Key == key {
			return f, true
		}
	}
	return EventFormat{}, false
}

// SpeakersWanted is how many speakers a format lives on; the others need none.
var SpeakersWanted = map[string]int{"brown_bag": 1, "brown_bag_feedback": 1, "lightning_talks": 6, "show_and_tell": 3, "guest": 1}

// FormatWord is the one word for an event of a format, where there is no room for more.
func FormatWord(format string) Phrase { return named(formatWords, format) }

var formatWords = map[string]Phrase{
	"brown_bag": {Key: "talk"}, "brown_bag_feedback": {Key: "talk"}, "lightning_talks": {Key: "lightning"}, "lean_coffee": {Key: "coffee"},
	"xtrem_reading": {Key: "reading"}, "xtrem_watch": {Key: "watch"}, "book_club": {Key: "book"}, "hands_on": {Key: "lab"},
	"show_and_tell": {Key: "show"}, "problem_clinic": {Key: "clinic"}, "guest": {Key: "guest"}, "working_session": {Key: "working"},
	"site_visit": {Key: "visit"}, "open_space": {Key: "open space"}, "backlog_refinement": {Key: "backlog"}, "retrospective": {Key: "retro"},
	"health_check_session": {Key: "health"}, VisionWorkshop: {Key: "vision"}, "social": {Key: "social"}, "core_sync": {Key: "core"},
	"sponsor_review": {Key: "review"},
}
