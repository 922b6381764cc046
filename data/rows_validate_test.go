package data

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"
)

// long is a text of n characters, each of four bytes, since limits count
// characters and not bytes.
func long(n int) string { return strings.Repeat("𠮷", n) }

// many is a list of n lines.
func many(n int) Lines {
	return strings.Split(strings.TrimSuffix(strings.Repeat("x\n", n), "\n"), "\n")
}

var someDay = NewDate(2026, time.November, 21)

type validator interface{ Validate() error }

// field names the one field that must be refused.
type refusal struct {
	what  string
	value validator
	field string
}

func community(change func(*Community)) *Community {
	c := NewCommunity("Testers")
	change(&c)
	return &c
}

func person(change func(*Member)) *Member {
	m := Member{Name: "Ada", Kind: KindMember, JoinedOn: someDay}
	change(&m)
	return &m
}

func gathering(change func(*Event)) *Event {
	e := Event{Title: "Lab", Format: "hands_on", On: someDay, Start: 960, TimeZone: "Europe/Berlin", Minutes: 120,
		Audience: OpenEvent, Status: StatusPlanned, Brought: NotCounted}
	change(&e)
	return &e
}

func thing(change func(*Item)) *Item {
	i := Item{Title: "Guide", Kind: KindArtefact, Column: ColumnIdea, CreatedOn: someDay}
	change(&i)
	return &i
}

func run(change func(*Round)) *Round {
	r := Round{Code: "R1", Name: "Round 1", Scale: Agreement5, OpenedOn: someDay, Invited: 23, MinGroup: MinGroupSize}
	change(&r)
	return &r
}

