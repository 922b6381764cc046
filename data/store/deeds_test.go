package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

var ctx = context.Background()

// deed is one deed on the demo community and what the file must say afterwards.
type deed struct {
	name string
	do   func(s *store.Store) error
	want func(d *data.Snapshot) string // what is wrong, "" if nothing
}

func expect(ok bool, format string, args ...any) string {
	if ok {
		return ""
	}
	return fmt.Sprintf(format, args...)
}

func last[T any](list []T) T { return list[len(list)-1] }

var communityDeeds = []deed{
	{"change the charter", func(s *store.Store) error {
		return s.ChangeCommunity(ctx, store.Visit{Field: "tagline"}, func(c *data.Community) { c.Tagline = "  New\u0007 line " })
	}, func(d *data.Snapshot) string {
		return expect(d.Community.Tagline == "New line", "tagline %q", d.Community.Tagline)
	}},
	{"take the picture", func(s *store.Store) error { return s.SetLogo(ctx, []byte("\x89PNG\r\n\x1a\n rest")) },
		func(d *data.Snapshot) string {
			return expect(len(d.LogoPNG) == 13, "logo has %d bytes", len(d.LogoPNG))
		}},
	{"pass the lead", func(s *store.Store) error { return s.PassLeadership(ctx, 2, 0) }, func(d *data.Snapshot) string {
		ended := d.LeaderTerms[0].To
		return expect(d.Community.LeaderID == 2 && ended == datatest.Today && last(d.LeaderTerms).MemberID == 2, "leader %d, first ended %s", d.Community.LeaderID, ended)
	}},
	{"fill a box", func(s *store.Store) error { return s.SetBox(ctx, data.BoxHow, store.Visit{}, data.Lines{"One", "Two"}) },
		func(d *data.Snapshot) string { return expect(len(d.Canvas[2].Lines) == 2, "%v", d.Canvas[2]) }},
	{"add a sponsor", func(s *store.Store) error {
		return store.Rows(s, store.Sponsors).Save(ctx, &data.Sponsor{Name: "Kim", Kind: data.Champion})
	}, func(d *data.Snapshot) string { return expect(last(d.Sponsors).Name == "Kim", "%v", d.Sponsors) }},
	{"remove a sponsor", func(s *store.Store) error { return second(store.Rows(s, store.Sponsors).Remove(ctx, 1)) }, func(d *data.Snapshot) string {
		return expect(len(d.Sponsors) == 1 && len(d.Contacts) == 1, "%d sponsors, %d contacts", len(d.Sponsors), len(d.Contacts))
	}},
	{"note a contact", func(s *store.Store) error {
		return store.Rows(s, store.Contacts).Save(ctx, &data.SponsorContact{SponsorID: 1, On: datatest.Today, Kind: data.ContactTalk})
	}, func(d *data.Snapshot) string {
		return expect(last(d.Contacts).On == datatest.Today, "%v", d.Contacts)
	}},
	{"remove a contact", func(s *store.Store) error { return second(store.Rows(s, store.Contacts).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Contacts) == 1, "%v", d.Contacts) }},
	{"add a stakeholder", func(s *store.Store) error {
		return store.Rows(s, store.Stakeholders).Save(ctx, &data.Stakeholder{Name: "Works council", Attitude: data.Neutral})
	}, func(d *data.Snapshot) string { return expect(len(d.Stakes) == 2, "%v", d.Stakes) }},
	{"remove a stakeholder", func(s *store.Store) error { return second(store.Rows(s, store.Stakeholders).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Stakes) == 0, "%v", d.Stakes) }},
	{"describe a role", func(s *store.Store) error {
		return store.Rows(s, store.RoleDefinitions).Save(ctx, &data.RoleDefinition{Role: data.RoleWelcomer, Duty: "Greets"})
	}, func(d *data.Snapshot) string { return expect(last(d.RoleDefs).Duty == "Greets", "%v", d.RoleDefs) }},
	{"remove a role's description", func(s *store.Store) error { return second(store.Rows(s, store.RoleDefinitions).Remove(ctx, 2)) },
		func(d *data.Snapshot) string { return expect(len(d.RoleDefs) == 1, "%v", d.RoleDefs) }},
	{"add a word", func(s *store.Store) error {
		return store.Rows(s, store.Terms).Save(ctx, &data.Term{Term: "Oracle", Meaning: "Says right or wrong"})
	},
		func(d *data.Snapshot) string { return expect(last(d.Terms).Term == "Oracle", "%v", d.Terms) }},
	{"remove a word", func(s *store.Store) error { return second(store.Rows(s, store.Terms).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Terms) == 0, "%v", d.Terms) }},
	{"add a channel", func(s *store.Store) error {
		return store.Rows(s, store.Channels).Save(ctx, &data.Channel{Name: "Mail", Use: data.UseDiscuss})
	},
		func(d *data.Snapshot) string { return expect(last(d.Channels).Name == "Mail", "%v", d.Channels) }},
	{"remove a channel", func(s *store.Store) error { return second(store.Rows(s, store.Channels).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Channels) == 1, "%v", d.Channels) }},
	{"add a measure", func(s *store.Store) error {
		return store.Rows(s, store.Measures).Save(ctx, &data.Measure{Wording: "Fewer calls", Kind: data.MeasureOutside})
	}, func(d *data.Snapshot) string {
		return expect(last(d.Measures).Wording == "Fewer calls", "%v", d.Measures)
	}},
	{"remove a measure", func(s *store.Store) error { return second(store.Rows(s, store.Measures).Remove(ctx, 1)) }, func(d *data.Snapshot) string {
		return expect(len(d.Measures) == 3 && len(d.Values) == 0, "%v %v", d.Measures, d.Values)
	}},
	{"note a value", func(s *store.Store) error {
		return store.Rows(s, store.MeasureValues).Save(ctx, &data.MeasureValue{MeasureID: 1, On: datatest.Today, Value: "18 %"})
	}, func(d *data.Snapshot) string { return expect(last(d.Values).Value == "18 %", "%v", d.Values) }},
	{"remove a value", func(s *store.Store) error { return second(store.Rows(s, store.MeasureValues).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Values) == 0, "%v", d.Values) }},
	{"add a force", func(s *store.Store) error {
		return store.Rows(s, store.Forces).Save(ctx, &data.Force{Side: data.ForceSlows, Text: "Deadlines", Strength: 4})
	}, func(d *data.Snapshot) string { return expect(len(d.Forces) == 1, "%v", d.Forces) }},
	{"note in the charter", func(s *store.Store) error {
		return store.Rows(s, store.Notes).Save(ctx, &data.CharterNote{Section: data.SectionMandate, On: datatest.Today, Text: "Ask legal"})
	}, func(d *data.Snapshot) string { return expect(last(d.Notes).Text == "Ask legal", "%v", d.Notes) }},
	{"remove a note", func(s *store.Store) error { return second(store.Rows(s, store.Notes).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Notes) == 0, "%v", d.Notes) }},
	{"answer a worksheet", func(s *store.Store) error {
		return s.AnswerWorksheet(ctx, "design.activities", store.Visit{}, "More labs.")
	},
		func(d *data.Snapshot) string {
			return expect(len(d.Worksheets) == 4 && d.Worksheets[0].Text != "More labs.", "an older answer was overwritten: %v", d.Worksheets)
		}},
	{"agree a version", func(s *store.Store) error {
		return s.AgreeVersion(ctx, &data.CharterVersion{Note: "Yearly", AgreedBy: "all", Text: "Name\nΠυξίδα"}, datatest.Today.AddDays(365))
	}, func(d *data.Snapshot) string {
		v := last(d.Versions)
		return expect(v.Version == 3 && v.AgreedOn == datatest.Today && d.Community.ReviewOn == datatest.Today.AddDays(365), "%v", v)
	}},
	{"tick the road", func(s *store.Store) error { return s.MarkRoad(ctx, 15, true, true) },
		func(d *data.Snapshot) string { return expect(last(d.RoadMarks).Step == 15, "%v", d.RoadMarks) }},
}

