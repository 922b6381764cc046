package reports_test

import (
	"os"
	"strings"
	"testing"

	"copleader/reports"
)

func TestZZDump(t *testing.T) {
	names := reports.Names()
	if only := os.Getenv("DUMP"); only != "" {
		names = strings.Split(only, ",")
	}
	snap := demoSnapshot(t)
	opt := options()
	opt.MemberID = snap.Members[1].ID
	for _, name := range names {
		content, report := write(t, name, snap, opt)
		_ = os.WriteFile("/tmp/docs2/"+report.File, content, 0o600)
	}
}
