package events

import (
	"context"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/ui/kit"
)

// register makes the screen's deeds known. Those on an event name it, since the palette offers them on every page.
func (s *Screen) register() {
	say := s.deps.Say
	writable := func() bool { return !s.deps.ReadOnly }
	shown := func(also func(d Detail) bool) func() bool {
		return func() bool { return writable() && s.Loaded() && s.state.Selected() != 0 && also(s.pane.detail) }
	}
	running := func(d Detail) bool { return isRunning(&d.Event) }
	s.deps.Commands.Add(
		&kit.Command{ID: "events.plan", Title: say.Text("Plan event"), Enabled: writable, Do: func() { s.here(func() { s.openPlan(data.Event{}, nil) }) }},
		&kit.Command{ID: "events.series", Title: say.Text("Plan a series"), Enabled: writable, Do: func() { s.here(s.planSeries) }},
		&kit.Command{ID: "events.month", Title: say.Text("Show the month"), Do: func() { s.here(s.showMonth) }},
		&kit.Command{ID: "events.next", Title: say.Text("Do what the event needs next"), Named: s.named(s.nextTitle),
			Enabled: shown(func(d Detail) bool { return d.Next != StepNone }), Do: func() { s.here(s.doNext) }},
		&kit.Command{ID: "events.start", Title: say.Text("Start meeting"),
			Named: s.named(func(d Detail) string { return say.Text("Start the clock of “%s”", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool {
				return d.Section != Cancelled && d.Section != Held && len(d.Agenda) > 0
			}), Twin: s.isNext(StepStart), Do: func() { s.here(s.startMeeting) }},
		&kit.Command{ID: "events.held", Title: say.Text("Note an event as held"),
			Named:   s.named(func(d Detail) string { return say.Text("Note “%s” as held", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool { return d.Next == StepStart }), Do: func() { s.here(s.hold) }},
		s.severally(&kit.Command{ID: "events.announce", Title: say.Text("Announce an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Announce “%s”", s.called(&d.Event)) }),
			Enabled: shown(running), Twin: s.isNext(StepAnnounce), Do: func() { s.here(func() { s.openAnnounce(nil) }) }}, func(n int) string {
			return say.Count(n, "Note that %d event was announced…", "Note that %d events were announced…")
		}, isRunning, s.announceMany),
		&kit.Command{ID: "events.publish", Title: say.Text("Publish the minutes of an event"),
			Named: s.named(func(Detail) string {
				return say.Text("Publish the minutes of “%s”", s.called(new(s.state.ToPublish())))
			}),
			Enabled: shown(func(Detail) bool { return s.state.programme.minutes[s.state.ToPublish().ID].Text != "" }), Twin: s.isNext(StepPublish),
			WhyNot: s.whyNotPublished, Do: func() { s.here(s.publish) }},
		&kit.Command{ID: "events.came", Title: say.Text("Tick who came"), Named: s.named(s.cameTitle),
			Enabled: shown(func(d Detail) bool { return d.Section != Cancelled }), Do: func() { s.here(s.openAttending) }},
		&kit.Command{ID: "events.bring", Title: say.Text("Who came: bring in a list…"), Enabled: func() bool { return writable() && s.deps.Go != nil },
			Do: func() { s.bring(exchange.Attendance) }},
		&kit.Command{ID: "events.bringEvents", Title: say.Text("Bring in events…"), Enabled: func() bool { return writable() && s.deps.Go != nil },
			Do: func() { s.bring(exchange.Events) }},
		&kit.Command{ID: "events.vote", Title: say.Text("Enter votes"),
			Named:   s.named(func(d Detail) string { return say.Text("Enter the votes on “%s”", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool { return d.Section == Held }), Do: func() { s.here(s.openVotes) }},
		&kit.Command{ID: "events.ask", Title: say.Text("Ask somebody for an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Ask somebody for “%s”", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool { return d.Section == Coming }), Twin: s.isNext(StepAsk), Do: func() { s.here(func() { s.openAsk(data.FollowUp{}, nil) }) }},
		&kit.Command{ID: "events.action", Title: say.Text("Add an action to an event"), Named: s.named(s.actionTitle),
			Enabled: shown(func(d Detail) bool { return d.Section != Cancelled }), Do: func() { s.here(s.openAction) }},
		&kit.Command{ID: "events.note", Title: say.Text("Note what would make an event a 10"),
			Named:   s.named(func(d Detail) string { return say.Text("Note what would make “%s” a 10", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool { return d.Section == Held }), Do: func() { s.here(func() { s.openNote(data.PerfectionNote{}) }) }},
		&kit.Command{ID: "events.link", Title: say.Text("Link an event with what it serves"),
			Named:   s.named(func(d Detail) string { return say.Text("Link “%s” with what it serves", s.called(&d.Event)) }),
			Enabled: shown(func(Detail) bool { return true }), Do: func() { s.here(s.openLinking) }},
		&kit.Command{ID: "events.story", Title: say.Text("Tell what came of an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Tell what came of “%s”", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool { return d.Section == Held }), Do: s.beginStory},
		s.paper("events.kit", "kit", false, say.Text("Print the kit of an event"), func(t string) string { return say.Text("Print the kit for “%s”", t) },
			func(d Detail) bool { return running(d) }),
		s.paper("events.mail", "announce", true, say.Text("E-mail the announcement of an event"), func(t string) string { return say.Text("E-mail the announcement of “%s”", t) },
			func(d Detail) bool { return d.Section == Coming }),
		s.paper("events.minutes", "minutes-pdf", false, say.Text("Print the minutes of an event"), func(t string) string { return say.Text("Print the minutes of “%s”", t) },
			func(d Detail) bool { return d.Section == Held }),
		s.paper("events.mailMinutes", "minutes", true, say.Text("E-mail the minutes of an event"), func(t string) string { return say.Text("E-mail the minutes of “%s”", t) },
			func(d Detail) bool { return d.Section == Held }),
		&kit.Command{ID: "events.again", Title: say.Text("Plan an event of the same kind again"),
			Named:   s.named(func(d Detail) string { return say.Text("Plan another “%s”", s.called(&d.Event)) }),
			Enabled: shown(func(Detail) bool { return true }), Do: func() { s.here(s.planAgain) }},
		&kit.Command{ID: "events.template", Title: say.Text("Keep an event as a template"),
			Named:   s.named(func(d Detail) string { return say.Text("Keep “%s” as a template…", s.called(&d.Event)) }),
			Enabled: shown(func(Detail) bool { return true }), Do: func() { s.here(s.keepTemplate) }},
		&kit.Command{ID: "events.checklist", Title: say.Text("Write the checklist of an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Write the checklist of “%s”…", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool { return d.Section != Cancelled }), Do: func() { s.here(s.openChecklist) }},
		s.severally(&kit.Command{ID: "events.back", Title: say.Text("Take an event back"), Named: s.named(s.backTitle),
			Enabled: shown(func(d Detail) bool { return !running(d) }), Do: func() { s.here(s.takeBack) }}, func(n int) string { return say.Count(n, "Plan %d event again", "Plan %d events again") }, hasEnded, s.backMany),
		s.severally(&kit.Command{ID: "events.cancel", Title: say.Text("Cancel an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Cancel “%s”", s.called(&d.Event)) }),
			Enabled: shown(running), Do: func() { s.here(s.cancel) }}, func(n int) string { return say.Count(n, "Cancel %d event", "Cancel %d events") }, isRunning, s.cancelMany),
		s.severally(&kit.Command{ID: "events.move", Title: say.Text("Move an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Move “%s”…", s.called(&d.Event)) }),
			Enabled: shown(running), Do: func() { s.here(s.move) }}, func(n int) string { return say.Count(n, "Move %d event…", "Move %d events…") }, isRunning, s.moveMany),
		&kit.Command{ID: "events.seriesOf", Title: say.Text("Plan a series like an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Plan a series of “%s”…", s.called(&d.Event)) }),
			Enabled: shown(func(Detail) bool { return true }), Do: func() { s.here(s.planSeriesOf) }},
		&kit.Command{ID: "events.alike", Title: say.Text("Change the later events of a series too"),
			Named:   s.named(func(d Detail) string { return say.Text("Change the later ones of “%s” too…", s.called(&d.Event)) }),
			Enabled: shown(func(d Detail) bool { return d.Event.SeriesID != 0 && len(s.state.Unlike(d.Event.ID)) > 0 }), Do: func() { s.here(s.makeAlike) }},
		s.severally(&kit.Command{ID: "events.remove", Title: say.Text("Remove an event"),
			Named:   s.named(func(d Detail) string { return say.Text("Remove “%s”", s.called(&d.Event)) }),
			Enabled: shown(func(Detail) bool { return true }), Do: func() { s.here(s.remove) }}, func(n int) string { return say.Count(n, "Remove %d event", "Remove %d events") }, nil, s.removeMany),
	)
	s.registerChosen()
}

