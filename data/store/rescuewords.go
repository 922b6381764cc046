package store

import "copleader/data"

// tableTitles are what the rows of each table are called to a leader.
var tableTitles = map[string]data.Phrase{
	"member":           data.Say("Members"),
	"community":        data.Say("Charter"),
	"sponsor":          data.Say("Sponsors"),
	"sponsor_contact":  data.Say("Talks with sponsors"),
	"sponsor_report":   data.Say("Reports to sponsors"),
	"stakeholder":      data.Say("Stakeholders"),
	"role_definition":  data.Say("What roles do"),
	"term":             data.Say("Words of the community"),
	"channel":          data.Say("Channels"),
	"measure":          data.Say("Measures"),
	"measure_value":    data.Say("Values of measures"),
	"charter_version":  data.Say("Agreed versions of the charter"),
	"charter_note":     data.Say("Notes on the charter"),
	"worksheet_answer": data.Say("Answers on worksheets"),
	"road_mark":        data.Say("Steps of the road"),
	"canvas_box":       data.Say("Vision canvas"),
	"force":            data.Say("Forces for and against"),
	"member_role":      data.Say("Roles"),
	"leader_term":      data.Say("Who led when"),
	"declared_level":   data.Say("Levels you set"),
	"event":            data.Say("Events"),
	"event_role":       data.Say("Who does what at events"),
	"agenda_line":      data.Say("Programmes"),
	"attendance":       data.Say("Attendance"),
	"minutes":          data.Say("Minutes of events"),
	"roti_tally":       data.Say("Votes on events"),
	"perfection_note":  data.Say("What was liked at events"),
	"announcement":     data.Say("Announcements"),
	"meeting":          data.Say("The meeting under way"),
	"meeting_part":     data.Say("Parts of the meeting under way"),
	"meeting_line":     data.Say("What was written down at meetings"),
	"item":             data.Say("Backlog"),
	"item_move":        data.Say("Moves on the board"),
	"reuse":            data.Say("Reuse of the library"),
	"contribution":     data.Say("Contributions"),
	"help_received":    data.Say("Help received"),
	"follow_up":        data.Say("What you asked of people"),
	"card_version":     data.Say("Health cards"),
	"round":            data.Say("Rounds"),
	"round_card":       data.Say("Cards of rounds"),
	"round_return":     data.Say("Returned forms"),
	"tally":            data.Say("Ballots counted"),
	"response":         data.Say("Replies to rounds"),
	"answer":           data.Say("Answers to cards"),
	"invitation":       data.Say("Who was asked in rounds"),
	"value_story":      data.Say("Stories"),
	"export":           data.Say("Documents made"),
	"dismissal":        data.Say("Advice put aside"),
	"setting":          data.Say("Settings"),
	"outward_counts":   data.Say("Figures that went out"),
	"outward_period":   data.Say("Periods that were told of outside"),
	"known_name":       data.Say("Names on lists"),
	"known_columns":    data.Say("Columns of lists"),
	"series":           data.Say("Series of events"),
	"pause":            data.Say("Pauses and holidays"),
	"check_line":       data.Say("Checklists of events"),
	"event_template":   data.Say("Your own templates"),
}

// tableTitle is what the rows of a table are called to a leader.
func tableTitle(table string) data.Phrase { return tableTitles[table] }

// fieldLabel is what a field is called to a leader.
func fieldLabel(f *data.Field) data.Phrase {
	if f.Label.IsZero() {
		return data.Say("a value that no page shows")
	}
	return f.Label
}

// labelOf is what a column is called to a leader.
func labelOf(table, column string) data.Phrase {
	label, _, _ := speakers()[table](column, nil)
	if label.IsZero() {
		return data.Say("a value that no page shows")
	}
	return label
}
