package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf16"
)

// Limits of a workbook that somebody sends in. A questionnaire has 20 KB and a
// dozen parts; a file beyond these limits is none, and is not unpacked.
const (
	MaxFile  = 5 << 20  // bytes of the file as it came
	maxPart  = 4 << 20  // bytes of one part, unpacked
	maxTotal = 12 << 20 // bytes of all parts that are read
	maxParts = 400
	maxDepth = 64   // of elements within one another
	maxText  = 4096 // of a name, and of what it stands for
)

// What may be wrong with a file.
var (
	errTooLarge  = errors.New("larger than a workbook may be")
	errNoBook    = errors.New("not a workbook")
	errOldExcel  = errors.New("a workbook of the old kind, .xls")
	errEncrypted = errors.New("protected by a password")
	errMacros    = errors.New("holds macros")
	errDamaged   = errors.New("damaged")
)

// book is a workbook of which only the parts asked for are ever unpacked.
// excelize is not used here: on a foreign file it may take memory without bounds.
type book struct {
	parts  map[string]*zip.File
	part   int64             // bytes that one part may unpack to
	left   int64             // bytes that may still be unpacked
	names  map[string]string // defined names, in lower case, as they refer
	order  []bookSheet       // the sheets as they come
	shared string            // the part of the shared texts
	styles string            // the part of the formats
	old    bool              // days are counted from 1904 on
}

// bookSheet is a sheet as the workbook lists it.
type bookSheet struct {
	name, part string
	hidden     bool
}

// openBook looks at a questionnaire and reads its table of contents.
func openBook(content []byte) (*book, error) {
	b, err := openZip(content, MaxFile, maxPart, maxTotal)
	if err != nil {
		return nil, err
	}
	for name := range b.parts {
		if path.Base(name) == "vbaproject.bin" {
			return nil, errMacros
		}
	}
	if b.openDocument() {
		return b, b.encrypted()
	}
	return b, b.readContents()
}

// openDocument reports whether it is an OpenDocument file, whose names stand beside its cells.
func (b *book) openDocument() bool {
	return b.parts["mimetype"] != nil || b.parts["content.xml"] != nil
}

// openZip looks at a file of several parts, within limits for the file, each part and
// all of them together.
func openZip(content []byte, file int, part, total int64) (*book, error) {
	if err := looksLikeBook(content, file); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, errDamaged
	}
	if len(archive.File) > maxParts {
		return nil, errTooLarge
	}
	b := &book{parts: map[string]*zip.File{}, part: part, left: total, names: map[string]string{}}
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if b.parts[name] != nil {
			return nil, errDamaged // two parts of one name: readers would disagree on which counts
		}
		b.parts[name] = f
	}
	return b, nil
}

// looksLikeBook tells by the first bytes what a file is.
func looksLikeBook(content []byte, most int) error {
	switch {
	case len(content) > most:
		return errTooLarge
	case bytes.HasPrefix(content, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		if bytes.Contains(content, utf16LE("EncryptedPackage")) {
			return errEncrypted
		}
		return errOldExcel
	case !bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return errNoBook
	}
	return nil
}

func utf16LE(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

// readContents finds the workbook part, its names and its sheets.
func (b *book) readContents() error {
	main := ""
	err := b.relations("", func(r relation) {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			main = r.target
		}
	})
	if err != nil || main == "" {
		return errors.Join(errNoBook, err)
	}
	byID := map[string]string{}
	err = b.relations(main, func(r relation) {
		byID[r.id] = r.target
		switch path.Base(r.kind) {
		case "sharedStrings":
			b.shared = r.target
		case "styles":
			b.styles = r.target
		}
	})
	if err != nil {
		return err
	}
	r := contentsReader{book: b, byID: byID}
	return b.walk(main, r.token)
}

// contentsReader reads the sheets and the defined names of a workbook.
type contentsReader struct {
	*book
	byID         map[string]string // parts by the id of the reference to them
	name, refers string            // of the defined name that is being read
	own          bool              // it belongs to one sheet: a copy of the sheet has such names
}

func (r *contentsReader) token(at []string, t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		r.start(t)
	case xml.CharData:
		if at[len(at)-1] == "definedName" && len(r.refers) < maxText {
			r.refers += string(t)
		}
	case xml.EndElement:
		if _, there := r.names[r.name]; t.Name.Local == "definedName" && r.name != "" && (!r.own || !there) {
			r.names[r.name] = r.refers
		}
	}
}

