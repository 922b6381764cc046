package store

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"copleader/data"
)

// calledOtherwise are the columns whose name is not that of their field in snake
// case, by table or wherever they stand: words that mean something to SQL, or for
// which a better one was found when the file was laid out.
var calledOtherwise = map[string]string{
	"day":          "On",
	"from_day":     "From",
	"to_day":       "To",
	"until_day":    "Until",
	"board_column": "Column",

	"sponsor_report.three_lines":    "Lines",
	"channel.purpose":               "Use",
	"measure_value.reading":         "Value",
	"charter_version.charter":       "Text",
	"charter_note.note":             "Text",
	"worksheet_answer.answer":       "Text",
	"canvas_box.entries":            "Lines",
	"force.wording":                 "Text",
	"event.start_time":              "Start",
	"event.length_minutes":          "Minutes",
	"agenda_line.length_minutes":    "Minutes",
	"event_template.length_minutes": "Minutes",
	"agenda_line.step":              "Text",
	"pause.first_day":               "First",
	"pause.last_day":                "Last",
	"check_line.task":               "Text",
	"meeting.started":               "Start",
	"meeting_part.step":             "Text",
	"meeting_part.about":            "Of",
	"meeting_line.wording":          "Text",
	"minutes.account":               "Text",
	"minutes.published_where":       "Where",
	"announcement.wording":          "Text",
	"response.next_thing":           "Next",
	"answer.points":                 "Value",
	"export.document":               "Name",
	"export.file_name":              "File",
	"setting.name":                  "Key",
	"setting.choice":                "Value",
}

// told is a table as its description tells it: each column with the name of the
// field it fills.
type told struct {
	table   string
	columns []string
	fields  []string
	missed  []string // fields of the row that no column fills
}

func netOf[T any](t table[T]) told {
	var row T
	n := told{table: t.name, columns: strings.Split(t.columns, ", ")}
	left := map[any]string{}
	shape := reflect.ValueOf(&row).Elem()
	for i := range shape.NumField() {
		left[shape.Field(i).Addr().Interface()] = shape.Type().Field(i).Name
	}
	for _, place := range t.fields(&row) {
		if r, is := place.(ref); is {
			place = r.id
		}
		n.fields = append(n.fields, left[place])
		delete(left, place)
	}
	for _, name := range left {
		n.missed = append(n.missed, name)
	}
	return n
}

func toldTables() []told {
	return []told{
		netOf(memberRows),
		netOf(communityRows),
		netOf(sponsorRows),
		netOf(sponsorContactRows),
		netOf(sponsorReportRows),
		netOf(stakeholderRows),
		netOf(roleDefinitionRows),
		netOf(termRows),
		netOf(channelRows),
		netOf(measureRows),
		netOf(measureValueRows),
		netOf(charterVersionRows),
		netOf(charterNoteRows),
		netOf(worksheetAnswerRows),
		netOf(roadMarkRows),
		netOf(canvasBoxRows),
		netOf(forceRows),
		netOf(memberRoleRows),
		netOf(leaderTermRows),
		netOf(declaredLevelRows),
		netOf(eventRows),
		netOf(eventRoleRows),
		netOf(agendaLineRows),
		netOf(attendanceRows),
		netOf(minutesRows),
		netOf(rotiTallyRows),
		netOf(perfectionNoteRows),
		netOf(announcementRows),
		netOf(meetingRows),
		netOf(meetingPartRows),
		netOf(meetingLineRows),
		netOf(itemRows),
		netOf(itemMoveRows),
		netOf(reuseRows),
		netOf(contributionRows),
		netOf(helpReceivedRows),
		netOf(followUpRows),
		netOf(cardVersionRows),
		netOf(roundRows),
		netOf(roundCardRows),
		netOf(roundReturnRows),
		netOf(tallyRows),
		netOf(responseRows),
		netOf(answerRows),
		netOf(invitationRows),
		netOf(outwardCountsRows),
		netOf(outwardPeriodRows),
		netOf(valueStoryRows),
		netOf(exportRows),
		netOf(dismissalRows),
		netOf(settingRows),
		netOf(knownNameRows),
		netOf(knownColumnsRows),
		netOf(seriesRows),
		netOf(pauseRows),
		netOf(checkLineRows),
		netOf(eventTemplateRows),
	}
}

// snakeCase writes MemberID as member_id.
func snakeCase(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 && unicode.IsLower(rune(name[i-1])) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// Given every table, then each column fills one field of its row, the one it is
// called after, and no field is left out.
func TestColumnsAreCalledAfterTheirFields(t *testing.T) {
	var tables, parted []string
	used := map[string]bool{}
	for _, n := range toldTables() {
		tables = append(tables, n.table)
		if len(n.columns) != len(n.fields) || len(n.missed) > 0 {
			t.Errorf("%s: %d columns for %d fields, without %v", n.table, len(n.columns), len(n.fields), n.missed)
			continue
		}
		for i, column := range n.columns {
			name, want := n.table+"."+column, ""
			for _, known := range []string{column, name} {
				if other, is := calledOtherwise[known]; is {
					want, used[known] = other, true
				}
			}
			if n.fields[i] != want && (want != "" || snakeCase(n.fields[i]) != column) {
				t.Errorf("%s fills %s", name, n.fields[i])
			}
		}
	}
	for name := range calledOtherwise {
		if !used[name] {
			t.Errorf("%s is no column any more", name)
		}
	}
	for _, p := range append(parts(&data.Snapshot{}), communityPart(&data.Snapshot{})) {
		parted = append(parted, p.name)
	}
	slices.Sort(tables)
	slices.Sort(parted)
	if !slices.Equal(tables, parted) {
		t.Errorf("tables %v, but a snapshot reads %v", tables, parted)
	}
}

// Given a fresh file, then its columns are those of the descriptions.
func TestColumnsStandInTheFile(t *testing.T) {
	b, err := standard()
	if err != nil {
		t.Fatal(err)
	}
	file, err := b.layout(t.Context(), b.newest())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range toldTables() {
		in := file.byName[n.table]
		if in == nil {
			t.Errorf("%s is no table of the file", n.table)
			continue
		}
		here, there := slices.Sorted(slices.Values(n.columns)), slices.Sorted(slices.Values(in.columns))
		if fmt.Sprint(here) != fmt.Sprint(there) {
			t.Errorf("%s: %v, in the file %v", n.table, here, there)
		}
	}
}

// Given every journalled table, then a leader knows what its rows are called.
func TestTablesHaveTitles(t *testing.T) {
	b, err := standard()
	must(t, err)
	l, err := b.layout(context.Background(), b.newest())
	must(t, err)
	for _, name := range l.names() {
		if tableTitle(name).IsZero() {
			t.Errorf("%s has no title", name)
		}
	}
	if len(tableTitles) != len(l.tables) {
		t.Errorf("%d titles for %d tables", len(tableTitles), len(l.tables))
	}
}
