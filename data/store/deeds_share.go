package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// NoteExports notes documents that were made, and what those told that left the machine with them, if anything.
func (s *Store) NoteExports(ctx context.Context, told data.Outgoing, exports ...*data.Export) error {
	deed := Deed{Key: "make a document", Many: "make %d documents", N: len(exports), Noted: true}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		for _, e := range exports {
			if e.On == 0 {
				e.On = s.today()
			}
			if err := put(ctx, tx, exportRows, e); err != nil {
				return err
			}
		}
		return keepOutward(ctx, tx, told)
	})
}

var wentOut = Deed{Key: "note the figures that went out", Noted: true}

// KeepOutward notes what documents told that left the machine.
func (s *Store) KeepOutward(ctx context.Context, told data.Outgoing) error {
	return s.act(ctx, wentOut, func(ctx context.Context, tx *sql.Tx) error {
		return keepOutward(ctx, tx, told)
	})
}

// keepOutward writes what was told. The day of what was told before stays.
func keepOutward(ctx context.Context, tx *sql.Tx, told data.Outgoing) error {
	if err := keepCounts(ctx, tx, told.Counts); err != nil {
		return err
	}
	for _, p := range told.Periods {
		found, err := outwardPeriodRows.query(ctx, tx, "WHERE from_day = ? AND until_day = ?", p.From, p.Until)
		if err == nil && len(found) == 0 {
			err = put(ctx, tx, outwardPeriodRows, &p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func keepCounts(ctx context.Context, tx *sql.Tx, counts []data.OutwardCounts) error {
	for _, row := range counts {
		found, err := outwardCountsRows.query(ctx, tx, "WHERE round_id = ? AND card = ?", row.RoundID, row.Card)
		if err != nil {
			return err
		}
		if row.ID = 0; len(found) > 0 {
			was := found[0]
			row.ID = was.ID
			if was.SentOn = row.SentOn; was == row {
				continue
			}
		}
		if err := put(ctx, tx, outwardCountsRows, &row); err != nil {
			return err
		}
	}
	return nil
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
