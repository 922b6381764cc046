package data

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// net is the description of the rows of one type, as tests look at it.
type net struct {
	shape reflect.Type
	// reached are the names of the struct's fields in the order of the description.
	reached []string
	keys    []string
	texts   func(t *testing.T)
	limits  func(t *testing.T)
	choices func(t *testing.T)
	exempt  map[string]exemption // why texts are not looked through, by their keys
	written []string             // the written fields as data/README.md lists them
}

func netOf[T any](fields Fields[T]) net {
	var row T
	n := net{shape: reflect.TypeFor[T](), exempt: map[string]exemption{}}
	places := map[any]string{}
	for i, shape := 0, reflect.ValueOf(&row).Elem(); i < shape.NumField(); i++ {
		places[shape.Field(i).Addr().Interface()] = shape.Type().Field(i).Name
	}
	for i := range fields {
		n.keys = append(n.keys, fields[i].Key)
		n.reached = append(n.reached, places[fields[i].Place(&row)])
		if fields[i].exempt != lookedThrough {
			n.exempt[fields[i].Key] = fields[i].exempt
		}
		if fields[i].Typed() || fields[i].exempt == ofPerson || fields[i].Private {
			n.written = append(n.written, listed(&fields[i]))
		}
	}
	n.texts = func(t *testing.T) { checkTexts(t, fields) }
	n.limits = func(t *testing.T) { checkLimits(t, fields) }
	n.choices = func(t *testing.T) { checkChoices(t, fields) }
	return n
}

func nets() []net {
	return []net{
		netOf(MemberFields),
		netOf(CommunityFields),
		netOf(SponsorFields),
		netOf(SponsorContactFields),
		netOf(SponsorReportFields),
		netOf(StakeholderFields),
		netOf(RoleDefinitionFields),
		netOf(TermFields),
		netOf(ChannelFields),
		netOf(MeasureFields),
		netOf(MeasureValueFields),
		netOf(CharterVersionFields),
		netOf(CharterNoteFields),
		netOf(WorksheetAnswerFields),
		netOf(RoadMarkFields),
		netOf(CanvasBoxFields),
		netOf(ForceFields),
		netOf(MemberRoleFields),
		netOf(LeaderTermFields),
		netOf(DeclaredLevelFields),
		netOf(EventFields),
		netOf(EventRoleFields),
		netOf(AgendaLineFields),
		netOf(AttendanceFields),
		netOf(MinutesFields),
		netOf(RotiTallyFields),
		netOf(PerfectionNoteFields),
		netOf(AnnouncementFields),
		netOf(MeetingFields),
		netOf(MeetingPartFields),
		netOf(MeetingLineFields),
		netOf(ItemFields),
		netOf(ItemMoveFields),
		netOf(ReuseFields),
		netOf(ContributionFields),
		netOf(HelpReceivedFields),
		netOf(FollowUpFields),
		netOf(CardVersionFields),
		netOf(RoundFields),
		netOf(RoundCardFields),
		netOf(RoundReturnFields),
		netOf(TallyFields),
		netOf(ResponseFields),
		netOf(AnswerFields),
		netOf(InvitationFields),
		netOf(OutwardCountsFields),
		netOf(OutwardPeriodFields),
		netOf(KnownNameFields),
		netOf(KnownColumnsFields),
		netOf(ValueStoryFields),
		netOf(ExportFields),
		netOf(DismissalFields),
		netOf(SettingFields),
		netOf(SeriesFields),
		netOf(PauseFields),
		netOf(CheckLineFields),
		netOf(EventTemplateFields),
	}
}

// Given every type of row that a file holds, then it is described, each field
// once and under its own name.
func TestEveryFieldIsDescribedOnce(t *testing.T) {
	described := map[reflect.Type]bool{}
	for _, n := range nets() {
		described[n.shape] = true
		var own []string
		for i := range n.shape.NumField() {
			own = append(own, n.shape.Field(i).Name)
		}
		if !slices.Equal(slices.Sorted(slices.Values(own)), slices.Sorted(slices.Values(n.reached))) {
			t.Errorf("%s has %v, described are %v", n.shape.Name(), own, n.reached)
		}
		if n.keys[0] != "id" {
			t.Errorf("%s begins with %s", n.shape.Name(), n.keys[0])
		}
		for i, name := range n.reached {
			if n.keys[i] != keyOf(name) {
				t.Errorf("%s.%s is called %s", n.shape.Name(), name, n.keys[i])
			}
		}
	}
	types := []reflect.Type{reflect.TypeFor[Community]()}
	shape := reflect.TypeFor[Snapshot]()
	for i := range shape.NumField() {
		if field := shape.Field(i).Type; field.Kind() == reflect.Slice && field.Elem().Kind() == reflect.Struct {
			types = append(types, field.Elem())
		}
	}
	for _, row := range types {
		if !described[row] {
			t.Errorf("%s is not described", row.Name())
		}
	}
	if len(types) != len(nets()) {
		t.Errorf("%d types of rows, %d described", len(types), len(nets()))
	}
}

