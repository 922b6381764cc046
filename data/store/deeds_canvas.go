package store

import (
	"context"
	"database/sql"

	"copleader/data"
)

// Taken is what lines of the canvas are made into after the workshop
// (data/README.md, Workshop): things for the board, measures, channels. The
// rows have no ID yet.
type Taken struct {
	Items    []data.Item
	Measures []data.Measure
	Channels []data.Channel
}

// Add takes a line of a box of the canvas for what it can become.
func (t *Taken) Add(box data.BoxKey, line string) {
	switch box {
	case data.BoxMeasures:
		t.Measures = append(t.Measures, data.Measure{Wording: line, Kind: data.MeasureOutside})
	case data.BoxCommunication:
		t.Channels = append(t.Channels, data.Channel{Name: line, Use: data.UseAnnounce})
	case data.BoxResources:
		t.Items = append(t.Items, data.Item{Title: line, Kind: data.KindSponsorAsk, Column: data.ColumnIdea, Box: box})
	default:
		t.Items = append(t.Items, data.Item{Title: line, Kind: data.KindEventIdea, Column: data.ColumnIdea, Box: box})
	}
}

// Count is how many things are added.
func (t *Taken) Count() int { return len(t.Items) + len(t.Measures) + len(t.Channels) }

// TakeLines adds what lines of the canvas are made into, all of it in one act.
func (s *Store) TakeLines(ctx context.Context, t Taken) error {
	deed := Deed{Key: "take up %d line of the canvas", Many: "take up %d lines of the canvas", N: t.Count()}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error { return s.takeIn(ctx, tx, t) })
}

// takeIn adds what was taken.
func (s *Store) takeIn(ctx context.Context, tx *sql.Tx, t Taken) error {
	for i := range t.Items {
		if err := s.addItem(ctx, tx, &t.Items[i]); err != nil {
			return err
		}
	}
	for i := range t.Measures {
		if err := room(ctx, tx, measureRows.kind, data.MaxMeasures); err != nil {
			return err
		}
		if err := put(ctx, tx, measureRows, &t.Measures[i]); err != nil {
			return err
		}
	}
	for i := range t.Channels {
		if err := put(ctx, tx, channelRows, &t.Channels[i]); err != nil {
			return err
		}
	}
	return nil
}
