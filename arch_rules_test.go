package main

import (
	"fmt"
	"strings"
	"testing"
)

// Given a file that breaks one rule, then that rule is told, with file and line; given its neighbour that
// keeps to it, then nothing is.
func TestEachRuleOfTheHouseCanBeBroken(t *testing.T) {
	for _, tc := range []struct {
		file     string
		imported string
		want     string // part of what is told; empty where the file is right
	}{
		{"data/member.go", "time", ""},
		{"data/member.go", "golang.org/x/text/unicode/norm", ""},
		{"data/member.go", "github.com/google/uuid", "does not allow to data"},
		{"data/member.go", "copleader/data/store", "does not allow to data"},
		{"data/member.go", "copleader/data/words", "does not allow to data"},
		{"data/member_test.go", "copleader/data/datatest", ""},
		{"data/words/words.go", libGotext, ""},
		{"data/words/words.go", "copleader/data", "does not allow to data/words"},
		{"data/coach/rules.go", "copleader/data", ""},
		{"data/coach/rules.go", "copleader/data/store", "does not allow to data/coach"},
		{"data/demo/demo.go", "copleader/data", ""},
		{"data/demo/demo.go", "copleader/data/store", "does not allow to data/demo"},
		{"data/disk/disk_windows.go", libSystem + "/windows", ""},
		{"data/disk/disk.go", "copleader/data", "does not allow to data/disk"},
		{"data/store/open.go", libSQLite, ""},
		{"data/store/open.go", "database/sql", ""},
		{"data/store/process_windows.go", libSystem + "/windows", ""},
		{"data/member.go", libSystem + "/windows", "does not allow to data"},
		{"data/store/open.go", "copleader/data/demo", "does not allow to data/store"},
		{"data/demo/demo.go", libSQLite, "only data/store and tests may"},
		{"ui/shell.go", libSQLite, "only data/store and tests may"},
		{"main.go", libSQLite, "only data/store and tests may"},
		{"data/exchange/read.go", libExcelize, ""},
		{"data/exchange/read.go", "copleader/data/store", "does not allow to data/exchange"},
		{"data/datatest/store.go", "copleader/data/store", ""},
		{"data/datatest/store.go", "copleader/ui/kit", "does not allow to data/datatest"},
		{"data/unheard/of.go", libSQLite, "only data/store and tests may"},
		{"reports/documents.go", "copleader/reports/formembers", ""},
		{"reports/documents.go", "copleader/data/store", "does not allow to reports"},
		{"reports/press/draft.go", "copleader/reports", "does not allow to reports/press"},
		{"reports/press/draft.go", "copleader/data/words", ""},
		{"reports/formembers/year.go", "copleader/reports/page", ""},
		{"reports/formembers/year.go", "copleader/reports/forsponsors", "does not allow to reports/formembers"},
		{"reports/formembers/year.go", "copleader/data/store", "does not allow to reports/formembers"},
		{"reports/formembers/year.go", "copleader/ui/kit", "does not allow to reports/formembers"},
		{"reports/formembers/year.go", libGofpdf, "only reports/page and tests may"},
		{"reports/forhealthcheck/survey.go", libExcelize, "only reports/sheet and data/exchange and reports/sheet/sheettest and tests may"},
		{"reports/formembers/year.go", libFyne + "/theme", "does not allow to reports/formembers"},
		{"reports/cards_test.go", libFyne + "/theme", ""},
		{"reports/page/text.go", libGofpdf, ""},
		{"reports/page/text.go", libTypesetting + "/shaping", ""},
		{"reports/page/text.go", "copleader/data", "does not allow to reports/page"},
		{"reports/sheet/style.go", libExcelize, ""},
		{"reports/sheet/style.go", "copleader/reports", "does not allow to reports/sheet"},
		{"reports/sheet/sheettest/read.go", libExcelize, ""},
		{"reports/forleader/roster.go", "copleader/reports/sheet/sheettest", "only tests may"},
		{"reports/mail/draft.go", libMail, ""},
		{"reports/preview/page.go", libPdfium + "/webassembly", ""},
		{"reports/share.go", libPdfium, "only reports/preview and tests may"},
		{"ui/shell.go", libFyne + "/widget", ""},
		{"ui/members/screen.go", "copleader/ui/kit", ""},
		{"ui/members/screen.go", "copleader/data/store", ""},
		{"ui/members/screen.go", "copleader", "does not allow to ui"},
		{"ui/desk/letter_portal.go", libBus, ""},
		{"ui/desk/folders_windows.go", libSystem + "/windows", ""},
		{"ui/desk/folders.go", "copleader/data", ""},
		{"ui/desk/folders.go", "copleader/data/store", "does not allow to ui/desk"},
		{"ui/desk/screen.go", libFyne, "does not allow to ui/desk"},
		{"ui/desk/screen.go", "copleader/ui/kit", "does not allow to ui/desk"},
		{"ui/kit/deps.go", "copleader/ui/desk", ""},
		{"ui/window.go", libBus, "does not allow to ui"},
		{"ui/window.go", libSystem + "/windows", "does not allow to ui"},
		{"ui/members/screen.go", libGofpdf, "only reports/page and tests may"},
		{"ui/members/screen.go", "github.com/google/uuid", "does not allow to ui"},
		{"ui/members/state.go", libFyne, "know no window"},
		{"ui/members/state.go", libFyne + "/data/binding", "know no window"},
		{"ui/members/detail.go", "copleader/ui/kit", "know no window"},
		{"ui/unheard/state.go", libFyne, ""},
		{"ui/members/state.go", "copleader/data", ""},
		{"ui/members/screen.go", libFyneTest, "only ui/uitest and tests may"},
		{"ui/members/screen_test.go", libFyneTest, ""},
		{"ui/uitest/window.go", libFyneTest, ""},
		{"main.go", libFyneTest, "only ui/uitest and tests may"},
		{"main.go", libFyne + "/app", ""},
		{"main.go", "copleader/ui", ""},
		{"main.go", "github.com/google/uuid", "does not allow to ."},
		{"main.go", "copleader/data/datatest", "only ui/uitest and tests may"},
		{"ui/uitest/window.go", "copleader/data/datatest", ""},
		{"ui/members/screen_test.go", "copleader/ui/uitest", ""},
		{"ui/members/screen.go", "copleader/ui/uitest", "only tests may"},
		{"ui/window.go", "copleader/ui/uimap", "only . and tests may"},
		{"main.go", "copleader/ui/uimap", ""},
		{"data/member.go", "database/sql", "only data/store and tests may"},
		{"data/member.go", "database/sql/driver", ""},
		{"tools/gen.go", "copleader/data", "tools is no room of the house"},
	} {
		source := fmt.Sprintf("package x\n\nimport _ %q\n", tc.imported)
		got := strings.Join(check(tc.file, []byte(source)), "\n")
		switch {
		case tc.want == "" && got != "":
			t.Errorf("%s may import %s, but: %s", tc.file, tc.imported, got)
		case !strings.Contains(got, tc.want):
			t.Errorf("%s imports %s: told %q, want %q", tc.file, tc.imported, got, tc.want)
		case tc.want != "" && !strings.HasPrefix(got, tc.file+":3: "):
			t.Errorf("%q does not begin with file and line", got)
		}
	}
}

