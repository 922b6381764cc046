package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// Given names of communities in whatever script and with whatever in them, then the file's name is one that every system takes.
func TestFileName(t *testing.T) {
	t.Parallel()
	family := "👩‍👩‍👧‍👦"
	for name, want := range map[string]string{
		"Πυξίδα":                            "Πυξίδα",
		"王晓梅 のコミュニティ":                       "王晓梅 のコミュニティ",
		"مجتمع الممارسة":                    "مجتمع الممارسة",
		"می\u200cخواهم":                     "می\u200cخواهم",
		"R&D / Ops: who? <us> | \"we\"":     "R&D Ops who us we",
		`C:\Users\ana`:                      "C Users ana",
		"../../etc/passwd":                  "etc passwd",
		"  .hidden.  ":                      "hidden",
		"-rf":                               "rf",
		"Testers\t\n of   Berlin":           "Testers of Berlin",
		"con":                               "_con",
		"Nul.tools":                         "_Nul.tools",
		"COM1":                              "_COM1",
		"lpt¹":                              "_lpt¹",
		"Commons":                           "Commons",
		"\u202egnp.exe":                     "gnp.exe",
		"bell\x07\x00":                      "bell",
		"bad \xff utf":                      "bad utf",
		"Cafe\u0301":                        "Café",
		"…":                                 "…",
		"???":                               "",
		" . ":                               "",
		"\u200d":                            "",
		"":                                  "",
		family:                              family,
		strings.Repeat("é", 60):             strings.Repeat("é", 60),
		strings.Repeat("王", 60):             strings.Repeat("王", 40),
		strings.Repeat(family, 6):           strings.Repeat(family, 4),
		"a" + strings.Repeat("\u0316", 100): "",
	} {
		got := FileName(name)
		if got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
		if len(got) > nameMost || !utf8.ValidString(got) {
			t.Errorf("%q becomes %q of %d bytes", name, got, len(got))
		}
		if got == "" {
			continue
		}
		path := filepath.Join(t.TempDir(), got+".cop")
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Errorf("%q: %v", got, err)
		}
	}
}
