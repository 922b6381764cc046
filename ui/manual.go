package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/ui/kit"
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

// manualBlock is a heading, a paragraph or a line of the manual.
type manualBlock struct {
	text, folded string
	heading      bool
}

// manualBlocks reads a manual in Markdown: wrapped lines are one paragraph, each line of a list, a table and an example its own.
func manualBlocks(manual string) []manualBlock {
	var blocks []manualBlock
	open := false // whether the next line goes on with the last block
	for line := range strings.Lines(manual) {
		line = strings.TrimSpace(line)
		plain := strings.TrimSpace(strings.NewReplacer("**", "", "`", "", "*", "").Replace(line))
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
		blocks[i].folded = data.Fold(blocks[i].text)
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
				text.Objects = append(text.Objects, kit.CardTitle(b.text))
				continue
			}
			text.Objects = append(text.Objects, kit.NewBody(kit.Plain(b.text)))
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
