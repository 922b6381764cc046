package charter

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/demo"
	"copleader/data/store"
	"copleader/data/words"
)

// day0 stands still on the day of every test.
type day0 struct{}

func (day0) Today() data.Date { return datatest.Today }

func demoView(t testing.TB, change func(*data.Snapshot)) *View {
	t.Helper()
	s, err := demo.Snapshot(datatest.Today)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(s)
	}
	return newView(s, datatest.Today, words.English(), nil)
}

// Given the demo, then the view words it as data/README.md, Demo has it.
func TestViewOfTheDemo(t *testing.T) {
	t.Parallel()
	v := demoView(t, nil)
	if v.Progress != "18 of 18 filled" || len(v.Missing) != 0 || v.Leader != "Zoë Marchand-Núñez" {
		t.Errorf("progress %q, missing %v, leader %q", v.Progress, v.Missing, v.Leader)
	}
	if v.Versions.Title != "Version 2" || v.Versions.Sentence != "agreed 21 weeks ago by core team" || v.Versions.Review != "Review due in 22 weeks." || v.Versions.ReviewDue {
		t.Errorf("the versions are %+v", v.Versions)
	}
	if v.Notes[0].Head != "25 weeks ago, Purpose" || v.Answers["grow.culture"][0].When != "answered 11 weeks ago" {
		t.Errorf("notes %+v, answers %+v", v.Notes, v.Answers)
	}
	if v.MayLead[0].Text != "Łukasz Wiśniewski, Payments" || len(v.MayLead) != 22 {
		t.Errorf("%d may lead, the first of the core team is %+v", len(v.MayLead), v.MayLead[0])
	}
}

// Given names with accents and one with a "sort as", then those who may lead stand as in the roster.
func TestThoseWhoMayLeadStandByName(t *testing.T) {
	t.Parallel()
	member := func(id int64, name, sortAs string) data.Member {
		return data.Member{ID: id, Kind: data.KindMember, Name: name, SortAs: sortAs, JoinedOn: 1}
	}
	s := &data.Snapshot{Members: []data.Member{member(1, "Zoe", ""), member(2, "Øyvind", ""), member(3, "ben", ""), member(4, "Dr. No", "Aaron")}}
	var names []string
	for _, p := range newView(s, datatest.Today, words.English(), nil).MayLead {
		names = append(names, p.Text)
	}
	if got := strings.Join(names, ", "); got != "Dr. No, ben, Øyvind, Zoe" {
		t.Errorf("may lead: %s", got)
	}
}

// Given the demo, then the rows of its tables say what there is to know.
func TestTablesOfTheDemo(t *testing.T) {
	t.Parallel()
	v := demoView(t, nil)
	first := v.Tables[TableMeasures][0]
	if want := []string{"from 31\u00a0% of runs · now 19\u00a0% · to 10\u00a0%", "A number from outside", "told by: Pipeline statistics"}; first.Title != "Reruns of flaky tests in Payments" || !slices.Equal(first.Lines, want) {
		t.Errorf("the first measure is %+v", first)
	}
	if under := first.Under; len(under) != 1 || under[0].Title != "19\u00a0% on 1 Nov 2026" {
		t.Errorf("its values are %+v", under)
	}
	roles := v.Tables[TableRoles]
	if len(roles) != 2 || roles[0].Lines[1] != "Zoë Marchand-Núñez" || roles[1].Lines[1] != "Łukasz Wiśniewski, Ελένη Παπαδοπούλου, Søren Ødegaard" {
		t.Errorf("the roles are %+v", roles)
	}
	sponsor := v.Tables[TableSponsors][0]
	if sponsor.Lines[0] != "Engineering director · Business owner" || sponsor.Under[0].Title != "Review, 18 Jul 2026" {
		t.Errorf("the first sponsor is %+v", sponsor)
	}
}

// Given a community just founded, then what is open is named in the order of the parts, and every field has its place.
func TestMissingInTheOrderOfTheParts(t *testing.T) {
	t.Parallel()
	v := newView(&data.Snapshot{Community: data.NewCommunity("Testers")}, datatest.Today, words.English(), nil)
	var keys []string
	for _, m := range v.Missing {
		keys = append(keys, m.Key)
	}
	want := "primaryPurpose needs memberBenefits stakeholderBenefits domain whoWeAre roleDefinitions practice " +
		"startedOn leader leaderHours cadenceDays channels reviewOn measures sponsors"
	if got := strings.Join(keys, " "); got != want || v.Progress != "2 of 18 filled" {
		t.Errorf("%s: missing are\n%s, want\n%s", v.Progress, got, want)
	}
	for _, key := range keys {
		if _, known := placeOf(key); !known {
			t.Errorf("%s has no place", key)
		}
	}
	if v.Versions.Title != "Not agreed yet" || !v.Versions.Changed {
		t.Errorf("the versions are %+v", v.Versions)
	}
}

