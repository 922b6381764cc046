package data

// wordsAround is how many characters of a text are shown on each side of a name.
const wordsAround = 40

// mentionsOf lists every text that names the person or may, in the order of the
// charter, people, events, board, health and stories. What goes with the person
// anyway is not among them.
func (s *Snapshot) mentionsOf(m Member, earlier ...Member) []Mention {
	f := finder{traces: s.TracesOf(m, earlier...), member: m.ID}
	f.ofCharter(s)
	f.ofPeople(s)
	f.ofEvents(s)
	f.ofBoard(s)
	f.ofHealth(s)
	f.ofSponsors(s)
	return f.found
}

// finder gathers mentions.
type finder struct {
	traces Traces
	member int64 // what stands on their own record goes anyway
	found  []Mention
}

// look goes through the texts of one row.
func look[T any](f *finder, fields Fields[T], row *T, at Mention) {
	fields.EachText(row, func(text *string) {
		if !f.traces.worthLooking(*text) {
			return
		}
		runes := []rune(*text)
		for _, p := range f.traces.sure(runes) {
			f.add(at, runes, p, true)
		}
		for _, p := range f.traces.doubtful(runes) {
			f.add(at, runes, p, false)
		}
	})
}

func (f *finder) add(at Mention, text []rune, p span, replaced bool) {
	from, to := max(0, p.from-wordsAround), min(len(text), p.to+wordsAround)
	if !at.Secret {
		at.Text = CleanLine(string(text[from:to]))
		if from > 0 {
			at.Text = "…" + at.Text
		}
		if to < len(text) {
			at.Text += "…"
		}
	}
	at.Replaced = replaced
	f.found = append(f.found, at)
}

// lookAll goes through the rows of one kind.
func lookAll[T any](f *finder, fields Fields[T], rows []T, at func(*T) Mention) {
	for i := range rows {
		if m := at(&rows[i]); m.OnMember == 0 || m.OnMember != f.member {
			look(f, fields, &rows[i], m)
		}
	}
}

// in is a mention at a place that needs no more than its name.
func in[T any](where Phrase) func(*T) Mention {
	return func(*T) Mention { return Mention{Where: where} }
}

func (f *finder) ofCharter(s *Snapshot) {
	look(f, CommunityFields, &s.Community, Mention{Where: Say("the charter")})
	lookAll(f, RoleDefinitionFields, s.RoleDefs, in[RoleDefinition](Say("a role of the charter")))
	lookAll(f, TermFields, s.Terms, in[Term](Say("a word of ours")))
	lookAll(f, ChannelFields, s.Channels, in[Channel](Say("a channel")))
	lookAll(f, MeasureFields, s.Measures, func(m *Measure) Mention {
		return Mention{Where: Say("a measure"), Node: Place{Kind: PlaceMeasure, ID: m.ID}}
	})
	lookAll(f, MeasureValueFields, s.Values, func(v *MeasureValue) Mention {
		return Mention{Where: Say("a measure's value of %s", v.On), Node: Place{Kind: PlaceMeasure, ID: v.MeasureID}}
	})
	lookAll(f, CharterVersionFields, s.Versions, func(v *CharterVersion) Mention { return Mention{Where: Say("version %d of the charter", v.Version)} })
	lookAll(f, CharterNoteFields, s.Notes, func(n *CharterNote) Mention { return Mention{Where: Say("a note on the charter of %s", n.On)} })
	lookAll(f, WorksheetAnswerFields, s.Worksheets, func(w *WorksheetAnswer) Mention { return Mention{Where: Say("a worksheet of %s", w.On)} })
	lookAll(f, CanvasBoxFields, s.Canvas, func(b *CanvasBox) Mention {
		return Mention{Where: Say("the canvas: %s", b.Box.Phrase()), Node: BoxPlace(b.Box)}
	})
	lookAll(f, ForceFields, s.Forces, in[Force](Say("the force field")))
}

func (f *finder) ofPeople(s *Snapshot) {
	lookAll(f, MemberFields, s.Members, func(m *Member) Mention {
		return Mention{Where: Say("the record of %s", m.Name), OnMember: m.ID}
	})
	lookAll(f, DeclaredLevelFields, s.Declared, func(d *DeclaredLevel) Mention {
		return Mention{Where: Say("the reason for a level, %s", d.DeclaredOn), OnMember: d.MemberID}
	})
	lookAll(f, ContributionFields, s.Contributions, func(c *Contribution) Mention {
		return Mention{Where: Say("a contribution of %s", c.On), OnMember: c.MemberID}
	})
	lookAll(f, HelpReceivedFields, s.HelpReceived, func(h *HelpReceived) Mention {
		return Mention{Where: Say("a note about help of %s", h.On), OnMember: h.MemberID}
	})
	lookAll(f, FollowUpFields, s.FollowUps, func(u *FollowUp) Mention {
		return Mention{Where: Say("a follow-up of %s", u.On), OnMember: u.MemberID}
	})
	lookAll(f, DismissalFields, s.Dismissals, func(d *Dismissal) Mention {
		return Mention{Where: Say("the reason for putting a hint aside, %s", d.On), OnMember: d.MemberID}
	})
}

