package press

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"

	"copleader/data"
)

// WritePage writes a text with marks as a page for a browser, in one file.
func WritePage(out *bytes.Buffer, d *Draft, title, text string) error {
	out.WriteString("<!DOCTYPE html>\n<html lang=\"" + html.EscapeString(strings.ReplaceAll(d.Say.Lang(), "_", "-")) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + html.EscapeString(data.CleanLine(title)) +
		"</title>\n<style>\n" + strings.ReplaceAll(pageStyle, "PRIMARY", "#"+d.Shades().Hex()) + "</style>\n</head>\n<body>\n<main>\n")
	if err := goldmark.Convert([]byte(text), out); err != nil {
		return err
	}
	out.WriteString("</main>\n</body>\n</html>\n")
	return nil
}

// pageStyle is the program's look with the community's colour for PRIMARY; each text runs in the direction of its own script.
const pageStyle = `body { margin: 0; background: #f4f6fa; color: #1b2433; font: 16px/1.55 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 1.5rem 2.5rem 2.5rem; background: #fff; border: 1px solid #e1e5ec; border-radius: 12px; }
h1, h2, h3, p, li { unicode-bidi: plaintext; text-align: start; overflow-wrap: anywhere; }
h1 { font-size: 2rem; margin: .5rem 0; }
h2 { margin: 2.2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 2px solid PRIMARY; font-size: 1.35rem; }
h3 { margin: 1.4rem 0 .4rem; font-size: 1.05rem; }
a { color: PRIMARY; }
ul { padding-inline-start: 1.4rem; }
@media print { body { background: #fff; } main { border: 0; margin: 0; padding: 0; max-width: none; } }
`
