package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Given every comment of the program, then each text it cites lies in this repository, and each heading it
// cites stands in that text: "data/README.md, Levels".
func TestReadmesHoldWhatCommentsCite(t *testing.T) {
	t.Parallel()
	house := os.DirFS(".")
	shelf := &shelf{house: house, headings: map[string][]string{}}
	cited := 0
	for _, name := range filesOf(t, house, ".go", ".sql") {
		source, err := fs.ReadFile(house, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range commentsOf(name, source) {
			cited += len(citedText.FindAllString(c.text, -1))
			for _, fault := range shelf.faults(c.text) {
				t.Errorf("%s:%d: %s", name, c.line, fault)
			}
		}
	}
	if cited < 200 {
		t.Errorf("only %d citations found; are comments still read?", cited)
	}
}

// Given each README, then the files and folders that it names lie where it says, seen from it or from the top.
func TestReadmesNameWhatIsThere(t *testing.T) {
	t.Parallel()
	house := os.DirFS(".")
	for _, name := range filesOf(t, house, "README.md") {
		text, err := fs.ReadFile(house, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range placesIn(string(text)) {
			near, top := path.Join(path.Dir(name), place), path.Clean(place)
			if !holds(house, near) && !holds(house, top) {
				t.Errorf("%s names %s, which is not there", name, place)
			}
		}
	}
}

// Given the table of terms, then each name "in the code" is declared in the room.
func TestReadmeTermsAreDeclared(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, terms, _ := strings.Cut(string(text), "\n## Terms\n")
	terms, _, _ = strings.Cut(terms, "\n## ")
	declared := declaredIn(t, "data", "data/coach")
	found := 0
	for line := range strings.Lines(terms) {
		columns := strings.Split(line, "|")
		if len(columns) < 3 {
			continue
		}
		for _, name := range inBackticks.FindAllStringSubmatch(columns[2], -1) {
			found++
			if !declared[strings.TrimPrefix(name[1], "coach.")] {
				t.Errorf("%s is declared nowhere", name[1])
			}
		}
	}
	if found < 40 {
		t.Errorf("only %d names found", found)
	}
}

// Given a comment that cites one thing, then what is not there is told, and what is there is not.
func TestReadmeCitationFaults(t *testing.T) {
	t.Parallel()
	shelf := &shelf{house: os.DirFS("."), headings: map[string][]string{"data/README.md": {"Levels", "Phases and stages", "Road"}}}
	for text, want := range map[string]string{
		"as the rule has it (data/README.md, Levels).":            "",
		"stages (data/README.md, Phases and stages) and more":     "",
		"data/README.md, Levels, Road: both":                      "",
		"data/README.md, Levels, C14":                             "",
		"data/README.md is its text, and that is that":            "",
		"data/README.md, with all":                                "",
		"as main.go and data/doc.go do":                           "",
		"(data/README.md, Level)":                                 "data/README.md has no heading for “Level)”",
		"(data/README.md, Levels, Roads)":                         "data/README.md has no heading for “Roads)”",
		"(data/README.md, Levelsand)":                             "data/README.md has no heading for “Levelsand)”",
		"(notes/of/ours.md 4.2)":                                  "cites notes/of/ours.md, which the repository does not hold",
		"as docs.md says, and data/README.md, Stations, too":      "cites docs.md, which the repository does not hold; data/README.md has no heading for “Stations, too”",
		"minutes.md is cited where the document of this name is…": "cites minutes.md, which the repository does not hold",
	} {
		if got := strings.Join(shelf.faults(text), "; "); got != want {
			t.Errorf("%q: told %q, want %q", text, got, want)
		}
	}
}

// filesOf lists the files whose names end in one of the endings, hidden folders left out.
func filesOf(t *testing.T, house fs.FS, endings ...string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(house, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case !entry.IsDir() && slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(name, e) }):
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// comment is one comment as running text, however its lines were broken.
type comment struct {
	line int
	text string
}

func commentsOf(name string, source []byte) []comment {
	var found []comment
	if !strings.HasSuffix(name, ".go") {
		for i, line := range strings.Split(string(source), "\n") {
			if _, text, is := strings.Cut(line, "--"); is {
				found = append(found, comment{i + 1, text})
			}
		}
		return found
	}
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil // told by TestArchitecture
	}
	for _, group := range tree.Comments {
		found = append(found, comment{files.Position(group.Pos()).Line, strings.Join(strings.Fields(group.Text()), " ")})
	}
	return found
}

// shelf holds the texts that comments may cite, with the headings found so far.
type shelf struct {
	house    fs.FS
	headings map[string][]string
}

var citedText = regexp.MustCompile(`[\w./-]*\w\.md\b`)

// ruleOfCoach is what may follow a heading besides another one: the number of a rule.
var ruleOfCoach = regexp.MustCompile(`^C\d\d\b`)

// faults tells what a comment cites that is not there.
func (s *shelf) faults(text string) []string {
	var told []string
	for _, at := range citedText.FindAllStringIndex(text, -1) {
		name, rest := text[at[0]:at[1]], text[at[1]:]
		if !holds(s.house, name) {
			told = append(told, fmt.Sprintf("cites %s, which the repository does not hold", name))
			continue
		}
		for {
			after, listed := strings.CutPrefix(rest, ", ")
			if first, _ := utf8.DecodeRuneInString(after); !listed || !unicode.IsUpper(first) || ruleOfCoach.MatchString(after) {
				break
			}
			heading := headingOf(after, s.headingsOf(name))
			if heading == "" {
				told = append(told, fmt.Sprintf("%s has no heading for “%s”", name, cutAt(after, 60)))
				break
			}
			rest = after[len(heading):]
		}
	}
	return told
}

func (s *shelf) headingsOf(name string) []string {
	if known, is := s.headings[name]; is {
		return known
	}
	text, err := fs.ReadFile(s.house, name)
	if err != nil {
		return nil
	}
	var found []string
	for _, line := range regexp.MustCompile(`(?m)^##+ (.+)$`).FindAllStringSubmatch(string(text), -1) {
		found = append(found, strings.TrimSpace(line[1]))
	}
	s.headings[name] = found
	return found
}

// headingOf is the longest heading with which a text begins as whole words.
func headingOf(text string, headings []string) string {
	longest := ""
	for _, h := range headings {
		rest, begins := strings.CutPrefix(text, h)
		next, _ := utf8.DecodeRuneInString(rest)
		if begins && len(h) > len(longest) && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			longest = h
		}
	}
	return longest
}

