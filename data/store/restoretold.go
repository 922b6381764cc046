package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"copleader/data"
)

// outwardKnown is what documents that left the machine told.
type outwardKnown struct {
	rounds  []data.Round
	counts  []data.OutwardCounts
	periods []data.OutwardPeriod
}

func (s *Store) outwardKnown(ctx context.Context) (t outwardKnown, err error) {
	if !slices.Contains(s.layout.names(), roundRows.name) { // a file of another make, which no document is made of
		return t, nil
	}
	err = s.read(ctx, func(ctx context.Context, q querier) (err error) {
		if t.rounds, err = roundRows.query(ctx, q, ""); err != nil {
			return err
		}
		if t.counts, err = outwardCountsRows.query(ctx, q, ""); err != nil {
			return err
		}
		t.periods, err = outwardPeriodRows.query(ctx, q, "")
		return err
	})
	return t, err
}

// beyond is what went out that another state of the file doesn't know, or knows as it was told before. A number under which
// that has another round says nothing of it.
func (t outwardKnown) beyond(other outwardKnown) (more data.Outgoing) {
	for _, row := range t.counts {
		of := func(r data.Round) bool { return r.ID == row.RoundID }
		ours, theirs := slices.IndexFunc(t.rounds, of), slices.IndexFunc(other.rounds, of)
		if ours >= 0 && theirs >= 0 && t.rounds[ours].Code != other.rounds[theirs].Code && t.rounds[ours].OpenedOn != other.rounds[theirs].OpenedOn {
			continue
		}
		known := slices.ContainsFunc(other.counts, func(o data.OutwardCounts) bool {
			same := o.RoundID == row.RoundID && o.Card == row.Card
			o.ID = row.ID
			return same && (o == row || o.SentOn > row.SentOn)
		})
		if !known {
			more.Counts = append(more.Counts, row)
		}
	}
	for _, p := range t.periods {
		if !slices.ContainsFunc(other.periods, func(o data.OutwardPeriod) bool { return o.From == p.From && o.Until == p.Until }) {
			p.ID = 0
			more.Periods = append(more.Periods, p)
		}
	}
	return more
}

// knowingWhatWentOut is the copy that is to be restored if it knows what documents told, else a draft of it that does: what left the
// machine is not taken back by restoring, and later documents could be set against it (data/README.md, Confidentiality).
func (s *Store) knowingWhatWentOut(ctx context.Context, copied *Store) (source *Store, drop func(), err error) {
	nothing := func() {}
	now, err := s.outwardKnown(ctx)
	if err != nil {
		return nil, nothing, err
	}
	then, err := copied.outwardKnown(ctx)
	if err != nil {
		return nil, nothing, err
	}
	more := now.beyond(then)
	if len(more.Counts)+len(more.Periods) == 0 {
		return copied, nothing, nil
	}
	draft, err := draftName(s.path)
	if err != nil {
		return nil, nothing, err
	}
	if _, err = copied.drawDraft(ctx, draft, copying{}); err == nil {
		source, err = Open(ctx, draft, Options{Clock: s.clock, blueprint: s.blueprint})
	}
	if err != nil {
		dropDraft(draft)
		return nil, nothing, err
	}
	drop = func() {
		_ = source.Close()
		dropDraft(draft)
	}
	return source, drop, source.keepGone(ctx, more)
}

// explainDraft words why the draft was not made. A person knows the file, not the draft.
func (s *Store) explainDraft(err error) error {
	var told *data.Error
	if errors.As(err, &told) && told.Cause != nil {
		err = told.Cause
	}
	worded := s.explain(err)
	if errors.As(worded, &told) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return worded
	}
	return withCause(data.Fault(data.CodeNoWrite, "Nothing was restored, since nothing can be written beside “%s”; it is as it was. Please check its folder, and try again.",
		shortName(s.path)), err)
}

// keepGone notes what went out, also of rounds that are not there: no new one gets their numbers.
func (s *Store) keepGone(ctx context.Context, gone data.Outgoing) error {
	return s.act(ctx, wentOut, func(ctx context.Context, tx *sql.Tx) error {
		for _, row := range gone.Counts {
			if err := numbersAfter(ctx, tx, roundRows.name, row.RoundID); err != nil {
				return err
			}
		}
		return keepOutward(ctx, tx, gone)
	})
}

// numbersAfter has the numbers of new rows of a table begin after one.
func numbersAfter(ctx context.Context, tx *sql.Tx, table string, last int64) error {
	done, err := tx.ExecContext(ctx, "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", last, table)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n > 0 {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, last)
	return err
}