func TestReviewOverdue(t *testing.T) {
	t.Parallel()
	v := demoView(t, func(s *data.Snapshot) { s.Community.ReviewOn = datatest.Today.AddDays(-3) })
	if v.Versions.Review != "The review was due 3 days ago." || !v.Versions.ReviewDue {
		t.Errorf("the review is %+v", v.Versions)
	}
	v = demoView(t, func(s *data.Snapshot) { s.Community.ReviewOn = datatest.Today })
	if v.Versions.Review != "Review due today." || v.Versions.ReviewDue {
		t.Errorf("the review is %+v", v.Versions)
	}
}

// Given dates of a review, then those more than twelve months ahead are refused, and no version is written.
func TestAgreeRefuses(t *testing.T) {
	t.Parallel()
	st := datatest.Demo(t)
	s := NewState(st, day0{}, words.English())
	today := datatest.Today
	for name, tc := range map[string]struct {
		on, review data.Date
		field      string
	}{
		"no review": {today, 0, "reviewOn"}, "too far": {today, yearAfter(today) + 1, "reviewOn"}, "ahead": {today + 1, today + 30, "agreedOn"},
	} {
		if err := s.Agree(context.Background(), "n", "b", tc.on, tc.review); errorAt(err, tc.field) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := s.SetReview(context.Background(), store.Visit{}, yearAfter(today)+1); errorAt(err, "reviewOn") == "" {
		t.Errorf("a review too far ahead is taken: %v", err)
	}
	if got := datatest.Read(t, st); len(got.Versions) != 2 || got.Community.ReviewOn != today.AddDays(155) {
		t.Errorf("%d versions, review on %s", len(got.Versions), got.Community.ReviewOn)
	}
}

func errorAt(err error, field string) string {
	fault, ok := err.(*data.Error) //nolint:errorlint // made by us
	if !ok {
		return ""
	}
	return fault.Fields[field].Key
}

func encoded(t testing.TB, m image.Image, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	err := png.Encode(&b, m)
	if kind == "jpeg" {
		b.Reset()
		err = jpeg.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Given files that are pictures, are none, or would unfold to gigabytes, then only those that can be drawn are taken.
func TestReadPicture(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	small := image.NewNRGBA(image.Rect(0, 0, 400, 100))
	small.Set(0, 0, color.NRGBA{R: 255, A: 255})
	bomb := encoded(t, image.NewGray(image.Rect(0, 0, 1, 1)), "png")
	// The width and height stand in the first chunk; its checksum is not right then, so a real bomb is made too.
	huge := encoded(t, image.NewPaletted(image.Rect(0, 0, 30000, 1000), color.Palette{color.Black}), "png")
	for name, tc := range map[string]struct {
		content []byte
		fits    bool
	}{
		"fine.png": {encoded(t, small, "png"), true}, "fine.jpg": {encoded(t, small, "jpeg"), true},
		"text.png": {[]byte("no picture"), false}, "cut.png": {encoded(t, small, "png")[:60], false}, "empty.png": {nil, false},
		"large.png": {append(encoded(t, small, "png"), make([]byte, 3<<20)...), false}, "huge.png": {huge, false},
		"gif.gif": {[]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), false}, "bent.png": {append(append([]byte{}, bomb[:16]...), bytes.Repeat([]byte{0xFF}, 40)...), false},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, tc.content, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := readPicture(path); (err == nil) != tc.fits {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, path := range []string{dir, filepath.Join(dir, "nowhere.png"), "/dev/zero"} {
		if _, err := readPicture(path); err == nil {
			t.Errorf("%s was taken", path)
		}
	}
	shown, err := drawable(encoded(t, small, "png"))
	if err != nil || shown.Bounds().Dx() != shownSide || shown.Bounds().Dy() != shownSide/4 {
		t.Errorf("shown as %v, %v", shown.Bounds(), err)
	}
}

// BenchmarkView reads a community of ten thousand members.
func BenchmarkView(b *testing.B) {
	s := datatest.Large(10000, 1000, 100000)
	first := newView(s, datatest.Today, words.English(), nil)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			newView(s, datatest.Today, words.English(), nil)
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			newView(s, datatest.Today, words.English(), first)
		}
	})
}