var memberDeeds = []deed{
	{"add a member", func(s *store.Store) error {
		return store.Rows(s, store.Members).Save(ctx, &data.Member{Name: "Þórdís \"O'Neil\" 王晓梅 👩‍💻", Kind: data.KindMember, JoinedOn: datatest.Today})
	}, func(d *data.Snapshot) string {
		return expect(last(d.Members).Name == "Þórdís \"O'Neil\" 王晓梅 👩‍💻", "%q", last(d.Members).Name)
	}},
	{"change a member", func(s *store.Store) error {
		return store.Rows(s, store.Members).Change(ctx, 5, store.Visit{Field: "unit"}, func(m *data.Member) { m.Unit = "Data" })
	}, func(d *data.Snapshot) string {
		return expect(d.Members[4].Unit == "Data" && d.Members[4].Name == "Олена Шевченко", "%v", d.Members[4])
	}},
	{"move joining days", func(s *store.Store) error {
		return second(s.MoveJoiningDays(ctx, 0, data.LateJoining{MemberID: 21, First: datatest.Today - 100}, data.LateJoining{MemberID: 22, First: datatest.Today}))
	}, func(d *data.Snapshot) string {
		return expect(d.Members[20].JoinedOn == datatest.Today-100 && d.Members[21].JoinedOn == datatest.Today-21, "%s, %s", d.Members[20].JoinedOn, d.Members[21].JoinedOn)
	}},
	{"move the start", func(s *store.Store) error {
		return second(s.MoveJoiningDays(ctx, datatest.Today-400))
	}, func(d *data.Snapshot) string {
		return expect(d.Community.StartedOn == datatest.Today-400, "%s", d.Community.StartedOn)
	}},
	{"keep the start", func(s *store.Store) error {
		return second(s.KeepJoiningDays(ctx, datatest.Today-400))
	}, func(d *data.Snapshot) string {
		got := d.Dismissals
		return expect(len(got) == 1 && got[0].Rule == data.JoiningRule && got[0].MemberID == 0 && got[0].Worse == int64(d.Community.StartedOn-datatest.Today+400), "%+v", got)
	}},
	{"keep joining days", func(s *store.Store) error {
		return second(s.KeepJoiningDays(ctx, 0, data.LateJoining{MemberID: 21}, data.LateJoining{MemberID: 22}))
	}, func(d *data.Snapshot) string {
		got := d.Dismissals
		return expect(len(got) == 2 && got[0].Rule == data.JoiningRule && got[1].MemberID == 22 && got[0].On == datatest.Today, "%+v", got)
	}},
	{"pause", func(s *store.Store) error {
		return s.ChangeCommunity(ctx, store.Visit{Field: "pausedUntil"}, func(c *data.Community) { c.PausedUntil = datatest.Today + 30 })
	}, func(d *data.Snapshot) string {
		return expect(d.Community.PausedUntil == datatest.Today+30, "%s", d.Community.PausedUntil)
	}},
	{"remove a member", func(s *store.Store) error { return second(store.Rows(s, store.Members).Remove(ctx, 5)) }, func(d *data.Snapshot) string {
		for _, a := range d.Attendance {
			if a.MemberID == 5 {
				return "attendance of the removed member is left"
			}
		}
		for _, i := range d.Items {
			if i.OwnerID == 5 {
				return "an item is owned by the removed member"
			}
		}
		return expect(len(d.Members) == 23, "%d members", len(d.Members))
	}},
	{"give a role", func(s *store.Store) error { return s.SetRole(ctx, 5, data.RoleCoreTeam, true) },
		func(d *data.Snapshot) string { return expect(last(d.Roles).MemberID == 5, "%v", d.Roles) }},
	{"end a role", func(s *store.Store) error { return s.SetRole(ctx, 2, data.RoleCoreTeam, false) },
		func(d *data.Snapshot) string { return expect(d.Roles[0].To == datatest.Today, "%v", d.Roles[0]) }},
	{"declare a level", func(s *store.Store) error { return s.DeclareLevel(ctx, 6, data.Core, "Tends the data lab", 0) },
		func(d *data.Snapshot) string {
			return expect(d.Declared[0].Level == data.Core && d.Declared[0].ReviewOn == datatest.Today.AddDays(90), "%v", d.Declared)
		}},
	{"note a contribution", func(s *store.Store) error {
		return store.Rows(s, store.Contributions).Save(ctx, &data.Contribution{MemberID: 9, On: datatest.Today, Kind: data.Welcomed, WhomID: 22})
	}, func(d *data.Snapshot) string {
		return expect(last(d.Contributions).WhomID == 22, "%v", last(d.Contributions))
	}},
	{"remove a contribution", func(s *store.Store) error { return second(store.Rows(s, store.Contributions).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Contributions) == 6, "%d", len(d.Contributions)) }},
	{"note help", func(s *store.Store) error {
		return store.Rows(s, store.Help).Save(ctx, &data.HelpReceived{MemberID: 9, On: datatest.Today, ItemID: 12})
	}, func(d *data.Snapshot) string { return expect(last(d.HelpReceived).ItemID == 12, "%v", d.HelpReceived) }},
	{"remove help", func(s *store.Store) error { return second(store.Rows(s, store.Help).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.HelpReceived) == 16, "%d", len(d.HelpReceived)) }},
	{"follow up", func(s *store.Store) error {
		return store.Rows(s, store.FollowUps).Save(ctx, &data.FollowUp{MemberID: 9, EventID: 10, What: "Speak", State: data.Asked, On: datatest.Today})
	}, func(d *data.Snapshot) string { return expect(len(d.FollowUps) == 1, "%v", d.FollowUps) }},
}

