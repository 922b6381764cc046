package page

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// specimen draws one of everything.
func specimen(fonts *Fonts) *Document {
	d := New(fonts, Setup{
		Title: "Πυξίδα 𠮷", Author: "王晓梅", Language: "el", Created: created,
		ActualSize: true, TwoSided: true,
	})
	d.OnEveryPage(func(number, count int) {
		d.TextLine(d.Paper().Width/2, 293, fmt.Sprintf("Page %d of %d", number, count), Style{Size: 6, Align: AlignCenter, Color: Muted})
	})
	drawCards(d)
	d.AddPage()
	d.Bookmark(1, "Symbols", 0)
	drawSymbols(d)
	return d
}

func drawCards(d *Document) {
	d.AddPage()
	d.Bookmark(0, "Cards", 0)
	grid, err := Sheet(A4, 4)
	if err != nil {
		panic(err)
	}
	d.CutMarks(grid)
	titles := []string{"Growing in my craft", "Βοηθώ και βοηθιέμαι", "团队之间的合作", "الثقة بيننا (2)"}
	low := []string{
		"Months pass and my skill stays where it was.", "Όταν κολλάω, δεν μου έρχεται να ρωτήσω εδώ.",
		"我们见面，然后各自回去，分头解决同样的问题，谁也不知道别人已经做了什么。", "أحتفظ بشكوكي لنفسي في هذه المجموعة، ولا أعرض عملاً لم يكتمل.",
	}
	for i := range grid.Len() {
		art := grid.Art(i)
		d.Clip(art, 4, func() {
			head, rest := art.CutTop(16)
			d.Text(head.Trimmed(5, 0, 20, 0), titles[i], Style{Size: 15, Bold: true, Valign: ValignMiddle, MaxLines: 1})
			d.Text(head.Trimmed(5, 0, 5, 0), fmt.Sprint(i+1), Style{Size: 15, Bold: true, Valign: ValignMiddle, Align: AlignRight, Color: Muted})
			drawBand(d, rest, low[i])
		})
		d.Box(art, Look{Stroke: Pen{Color: Muted, Width: 0.5}, Radius: 4})
	}
}

func drawBand(d *Document, rest Rect, low string) {
	band, rest := rest.CutTop(44)
	d.Box(band, Look{Fill: BadSoft})
	d.Hatch(band, 0, 3, Pen{Color: BadSoft.Mixed(Bad, 0.14), Width: 1.6})
	d.Mark(Square, band.X+9, band.Y+20, 7, Bad)
	d.TextLine(band.X+9, band.Y+28, "LOW", Style{Size: 6.5, Bold: true, Align: AlignCenter, Color: Bad})
	d.Text(band.Trimmed(17, 2, 4, 2), low, Style{Size: 13.5, Valign: ValignMiddle})
	band, rest = rest.CutTop(28)
	d.Box(band, Look{Fill: WarnSoft})
	d.Mark(Triangle, band.X+9, band.Y+12, 7, Warn)
	d.Box(rest, Look{Fill: GoodSoft})
	d.Mark(Disc, rest.X+9, rest.Y+20, 7, Good)
	d.Text(rest.Trimmed(17, 2, 4, 2), "Since I joined I can do things at work that I could not do before. "+
		"Since I joined I can do things at work that I could not do before. "+
		"Since I joined I can do things at work that I could not do before. Since.", Style{Size: 13.5, Valign: ValignMiddle})
}

func drawSymbols(d *Document) {
	for i, counts := range [][]int{{4, 4, 1, 3, 3}, {0, 0, 3, 8, 4}, {1, 5, 5, 3, 1}, {0, 0, 0, 0, 0}, {7, 2, 3}, {30, 1, 1, 1, 0}} {
		d.AnswerBar(Rect{20, 20 + 8*float64(i), 60, 4.5}, counts)
	}
	for i, trend := range []Trend{Rising, Steady, Falling} {
		d.Arrow(trend, 100+15*float64(i), 25, 8, Pen{Color: Ink, Width: 2})
	}
	for i, mark := range []Mark{Square, Triangle, Disc} {
		d.Mark(mark, 100+15*float64(i), 40, 8, Ink)
	}
	d.CheckBox(98, 50, 5, false)
	d.CheckBox(113, 50, 5, true)
	d.Rule(95, 62, 140, 62, Pen{Color: Ink, Width: 1, Dash: 2})
	d.Rule(95, 65, 140, 65, Pen{Color: Ink, Width: 1})
	d.Columns(Rect{20, 80, 120, 50}, Columns{
		Values: []float64{3, 5, 8, 0, 13, 21}, Labels: []string{"Jun", "Jul", "Aug", "Sep", "Oct", "Nov"},
		Counts: []string{"3", "5", "8", "0", "13", "21"}, Text: Style{Size: 8},
	})
	d.CheckRule(20, 145, "50 mm. Print at actual size, flip on the long edge.", Style{Size: 8, Color: Muted})
	d.Hatch(Rect{20, 155, 40, 20}, 5, 2, Pen{Color: Primary, Width: 0.5})
	d.Box(Rect{20, 155, 40, 20}, Look{Stroke: Pen{Color: Primary}, Radius: 5})
	d.Hatch(Rect{60, 155, 40, 20}, 0, 2, Pen{Color: Primary, Width: 0.5})
	for i, text := range []string{
		"👩‍💻 ✓ ☐ ☑ ★ → ● ❤️ 🇬🇷 😀", "𠮷野家 한국어 ไทย हिन्दी தமிழ்", "שלום (42) abc", "one أبج 42 ده two",
		"Regular", "Nguyễn Thị Hạnh ẞ Ω ж",
	} {
		d.Text(Rect{20, 185 + 9*float64(i), 170, 9}, text, Style{Size: 14})
	}
	d.Text(Rect{20, 240, 40, 0}, "Bold", Style{Size: 14, Bold: true})
	d.Text(Rect{60, 240, 40, 0}, "Italic", Style{Size: 14, Italic: true})
	d.Text(Rect{100, 240, 60, 0}, "Bold italic", Style{Size: 14, Bold: true, Italic: true})
}

