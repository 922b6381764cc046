package reports

import (
	"cmp"
	"context"
	"fmt"
	"unicode"
	"unicode/utf8"

	"copleader/data"
	"copleader/reports/press"
)

// calledMost is how long the name of a file may be in bytes, so that data.FileName cuts
// no end off it.
const calledMost = 110

// Called is what a person would call the file of a document: "Πυξίδα – sponsor report –
// 2026-11.pdf". Its day is the event's where it is about one, else the month it ends in.
func (d Document) Called(s *data.Snapshot, opt Options) string {
	draft := press.New(context.Background(), s, opt)
	say := draft.Say
	title := say.Of(d.Title)
	if opt.List != nil && d.Lets(ChooseList) {
		title = opt.List.Title
	}
	if first, size := utf8.DecodeRuneInString(title); say.Lang() == "en" {
		title = string(unicode.ToLower(first)) + title[size:]
	}
	rest := fmt.Sprintf("%s – %s", title, d.when(draft))
	name := cut(cmp.Or(data.FileName(s.Community.Name), say.Text("My community")), calledMost-len(rest))
	return cmp.Or(data.FileName(fmt.Sprintf("%s – %s", name, rest)), d.Name) + "." + d.Kind()
}

// when is the day of the event that a document is about, else the month it ends in.
func (d Document) when(draft *press.Draft) string {
	var e data.Event
	switch d.Name {
	case "kit", "announce":
		e, _ = draft.NextEvent()
	case "minutes", "minutes-pdf":
		e, _ = draft.LastEvent()
	case "calendar":
		e, _ = draft.EventByID(draft.Opt.EventID)
	}
	if e.On != 0 {
		return e.On.String()
	}
	until := draft.Opt.Today
	switch {
	case d.Group == ForSponsors && d.Lets(ChoosePeriod):
		until = draft.ReportFor(draft.Opt.From, draft.Opt.Until, draft.Opt.Today).Until
	case d.Lets(ChoosePeriod) && draft.Opt.Until != 0:
		until = draft.Opt.Until
	}
	year, month, _ := until.Civil()
	return fmt.Sprintf("%04d-%02d", year, int(month))
}

// cut is a text of at most so many bytes, whole letters only.
func cut(text string, most int) string {
	for len(text) > most {
		_, size := utf8.DecodeLastRuneInString(text)
		text = text[:len(text)-size]
	}
	return text
}
