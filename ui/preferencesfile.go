package ui

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/reports"
)

// The preferences' file in the folder of settings, and what one that could not be read is kept as.
const (
	preferencesFile = "settings.json"
	damagedFile     = "settings-damaged.json"
)

// preferencesMost is how long the file may be; ours is some thousand bytes.
const preferencesMost = 1 << 20

// loadPreferences reads what was remembered. Where there is no file yet, the values that older versions kept with the toolkit's
// preferences are taken over, once. A file that can't be read is put aside, so that the next change doesn't destroy what a person
// may still read in it; nothing is remembered then, and the communities are found by looking for them.
func loadPreferences(folder string, old fyne.Preferences) *preferences {
	p := &preferences{path: filepath.Join(folder, preferencesFile)}
	now, err := readKept(p.path)
	switch {
	case err == nil:
		p.now = now
	case errors.Is(err, fs.ErrNotExist):
		p.takeOver(old)
	default:
		p.damaged = true
		_ = os.Rename(p.path, filepath.Join(folder, damagedFile)) // one that stays is written over by the next change
	}
	return p
}

var errNoPreferences = errors.New("no settings of the window")

// readKept reads the file. A value of the wrong kind is passed over; a file that is empty or no JSON is an error.
func readKept(path string) (k kept, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return k, err
	}
	if !info.Mode().IsRegular() || info.Size() > preferencesMost {
		return k, errNoPreferences
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return k, err
	}
	var wrongKind *json.UnmarshalTypeError
	if err := json.Unmarshal(content, &k); err != nil && !errors.As(err, &wrongKind) {
		return kept{}, err
	}
	return k, nil
}

// change changes what is remembered, here at once and in the file in its turn. Two windows may be open, so the change is made to
// what the file says by then, and not the whole file written as this window knows it.
func (p *preferences) change(change func(*kept)) {
	before := p.now
	change(&p.now)
	if reflect.DeepEqual(before, p.now) {
		return
	}
	now := p.now
	p.writing.Run(func() func() {
		if there, err := readKept(p.path); err == nil {
			now = there
			change(&now)
		}
		err := writeKept(p.path, now)
		return func() {
			if err != nil && p.failed != nil {
				tell := p.failed
				p.failed = nil
				tell(err)
			}
		}
	})
}

// writeKept writes the file beside and renames it, so that a failure leaves the older one whole.
func writeKept(path string, k kept) error {
	content, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return reports.WriteFile(path, append(content, '\n'))
}

// The names under which older versions kept things with the toolkit's preferences.
const (
	oldWidth  = "window.width"
	oldHeight = "window.height"
	oldPage   = "window.page"
	oldTheme  = "look.theme"
	oldScale  = "look.textSize"
	oldFile   = "file"
	oldVisits = "visits"
	oldCopies = "copies"
)

// takeOver takes the values that older versions kept, and removes them there once they are written here.
func (p *preferences) takeOver(old fyne.Preferences) {
	k := kept{Width: float32(old.Float(oldWidth)), Height: float32(old.Float(oldHeight)), Page: old.String(oldPage),
		Theme: old.String(oldTheme), TextSize: float32(old.Float(oldScale)), Copies: old.StringList(oldCopies)}
	for _, line := range old.StringList(oldVisits) {
		if o, ok := oldVisit(line); ok {
			k.Opened = append(k.Opened, o)
		}
	}
	if file := old.String(oldFile); file != "" {
		k.open(file)
	}
	if p.now = k; reflect.DeepEqual(k, kept{}) || writeKept(p.path, k) != nil {
		return
	}
	for _, name := range []string{oldWidth, oldHeight, oldPage, oldTheme, oldScale, oldFile, oldVisits, oldCopies} {
		old.RemoveValue(name)
	}
}

// oldVisit reads a line of the visits that older versions kept: day, answers, path.
func oldVisit(line string) (o opened, ok bool) {
	parts := strings.SplitN(line, " ", 3)
	if len(parts) < 3 {
		return o, false
	}
	_, err := data.ParseDate(parts[0])
	answers, wrong := strconv.Atoi(parts[1])
	return opened{Path: parts[2], On: parts[0], Answers: answers}, err == nil && wrong == nil
}
