package data

import (
	"slices"
	"strings"
	"time"
)

// Which region writes days how follows CLDR. Most have the day first and weeks from
// Monday on.
var (
	monthFirstIn = strings.Fields("AS CA CN FM GU HK HU JP KP KR LT MH MN MO MP PA PH PR PW TW UM US VI")
	yearFirstIn  = strings.Fields("BT CA CN HU IR JP KP KR LT MN SE TW ZA")
	fromSunday   = strings.Fields("AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP " +
		"PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW")
	fromSaturday = strings.Fields("AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY")
	// a language without a region is that of its largest
	regionOf = map[string]string{"hu": "HU", "ja": "JP", "ko": "KR", "lt": "LT", "mn": "MN", "sv": "SE", "zh": "CN", "pt": "BR", "he": "IL", "fa": "IR"}
)

// HabitsIn is how days are written in a region, told by the name of a locale: "de_AT.UTF-8",
// "en-US". Words of its language are not in it.
func HabitsIn(locale string) DayHabits {
	region := territory(locale)
	h := DayHabits{MonthFirst: slices.Contains(monthFirstIn, region), YearFirst: slices.Contains(yearFirstIn, region), WeekStart: time.Monday}
	switch {
	case slices.Contains(fromSunday, region):
		h.WeekStart = time.Sunday
	case slices.Contains(fromSaturday, region):
		h.WeekStart = time.Saturday
	case region == "MV":
		h.WeekStart = time.Friday
	}
	return h
}

// territory is the region of a locale's name, "" for none.
func territory(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' })
	for _, p := range parts[min(1, len(parts)):] {
		if len(p) == 2 {
			return strings.ToUpper(p)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return regionOf[strings.ToLower(parts[0])]
}
