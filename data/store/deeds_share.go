package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// SaveStory adds a value story (ID 0) or changes one.
func (s *Store) SaveStory(ctx context.Context, r *data.ValueStory) error {
	_, err := save(ctx, s, valueStoryRows, saving(r.ID, "add the story “%s”", "change the story “%s”", Name{"value_story", r.ID}), r)
	return err
}

// ChangeStory changes a value story; one visit to a field is one act.
func (s *Store) ChangeStory(ctx context.Context, id int64, visit Visit, change func(*data.ValueStory)) error {
	deed := Deed{Key: "change the story “%s”", Args: []any{Name{"value_story", id}}, Visit: visit.to("value_story", id)}
	return edit(ctx, s, valueStoryRows, id, deed, change)
}

// RemoveStory takes a value story away.
func (s *Store) RemoveStory(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, valueStoryRows, Deed{Key: "remove a story"}, id)
}

// SaveReport adds the human part of a sponsor report (ID 0) or changes it.
func (s *Store) SaveReport(ctx context.Context, r *data.SponsorReport) error {
	_, err := save(ctx, s, sponsorReportRows, Deed{Key: "write a report to the sponsors"}, r)
	return err
}

// RemoveReport takes a sponsor report away.
func (s *Store) RemoveReport(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, sponsorReportRows, Deed{Key: "remove a report to the sponsors"}, id)
}

// NoteExport notes that a document was made.
func (s *Store) NoteExport(ctx context.Context, e *data.Export) error {
	if e.On == 0 {
		e.On = s.today()
	}
	_, err := save(ctx, s, exportRows, Deed{Key: "make a document", Noted: true}, e)
	return err
}

// Dismiss silences a finding of the coach until a day; a finding about several
// people has a row for each, and all of them are one act.
func (s *Store) Dismiss(ctx context.Context, rows ...*data.Dismissal) (Done, error) {
	return s.undoable(ctx, Deed{Key: "put a hint aside"}, func(ctx context.Context, tx *sql.Tx) error {
		for _, d := range rows {
			if d.On == 0 {
				d.On = s.today()
			}
			if err := put(ctx, tx, dismissalRows, d); err != nil {
				return err
			}
		}
		return nil
	})
}

// SetSetting writes a choice; the empty value brings the default back. One visit to a field is one act.
func (s *Store) SetSetting(ctx context.Context, key string, visit Visit, value string) error {
	return s.act(ctx, Deed{Key: "change a setting", Noted: true, Visit: visit.to(settingRows.name, 0)}, func(ctx context.Context, tx *sql.Tx) error {
		found, err := settingRows.query(ctx, tx, "WHERE name = ?", key)
		if err != nil {
			return err
		}
		row := data.Setting{Key: key}
		if len(found) > 0 {
			row = found[0]
		}
		row.Value = value
		if value != "" {
			return put(ctx, tx, settingRows, &row)
		}
		if row.ID == 0 {
			return nil
		}
		return settingRows.drop(ctx, tx, row.ID)
	})
}
