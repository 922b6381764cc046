package data

// Worded is a row with words that somebody typed, in which a person may be named.
type Worded interface {
	// EachText yields every such text of the row, to be read or replaced.
	EachText(yield func(text *string))
}

func eachOf(yield func(*string), texts ...*string) {
	for _, t := range texts {
		yield(t)
	}
}

func (l Lines) eachText(yield func(*string)) {
	for i := range l {
		yield(&l[i])
	}
}

// EachText yields what was typed.
func (m *Member) EachText(yield func(*string)) { MemberFields.EachText(m, yield) }

// EachText yields the texts of the charter.
func (c *Community) EachText(yield func(*string)) {
	eachOf(yield, &c.Name, &c.Tagline, &c.LeaderCoach, &c.PrimaryPurpose, &c.Domain, &c.WhoWeAre, &c.HowToJoin,
		&c.ExpectedCommitment, &c.Practice, &c.DecisionNote, &c.UsualSlot)
	for _, l := range []Lines{c.Needs, c.MemberBenefits, c.StakeholderBenefits, c.InScope, c.OutOfScope, c.Repertoire,
		c.MayDecide, c.MayPropose, c.NotOurs, c.WorkingAgreement} {
		l.eachText(yield)
	}
}

// EachText yields what was typed.
func (s *Sponsor) EachText(yield func(*string)) { SponsorFields.EachText(s, yield) }

// EachText yields the note.
func (s *SponsorContact) EachText(yield func(*string)) { yield(&s.Note) }

// EachText yields the report's texts.
func (r *SponsorReport) EachText(yield func(*string)) {
	eachOf(yield, &r.Lines, &r.Risks, &r.Learned, &r.Asks, &r.SentTo)
}

// EachText yields the stakeholder's texts, the name among them.
func (s *Stakeholder) EachText(yield func(*string)) { eachOf(yield, &s.Name, &s.Function, &s.Stake) }

// EachText yields the duty.
func (r *RoleDefinition) EachText(yield func(*string)) { yield(&r.Duty) }

// EachText yields the word and its meaning.
func (t *Term) EachText(yield func(*string)) { eachOf(yield, &t.Term, &t.Meaning) }

// EachText yields the channel's texts.
func (c *Channel) EachText(yield func(*string)) { eachOf(yield, &c.Name, &c.Link) }

// EachText yields the measure's texts.
func (m *Measure) EachText(yield func(*string)) {
	eachOf(yield, &m.Wording, &m.Baseline, &m.Target, &m.Source)
}

// EachText yields the reading and what was said about it.
func (m *MeasureValue) EachText(yield func(*string)) { eachOf(yield, &m.Value, &m.Source, &m.Remark) }

// EachText yields the agreed text and who agreed it.
func (v *CharterVersion) EachText(yield func(*string)) { eachOf(yield, &v.Note, &v.AgreedBy, &v.Text) }

// EachText yields the note.
func (n *CharterNote) EachText(yield func(*string)) { yield(&n.Text) }

// EachText yields the answer.
func (w *WorksheetAnswer) EachText(yield func(*string)) { yield(&w.Text) }

// EachText yields the lines of the box.
func (b *CanvasBox) EachText(yield func(*string)) { b.Lines.eachText(yield) }

// EachText yields the force.
func (f *Force) EachText(yield func(*string)) { yield(&f.Text) }

// EachText yields the reason.
func (d *DeclaredLevel) EachText(yield func(*string)) { yield(&d.Reason) }

// EachText yields the event's texts.
func (e *Event) EachText(yield func(*string)) {
	eachOf(yield, &e.Title, &e.Place, &e.Link, &e.Purpose, &e.Cost)
}

// EachText yields the step and who takes it.
func (a *AgendaLine) EachText(yield func(*string)) { eachOf(yield, &a.Text, &a.Who) }

// EachText yields the minutes.
func (m *Minutes) EachText(yield func(*string)) { eachOf(yield, &m.Text, &m.Decisions, &m.Where) }

// EachText yields what was said.
func (p *PerfectionNote) EachText(yield func(*string)) { eachOf(yield, &p.Liked, &p.Better) }

// EachText yields what was announced where.
func (a *Announcement) EachText(yield func(*string)) { eachOf(yield, &a.Channel, &a.Text) }

// EachText yields what was typed.
func (i *Item) EachText(yield func(*string)) { ItemFields.EachText(i, yield) }

// EachText yields the note.
func (r *Reuse) EachText(yield func(*string)) { yield(&r.Note) }

// EachText yields the note.
func (c *Contribution) EachText(yield func(*string)) { yield(&c.Note) }

// EachText yields the note.
func (h *HelpReceived) EachText(yield func(*string)) { yield(&h.Note) }

// EachText yields the follow-up's texts, a guest's name among them.
func (f *FollowUp) EachText(yield func(*string)) { eachOf(yield, &f.Guest, &f.What, &f.Note) }

// EachText yields the wording of the card.
func (c *CardVersion) EachText(yield func(*string)) { eachOf(yield, &c.Title, &c.Low, &c.High, &c.Ask) }

// EachText yields the round's texts.
func (r *Round) EachText(yield func(*string)) { eachOf(yield, &r.Name, &r.HowToSend) }

// EachText yields the free line.
func (r *Response) EachText(yield func(*string)) { yield(&r.Next) }

// EachText yields the comment.
func (a *Answer) EachText(yield func(*string)) { yield(&a.Comment) }

// EachText yields the story.
func (s *ValueStory) EachText(yield func(*string)) {
	eachOf(yield, &s.Title, &s.Situation, &s.Met, &s.Did, &s.CameOfIt, &s.Evidence)
}

// EachText yields the file's name and the note.
func (e *Export) EachText(yield func(*string)) { eachOf(yield, &e.File, &e.Note) }

// EachText yields the reason.
func (d *Dismissal) EachText(yield func(*string)) { yield(&d.Reason) }
