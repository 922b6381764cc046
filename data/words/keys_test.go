package words

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

// sentence is one entry of the template.
type sentence struct{ one, many string }

// harvest walks syntax trees and gathers the sentences that will one day be spoken. It knows three places:
// calls of Text and Count on a Say; calls of functions that hand a key on (a parameter named key with args
// behind it, or the pair one and many); literals of the types that carry a key, which data declares.
type harvest struct {
	files  *token.FileSet
	rooms  map[string]map[string]*ast.File // folder → path → tree
	consts map[string]map[string]string    // folder → name of a constant → its text
	takers map[string][]slots              // function → where its keys stand

	found  map[sentence]map[string]bool // → folders
	faults []string                     // keys that are no literals
}

// slots are argument positions; many is -1 where the sentence counts nothing.
type slots struct{ one, many int }

// carriers are the types whose literals hold a key.
var carriers = map[string]bool{"Phrase": true, "Error": true, "Deed": true}

// gather reads every Go file of the module except tests.
func gather(root string) (*harvest, error) {
	h := &harvest{
		files:  token.NewFileSet(),
		rooms:  map[string]map[string]*ast.File{},
		consts: map[string]map[string]string{},
		takers: map[string][]slots{},
		found:  map[sentence]map[string]bool{},
	}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		within, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		return h.read(path, filepath.ToSlash(within), nil)
	})
	if err != nil {
		return nil, err
	}
	h.walk()
	return h, nil
}

// read parses one file; source is nil to read it from disk.
func (h *harvest) read(path, within string, source any) error {
	tree, err := parser.ParseFile(h.files, path, source, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	room := filepath.ToSlash(filepath.Dir(within))
	if h.rooms[room] == nil {
		h.rooms[room] = map[string]*ast.File{}
		h.consts[room] = map[string]string{}
	}
	h.rooms[room][within] = tree
	for _, decl := range tree.Decls {
		switch decl := decl.(type) {
		case *ast.GenDecl:
			h.learnConstants(room, decl)
		case *ast.FuncDecl:
			h.learnTaker(decl)
		}
	}
	return nil
}

func (h *harvest) learnConstants(room string, decl *ast.GenDecl) {
	if decl.Tok != token.CONST {
		return
	}
	for _, spec := range decl.Specs {
		values, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, name := range values.Names {
			if i < len(values.Values) {
				if text, ok := h.literal(room, values.Values[i]); ok {
					h.consts[room][name.Name] = text
				}
			}
		}
	}
}

func (h *harvest) learnTaker(decl *ast.FuncDecl) {
	at := map[string]int{}
	position, variadic := 0, false
	for _, field := range decl.Type.Params.List {
		_, variadic = field.Type.(*ast.Ellipsis)
		for _, name := range field.Names {
			at[name.Name] = position
			position++
		}
	}
	key, hasKey := at["key"]
	one, hasOne := at["one"]
	many, hasMany := at["many"]
	switch {
	case hasOne && hasMany:
		h.takers[decl.Name.Name] = append(h.takers[decl.Name.Name], slots{one, many})
	case hasKey && variadic:
		h.takers[decl.Name.Name] = append(h.takers[decl.Name.Name], slots{key, -1})
	}
}

func (h *harvest) walk() {
	for room, trees := range h.rooms {
		for _, tree := range trees {
			ast.Inspect(tree, func(node ast.Node) bool {
				switch node := node.(type) {
				case *ast.CallExpr:
					h.call(room, node)
				case *ast.CompositeLit:
					h.composite(room, node)
				}
				return true
			})
		}
	}
	sort.Strings(h.faults)
}

func (h *harvest) call(room string, call *ast.CallExpr) {
	var name string
	spoken := false // a call on a Say, whose keys must be literals
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		name = fun.Name
	case *ast.SelectorExpr:
		name = fun.Sel.Name
		spoken = isSay(fun.X)
	}
	for _, at := range h.takers[name] {
		if at.one >= len(call.Args) || at.many >= len(call.Args) {
			continue
		}
		one, ok := h.literal(room, call.Args[at.one])
		many, okMany := "", true
		if at.many >= 0 {
			many, okMany = h.literal(room, call.Args[at.many])
		}
		switch {
		case ok && okMany:
			h.keep(room, one, many)
		case spoken && room != "data/words":
			h.faults = append(h.faults, fmt.Sprintf("%s: the key of %s is no string literal",
				h.files.Position(call.Pos()), name))
		}
	}
}

func isSay(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name == "say"
	case *ast.SelectorExpr:
		return x.Sel.Name == "Say" || x.Sel.Name == "say"
	}
	return false
}

func (h *harvest) composite(room string, lit *ast.CompositeLit) {
	if carriers[typeName(lit.Type)] {
		h.carrier(room, lit)
		return
	}
	// []Phrase{{Key: "…"}} and map[…]Phrase{…: {Key: "…"}} leave the inner type out
	var element ast.Expr
	switch t := lit.Type.(type) {
	case *ast.ArrayType:
		element = t.Elt
	case *ast.MapType:
		element = t.Value
	}
	if !carriers[typeName(element)] {
		return
	}
	for _, inner := range lit.Elts {
		if pair, ok := inner.(*ast.KeyValueExpr); ok {
			inner = pair.Value
		}
		if bare, ok := inner.(*ast.CompositeLit); ok && bare.Type == nil {
			h.carrier(room, bare)
		}
	}
}

func (h *harvest) carrier(room string, lit *ast.CompositeLit) {
	text := map[string]string{}
	for i, element := range lit.Elts {
		name, value := "", element
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			if key, ok := pair.Key.(*ast.Ident); ok {
				name, value = key.Name, pair.Value
			}
		} else if i == 0 {
			name = "Key"
		} else if i == 1 {
			name = "Many"
		}
		if said, ok := h.literal(room, value); ok {
			text[name] = said
		}
	}
	h.keep(room, text["Key"], text["Many"])
}

// literal is the text of a string literal, of several joined by +, or of a constant of the same folder.
func (h *harvest) literal(room string, x ast.Expr) (string, bool) {
	switch x := x.(type) {
	case *ast.BasicLit:
		if x.Kind != token.STRING {
			return "", false
		}
		text, err := strconv.Unquote(x.Value)
		return text, err == nil
	case *ast.ParenExpr:
		return h.literal(room, x.X)
	case *ast.BinaryExpr:
		left, ok := h.literal(room, x.X)
		right, okRight := h.literal(room, x.Y)
		return left + right, ok && okRight && x.Op == token.ADD
	case *ast.Ident:
		text, ok := h.consts[room][x.Name]
		return text, ok
	}
	return "", false
}

func (h *harvest) keep(room, one, many string) {
	if one == "" {
		return
	}
	key := sentence{one, many}
	if h.found[key] == nil {
		h.found[key] = map[string]bool{}
	}
	h.found[key][room] = true
}

func typeName(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	case *ast.StarExpr:
		return typeName(x.X)
	}
	return ""
}
