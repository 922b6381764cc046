package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// The sections of the README between which the manual stands.
const (
	manualFrom  = "## Start with your own community"
	manualUntil = "\n## For developers"
)

// Manual cuts from the README how everything is done, so that both say the same.
func Manual(readme string) string {
	at := strings.Index(readme, manualFrom)
	if at < 0 {
		return ""
	}
	manual, _, _ := strings.Cut(readme[at:], manualUntil)
	return strings.TrimSpace(manual)
}

// manualBlock is a heading, a paragraph or a line of the manual; bold words stand between two stars each.
type manualBlock struct {
	text, folded string
	heading      bool
}

// starred stands for the two stars while single ones are taken away.
const starred = "\x00"

// manualBlocks reads a manual in Markdown: wrapped lines are one paragraph, each line of a list, a table and an example its own.
func manualBlocks(manual string) []manualBlock {
	var blocks []manualBlock
	open := false // whether the next line goes on with the last block
	for line := range strings.Lines(manual) {
		line = strings.TrimSpace(line)
		plain := strings.TrimSpace(strings.NewReplacer(starred, "**", "`", "", "*", "").Replace(strings.ReplaceAll(line, "**", starred)))
		list := strings.HasPrefix(line, "- ")
		switch {
		case plain == "" || line == "```sh" || strings.HasPrefix(line, "|--"), strings.HasPrefix(line, "!["):
			open = false
			continue
		case strings.HasPrefix(line, "#"):
			blocks = append(blocks, manualBlock{text: strings.TrimLeft(plain, "# "), heading: true})
			open = false
		case strings.HasPrefix(line, "|"):
			cells := strings.Split(strings.Trim(plain, "| "), " | ")
			blocks = append(blocks, manualBlock{text: strings.Join(cells, " – ")})
			open = false
		case open && !list:
			blocks[len(blocks)-1].text += " " + plain
		case list:
			blocks = append(blocks, manualBlock{text: "– " + strings.TrimPrefix(plain, "- ")})
			open = true
		default:
			blocks = append(blocks, manualBlock{text: plain})
			open = true
		}
	}
	for i := range blocks {
		blocks[i].folded = data.Fold(strings.ReplaceAll(blocks[i].text, "**", ""))
	}
	return blocks
}

// manualWith are the blocks that hold all words typed, below their headings.
func manualWith(blocks []manualBlock, typed string) []manualBlock {
	wanted := data.SearchedFor(typed)
	var found []manualBlock
	heading, whole := manualBlock{}, false
	for _, b := range blocks {
		holds := data.HoldsAll(b.folded, wanted)
		switch {
		case b.heading:
			heading, whole = b, holds && len(wanted) > 0
			if len(wanted) == 0 {
				found = append(found, b)
			}
		case len(wanted) == 0:
			found = append(found, b)
		case holds || whole:
			if heading.text != "" {
				found = append(found, heading)
				heading = manualBlock{}
			}
			found = append(found, b)
		}
	}
	return found
}

// manualSpans are the words of a block; those that hold what is sought wear the colour of what can be pressed, and are bold.
func manualSpans(text, typed string) []kit.Span {
	spans, sought := kit.ProseSpans(text), data.SearchedFor(typed)
	if len(sought) == 0 {
		return spans
	}
	var marked []kit.Span
	for _, s := range spans {
		for word := range strings.SplitAfterSeq(s.Text, " ") {
			folded := data.Fold(word)
			if slices.ContainsFunc(sought, func(w string) bool { return strings.Contains(folded, w) }) {
				marked = append(marked, kit.Span{Text: word, Bold: true, Color: look.ColorPrimary})
			} else {
				marked = append(marked, kit.Span{Text: word, Bold: s.Bold})
			}
		}
	}
	return marked
}

// showManual shows the manual, with a field to search it.
func (w *Window) showManual() {
	say, blocks, text := w.say(), manualBlocks(w.setup.Manual), kit.VStack(8)
	var d *kit.Dialog
	search := kit.NewSearch(say.Text("Find…"), nil)
	fill := func(typed string) {
		found := manualWith(blocks, typed)
		text.Objects = make([]fyne.CanvasObject, 0, len(found)+1)
		for _, b := range found {
			if b.heading {
				text.Objects = append(text.Objects, kit.CardTitle(strings.ReplaceAll(b.text, "**", "")))
				continue
			}
			text.Objects = append(text.Objects, kit.NewBody(manualSpans(b.text, typed)...))
		}
		if len(found) == 0 {
			text.Objects = append(text.Objects, kit.Note(say.Text("The manual has none of these words.")))
		}
	}
	fill("")
	search.OnTyped = func(typed string) {
		fill(typed)
		d.Relayout()
	}
	d = w.sheet(say.Text("Manual"), kit.VStack(12, search, text))
	w.Canvas().Focus(search)
}
