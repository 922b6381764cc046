package datatest

import (
	"context"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"copleader/data/store"
)

// Faults are what goes wrong beneath a real file, until it is told otherwise; at first nothing does.
type Faults struct{ at atomic.Pointer[Fault] }

// Fault answers a use of the file with what it fails with, nil to let it through.
type Fault func(context.Context, store.Use) error

// Breakable is Demo on a file that can be made to fail.
func Breakable(t testing.TB) (*store.Store, *Faults) {
	t.Helper()
	faults := &Faults{}
	o := options
	o.Fault = faults.answer
	return demoStore(t, o), faults
}

// Set lets uses of the file fail; of several faults the first that answers counts. Without one everything goes through.
func (f *Faults) Set(faults ...Fault) {
	all := Fault(func(ctx context.Context, use store.Use) error {
		for _, fault := range faults {
			if err := fault(ctx, use); err != nil {
				return err
			}
		}
		return nil
	})
	f.at.Store(&all)
}

func (f *Faults) answer(ctx context.Context, use store.Use) error {
	if fault := f.at.Load(); fault != nil {
		return (*fault)(ctx, use)
	}
	return nil
}

// DiskFull is what a write fails with where there is no room left.
const DiskFull = syscall.ENOSPC

// FileTooLarge is what a write fails with where a file may not become larger.
const FileTooLarge = syscall.EFBIG

// Reading fails with the error.
func Reading(err error) Fault {
	return func(_ context.Context, use store.Use) error {
		if use.Write {
			return nil
		}
		return err
	}
}

// Writing fails with the error, where tables are named only what writes to one of them.
func Writing(err error, tables ...string) Fault {
	return func(_ context.Context, use store.Use) error {
		if !use.Write || len(tables) > 0 && !use.Change.Touches(tables...) {
			return nil
		}
		return err
	}
}

// Nth lets a fault answer the nth use that it would answer, counted from 1, and no other.
func Nth(n int64, fault Fault) Fault {
	var count atomic.Int64
	return func(ctx context.Context, use store.Use) error {
		if err := fault(ctx, use); err != nil && count.Add(1) == n {
			return err
		}
		return nil
	}
}

// Slow lets every write take so long, or until it is cut short.
func Slow(takes time.Duration) Fault {
	return func(ctx context.Context, use store.Use) error {
		if !use.Write {
			return nil
		}
		select {
		case <-time.After(takes):
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
