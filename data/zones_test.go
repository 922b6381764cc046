package data

import (
	"testing"
	"time"
)

func TestWindowsZonesByName(t *testing.T) {
	for name, want := range map[string]string{
		"W. Europe Standard Time":        "Europe/Berlin",
		" w. europe standard time ":      "Europe/Berlin",
		"Romance Standard Time":          "Europe/Paris",
		"India Standard Time":            "Asia/Kolkata",
		"FLE Standard Time":              "Europe/Kyiv",
		"Pacific Standard Time (Mexico)": "America/Tijuana",
		"Line Islands Standard Time":     "Pacific/Kiritimati",
		"UTC":                            "Etc/UTC",
	} {
		if zone, ok := ZoneOfWindows(name); !ok || zone != want {
			t.Errorf("ZoneOfWindows(%q) = %q, %v, want %q", name, zone, ok, want)
		}
	}
	for _, name := range []string{"", "Customized Time Zone", "Europe/Berlin"} {
		if zone, ok := ZoneOfWindows(name); ok {
			t.Errorf("ZoneOfWindows(%q) = %q, but Windows has no such zone", name, zone)
		}
	}
}

// Each zone is one that time knows, no name stands twice, and all go from west to east: a slip of the pen
// in the table breaks one of the three. One hour back is where summer time or a change of law plays in.
func TestWindowsZonesAreZones(t *testing.T) {
	january := time.Date(2024, time.January, 15, 12, 0, 0, 0, time.UTC)
	last := -24 * 3600
	for _, z := range windowsZoneList {
		place, err := time.LoadLocation(z.zone)
		if err != nil {
			t.Errorf("%s: %v", z.name, err)
			continue
		}
		_, offset := january.In(place).Zone()
		if offset < last-2*3600 {
			t.Errorf("%s (%s) lies at %d s, after one at %d s", z.name, z.zone, offset, last)
		}
		last = max(last, offset)
	}
	if len(windowsZones) != len(windowsZoneList) {
		t.Errorf("%d names, but %d lines: one stands twice", len(windowsZones), len(windowsZoneList))
	}
	if len(windowsZoneList) != 139 {
		t.Errorf("there are %d zones, not 139", len(windowsZoneList))
	}
}