var eventDeeds = []deed{
	{"plan an event", func(s *store.Store) error {
		return second(s.PlanEvents(ctx, "", []store.Plan{{LeaderID: 3, Event: data.Event{Title: "Lab two", Format: "hands_on", On: datatest.Today.AddDays(30),
			Start: 960, TimeZone: "Europe/Berlin", Minutes: 120, Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted}}}))
	}, func(d *data.Snapshot) string {
		e, steps, total := last(d.Events), 0, 0
		for _, a := range d.Agenda {
			if a.EventID == e.ID {
				steps, total = steps+1, total+a.Minutes
			}
		}
		return expect(steps == 7 && total == 120 && last(d.EventRoles).MemberID == 3, "%d steps, %d minutes", steps, total)
	}},
	{"change an event", func(s *store.Store) error {
		return store.Rows(s, store.Events).Change(ctx, 10, store.Visit{Field: "place"}, func(e *data.Event) { e.Place = "Room Curie" })
	}, func(d *data.Snapshot) string { return expect(d.Events[9].Place == "Room Curie", "%v", d.Events[9]) }},
	{"remove an event", func(s *store.Store) error { return second(store.Rows(s, store.Events).Remove(ctx, 4)) }, func(d *data.Snapshot) string {
		i, _ := d.ItemByID(2)
		return expect(len(d.Events) == 9 && i.EventID == 0, "%d events, item of event %d", len(d.Events), i.EventID)
	}},
	{"change the programme", func(s *store.Store) error {
		return s.SetAgenda(ctx, 10, []data.AgendaLine{{Minutes: 50, Text: "Talks"}, {Minutes: 10, Text: "Close", Who: "Ελένη"}})
	}, func(d *data.Snapshot) string {
		n := 0
		for _, a := range d.Agenda {
			if a.EventID == 10 {
				n++
			}
		}
		return expect(n == 2, "%d lines", n)
	}},
	{"take the minutes' part", func(s *store.Store) error { return s.SetPart(ctx, 10, 5, data.PartMinutes, true) },
		func(d *data.Snapshot) string {
			for _, r := range d.EventRoles {
				if r.EventID == 10 && r.MemberID == 5 && r.Part == data.PartMinutes {
					return ""
				}
			}
			return "nobody takes the minutes"
		}},
	{"give a part back", func(s *store.Store) error { return s.SetPart(ctx, 10, 8, data.PartSpeaker, false) },
		func(d *data.Snapshot) string {
			for _, r := range d.EventRoles {
				if r.EventID == 10 && r.MemberID == 8 {
					return "still speaks"
				}
			}
			return ""
		}},
	{"tick who came", func(s *store.Store) error { return s.SetPresent(ctx, 10, []int64{1, 2, 22}, true) }, func(d *data.Snapshot) string {
		n := 0
		for _, a := range d.Attendance {
			if a.EventID == 10 && a.Present {
				n++
			}
		}
		return expect(n == 3, "%d present", n)
	}},
	{"untick", func(s *store.Store) error { return s.SetPresent(ctx, 9, []int64{8}, false) }, func(d *data.Snapshot) string {
		return expect(len(d.Attendance) == 75, "%d attendances", len(d.Attendance))
	}},
	{"note a reply", func(s *store.Store) error { return s.SetExpected(ctx, 10, 4, data.ReplyNo) },
		func(d *data.Snapshot) string {
			return expect(last(d.Attendance).Expected == data.ReplyNo, "%v", last(d.Attendance))
		}},
	{"enter votes", func(s *store.Store) error { return s.SetRoti(ctx, 9, data.Counts{0, 0, 1, 2, 2}) },
		func(d *data.Snapshot) string {
			return expect(last(d.Roti).Votes == data.Counts{0, 0, 1, 2, 2}, "%v", last(d.Roti))
		}},
	{"write minutes", func(s *store.Store) error {
		return s.ChangeMinutes(ctx, 8, store.Visit{Field: "text"}, func(m *data.Minutes) { m.Text = "Five lines." })
	}, func(d *data.Snapshot) string {
		return expect(last(d.Minutes).Text == "Five lines.", "%v", last(d.Minutes))
	}},
	{"publish minutes", func(s *store.Store) error { return second(s.PublishMinutes(ctx, 8, "Wiki")) },
		func(d *data.Snapshot) string {
			return expect(last(d.Minutes).PublishedOn == datatest.Today, "%v", last(d.Minutes))
		}},
	{"announce", func(s *store.Store) error {
		return store.Rows(s, store.Announcements).Save(ctx, &data.Announcement{EventID: 10, Channel: "Mail"})
	},
		func(d *data.Snapshot) string {
			return expect(last(d.Announcements).On == datatest.Today, "%v", last(d.Announcements))
		}},
	{"remove an announcement", func(s *store.Store) error { return second(store.Rows(s, store.Announcements).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Announcements) == 9, "%d", len(d.Announcements)) }},
	{"perfection", func(s *store.Store) error {
		return store.Rows(s, store.PerfectionNotes).Save(ctx, &data.PerfectionNote{EventID: 9, Score: 8, Liked: "Pace", Better: "More time"})
	}, func(d *data.Snapshot) string { return expect(len(d.Perfection) == 1, "%v", d.Perfection) }},
}

