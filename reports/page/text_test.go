package page

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
)

var names = []string{
	"Amélie Fournier", "Κατερίνα Δήμου", "Zoë Marchand-Núñez", "Łukasz Wiśniewski", "Ελένη Παπαδοπούλου",
	"Søren Ødegaard", "Олена Шевченко", "王晓梅", "ليلى حدّاد", "Žofie Dvořáková", "Nguyễn Thị Hạnh",
	"Νίκος Αντωνίου", "Güneş Yıldırım", "Дмитрий Орлов", "يوسف المصري", "李建国", "José Ibáñez Peña",
	"Þórdís Jónsdóttir", "Милица Јовановић", "Réka Szőke", "陳美玲", "Ştefania Țăran", "نور الهدى بنعلي",
	"Ægir Strømø", "Γιώργος Ξένος", "Åsa Lindqvist",
}

func TestNamesOfTheDemoInFiveScripts(t *testing.T) {
	d := newDocument(allFonts())
	d.AddPage()
	for i, name := range names {
		d.Text(Rect{20, 15 + float64(i)*9.5, 80, 9}, name, Style{Size: 14})
		d.Text(Rect{110, 15 + float64(i)*9.5, 80, 9}, name, Style{Size: 14, Bold: true, Align: AlignLeft})
	}
	pdf := written(t, d)
	requireChinese(t)
	if n := d.Unprintable(); n != 0 {
		t.Errorf("%d characters could not be printed", n)
	}
	text := extracted(t, pdf)
	for _, name := range names {
		if strings.Count(text, name) != 2 {
			t.Errorf("%q is not found twice in the page's text:\n%s", name, text)
		}
	}
	checked(t, pdf)
}

// Without Chinese fonts on the computer the names in Chinese are counted.
func TestEmbeddedFontsPrintAllButChinese(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.Text(Rect{20, 20, 170, 0}, strings.Join(names, "\n"), Style{})
	written(t, d)
	if want := len([]rune("王晓梅李建国陳美玲")); d.Unprintable() != want {
		t.Errorf("unprintable = %d, want %d", d.Unprintable(), want)
	}
}

func TestUnprintableCountsWhatIsPrinted(t *testing.T) {
	tests := []struct {
		name, text string
		style      Style
		want       int
	}{
		{"none", "plain text", Style{}, 0},
		{"blanks and joiners", "a b\u00A0c\u200Dd\u200Be", Style{}, 0},
		{"three of a script nobody has", "a \U00012000\U00012001 b \U00012002", Style{}, 3},
		{"the same one twice", "\U00012000 \U00012000", Style{}, 2},
		{"an emoji the fonts have", "👩‍💻 ✓ ☐ ★ → ●", Style{}, 0},
		{"a letter with an accent no font has with it", "a\u0302\u0323", Style{}, 0},
		{"cut off before", strings.Repeat("long ", 40) + "\U00012000", Style{MaxLines: 1}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(embeddedFonts())
			d.Text(Rect{20, 20, 60, 0}, test.text, test.style)
			written(t, d)
			if d.Unprintable() != test.want {
				t.Errorf("unprintable = %d, want %d", d.Unprintable(), test.want)
			}
		})
	}
}

func TestMeasuringCountsNothing(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.Measure(50, "\U00012000", Style{})
	if d.Unprintable() != 0 || d.Pages() != 0 {
		t.Errorf("measuring left %d unprintable and %d pages", d.Unprintable(), d.Pages())
	}
}

func TestWhatAFontHasCanBeFound(t *testing.T) {
	d := newDocument(embeddedFonts())
	words := []string{
		"naïve", "Ξεσκεπάζω", "съешь", "Љубазни", "phở", "đặc", "Ünïcödé", "עברית", "éclair",
		"Å\u0326ngström", "ﬁn", "AVATAR", "“quoted”", "€ 1,234.50",
	}
	for i, w := range words {
		d.Text(Rect{20, 10 + 8*float64(i), 100, 8}, w, Style{Size: 12, Italic: i%2 == 1})
	}
	pdf := written(t, d)
	text := extracted(t, pdf)
	for _, w := range words {
		if !strings.Contains(text, clean(w)) {
			t.Errorf("%q is not found in the page's text", w)
		}
	}
	if d.Unprintable() != 0 {
		t.Errorf("unprintable = %d", d.Unprintable())
	}
}

// Decomposed accents are composed first: fonts place them badly otherwise.
func TestDecomposedTextIsComposed(t *testing.T) {
	d := newDocument(embeddedFonts())
	d.Text(Rect{20, 20, 100, 0}, "E\u0301le\u0301ne", Style{})
	if text := extracted(t, written(t, d)); !strings.Contains(text, "Éléne") {
		t.Errorf("text is %q", text)
	}
}

