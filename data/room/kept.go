package room

import (
	"time"

	"copleader/data"
)

// Rows is the meeting as the file keeps it; seen is when its clock was last seen running.
func (r *Run) Rows(eventID int64, seen time.Time) (data.Meeting, []data.MeetingPart) {
	m := data.Meeting{EventID: eventID, At: r.At, Began: milli(r.Began), Held: milli(r.Held), Start: milli(r.Start), Ends: milli(r.Ends), Seen: milli(seen)}
	parts := make([]data.MeetingPart, len(r.Parts))
	for i, p := range r.Parts {
		parts[i] = data.MeetingPart{Kind: string(p.Kind), Text: p.Text, Who: p.Who, Of: p.Of, Within: p.Within,
			Given: int(p.Given / time.Second), Planned: int(p.Planned / time.Second), Skipped: p.Skipped}
	}
	return m, parts
}

// FromRows is the meeting that the file keeps, as it was last seen.
func FromRows(m data.Meeting, parts []data.MeetingPart) *Run {
	r := &Run{At: min(max(m.At, 0), len(parts)), Began: moment(m.Began), Held: moment(m.Held), Start: moment(m.Start), Ends: moment(m.Ends)}
	for _, p := range parts {
		r.Parts = append(r.Parts, Part{Kind: Kind(p.Kind), Text: p.Text, Who: p.Who, Of: p.Of, Within: p.Within,
			Given: time.Duration(p.Given) * time.Second, Planned: time.Duration(p.Planned) * time.Second, Skipped: p.Skipped})
	}
	return r
}

// SeenAt is when the clock of a kept meeting was last seen running.
func SeenAt(m data.Meeting) time.Time { return moment(m.Seen) }

func milli(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms)
}