// keyOf is the name of a field as errors call it: MemberID is member.
func keyOf(name string) string {
	if name == "ID" {
		return "id"
	}
	return strings.ToLower(name[:1]) + strings.TrimSuffix(name[1:], "ID")
}

// Given rows of which each text is the key of its field, then every text is
// looked through, or there is a reason why it is not.
func TestEveryTextIsLookedThrough(t *testing.T) {
	for _, n := range nets() {
		t.Run(n.shape.Name(), n.texts)
	}
}

func checkTexts[T any](t *testing.T, fields Fields[T]) {
	var row T
	var texts, yielded []string
	for i := range fields {
		f := &fields[i]
		switch place := f.Place(&row).(type) {
		case *string:
			*place = f.Key
		case *Lines:
			*place = Lines{f.Key}
		default:
			continue
		}
		if f.exempt == lookedThrough && f.Input != InputChoice && f.Input != InputChoices && f.Input != InputNone {
			texts = append(texts, f.Key)
		}
	}
	fields.EachText(&row, func(text *string) { yielded = append(yielded, *text) })
	if !slices.Equal(texts, yielded) {
		t.Errorf("yields %v, its texts are %v", yielded, texts)
	}
}

// Given the texts that are not looked through, then each is of the kind that it
// is said to be, and named here; what is about the person goes with their row.
func TestWhatIsNotLookedThrough(t *testing.T) {
	known := map[string]exemption{"Community.timeZone": ofProgram, "Measure.card": ofProgram, "Event.timeZone": ofProgram, "Event.calendarMark": ofProgram, "Item.card": ofProgram,
		"FollowUp.rule": ofProgram, "CardVersion.card": ofProgram, "Tally.card": ofProgram, "OutwardCounts.card": ofProgram, "OutwardCounts.channels": ofProgram, "Answer.card": ofProgram, "Export.name": ofProgram,
		"Dismissal.rule": ofProgram, "Setting.key": ofProgram, "Setting.value": ofProgram, "KnownName.name": ofPerson, "KnownColumns.holds": ofProgram, "Meeting.asked": ofProgram, "Meeting.votes": ofProgram, "MeetingPart.kind": ofProgram, "MeetingPart.of": ofProgram, "Member.timeZone": ofProgram, "Round.code": onPaper}
	for _, key := range []string{"name", "sortAs", "called", "email", "phone", "pronouns", "organisation", "unit", "site"} {
		known["Member."+key] = ofPerson
	}
	m := fitting(MemberFields)
	m.EraseFrom("former member 1", someDay)
	for _, n := range nets() {
		for key, why := range n.exempt {
			name := n.shape.Name() + "." + key
			if why != known[name] {
				t.Errorf("%s is not looked through, reason %d; say so here, or take the reason away", name, why)
			} else if why == ofPerson && key != "name" && *MemberFields.Of(key).Text(m) != "" {
				t.Errorf("%s is not looked through and still tells of who was erased", name)
			}
			delete(known, name)
		}
	}
	for name := range known {
		t.Errorf("%s is looked through by now", name)
	}
}

// Given a choice that somebody sees, then each of its words has a name.
func TestEveryChoiceHasWords(t *testing.T) {
	for _, n := range nets() {
		t.Run(n.shape.Name(), n.choices)
	}
}

func checkChoices[T any](t *testing.T, fields Fields[T]) {
	for i := range fields {
		f := &fields[i]
		if f.Label.IsZero() || f.Input != InputChoice && f.Input != InputChoices {
			continue
		}
		for _, c := range f.Choices() {
			if c.Label.IsZero() || c.Label.Key == "%s" {
				t.Errorf("%s: %q has no name", f.Key, c.Word)
			}
		}
	}
}

// Given every limit of every description, then what passes it by one is refused
// at its field, and what just fits is taken.
func TestEveryLimitHolds(t *testing.T) {
	for _, n := range nets() {
		t.Run(n.shape.Name(), n.limits)
	}
}

