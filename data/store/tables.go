package store

import "copleader/data"

// The tables of the file, each with its columns and the fields they fill, in
// the same order. The first column is always the id.
var (
	memberRows    = described("member", "id", data.MemberFields)
	communityRows = table[data.Community]{name: "community", order: "id",
		columns: "id, name, tagline, logo_hash, kind, started_on, leader_id, leader_hours, work_week, leader_coach, asks_hours, phase, stage, time_zone, primary_purpose, needs, member_benefits, stakeholder_benefits, domain, in_scope, out_of_scope, who_we_are, membership_policy, how_to_join, expected_commitment, practice, repertoire, may_decide, may_propose, not_ours, working_agreement, decision_rule, decision_note, cadence_days, usual_slot, review_on",
		fields: func(r *data.Community) []any {
			return []any{&r.ID, &r.Name, &r.Tagline, &r.LogoHash, &r.Kind, &r.StartedOn, ref{&r.LeaderID}, &r.LeaderHours, &r.WorkWeek, &r.LeaderCoach, &r.AsksHours, &r.Phase, &r.Stage, &r.TimeZone, &r.PrimaryPurpose, &r.Needs, &r.MemberBenefits, &r.StakeholderBenefits, &r.Domain, &r.InScope, &r.OutOfScope, &r.WhoWeAre, &r.MembershipPolicy, &r.HowToJoin, &r.ExpectedCommitment, &r.Practice, &r.Repertoire, &r.MayDecide, &r.MayPropose, &r.NotOurs, &r.WorkingAgreement, &r.DecisionRule, &r.DecisionNote, &r.CadenceDays, &r.UsualSlot, &r.ReviewOn}
		}}
	sponsorRows        = described("sponsor", "id", data.SponsorFields)
	sponsorContactRows = table[data.SponsorContact]{name: "sponsor_contact", order: "id",
		columns: "id, sponsor_id, day, kind, note",
		fields: func(r *data.SponsorContact) []any {
			return []any{&r.ID, &r.SponsorID, &r.On, &r.Kind, &r.Note}
		}}
	sponsorReportRows = table[data.SponsorReport]{name: "sponsor_report", order: "id",
		columns: "id, from_day, until_day, three_lines, risks, learned, asks, sent_on, sent_to",
		fields: func(r *data.SponsorReport) []any {
			return []any{&r.ID, &r.From, &r.Until, &r.Lines, &r.Risks, &r.Learned, &r.Asks, &r.SentOn, &r.SentTo}
		}}
	stakeholderRows = table[data.Stakeholder]{name: "stakeholder", order: "id",
		columns: "id, name, function, stake, attitude",
		fields: func(r *data.Stakeholder) []any {
			return []any{&r.ID, &r.Name, &r.Function, &r.Stake, &r.Attitude}
		}}
	roleDefinitionRows = table[data.RoleDefinition]{name: "role_definition", order: "id",
		columns: "id, role, duty",
		fields: func(r *data.RoleDefinition) []any {
			return []any{&r.ID, &r.Role, &r.Duty}
		}}
	termRows = table[data.Term]{name: "term", order: "id",
		columns: "id, term, meaning",
		fields: func(r *data.Term) []any {
			return []any{&r.ID, &r.Term, &r.Meaning}
		}}
	channelRows = table[data.Channel]{name: "channel", order: "id",
		columns: "id, name, link, purpose",
		fields: func(r *data.Channel) []any {
			return []any{&r.ID, &r.Name, &r.Link, &r.Use}
		}}
	measureRows = table[data.Measure]{name: "measure", order: "id",
		columns: "id, wording, kind, card, baseline, target, due, source",
		fields: func(r *data.Measure) []any {
			return []any{&r.ID, &r.Wording, &r.Kind, &r.Card, &r.Baseline, &r.Target, &r.Due, &r.Source}
		}}
	measureValueRows = table[data.MeasureValue]{name: "measure_value", order: "id",
		columns: "id, measure_id, day, reading, source, remark",
		fields: func(r *data.MeasureValue) []any {
			return []any{&r.ID, &r.MeasureID, &r.On, &r.Value, &r.Source, &r.Remark}
		}}
	charterVersionRows = table[data.CharterVersion]{name: "charter_version", order: "id",
		columns: "id, version, agreed_on, note, agreed_by, charter",
		fields: func(r *data.CharterVersion) []any {
			return []any{&r.ID, &r.Version, &r.AgreedOn, &r.Note, &r.AgreedBy, &r.Text}
		}}
	charterNoteRows = table[data.CharterNote]{name: "charter_note", order: "id",
		columns: "id, section, day, note",
		fields: func(r *data.CharterNote) []any {
			return []any{&r.ID, &r.Section, &r.On, &r.Text}
		}}
	worksheetAnswerRows = table[data.WorksheetAnswer]{name: "worksheet_answer", order: "id",
		columns: "id, question, day, answer",
		fields: func(r *data.WorksheetAnswer) []any {
			return []any{&r.ID, &r.Question, &r.On, &r.Text}
		}}
	roadMarkRows = table[data.RoadMark]{name: "road_mark", order: "id",
		columns: "id, step, day, ticked, by_hand",
		fields: func(r *data.RoadMark) []any {
			return []any{&r.ID, &r.Step, &r.On, &r.Ticked, &r.ByHand}
		}}
	canvasBoxRows = table[data.CanvasBox]{name: "canvas_box", order: "id",
		columns: "id, box, entries",
		fields: func(r *data.CanvasBox) []any {
			return []any{&r.ID, &r.Box, &r.Lines}
		}}
	forceRows = table[data.Force]{name: "force", order: "id",
		columns: "id, side, wording, strength",
		fields: func(r *data.Force) []any {
			return []any{&r.ID, &r.Side, &r.Text, &r.Strength}
		}}
	memberRoleRows = table[data.MemberRole]{name: "member_role", order: "id",
		columns: "id, member_id, role, from_day, to_day",
		fields: func(r *data.MemberRole) []any {
			return []any{&r.ID, &r.MemberID, &r.Role, &r.From, &r.To}
		}}
	leaderTermRows = table[data.LeaderTerm]{name: "leader_term", order: "id",
		columns: "id, member_id, from_day, to_day",
		fields: func(r *data.LeaderTerm) []any {
			return []any{&r.ID, &r.MemberID, &r.From, &r.To}
		}}
	declaredLevelRows = table[data.DeclaredLevel]{name: "declared_level", order: "id",
		columns: "id, member_id, level, reason, declared_on, review_on, ended_on",
		fields: func(r *data.DeclaredLevel) []any {
			return []any{&r.ID, &r.MemberID, &r.Level, &r.Reason, &r.DeclaredOn, &r.ReviewOn, &r.EndedOn}
		}}
	eventRows = table[data.Event]{name: "event", order: "id",
		columns: "id, title, format, day, start_time, time_zone, length_minutes, place, link, purpose, boxes, audience, status, guests, brought, confidential, cost",
		fields: func(r *data.Event) []any {
			return []any{&r.ID, &r.Title, &r.Format, &r.On, &r.Start, &r.TimeZone, &r.Minutes, &r.Place, &r.Link, &r.Purpose, &r.Boxes, &r.Audience, &r.Status, &r.Guests, &r.Brought, &r.Confidential, &r.Cost}
		}}
	eventRoleRows = table[data.EventRole]{name: "event_role", order: "event_id, part, rank, id",
		columns: "id, event_id, member_id, part, rank",
		fields: func(r *data.EventRole) []any {
			return []any{&r.ID, &r.EventID, &r.MemberID, &r.Part, &r.Rank}
		}}
	agendaLineRows = table[data.AgendaLine]{name: "agenda_line", order: "event_id, rank, id",
		columns: "id, event_id, rank, length_minutes, step, who",
		fields: func(r *data.AgendaLine) []any {
			return []any{&r.ID, &r.EventID, &r.Rank, &r.Minutes, &r.Text, &r.Who}
		}}
	attendanceRows = table[data.Attendance]{name: "attendance", order: "id",
		columns: "id, event_id, member_id, expected, present, minutes_present",
		fields: func(r *data.Attendance) []any {
			return []any{&r.ID, &r.EventID, &r.MemberID, &r.Expected, &r.Present, &r.MinutesPresent}
		}}
	minutesRows = table[data.Minutes]{name: "minutes", order: "id",
		columns: "id, event_id, account, decisions, published_on, published_where",
		fields: func(r *data.Minutes) []any {
			return []any{&r.ID, &r.EventID, &r.Text, &r.Decisions, &r.PublishedOn, &r.Where}
		}}
	rotiTallyRows = table[data.RotiTally]{name: "roti_tally", order: "id",
		columns: "id, event_id, votes",
		fields: func(r *data.RotiTally) []any {
			return []any{&r.ID, &r.EventID, &r.Votes}
		}}
	perfectionNoteRows = table[data.PerfectionNote]{name: "perfection_note", order: "id",
		columns: "id, event_id, score, liked, better",
		fields: func(r *data.PerfectionNote) []any {
			return []any{&r.ID, &r.EventID, &r.Score, &r.Liked, &r.Better}
		}}
	announcementRows = table[data.Announcement]{name: "announcement", order: "id",
		columns: "id, event_id, channel, day, wording",
		fields: func(r *data.Announcement) []any {
			return []any{&r.ID, ref{&r.EventID}, &r.Channel, &r.On, &r.Text}
		}}
	itemRows     = described("item", "board_column, rank, id", data.ItemFields)
	itemMoveRows = table[data.ItemMove]{name: "item_move", order: "id",
		columns: "id, item_id, board_column, day, overrun",
		fields: func(r *data.ItemMove) []any {
			return []any{&r.ID, &r.ItemID, &r.Column, &r.On, &r.Overrun}
		}}
	reuseRows = table[data.Reuse]{name: "reuse", order: "id",
		columns: "id, item_id, day, note",
		fields: func(r *data.Reuse) []any {
			return []any{&r.ID, &r.ItemID, &r.On, &r.Note}
		}}
	contributionRows = table[data.Contribution]{name: "contribution", order: "id",
		columns: "id, member_id, day, kind, whom_id, item_id, note",
		fields: func(r *data.Contribution) []any {
			return []any{&r.ID, &r.MemberID, &r.On, &r.Kind, ref{&r.WhomID}, ref{&r.ItemID}, &r.Note}
		}}
	helpReceivedRows = table[data.HelpReceived]{name: "help_received", order: "id",
		columns: "id, member_id, day, item_id, note",
		fields: func(r *data.HelpReceived) []any {
			return []any{&r.ID, &r.MemberID, &r.On, ref{&r.ItemID}, &r.Note}
		}}
	followUpRows = table[data.FollowUp]{name: "follow_up", order: "id",
		columns: "id, member_id, sponsor_id, guest, event_id, item_id, rule, what, state, day, due, note",
		fields: func(r *data.FollowUp) []any {
			return []any{&r.ID, ref{&r.MemberID}, ref{&r.SponsorID}, &r.Guest, ref{&r.EventID}, ref{&r.ItemID}, &r.Rule, &r.What, &r.State, &r.On, &r.Due, &r.Note}
		}}
	cardVersionRows = table[data.CardVersion]{name: "card_version", order: "rank, card, version",
		columns: "id, card, version, rank, title, low, high, ask, pillar, made_on, same_meaning",
		fields: func(r *data.CardVersion) []any {
			return []any{&r.ID, &r.Card, &r.Version, &r.Rank, &r.Title, &r.Low, &r.High, &r.Ask, &r.Pillar, &r.MadeOn, &r.SameMeaning}
		}}
	roundRows = table[data.Round]{name: "round", order: "id",
		columns: "id, code, name, scale, opened_on, closes_on, closed_on, invited, event_id, min_group, how_to_send",
		fields: func(r *data.Round) []any {
			return []any{&r.ID, &r.Code, &r.Name, &r.Scale, &r.OpenedOn, &r.ClosesOn, &r.ClosedOn, &r.Invited, ref{&r.EventID}, &r.MinGroup, &r.HowToSend}
		}}
	roundCardRows = table[data.RoundCard]{name: "round_card", order: "round_id, rank, id",
		columns: "id, round_id, card_version_id, rank",
		fields: func(r *data.RoundCard) []any {
			return []any{&r.ID, &r.RoundID, &r.CardVersionID, &r.Rank}
		}}
	roundReturnRows = table[data.RoundReturn]{name: "round_return", order: "id",
		columns: "id, round_id, channel, returned",
		fields: func(r *data.RoundReturn) []any {
			return []any{&r.ID, &r.RoundID, &r.Channel, &r.Returned}
		}}
	tallyRows = table[data.Tally]{name: "tally", order: "id",
		columns: "id, round_id, card, channel, counts, no_opinion, better, same, worse",
		fields: func(r *data.Tally) []any {
			return []any{&r.ID, &r.RoundID, &r.Card, &r.Channel, &r.Counts, &r.NoOpinion, &r.Better, &r.Same, &r.Worse}
		}}
	responseRows = table[data.Response]{name: "response", order: "id",
		columns: "id, round_id, channel, next_thing",
		fields: func(r *data.Response) []any {
			return []any{&r.ID, &r.RoundID, &r.Channel, &r.Next}
		}}
	answerRows = table[data.Answer]{name: "answer", order: "id",
		columns: "id, response_id, card, points, vote, comment, for_sponsors",
		fields: func(r *data.Answer) []any {
			return []any{&r.ID, &r.ResponseID, &r.Card, &r.Value, &r.Vote, &r.Comment, &r.ForSponsors}
		}}
	invitationRows = table[data.Invitation]{name: "invitation", order: "id",
		columns: "id, round_id, member_id, replied",
		fields: func(r *data.Invitation) []any {
			return []any{&r.ID, &r.RoundID, &r.MemberID, &r.Replied}
		}}
	valueStoryRows = table[data.ValueStory]{name: "value_story", order: "id",
		columns: "id, title, day, cycle, situation, met, did, came_of_it, evidence, consent, member_id, item_id, event_id, measure_id",
		fields: func(r *data.ValueStory) []any {
			return []any{&r.ID, &r.Title, &r.On, &r.Cycle, &r.Situation, &r.Met, &r.Did, &r.CameOfIt, &r.Evidence, &r.Consent, ref{&r.MemberID}, ref{&r.ItemID}, ref{&r.EventID}, ref{&r.MeasureID}}
		}}
	exportRows = table[data.Export]{name: "export", order: "id",
		columns: "id, day, document, file_name, note",
		fields: func(r *data.Export) []any {
			return []any{&r.ID, &r.On, &r.Name, &r.File, &r.Note}
		}}
	dismissalRows = table[data.Dismissal]{name: "dismissal", order: "id",
		columns: "id, rule, member_id, worse, day, until_day, reason",
		fields: func(r *data.Dismissal) []any {
			return []any{&r.ID, &r.Rule, ref{&r.MemberID}, &r.Worse, &r.On, &r.Until, &r.Reason}
		}}
	settingRows = table[data.Setting]{name: "setting", order: "id",
		columns: "id, name, choice",
		fields: func(r *data.Setting) []any {
			return []any{&r.ID, &r.Key, &r.Value}
		}}
)