var refusals = []refusal{
	{"community without a name", community(func(c *Community) { c.Name = " \n" }), "name"},
	{"community name", community(func(c *Community) { c.Name = long(61) }), "name"},
	{"tagline", community(func(c *Community) { c.Tagline = long(121) }), "tagline"},
	{"kind", community(func(c *Community) { c.Kind = "team" }), "kind"},
	{"leader's hours in quarters", community(func(c *Community) { c.LeaderHours = 3.25 }), "leaderHours"},
	{"leader's hours too many", community(func(c *Community) { c.LeaderHours = 60.5 }), "leaderHours"},
	{"leader's hours not a number", community(func(c *Community) { c.LeaderHours = math.NaN() }), "leaderHours"},
	{"no working week", community(func(c *Community) { c.WorkWeek = 0 }), "workWeek"},
	{"purpose", community(func(c *Community) { c.PrimaryPurpose = long(301) }), "primaryPurpose"},
	{"needs, too many", community(func(c *Community) { c.Needs = many(8) }), "needs"},
	{"needs, too long", community(func(c *Community) { c.Needs = Lines{long(161)} }), "needs"},
	{"scope", community(func(c *Community) { c.InScope = many(11) }), "inScope"},
	{"who we are", community(func(c *Community) { c.WhoWeAre = long(401) }), "whoWeAre"},
	{"repertoire", community(func(c *Community) { c.Repertoire = many(13) }), "repertoire"},
	{"mandate", community(func(c *Community) { c.MayDecide = many(8) }), "mayDecide"},
	{"agreement", community(func(c *Community) { c.WorkingAgreement = many(8) }), "workingAgreement"},
	{"decision rule", community(func(c *Community) { c.DecisionRule = "dice" }), "decisionRule"},
	{"cadence below a week", community(func(c *Community) { c.CadenceDays = 6 }), "cadenceDays"},
	{"cadence above three months", community(func(c *Community) { c.CadenceDays = 93 }), "cadenceDays"},
	{"phase", community(func(c *Community) { c.Phase = "" }), "phase"},
	{"stage", community(func(c *Community) { c.Stage = "x" }), "stage"},
	{"time zone", community(func(c *Community) { c.TimeZone = "Mars/Olympus" }), "timeZone"},
	{"sponsor without a name", &Sponsor{}, "name"},
	{"sponsor's mail", &Sponsor{Name: "Kim", Email: "kim at home"}, "email"},
	{"sponsor's hopes", &Sponsor{Name: "Kim", HopesFor: long(301)}, "hopesFor"},
	{"contact without a day", &SponsorContact{Kind: ContactTalk}, "on"},
	{"contact kind", &SponsorContact{On: someDay, Kind: "gift"}, "kind"},
	{"stake", &Stakeholder{Name: "Kim", Stake: long(161)}, "stake"},
	{"attitude", &Stakeholder{Name: "Kim", Attitude: "hostile"}, "attitude"},
	{"role", &RoleDefinition{Role: "boss"}, "role"},
	{"duty", &RoleDefinition{Role: RoleLeader, Duty: long(201)}, "duty"},
	{"term", &Term{Meaning: "x"}, "term"},
	{"meaning", &Term{Term: "Flaky", Meaning: long(161)}, "meaning"},
	{"channel use", &Channel{Name: "Mail", Use: "gossip"}, "use"},
	{"measure kind", &Measure{Wording: "Calls", Kind: "feeling"}, "kind"},
	{"measure wording", &Measure{Wording: long(121), Kind: MeasureStory}, "wording"},
	{"measure value", &MeasureValue{On: someDay}, "value"},
	{"version number", &CharterVersion{AgreedOn: someDay}, "version"},
	{"version note", &CharterVersion{Version: 1, AgreedOn: someDay, Note: long(201)}, "note"},
	{"note without text", &CharterNote{Section: SectionPurpose, On: someDay, Text: " "}, "text"},
	{"note's section", &CharterNote{Section: "annex", On: someDay, Text: "x"}, "section"},
	{"worksheet question", &WorksheetAnswer{Question: "design.colour", On: someDay}, "question"},
	{"worksheet answer", &WorksheetAnswer{Question: "grow.culture", On: someDay, Text: long(1001)}, "text"},
	{"road step", &RoadMark{Step: 22, On: someDay}, "step"},
	{"box", &CanvasBox{Box: "budget"}, "box"},
	{"box lines", &CanvasBox{Box: BoxImportance, Lines: many(6)}, "lines"},
	{"box line", &CanvasBox{Box: BoxVision, Lines: Lines{long(101)}}, "lines"},
	{"force strength", &Force{Side: ForceSlows, Text: "x", Strength: 6}, "strength"},
	{"member's name", person(func(m *Member) { m.Name = long(121) }), "name"},
	{"member's mail with a name in it", person(func(m *Member) { m.Email = "Ada <ada@example.org>" }), "email"},
	{"joined never", person(func(m *Member) { m.JoinedOn = 0 }), "joinedOn"},
	{"joined in another age", person(func(m *Member) { m.JoinedOn = NewDate(26, 1, 1) }), "joinedOn"},
	{"left before joining", person(func(m *Member) { m.LeftOn = someDay - 1 }), "leftOn"},
	{"kind of record", person(func(m *Member) { m.Kind = "robot" }), "kind"},
	{"knows", person(func(m *Member) { m.Knows = many(21) }), "knows"},
	{"role ended before it began", &MemberRole{Role: RoleCoreTeam, From: someDay, To: someDay - 1}, "to"},
	{"leader as a role row", &MemberRole{Role: RoleLeader, From: someDay}, "role"},
	{"level", &DeclaredLevel{Level: "star", DeclaredOn: someDay}, "level"},
	{"reason", &DeclaredLevel{Level: Core, DeclaredOn: someDay, Reason: long(121)}, "reason"},
	{"derived contribution", &Contribution{Kind: ItemDone, On: someDay}, "kind"},
	{"follow-up about nobody", &FollowUp{What: "Speak", State: Asked, On: someDay}, "who"},
	{"event title", gathering(func(e *Event) { e.Title = "" }), "title"},
	{"event format", gathering(func(e *Event) { e.Format = "party" }), "format"},
	{"event time", gathering(func(e *Event) { e.Start = 24 * 60 }), "start"},
	{"event length", gathering(func(e *Event) { e.Minutes = 4 }), "minutes"},
	{"event purpose", gathering(func(e *Event) { e.Purpose = long(301) }), "purpose"},
	{"event box", gathering(func(e *Event) { e.Boxes = Lines{"budget"} }), "boxes"},
	{"event status", gathering(func(e *Event) { e.Status = "maybe" }), "status"},
	{"guests", gathering(func(e *Event) { e.Guests = -1 }), "guests"},
	{"event zone", gathering(func(e *Event) { e.TimeZone = "CEST+1" }), "timeZone"},
	{"part", &EventRole{Part: "singer"}, "part"},
	{"agenda minutes", &AgendaLine{Minutes: -5, Text: "x"}, "minutes"},
	{"reply", &Attendance{Expected: "maybe"}, "expected"},
	{"minutes", &Minutes{Text: long(10001)}, "text"},
	{"votes", &RotiTally{Votes: Counts{0, -1}}, "votes"},
	{"perfection score", &PerfectionNote{Score: 11}, "score"},
	{"perfection without a wish", &PerfectionNote{Score: 9}, "better"},
	{"announcement", &Announcement{On: someDay}, "channel"},
	{"item title", thing(func(i *Item) { i.Title = long(101) }), "title"},
	{"item kind", thing(func(i *Item) { i.Kind = "chore" }), "kind"},
	{"item column", thing(func(i *Item) { i.Column = "later" }), "column"},
	{"item text", thing(func(i *Item) { i.Description = long(2001) }), "description"},
	{"item outcome", thing(func(i *Item) { i.Outcome = long(501) }), "outcome"},
	{"item size", thing(func(i *Item) { i.Size = "XL" }), "size"},
	{"item votes", thing(func(i *Item) { i.Votes = -1 }), "votes"},
	{"move", &ItemMove{Column: "later", On: someDay}, "column"},
	{"reuse", &Reuse{}, "on"},
	{"card", &CardVersion{Card: "x", Version: 1, Title: "T", Low: "l", High: "", Pillar: PillarDomain}, "high"},
	{"pillar", &CardVersion{Card: "x", Version: 1, Title: "T", Low: "l", High: "h", Pillar: "roof"}, "pillar"},
	{"round's threshold below the floor", run(func(r *Round) { r.MinGroup = 2 }), "minGroup"},
	{"round's scale", run(func(r *Round) { r.Scale = "stars" }), "scale"},
	{"round closed before it opened", run(func(r *Round) { r.ClosedOn = someDay - 1 }), "closedOn"},
	{"returned", &RoundReturn{Channel: FromRoom, Returned: -1}, "returned"},
	{"tally", &Tally{Card: "x", Channel: FromRoom, Worse: -1}, "worse"},
	{"answer", &Answer{Card: "x", Value: 6}, "value"},
	{"comment", &Answer{Card: "x", Comment: long(301)}, "comment"},
	{"vote", &Answer{Card: "x", Vote: "up"}, "vote"},
	{"response", &Response{Channel: "pigeon"}, "channel"},
	{"story cycle", &ValueStory{Title: "x", On: someDay, Cycle: "eternal", Consent: ConsentNamed}, "cycle"},
	{"story consent", &ValueStory{Title: "x", On: someDay, Cycle: CycleApplied}, "consent"},
	{"report", &SponsorReport{From: someDay, Until: someDay - 1}, "until"},
	{"export", &Export{On: someDay}, "name"},
	{"dismissal", &Dismissal{Rule: "C01", On: someDay}, "until"},
	{"setting", &Setting{}, "key"},
}