func TestSpecimen(t *testing.T) {
	d := specimen(allFonts())
	pdf := written(t, d)
	checked(t, pdf)
	text := extracted(t, pdf)
	for _, want := range []string{"Growing in my craft", "Βοηθώ και βοηθιέμαι", "LOW", "Page 1 of 2", "Page 2 of 2", "50 mm.", "21", "…"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not found in the page's text", want)
		}
	}
}

func TestSameCallsGiveTheSameBytes(t *testing.T) {
	var first []byte
	for range 3 {
		// Fonts of its own each time: no state may come from an earlier run.
		pdf := written(t, specimen(NewFonts(source(false))))
		if first == nil {
			first = pdf
		}
		if !bytes.Equal(pdf, first) {
			t.Fatal("two runs gave different bytes")
		}
	}
	var again bytes.Buffer
	d := specimen(embeddedFonts())
	for range 2 {
		again.Reset()
		if err := d.Write(&again); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again.Bytes(), first) {
			t.Fatal("writing a document twice gave different bytes")
		}
	}
}

func TestDocumentsAtOnce(t *testing.T) {
	for name, fonts := range map[string]*Fonts{"embedded": embeddedFonts(), "system": NewFonts(source(true))} {
		t.Run(name, func(t *testing.T) {
			made := make([][]byte, 4)
			var group sync.WaitGroup
			for i := range made {
				group.Go(func() {
					var out bytes.Buffer
					if err := specimen(fonts).Write(&out); err != nil {
						t.Error(err)
					}
					made[i] = out.Bytes()
				})
			}
			group.Wait()
			for i := range made {
				if !bytes.Equal(made[i], made[0]) {
					t.Errorf("document %d differs from the first", i)
				}
			}
		})
	}
}

func TestEmbeddedFontsAreLeftAsTheyAre(t *testing.T) {
	before := source(false)
	regular := bytes.Clone(before.Regular)
	written(t, specimen(NewFonts(before)))
	if !bytes.Equal(before.Regular, regular) {
		t.Error("the font's bytes were written into")
	}
}

func TestCatalog(t *testing.T) {
	tool(t, "pdfinfo")
	pdf := written(t, specimen(embeddedFonts()))
	for _, want := range []string{"/Lang (el)", "/PrintScaling /None", "/Duplex /DuplexFlipLongEdge", "/DisplayDocTitle true"} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("%s is not in the catalog", want)
		}
	}
	out, err := exec.Command("pdfinfo", "-enc", "UTF-8", onFile(t, pdf)).Output()
	if err != nil {
		t.Fatal(err)
	}
	info := string(out)
	for _, want := range []string{"Πυξίδα 𠮷", "王晓梅", "595.28 x 841.89 pts (A4)", "Pages:           2", "2026"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is not in\n%s", want, info)
		}
	}
	checked(t, pdf)
}

func TestCatalogIsLeftAloneWhenStrange(t *testing.T) {
	setup := Setup{Language: "en", Title: "x"}
	for _, pdf := range []string{
		"", "no PDF", "/Type /Catalog\n", "startxref\n12\n/Type /Catalog\n",
		"/Type /Catalog\nstartxref\n", "/Type /Catalog\nstartxref\nabc\n", "/Type /Catalog\nstartxref\n3\n",
	} {
		if got := withCatalog([]byte(pdf), setup); string(got) != pdf {
			t.Errorf("withCatalog(%q) = %q", pdf, got)
		}
	}
	if entries := catalogEntries(Setup{Language: ") /Evil ("}); entries != "" {
		t.Errorf("a language that is none gives %q", entries)
	}
}

