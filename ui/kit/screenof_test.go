package kit_test

import (
	"context"
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a page whose file cannot be read at first, when it loads, then the reason stands below its header with a way to try again,
// and after that what was read; each reading is given what was shown before it.
func TestScreenOfShowsWhatItReads(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	fault := errors.New("no disk")
	reading := 0
	var page *kit.ScreenOf[int]
	page = kit.NewScreenOf(w.Deps(), func(_ context.Context, before int) (int, error) {
		reading++
		return before + 10, fault
	}, func(n int) { page.Put(kit.NewPara(kit.Plain(map[int]string{10: "ten", 20: "twenty"}[n]))) })
	page.Lay(kit.NewHeader(kit.Header{Title: "Numbers"}))
	w.Show(page.Content())
	page.Load()
	w.Want("Numbers")
	w.Want("Something went wrong.")
	if page.Loaded() {
		t.Error("it says that it could be read")
	}
	fault = nil
	w.Tap("Try again")
	w.Want("ten")
	page.Load()
	w.Want("twenty")
	if reading != 3 {
		t.Errorf("it was read %d times", reading)
	}
}

// Given a page that shows things in a way of its own, then messages and content go that way.
func TestScreenOfLaidOut(t *testing.T) {
	w := uitest.Open(t, uitest.Options{})
	scroll := kit.NewPage(kit.Space(0, 0))
	var put []fyne.CanvasObject
	page := kit.NewScreenOf(w.Deps(), func(context.Context, string) (string, error) { return "", errors.New("no disk") }, func(string) {})
	page.LayOut(kit.NewHeader(kit.Header{Title: "Numbers"}), scroll, func(o fyne.CanvasObject) { put = append(put, o) })
	page.Load()
	if len(put) != 1 {
		t.Errorf("%d messages were put", len(put))
	}
}