// Each refusal must name the field that is wrong, and no other.
func TestValidateNamesTheField(t *testing.T) {
	for _, r := range refusals {
		var fault *Error
		if err := r.value.Validate(); !errors.As(err, &fault) {
			t.Errorf("%s: accepted", r.what)
			continue
		}
		if fault.Code != CodeInvalid || len(fault.Fields) != 1 || fault.Fields[r.field].IsZero() {
			t.Errorf("%s: %v", r.what, fault)
		}
	}
}

// What fits exactly must pass, and come out clean.
func TestValidateTakesWhatFits(t *testing.T) {
	c := community(func(c *Community) {
		c.Name, c.Tagline, c.PrimaryPurpose = long(60), long(120), long(300)
		c.Needs, c.LeaderHours, c.CadenceDays = many(7), 60, 92
		c.Domain = "Cafe\u0301 \x00\u202Eevil"
	})
	i := thing(func(i *Item) { i.Title, i.Description = long(100), long(2000) })
	for _, v := range []validator{c, i, person(func(m *Member) { m.Name, m.Email = long(120), "ada@example.org" }),
		gathering(func(e *Event) { e.Minutes = 5 }), run(func(r *Round) { r.MinGroup = MinGroupFloor }),
		&PerfectionNote{Score: 10}, &CanvasBox{Box: BoxHow, Lines: many(8)}} {
		if err := v.Validate(); err != nil {
			t.Errorf("%T: %v", v, err)
		}
	}
	if c.Domain != "Café evil" {
		t.Errorf("cleaned text is %q", c.Domain)
	}
}