var boardDeeds = []deed{
	{"take up lines of the canvas", func(s *store.Store) error {
		return s.TakeLines(ctx, store.Taken{
			Items: []data.Item{
				{Title: "Problem clinics", Kind: data.KindEventIdea, Column: data.ColumnIdea, Box: data.BoxHow},
				{Title: "A room and a camera", Kind: data.KindSponsorAsk, Column: data.ColumnIdea, Box: data.BoxResources}},
			Measures: []data.Measure{{Wording: "Flaky reruns down", Kind: data.MeasureOutside}},
			Channels: []data.Channel{{Name: "Poster", Use: data.UseAnnounce}}})
	}, func(d *data.Snapshot) string {
		var taken []data.Item
		for _, i := range d.Items {
			if i.ID > 20 {
				taken = append(taken, i)
			}
		}
		return expect(len(taken) == 2 && taken[0].Title == "Problem clinics" && taken[1].Rank > taken[0].Rank && taken[1].CreatedOn == datatest.Today &&
			len(d.Measures) == 5 && d.Channels[2].Name == "Poster", "%+v", taken)
	}},
	{"add an item", func(s *store.Store) error {
		return store.Rows(s, store.Items).Save(ctx, &data.Item{Title: "Pairing rota", Kind: data.KindExperiment, Column: data.ColumnReady, ProposerID: 9})
	}, func(d *data.Snapshot) string {
		var titles []string
		for _, i := range d.Items {
			if i.Column == data.ColumnReady {
				titles = append(titles, i.Title)
			}
		}
		return expect(last(titles) == "Pairing rota" && last(d.Moves).Column == data.ColumnReady, "%v", titles)
	}},
	{"change an item", func(s *store.Store) error {
		return store.Rows(s, store.Items).Change(ctx, 13, store.Visit{Field: "size"}, func(i *data.Item) { i.Size, i.Column = data.SizeS, data.ColumnDone })
	}, func(d *data.Snapshot) string {
		i, _ := d.ItemByID(13)
		return expect(i.Size == data.SizeS && i.Column == data.ColumnReady, "%v", i)
	}},
	{"remove an item", func(s *store.Store) error { return second(store.Rows(s, store.Items).Remove(ctx, 1)) }, func(d *data.Snapshot) string {
		return expect(len(d.Items) == 19 && len(d.Reuses) == 3 && d.Stories[0].ItemID == 0, "%d items", len(d.Items))
	}},
	{"move an item to doing", func(s *store.Store) error { return s.MoveItem(ctx, 13, data.ColumnDoing, 0, "") },
		func(d *data.Snapshot) string {
			i, _ := d.ItemByID(13)
			m := last(d.Moves)
			return expect(i.Column == data.ColumnDoing && i.StartedOn == datatest.Today && m.Overrun && m.On == datatest.Today, "%v %v", i, m)
		}},
	{"move within a column", func(s *store.Store) error { return s.MoveItem(ctx, 14, data.ColumnReady, 1, "") },
		func(d *data.Snapshot) string {
			var order []int64
			for _, i := range d.Items {
				if i.Column == data.ColumnReady {
					order = append(order, i.ID)
				}
			}
			return expect(fmt.Sprint(order) == "[12 14 13]" && last(d.Moves).On != datatest.Today, "order %v", order)
		}},
	{"park", func(s *store.Store) error { return s.MoveItem(ctx, 18, data.ColumnParked, 9, "Nobody has time") },
		func(d *data.Snapshot) string {
			i, _ := d.ItemByID(18)
			return expect(i.ParkedReason == "Nobody has time", "%v", i)
		}},
	{"vote", func(s *store.Store) error { return s.AddVotes(ctx, 17, -5) }, func(d *data.Snapshot) string {
		i, _ := d.ItemByID(17)
		return expect(i.Votes == 0, "%d votes", i.Votes)
	}},
	{"reuse", func(s *store.Store) error {
		return store.Rows(s, store.Reuses).Save(ctx, &data.Reuse{ItemID: 3, On: datatest.Today})
	},
		func(d *data.Snapshot) string { return expect(len(d.Reuses) == 10, "%d", len(d.Reuses)) }},
	{"remove a reuse", func(s *store.Store) error { return second(store.Rows(s, store.Reuses).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Reuses) == 8, "%d", len(d.Reuses)) }},
}