var hostile = []string{
	"", " ", "\n\n\n", "\x00\x01\x1b[31m", "ab\xe4", "\xff\xfe\xfd", "\uFFFF\uFFFE", "𠮷 野家", "👩‍👩‍👧‍👦🏳️‍🌈🇬🇷",
	"e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "\u202Eabc\u202Dabc\u2066\u2067", "\u200F\u200E", "王晓梅",
	"مرحبا (42) abc", "\u0301\u0302", "\u200D\u200D", "\uFE0F", "\U0010FFFD", "(\\)\r(", "\u2028\u2029", "﷽",
	strings.Repeat("x", 5000), strings.Repeat("王", 5000), strings.Repeat("ل", 5000), strings.Repeat("👩‍💻", 1000),
	strings.Repeat("\u0301", 5000), strings.Repeat("﷽", 12000), strings.Repeat("word ", 5000),
	strings.Repeat("\u2067ab", 300), strings.Repeat("(", 3000) + "א", "देवनागरी தமிழ் ไทย ខ្មែរ 한국어 ქართული",
}

func TestNothingPanics(t *testing.T) {
	for _, fonts := range []*Fonts{embeddedFonts(), allFonts()} {
		d := New(fonts, Setup{Title: strings.Join(hostile[:20], "|"), Author: "\xff😀", Language: ")(<<", Created: created})
		for i, text := range hostile {
			d.AddPage()
			d.Bookmark(i%5, text, 10)
			d.Text(Rect{10, 10, 100, 200}, text, Style{Bold: i%2 == 0})
			d.Text(Rect{10, 220, 0.1, 10}, text, Style{Italic: true, MaxLines: 2})
			d.TextLine(10, 250, text, Style{Align: AlignCenter})
			d.Measure(50, text, Style{})
		}
		if d.Pages() != len(hostile) {
			t.Errorf("%d pages, want %d; first failure: %v", d.Pages(), len(hostile), d.Err())
		}
		checked(t, written(t, d))
	}
}

func TestWrappedTextLosesNothing(t *testing.T) {
	tests := []struct{ name, text string }{
		{"Chinese", strings.Repeat("海上生明月，天涯共此时。情人怨遥夜，竟夕起相思。", 8)},
		{"Japanese", strings.Repeat("いろはにほへと、ちりぬるを「わかよたれそ」つねならむ。", 8)},
		{"astral Chinese", strings.Repeat("𠮷野家で𠀋食べた。", 12)},
		{"Latin", strings.Repeat("A community of practice grows around a domain, step by step. ", 12)},
		{"one long word", strings.Repeat("Donaudampfschifffahrtsgesellschaft", 12)},
		{"mixed", strings.Repeat("Team 王晓梅 met Ελένη — 42 people (and 李建国) came. ", 10)},
		{"Arabic", strings.Repeat("المجتمع ينمو خطوة خطوة مع أهله ", 10)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(allFonts())
			result := d.Text(Rect{20, 20, 61, 0}, test.text, Style{Size: 11})
			got := withoutMarks.Replace(unblanked(extracted(t, written(t, d))))
			requireChinese(t)
			if result.Lines < 5 || result.Truncated {
				t.Errorf("result %+v, want some lines and nothing cut", result)
			}
			if want := unblanked(test.text); got != want {
				t.Errorf("text read back differs\n got %q\nwant %q", got, want)
			}
		})
	}
}

func TestLongTextEndsInDots(t *testing.T) {
	long := strings.Repeat("Months pass and my skill stays where it was. ", 20)
	tests := []struct {
		name  string
		box   Rect
		text  string
		style Style
		lines int
		cut   bool
	}{
		{"fits", Rect{20, 20, 80, 50}, "Short.", Style{}, 1, false},
		{"box of three lines", Rect{20, 20, 80, 3*10*1.36*perPoint + 0.1}, long, Style{}, 3, true},
		{"style of two lines", Rect{20, 20, 80, 100}, long, Style{MaxLines: 2}, 2, true},
		{"box lower than a line", Rect{20, 20, 80, 1}, long, Style{}, 1, true},
		{"no height is no limit", Rect{20, 20, 170, 0}, long, Style{}, 10, false},
		{"more paragraphs than lines", Rect{20, 20, 80, 0}, "one\ntwo\nthree", Style{MaxLines: 2}, 2, true},
		{"exactly its paragraphs", Rect{20, 20, 80, 0}, "one\ntwo\n\n", Style{MaxLines: 2}, 2, false},
		{"cut at an empty paragraph", Rect{20, 20, 80, 0}, "one\n\nthree", Style{MaxLines: 2}, 2, true},
		{"a long word", Rect{20, 20, 40, 0}, strings.Repeat("x", 5000), Style{MaxLines: 2}, 2, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(embeddedFonts())
			result := d.Text(test.box, test.text, test.style)
			text := strings.TrimSpace(extracted(t, written(t, d)))
			if result.Lines != test.lines || result.Truncated != test.cut {
				t.Errorf("%d lines, cut %v; want %d, %v", result.Lines, result.Truncated, test.lines, test.cut)
			}
			if strings.HasSuffix(text, "…") != test.cut {
				t.Errorf("the page's text ends in %q", text[max(0, len(text)-20):])
			}
			if result.Width > test.box.W+0.01 {
				t.Errorf("width %.2f is more than the box's %.2f", result.Width, test.box.W)
			}
		})
	}
}