func TestCleaning(t *testing.T) {
	lines := []struct{ in, want string }{
		{"  a\tb\r\nc ", "a b c"}, {"e\u0301", "é"}, {"x\xffy", "x\uFFFDy"}, {"\u202Ex\u202C", "x"},
		{"👩\u200d💻", "👩\u200d💻"}, {"\uFEFFname", "name"}, {"a\x00b", "ab"}, {"\uFFFE", ""}, {"a\x02\u0301", "á"},
		{"\u200EAda\u200B Love\u00ADlace\u2060", "Ada Lovelace"}, {"\u200D Ada \u3164", "Ada"}, {"می\u200cخواهم", "می\u200cخواهم"}, {"e\u200B\u0301", "é"},
	}
	for _, l := range lines {
		if got := CleanLine(l.in); got != l.want {
			t.Errorf("CleanLine(%q) = %q, want %q", l.in, got, l.want)
		}
	}
	if got := CleanText(" one\r\ntwo\u2028\nthree \n"); got != "one\ntwo\n\nthree" {
		t.Errorf("CleanText = %q", got)
	}
	if got := ParseLines("· one\n\n - two \n•three"); strings.Join(got, "|") != "one|two|three" {
		t.Errorf("ParseLines = %q", got)
	}
}

func TestDates(t *testing.T) {
	for _, s := range []string{"0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("%s became %s (%v)", s, d, err)
		}
	}
	for _, s := range []string{"2026-02-29", "31.12.2026", "2026-13-01", "tomorrow", "0000-01-01"} {
		if _, err := ParseDate(s); err == nil {
			t.Errorf("%s was taken for a date", s)
		}
	}
	if got := NewDate(2026, time.November, 21).AddDays(14).Sub(NewDate(2026, time.November, 21)); got != 14 {
		t.Errorf("two weeks are %d days", got)
	}
	late := time.Date(2026, 11, 21, 23, 30, 0, 0, time.FixedZone("x", -8*3600))
	if got := DateOf(late).String(); got != "2026-11-21" {
		t.Errorf("the clock's own day is %s", got)
	}
}

// The minutes of each format's steps must add up to its own
// (data/README.md, Formats), and the default deck must be the one of
// data/README.md, Health cards.
func TestFormatsAndDeck(t *testing.T) {
	if len(Formats) != 21 {
		t.Errorf("%d formats", len(Formats))
	}
	for _, f := range Formats {
		total := 0
		for _, step := range f.Agenda {
			total += step.Minutes
		}
		if total != f.Minutes {
			t.Errorf("%s: the steps take %d of %d minutes", f.Key, total, f.Minutes)
		}
	}
	if len(Deck) != 14 || len(ShortDeck) != 10 {
		t.Errorf("%d cards, %d in the short deck", len(Deck), len(ShortDeck))
	}
	for i, c := range Deck {
		c.Version = 1
		if err := c.Validate(); err != nil || c.Rank != i+1 {
			t.Errorf("%s: rank %d, %v", c.Card, c.Rank, err)
		}
	}
}

func TestEventStartsInItsZone(t *testing.T) {
	e := gathering(func(e *Event) { e.On, e.TimeZone = NewDate(2026, time.July, 1), "Europe/Berlin" })
	if got := e.StartsAt().UTC().Format(time.RFC3339); got != "2026-07-01T14:00:00Z" {
		t.Errorf("starts at %s", got)
	}
}
