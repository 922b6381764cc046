package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the import path of this program.
const module = "copleader"

// Import paths of the libraries that the table names.
const (
	libText        = "golang.org/x/text"
	libIDNA        = "golang.org/x/net/idna"
	libGotext      = "github.com/leonelquinteros/gotext"
	libSQLite      = "github.com/mattn/go-sqlite3"
	libSystem      = "golang.org/x/sys"
	libExcelize    = "github.com/xuri/excelize/v2"
	libGofpdf      = "github.com/jung-kurt/gofpdf"
	libTypesetting = "github.com/go-text/typesetting"
	libDejavu      = "github.com/go-fonts/dejavu"
	libFyne        = "fyne.io/fyne/v2"
	libFyneTest    = libFyne + "/test"
	libVCard       = "github.com/emersion/go-vcard"
	libICalendar   = "github.com/arran4/golang-ical"
	libRecurrence  = "github.com/teambition/rrule-go"
	libMarkdown    = "github.com/yuin/goldmark"
	libMail        = "github.com/wneessen/go-mail"
	libPdfium      = "github.com/klippa-app/go-pdfium"
	libWazero      = "github.com/tetratelabs/wazero"
	libCode        = "github.com/skip2/go-qrcode"
	libVector      = "golang.org/x/image/vector"
	libBus         = "github.com/godbus/dbus/v5"
	libWindows     = "github.com/go-gl/glfw/v3.4/glfw"
)

// rooms says what each folder may import besides the standard library. A room has its rule from the longest
// name that fits; "…/" at the end of an import stands for the package and all below it. Nothing points back.
// A new dependency is a new word here.
var rooms = map[string][]string{
	"data":            {libText + "/…", libIDNA},
	"data/words":      {libGotext},
	"data/coach":      {"data"},
	"data/demo":       {"data"},
	"data/room":       {"data"},
	"data/disk":       {libSystem + "/…"},
	"data/store":      {"data", "data/disk", libSQLite, libSystem + "/…"},
	"data/exchange":   {"data", libExcelize, libVCard, libICalendar, libRecurrence, libText + "/…"},
	"data/datatest":   {"data", "data/store", "data/demo"},
	"reports":         {"data", "data/disk", "data/words", "reports/…"},
	"reports/page":    {libGofpdf, libTypesetting + "/…", libDejavu + "/…", libText + "/…", libCode, libVector},
	"reports/sheet":   {libExcelize},
	"reports/mail":    {libMail},
	"reports/preview": {libPdfium + "/…", libWazero + "/…"},

	"reports/press":          {"data", "data/words", "reports/page", "reports/sheet", libMarkdown},
	"reports/figures":        {"data", "reports/press", "reports/sheet"},
	"reports/chartertext":    {"data", "data/words", "reports/press"},
	"reports/forhealthcheck": {"data", "reports/press", "reports/page", "reports/sheet"},
	"reports/formembers": {"data", "reports/press", "reports/page", "reports/sheet", "reports/figures",
		"reports/chartertext", libICalendar},
	"reports/forsponsors": {"data", "reports/press", "reports/page", "reports/sheet", "reports/figures"},
	"reports/forleader": {"data", "reports/press", "reports/page", "reports/sheet", "reports/figures", "reports/chartertext",
		libVCard},

	"ui/desk": {"data", libBus, libSystem + "/…", libWindows},

	"ui": {"data/…", "reports/…", "ui/…", libText + "/…", libFyne + "/…"},
	".":  {"data/…", "reports/…", "ui/…", libText + "/…", libFyne + "/…"},
}

// onlyIn says which rooms may name a package at all, whatever the table above would let through.
var onlyIn = map[string][]string{
	"database/sql":            {"data/store"},
	libSQLite:                 {"data/store"},
	libGofpdf:                 {"reports/page"},
	libCode:                   {"reports/page"},
	libExcelize:               {"reports/sheet", "data/exchange", "reports/sheet/sheettest"},
	libPdfium:                 {"reports/preview"},
	libMail:                   {"reports/mail"},
	libWindows:                {"ui/desk"},
	libFyneTest:               {"ui/uitest"}, // it installs an app of its own, which must never be shipped
	module + "/data/datatest": {"ui/uitest"},
	module + "/ui/uitest":     {},
	module + "/ui/uimap":      {"."}, // the window knows nothing of who walks it

	module + "/reports/sheet/sheettest": {}, // reads workbooks back
}

