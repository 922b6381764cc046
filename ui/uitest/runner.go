package uitest

// Inline is the Runner of tests: everything happens at once, in order.
type Inline struct{}

// Run does the work and its result before it returns.
func (Inline) Run(work func() (done func())) {
	if done := work(); done != nil {
		done()
	}
}

// HandRunner is a Runner that works, and comes back, when a test says so.
type HandRunner struct{ jobs []*job }

type job struct {
	work       func() (done func())
	done       func()
	worked, in bool
}

// Run keeps the work.
func (r *HandRunner) Run(work func() (done func())) { r.jobs = append(r.jobs, &job{work: work}) }

// Work does the work given as the nth, from 0, without coming back.
func (r *HandRunner) Work(n int) {
	if j := r.jobs[n]; !j.worked {
		j.worked, j.done = true, j.work()
	}
}

// Finish does the nth work, if that is still to do, and comes back with it, once.
func (r *HandRunner) Finish(n int) {
	r.Work(n)
	if j := r.jobs[n]; !j.in {
		j.in = true
		if j.done != nil {
			j.done()
		}
	}
}

// FinishAll does all that waits, in order, with what comes to it meanwhile.
func (r *HandRunner) FinishAll() {
	for n := 0; n < len(r.jobs); n++ {
		r.Finish(n)
	}
}