func cutAt(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

func holds(house fs.FS, name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	_, err := fs.Stat(house, name)
	return err == nil
}

var (
	inBackticks = regexp.MustCompile("`([^`\n]+)`")
	asLink      = regexp.MustCompile(`\]\(([^)#:]+)\)`)
	aFile       = regexp.MustCompile(`^[\w./-]+/[\w.-]+\.(go|sql|json|po|pot|png|toml|yml)$|^\w+\.go$`)
	aFolder     = regexp.MustCompile(`^\.?[\w-]+(/[\w.-]+)*/$`)
)

// placesIn lists the files and folders of ours that a README names: Go files, whatever has a folder before it, and folders.
func placesIn(text string) []string {
	var places []string
	for _, found := range asLink.FindAllStringSubmatch(text, -1) {
		places = append(places, found[1])
	}
	for _, found := range inBackticks.FindAllStringSubmatch(text, -1) {
		if name := found[1]; aFile.MatchString(name) || aFolder.MatchString(name) {
			places = append(places, name)
		}
	}
	return places
}

// declaredIn collects the names that packages declare: types, functions, values, and fields and methods as
// "Type.Name".
func declaredIn(t *testing.T, rooms ...string) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for _, room := range rooms {
		for _, name := range filesOf(t, os.DirFS(room), ".go") {
			if strings.Contains(name, "/") {
				continue
			}
			tree, err := parser.ParseFile(token.NewFileSet(), path.Join(room, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, declaration := range tree.Decls {
				declare(names, declaration)
			}
		}
	}
	return names
}

func declare(names map[string]bool, declaration ast.Decl) {
	switch d := declaration.(type) {
	case *ast.FuncDecl:
		name := d.Name.Name
		names[name] = true
		if d.Recv != nil {
			names[typeName(d.Recv.List[0].Type)+"."+name] = true
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.ValueSpec:
				for _, n := range s.Names {
					names[n.Name] = true
				}
			case *ast.TypeSpec:
				names[s.Name.Name] = true
				declareFields(names, s)
			}
		}
	}
}

func declareFields(names map[string]bool, s *ast.TypeSpec) {
	if record, is := s.Type.(*ast.StructType); is {
		for _, field := range record.Fields.List {
			for _, n := range field.Names {
				names[s.Name.Name+"."+n.Name] = true
			}
		}
	}
}

func typeName(e ast.Expr) string {
	if pointer, is := e.(*ast.StarExpr); is {
		e = pointer.X
	}
	if name, is := e.(*ast.Ident); is {
		return name.Name
	}
	return ""
}