// isRunning tells of an event that is neither held nor cancelled, and hasEnded of any other.
func isRunning(e *data.Event) bool {
	return e.Status != data.StatusHeld && e.Status != data.StatusCancelled
}

func hasEnded(e *data.Event) bool { return !isRunning(e) }

// isNext tells whether a step is what the event shown needs next, which events.next then says; several chosen have no next one.
func (s *Screen) isNext(step Step) func() bool {
	return func() bool { return !s.several() && s.state.Selected() != 0 && s.pane.detail.Next == step }
}

// ToPublish is the event whose minutes somebody who wants to publish some means: the one selected if it was held, else the latest that
// waits for it, one with minutes first.
func (s *State) ToPublish() data.Event {
	p := s.programme
	best, _ := p.snapshot.EventByID(s.selected)
	if p.section[s.selected] == Held {
		return best
	}
	written := func(e *data.Event) bool { return p.minutes[e.ID].Text != "" }
	for i := range p.snapshot.Events {
		e := &p.snapshot.Events[i]
		if p.section[e.ID] != Held || p.minutes[e.ID].PublishedOn != 0 {
			continue
		}
		if p.section[best.ID] != Held || written(e) && !written(&best) || written(e) == written(&best) && e.On > best.On {
			best = *e
		}
	}
	return best
}

