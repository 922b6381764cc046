package formembers

import (
	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// workshopBlock is one block of the kick-off workshop: how long people think
// alone, share, cluster and agree, in minutes, and what comes out of it. What is
// not in one of these is minutes of the whole group.
type workshopBlock struct {
	title                        data.Phrase
	alone, share, cluster, agree int
	minutes                      int
	output                       data.Phrase
	how                          data.Phrase
	optional                     bool
}

// workshopBlocks are the two hours (data/README.md, Workshop). Their minutes
// add up to 120.
var workshopBlocks = []workshopBlock{
	{title: data.Phrase{Key: "Welcome, aim, rules"}, minutes: 8,
		how: data.Phrase{Key: "Say why you are here: to make a first version of our vision together. One idea on each note. Nobody has to be an expert."}},
	{title: data.Phrase{Key: "Round: why I came"}, share: 7, minutes: 7, output: data.Phrase{Key: "Hopes"},
		how: data.Phrase{Key: "Everyone says in a sentence or two what they hope for. Nobody comments."}},
	{title: data.Phrase{Key: "1 Vision and importance"}, alone: 5, share: 7, cluster: 6, agree: 4, minutes: 22, output: data.Phrase{Key: "One sentence and three reasons"},
		how: data.Phrase{Key: "What picture do we want to make real, what should it reach, and why now? Question sheets 1 and 2."}},
	{title: data.Phrase{Key: "2 How and measures"}, alone: 5, share: 6, cluster: 5, agree: 4, minutes: 20, output: data.Phrase{Key: "Three to five activities, three measures"},
		how: data.Phrase{Key: "Which activities carry us there, and by what signs shall we see progress? Question sheets 3 and 4."}},
	{title: data.Phrase{Key: "3 Impact"}, alone: 3, share: 4, cluster: 3, agree: 3, minutes: 13, output: data.Phrase{Key: "A list of people and things"},
		how: data.Phrase{Key: "Who or what will feel a change? Question sheet 5."}},
	{title: data.Phrase{Key: "Break"}, minutes: 5, how: data.Phrase{Key: "Open the windows, keep the clock."}},
	{title: data.Phrase{Key: "4 Resources and channels"}, alone: 2, share: 4, cluster: 3, agree: 3, minutes: 12, output: data.Phrase{Key: "Asks and channels"},
		how: data.Phrase{Key: "What do we need, and which channels will help? Question sheets 6 and 7."}},
	{title: data.Phrase{Key: "5 Force field"}, alone: 2, share: 4, cluster: 3, agree: 3, minutes: 12, output: data.Phrase{Key: "Top three on each side"}, optional: true,
		how: data.Phrase{Key: "What helps the vision, what brakes it, and how strongly from 1 to 5? Without this block, give 6 minutes each to blocks 1 and 2."}},
	{title: data.Phrase{Key: "6 Name"}, alone: 3, agree: 5, minutes: 8, output: data.Phrase{Key: "Name"},
		how: data.Phrase{Key: "Everyone proposes names, everyone has two votes, then decide."}},
	{title: data.Phrase{Key: "Leader"}, agree: 6, minutes: 6, output: data.Phrase{Key: "Leader"},
		how: data.Phrase{Key: "Who would do it well? Nominate, ask the person, look for consent. One person leads; many lead acts."}},
	{title: data.Phrase{Key: "Next steps"}, agree: 5, minutes: 5, output: data.Phrase{Key: "Date and owner"},
		how: data.Phrase{Key: "When is the first event, where does the canvas hang, who sees the sponsor?"}},
	{title: data.Phrase{Key: "Was it worth the time?"}, alone: 2, minutes: 2, output: data.Phrase{Key: "Tally"},
		how: data.Phrase{Key: "Each votes 1 to 5 on the way out: 3 means “got back what I put in”."}},
}

// Workshop makes the kick-off workshop on paper: the two hours by the clock,
// what to say, what to bring, and the sheets to fill in.
func Workshop(d *press.Draft) (press.Product, error) {
	w := &workshop{Running: press.NewRunning(d)}
	w.Side = press.NarrowSide
	w.timetable()
	w.bring()
	w.script()
	w.afterwards()
	w.decided()
	return w.Doc, w.Doc.Err()
}

type workshop struct{ *press.Running }

// start is when the workshop begins: that of a planned one, else 0:00.
func (w *workshop) start() (on data.Event, at data.Clock) {
	for _, e := range w.ComingEvents(w.Opt.Today) {
		if e.Format == data.VisionWorkshop {
			return e, e.Begins()
		}
	}
	return data.Event{}, 0
}

// clock is the time of day, or how long it has run: "0:15".
func (w *workshop) clock(e data.Event, at data.Clock) string {
	text := at.String()
	if e.ID == 0 && len(text) == 5 && text[0] == '0' {
		return text[1:]
	}
	return text
}

func (w *workshop) timetable() {
	say := w.Say
	event, at := w.start()
	lead := say.Text("Two hours, for 5 to 20 people: a first version of our vision, made together")
	if event.ID != 0 {
		lead = say.Text("%s, %s. Two hours: a first version of our vision, made together", event.Title, w.WhenInZone(event))
	}
	w.Open(say.Text("Vision workshop"), lead)
	minutes := func(n int) page.TableCell {
		if n == 0 {
			return page.TableCell{}
		}
		return page.TableCell{Text: say.Text("%d", n)}
	}
	var rows [][]page.TableCell
	for _, b := range workshopBlocks {
		title := page.TableCell{Text: say.Of(b.title), Bold: true}
		if b.optional {
			title.Text = say.Text("%s (if you like)", say.Of(b.title))
		}
		rows = append(rows, []page.TableCell{{Text: w.clock(event, at), Color: page.Primary, Bold: true}, title,
			minutes(b.alone), minutes(b.share), minutes(b.cluster), minutes(b.agree),
			{Text: say.Text("%d", b.minutes), Bold: true}, {Text: w.SpokenOr(b.output)}})
		at = at.Add(b.minutes)
	}
	rows = append(rows, []page.TableCell{{Text: w.clock(event, at), Color: page.Primary, Bold: true}, {Text: say.Text("End"), Bold: true}})
	w.Table(page.Table{Text: page.Style{Size: 10, LineHeight: 1.3}, Gap: 1.7, Columns: []page.TableColumn{
		{Head: say.Text("Clock"), Share: 12}, {Head: say.Text("Block"), Share: 46},
		{Head: say.Text("Alone"), Share: 12, Align: page.AlignCenter}, {Head: say.Text("Share"), Share: 12, Align: page.AlignCenter},
		{Head: say.Text("Cluster"), Share: 14, Align: page.AlignCenter}, {Head: say.Text("Agree"), Share: 12, Align: page.AlignCenter},
		{Head: say.Text("Min."), Share: 11, Align: page.AlignCenter}, {Head: say.Text("Outcome"), Share: 42}}}, rows)
	w.Text(say.Text("Every block runs alone, share, cluster, agree: first as many ideas as there are, then one. Up to twelve people work as one group; above that, share at tables of four or five."), page.Style{Size: 10.5}, 2)
	w.Text(say.Text("When a block runs over, take the minutes from the clusters of later blocks, never from the name, the leader and the next steps."), page.Style{Size: 10.5}, 2)
}

// script says what to do in each block.
func (w *workshop) script() {
	w.Open(w.Say.Text("Block by block"), w.Say.Text("For whoever leads the workshop"))
	for _, b := range workshopBlocks {
		w.Need(16)
		w.Sub(w.Say.Text("%s (%s)", w.Say.Of(b.title), w.Say.Count(b.minutes, "%d min", "%d min")))
		w.Text(w.Say.Of(b.how), page.Style{Size: 10.5, LineHeight: 1.3}, 2.6)
	}
}

// bring is what to have in the room, to tick.
func (w *workshop) bring() {
	say := w.Say
	w.Section(say.Text("To bring"), 1)
	w.Ticks([]string{say.Text("Sticky notes and a pen for everyone"), say.Text("Dots for voting"),
		say.Text("The seven question sheets and the empty canvas (charter poster, empty)"), say.Text("A clock that all can see"), say.Text("Water and something to eat")})
}

// afterwards is what to do the same day and the days after.
func (w *workshop) afterwards() {
	say := w.Say
	w.Section(say.Text("Afterwards"), 1)
	w.Ticks([]string{say.Text("Copy the notes into the canvas, and send it the same day"), say.Text("Put the activities on the board as items"),
		say.Text("Ask the sponsors for what you need"), say.Text("Write channels and measures into the charter"), say.Text("Plan the first event and announce it")})
}

// namesProposed is how many lines the sheet for the name has.
const namesProposed = 6

// decided is the sheet on which the last blocks are written down.
func (w *workshop) decided() {
	say := w.Say
	w.Open(say.Text("What we decided"), say.Text("Filled in during the last half-hour; everything else hangs on the wall"))
	line := func(label string) {
		strip, rest := w.Area.CutTop(13)
		w.Area = rest
		w.Blank(strip, label)
	}
	w.Section(say.Text("Our vision in a sentence"), 0)
	line("")
	line("")
	w.Section(say.Text("Names proposed, and their votes"), 0)
	for i := range namesProposed {
		strip, rest := w.Area.CutTop(11)
		w.Area = rest
		w.Blank(strip.Trimmed(0, 0, 44, 0), say.Text("%d", i+1))
		w.Blank(page.Rect{X: strip.Right() - 40, Y: strip.Y, W: 40, H: strip.H}, say.Text("Votes"))
	}
	w.Gap(3)
	line(say.Text("Our name"))
	line(say.Text("Our leader"))
	line(say.Text("First event, on"))
	line(say.Text("The canvas hangs"))
	line(say.Text("Who sees the sponsor"))
	w.Gap(4)
	w.Section(say.Text("Was it worth the time?"), 0)
	w.roti()
}

// roti is a strip to count the votes in.
func (w *workshop) roti() {
	strip, rest := w.Area.CutTop(min(24, w.Area.H))
	w.Area = rest
	width := strip.W / 5
	for i := range 5 {
		box := page.Rect{X: strip.X + float64(i)*width, Y: strip.Y, W: width, H: strip.H}
		w.Doc.Box(box, page.Look{Stroke: page.Pen{Color: page.Muted, Width: 0.5}})
		w.Doc.Text(box.Inset(1.5), w.Say.Text("%d", i+1), page.Style{Size: 12, Bold: true, Color: page.Primary})
	}
	w.Doc.Text(page.Rect{X: strip.X, Y: strip.Bottom() - 6, W: width, H: 5}, w.Say.Text("lost time"), page.Style{Size: 7.5, Color: page.Muted, Align: page.AlignCenter, MaxLines: 1})
	w.Doc.Text(page.Rect{X: strip.X + 2*width, Y: strip.Bottom() - 6, W: width, H: 5}, w.Say.Text("got back what I put in"), page.Style{Size: 7.5, Color: page.Muted, Align: page.AlignCenter, MaxLines: 1})
	w.Doc.Text(page.Rect{X: strip.X + 4*width, Y: strip.Bottom() - 6, W: width, H: 5}, w.Say.Text("much more"), page.Style{Size: 7.5, Color: page.Muted, Align: page.AlignCenter, MaxLines: 1})
}
