package share

import (
	"context"
	"errors"
	"time"
)

// job is a document that is being made.
type job struct {
	order  Order
	cancel context.CancelFunc
	late   bool // it takes long enough to be told of
}

// patience is how long a document may take before the screen says that it is being made.
const patience = 400 * time.Millisecond

// make makes a document away from the window; the same one is not made twice at a time.
func (s *Screen) make(o Order, done func(Made)) {
	for _, j := range s.jobs {
		if j.order.Name == o.Name && j.order.Path == o.Path {
			return
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{order: o, cancel: cancel}
	s.jobs = append(s.jobs, j)
	stop := s.deps.Timer.After(patience, func() {
		j.late = true
		s.progress.show()
	})
	s.making.Run(func() func() {
		made, err := s.state.Make(ctx, o)
		return func() {
			stop()
			cancelled := ctx.Err() != nil
			cancel()
			s.end(j)
			switch {
			case errors.Is(err, context.Canceled), err == nil && cancelled && o.Path == "":
				// Who cancels has been told already, and wants nothing to open by itself.
			case err != nil:
				s.deps.Fail(err)
			default:
				done(made)
			}
		}
	})
}

// end forgets a job.
func (s *Screen) end(j *job) {
	for i, known := range s.jobs {
		if known == j {
			s.jobs = append(s.jobs[:i:i], s.jobs[i+1:]...)
			break
		}
	}
	s.progress.show()
}

// cancel stops a document that is being made.
func (s *Screen) cancel(j *job) {
	j.cancel()
	s.end(j)
	s.deps.Tell(s.deps.Say.Text("“%s” is not made. An older file of that name is as it was.", j.order.Title))
}
