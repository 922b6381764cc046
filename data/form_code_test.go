package data_test

import (
	"strings"
	"testing"

	. "copleader/data"
)

func TestFormCodesTellSlips(t *testing.T) {
	code := FormCode("CT-01W", "en", "1")
	if !ValidFormCode(code) || !ValidFormCode(" "+strings.ToLower(code)+" ") {
		t.Errorf("%s is not taken", code)
	}
	// One letter can't catch every slip, but it does those that people make:
	// another digit, a character that looks alike, two that changed places.
	alike := map[rune]string{'1': "I234567890", '0': "O123456789", 'C': "GO", 'T': "I7", 'W': "VM", 'E': "F3", 'N': "MH"}
	body := []rune(strings.ToUpper(code[:len(code)-2]))
	for i, r := range body {
		for _, other := range alike[r] {
			slip := []rune(code)
			if slip[i] = other; ValidFormCode(string(slip)) {
				t.Errorf("%s was taken for %s", string(slip), code)
			}
		}
		if i > 0 && body[i] != body[i-1] && r != '.' && body[i-1] != '.' {
			slip := []rune(code)
			slip[i], slip[i-1] = slip[i-1], slip[i]
			if ValidFormCode(string(slip)) {
				t.Errorf("%s was taken for %s", string(slip), code)
			}
		}
	}
	for _, bad := range []string{"", ".", "CT-01W.en1", "A."} {
		if ValidFormCode(bad) {
			t.Errorf("%q was taken", bad)
		}
	}
}

// Given codes as people type them, when they are read, then round, language and
// version are as on the form, and a slip is none.
func TestFormCodesAreRead(t *testing.T) {
	for _, c := range []struct{ round, language, version string }{{"CT-01W", "en", "1"}, {"R.2", "zh-tw", "12"}, {"Ω7", "el", "3"}} {
		code := FormCode(c.round, c.language, c.version)
		mark, ok := ParseFormCode(" " + strings.ToLower(code))
		if want := (FormMark{strings.ToUpper(c.round), c.language, c.version}); !ok || mark != want {
			t.Errorf("%s reads as %+v, want %+v", code, mark, want)
		}
	}
	for _, bad := range []string{"", "CT-01W", "CT-01W.en1", "CT-01W.en1.A", "..Z"} {
		if mark, ok := ParseFormCode(bad); ok && bad != FormCode("CT-01W", "en", "1") {
			t.Errorf("%q reads as %+v", bad, mark)
		}
	}
	s := &Snapshot{Rounds: []Round{{ID: 1, Code: "A1"}, {ID: 2, Code: "ct-01w"}}}
	if r, ok := s.RoundOfForm(FormCode("CT-01W", "en", "1")); !ok || r.ID != 2 {
		t.Errorf("round %+v", r)
	}
	if _, ok := s.RoundOfForm(FormCode("B2", "en", "1")); ok {
		t.Error("a form of an unknown round was taken")
	}
}
