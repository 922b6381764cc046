//go:build !windows

package desk

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// etc is a system with files as given, whose zones are this computer's.
func etc(t *testing.T, localtime, timezone string) (root string) {
	t.Helper()
	const zones = "/usr/share/zoneinfo"
	if _, err := os.Stat(filepath.Join(zones, "Europe/Berlin")); err != nil {
		t.Skip("this computer has no files of zones: ", err)
	}
	root = t.TempDir()
	for _, dir := range []string{"etc", "usr/share"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(zones, filepath.Join(root, "usr/share/zoneinfo")); err != nil {
		t.Fatal(err)
	}
	put := func(name, content string) {
		if content == "" {
			return
		}
		if err := os.WriteFile(filepath.Join(root, "etc", name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("timezone", timezone)
	put("localtime", localtime)
	return root
}

// rules are those of a zone, as a file.
func rules(t *testing.T, zone string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("/usr/share/zoneinfo", zone))
	if err != nil {
		t.Skip(err)
	}
	return string(content)
}

var zoneDay = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// Given a computer that names its zone in one of the ways there are, then that is its zone; given one that only keeps its time, or
// contradicts itself, then the zone is a guess, which is to be asked about, and never UTC.
func TestZoneOfThisComputer(t *testing.T) {
	for name, tc := range map[string]struct {
		variable, localtime, timezone string
		want                          Zone
	}{
		"variable":                    {":Asia/Kolkata", rules(t, "Europe/Berlin"), "", Zone{"Asia/Kolkata", true}},
		"variable with a path":        {"/usr/share/zoneinfo/Asia/Kolkata", "", "", Zone{"Asia/Kolkata", true}},
		"variable with a rule":        {"CET-1CEST,M3.5.0,M10.5.0/3", rules(t, "Europe/Berlin"), "", Zone{}},
		"file, noted":                 {"", rules(t, "Europe/Vienna"), "Europe/Vienna\n", Zone{"Europe/Vienna", true}},
		"file, noted, other version":  {"", rules(t, "Europe/Paris"), "Europe/Vienna\n", Zone{"Europe/Vienna", true}},
		"file, another noted":         {"", rules(t, "Asia/Kathmandu"), "Europe/Vienna\n", Zone{"Asia/Kathmandu", true}},
		"file alone":                  {"", rules(t, "Australia/Lord_Howe"), "", Zone{"Australia/Lord_Howe", true}},
		"file alone, UTC":             {"", rules(t, "UTC"), "", Zone{"UTC", true}},
		"noted alone":                 {"", "", "Europe/Vienna", Zone{"Europe/Vienna", false}},
		"noted is no zone":            {"", "", "Middle/Earth", Zone{}},
		"nothing":                     {"", "", "", Zone{}},
		"file that is none":           {"", "no zone", "Europe/Vienna", Zone{"Europe/Vienna", false}},
		"file of an older version":    {"", "TZif" + rules(t, "Asia/Kathmandu")[4:] + "\n", "", Zone{"Asia/Kathmandu", false}},
		"noted alone, no country's":   {"", "", "Etc/UTC", Zone{"Etc/UTC", false}},
		"variable, another's spelled": {"Local", rules(t, "Asia/Kathmandu"), "", Zone{}},
	} {
		if got := zoneBelow(etc(t, tc.localtime, tc.timezone), tc.variable, zoneDay); got != tc.want {
			t.Errorf("%s: %+v, want %+v", name, got, tc.want)
		}
	}
}

// Given /etc/localtime as a link, straight, over another link or into a folder of other rules, then its end names the zone.
func TestZoneOfALink(t *testing.T) {
	for _, end := range []string{"/usr/share/zoneinfo/Asia/Kolkata", "../usr/share/zoneinfo/posix/Asia/Kolkata", "/var/db/timezone/zoneinfo/Asia/Kolkata", "clock"} {
		root := etc(t, "", "Europe/Vienna")
		local := filepath.Join(root, "etc/localtime")
		if err := os.Symlink("/etc/zoneinfo/Asia/Kolkata", filepath.Join(root, "etc/clock")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(end, local); err != nil {
			t.Fatal(err)
		}
		if got := zoneBelow(root, "", zoneDay); got != (Zone{"Asia/Kolkata", true}) {
			t.Errorf("%s: %+v", end, got)
		}
	}
	circle := filepath.Join(t.TempDir(), "circle")
	if err := os.Symlink(circle, circle); err != nil {
		t.Fatal(err)
	}
	if got := linked(circle); got != "" {
		t.Errorf("a circle leads to %q", got)
	}
}