// windowless lists the files of each screen that know no window: what it shows and does, apart from how. They
// may import neither Fyne nor the parts that draw, so they can be tried without a display.
var windowless = map[string][]string{
	"ui/backlog": {"pile", "shelf", "state", "tales", "view", "words"},
	"ui/charter": {"changes", "growth", "measures", "offers", "picture", "spec", "sponsors", "state", "view",
		"words"},
	"ui/events":  {"asked", "detail", "links", "month", "prepare", "programme", "proposal", "sought", "state", "words"},
	"ui/health":  {"cardview", "entry", "findings", "importing", "state", "view", "words"},
	"ui/intake":  {"state"},
	"ui/meeting": {"ballot", "ending", "founding", "ideas", "lines", "people", "state"},
	"ui/members": {"detail", "followups", "giving", "hints", "history", "moving", "order", "person",
		"reckoning", "record", "roster", "state", "twins", "welcome"},
	"ui/overview": {"beat", "due", "follow", "holes", "since", "state", "steps"},
	"ui/road":     {"state"},
	"ui/settings": {"state"},
	"ui/share":    {"jobs", "letters", "state", "viewer"},
}

// startsWork are the rooms of the window that may start work of their own: the Runner's, and the one that waits for programs of the system.
var startsWork = []string{"ui/kit", "ui/desk"}

// topLevel is everything that may lie beside main.go.
var topLevel = []string{
	".ci", ".git", ".gitattributes", ".gitignore", ".golangci.yml", "FyneApp.toml", "Icon.png", "LICENSE", "README.md",
	"arch_test.go", "data", "go.mod", "go.sum", "main.go", "main_test.go", "reports", "ui",
}

// topLevelFiles are the further kinds of file there: parts of package main, its journeys and benchmarks.
var topLevelFiles = []string{"journey_*_test.go", "journey_test.go", "*_test.go"}