// Given a bare go statement, then a screen may not have it, but the Runner's room, the store and tests may.
func TestBareGoStatementIsTold(t *testing.T) {
	source := []byte("package x\n\nfunc f() {\n\tfunc() { go f() }()\n}\n")
	for file, want := range map[string]string{
		"ui/members/screen.go":      "ui/members/screen.go:4: a bare go statement; work off the window goes through the Runner",
		"ui/shell.go":               "ui/shell.go:4: a bare go statement; work off the window goes through the Runner",
		"ui/kit/runner.go":          "",
		"ui/desk/letter.go":         "",
		"ui/members/screen_test.go": "",
		"data/store/store.go":       "",
	} {
		if got := strings.Join(check(file, source), "\n"); got != want {
			t.Errorf("%s: told %q, want %q", file, got, want)
		}
	}
}

func TestFileThatIsNoGoIsTold(t *testing.T) {
	if got := check("data/member.go", []byte("packag x")); len(got) != 1 || !strings.HasPrefix(got[0], "data/member.go:1:") {
		t.Errorf("told %q", got)
	}
}

func TestAllowedAtTop(t *testing.T) {
	ignored := ignoredNames(t)
	for name, want := range map[string]bool{
		"main.go": true, "data": true, "journey_test.go": true, "journey_members_test.go": true, "bench_test.go": true,
		"helpers.go": false, "docs": false, "internal": false, "main.py": false, "notes.md": false,
	} {
		if got := allowedAtTop(name) || ignored(name); got != want {
			t.Errorf("%s allowed: %v, want %v", name, got, want)
		}
	}
	if !ignored("copleader") || !ignored("My community.cop") {
		t.Error("what .gitignore names is not let pass")
	}
}
