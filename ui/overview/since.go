package overview

import "copleader/data/coach"

// Since is what came in or became due since the leader was here last, and one thank-you worth saying.
type Since struct {
	Last   string // the day on which that was
	News   []News
	More   string // that there is more news than is shown, "" if not
	Thanks string // what somebody did
}

// News is one thing that is new, and the day of it, "" where none is kept.
type News struct{ Day, Text string }

// IsZero tells that there is nothing to say.
func (s Since) IsZero() bool { return len(s.News) == 0 && s.Thanks == "" }

// newsShown is how much news is read at a glance.
const newsShown = 6

// since words what is new. Somebody who is here for the first time has no last time.
func (r reader) since(last coach.Visit) Since {
	if last.On == 0 {
		return Since{}
	}
	out := Since{Last: r.say.Near(last.On, r.today)}
	if last.On == r.today {
		out.Last = ""
	}
	news := coach.Since(r.Snapshot, last, r.today)
	for _, n := range news[:min(newsShown, len(news))] {
		out.News = append(out.News, News{Day: r.say.Near(n.On, r.today), Text: r.say.Of(n.Text)})
	}
	if more := len(news) - len(out.News); more > 0 {
		out.More = r.say.Count(more, "and %d more", "and %d more")
	}
	// What was done on the day of the last visit may have come after it.
	if thank, ok := coach.Thanks(r.Snapshot, last.On, r.today); ok {
		out.Thanks = r.say.Of(thank.Text)
	}
	return out
}
