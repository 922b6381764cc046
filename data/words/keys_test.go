package words

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// sentence is one entry of the template.
type sentence struct{ one, many string }

// harvest walks syntax trees and gathers the sentences that will one day be spoken. It knows where they stand:
// in calls of Text and Count on a Say; in calls of functions that hand a key on (a parameter named key with args
// behind it, or the pair one and many); in literals of the types that carry keys; in a table of texts, once
// something looks a key up in it.
type harvest struct {
	files  *token.FileSet
	rooms  map[string]map[string]*ast.File         // folder → path → tree
	consts map[string]map[string]string            // folder → name of a constant → its text
	tables map[string]map[string]*ast.CompositeLit // folder → name of a variable → what it begins with
	fields map[string][]string                     // type → its fields in order, for literals that name none
	takers map[string][]slots                      // function → where its keys stand

	found  map[sentence]map[string]bool // → folders
	faults []string                     // keys that are no literals
}

// slots are argument positions; many is -1 where the sentence counts nothing.
type slots struct{ one, many int }

// carriers are the types whose literals hold keys, and the fields that do. Key and Many belong together.
var carriers = map[string][]string{
	"Phrase":      {"Key", "Many"},
	"Deed":        {"Key", "Many"},
	"Error":       {"Key"},
	"EventFormat": {"Name", "Capture", "Purpose"},
	"FormatStep":  {"Text"},
	"Table":       {"add", "change", "remove"},
}

// gather reads every Go file of the module except tests.
func gather(root string) (*harvest, error) {
	h := &harvest{
		files:  token.NewFileSet(),
		rooms:  map[string]map[string]*ast.File{},
		consts: map[string]map[string]string{},
		tables: map[string]map[string]*ast.CompositeLit{},
		fields: map[string][]string{},
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
		h.tables[room] = map[string]*ast.CompositeLit{}
	}
	h.rooms[room][within] = tree
	for _, decl := range tree.Decls {
		switch decl := decl.(type) {
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				h.learnSpec(room, decl.Tok, spec)
			}
		case *ast.FuncDecl:
			h.learnTaker(decl)
		}
	}
	return nil
}

func (h *harvest) learnSpec(room string, kind token.Token, spec ast.Spec) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if shape, is := spec.Type.(*ast.StructType); is {
			h.learnFields(spec.Name.Name, shape)
		}
	case *ast.ValueSpec:
		for i, name := range spec.Names {
			if i >= len(spec.Values) {
				return
			}
			if text, ok := h.literal(room, spec.Values[i]); ok && kind == token.CONST {
				h.consts[room][name.Name] = text
			}
			if table, ok := spec.Values[i].(*ast.CompositeLit); ok {
				h.tables[room][name.Name] = table
			}
		}
	}
}

func (h *harvest) learnFields(name string, shape *ast.StructType) {
	if carriers[name] == nil {
		return
	}
	for _, field := range shape.Fields.List {
		for _, one := range field.Names {
			h.fields[name] = append(h.fields[name], one.Name)
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
		case spoken && h.lookedUp(room, call.Args[at.one]):
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
	h.carrier(room, typeName(lit.Type), lit)
	// []Phrase{{Key: "…"}} and map[…]Phrase{…: {Key: "…"}} leave the inner type out
	var element ast.Expr
	switch t := lit.Type.(type) {
	case *ast.ArrayType:
		element = t.Elt
	case *ast.MapType:
		element = t.Value
	}
	for _, inner := range lit.Elts {
		if bare, ok := valueOf(inner).(*ast.CompositeLit); ok && bare.Type == nil {
			h.carrier(room, typeName(element), bare)
		}
	}
}

// carrier keeps the keys in a literal of one of the carriers; those of other types hold none.
func (h *harvest) carrier(room, kind string, lit *ast.CompositeLit) {
	text := map[string]string{}
	for i, element := range lit.Elts {
		var field string
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			field = typeName(pair.Key)
		} else if i < len(h.fields[kind]) {
			field = h.fields[kind][i]
		}
		if !slices.Contains(carriers[kind], field) {
			continue
		}
		if said, ok := h.literal(room, valueOf(element)); ok {
			text[field] = said
		} else {
			h.lookedUp(room, valueOf(element))
		}
	}
	h.keep(room, text["Key"], text["Many"])
	for _, field := range carriers[kind] {
		if field != "Key" && field != "Many" {
			h.keep(room, text[field], "")
		}
	}
}

// lookedUp keeps every text of the table in which a key is looked up; not ok where the key is no such thing.
func (h *harvest) lookedUp(room string, key ast.Expr) bool {
	index, is := key.(*ast.IndexExpr)
	if !is {
		return false
	}
	table := h.tables[room][typeName(index.X)]
	if table == nil {
		return false
	}
	for _, element := range table.Elts {
		if said, ok := h.literal(room, valueOf(element)); ok {
			h.keep(room, said, "")
		}
	}
	return true
}

func valueOf(element ast.Expr) ast.Expr {
	if pair, ok := element.(*ast.KeyValueExpr); ok {
		return pair.Value
	}
	return element
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
	case *ast.IndexExpr: // Table[data.Member]
		return typeName(x.X)
	}
	return ""
}
