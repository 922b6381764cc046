package page

import (
	"slices"
	"strings"
	"testing"
)

// asOnWindows are this computer's fonts under the names that Windows' fonts have: those for some scripts stand for the plain ones of
// Windows, and for others of which Windows has several. Wherever two have a letter, a person would choose the plain one.
func asOnWindows(t *testing.T) *systemFonts {
	t.Helper()
	requireChinese(t)
	real := newSystemFonts(t.TempDir())
	real.scan()
	s := newSystemFonts(t.TempDir())
	add := func(windows string, scripts ...string) {
		t.Helper()
		found := false
		for _, p := range real.prints {
			if slices.Contains(scripts, p.Family) {
				p.Family, found = windows, true
				s.prints = append(s.prints, p)
			}
		}
		if !found {
			t.Skip("a font is not installed: ", scripts)
		}
	}
	for _, plain := range []string{"nirmalaui", "comicsansms", "arialunicodems"} {
		add(plain, "notosansdevanagari", "notosansbengali", "notosanstamil")
	}
	for _, plain := range []string{"leelawadeeui", "microsoftsansserif", "timesnewroman"} {
		add(plain, "notosansthai", "notosanslao", "notosanskhmer")
	}
	for _, plain := range []string{"ebrima", "segoeuihistoric"} {
		add(plain, "notosansethiopic")
	}
	add("malgungothic", "notosanscjkkr")
	add("microsoftyahei", "notosanscjksc")
	add("microsoftjhenghei", "notosanscjktc")
	add("yugothic", "notosanscjkjp")
	add("simsun", "notoserifcjksc")
	s.once.Do(func() {}) // nothing else is looked for
	return s
}

// Given the fonts of a Windows laptop, then a name in any script is set in the plain one that Windows has for it, Chinese characters in
// the forms of their language.
func TestFontsOfWindows(t *testing.T) {
	s := asOnWindows(t)
	best := func(w wish) string {
		t.Helper()
		ranked := s.ranked(w)
		if len(ranked) == 0 {
			t.Fatalf("nothing has %s", w.cluster)
		}
		return ranked[0].Family
	}
	for letter, want := range map[string]string{"हि": "nirmalaui", "বা": "nirmalaui", "தமி": "nirmalaui", "ไท": "leelawadeeui", "ລາ": "leelawadeeui",
		"ខ្មែ": "leelawadeeui", "አ": "ebrima", "王": "microsoftyahei"} {
		for _, bold := range []bool{false, true} {
			w := wish{cluster: letter, bold: bold}
			if got := best(w); got != want {
				t.Errorf("%s (bold %v) is set in %s, want %s", letter, bold, got, want)
			}
			if s.find(w) == nil {
				t.Errorf("%s cannot be printed", letter)
			}
		}
	}
	for language, want := range map[string]string{"": "microsoftyahei", "en": "microsoftyahei", "ja": "yugothic", "ko": "malgungothic", "zh-Hant": "microsoftjhenghei", "zh-HK": "microsoftjhenghei"} {
		if got := best(wish{cluster: "王", language: language}); got != want {
			t.Errorf("in %q 王 is set in %s, want %s", language, got, want)
		}
	}
}

// Given the fonts of a Windows laptop and our own, then a page of names in many scripts has no box on it.
func TestNamesInAnyScriptOnWindows(t *testing.T) {
	fonts := embeddedFonts()
	fonts.read()
	fonts.system = asOnWindows(t)
	d := newDocument(fonts)
	names := []string{"Łukasz Ελένη Олена", "Արամ ნინო", "ليلى שרה", "王晓梅", "山田さくら", "김민수", "रवि कुमार", "রবি", "தமிழ்", "สมชาย", "ສົມ", "សុខា", "አበበ", "Nguyễn Thị Hạnh"}
	d.Text(Rect{15, 15, 180, 250}, strings.Join(names, "\n"), Style{Size: 14})
	checked(t, written(t, d))
	if n := d.Unprintable(); n != 0 {
		t.Errorf("%d characters cannot be printed", n)
	}
}