var healthDeeds = []deed{
	{"start a round", func(s *store.Store) error {
		return s.StartRound(ctx, &data.Round{Code: "R3", Name: "Round 3", Scale: data.TrafficLight, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}, data.ShortDeck)
	}, func(d *data.Snapshot) string {
		return expect(last(d.Rounds).ClosedOn == 0 && len(d.RoundCards) == 38, "%d cards", len(d.RoundCards))
	}},
	{"open again", func(s *store.Store) error { return s.ReopenRound(ctx, 2) },
		func(d *data.Snapshot) string { return expect(d.Rounds[1].Open(), "%v", d.Rounds[1]) }},
	{"change a round", func(s *store.Store) error {
		return store.Rows(s, store.Rounds).Change(ctx, 2, store.Visit{Field: "name"}, func(r *data.Round) { r.Name, r.Scale = "Autumn", data.TrafficLight })
	}, func(d *data.Snapshot) string {
		return expect(d.Rounds[1].Name == "Autumn" && d.Rounds[1].Scale == data.Agreement5, "%v", d.Rounds[1])
	}},
	{"remove a round", func(s *store.Store) error { return second(store.Rows(s, store.Rounds).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Tallies) == 14, "%d tallies", len(d.Tallies)) }},
	{"change a used card", func(s *store.Store) error {
		return s.ChangeCard(ctx, "growth", false, func(v *data.CardVersion) { v.Title = "Growing" })
	}, func(d *data.Snapshot) string {
		var found []string
		for _, v := range d.CardVersions {
			if v.Card == "growth" {
				found = append(found, fmt.Sprint(v.Version, v.Title))
			}
		}
		return expect(strings.Join(found, "|") == "1Growing in my craft|2Growing", "%v", found)
	}},
	{"add a story", func(s *store.Store) error {
		return store.Rows(s, store.Stories).Save(ctx, &data.ValueStory{Title: "Saved a day", On: datatest.Today, Cycle: data.CycleApplied, Consent: data.ConsentInternal})
	}, func(d *data.Snapshot) string { return expect(len(d.Stories) == 3, "%d", len(d.Stories)) }},
	{"remove a story", func(s *store.Store) error { return second(store.Rows(s, store.Stories).Remove(ctx, 1)) },
		func(d *data.Snapshot) string { return expect(len(d.Stories) == 1, "%d", len(d.Stories)) }},
	{"write a report", func(s *store.Store) error {
		return store.Rows(s, store.Reports).Save(ctx, &data.SponsorReport{From: datatest.Today.AddDays(-90), Until: datatest.Today, Lines: "Better"})
	}, func(d *data.Snapshot) string { return expect(len(d.Reports) == 1, "%d", len(d.Reports)) }},
	{"note an export", func(s *store.Store) error {
		return s.NoteExports(ctx, data.Outgoing{}, &data.Export{Name: "cards", File: "health-cards.pdf"})
	},
		func(d *data.Snapshot) string { return expect(d.Exports[0].On == datatest.Today, "%v", d.Exports) }},
	{"dismiss", func(s *store.Store) error {
		return second(s.Dismiss(ctx, &data.Dismissal{Rule: "C02", Worse: 126, Until: datatest.Today.AddDays(30)}))
	}, func(d *data.Snapshot) string { return expect(d.Dismissals[0].Worse == 126, "%v", d.Dismissals) }},
	{"set", func(s *store.Store) error { return s.SetSetting(ctx, "window.days", store.Visit{}, "200") },
		func(d *data.Snapshot) string { return expect(d.Settings[0].Value == "200", "%v", d.Settings) }},
}

