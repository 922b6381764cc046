//go:build unix

package store

import (
	"os"
	"syscall"
	"testing"
)

// pipeAt puts a pipe in the place of a file; whoever reads it waits for ever.
func pipeAt(t *testing.T, path string) {
	t.Helper()
	_ = os.Remove(path)
	must(t, syscall.Mkfifo(path, 0o600))
}
