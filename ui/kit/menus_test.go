package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"copleader/ui/kit"
	"copleader/ui/uitest"
)

// Given a menu of more items than have room in the window, and one beside it, then both stay in it, and what has no room is in a menu
// beside the last item.
func TestMenusStayInTheWindow(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		w := uitest.Open(t, uitest.Options{Width: 960, Height: 640, Scale: scale})
		items := func() (items []*fyne.MenuItem) {
			for n := range 40 {
				items = append(items, fyne.NewMenuItem(fmt.Sprintf("Item %d", n), func() {}))
			}
			return items
		}
		all := items()
		all[0].ChildMenu = fyne.NewMenu("", items()...)
		w.Show(kit.Left(kit.NewMenuBtn(kit.Outlined, "More", func() []*fyne.MenuItem { return all })))
		w.Tap("More")
		menu, is := w.Win.Canvas().Overlays().Top().(*widget.PopUpMenu)
		if !is {
			menu = nil
			for _, o := range w.Win.Canvas().Overlays().List() {
				if m, found := o.(*widget.PopUpMenu); found {
					menu = m
				}
			}
		}
		low := func(items []*fyne.MenuItem) float32 {
			return float32(len(items)) * widget.NewLabel("Mg").MinSize().Height
		}
		if menu != nil && menu.MinSize().Height > 640 {
			t.Errorf("at %.0f the menu is %.0f high", scale, menu.MinSize().Height)
		}
		if high := low(all[0].ChildMenu.Items); high > 640 {
			t.Errorf("at %.0f the menu beside it is %.0f high", scale, high)
		}
		if last := all[0].ChildMenu.Items[len(all[0].ChildMenu.Items)-1]; last.ChildMenu == nil || len(all[0].ChildMenu.Items) >= 40 {
			t.Errorf("at %.0f the rest is not beside %q", scale, last.Label)
		}
		w.Want("Item 0", "…")
	}
}