// Given every Go file of the program, when its imports and statements are read, then no rule of the house is
// broken; each broken one is told with its line.
func TestArchitecture(t *testing.T) {
	house := os.DirFS(".")
	err := fs.WalkDir(house, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name != "." && strings.HasPrefix(entry.Name(), ".") || entry.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		source, err := fs.ReadFile(house, name)
		if err != nil {
			return err
		}
		for _, broken := range check(name, source) {
			t.Error(broken)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Given the files that are said to know no window, then each is there.
func TestArchitectureNamesFilesThatAreThere(t *testing.T) {
	for room, names := range windowless {
		for _, name := range names {
			if _, err := os.Stat(filepath.Join(room, name+".go")); err != nil {
				t.Errorf("%s/%s.go is listed among the files that know no window, but is not there", room, name)
			}
		}
	}
}

// Given a page with a state, then the state is among the files that are said to know no window.
func TestEveryStateKnowsNoWindow(t *testing.T) {
	states, err := filepath.Glob("ui/*/state.go")
	if err != nil || len(states) < 9 {
		t.Fatalf("found %v, %v", states, err)
	}
	for _, name := range states {
		if !slices.Contains(windowless[filepath.ToSlash(filepath.Dir(name))], "state") {
			t.Errorf("%s is not listed among the files that know no window", name)
		}
	}
}

// Given the folder of the program, then nothing lies in it that has its place in a room.
func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	ignored := ignoredNames(t)
	for _, entry := range entries {
		if name := entry.Name(); !allowedAtTop(name) && !ignored(name) {
			t.Errorf("%s: not a name of the top level; has it a room below?", name)
		}
	}
}

func allowedAtTop(name string) bool {
	if slices.Contains(topLevel, name) {
		return true
	}
	return slices.ContainsFunc(topLevelFiles, func(pattern string) bool {
		fits, _ := filepath.Match(pattern, name)
		return fits
	})
}

// ignoredNames reads .gitignore, so that a built program or a trial file lying about breaks no test.
func ignoredNames(t *testing.T) func(name string) bool {
	t.Helper()
	text, err := os.ReadFile(".gitignore")
	if err != nil {
		t.Fatal(err)
	}
	patterns := strings.Fields(string(text))
	return func(name string) bool {
		return slices.ContainsFunc(patterns, func(pattern string) bool {
			fits, _ := filepath.Match(strings.Trim(pattern, "/"), name)
			return fits
		})
	}
}

// check reads one file and tells every rule that it breaks as "file:line: what".
func check(name string, source []byte) []string {
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, name, source, parser.SkipObjectResolution)
	if err != nil {
		return []string{err.Error()}
	}
	var broken []string
	tell := func(at ast.Node, format string, args ...any) {
		position := files.Position(at.Pos())
		broken = append(broken, fmt.Sprintf("%s:%d: ", name, position.Line)+fmt.Sprintf(format, args...))
	}
	room := path.Dir(name)
	for _, spec := range tree.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			tell(spec, "%v", err)
			continue
		}
		if why := importFault(name, room, imported); why != "" {
			tell(spec, "%s", why)
		}
	}
	if within(room, "ui") && !slices.Contains(startsWork, room) && !isTest(name) {
		ast.Inspect(tree, func(node ast.Node) bool {
			if statement, is := node.(*ast.GoStmt); is {
				tell(statement, "a bare go statement; work off the window goes through the Runner")
			}
			return true
		})
	}
	return broken
}

// importFault says why a file of a room may not import something, or nothing where it may.
func importFault(name, room, imported string) string {
	if knowsNoWindow(name) && (within(imported, libFyne) || imported == module+"/ui/kit") {
		return name + " imports " + imported + ", but is listed among the files that know no window"
	}
	if isTest(name) {
		return ""
	}
	if homes, kept := onlyIn[keptPackage(imported)]; kept && !slices.Contains(homes, room) {
		return fmt.Sprintf("%s imports %s, which only %s may", room, imported,
			strings.Join(append(slices.Clone(homes), "tests"), " and "))
	}
	if isStandard(imported) {
		return ""
	}
	home, may := ruleOf(room)
	if home == "" {
		return room + " is no room of the house"
	}
	for _, allowed := range may {
		if fits(imported, allowed) || fits(imported, path.Join(module, allowed)) {
			return ""
		}
	}
	return fmt.Sprintf("%s imports %s, which the table does not allow to %s", room, imported, home)
}

func knowsNoWindow(name string) bool {
	return slices.Contains(windowless[path.Dir(name)], strings.TrimSuffix(path.Base(name), ".go"))
}

// keptPackage is the name under which onlyIn would hold an import: packages below a library belong to it, but
// database/sql/driver, with which a plain type tells how it is stored, is no SQL.
func keptPackage(imported string) string {
	for kept := range onlyIn {
		if imported == kept || within(imported, kept) && !isStandard(imported) {
			return kept
		}
	}
	return ""
}

// ruleOf finds the room's own rule, or that of the nearest folder above it.
func ruleOf(room string) (home string, may []string) {
	for home = room; ; home = path.Dir(home) {
		if may, known := rooms[home]; known && (home != "." || room == ".") {
			return home, may
		}
		if home == "." {
			return "", nil
		}
	}
}

func fits(imported, allowed string) bool {
	if stem, all := strings.CutSuffix(allowed, "/…"); all {
		return within(imported, stem)
	}
	return imported == allowed
}

// within reports whether a path is the stem or lies below it.
func within(name, stem string) bool {
	return name == stem || strings.HasPrefix(name, stem+"/")
}

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

// isStandard tells the standard library by its first word, which has no dot; our own module has none either.
func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".") && first != module
}