func TestBookmarks(t *testing.T) {
	tool(t, "qpdf")
	d := newDocument(embeddedFonts())
	for i, level := range []int{3, 5, 0, 1, 1, 9, -1} {
		d.AddPage()
		d.Bookmark(level, fmt.Sprintf("Ενότητα %d 😀", i), 10)
	}
	pdf := written(t, d)
	checked(t, pdf)
	out, err := exec.Command("qpdf", "--json", "--json-key=outlines", onFile(t, pdf)).Output()
	if err != nil {
		t.Fatal(err)
	}
	for i := range 7 {
		if want := fmt.Sprintf("Ενότητα %d \uFFFD", i); !strings.Contains(string(out), want) {
			t.Errorf("bookmark %q is not in the outline", want)
		}
	}
}

func TestPapers(t *testing.T) {
	tool(t, "pdfinfo")
	tests := map[string]Paper{
		"595.28 x 841.89": A4, "841.89 x 595.28": A4.Landscape(), "612 x 792": Letter, "1190.55 x 841.89": A3.Landscape(),
	}
	for want, paper := range tests {
		d := New(embeddedFonts(), Setup{Paper: paper, Created: created})
		d.Text(Rect{20, 20, 100, 0}, "word", Style{})
		out, err := exec.Command("pdfinfo", onFile(t, written(t, d))).Output()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(out), want) {
			t.Errorf("%s: not %s pts\n%s", paper.Name, want, out)
		}
	}
}

func TestAnEmptyDocumentIsOnePage(t *testing.T) {
	d := New(embeddedFonts(), Setup{})
	pdf := written(t, d)
	checked(t, pdf)
	if !bytes.Contains(pdf, []byte("/Count 1")) || !bytes.Contains(pdf, []byte("D:1970")) {
		t.Error("not one page with a fixed date")
	}
}

func TestFailuresAreKeptForWrite(t *testing.T) {
	t.Run("a panic while drawing", func(t *testing.T) {
		d := newDocument(embeddedFonts())
		d.Clip(Rect{10, 10, 10, 10}, 0, func() { panic("out of ink") })
		d.Text(Rect{20, 20, 100, 0}, "word", Style{})
		var out bytes.Buffer
		err := d.Write(&out)
		if err == nil || !strings.Contains(err.Error(), "out of ink") || out.Len() != 0 {
			t.Errorf("error %v, %d bytes", err, out.Len())
		}
	})
	t.Run("a panic in a footer", func(t *testing.T) {
		d := newDocument(embeddedFonts())
		d.OnEveryPage(func(int, int) { panic(fmt.Errorf("no footer")) })
		var out bytes.Buffer
		if err := d.Write(&out); err == nil || !strings.Contains(err.Error(), "no footer") || out.Len() != 0 {
			t.Errorf("error %v, %d bytes", err, out.Len())
		}
	})
	t.Run("drawing on a finished document", func(t *testing.T) {
		d := newDocument(embeddedFonts())
		written(t, d)
		d.Text(Rect{20, 20, 100, 0}, "word", Style{})
		if d.Err() == nil {
			t.Error("no error")
		}
	})
}

func TestDamagedFontsAreDoneWithout(t *testing.T) {
	good := source(false)
	half := bytes.Clone(good.Regular[:len(good.Regular)/2])
	for name, s := range map[string]FontSource{
		"nothing":                  {},
		"no font":                  {Regular: []byte("no font"), Bold: []byte{}, Emoji: []byte("\x00\x01\x00\x00")},
		"half":                     {Regular: half, Bold: good.Bold},
		"no italic":                {Regular: good.Regular},
		"an OpenType font as text": {Regular: good.Emoji},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDocument(NewFonts(s))
			for i, style := range []Style{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
				d.Text(Rect{20, 20 + 20*float64(i), 100, 0}, fmt.Sprintf("Ξένος %d", i), style)
			}
			pdf := written(t, d)
			checked(t, pdf)
			text := extracted(t, pdf)
			for i := range 4 {
				if want := fmt.Sprintf("Ξένος %d", i); !strings.Contains(text, want) {
					t.Errorf("%q is not found in %q", want, text)
				}
			}
		})
	}
}

func TestCreatedIsWrittenInUTC(t *testing.T) {
	d := New(embeddedFonts(), Setup{Created: time.Date(2026, 11, 21, 1, 0, 0, 0, time.FixedZone("EET", 7200))})
	if pdf := written(t, d); !bytes.Contains(pdf, []byte("D:20261120230000")) {
		t.Error("the date of making is not in UTC")
	}
}

// Given documents of many scripts, when the fonts are forgotten between two of them and while one is made, then none is held any more, and
// all documents are the same.
func TestForgottenFontsAreReadAgain(t *testing.T) {
	fonts := NewFonts(source(true))
	first := written(t, specimen(fonts))
	fonts.Forget()
	if fonts.set != nil || len(fonts.system.loaded)+len(fonts.system.chosen) > 0 {
		t.Error("fonts are still held")
	}
	half := specimen(fonts)
	fonts.Forget()
	if !bytes.Equal(written(t, half), first) {
		t.Error("a document in the making became another")
	}
	if !bytes.Equal(written(t, specimen(fonts)), first) {
		t.Error("the next document is another")
	}
}
