package desk

import (
	"strings"

	"golang.org/x/sys/windows/registry"

	"copleader/data"
)

// SystemZone asks the registry and takes Windows' own name to that of IANA.
func SystemZone(func(name string) string) Zone {
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, `SYSTEM\CurrentControlSet\Control\TimeZoneInformation`, registry.QUERY_VALUE)
	if err != nil {
		return Zone{}
	}
	defer func() { _ = key.Close() }()
	name, _, err := key.GetStringValue("TimeZoneKeyName")
	if err != nil {
		return Zone{}
	}
	name, _, _ = strings.Cut(name, "\x00") // some versions leave the rest of an older name behind it
	zone, ok := data.ZoneOfWindows(name)
	// Who switches summer time off keeps a clock that is no zone's.
	off, _, err := key.GetIntegerValue("DynamicDaylightTimeDisabled")
	return Zone{Name: zone, Sure: ok && (err != nil || off == 0)}
}
