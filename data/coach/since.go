package coach

import (
	"cmp"
	"slices"

	"copleader/data"
)

// Visit is what is remembered of the last time the community was opened.
// Answers carry no dates, on purpose (data/README.md, Confidentiality), so
// their number is kept.
type Visit struct {
	On      data.Date
	Answers int // AnswerCount of that day; negative if unknown
}

// News is one thing that came in or became due.
type News struct {
	Text     data.Phrase
	On       data.Date // the day of it; 0 for answers, of which none is kept
	MemberID int64     // whom it is about, 0 for nobody; such news stays on screen
	EventID  int64
	ItemID   int64
	RoundID  int64
}

// AnswerCount is how many answers to health checks came in, all rounds together.
func AnswerCount(s *data.Snapshot) int {
	n := 0
	for i := range s.Rounds {
		n += s.Result(s.Rounds[i].ID).Returned
	}
	return n
}

const (
	longAway  = 56 // days without being seen after which coming back is news
	longDoing = 30 // days in Doing that are worth a word, well before C18
)

// Since lists what came in or became due since the last visit, the day of the
// visit left out; nothing for somebody who was here today.
func Since(s *data.Snapshot, last Visit, today data.Date) []News {
	if last.On == 0 {
		return nil
	}
	n := newsroom{s, last.On, today}
	var news []News
	if more := AnswerCount(s) - last.Answers; last.Answers >= 0 && more > 0 {
		news = append(news, n.answers(more))
	}
	if last.On >= today {
		return news
	}
	news = slices.Concat(news, n.followUps(), n.comings(), n.roundsOver(), n.eventsOver(), n.longInDoing(), n.levelsToReview())
	if s.IsForGuests() {
		news = slices.DeleteFunc(news, func(n News) bool { return n.MemberID != 0 })
	}
	return news
}

// newsroom knows the days from the last visit to today.
type newsroom struct {
	s           *data.Snapshot
	last, today data.Date
}

// fell reports whether the day came since the last visit.
func (n newsroom) fell(day data.Date) bool { return day > n.last && day <= n.today }

func (n newsroom) answers(more int) News {
	news := News{Text: data.SayCount(more, "%d more answer came in", "%d more answers came in")}
	if open := n.s.OpenRounds(n.today); len(open) > 0 {
		news.RoundID = open[len(open)-1].ID
	}
	return news
}

// followUps are those that became due.
func (n newsroom) followUps() []News {
	var news []News
	for i := range n.s.FollowUps {
		f := &n.s.FollowUps[i]
		if f.Open() && n.fell(f.Due) {
			news = append(news, News{Text: data.Say("Due: %s", f.What), On: f.Due, MemberID: f.MemberID, EventID: f.EventID, ItemID: f.ItemID})
		}
	}
	return news
}

// comings are people at their first event, or back after long.
func (n newsroom) comings() []News {
	on := map[int64]data.Date{}
	fresh := false
	for _, e := range n.s.HeldEvents(n.today) {
		on[e.ID] = e.On
		fresh = fresh || n.fell(e.On)
	}
	if !fresh {
		return nil
	}
	type seen struct {
		before, first data.Date // last seen by the last visit, first seen since
		event         int64
	}
	people := map[int64]seen{}
	for i := range n.s.Attendance {
		a := &n.s.Attendance[i]
		day := on[a.EventID]
		if day == 0 || !a.Present {
			continue
		}
		p := people[a.MemberID]
		if day <= n.last {
			p.before = max(p.before, day)
		} else if p.first == 0 || day < p.first {
			p.first, p.event = day, a.EventID
		}
		people[a.MemberID] = p
	}
	var news []News
	for i := range n.s.Members {
		m := &n.s.Members[i]
		p := people[m.ID]
		if p.first == 0 || !m.IsMember(n.today) {
			continue
		}
		switch away := p.first.Sub(p.before); {
		case p.before == 0:
			news = append(news, News{Text: data.Say("%s came for the first time", called(m)), On: p.first, MemberID: m.ID, EventID: p.event})
		case away >= longAway:
			news = append(news, News{Text: data.SayCount(away/7, "%[2]s joined an event after %[1]d week", "%[2]s joined an event after %[1]d weeks", called(m)),
				On: p.first, MemberID: m.ID, EventID: p.event})
		}
	}
	return news
}

// roundsOver are open rounds whose announced last day has passed.
func (n newsroom) roundsOver() []News {
	var news []News
	for _, r := range n.s.OpenRounds(n.today) {
		if r.ClosesOn != 0 && n.fell(r.ClosesOn.AddDays(1)) {
			news = append(news, News{Text: data.Say("“%s” can be closed", r.Name), On: r.ClosesOn.AddDays(1), RoundID: r.ID})
		}
	}
	return news
}

// eventsOver are planned events whose day has passed.
func (n newsroom) eventsOver() []News {
	var news []News
	for i := range n.s.Events {
		e := &n.s.Events[i]
		planned := e.Status == data.StatusPlanned || e.Status == data.StatusAnnounced
		if planned && n.fell(e.On.AddDays(1)) {
			news = append(news, News{Text: data.Say("“%s” is over: who was there?", e.Called(n.today)), On: e.On.AddDays(1), EventID: e.ID})
		}
	}
	return news
}

// longInDoing are items that have just been in Doing for long, the longest first.
func (n newsroom) longInDoing() []News {
	since := doingSince(n.s, n.today)
	var items []*data.Item
	for i := range n.s.Items {
		it := &n.s.Items[i]
		if began := since[it.ID]; it.Column == data.ColumnDoing && began != 0 && n.fell(began.AddDays(longDoing)) {
			items = append(items, it)
		}
	}
	slices.SortStableFunc(items, func(a, b *data.Item) int { return cmp.Compare(since[a.ID], since[b.ID]) })
	var news []News
	for _, it := range items {
		news = append(news, News{ItemID: it.ID, On: since[it.ID].AddDays(longDoing), Text: data.SayCount(n.today.Sub(since[it.ID]),
			"“%[2]s” has been in Doing for %[1]d day", "“%[2]s” has been in Doing for %[1]d days", it.Title)})
	}
	return news
}

// levelsToReview are levels set by hand that are to be looked at again.
func (n newsroom) levelsToReview() []News {
	var news []News
	for i := range n.s.Declared {
		d := &n.s.Declared[i]
		m, known := n.s.MemberByID(d.MemberID)
		if known && d.EndedOn == 0 && n.fell(d.ReviewOn) && m.IsMember(n.today) {
			news = append(news, News{Text: data.Say("Look again at the level set for %s", called(&m)), On: d.ReviewOn, MemberID: m.ID})
		}
	}
	return news
}
