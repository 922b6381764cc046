package page

import (
	"math"
	"testing"
)

// Every pair that is printed as text has a contrast of at least 4.5 : 1, and
// every mark 3 : 1.
func TestContrast(t *testing.T) {
	tests := []struct {
		name         string
		over, ground Color
		least        float64
	}{
		{"ink on paper", Ink, Surface, 4.5},
		{"muted on paper", Muted, Surface, 4.5},
		{"ink on low band", Ink, BadSoft, 4.5},
		{"ink on between band", Ink, WarnSoft, 4.5},
		{"ink on high band", Ink, GoodSoft, 4.5},
		{"low word", Bad, BadSoft, 4.5},
		{"between word", Warn, WarnSoft, 4.5},
		{"high word", Good, GoodSoft, 4.5},
		{"primary", OnPrimary, Primary, 4.5},
		{"check box", Field, Surface, 3},
		{"level 1", Level(1), Surface, 3},
		{"level 5", Level(5), Surface, 3},
	}
	for n := 1; n <= 5; n++ {
		tests = append(tests, struct {
			name         string
			over, ground Color
			least        float64
		}{"count in answer", TextOn(Answer(n)), Answer(n), 4.5})
	}
	for _, test := range tests {
		if got := contrast(test.over, test.ground); got < test.least {
			t.Errorf("%s: %.2f : 1, want %.1f", test.name, got, test.least)
		}
	}
}

func TestColors(t *testing.T) {
	if got := contrast(RGB(0, 0, 0), RGB(255, 255, 255)); math.Abs(got-21) > 0.001 {
		t.Errorf("black on white is %.3f : 1", got)
	}
	if got := RGB(0x1D, 0x27, 0x33); got != Ink {
		t.Errorf("RGB gives %x", got)
	}
	if got := RGB(0, 0, 0).Mixed(RGB(255, 255, 255), 0.5); got != RGB(128, 128, 128) {
		t.Errorf("half is %x", got)
	}
	if RGB(0, 0, 0) == None {
		t.Error("black is None")
	}
	if Answer(0) != Answer(1) || Answer(9) != Answer(5) || Level(3) == Level(4) {
		t.Error("answers and levels are wrong at their ends")
	}
	if answerOf(0, 3) != Answer(1) || answerOf(1, 3) != Answer(3) || answerOf(2, 3) != Answer(5) || answerOf(3, 5) != Answer(4) {
		t.Error("three options do not take the first, middle and last colour")
	}
}
