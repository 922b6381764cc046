package page

import (
	"bytes"
	"sync"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// FontSource says where letters come from. The bytes are TrueType files handed
// in by the program; those that are missing or damaged are done without.
type FontSource struct {
	Regular, Bold, Italic, BoldItalic []byte
	Emoji                             []byte

	// System allows the fonts installed on this computer for what the embedded
	// ones lack. Without it a document is the same on every computer.
	System bool
	// CacheDir keeps the index of the system's fonts; empty means the
	// temporary folder.
	CacheDir string
}

// Fonts is the chain of fonts documents take their letters from: the ones
// handed in, then DejaVu Sans, the emoji, then the system's. They are read for
// the first document, since most of the time a window is open none is made. It
// may be used by several documents at once.
type Fonts struct {
	source FontSource

	mu     sync.Mutex
	set    *fontSet     // nil before the first document, and after Forget
	system *systemFonts // nil when not allowed, and before the first document; the same ever after
}

// fontSet are the fonts as they were read; nothing in it changes.
type fontSet struct {
	styles [4][]*embedded // by styleIndex, in order of preference
	emoji  *font.Font
}

// embedded is a font whose bytes we hold.
type embedded struct {
	font   *font.Font
	ttf    []byte
	family string // names it within the PDF
	style  string // "", "B", "I" or "BI"
}

// NewFonts are the fonts of the source.
func NewFonts(source FontSource) *Fonts { return &Fonts{source: source} }

// read reads the fonts, unless they are there. DejaVu Sans is always there, so there is always
// something to print with.
func (f *Fonts) read() *fontSet {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.source.System && f.system == nil {
		f.system = newSystemFonts(f.source.CacheDir)
	}
	if f.set == nil {
		f.set = readSet(f.source)
	}
	return f.set
}

// Forget gives back the memory of the fonts, several dozen MB where Chinese was written: they are read again for the next document. One in the
// making keeps its own.
func (f *Fonts) Forget() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.set = nil
	if f.system != nil {
		f.system.forget()
	}
}

func readSet(source FontSource) *fontSet {
	regular := readEmbedded(source.Regular, "text", "")
	dejavu := readEmbedded(dejavusans.TTF, "more", "")
	dejavuBold := readEmbedded(dejavusansbold.TTF, "more", "B")
	set := &fontSet{emoji: parse(source.Emoji)}
	set.styles[styleIndex(false, false)] = chain(regular, dejavu)
	set.styles[styleIndex(true, false)] = chain(readEmbedded(source.Bold, "text", "B"), dejavuBold, regular, dejavu)
	set.styles[styleIndex(false, true)] = chain(readEmbedded(source.Italic, "text", "I"), regular, dejavu)
	set.styles[styleIndex(true, true)] = chain(readEmbedded(source.BoldItalic, "text", "BI"), dejavuBold, regular, dejavu)
	return set
}

func styleIndex(bold, italic bool) int {
	i := 0
	if bold {
		i |= 1
	}
	if italic {
		i |= 2
	}
	return i
}

func chain(fonts ...*embedded) []*embedded {
	var out []*embedded
	for _, f := range fonts {
		if f != nil {
			out = append(out, f)
		}
	}
	return out
}

func readEmbedded(ttf []byte, family, style string) *embedded {
	f := parse(ttf)
	// Only TrueType outlines can be embedded as text.
	if f == nil || f.Flavor != opentype.TrueType {
		return nil
	}
	return &embedded{font: f, ttf: unhinted(ttf), family: family, style: style}
}

// parse reads a font, or gives nil: damaged fonts may also panic.
func parse(data []byte) (f *font.Font) {
	defer func() {
		if recover() != nil {
			f = nil
		}
	}()
	if len(data) == 0 {
		return nil
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return face.Font
}