// Every deed is done as one act, kept across a restart, undone and redone; each
// time the whole file must say exactly what it should. A file that is only read
// refuses it.
func TestDeedsCanBeUndoneAndRedone(t *testing.T) {
	for _, group := range [][]deed{communityDeeds, memberDeeds, eventDeeds, boardDeeds, healthDeeds} {
		for _, d := range group {
			t.Run(d.name, func(t *testing.T) {
				t.Parallel()
				d.check(t, nil)
			})
		}
	}
}

func text(t *testing.T, s *store.Store) string {
	t.Helper()
	b, err := json.Marshal(datatest.Read(t, s))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func reopen(t *testing.T, s *store.Store) *store.Store {
	t.Helper()
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(ctx, path, store.Options{Clock: datatest.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() })
	return again
}

// refusal is what a deed said that may not be done; field, if not empty, must be named in it.
type refusal struct {
	name, field string
	err         error
}

// wantRefused wants each deed to have been refused in words.
func wantRefused(t *testing.T, refused []refusal) {
	t.Helper()
	for _, r := range refused {
		var fault *data.Error
		if !errors.As(r.err, &fault) {
			t.Errorf("%s: %v", r.name, r.err)
			continue
		}
		if _, told := fault.Fields[r.field]; r.field != "" && !told {
			t.Errorf("%s: fields %v", r.name, fault.Fields)
		}
	}
}

// What a deed refuses must leave the file as it was and say which field is wrong.
// Given a round to which nobody answered yet, then its threshold may be lowered; once
// somebody did it may only rise.
func TestThresholdMayOnlyRiseOnceThereAreAnswers(t *testing.T) {
	s := datatest.Demo(t)
	round := &data.Round{Code: "CT-03W", Name: "Round 3", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 23, MinGroup: 7}
	set := func(n int) error {
		return store.Rows(s, store.Rounds).Change(ctx, round.ID, store.Visit{}, func(r *data.Round) { r.MinGroup = n })
	}
	for _, err := range []error{s.StartRound(ctx, round, data.ShortDeck), set(5), s.SetReturned(ctx, round.ID, data.FromRoom, 3), set(6)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	wantRefused(t, []refusal{{"lowered", "minGroup", set(5)}})
	if got := last(datatest.Read(t, s).Rounds).MinGroup; got != 6 {
		t.Errorf("the threshold is %d", got)
	}
}

func TestDeedsRefuseWhatMayNotBe(t *testing.T) {
	s := datatest.Demo(t)
	before := text(t, s)
	round3 := func(code string) *data.Round {
		return &data.Round{Code: code, Name: "Round 3", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}
	}
	wantRefused(t, []refusal{
		{"no name", "name", store.Rows(s, store.Members).Save(ctx, &data.Member{Name: " \t", Kind: data.KindMember, JoinedOn: datatest.Today})},
		{"bad mail", "email", store.Rows(s, store.Members).Change(ctx, 1, store.Visit{Field: "email"}, func(m *data.Member) { m.Email = "not an address" })},
		{"left before joining", "leftOn", store.Rows(s, store.Members).Change(ctx, 1, store.Visit{}, func(m *data.Member) { m.LeftOn = m.JoinedOn.AddDays(-1) })},
		{"the leader removed", "", second(store.Rows(s, store.Members).Remove(ctx, 1))},
		{"a contact leads", "member", s.PassLeadership(ctx, 24, 0)},
		{"nobody there", "", store.Rows(s, store.Members).Change(ctx, 999, store.Visit{Field: "unit"}, func(m *data.Member) { m.Unit = "X" })},
		{"a role nobody can hold", "role", s.SetRole(ctx, 5, data.RoleLeader, true)},
		{"derived kinds by hand", "kind", store.Rows(s, store.Contributions).Save(ctx, &data.Contribution{MemberID: 1, On: datatest.Today, Kind: data.Spoke})},
		{"long title", "title", store.Rows(s, store.Items).Save(ctx, &data.Item{Title: strings.Repeat("W", 101), Kind: data.KindVisit, Column: data.ColumnIdea})},
		{"unknown format", "format", store.Rows(s, store.Events).Save(ctx, &data.Event{Title: "X", Format: "party", On: datatest.Today, Minutes: 60, Audience: data.OpenEvent, Status: data.StatusPlanned})},
		{"a picture that is none", "logo", s.SetLogo(ctx, []byte("GIF89a"))},
		{"a closed round", "", s.EnterTally(ctx, data.Tally{RoundID: 2, Card: "growth", Channel: data.FromRoom})},
		{"a code twice", "code", s.StartRound(ctx, round3("CT-01W"), data.ShortDeck)},
		{"no cards", "cards", s.StartRound(ctx, round3("CT-02W"), nil)},
		{"a lower threshold than was promised", "minGroup", store.Rows(s, store.Rounds).Change(ctx, 2, store.Visit{}, func(r *data.Round) { r.MinGroup = 4 })},
		{"a second community", "", s.Fill(ctx, datatest.Large(24, 10, 76))},
	})
	if text(t, s) != before {
		t.Error("a refused deed changed the file")
	}
	if d, ok := s.NextUndo(ctx); ok {
		t.Errorf("a refused deed can be undone: %s", d.Key)
	}
}

// Answers go into an open round only, and one visit to a card is one act.
func TestAnswersOfARound(t *testing.T) {
	s := datatest.Demo(t)
	r := &data.Round{Code: "R3", Name: "Round 3", Scale: data.Agreement5, OpenedOn: datatest.Today, Invited: 23, MinGroup: 5}
	if err := s.StartRound(ctx, r, []string{"growth"}); err != nil {
		t.Fatal(err)
	}
	if err := s.StartRound(ctx, &data.Round{Code: "R4", Name: "Round 4", Scale: data.Agreement5, OpenedOn: datatest.Today, MinGroup: 5}, []string{"growth"}); !data.IsCode(err, data.CodeExists) {
		t.Errorf("a second open round: %v", err)
	}
	for n := 1; n <= 3; n++ {
		if err := s.EnterTally(ctx, data.Tally{RoundID: r.ID, Card: "growth", Channel: data.FromRoom, Counts: data.Counts{0, 0, 0, n, 0}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetReturned(ctx, r.ID, data.FromRoom, 3); err != nil {
		t.Fatal(err)
	}
	if err := s.AddResponse(ctx, data.Response{RoundID: r.ID, Channel: data.FromWorkbook, Next: "A lab"}, []data.Answer{{Card: "growth", Value: 5, Vote: data.VoteBetter}}); err != nil {
		t.Fatal(err)
	}
	if err := s.CloseRound(ctx, r.ID); err != nil {
		t.Fatal(err)
	}
	d := datatest.Read(t, s)
	if got := last(d.Tallies).Counts; got != (data.Counts{0, 0, 0, 3, 0}) {
		t.Errorf("counts %v", got)
	}
	if len(d.Answers) != 1 || last(d.Rounds).ClosedOn != datatest.Today {
		t.Errorf("answers %v, round %v", d.Answers, last(d.Rounds))
	}
	for i := 0; i < 4; i++ { // close, response, returned, the visit to the card
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	d = datatest.Read(t, s)
	if len(d.Tallies) != 28 || len(d.Rounds) != 3 {
		t.Errorf("%d tallies, %d rounds after undoing the answers", len(d.Tallies), len(d.Rounds))
	}
}

// A new community knows its name, its leader, the cards and the next date, and
// its beginning cannot be undone.
func TestFoundStartsFromThreeAnswers(t *testing.T) {
	s := datatest.Empty(t)
	err := s.Found(ctx, store.Founding{Name: "Nurses who teach", Leader: "  ", NextDate: datatest.Today.AddDays(9)})
	var fault *data.Error
	if !errors.As(err, &fault) || fault.Fields["leader"].IsZero() {
		t.Fatalf("an empty leader: %v", err)
	}
	err = s.Found(ctx, store.Founding{Name: "Nurses who teach", Leader: "Ngozi Adichie", NextDate: datatest.Today.AddDays(9), TimeZone: "Africa/Lagos"})
	if err != nil {
		t.Fatal(err)
	}
	d := datatest.Read(t, s)
	leader, ok := d.Leader()
	if !ok || leader.Name != "Ngozi Adichie" || d.Community.Name != "Nurses who teach" {
		t.Errorf("%v leads %q", leader, d.Community.Name)
	}
	if len(d.CardVersions) != 14 || len(d.Events) != 1 || d.Events[0].On != datatest.Today.AddDays(9) {
		t.Errorf("%d cards, events %v", len(d.CardVersions), d.Events)
	}
	if deed, ok := s.NextUndo(ctx); ok {
		t.Errorf("the beginning can be undone: %s", deed.Key)
	}
}

// A snapshot shares what did not change and never changes in the reader's hands.
func TestSnapshotSharesWhatDidNotChange(t *testing.T) {
	s := datatest.Demo(t)
	before := datatest.Read(t, s)
	if err := s.AddVotes(ctx, 18, 3); err != nil {
		t.Fatal(err)
	}
	after := datatest.Read(t, s)
	if &before.Members[0] != &after.Members[0] {
		t.Error("members were read again although nothing changed")
	}
	i, _ := before.ItemByID(18)
	j, _ := after.ItemByID(18)
	if i.Votes != 0 || j.Votes != 3 {
		t.Errorf("votes %d then %d", i.Votes, j.Votes)
	}
}

// Given a period that was told of outside, when its documents leave again, then the file keeps its first day, also when it is opened anew,
// and no undo takes it back.
func TestPeriodsThatLeftKeepTheirFirstDay(t *testing.T) {
	s := datatest.Demo(t)
	first := datatest.Read(t, s).LeavingPeriod(0, 0, datatest.Today)
	again, other := first, first
	again.SentOn, other.Until = datatest.Today.AddDays(5), first.Until.AddDays(-1)
	for _, p := range []data.OutwardPeriod{first, again, other} {
		if err := s.KeepOutward(ctx, data.Outgoing{Periods: []data.OutwardPeriod{p}}); err != nil {
			t.Fatal(err)
		}
	}
	if deed, ok := s.NextUndo(ctx); ok {
		t.Errorf("it can be undone: %s", deed.Key)
	}
	got := datatest.Read(t, reopen(t, s)).Periods
	first.ID, other.ID = 1, 2
	if !slices.Equal(got, []data.OutwardPeriod{first, other}) {
		t.Errorf("the file has %v", got)
	}
}

func BenchmarkOpenLarge(b *testing.B) {
	s := datatest.Filled(b, datatest.Large(10_000, 1_000, 100_000))
	path := s.Path()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		s, err := store.Open(ctx, path, store.Options{Clock: datatest.Now})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Snapshot(ctx); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkChangeLarge(b *testing.B) {
	s := datatest.Filled(b, datatest.Large(10_000, 1_000, 100_000))
	for b.Loop() {
		if err := s.SetPresent(ctx, 10, []int64{5}, true); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Snapshot(ctx); err != nil {
			b.Fatal(err)
		}
		if err := s.SetPresent(ctx, 10, []int64{5}, false); err != nil {
			b.Fatal(err)
		}
	}
}

// What the demo has none of is added first; taking it away again must be undone by bringing it back.
func TestRemovingWhatWasAdded(t *testing.T) {
	s := datatest.Demo(t)
	force := data.Force{Side: data.ForceSlows, Text: "Deadlines", Strength: 4}
	note := data.PerfectionNote{EventID: 9, Score: 10, Liked: "Pace"}
	follow := data.FollowUp{MemberID: 9, What: "Speak", State: data.Asked, On: datatest.Today}
	report := data.SponsorReport{From: datatest.Today.AddDays(-90), Until: datatest.Today}
	for _, err := range []error{store.Rows(s, store.Forces).Save(ctx, &force), store.Rows(s, store.PerfectionNotes).Save(ctx, &note), store.Rows(s, store.FollowUps).Save(ctx, &follow), store.Rows(s, store.Reports).Save(ctx, &report)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	full := text(t, s)
	removals := map[string]func() error{
		"force":           func() error { return second(store.Rows(s, store.Forces).Remove(ctx, force.ID)) },
		"perfection note": func() error { return second(store.Rows(s, store.PerfectionNotes).Remove(ctx, note.ID)) },
		"follow-up":       func() error { return second(store.Rows(s, store.FollowUps).Remove(ctx, follow.ID)) },
		"report":          func() error { return second(store.Rows(s, store.Reports).Remove(ctx, report.ID)) },
	}
	for what, remove := range removals {
		if err := remove(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if text(t, s) == full {
			t.Errorf("%s: nothing was taken away", what)
		}
		if _, err := s.Undo(ctx); err != nil || text(t, s) != full {
			t.Errorf("%s did not come back (%v)", what, err)
		}
	}
}

// Given one box entered twice, then each visit is an act of its own; writes of one visit are one.
func TestVisitsAreActs(t *testing.T) {
	t.Parallel()
	st := datatest.Founded(t)
	for _, step := range []struct {
		visit int
		text  string
	}{{1, "a"}, {1, "a\nb"}, {2, "c"}} {
		if err := st.SetBox(ctx, data.BoxVision, store.Visit{Field: "vision", N: step.visit}, data.ParseLines(step.text)); err != nil {
			t.Fatal(err)
		}
	}
	box := func() string {
		for _, b := range datatest.Read(t, st).Canvas {
			if b.Box == data.BoxVision {
				return b.Lines.String()
			}
		}
		return ""
	}
	for _, want := range []string{"c", "a\nb", ""} {
		if got := box(); got != want {
			t.Errorf("the box says %q, want %q", got, want)
		}
		if _, err := st.Undo(ctx); err != nil && want != "" {
			t.Fatal(err)
		}
	}
}
