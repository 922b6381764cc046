package exchange

import (
	"encoding/xml"
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"

	"copleader/data"
)

// cellFormat is what a number in a cell stands for, by the format it is shown in.
type cellFormat int

const (
	asNumber cellFormat = iota
	asDay
	asTime
	asMoment  // day and time
	asElapsed // hours that may be more than a day's
)

// maxFormats is how many formats a workbook may have; Excel allows 65,490.
const maxFormats = 66_000

// readStyles learns which formats show days and times.
func (r *bookReader) readStyles() error {
	if r.styles == "" {
		return nil
	}
	own := map[string]cellFormat{} // formats by the workbook's own codes
	return r.walkUntil(r.styles, func(at []string, t xml.Token) error {
		start, is := t.(xml.StartElement)
		switch {
		case !is:
		case start.Name.Local == "numFmt":
			if len(own) < maxFormats {
				own[attribute(start, "numFmtId")] = formatOfCode(attribute(start, "formatCode"))
			}
		case start.Name.Local == "xf" && len(at) > 1 && at[len(at)-2] == "cellXfs":
			id := attribute(start, "numFmtId")
			format, known := own[id]
			if !known {
				format = builtIn(id)
			}
			if r.formats = append(r.formats, format); len(r.formats) > maxFormats {
				return errTooLarge
			}
		}
		return nil
	})
}

// builtIn are the formats that workbooks refer to without writing them down.
func builtIn(id string) cellFormat {
	n, err := strconv.Atoi(id)
	switch {
	case err != nil:
	case n >= 14 && n <= 17, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 54, n == 57, n == 58:
		return asDay
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n == 45, n == 47, n == 55, n == 56:
		return asTime
	case n == 22:
		return asMoment
	case n == 46:
		return asElapsed
	}
	return asNumber
}

var (
	unshown = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[(?:\$|Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color|[<>=])[^\]]*\]`)
	elapsed = regexp.MustCompile(`\[[hms]+\]`)
)

// formatOfCode tells by the code of a format whether it shows days or times: "dd/mm/yy
// hh:mm".
func formatOfCode(code string) cellFormat {
	if len(code) > maxText {
		return asNumber
	}
	code, _, _ = strings.Cut(code, ";")
	code = strings.ToLower(unshown.ReplaceAllString(code, ""))
	if code == "general" || code == "standard" || code == "@" {
		return asNumber
	}
	if elapsed.MatchString(code) {
		return asElapsed
	}
	time := strings.ContainsAny(code, "hs")
	day := strings.ContainsAny(code, "yd") || strings.Contains(code, "m") && !time
	switch {
	case day && time:
		return asMoment
	case day:
		return asDay
	case time:
		return asTime
	}
	return asNumber
}

// lastSerial is 31 December 9999 as spreadsheets count days.
const lastSerial = 2_958_465

// said writes the number of a cell: a day as 2026-11-30, a time as 14:05, a number
// without groups.
func (f cellFormat) said(value string, from1904 bool) string {
	value = strings.TrimSpace(value)
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || math.Abs(n) >= 1e15 || math.IsNaN(n) {
		return value
	}
	if f == asNumber || n < 0 || n > lastSerial {
		return plainNumber(n)
	}
	return f.moment(int(math.Round(n*24*60)), from1904)
}

// moment writes so many minutes as the format means them. A day without a time is a
// day, and a time without a day is a time, whatever is shown of either.
func (f cellFormat) moment(minutes int, from1904 bool) string {
	day, rest := minutes/(24*60), minutes%(24*60)
	time := clockWords(rest/60, rest%60)
	switch {
	case f == asElapsed:
		return clockWords(minutes/60, minutes%60)
	case f == asTime, day == 0 && rest > 0 && !from1904:
		return time
	case f == asDay, rest == 0:
		return dayOfSerial(day, from1904).String()
	}
	return dayOfSerial(day, from1904).String() + " " + time
}

func clockWords(hours, minutes int) string {
	if hours < 24 {
		return data.Clock(60*hours + minutes).String()
	}
	return strconv.Itoa(hours) + ":" + data.Clock(minutes).String()[3:]
}

// plainNumber writes a number as a person would have typed it: 0.3, not
// 0.30000000000000004.
func plainNumber(n float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		short = n
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// isoMoment writes a moment such as 2026-11-30T14:05:00.000Z as a person does.
func isoMoment(value string) string {
	day, time, found := strings.Cut(strings.TrimSpace(value), "T")
	if !found {
		return day
	}
	if len(time) >= 5 {
		time = time[:5]
	}
	switch {
	case day == "" || day == "1899-12-30": // of a time alone
		return time
	case time == "00:00":
		return day
	}
	return day + " " + time
}
