package room

import (
	"slices"
	"time"
)

// Kind is what a part of a meeting is, which decides what the room shows meanwhile.
type Kind string

// The kinds of parts. A part that the program knows nothing of is Talk.
const (
	Talk     Kind = "talk"
	CheckIn  Kind = "check-in"
	Actions  Kind = "actions"  // those of last time, each closed or carried over
	Card     Kind = "card"     // one card of a health round
	Topic    Kind = "topic"    // of a lean coffee
	Spare    Kind = "spare"    // what the topics don't need: more of them, or longer ones
	Ask      Kind = "ask"      // a card of the open round, to be voted on
	Vote     Kind = "vote"     // dots, topics, a name
	Box      Kind = "box"      // of the canvas, in the kick-off workshop
	Alone    Kind = "alone"    // the steps of a block of the workshop: everybody writes in silence,
	Share    Kind = "share"    // reads out,
	Cluster  Kind = "cluster"  // puts together what belongs together,
	Agree    Kind = "agree"    // gives dots and decides
	Feedback Kind = "feedback" // was it worth the time
	Close    Kind = "close"    // what comes next
	Break    Kind = "break"
)

// Part is one part of a meeting, with the time it is given now.
type Part struct {
	Kind    Kind
	Text    string
	Who     string
	Of      string        // for Card its key; for Box that of the box
	Within  bool          // it belongs to the last part before it that is within none
	Given   time.Duration // what it has now
	Planned time.Duration // what it was given at the start; what it keeps of it when others run short is half
	Skipped bool
}

// shortestPart is what a part keeps when an earlier one takes from it, unless it was planned shorter still.
const shortestPart = 2 * time.Minute

// spare is what other parts may take of a part: at most half of it is slack, the other half is what it is for; all of what is spare.
func (p *Part) spare() time.Duration {
	if p.Kind == Spare {
		return p.Given
	}
	return p.Given - max(min(p.Planned, shortestPart), p.Planned/2)
}

// Run is a meeting under way: its parts, which of them it has come to, and its clock. All of it can be kept and taken up again.
type Run struct {
	Parts []Part
	At    int       // the part under way; past the last one the meeting is through
	Began time.Time // when the part under way began
	Held  time.Time // since when the clock stands still; zero while it runs
	Start time.Time // when the meeting began
	Ends  time.Time // when it ends by its programme
	seen  time.Time // when Look was called last
	left  left      // what was under way before
}

// left is the part that was under way before, with its clock.
type left struct {
	at          int
	began, held time.Time
}

// wrongKey is how long a key may have been a wrong one: whoever goes back to a part so soon never left it.
const wrongKey = 30 * time.Second

// Begin starts the clock of a meeting. It ends as long after its start as its parts take.
func Begin(parts []Part, now time.Time) *Run {
	now = now.Round(0)
	r := &Run{Parts: slices.Clone(parts), Began: now, Start: now, Ends: now}
	for i := range r.Parts {
		r.Parts[i].Planned = r.Parts[i].Given
		r.Ends = r.Ends.Add(r.Parts[i].Given)
	}
	r.At = r.after(-1)
	return r
}

// Through reports whether the last part is over.
func (r *Run) Through() bool { return r.At >= len(r.Parts) }

// Now is the part under way; nil once the meeting is through.
func (r *Run) Now() *Part {
	if r.Through() {
		return nil
	}
	return &r.Parts[r.At]
}

// Next is the part that comes after the one under way; nil for none.
func (r *Run) Next() *Part {
	if next := r.after(r.At); next < len(r.Parts) {
		return &r.Parts[next]
	}
	return nil
}

// after is the place of the first part behind another that the meeting stops at: not skipped, and no heading.
func (r *Run) after(at int) int {
	for at++; at < len(r.Parts) && (r.Parts[at].Skipped || r.Heading(at)); at++ {
		continue
	}
	return min(at, len(r.Parts))
}

// Heading reports whether a part only stands above those within it, which have all of its time.
func (r *Run) Heading(part int) bool {
	return r.Parts[part].Planned == 0 && part+1 < len(r.Parts) && !r.Parts[part].Within && r.Parts[part+1].Within
}

// Above is the part that a part belongs to; itself for one that is within none.
func (r *Run) Above(part int) int {
	for part > 0 && r.Parts[part].Within {
		part--
	}
	return part
}

// PlaceWithin tells how manieth of its kind the part under way is in what it belongs to, and of how many.
func (r *Run) PlaceWithin() (place, of int) {
	above := r.Above(r.At)
	for i := above; i < r.end(above); i++ {
		if !r.Parts[i].Within || r.Parts[i].Skipped || r.Parts[i].Kind != r.Parts[r.At].Kind {
			continue
		}
		if of++; i == r.At {
			place = of
		}
	}
	return place, of
}

