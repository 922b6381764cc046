package formembers

import (
	"slices"

	"copleader/data"
	"copleader/reports/chartertext"
	"copleader/reports/page"
	"copleader/reports/press"
)

// Charter makes the charter on one page, and an annex: what the page has no
// room for, and what changed since the version agreed last.
func Charter(d *press.Draft) (press.Product, error) {
	c := &charter{Running: press.NewRunning(d), since: chartertext.SinceAgreed(d)}
	c.Side = press.NarrowSide
	c.front(c.since.Sections)
	c.rest(c.since.Sections)
	c.changes()
	c.history()
	return c.Doc, c.Doc.Err()
}

// charter draws the charter; shown holds the fields that its first page shows.
type charter struct {
	*press.Running
	since   chartertext.Since
	shown   map[string]bool
	annexed bool
}

// Measures of the charter's page in millimetres and points.
const (
	charterGap   = 6.0
	charterPad   = 4.0
	charterMost  = 10.5
	charterLeast = 6.5
)

// charterColumns are the sections of the first page.
var charterColumns = [2][]data.Section{
	{data.SectionPurpose, data.SectionInterest, data.SectionPractice},
	{data.SectionCommunity, data.SectionMandate, data.SectionMeasures},
}

// onlyAnnexed are fields that the first page leaves to the annex.
var onlyAnnexed = map[string]bool{"repertoire": true, "vocabulary": true, "stakeholders": true, "roleDefinitions": true}

func (c *charter) front(sections []chartertext.Section) {
	c.Doc.AddPage()
	c.Doc.Bookmark(0, c.Say.Text("Charter"), 0)
	c.Head = c.Say.Text("Charter of %s", c.Community.Name)
	area := c.Doc.Paper().Area().Trimmed(press.NarrowSide, 13, press.NarrowSide, 17)
	area = c.banner(area)
	var columns [2][]chartertext.Section
	for i, wanted := range charterColumns {
		for _, section := range sections {
			if slices.Contains(wanted, section.Section) {
				section.Fields = slices.DeleteFunc(slices.Clone(section.Fields), func(f chartertext.Field) bool { return onlyAnnexed[f.Key] })
				columns[i] = append(columns[i], section)
			}
		}
	}
	if len(columns[0])+len(columns[1]) == 0 {
		c.Area, c.annexed = area, true // what there is stands below
		c.Nothing(c.Say.Text("Nothing is written yet. Begin with what you are here for."))
		return
	}
	width := (area.W - charterGap) / 2
	size := charterMost
	for ; size > charterLeast && max(c.columnHeight(columns[0], width, size), c.columnHeight(columns[1], width, size)) > area.H; size -= 0.25 {
	}
	c.shown = map[string]bool{}
	lowest := area.Y
	for i, column := range columns {
		r := page.Rect{X: area.X + float64(i)*(width+charterGap), Y: area.Y, W: width, H: area.H}
		for _, section := range column {
			high := c.sectionHeight(section, width, size)
			if high > r.H+1e-6 {
				continue // too much for one page: it stands in the annex
			}
			strip, rest := r.CutTop(high)
			c.card(strip, section, size)
			r = rest.Trimmed(0, charterGap*0.6, 0, 0)
			lowest = max(lowest, strip.Bottom())
		}
	}
	_, c.Area = area.CutTop(lowest - area.Y)
}

// banner is the head of the charter.
func (c *charter) banner(area page.Rect) page.Rect {
	box, rest := area.CutTop(27)
	c.Doc.Box(box, page.Look{Fill: page.Level(1), Radius: 3})
	inner := box.Trimmed(7, 4, 7, 4)
	if logo := c.Logo(); logo != nil {
		var field page.Rect
		field, inner = inner.CutLeft(inner.H)
		c.Doc.Box(field, page.Look{Fill: page.Surface, Radius: 2})
		c.Doc.Picture(field.Inset(1), logo)
		inner = inner.Trimmed(5, 0, 0, 0)
	}
	left, right := inner.CutLeft(inner.W * 0.56)
	name, tagline := left.CutTop(left.H * 0.6)
	c.FitText(c.Doc, name, c.Community.Name, page.Style{Size: 22, Bold: true, Color: page.OnPrimary, Valign: page.ValignMiddle, LineHeight: 1.15})
	c.FitText(c.Doc, tagline, c.Community.Tagline, page.Style{Size: 10.5, Color: page.PrimarySoft, LineHeight: 1.2})
	lines := []string{c.since.Stand(c.Draft)}
	if leader, ok := c.Leader(); ok {
		lines = append(lines, c.Say.Text("Leader: %s", leader.Name))
	}
	if on := c.Community.ReviewOn; on != 0 {
		lines = append(lines, c.Say.Text("To be reviewed by %s", on))
	}
	title, right := right.Trimmed(4, 0, 0, 0).CutTop(7)
	c.Doc.Text(title, c.Say.Text("Charter"), page.Style{Size: 12, Bold: true, Color: page.OnPrimary, Align: page.AlignRight, MaxLines: 1})
	for _, line := range lines {
		strip, below := right.CutTop(4.2)
		right = below
		c.Doc.Text(strip, line, page.Style{Size: 8.5, Color: page.PrimarySoft, Align: page.AlignRight, MaxLines: 1})
	}
	return rest.Trimmed(0, charterGap*0.7, 0, 0)
}