func (f *finder) ofEvents(s *Snapshot) {
	at := func(id int64, where func(title string) Phrase) Mention {
		e, _ := s.EventByID(id)
		return Mention{Where: where(e.Title), Node: Place{Kind: PlaceEvent, ID: id}}
	}
	lookAll(f, EventFields, s.Events, func(e *Event) Mention {
		return at(e.ID, func(title string) Phrase { return Say("the event “%s”", title) })
	})
	lookAll(f, AgendaLineFields, s.Agenda, func(a *AgendaLine) Mention {
		return at(a.EventID, func(title string) Phrase { return Say("the programme of “%s”", title) })
	})
	lookAll(f, MeetingPartFields, s.MeetingParts, func(p *MeetingPart) Mention {
		return at(p.EventID, func(title string) Phrase { return Say("the programme of “%s”, which is under way", title) })
	})
	lookAll(f, MeetingLineFields, s.MeetingLines, func(l *MeetingLine) Mention {
		m := at(l.EventID, func(title string) Phrase { return Say("what was written down at “%s”", title) })
		m.OnMember = l.MemberID
		return m
	})
	lookAll(f, MinutesFields, s.Minutes, func(m *Minutes) Mention {
		return at(m.EventID, func(title string) Phrase { return Say("the minutes of “%s”", title) })
	})
	lookAll(f, PerfectionNoteFields, s.Perfection, func(p *PerfectionNote) Mention {
		return at(p.EventID, func(title string) Phrase { return Say("feedback on “%s”", title) })
	})
	lookAll(f, AnnouncementFields, s.Announcements, func(a *Announcement) Mention {
		return at(a.EventID, func(string) Phrase { return Say("an announcement of %s", a.On) })
	})
}

func (f *finder) ofBoard(s *Snapshot) {
	lookAll(f, ItemFields, s.Items, func(i *Item) Mention {
		return Mention{Where: Say("the item “%s”", i.Title), Node: Place{Kind: PlaceItem, ID: i.ID}}
	})
	lookAll(f, ReuseFields, s.Reuses, func(r *Reuse) Mention {
		i, _ := s.ItemByID(r.ItemID)
		return Mention{Where: Say("a reuse of “%s”", i.Title), Node: Place{Kind: PlaceItem, ID: r.ItemID}}
	})
}

// ofHealth tells of comments only that they name the person: with few answers a
// comment is not shown at all (data/README.md, Confidentiality).
func (f *finder) ofHealth(s *Snapshot) {
	lookAll(f, CardVersionFields, s.CardVersions, func(c *CardVersion) Mention {
		return Mention{Where: Say("the card “%s”", c.Title), Node: CardPlace(c.Card)}
	})
	lookAll(f, RoundFields, s.Rounds, func(r *Round) Mention { return Mention{Where: Say("the round “%s”", r.Name)} })
	lookAll(f, ResponseFields, s.Responses, func(*Response) Mention { return Mention{Where: Say("a comment in a health check"), Secret: true} })
	lookAll(f, AnswerFields, s.Answers, func(a *Answer) Mention {
		return Mention{Where: Say("a comment in a health check"), Node: CardPlace(a.Card), Secret: true}
	})
}

func (f *finder) ofSponsors(s *Snapshot) {
	lookAll(f, ValueStoryFields, s.Stories, func(t *ValueStory) Mention {
		return Mention{Where: Say("the story “%s”", t.Title), Node: Place{Kind: PlaceStory, ID: t.ID}}
	})
	lookAll(f, SponsorFields, s.Sponsors, in[Sponsor](Say("a sponsor")))
	lookAll(f, StakeholderFields, s.Stakes, in[Stakeholder](Say("a person with money or a say")))
	lookAll(f, SponsorContactFields, s.Contacts, func(c *SponsorContact) Mention {
		return Mention{Where: Say("a talk or report with a sponsor of %s", c.On)}
	})
	lookAll(f, SponsorReportFields, s.Reports, func(r *SponsorReport) Mention {
		return Mention{Where: Say("the report to sponsors up to %s", r.Until)}
	})
	lookAll(f, ExportFields, s.Exports, func(e *Export) Mention {
		return Mention{Where: Say("the note of a document made, %s", e.On)}
	})
}
