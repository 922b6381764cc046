package data

// wordsAround is how many characters of a text are shown on each side of a name.
const wordsAround = 40

// mentionsOf lists every text that names the person or may, in the order of the
// charter, people, events, board, health and stories. What goes with the person
// anyway is not among them.
func (s *Snapshot) mentionsOf(m Member) []Mention {
	f := finder{traces: s.TracesOf(m)}
	f.ofCharter(s)
	f.ofPeople(s, m.ID)
	f.ofEvents(s)
	f.ofBoard(s)
	f.ofHealth(s)
	f.ofSponsors(s)
	return f.found
}

// finder gathers mentions.
type finder struct {
	traces Traces
	found  []Mention
}

// look goes through the texts of one row.
func (f *finder) look(row Worded, at Mention) {
	row.EachText(func(text *string) {
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
func lookAll[T any, P interface {
	*T
	Worded
}](f *finder, rows []T, at func(*T) Mention) {
	for i := range rows {
		f.look(P(&rows[i]), at(&rows[i]))
	}
}

// in is a mention at a place that needs no more than its name.
func in[T any](where Phrase) func(*T) Mention {
	return func(*T) Mention { return Mention{Where: where} }
}

func (f *finder) ofCharter(s *Snapshot) {
	f.look(&s.Community, Mention{Where: Say("the charter")})
	lookAll(f, s.RoleDefs, in[RoleDefinition](Say("a role of the charter")))
	lookAll(f, s.Terms, in[Term](Say("a word of ours")))
	lookAll(f, s.Channels, in[Channel](Say("a channel")))
	lookAll(f, s.Measures, func(m *Measure) Mention {
		return Mention{Where: Say("a measure"), Node: Place{Kind: PlaceMeasure, ID: m.ID}}
	})
	lookAll(f, s.Values, func(v *MeasureValue) Mention {
		return Mention{Where: Say("a measure's value of %s", v.On), Node: Place{Kind: PlaceMeasure, ID: v.MeasureID}}
	})
	lookAll(f, s.Versions, func(v *CharterVersion) Mention { return Mention{Where: Say("version %d of the charter", v.Version)} })
	lookAll(f, s.Notes, func(n *CharterNote) Mention { return Mention{Where: Say("a note on the charter of %s", n.On)} })
	lookAll(f, s.Worksheets, func(w *WorksheetAnswer) Mention { return Mention{Where: Say("a worksheet of %s", w.On)} })
	lookAll(f, s.Canvas, func(b *CanvasBox) Mention {
		return Mention{Where: Say("the canvas: %s", b.Box.Phrase()), Node: BoxPlace(b.Box)}
	})
	lookAll(f, s.Forces, in[Force](Say("the force field")))
}

func (f *finder) ofPeople(s *Snapshot, erased int64) {
	for i := range s.Members {
		if m := &s.Members[i]; m.ID != erased {
			f.look(m, Mention{Where: Say("the record of %s", m.Name), OnMember: m.ID})
		}
	}
	others := func(id int64, row Worded, where Phrase) {
		if id != erased {
			f.look(row, Mention{Where: where, OnMember: id})
		}
	}
	for i := range s.Declared {
		d := &s.Declared[i]
		others(d.MemberID, d, Say("the reason for a level, %s", d.DeclaredOn))
	}
	for i := range s.Contributions {
		c := &s.Contributions[i]
		others(c.MemberID, c, Say("a contribution of %s", c.On))
	}
	for i := range s.HelpReceived {
		h := &s.HelpReceived[i]
		others(h.MemberID, h, Say("a note about help of %s", h.On))
	}
	for i := range s.FollowUps {
		u := &s.FollowUps[i]
		others(u.MemberID, u, Say("a follow-up of %s", u.On))
	}
	for i := range s.Dismissals {
		d := &s.Dismissals[i]
		others(d.MemberID, d, Say("the reason for putting a hint aside, %s", d.On))
	}
}

func (f *finder) ofEvents(s *Snapshot) {
	at := func(id int64, where func(title string) Phrase) Mention {
		e, _ := s.EventByID(id)
		return Mention{Where: where(e.Title), Node: Place{Kind: PlaceEvent, ID: id}}
	}
	lookAll(f, s.Events, func(e *Event) Mention {
		return at(e.ID, func(title string) Phrase { return Say("the event “%s”", title) })
	})
	lookAll(f, s.Agenda, func(a *AgendaLine) Mention {
		return at(a.EventID, func(title string) Phrase { return Say("the agenda of “%s”", title) })
	})
	lookAll(f, s.Minutes, func(m *Minutes) Mention {
		return at(m.EventID, func(title string) Phrase { return Say("the minutes of “%s”", title) })
	})
	lookAll(f, s.Perfection, func(p *PerfectionNote) Mention {
		return at(p.EventID, func(title string) Phrase { return Say("feedback on “%s”", title) })
	})
	lookAll(f, s.Announcements, func(a *Announcement) Mention {
		return at(a.EventID, func(string) Phrase { return Say("an announcement of %s", a.On) })
	})
}

func (f *finder) ofBoard(s *Snapshot) {
	lookAll(f, s.Items, func(i *Item) Mention {
		return Mention{Where: Say("the item “%s”", i.Title), Node: Place{Kind: PlaceItem, ID: i.ID}}
	})
	lookAll(f, s.Reuses, func(r *Reuse) Mention {
		i, _ := s.ItemByID(r.ItemID)
		return Mention{Where: Say("a reuse of “%s”", i.Title), Node: Place{Kind: PlaceItem, ID: r.ItemID}}
	})
}

// ofHealth tells of comments only that they name the person: with few answers a
// comment is not shown at all (data/README.md, Confidentiality).
func (f *finder) ofHealth(s *Snapshot) {
	lookAll(f, s.CardVersions, func(c *CardVersion) Mention {
		return Mention{Where: Say("the card “%s”", c.Title), Node: CardPlace(c.Card)}
	})
	lookAll(f, s.Rounds, func(r *Round) Mention { return Mention{Where: Say("the round “%s”", r.Name)} })
	lookAll(f, s.Responses, func(*Response) Mention { return Mention{Where: Say("a comment in a health check"), Secret: true} })
	lookAll(f, s.Answers, func(a *Answer) Mention {
		return Mention{Where: Say("a comment in a health check"), Node: CardPlace(a.Card), Secret: true}
	})
}

func (f *finder) ofSponsors(s *Snapshot) {
	lookAll(f, s.Stories, func(t *ValueStory) Mention {
		return Mention{Where: Say("the story “%s”", t.Title), Node: Place{Kind: PlaceStory, ID: t.ID}}
	})
	lookAll(f, s.Sponsors, in[Sponsor](Say("a sponsor")))
	lookAll(f, s.Stakes, in[Stakeholder](Say("a person with money or a say")))
	lookAll(f, s.Contacts, func(c *SponsorContact) Mention { return Mention{Where: Say("a contact with a sponsor of %s", c.On)} })
	lookAll(f, s.Reports, func(r *SponsorReport) Mention {
		return Mention{Where: Say("the report to sponsors up to %s", r.Until)}
	})
	lookAll(f, s.Exports, func(e *Export) Mention {
		return Mention{Where: Say("the note of a document made, %s", e.On)}
	})
}
