package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"
)

// UpgradedWithOlderCopy is an upgraded file of one member, and a copy of it from
// before, for the tests outside this package.
func UpgradedWithOlderCopy(t *testing.T) (*Store, string) {
	t.Helper()
	path := olderFile(t, 3, "old.cop", oldCommunity, "INSERT INTO member (name, kind, joined_on) VALUES ('Ada', 'member', '2020-01-02')")
	older := filepath.Join(t.TempDir(), "old 2026-11-20 093000.cop")
	copyFile(t, path, older)
	s, err := Open(context.Background(), path, Options{Clock: func() time.Time { return sampleNow }})
	must(t, err)
	return s, older
}