func (c *charter) columnHeight(sections []chartertext.Section, width, size float64) float64 {
	high := charterGap * 0.6 * float64(max(0, len(sections)-1))
	for _, section := range sections {
		high += c.sectionHeight(section, width, size)
	}
	return high
}

// charterHang is where a line of a list begins behind its bullet.
const charterHang = 3.2

// value sets what is filled into a field, or only measures it; it gives the height.
func (c *charter) value(r page.Rect, f chartertext.Field, style page.Style, draw bool) float64 {
	lines, hang := f.Lines, charterHang
	if f.Key == "measures" {
		lines = c.measureLines()
	}
	if lines == nil {
		lines, hang = []string{f.Says()}, 0
	}
	high := 0.0
	for _, line := range lines {
		took := c.Doc.Measure(r.W-hang, line, style).Height
		if draw {
			if hang > 0 {
				c.Doc.Mark(page.Disc, r.X+1, r.Y+high+c.Doc.LineHeight(style)/2, style.Size*0.13, page.Primary)
			}
			c.Doc.Text(page.Rect{X: r.X + hang, Y: r.Y + high, W: r.W - hang}, line, style)
		}
		high += took
	}
	return high
}

// measureLines are the charter's measures, from where to where.
func (c *charter) measureLines() []string {
	lines := []string{}
	for _, m := range c.Measures {
		switch {
		case m.Baseline != "" && m.Target != "":
			lines = append(lines, c.Say.Text("%s: from %s to %s", m.Wording, m.Baseline, m.Target))
		case m.Target != "":
			lines = append(lines, c.Say.Text("%s: %s", m.Wording, m.Target))
		default:
			lines = append(lines, m.Wording)
		}
	}
	return lines
}

func (c *charter) styles(size float64) (title, label, text page.Style) {
	return page.Style{Size: size * 1.2, Bold: true, Color: page.Primary, LineHeight: 1.25},
		page.Style{Size: size * 0.82, Bold: true, Color: page.Muted, LineHeight: 1.25},
		page.Style{Size: size, LineHeight: 1.27}
}

func (c *charter) sectionHeight(section chartertext.Section, width, size float64) float64 {
	title, label, text := c.styles(size)
	inner := width - 2*charterPad
	high := 2*charterPad + c.Doc.Measure(inner, section.Title, title).Height
	for _, f := range section.Fields {
		high += size*0.12 + c.Doc.Measure(inner, c.since.Mark(c.Draft, f), label).Height + c.value(page.Rect{W: inner}, f, text, false)
	}
	return high
}

// card draws a section on the first page.
func (c *charter) card(r page.Rect, section chartertext.Section, size float64) {
	title, label, text := c.styles(size)
	c.Doc.Box(r, page.Look{Fill: page.Surface, Radius: 2.5, Stroke: page.Pen{Color: page.Muted.Mixed(page.Surface, 0.5), Width: 0.6}})
	c.Doc.Clip(r, 2.5, func() { c.Doc.Box(page.Rect{X: r.X, Y: r.Y, W: 1.4, H: r.H}, page.Look{Fill: page.Primary}) })
	inner := r.Inset(charterPad)
	_, inner = inner.CutTop(c.Doc.Text(page.Rect{X: inner.X, Y: inner.Y, W: inner.W}, section.Title, title).Height)
	for _, f := range section.Fields {
		heading := label
		if c.since.Changed(f) {
			heading.Color = page.Warn
		}
		_, inner = inner.CutTop(c.Doc.Text(page.Rect{X: inner.X, Y: inner.Y, W: inner.W}, c.since.Mark(c.Draft, f), heading).Height)
		_, inner = inner.CutTop(c.value(inner, f, text, true) + size*0.12)
		c.shown[fieldKey(section, f)] = true
	}
}