// Step is the step of the agenda under way, as what is said in it is kept with it: of a topic its own name. "" once the meeting is through.
func (r *Run) Step() string {
	p := r.Now()
	switch {
	case p == nil:
		return ""
	case p.Kind == Topic:
		return p.Text
	}
	return r.Parts[r.Above(r.At)].Text
}

// Whole is the time that a part has with those within it.
func (r *Run) Whole(part int) time.Duration {
	var whole time.Duration
	for i := part; i < r.end(part); i++ {
		if !r.Parts[i].Skipped {
			whole += r.Parts[i].Given
		}
	}
	return whole
}

// Left is the time the part under way has left; less than none once it is over its time. A clock that was set back in between gives
// no part more than it was given.
func (r *Run) Left(now time.Time) time.Duration {
	part := r.Now()
	if part == nil {
		return 0
	}
	if r.Paused() {
		now = r.Held
	}
	return part.Given - max(0, now.Sub(r.Began))
}

// Late is how much later than planned the meeting ends if all goes on as it stands; negative for earlier.
func (r *Run) Late(now time.Time) time.Duration {
	end := now
	if left := r.Left(now); left > 0 {
		end = end.Add(left)
	}
	for i := r.after(r.At); i < len(r.Parts); i = r.after(i) {
		end = end.Add(r.Parts[i].Given)
	}
	return end.Sub(r.Ends)
}

// Go goes to a part, whose time begins now; of a heading to the first part within. Whoever goes to a skipped part wants it after all. To
// the part before one goes back within half a minute as if it had never been left.
func (r *Run) Go(part int, now time.Time) {
	from := r.At
	r.At = min(max(part, 0), len(r.Parts))
	if !r.Through() && r.Heading(r.At) {
		r.At++
	}
	if p := r.Now(); p != nil {
		p.Skipped = false
	}
	before := r.left
	r.left = left{from, r.Began, r.Held}
	if back := now.Sub(r.Began); r.At == before.at && !before.began.IsZero() && back >= 0 && back < wrongKey {
		r.Began, r.Held = before.began, before.held
		return
	}
	r.Began, r.Held = now.Round(0), time.Time{}
}

// Forward goes to the next part that is not skipped.
func (r *Run) Forward(now time.Time) { r.Go(r.after(r.At), now) }

// Back goes to the part before that is not skipped; the first stays.
func (r *Run) Back(now time.Time) {
	at := r.At - 1
	for at > 0 && (r.Parts[at].Skipped || r.Heading(at)) {
		at--
	}
	r.Go(at, now)
}

// Pause stops the clock, or lets it run on.
func (r *Run) Pause(now time.Time) {
	if !r.Paused() {
		r.Held = now
		return
	}
	r.Began = r.Began.Add(max(0, now.Sub(r.Held)))
	r.Held = time.Time{}
}

// Paused reports whether the clock stands still.
func (r *Run) Paused() bool { return !r.Held.IsZero() }

// LongOff is how long a meeting was off at most that goes on as the same hour. One that is taken up later is on time as it was when it
// was cut off: nobody waited for it meanwhile.
const LongOff = 3 * time.Hour

// TakeUp goes on with a meeting after the program or the laptop was off: at the second at which it was last seen running.
func (r *Run) TakeUp(seen, now time.Time) {
	if r.Paused() {
		seen = r.Held
	}
	off := max(0, now.Sub(seen))
	r.Began = r.Began.Add(off)
	if off > LongOff {
		r.Start, r.Ends = r.Start.Add(off), r.Ends.Add(off)
	}
	r.Held = time.Time{}
}

// longestLook is how long lies between two looks at most while the computer is awake: they come every second.
const longestLook = 30 * time.Second

// Look is called every second. Where much more time has gone by since the last look, the computer slept or its clock was changed: the part
// under way goes on at the second at which it was, and how long that took is told. A clock that was set back takes beginning and end of the
// meeting along; sleep makes it late.
func (r *Run) Look(now time.Time) (away time.Duration) {
	now = now.Round(0) // by the clock on the wall: the other one stands still in some computers' sleep
	seen := r.seen
	r.seen = now
	if seen.IsZero() {
		return 0
	}
	away = now.Sub(seen)
	if away >= -longestLook && away <= longestLook {
		return 0
	}
	r.Began = r.Began.Round(0).Add(away)
	if r.Paused() {
		r.Held = r.Held.Round(0).Add(away)
	}
	if away < 0 {
		r.Start, r.Ends = r.Start.Add(away), r.Ends.Add(away)
	}
	return away
}