func TestMeasureAgreesWithText(t *testing.T) {
	d := newDocument(embeddedFonts())
	text := strings.Repeat("Growing in my craft, together. ", 9)
	s := Style{Size: 13, LineHeight: 1.5}
	measured := d.Measure(77, text, s)
	if drawn := d.Text(Rect{10, 10, 77, 0}, text, s); drawn != measured {
		t.Errorf("drawn %+v, measured %+v", drawn, measured)
	}
	if want := float64(measured.Lines) * 13 * 1.5 * 25.4 / 72; measured.Height < want-0.001 || measured.Height > want+0.001 {
		t.Errorf("height %.3f, want %.3f", measured.Height, want)
	}
	again := d.Measure(measured.Width, text, s)
	if again.Lines != measured.Lines {
		t.Errorf("a text set in its own width takes %d lines, not %d", again.Lines, measured.Lines)
	}
}

func TestAlignment(t *testing.T) {
	tests := []struct {
		name, text  string
		style       Style
		left, right float64 // millimetres; 0 is not asked
	}{
		{name: "start", text: "word", style: Style{}, left: 50},
		{name: "right", text: "word", style: Style{Align: AlignRight}, right: 150},
		{name: "start of Hebrew", text: "שלום", style: Style{}, right: 150},
		{name: "left of Hebrew", text: "שלום", style: Style{Align: AlignLeft}, left: 50},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(embeddedFonts())
			d.Text(Rect{50, 50, 100, 10}, test.text, test.style)
			words := wordsOf(t, written(t, d))
			if len(words) != 1 {
				t.Fatalf("words %+v", words)
			}
			got := words[0]
			if test.left != 0 && (got.left < test.left-0.2 || got.left > test.left+0.2) {
				t.Errorf("begins at %.2f mm, want %.2f", got.left, test.left)
			}
			if test.right != 0 && (got.right < test.right-0.2 || got.right > test.right+0.2) {
				t.Errorf("ends at %.2f mm, want %.2f", got.right, test.right)
			}
		})
	}
}

func TestVerticalAlignment(t *testing.T) {
	tops := map[Valign]float64{}
	for _, v := range []Valign{ValignTop, ValignMiddle, ValignBottom} {
		d := newDocument(embeddedFonts())
		d.Text(Rect{50, 50, 100, 40}, "word", Style{Valign: v})
		tops[v] = wordsOf(t, written(t, d))[0].top
	}
	line := Style{}.withDefaults().lineHeight()
	if got, want := tops[ValignBottom]-tops[ValignTop], 40-line; got < want-0.1 || got > want+0.1 {
		t.Errorf("bottom stands %.2f mm below top, want %.2f", got, want)
	}
	if got, want := tops[ValignMiddle]-tops[ValignTop], (40-line)/2; got < want-0.1 || got > want+0.1 {
		t.Errorf("middle stands %.2f mm below top, want %.2f", got, want)
	}
}

// The parts of mixed lines stand in the order of the Unicode bidirectional
// algorithm.
func TestMixedDirections(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"Latin alone", "abc 12", "abc 12"},
		{"Hebrew alone", "אבג דהו", "והד גבא"},
		{"Hebrew in Latin", "one אבג two", "one גבא two"},
		{"number in Hebrew in Latin", "one אבג 42 דהו two", "one והד 42 גבא two"},
		{"number after Hebrew, then Latin", "one אבג 42 two", "one 42 גבא two"},
		{"number after Latin", "אבג one 42", "one 42 גבא"},
		{"brackets in Hebrew", "אבג (דה)", "(הד) גבא"},
		{"decimal after Hebrew", "a אב 1.5 b", "a 1.5 בא b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDocument(embeddedFonts())
			lines, _ := d.setter.set(test.text, widest, Style{Size: 10}, 1)
			if got := seen(lines[0]); got != test.want {
				t.Errorf("seen from left to right: %q, want %q", got, test.want)
			}
		})
	}
}

