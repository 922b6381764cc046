//go:build !windows

package desk

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// SystemZone asks the variable TZ, then what lies in /etc. Where /etc/localtime is a link, its end has the name; where it is a file
// of its own, /etc/timezone has it, if that zone keeps the same time.
func SystemZone(env func(name string) string) Zone { return zoneBelow("/", env("TZ"), time.Now()) }

// zoneBelow is the zone of a system whose files lie below a root.
func zoneBelow(root, variable string, now time.Time) Zone {
	if variable != "" {
		name := zoneName(strings.TrimPrefix(variable, ":"))
		return Zone{Name: name, Sure: name != ""} // another, such as CET-1CEST, is a rule without a name
	}
	local := filepath.Join(root, "etc/localtime")
	if name := linked(local); name != "" {
		return Zone{Name: name, Sure: true}
	}
	noted := ""
	if text, err := os.ReadFile(filepath.Join(root, "etc/timezone")); err == nil {
		noted = zoneName(strings.TrimSpace(string(text)))
	}
	rules, err := os.ReadFile(local)
	if err != nil {
		return Zone{Name: noted} // what is noted is not what the clock does, which is UTC then
	}
	return zoneOfRules(filepath.Join(root, "usr/share/zoneinfo"), rules, noted, now)
}

// linked is the zone to which a link leads, "" where it is none.
func linked(path string) string {
	for range 8 { // a link to a link, and never in a circle
		end, err := os.Readlink(path)
		if err != nil {
			return ""
		}
		if name := zoneName(end); name != "" {
			return name
		}
		if !filepath.IsAbs(end) {
			end = filepath.Join(filepath.Dir(path), end)
		}
		path = end
	}
	return ""
}

// zoneName is the zone of a name, or of a file below a folder of zones; "" for what is none.
func zoneName(name string) string {
	if filepath.IsAbs(name) || strings.Contains(name, "zoneinfo/") {
		_, below, found := strings.Cut(name, "zoneinfo/")
		if !found {
			return ""
		}
		name = strings.TrimPrefix(strings.TrimPrefix(below, "posix/"), "right/")
	}
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" {
		return ""
	}
	return name
}

// zoneOfRules names the zone whose rules a file holds: the one that is noted if it keeps the same time, else the only one with the same
// file, else a guess.
func zoneOfRules(zones string, rules []byte, noted string, now time.Time) Zone {
	local, err := time.LoadLocationFromTZData("", rules)
	if err != nil {
		return Zone{Name: noted}
	}
	if noted != "" && sameClock(local, noted, now) {
		return Zone{Name: noted, Sure: true}
	}
	var same, alike []string
	for _, name := range listedZones(zones) {
		if content, err := os.ReadFile(filepath.Join(zones, name)); err == nil && bytes.Equal(content, rules) {
			same = append(same, name)
		} else if len(same) == 0 && len(alike) == 0 && sameClock(local, name, now) {
			alike = append(alike, name)
		}
	}
	switch {
	case len(same) > 0:
		return Zone{Name: same[0], Sure: len(same) == 1}
	case len(alike) > 0:
		return Zone{Name: alike[0]}
	}
	return Zone{}
}

// listedZones are the zones of the world, one for each place whose clocks ever differed, as the system's table has them.
func listedZones(zones string) []string {
	for _, table := range []string{"zone1970.tab", "zone.tab"} {
		text, err := os.ReadFile(filepath.Join(zones, table))
		if err != nil {
			continue
		}
		names := []string{"UTC"} // lies in no country
		for line := range strings.Lines(string(text)) {
			if fields := strings.Split(strings.TrimSpace(line), "\t"); !strings.HasPrefix(line, "#") && len(fields) > 2 {
				names = append(names, fields[2])
			}
		}
		return names
	}
	return nil
}

// clockCompared is for how long two clocks must agree, from a year ago on, to be taken for the same.
const clockCompared = 4 * 365

// sameClock tells whether a zone keeps the same time as another.
func sameClock(local *time.Location, name string, now time.Time) bool {
	zone, err := time.LoadLocation(name)
	if err != nil {
		return false
	}
	for day := range clockCompared {
		at := now.AddDate(-1, 0, day)
		_, here := at.In(local).Zone()
		if _, there := at.In(zone).Zone(); here != there {
			return false
		}
	}
	return true
}
