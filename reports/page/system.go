package page

import (
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/fontscan"
)

// systemFonts finds letters among the fonts installed on this computer. The
// library's own chooser answers an arbitrary face when nothing fits, and is
// not safe for two documents at once; its index of the fonts is used alone.
type systemFonts struct {
	cacheDir string
	once     sync.Once
	prints   []fontscan.Footprint // read-only after once

	mu     sync.Mutex
	loaded map[fontscan.Location]*font.Font // nil for one that cannot be read
	chosen map[wish]*font.Font
}

// wish is what is asked of a system font.
type wish struct {
	cluster  string // one character as a reader sees it
	bold     bool
	italic   bool
	emoji    bool
	language string // "ja", "ko", "zh-Hant": which shapes of Chinese characters
}

func newSystemFonts(cacheDir string) *systemFonts {
	if cacheDir == "" {
		cacheDir = filepath.Join(os.TempDir(), "copleader-fonts")
	}
	return &systemFonts{
		cacheDir: cacheDir,
		loaded:   make(map[fontscan.Location]*font.Font),
		chosen:   make(map[wish]*font.Font),
	}
}

// scan looks through the system's fonts once.
func (s *systemFonts) scan() { s.once.Do(s.read) }

// read fills the index. A damaged font in the user's folder makes the scan
// panic; then there are no system fonts.
func (s *systemFonts) read() {
	defer func() {
		if recover() != nil {
			s.prints = nil
		}
	}()
	prints, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), s.cacheDir)
	if err != nil {
		return
	}
	s.prints = prints
}

// find gives a font that has the whole cluster, or nil. The choice depends on
// the fonts alone, not on the order they were found in.
func (s *systemFonts) find(w wish) *font.Font {
	s.scan()
	s.mu.Lock()
	defer s.mu.Unlock()
	if f, known := s.chosen[w]; known {
		return f
	}
	f := s.choose(w)
	s.chosen[w] = f
	return f
}

// forget gives back the memory of the fonts that were read.
func (s *systemFonts) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.loaded)
	clear(s.chosen)
}

func (s *systemFonts) choose(w wish) *font.Font {
	for _, c := range s.ranked(w) {
		if f := s.load(c.Location); f != nil && draws(f, []rune(w.cluster)) {
			return f
		}
	}
	return nil
}

// ranked are the fonts that say that they have a cluster, the fittest first.
func (s *systemFonts) ranked(w wish) []candidate {
	var candidates []candidate
	for i := range s.prints {
		if p := &s.prints[i]; hasRunes(p.Runes, []rune(w.cluster)) {
			candidates = append(candidates, candidate{p, fitness(p, w)})
		}
	}
	sort.Slice(candidates, func(i, j int) bool { return candidates[i].before(candidates[j]) })
	return candidates
}

type candidate struct {
	*fontscan.Footprint
	fitness int
}

func (c candidate) before(other candidate) bool {
	if c.fitness != other.fitness {
		return c.fitness > other.fitness
	}
	if c.Location.File != other.Location.File {
		return c.Location.File < other.Location.File
	}
	return c.Location.Index < other.Location.Index
}

func hasRunes(set fontscan.RuneSet, runes []rune) bool {
	for _, r := range runes {
		if !ignorable(r) && !set.Contains(r) {
			return false
		}
	}
	return true
}

// fitness prefers fonts that look like the rest of the page: a plain sans of
// the right weight.
func fitness(p *fontscan.Footprint, w wish) int {
	family := p.Family // normalized: lower case, no blanks
	n := 0
	if strings.Contains(family, "emoji") == w.emoji {
		n += 100
	}
	if strings.HasPrefix(family, "notosans") {
		n += 20
	}
	if strings.Contains(family, "sans") && !strings.Contains(family, "comic") {
		n += 20
	}
	if hasPrefix(family, windowsFaces...) {
		n += 40
	}
	for _, odd := range []string{"mono", "serif", "unjoined", "looped", "display", "math", "symbol", "historic"} {
		if strings.Contains(family, odd) {
			n -= 10
		}
	}
	if forms := chineseForms(w.language); strings.Contains(family, "cjk") && strings.HasSuffix(family, forms) || hasPrefix(family, windowsChinese[forms]) {
		n += 10
	}
	if (p.Aspect.Style == font.StyleItalic) == w.italic {
		n += 4
	}
	if p.Aspect.Stretch == font.StretchNormal || p.Aspect.Stretch == 0 {
		n += 4
	}
	wanted := font.WeightNormal
	if w.bold {
		wanted = font.WeightBold
	}
	return n - int(max(p.Aspect.Weight-wanted, wanted-p.Aspect.Weight))/100
}

// windowsFaces are how the plain fonts begin that Windows writes its own windows with, each for some scripts of the world.
var windowsFaces = []string{"segoeui", "nirmala", "leelawadeeui", "malgungothic", "microsoftyahei", "microsoftjhenghei", "yugothic", "ebrima",
	"gadugi", "myanmartext", "javanesetext"}

// windowsChinese are those among them for the forms of Chinese characters.
var windowsChinese = map[string]string{"sc": "microsoftyahei", "tc": "microsoftjhenghei", "hk": "microsoftjhenghei", "jp": "yugothic", "kr": "malgungothic"}

func hasPrefix(family string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(prefix string) bool { return strings.HasPrefix(family, prefix) })
}

// chineseForms is how the families of Noto's Chinese, Japanese and Korean
// fonts end for a language.
func chineseForms(language string) string {
	switch language = strings.ToLower(language); {
	case strings.HasPrefix(language, "ja"):
		return "jp"
	case strings.HasPrefix(language, "ko"):
		return "kr"
	case strings.HasPrefix(language, "zh-hant"), strings.HasPrefix(language, "zh-tw"):
		return "tc"
	case strings.HasPrefix(language, "zh-hk"):
		return "hk"
	}
	return "sc"
}

// load reads one font of a file, or gives nil.
func (s *systemFonts) load(at fontscan.Location) *font.Font {
	f, known := s.loaded[at]
	if !known {
		f = loadFont(at)
		s.loaded[at] = f
	}
	return f
}

func loadFont(at fontscan.Location) (f *font.Font) {
	defer func() {
		if recover() != nil {
			f = nil
		}
	}()
	file, err := os.Open(at.File)
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }() // only read
	loaders, err := opentype.NewLoaders(file)
	if err != nil || int(at.Index) >= len(loaders) {
		return nil
	}
	f, err = font.NewFont(loaders[at.Index])
	if err != nil {
		return nil
	}
	return f
}

// draws tells whether a font has outlines for these characters: colour emoji
// made of pictures have none.
func draws(f *font.Font, runes []rune) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	face := font.NewFace(f)
	for _, r := range runes {
		if ignorable(r) {
			continue
		}
		glyph, found := face.NominalGlyph(r)
		if !found {
			return false
		}
		if _, found = face.GlyphDataOutline(glyph); !found {
			return false
		}
	}
	return true
}
