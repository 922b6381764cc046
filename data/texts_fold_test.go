package data

import "testing"

// Given names in many scripts, when they are folded, then what a person types without accents finds them.
func TestFold(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"":                   "",
		"Plain ASCII":        "plain ascii",
		"Zoë Marchand-Núñez": "zoe marchand-nunez",
		"Łukasz Wiśniewski":  "lukasz wisniewski",
		"Søren Ødegaard":     "soren odegaard",
		"Þórdís Jónsdóttir":  "thordis jonsdottir",
		"Ægir Strømø":        "aegir stromo",
		"Nguyễn Thị Hạnh":    "nguyen thi hanh",
		"Đặng":               "dang",
		"Güneş Yıldırım":     "gunes yildirim",
		"İstanbul":           "istanbul",
		"Straße":             "strasse",
		"ΝΊΚΟΣ":              "νικοσ",
		"Νίκος":              "νικοσ",
		"Андрей":             "андреи",
		"ليلى حدّاد":         "ليلى حداد",
		"王晓梅":                "王晓梅",
		"ﬁne ＷＩＤＥ":           "fine wide",
	} {
		if got := Fold(given); got != want {
			t.Errorf("Fold(%q) = %q, want %q", given, got, want)
		}
	}
}

// Given a folded text, when words of a search are looked for, then all of them must be there, in any order.
func TestHoldsAll(t *testing.T) {
	t.Parallel()
	text := Fold("Łukasz Wiśniewski Payments")
	for query, want := range map[string]bool{
		"": true, "  ": true, "WIS luk": true, "Pay Łuk": true, "lukas payroll": false, "zoe": false,
	} {
		if got := HoldsAll(text, SearchedFor(query)); got != want {
			t.Errorf("HoldsAll for %q = %v, want %v", query, got, want)
		}
	}
}