func (r *contentsReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "sheet":
		if part, known := r.byID[attribute(t, "id")]; known {
			state := attribute(t, "state")
			r.order = append(r.order, bookSheet{attribute(t, "name"), part, state == "hidden" || state == "veryHidden"})
		}
	case "workbookPr":
		old := attribute(t, "date1904")
		r.old = old == "1" || old == "true"
	case "definedName":
		r.name, r.refers, r.own = strings.ToLower(attribute(t, "name")), "", attribute(t, "localSheetId") != ""
	}
}

type relation struct{ id, kind, target string }

// relations reads what a part (or, without a name, the whole file) refers to.
func (b *book) relations(of string, yield func(relation)) error {
	folder, file := path.Split(of)
	return b.walk(folder+"_rels/"+file+".rels", func(_ []string, t xml.Token) {
		start, is := t.(xml.StartElement)
		if !is || start.Name.Local != "Relationship" || attribute(start, "TargetMode") == "External" {
			return
		}
		target := attribute(start, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		yield(relation{attribute(start, "Id"), attribute(start, "Type"), strings.TrimPrefix(path.Clean(target), "/")})
	})
}

// attribute is an attribute by its name, whatever its name space.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// walk reads one part from end to end, as walkUntil does.
func (b *book) walk(part string, yield func(at []string, t xml.Token)) error {
	return b.walkUntil(part, func(at []string, t xml.Token) error {
		yield(at, t)
		return nil
	})
}

// walkUntil reads one part from end to end, or until an error is given back. A part that
// is cut off, that declares entities, nests too deep or unpacks to more than the limits
// is an error: read half, it would look like answers left blank.
func (b *book) walkUntil(part string, yield func(at []string, t xml.Token) error) error {
	f := b.parts[strings.ToLower(part)]
	if f == nil {
		return errDamaged
	}
	// What the file says about its size may be a lie, so the bytes are counted too.
	limit := min(b.part, b.left)
	if f.UncompressedSize64 > uint64(max(0, limit)) { // never negative
		return errTooLarge
	}
	opened, err := f.Open()
	if err != nil {
		return errDamaged
	}
	defer func() { _ = opened.Close() }()
	counted := &io.LimitedReader{R: opened, N: limit + 1}
	defer func() { b.left -= limit + 1 - counted.N }()
	return tokens(counted, yield)
}

// tokens yields what an XML document is made of, each with the elements it lies in.
func tokens(from *io.LimitedReader, yield func(at []string, t xml.Token) error) error {
	decoder := xml.NewDecoder(from)
	var at []string
	for {
		token, err := decoder.Token()
		switch {
		case from.N <= 0:
			return errTooLarge
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return errDamaged
		}
		switch t := token.(type) {
		case xml.Directive:
			return errDamaged // a document type, with entities to unfold
		case xml.StartElement:
			if at = append(at, t.Name.Local); len(at) > maxDepth {
				return errDamaged
			}
		}
		if len(at) > 0 {
			if err := yield(at, token); err != nil {
				return err
			}
		}
		if _, ends := token.(xml.EndElement); ends {
			at = at[:len(at)-1]
		}
	}
}

// isText reports whether character data at this place is a cell's text; how to
// pronounce it (rPh) is none.
func isText(at []string) bool {
	if at[len(at)-1] != "t" {
		return false
	}
	for _, name := range at {
		if name == "rPh" {
			return false
		}
	}
	return true
}