// fitting is a row in which everything is filled so that it passes.
func fitting[T any](fields Fields[T]) *T {
	row := new(T)
	for i := range fields {
		f := &fields[i]
		switch f.Input {
		case InputLine, InputText:
			*f.Text(row) = map[string]string{"email": "ada@example.org", "timeZone": "Europe/Berlin"}[f.Key]
			if *f.Text(row) == "" {
				*f.Text(row) = "x"
			}
		case InputList:
			*f.List(row) = Lines{"x"}
		case InputDate:
			*f.Date(row) = someDay
		case InputNumber:
			*f.Number(row) = f.Low
		case InputFraction:
			*f.Fraction(row) = float64(f.High) / 2
		case InputChoice:
			f.Choose(row, f.Choices()[0].Word)
		}
	}
	return row
}

func checkLimits[T any](t *testing.T, fields Fields[T]) {
	try := func(f *Field, set func(row any)) bool {
		row := fitting(fields)
		set(row)
		var fault *Error
		err := any(row).(validator).Validate()
		if err != nil && (!errors.As(err, &fault) || fault.Fields[f.Key].IsZero()) {
			t.Errorf("%s: %v", f.Key, err)
		}
		return err == nil
	}
	if !try(&fields[0], func(any) {}) {
		t.Fatal("what fits is refused")
	}
	for i := range fields {
		f := &fields[i]
		for what, set := range beyond(f) {
			if try(f, set) {
				t.Errorf("%s: %s is taken", f.Key, what)
			}
		}
		for what, set := range within(f) {
			if !try(f, set) {
				t.Errorf("%s: %s is refused", f.Key, what)
			}
		}
	}
}

// beyond are the ways of passing the limits of a field by one.
func beyond(f *Field) map[string]func(row any) {
	ways := map[string]func(row any){}
	switch f.Input {
	case InputLine, InputText:
		ways["a character too many"] = func(row any) { *f.Text(row) = long(f.Limit + 1) }
		if f.Needed {
			ways["nothing"] = func(row any) { *f.Text(row) = " \n" }
		}
	case InputList:
		ways["an entry too many"] = func(row any) { *f.List(row) = many(f.Room + 1) }
		ways["a character too many"] = func(row any) { *f.List(row) = Lines{"x", long(f.Limit + 1)} }
	case InputDate:
		ways["another age"] = func(row any) { *f.Date(row) = NewDate(1899, time.December, 31) }
		ways["a far age"] = func(row any) { *f.Date(row) = NewDate(2200, time.January, 2) }
		if f.Needed {
			ways["no day"] = func(row any) { *f.Date(row) = 0 }
		}
	case InputClock:
		ways["before midnight"] = func(row any) { *f.Clock(row) = -1 }
		ways["midnight"] = func(row any) { *f.Clock(row) = 24 * 60 }
	case InputNumber:
		ways["one too many"] = func(row any) { *f.Number(row) = f.High + 1 }
		if !f.NoneFits || f.None != f.Low-1 {
			ways["one too few"] = func(row any) { *f.Number(row) = f.Low - 1 }
		}
	case InputFraction:
		ways["half an hour too many"] = func(row any) { *f.Fraction(row) = float64(f.High+1) / 2 }
		ways["half an hour too few"] = func(row any) { *f.Fraction(row) = float64(f.Low-1) / 2 }
		ways["a quarter of an hour"] = func(row any) { *f.Fraction(row) = float64(f.Low) + 0.25 }
	case InputChoice:
		ways["another word"] = func(row any) { f.Choose(row, "no such word") }
	case InputChoices:
		ways["another word"] = func(row any) { *f.List(row) = Lines{f.Choices()[0].Word, "no such word"} }
	}
	return ways
}

// within are the ways of just keeping to the limits of a field.
func within(f *Field) map[string]func(row any) {
	ways := map[string]func(row any){}
	switch f.Input {
	case InputLine, InputText:
		if f.also == nil { // else not every text of the length is one
			ways["the longest text"] = func(row any) { *f.Text(row) = long(f.Limit) }
		}
	case InputList:
		ways["all entries"] = func(row any) { *f.List(row) = many(f.Room) }
		ways["the longest entry"] = func(row any) { *f.List(row) = Lines{long(f.Limit)} }
	case InputClock:
		ways["the last minute"] = func(row any) { *f.Clock(row) = 24*60 - 1 }
	case InputNumber:
		ways["the most"] = func(row any) { *f.Number(row) = f.High }
		if f.NoneFits {
			ways["none"] = func(row any) { *f.Number(row) = f.None }
		}
	case InputFraction:
		ways["the least"] = func(row any) { *f.Fraction(row) = float64(f.Low) / 2 }
		if f.NoneFits {
			ways["none"] = func(row any) { *f.Fraction(row) = float64(f.None) }
		}
	case InputChoice:
		for _, c := range f.Choices() {
			ways[c.Word] = func(row any) { f.Choose(row, c.Word) }
		}
	}
	return ways
}
