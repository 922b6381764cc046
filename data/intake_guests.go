package data

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Guests are a number of their event. So that a later list which names some of them again does not count them twice, a
// mark of each is kept that only tells whether the same name stands there again (data/README.md, The plan).

// guestsPrefix begins the keys of the settings that hold the marks: guests.12, guests.12.1 and so on for event 12.
const guestsPrefix = "guests."

// A mark is so many characters long, and one setting holds so many of them.
const (
	markLength = 4
	marksKept  = 50
)

// GuestMark is the mark of a guest at an event, by the key of the name; the same guest has another at each event.
func GuestMark(event int64, name string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", event, name))
	return base64.RawURLEncoding.EncodeToString(sum[:])[:markLength]
}

// IsGuestMarks reports whether a setting holds marks of guests, and of which event.
func IsGuestMarks(key string) (event int64, is bool) {
	rest, is := strings.CutPrefix(key, guestsPrefix)
	first, _, _ := strings.Cut(rest, ".")
	event, err := strconv.ParseInt(first, 10, 64)
	return event, is && err == nil
}

// GuestMarks are the marks of the guests at an event whom lists named, or somebody did who wrote them down while it went on.
func (s *Snapshot) GuestMarks(event int64) map[string]bool {
	marks := map[string]bool{}
	for _, mark := range marksIn(s.Settings, event) {
		marks[mark] = true
	}
	for i := range s.MeetingLines {
		if l := &s.MeetingLines[i]; l.EventID == event && l.Kind == LineGuest {
			marks[GuestMark(event, NameKey(l.Text))] = true
		}
	}
	return marks
}

// HoldsGuest reports whether a setting with marks holds that of somebody.
func HoldsGuest(s *Setting, event int64, name string) bool {
	return slices.Contains(marksIn([]Setting{*s}, event), GuestMark(event, name))
}

func marksIn(settings []Setting, event int64) (marks []string) {
	for i := range settings {
		if of, is := IsGuestMarks(settings[i].Key); is && of == event {
			for value := settings[i].Value; len(value) >= markLength; value = value[markLength:] {
				marks = append(marks, value[:markLength])
			}
		}
	}
	return marks
}

// MarkGuests are the settings with the marks of more guests of an event, and without those of some who are none; one that
// holds nothing any more is empty.
func MarkGuests(settings []Setting, event int64, more, gone []string) []Setting {
	marks := marksIn(settings, event)
	for _, name := range more {
		if mark := GuestMark(event, name); !slices.Contains(marks, mark) {
			marks = append(marks, mark)
		}
	}
	for _, name := range gone {
		marks = slices.DeleteFunc(marks, func(mark string) bool { return mark == GuestMark(event, name) })
	}
	var rows []Setting
	for i := range settings {
		if of, is := IsGuestMarks(settings[i].Key); is && of == event {
			row := settings[i]
			row.Value = ""
			rows = append(rows, row)
		}
	}
	for part := 0; len(marks) > 0; part++ {
		if part == len(rows) {
			rows = append(rows, Setting{Key: partKey(event, part)})
		}
		n := min(len(marks), marksKept)
		rows[part].Value, marks = strings.Join(marks[:n], ""), marks[n:]
	}
	return rows
}

// partKey is a key that no other part has: parts that became empty go from the end on.
func partKey(event int64, part int) string {
	key := guestsPrefix + strconv.FormatInt(event, 10)
	if part > 0 {
		key += "." + strconv.Itoa(part)
	}
	return key
}