// fieldKey tells fields apart; boxes of the canvas have keys of their own.
func fieldKey(section chartertext.Section, f chartertext.Field) string {
	return string(section.Section) + "." + f.Key
}

// inBanner are fields that stand in the head of the first page, or are of no
// interest on paper.
var inBanner = map[string]bool{"name": true, "tagline": true, "timeZone": true, "reviewOn": true}

// annexText is the size of the annex's texts in points, near that of the first page.
const annexText = 9.0

// annexNearer is how much nearer to the foot of its page the annex goes than other pages,
// in millimetres, so that it is one page.
const annexNearer = 6.0

// annex begins it with its first part.
func (c *charter) annex() {
	if !c.annexed {
		c.annexed, c.Size = true, annexText
		c.OpenOn(c.Say.Text("Annex"), c.since.Stand(c.Draft)) // below little, rather than on a page of its own
		c.Area.H += annexNearer
	}
}

func (c *charter) part(title string) {
	c.annex()
	c.Section(title, 1)
}

// rest is what the first page has no room for, and who took the roles.
func (c *charter) rest(sections []chartertext.Section) {
	holders := c.holders()
	for _, section := range sections {
		fields := slices.DeleteFunc(slices.Clone(section.Fields), func(f chartertext.Field) bool { return c.shown[fieldKey(section, f)] || inBanner[f.Key] })
		set := c.since.Fields(c.Draft, fields)
		if section.Section == data.SectionCommunity {
			set, holders = append(set, holders...), nil
		}
		c.written(section.Title, set)
	}
	c.written(c.Say.Of(data.SectionCommunity.Phrase()), holders)
}

// written is a section of the annex, if anything stands in it.
func (c *charter) written(title string, fields []press.Field) {
	if len(fields) > 0 {
		c.annex()
		c.SectionOf(title, 1, fields)
	}
}

// holders tell who took which role, in one field, or in none while nobody did.
func (c *charter) holders() []press.Field {
	var lines []string
	for _, role := range data.Roles {
		var holders []data.Member
		for _, m := range c.People(c.Opt.Today) {
			if slices.Contains(c.RolesOf(m.ID, c.Opt.Today), role) {
				holders = append(holders, m)
			}
		}
		if len(holders) > 0 {
			lines = append(lines, press.Dotted(c.Say.Of(role.Phrase()), c.Say.List(c.ByName(holders))))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return []press.Field{{Title: c.Say.Text("Who took which role"), Lines: lines}}
}

// changes says what is other than in the version agreed last.
func (c *charter) changes() {
	last, changes := c.since.Agreed, c.since.Changes
	if last.Version == 0 || last.Text == "" || len(changes) == 0 {
		return
	}
	c.part(c.Say.Text("Changed since version %d", last.Version))
	var fields []press.Field
	for _, change := range changes {
		said := c.Say.Text("Taken away: %s", change.Text)
		if change.Added {
			said = c.Say.Text("New: %s", change.Text)
		}
		if n := len(fields); n == 0 || change.Under != "" {
			fields = append(fields, press.Field{Title: change.Under, Lines: []string{said}})
		} else {
			fields[n-1].Lines = append(fields[n-1].Lines, said)
		}
	}
	for _, f := range fields {
		c.List(f)
	}
}

// history lists the versions that were agreed.
func (c *charter) history() {
	var lines []string
	for _, v := range slices.Backward(c.Versions) {
		if v.AgreedOn <= c.Opt.Today {
			lines = append(lines, press.Dotted(c.Say.Text("Version %d", v.Version), c.Say.Date(v.AgreedOn), v.AgreedBy, v.Note))
		}
	}
	if len(lines) == 0 {
		return
	}
	c.part(c.Say.Text("Versions"))
	switch last := c.since.Agreed; {
	case last.Text == "":
		c.Nothing(c.Say.Text("Version %d kept no text to compare with.", last.Version))
	case len(c.since.Changes) == 0:
		c.Nothing(c.Say.Text("Nothing has changed since version %d.", last.Version))
	}
	c.Bullets(lines)
}
