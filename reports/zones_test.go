package reports_test

import (
	"strings"
	"testing"
	"time"

	"copleader/data"
)

// Given members in several zones, then announcement, kit and page say the hour on the clocks of each; where nobody lives
// elsewhere, only the zone.
func TestTheHourIsToldInTheZonesOfMembers(t *testing.T) {
	snap, opt := demoSnapshot(t), options()
	e := &snap.Events[9]
	e.On, e.Start, e.TimeZone, opt.EventID = data.NewDate(2026, time.December, 1), 16*60, "Europe/Berlin", e.ID
	for i := range snap.Members {
		snap.Members[i].TimeZone = "Europe/Paris"
	}
	content, _ := write(t, "announce", snap, opt)
	if !strings.Contains(string(content), "16:00–17:00 (time in Berlin)") {
		t.Errorf("one hour for all:\n%s", content)
	}
	snap.Members[3].TimeZone, snap.Members[4].TimeZone, snap.Members[5].TimeZone = "Europe/Lisbon", "Europe/Lisbon", "Asia/Tokyo"
	snap.Members[6].TimeZone, snap.Members[7].TimeZone = "Europe/London", "No/Where"
	const want = "16:00–17:00 (16:00 Berlin · 15:00 Lisbon · Wednesday, 00:00 Tokyo)"
	content, _ = write(t, "announce", snap, opt)
	if !strings.Contains(string(content), want) {
		t.Errorf("announcement:\n%s", content)
	}
	kit, _ := write(t, "kit", snap, opt)
	if text := pagesText(t, kit); !strings.Contains(strings.Join(strings.Fields(text), " "), "15:00 Lisbon") {
		t.Errorf("kit:\n%s", text)
	}
	sent := letter(t, "announce", snap, opt)
	if !strings.Contains(sent.Text, want) {
		t.Errorf("letter:\n%s", sent.Text)
	}
}