// More gives the part under way a minute more. It is taken from the later part that has most to spare, whose place is told; where none
// has any, from is -1 and the meeting ends a minute later.
func (r *Run) More() (from int) {
	from = -1
	if r.Through() {
		return from
	}
	r.Parts[r.At].Given += time.Minute
	for i := r.after(r.At); i < len(r.Parts); i = r.after(i) {
		if spare := r.Parts[i].spare(); spare >= time.Minute && (from < 0 || spare > r.Parts[from].spare()) {
			from = i
		}
	}
	if from >= 0 {
		r.Parts[from].Given -= time.Minute
		r.Parts[from].Skipped = r.Parts[from].Kind == Spare && r.Parts[from].Given < time.Minute
	}
	return from
}

// Less takes a minute from the part under way, as long as it has one left, and gives it to the next part of which most was taken; where
// nothing was taken, to is -1 and the meeting ends a minute earlier.
func (r *Run) Less(now time.Time) (to int, done bool) {
	part := r.Now()
	if part == nil || part.Given <= time.Minute || r.Left(now) <= time.Minute {
		return -1, false
	}
	part.Given -= time.Minute
	to = -1
	for i := r.after(r.At); i < len(r.Parts); i = r.after(i) {
		if owed := r.Parts[i].Planned - r.Parts[i].Given; owed >= time.Minute && (to < 0 || owed > r.Parts[to].Planned-r.Parts[to].Given) {
			to = i
		}
	}
	if to >= 0 {
		r.Parts[to].Given += time.Minute
	}
	return to, true
}

// Skip leaves a later part out, or takes it in again; with a part go those within it. What lies behind and what is under way stays.
func (r *Run) Skip(part int) {
	if part <= r.At || part >= len(r.Parts) {
		return
	}
	skipped := !r.Parts[part].Skipped
	for i := part; i < r.end(part); i++ {
		r.Parts[i].Skipped = skipped
	}
}

// end is the place behind a part and what is within it.
func (r *Run) end(part int) int {
	end := part + 1
	for !r.Parts[part].Within && end < len(r.Parts) && r.Parts[end].Within {
		end++
	}
	return end
}

// Add puts a part behind the one under way and what is within that.
func (r *Run) Add(p Part) {
	p.Planned = p.Given
	at := min(r.At+1, len(r.Parts))
	for at < len(r.Parts) && r.Parts[at].Within {
		at++
	}
	r.Parts = slices.Insert(r.Parts, at, p)
}

// Move moves a later part, with what is within it, up or down past its neighbour; nothing moves before the part under way.
func (r *Run) Move(part int, down bool) (at int) {
	if part <= r.At || part >= len(r.Parts) {
		return part
	}
	if down {
		next := r.end(part)
		if next >= len(r.Parts) || r.Parts[part].Within && !r.Parts[next].Within {
			return part
		}
		return part + r.swap(part, next, r.end(next))
	}
	before := part - 1
	for !r.Parts[part].Within && before > r.At && r.Parts[before].Within {
		before--
	}
	if before <= r.At || r.Parts[part].Within && !r.Parts[before].Within {
		return part
	}
	r.swap(before, part, r.end(part))
	return before
}

// swap exchanges two neighbouring stretches and tells how far the first one moved.
func (r *Run) swap(first, second, end int) int {
	moved := append(slices.Clone(r.Parts[second:end]), r.Parts[first:second]...)
	copy(r.Parts[first:end], moved)
	return end - second
}

// MayBeLeft reports whether a part of the kind goes on next time where it was not come to: openings, closes, breaks and votes on the hour
// itself do not.
func (k Kind) MayBeLeft() bool {
	return k == Talk || k == Card || k == Vote || k == Topic || k == Box || k.InBlock()
}

// InBlock reports whether a part of the kind is a step of a block of the workshop.
func (k Kind) InBlock() bool { return k == Alone || k == Share || k == Cluster || k == Agree }

// LeftOver lists the parts that were not come to, skipped ones too: they may go on next time. Of a block of the workshop that was not
// begun it is the block, with the time of all its steps.
func (r *Run) LeftOver() []Part {
	var left []Part
	for i, p := range r.Parts {
		switch n := len(left) - 1; {
		case i <= r.At && !p.Skipped || !p.Kind.MayBeLeft() || r.Heading(i):
		case p.Kind.InBlock() && n >= 0 && left[n].Text == p.Of:
			left[n].Planned += p.Planned
		case p.Kind.InBlock():
			p.Text = p.Of
			left = append(left, p)
		default:
			left = append(left, p)
		}
	}
	return left
}
