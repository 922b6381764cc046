package kit

// InOrder does the work it is given one after another, each when the one before has come back: deeds must reach the file in the
// order the person did them, which goroutines alone don't promise. Use it from the window's goroutine only.
type InOrder struct {
	runner  Runner
	waiting []func() (done func())
	busy    bool
}

// NewInOrder makes a Runner that keeps to the order, over one that need not.
func NewInOrder(runner Runner) *InOrder { return &InOrder{runner: runner} }

// Run does the work when everything given before is done.
func (q *InOrder) Run(work func() (done func())) {
	q.waiting = append(q.waiting, work)
	q.next()
}

func (q *InOrder) next() {
	if q.busy || len(q.waiting) == 0 {
		return
	}
	work := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.busy = true
	q.runner.Run(func() func() {
		done, fault := Caught(work)
		return func() {
			q.busy = false
			defer q.next()
			if fault != nil {
				panic(fault) // on the window's goroutine, for whoever watches over it
			}
			if done != nil {
				done()
			}
		}
	})
}
