package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports"
	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given every kind of place there is, then the window has a page for it.
func TestEveryPlaceHasAPage(t *testing.T) {
	for _, kind := range data.PlaceKinds {
		page := kit.PageOf(data.Place{Kind: kind})
		if !slices.ContainsFunc(pageSpecs, func(s pageSpec) bool { return s.name == page }) {
			t.Errorf("%s is shown on %q, which is no page", kind, page)
		}
	}
	if page := kit.PageOf(data.Place{Kind: "nowhere"}); page != "" {
		t.Errorf("what is no place is shown on %s", page)
	}
}

// Given the places that the coach names by a key, read from its source, then each is a document there is, or a field of the
// charter that comes into view and takes the cursor.
func TestEveryNamedPlaceIsKnown(t *testing.T) {
	fields, documents := placesNamedIn(t, "../data/coach")
	if len(fields) < 3 || len(documents) < 1 {
		t.Fatalf("found only %v and %v", fields, documents)
	}
	for _, name := range documents {
		if _, err := reports.Find(name); err != nil {
			t.Errorf("the coach leads to the document %q: %v", name, err)
		}
	}
	st := setStage(t, uitest.Options{})
	st.start(Start{Demo: true})
	for _, field := range fields {
		st.w.goTo("charter", "stage")
		st.Settle()
		before := st.Texts()
		st.w.shell.deps.GoTo(data.CharterPlace(field))
		st.Settle()
		st.noTrouble()
		if slices.Equal(st.Texts(), before) {
			t.Errorf("%q is no field of the charter", field)
		}
	}
}

// placesNamedIn are the keys of charter places and of documents in the source of a package.
func placesNamedIn(t *testing.T, folder string) (fields, documents []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if isData(n.Fun, "CharterPlace") {
					fields = append(fields, literal(n.Args[0]))
				}
			case *ast.CompositeLit:
				if isData(n.Type, "Place") && len(n.Elts) == 2 && isData(n.Elts[0].(*ast.KeyValueExpr).Value, "PlaceDocument") {
					documents = append(documents, literal(n.Elts[1].(*ast.KeyValueExpr).Value))
				}
			}
			return true
		})
	}
	return fields, documents
}

func isData(e ast.Expr, name string) bool {
	s, ok := e.(*ast.SelectorExpr)
	return ok && s.Sel.Name == name
}

func literal(e ast.Expr) string {
	if l, ok := e.(*ast.BasicLit); ok {
		if s, err := strconv.Unquote(l.Value); err == nil {
			return s
		}
	}
	return ""
}