// publish shows the minutes that are to be published.
func (s *Screen) publish() {
	s.arriveAt(s.state.ToPublish().ID)
	s.openPublish()
}

// whyNotPublished says why there are no minutes to publish.
func (s *Screen) whyNotPublished() string {
	if s.deps.ReadOnly || s.several() || s.state.Selected() == 0 {
		return ""
	}
	say, e := s.deps.Say, s.state.ToPublish()
	called := s.called(&e)
	switch s.state.programme.section[e.ID] {
	case Held:
		return say.Text("“%s” has no minutes yet: write them first, then publish them.", called)
	case Cancelled:
		return say.Text("“%s” was cancelled, so that there are no minutes to publish.", called)
	}
	return say.Text("“%s” is not noted as held: its minutes are written, then published, once it is.", called)
}

// bring goes to where such things come in from elsewhere.
func (s *Screen) bring(likely exchange.What) {
	s.pane.flush()
	b := kit.Bring{Likely: likely}
	if s.pane.detail.MayHold { // nobody came to what is still to come
		b.EventID = s.state.Selected()
	}
	s.deps.Go("intake", b)
}

// paper is the deed of having a document made about the event that is shown, or a letter; it needs no right to write.
func (s *Screen) paper(id, document string, mail bool, title string, named func(title string) string, when func(Detail) bool) *kit.Command {
	shown := func() bool { return s.Loaded() && s.state.Selected() != 0 && when(s.pane.detail) }
	return &kit.Command{ID: id, Title: title, Enabled: shown,
		Named: func() string {
			if !shown() {
				return ""
			}
			return named(s.called(&s.pane.detail.Event))
		},
		Do: func() {
			s.pane.flush()
			s.deps.Go("share", kit.Paper{Document: document, EventID: s.pane.detail.Event.ID, Mail: mail})
		}}
}

// here does something on this page, wherever it was asked for.
func (s *Screen) here(do func()) {
	if s.deps.Go != nil {
		s.deps.Go(Page, nil)
	}
	s.pane.flush()
	s.WhenLoaded(do)
}