// seen is a line's text from left to right, brackets as they look.
func seen(line setLine) string {
	var out strings.Builder
	for _, run := range line.runs {
		for _, p := range copyPieces(run) {
			out.WriteString(p.text)
		}
	}
	return out.String()
}

// A family of three stays one picture when the line breaks, and an accent
// stays on its letter.
func TestCharactersStayWhole(t *testing.T) {
	d := newDocument(embeddedFonts())
	lines, _ := d.setter.set(strings.Repeat("👩‍👩‍👧", 8), 3*em, Style{Size: 10}, 0)
	total := 0
	for _, line := range lines {
		for _, run := range line.runs {
			if n := len(run.text); n%5 != 0 {
				t.Errorf("a run of %d characters: a family was cut", n)
			}
			total += len(run.text)
		}
	}
	if total != 8*5 {
		t.Errorf("%d characters set, want %d", total, 8*5)
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain", "plain"},
		{"e\u0301", "é"},
		{"a\tb", "a b"},
		{"a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"},
		{"a\x00b\x7fc\x1b", "abc"},
		{"ab\xe4", "ab\uFFFD"},
		{"a\uFFFFb\uFFFEc\uFDD0d\U0001FFFEe", "abcde"},
		{"soft\u00ADhyphen\uFEFF", "softhyphen"},
	}
	for _, test := range tests {
		if got := clean(test.in); got != test.want {
			t.Errorf("clean(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestLongParagraphsAreCutAtBlanks(t *testing.T) {
	text := strings.Repeat("word ", paragraphLimit)
	parts := paragraphs(text)
	joined := ""
	for _, p := range parts {
		if len(p) > paragraphLimit {
			t.Errorf("a part of %d characters", len(p))
		}
		joined += string(p)
	}
	if len(parts) < 5 || joined != strings.TrimSpace(text) {
		t.Errorf("%d parts, %d characters, want all %d", len(parts), len(joined), len(text)-1)
	}
}

// withoutMarks takes off the direction marks pdftotext puts around lines.
var withoutMarks = strings.NewReplacer("\u202A", "", "\u202B", "", "\u202C", "")

func unblanked(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func BenchmarkPageOfText(b *testing.B) {
	fonts := embeddedFonts()
	text := strings.Repeat("A community of practice grows around a domain, step by step. ", 70)
	b.ReportAllocs()
	for b.Loop() {
		d := newDocument(fonts)
		d.Text(Rect{20, 20, 170, 257}, text, Style{Size: 11})
		var out bytes.Buffer
		if err := d.Write(&out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPageOfNamesInFiveScripts(b *testing.B) {
	fonts := allFonts()
	text := strings.Join(names, "\n")
	b.ReportAllocs()
	for b.Loop() {
		d := newDocument(fonts)
		d.Text(Rect{20, 20, 80, 0}, text, Style{Size: 11})
		d.Text(Rect{110, 20, 80, 0}, text, Style{Size: 11, Bold: true})
		var out bytes.Buffer
		if err := d.Write(&out); err != nil {
			b.Fatal(err)
		}
	}
}

// Given a sentence from the left that names something from the right, then it is read from the left, and its numbers stay with the
// words they belong to; what is typed from the right stays so.
func TestNamesFromTheRightTearNoSentence(t *testing.T) {
	for text, order := range map[string][]string{
		"مجتمع, 4 May 2026 to 30 Nov":      {"4", "May", "2026", "to", "30", "Nov"},
		"Come: مجتمع: 4 places to speak":   {"Come:", "4", "places", "speak"},
		"ليلى and Ægir Strømø":             {"and", "Ægir", "Strømø"},
		"“مجتمع” (Doing): for Test":        {"(Doing):", "for", "Test"},
		"نستخدم هذا الاختبار كل يوم في CI": {"CI"},
	} {
		d := newDocument(embeddedFonts())
		d.AddPage()
		d.Text(Rect{20, 20, 160, 0}, text, Style{Size: 11})
		pdf := written(t, d)
		at, arabic := map[string]float64{}, 0.0
		for _, w := range wordsOf(t, pdf) {
			at[w.word] = w.left
			if strings.ContainsAny(w.word, "عتلى") {
				arabic = w.left
			}
		}
		for i, word := range order {
			if _, there := at[word]; !there {
				t.Errorf("%q lacks %q: %v", text, word, at)
			}
			if i > 0 && at[word] <= at[order[i-1]] {
				t.Errorf("%q: %q stands at %.0f, %q at %.0f", text, word, at[word], order[i-1], at[order[i-1]])
			}
		}
		if first := at[order[0]]; order[0] != "Come:" && first <= arabic && order[0] != "CI" || order[0] == "CI" && first >= arabic {
			t.Errorf("%q: %q stands at %.0f, the name at %.0f", text, order[0], first, arabic)
		}
	}
}
