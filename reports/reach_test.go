package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
)

// reaching puts a mark of its own into every text that people typed, and tells
// of each how far it may go.
type reaching struct {
	marks []reach
}

type reach struct {
	mark, field string
	as          data.Reach
}

func markAll[T any](r *reaching, fields data.Fields[T], rows []T) {
	for i := range rows {
		for k := range fields {
			f := &fields[k]
			if !f.Typed() && (!f.Written() || f.Label.IsZero() || f.Key == "timeZone" || f.Key == "card") {
				continue // a word of the program's own
			}
			mark := fmt.Sprintf("reachq%dq", len(r.marks))
			r.marks = append(r.marks, reach{mark, fmt.Sprintf("%T.%s", rows[i], f.Key), f.Reach})
			if f.Input == data.InputList {
				*f.List(&rows[i]) = data.Lines{mark}
			} else {
				*f.Text(&rows[i]) = mark
			}
		}
	}
}

// reachingAll is a community with rows of every kind in which every text is a
// mark; the leader, who is named wherever somebody is to be asked, has a name.
func reachingAll(t *testing.T) (*data.Snapshot, *reaching) {
	s, r := demoSnapshot(t), &reaching{}
	private, _ := marked(t)
	s.Contacts, s.Notes, s.FollowUps, s.Dismissals = private.Contacts, private.Notes, private.FollowUps, private.Dismissals
	s.Contributions, s.HelpReceived, s.Declared = private.Contributions, private.HelpReceived, private.Declared
	s.Perfection, s.Announcements, s.Responses, s.Answers = private.Perfection, private.Announcements, private.Responses, private.Answers
	s.Reports = append(s.Reports, data.SponsorReport{ID: 900, From: today.AddDays(-91), Until: today})
	whole := []data.Community{s.Community}
	markAll(r, data.CommunityFields, whole)
	s.Community = whole[0]
	led := slices.IndexFunc(s.Members, func(m data.Member) bool { return m.ID == s.Community.LeaderID })
	markAll(r, data.MemberFields, s.Members[:led])
	markAll(r, data.MemberFields, s.Members[led+1:])
	markAll(r, data.SponsorFields, s.Sponsors)
	markAll(r, data.SponsorContactFields, s.Contacts)
	markAll(r, data.SponsorReportFields, s.Reports)
	markAll(r, data.StakeholderFields, s.Stakes)
	markAll(r, data.RoleDefinitionFields, s.RoleDefs)
	markAll(r, data.TermFields, s.Terms)
	markAll(r, data.ChannelFields, s.Channels)
	markAll(r, data.MeasureFields, s.Measures)
	markAll(r, data.MeasureValueFields, s.Values)
	markAll(r, data.CharterVersionFields, s.Versions)
	markAll(r, data.CharterNoteFields, s.Notes)
	markAll(r, data.WorksheetAnswerFields, s.Worksheets)
	markAll(r, data.CanvasBoxFields, s.Canvas)
	markAll(r, data.ForceFields, s.Forces)
	markAll(r, data.DeclaredLevelFields, s.Declared)
	markAll(r, data.EventFields, s.Events)
	markAll(r, data.AgendaLineFields, s.Agenda)
	markAll(r, data.MinutesFields, s.Minutes)
	markAll(r, data.PerfectionNoteFields, s.Perfection)
	markAll(r, data.AnnouncementFields, s.Announcements)
	markAll(r, data.ItemFields, s.Items)
	markAll(r, data.ReuseFields, s.Reuses)
	markAll(r, data.ContributionFields, s.Contributions)
	markAll(r, data.HelpReceivedFields, s.HelpReceived)
	markAll(r, data.FollowUpFields, s.FollowUps)
	markAll(r, data.CardVersionFields, s.CardVersions)
	markAll(r, data.RoundFields, s.Rounds)
	markAll(r, data.ResponseFields, s.Responses)
	markAll(r, data.AnswerFields, s.Answers)
	markAll(r, data.ValueStoryFields, s.Stories)
	markAll(r, data.ExportFields, s.Exports)
	markAll(r, data.DismissalFields, s.Dismissals)
	return s, r
}

// Given a community in which every text is a mark, then documents for members
// tell only what may reach members, and those for sponsors only what may leave
// the community.
func TestWordsGoNoFurtherThanTheyMay(t *testing.T) {
	t.Parallel()
	snap, r := reachingAll(t)
	for _, doc := range reports.Documents() {
		if slices.Contains([]reports.Whom{reports.AboutPeople, reports.AboutOne, reports.AboutLeading}, doc.Whom) {
			continue // the leader's own
		}
		least := data.ReachCommunity
		if doc.Group == reports.ForSponsors {
			least = data.ReachOutside
		}
		content, report := write(t, doc.Name, snap, everyOption(snap))
		text, told := textOf(t, report, content), map[string]bool{}
		for _, m := range r.marks {
			if m.as < least && strings.Contains(text, m.mark) {
				told[m.field] = true
			}
		}
		if len(told) > 0 {
			t.Errorf("%s tells %v", doc.Name, told)
		}
	}
}
