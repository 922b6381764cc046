package page

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// manyNames are names in scripts whose letters are drawn as outlines, and in
// others, as a large community has them.
func manyNames(n int) []string {
	given := []string{"王晓梅", "李", "陈思", "김민수", "이서연", "さくら", "山田 太郎", "ليلى", "عمر", "שרה", "दीपक", "प्रिया", "สมชาย", "Łukasz", "Олена", "Ελένη", "Zoë"}
	family := []string{"حدّاد", "الفاسي", "कुमार", "शर्मा", "佐藤", "高桥", "박", "ใจดี", "כהן", "Nguyễn", "Шевченко", "Παπαδοπούλου", "Ægir"}
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("%s %s", given[i%len(given)], family[i%len(family)])
	}
	return names
}

// Given five hundred names of many scripts, three times each, then the file is
// small, since each shape stands in it once; and the same on every run.
func TestShapesStandInTheFileOnce(t *testing.T) {
	var twice [2][]byte
	for i := range twice {
		d := newDocument(allFonts())
		area := Rect{}
		for range 3 {
			for _, name := range manyNames(500) {
				if area.H < 6 {
					d.AddPage()
					area = A4.Area().Inset(15)
				}
				took := d.Text(Rect{area.X, area.Y, area.W, 0}, name, Style{Size: 11})
				_, area = area.CutTop(took.Height)
			}
		}
		twice[i] = written(t, d)
	}
	if !bytes.Equal(twice[0], twice[1]) {
		t.Error("the two files differ")
	}
	t.Logf("%d bytes", len(twice[0]))
	checked(t, twice[0])
	if most := 400 << 10; len(twice[0]) > most {
		t.Errorf("the file has %d bytes, want at most %d", len(twice[0]), most)
	}
}

// Given arrows and marks that the base font lacks, then they are drawn, and no other font stands in the file for them; they can be
// found and copied as text all the same.
func TestSignsNeedNoFontOfTheirOwn(t *testing.T) {
	d := newDocument(allFonts())
	d.AddPage()
	took := d.Text(A4.Area().Inset(20), "better ↗, stayed → or worse ↘; ● with a number", Style{Size: 11})
	if took.Height == 0 {
		t.Fatal("nothing was set")
	}
	content := written(t, d)
	if n := bytes.Count(content, []byte("/FontFile2")); n != 1 {
		t.Errorf("%d fonts stand in the file", n)
	}
	if text := extracted(t, content); !strings.Contains(text, "better ↗, stayed → or worse ↘; ● with a number") {
		t.Errorf("the text reads %q", text)
	}
}