// nextWord is the verb of the event's next deed.
func (s *Screen) nextWord() string {
	say := s.deps.Say
	switch s.pane.detail.Next {
	case StepAnnounce:
		return say.Text("Announce")
	case StepAsk:
		if data.SpeakersWanted[s.pane.detail.Event.Format] > 1 {
			return say.Text("Ask for talks")
		}
		return say.Text("Ask for a speaker")
	case StepStart:
		if s.state.isUnderWay(s.pane.detail.Event.ID) {
			return say.Text("Go on with the meeting")
		}
		return say.Text("Start meeting")
	case StepHold:
		return say.Text("Note who came")
	case StepWrite:
		return say.Text("Write minutes")
	case StepPublish:
		return say.Text("Publish minutes")
	}
	return ""
}

// named gives words the event that is shown, if there is one.
func (s *Screen) named(words func(d Detail) string) func() string {
	return func() string {
		if s.state.Selected() == 0 {
			return ""
		}
		return words(s.pane.detail)
	}
}

// called is what menus and dialogs name an event by: those of a series share their title, so that its day stands before that.
func (s *Screen) called(e *data.Event) string {
	return s.deps.Say.Of(e.Called(s.deps.Clock.Today()))
}

func (s *Screen) nextTitle(d Detail) string {
	if d.Next == StepNone {
		return ""
	}
	return s.deps.Say.Text("%s: “%s”", s.nextWord(), s.called(&d.Event))
}

func (s *Screen) cameTitle(d Detail) string {
	if !d.MayHold {
		return s.deps.Say.Text("Note who comes to “%s”", s.called(&d.Event))
	}
	return s.deps.Say.Text("Tick who came to “%s”", s.called(&d.Event))
}

func (s *Screen) actionTitle(d Detail) string {
	if d.Section == Coming {
		return s.deps.Say.Text("Add a task for “%s”", s.called(&d.Event))
	}
	return s.deps.Say.Text("Add an action from “%s”", s.called(&d.Event))
}

func (s *Screen) backTitle(d Detail) string {
	if d.Event.Status == data.StatusHeld {
		return s.deps.Say.Text("“%s” was not held after all", s.called(&d.Event))
	}
	return s.deps.Say.Text("Plan “%s” again", s.called(&d.Event))
}

// doNext does what the event needs next.
func (s *Screen) doNext() {
	switch s.pane.detail.Next {
	case StepAnnounce:
		s.openAnnounce(nil)
	case StepAsk:
		s.openAsk(data.FollowUp{}, nil)
	case StepStart:
		s.startMeeting()
	case StepHold:
		s.hold()
	case StepWrite:
		s.beginMinutes()
	case StepPublish:
		s.openPublish()
	}
}

// hold notes that the event was held, with a way back, and asks who came.
func (s *Screen) hold() {
	id, told := s.state.Selected(), s.deps.Say.Text("“%s” is noted as held.", s.called(&s.pane.detail.Event))
	var undo func(context.Context) error
	s.deeds.Do(func(ctx context.Context) (err error) {
		undo, err = s.state.Hold(ctx, id)
		return err
	}, func() {
		s.openAttending()
		s.deeds.OfferUndo(told, undo, func() {
			if s.attending != nil {
				s.attending.dialog.Close()
			}
		})
	})
}

// beginMinutes puts the cursor into the minutes of the event shown.
func (s *Screen) beginMinutes() {
	s.pane.scroll.ScrollTo(s.pane.recorded)
	s.deps.Focus(s.pane.record.Input("text"))
}

func (s *Screen) setStatus(status data.EventStatus) {
	id := s.state.Selected()
	s.deeds.Do(func(ctx context.Context) error { return s.state.SetStatus(ctx, id, status) }, nil)
}

// takeBack plans an event again that was cancelled, or noted as held too early.
func (s *Screen) takeBack() { s.setStatus(data.StatusPlanned) }

// beginStory begins a value story of what came of the event shown.
func (s *Screen) beginStory() {
	s.pane.flush()
	s.deps.Go("backlog", kit.Begun{Row: data.ValueStory{EventID: s.state.Selected(), On: s.deps.Clock.Today()}})
}

// planAgain plans an event like the one shown, one spacing on, with its agenda, who does what and its checklist.
func (s *Screen) planAgain() { s.openPlanOf(s.state.CopyOf(s.state.Selected()), nil) }

// channelFor is the charter's first channel of a use, "" for none.
func (s *Screen) channelFor(use data.ChannelUse) string {
	for _, c := range s.state.programme.snapshot.Channels {
		if c.Use == use {
			return c.Name
		}
	}
	return ""
}
