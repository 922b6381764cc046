package ui

import (
	"context"
	"time"

	"copleader/data/store"
)

// beforeThinning is how long after a file was opened its oldest history is forgotten, so that nothing waits for it at the start.
const beforeThinning = 20 * time.Second

// thin forgets what is older or bigger than the leader wants the history to be. The copy of the day was made before and still has it.
func (w *Window) thin(s *store.Store) {
	w.deps.Timer.After(beforeThinning, func() {
		if w.shell == nil || w.shell.store != s {
			return
		}
		ctx, stop := context.WithCancel(context.Background())
		w.shell.stopThinning = stop
		now := w.deps.Clock.Now()
		w.work.Run(func() func() {
			err := thinned(ctx, s, now)
			return func() {
				stop()
				if err != nil && ctx.Err() == nil && w.shell != nil && w.shell.store == s {
					w.shell.deps.Fail(err)
				}
			}
		})
	})
}

func thinned(ctx context.Context, s *store.Store, now time.Time) error {
	snapshot, err := s.Snapshot(ctx)
	if err != nil {
		return err
	}
	var keep store.Keep
	years, megabytes := snapshot.HistoryKept()
	if years > 0 {
		keep.Since = now.AddDate(-years, 0, 0)
	}
	keep.Bytes = int64(megabytes) << 20
	_, err = s.Thin(ctx, keep)
	return err
}
