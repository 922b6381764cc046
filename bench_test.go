package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui"
)

// benchFolder is the environment variable that names the folder for files of three sizes and the demo's, to measure with.
const benchFolder = "COPLEADER_BENCH"

// The demo, and communities of three sizes, as files to start with: of 10,000 members, 1,000 events and 100,000 attendances, and tenths
// of that.
func TestFilesToStartWith(t *testing.T) {
	folder := os.Getenv(benchFolder)
	if folder == "" {
		t.Skipf("%s names no folder", benchFolder)
	}
	for _, members := range []int{100, 1_000, 10_000} {
		s, err := store.Create(context.Background(), filepath.Join(folder, fmt.Sprintf("%d.cop", members)), store.Options{Clock: datatest.Now})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(s.Fill(context.Background(), datatest.Large(members, members/10, members*10)), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
	demo, err := ui.MakeDemo(context.Background(), filepath.Join(folder, "demo.cop"), ui.FrozenClock(datatest.Today))
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.Close(); err != nil {
		t.Fatal(err)
	}
}
