package coach

import (
	"cmp"

	"copleader/data"
)

// thanksDays is how far back a thank-you reaches when nobody was here before.
const thanksDays = 30

// Thank is one thank-you worth saying.
type Thank struct {
	Act   data.Act
	Who   string
	Text  data.Phrase // what somebody did
	First bool        // it was the first thing they gave
}

// gratitude orders kinds of giving by how easily they go unthanked, the least
// seen first; it says nothing about their worth.
var gratitude = map[data.ContributionKind]int{
	data.Welcomed: 1, data.Helped: 2, data.TookMinutes: 3, data.Mentored: 4, data.Reviewed: 5, data.ItemDone: 6,
	data.Published: 7, data.Prepared: 8, data.Spoke: 9, data.Facilitated: 10, data.Represented: 11,
}

// Thanks is one thing to thank somebody for, done since the day (30 days ago if
// none is given): a first gift before others, then what is easily overlooked,
// then the latest. The leader is not asked to thank themselves.
func Thanks(s *data.Snapshot, since, today data.Date) (Thank, bool) {
	if s.IsForGuests() {
		return Thank{}, false // whom the leader thanks, and when, is theirs to say
	}
	if since == 0 {
		since = today.AddDays(-thanksDays)
	}
	var best Thank
	var who data.Member
	gave := map[int64]bool{}
	for _, a := range s.Acts(today) {
		m, known := s.MemberByID(a.MemberID)
		first := !gave[a.MemberID]
		gave[a.MemberID] = true
		if !known || !m.IsMember(today) || a.On < since || m.ID == s.Community.LeaderID {
			continue
		}
		t := Thank{Act: a, First: first}
		if best.Act.MemberID == 0 || t.before(&best) {
			best, who = t, m
		}
	}
	if best.Act.MemberID == 0 {
		return Thank{}, false
	}
	best.Who = called(&who)
	best.Text = deedOf(s, best.Who, best.Act, today)
	return best, true
}

func (t *Thank) before(o *Thank) bool {
	if t.First != o.First {
		return t.First
	}
	return cmp.Or(cmp.Compare(gratitude[t.Act.Kind], gratitude[o.Act.Kind]), cmp.Compare(o.Act.On, t.Act.On),
		cmp.Compare(t.Act.MemberID, o.Act.MemberID)) < 0
}

// deedOf says what somebody did, in a sentence.
func deedOf(s *data.Snapshot, who string, a data.Act, today data.Date) data.Phrase {
	if event, ok := s.EventByID(a.EventID); ok && a.ItemID == 0 {
		switch a.Kind {
		case data.Spoke:
			return data.Say("%s spoke at “%s”.", who, event.Called(today))
		case data.Facilitated:
			return data.Say("%s led “%s”.", who, event.Called(today))
		case data.TookMinutes:
			return data.Say("%s took the minutes of “%s”.", who, event.Called(today))
		case data.Prepared:
			return data.Say("%s prepared “%s”.", who, event.Called(today))
		}
	}
	if item, ok := s.ItemByID(a.ItemID); ok {
		if a.Kind == data.ItemDone {
			return data.Say("%s finished “%s”.", who, item.Title)
		}
		return data.Say("%s helped with “%s”.", who, item.Title)
	}
	return deedByHand(who, a)
}

// deedByHand says what was noted by hand, in its own words where there are any.
func deedByHand(who string, a data.Act) data.Phrase {
	if a.Note != "" {
		return data.Say("%s: %s", who, a.Note)
	}
	switch a.Kind {
	case data.Welcomed:
		return data.Say("%s welcomed a newcomer.", who)
	case data.Helped:
		return data.Say("%s helped somebody.", who)
	case data.Mentored:
		return data.Say("%s took somebody along.", who)
	case data.Reviewed:
		return data.Say("%s gave feedback on somebody's work.", who)
	case data.Published:
		return data.Say("%s wrote something down for all.", who)
	case data.Represented:
		return data.Say("%s spoke for the community outside.", who)
	}
	return data.Say("%s gave something.", who)
}
