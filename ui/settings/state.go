// Package settings is the screen of everything that can be set: how the window looks, what the community wants, and every number
// in the program's rules.
package settings

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
)

// Part is what the chips choose between.
type Part string

// The parts of the page.
const (
	PartGeneral Part = "general"
	PartLevels  Part = "level"
	PartHealth  Part = "health"
	PartHints   Part = "coach"
)

// Parts lists the parts in order.
var Parts = []Part{PartGeneral, PartLevels, PartHealth, PartHints}

// The keys of what is chosen, beside the thresholds.
const (
	keyPaper    = data.PaperSetting
	keyBalance  = data.BalanceSetting
	keySponsors = "asksHours" // of the community, not of the settings
)

// State is what the screen shows, without a window, and the deeds.
type State struct {
	store *store.Store
	say   *words.Say
	view  View
}

// NewState makes one that shows nothing yet.
func NewState(s *store.Store, say *words.Say) *State { return &State{store: s, say: say} }

// View is everything the screen shows, in words.
type View struct {
	Values Values
	Groups []Group
	// AsksSponsors tells that sponsors and hours are a choice here: in a community at work they always matter
	// (data/README.md, Charter).
	AsksSponsors bool
}

// Values are what is set, by key: numbers as they are written, choices as they are kept.
type Values map[string]string

// Group is thresholds that are looked at together.
type Group struct {
	Part  Part
	Title string
	Rules []Rule
}

// Rule is one threshold in words.
type Rule struct {
	Key, Label string // the label is the rule with its number, as a sentence
	Hint       string // what is usual, and the bounds
	Default    string
	Changed    bool
}

// Read reads the file and words what it says.
func (s *State) Read(ctx context.Context, _ View) (View, error) {
	snapshot, err := s.store.Snapshot(ctx)
	if err != nil {
		return View{}, err
	}
	thresholds := snapshot.Thresholds()
	years, megabytes := snapshot.HistoryKept()
	v := View{AsksSponsors: snapshot.Community.Kind != data.Workplace, Values: Values{
		data.HistoryYearsSetting: strconv.Itoa(years), data.HistorySizeSetting: strconv.Itoa(megabytes),
		keyPaper: snapshot.Setting(keyPaper), keyBalance: on(snapshot.ShowsBalance()), keySponsors: on(snapshot.Community.AsksHours)}}
	for _, g := range data.ThresholdGroups() {
		part, _, _ := strings.Cut(g.Key, ".")
		group := Group{Part: Part(part), Title: s.say.Of(g.Title)}
		for _, r := range g.Rules {
			group.Rules = append(group.Rules, s.rule(r, r.Of(thresholds)))
			v.Values[r.Key] = strconv.Itoa(r.Of(thresholds))
		}
		v.Groups = append(v.Groups, group)
	}
	return v, nil
}

func (s *State) rule(r data.ThresholdRule, value int) Rule {
	out := Rule{Key: r.Key, Label: s.say.Of(r.Sentence(value)), Default: strconv.Itoa(r.Default), Changed: value != r.Default,
		Hint: s.say.Text("Usually %d; from %d to %d.", r.Default, r.Least, r.Most)}
	if unit := r.Unit(); !unit.IsZero() {
		out.Hint = s.say.Text("%s; usually %d, from %d to %d.", unit, r.Default, r.Least, r.Most)
	}
	return out
}

// on is how a choice of yes or no is kept.
func on(yes bool) string {
	if yes {
		return "on"
	}
	return ""
}

// Take keeps what was read.
func (s *State) Take(v View) { s.view = v }

// View is what is shown.
func (s *State) View() View { return s.view }

// Changed are the keys of the thresholds that are not as usual.
func (v View) Changed() []string {
	var keys []string
	for _, g := range v.Groups {
		for _, r := range g.Rules {
			if r.Changed {
				keys = append(keys, r.Key)
			}
		}
	}
	return keys
}

// part is where a setting stands.
func (v View) part(key string) Part {
	for _, g := range v.Groups {
		for _, r := range g.Rules {
			if r.Key == key {
				return g.Part
			}
		}
	}
	return PartGeneral
}

// Found are the groups with only those thresholds that have the words typed.
func (v View) Found(typed string) []Group {
	wanted := data.SearchedFor(typed)
	var found []Group
	for _, g := range v.Groups {
		whole := data.HoldsAll(data.Fold(g.Title), wanted)
		kept := g
		kept.Rules = nil
		for _, r := range g.Rules {
			if whole || data.HoldsAll(data.Fold(r.Label), wanted) {
				kept.Rules = append(kept.Rules, r)
			}
		}
		if len(kept.Rules) > 0 {
			found = append(found, kept)
		}
	}
	return found
}

// threshold is the rule of a key.
func threshold(key string) (data.ThresholdRule, bool) {
	at := slices.IndexFunc(data.ThresholdRules, func(r data.ThresholdRule) bool { return r.Key == key })
	if at < 0 {
		return data.ThresholdRule{}, false
	}
	return data.ThresholdRules[at], true
}

// Number reads what was typed for a threshold; an empty text is the usual number. The error says at the field what is wrong.
func Number(key, typed string) (int, error) {
	r, known := threshold(key)
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return r.Default, nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || !known || n < r.Least || n > r.Most {
		return 0, data.Invalid(key, "Please write a whole number from %d to %d.", r.Least, r.Most)
	}
	return n, nil
}

// Set keeps the number of a field; the usual one is kept as nothing, so that it follows the program's. All writes of one visit are one act.
func (s *State) Set(ctx context.Context, visit store.Visit, typed string) error {
	key := visit.Field
	n, err := Number(key, typed)
	if err != nil {
		return err
	}
	value := strconv.Itoa(n)
	if r, _ := threshold(key); n == r.Default {
		value = ""
	}
	return s.store.SetSetting(ctx, key, visit, value)
}

// Choose keeps a choice.
func (s *State) Choose(ctx context.Context, key, value string) error {
	if key == keySponsors {
		return s.store.ChangeCommunity(ctx, store.Visit{}, func(c *data.Community) { c.AsksHours = value == on(true) })
	}
	return s.store.SetSetting(ctx, key, store.Visit{}, value)
}

// Reset brings the usual number of a threshold back.
func (s *State) Reset(ctx context.Context, key string) error { return s.Choose(ctx, key, "") }
