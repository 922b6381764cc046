package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"copleader/data"
	"copleader/data/demo"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/reports/chartertext"
	"copleader/ui/desk"
	"copleader/ui/kit"
)

// MakeDemo makes the demo community in a new file; its days count from the clock's.
func MakeDemo(ctx context.Context, path string, clock kit.Clock) (*store.Store, error) {
	snapshot, err := demo.Snapshot(clock.Today())
	if err != nil {
		return nil, err
	}
	demo.AgreedTexts(snapshot, func(then *data.Snapshot) string { return chartertext.Lines(then, words.English()) })
	if err := desk.MakeFolder(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	made, err := store.Create(ctx, path, store.Options{Clock: clock.Now})
	if err != nil {
		return nil, err
	}
	if err := made.Fill(ctx, snapshot); err != nil {
		return nil, errors.Join(err, made.Close(), removeCommunity(path))
	}
	return made, nil
}

// FreshDemo makes a copy of the demo that no other window has, and removes those that were left behind.
func FreshDemo(ctx context.Context, folder string, clock kit.Clock) (*store.Store, error) {
	tidyDemos(ctx, folder)
	for n := 1; ; n++ {
		path := filepath.Join(folder, fmt.Sprintf("demo-%d-%d.cop", os.Getpid(), n))
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		return MakeDemo(ctx, path, clock)
	}
}

// tidyDemos removes demo copies that nobody has open. One that cannot be removed does no harm where it lies.
func tidyDemos(ctx context.Context, folder string) {
	old, _ := filepath.Glob(filepath.Join(folder, "demo-*.cop")) // the pattern is right
	for _, path := range old {
		left, err := store.Open(ctx, path, store.Options{ReadOnly: true})
		if err == nil {
			_, _, held := left.Holder()
			_ = left.Close()
			if held {
				continue
			}
		}
		_ = removeCommunity(path)
	}
}

// removeCommunity removes a file that the program made and nobody has typed into, with what lies beside it.
func removeCommunity(path string) error {
	err := os.Remove(path)
	for _, beside := range []string{".lock", "-journal"} {
		_ = os.Remove(path + beside) // mostly not there
	}
	return err
}
