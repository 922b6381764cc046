package uimap

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"copleader/ui/kit"
)

// Menu is one menu of the bar. The bar is drawn by the driver, out of everybody's reach: its places are computed
// as the driver computes them, and its entries are reached by opening it and going down with the arrow keys.
type Menu struct {
	Title   string  `json:"title"`
	Centre  Point   `json:"centre"` // in pixels
	Entries []Entry `json:"entries"`
}

// Entry is one line of a menu; separators are left out, as the arrow keys leave them out.
type Entry struct {
	Text     string  `json:"text"`
	Disabled bool    `json:"disabled,omitempty"`
	Checked  bool    `json:"checked,omitempty"`
	Entries  []Entry `json:"entries,omitempty"`
}

func menusOf(window fyne.Window, scale float32) []Menu {
	bar := window.MainMenu()
	if bar == nil {
		return nil
	}
	inner, gap := theme.InnerPadding(), theme.Padding()
	menus := make([]Menu, len(bar.Items))
	left := inner
	for i, menu := range bar.Items {
		text := fyne.MeasureText(menu.Label, theme.TextSize(), fyne.TextStyle{})
		width, height := text.Width+2*inner, text.Height+inner
		menus[i] = Menu{
			Title:   menu.Label,
			Centre:  Point{X: (left + width/2) * scale, Y: height / 2 * scale},
			Entries: entriesOf(menu),
		}
		left += width + gap
	}
	return menus
}

func entriesOf(menu *fyne.Menu) []Entry {
	if menu == nil {
		return nil
	}
	var entries []Entry
	for _, item := range menu.Items {
		if item.IsSeparator {
			continue
		}
		entries = append(entries, Entry{
			Text: kit.MenuWords(item), Disabled: item.Disabled, Checked: item.Checked, Entries: entriesOf(item.ChildMenu),
		})
	}
	return entries
}
