package reports

import (
	"bytes"
	"context"

	"copleader/data"
	"copleader/reports/page"
	"copleader/reports/press"
)

// TestPage makes the page that shows whether a printer keeps the size: a line of 50 mm to measure. It holds nothing of a community.
func TestPage(opt Options) ([]byte, error) {
	d := press.New(context.Background(), &data.Snapshot{}, opt)
	d.Title = data.Say("Test page")
	doc := page.New(d.Opt.Fonts, d.PageSetup(d.Opt.Paper))
	doc.AddPage()
	area := doc.Paper().Area().Trimmed(25, 60, 25, 25)
	column := press.Column{Doc: doc, Area: area, Next: func() page.Rect { doc.AddPage(); return area }}
	column.Text(d.Say.Text("Test page"), press.TitleText, 6)
	column.Text(d.Say.Text("Measure the line below: it is 50 mm long where your printer keeps the size."), press.BodyText, 16)
	doc.CheckRule(column.Area.X, column.Area.Y, d.Say.Text("50 mm"), press.BodyText)
	column.Area.Y += 12
	column.Text(d.Say.Text("If it is not, print with “actual size”, or 100 %, in place of “fit to page”. Cards are cut at their marks, and their backs lie behind them, only then."),
		press.BodyText, 0)
	var content bytes.Buffer
	if err := doc.Write(&content); err != nil {
		return nil, err
	}
	return content.Bytes(), nil
}
