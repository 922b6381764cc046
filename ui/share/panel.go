package share

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/reports"
	"copleader/reports/press"
	"copleader/ui/kit"
)

// fillPanel builds what the document is asked for, and its deeds.
func (r *reader) fillPanel() {
	s, say := r.screen, r.screen.deps.Say
	r.panel.Objects = []fyne.CanvasObject{kit.VStack(2, kit.CardTitle(r.tile.Title), kit.Note(r.tile.About))}
	add := func(o fyne.CanvasObject) {
		if o != nil {
			r.panel.Objects = append(r.panel.Objects, o)
		}
	}
	if len(r.tile.Forms) > 1 {
		add(r.formChoice())
	}
	for _, c := range r.form.Takes {
		add(r.choice(c))
	}
	if r.form.Name == "sponsor" && !s.deps.ReadOnly {
		words := kit.NewBtn(kit.Outlined, say.Text("Write your part…"), r.writeWords)
		words.ID = "reader.words"
		add(kit.Left(words))
	}
	add(kit.NewRule())
	save := kit.NewBtn(kit.Primary, say.Text("Save as…"), func() { s.save(r.form, r.choices) })
	save.ID = "reader.save"
	open := kit.NewBtn(kit.Outlined, say.Text("Open in Word, Excel…"), func() { s.openOutside(r.form, r.choices) })
	open.ID = "reader.open"
	deeds := []fyne.CanvasObject{save, open}
	if r.form.Kind() == "pdf" {
		printing := kit.NewBtn(kit.Outlined, say.Text("Print…"), func() { s.print(r.form, r.choices) })
		printing.ID = "reader.print"
		deeds = slices.Insert(deeds, 1, fyne.CanvasObject(printing))
	}
	if r.form.Mailed {
		mail := kit.NewBtn(kit.Outlined, say.Text("E-mail…"), func() { s.post(r.form, r.choices) })
		mail.ID = "reader.mail"
		deeds = append(deeds, mail)
	}
	add(kit.Wrap(8, deeds...))
	s.page.Refresh()
}

// formNames are what kinds of files are called.
var formNames = map[string]data.Phrase{
	"pdf":  {Key: "To print (pdf)"},
	"xlsx": {Key: "Workbook (xlsx)"},
	"csv":  {Key: "Table for other programs (csv)"},
	"vcf":  {Key: "Cards for an address book (vcf)"},
	"md":   {Key: "Text (md)"},
	"html": {Key: "Web page (html)"},
	"ics":  {Key: "Calendar (ics)"},
	"png":  {Key: "Picture (png)"},
	"zip":  {Key: "A card a file, for address books that take only one (zip)"},
	"cop":  {Key: "Copy of the community file (cop)"},
}

// formChoice chooses which file is made.
func (r *reader) formChoice() fyne.CanvasObject {
	say := r.screen.deps.Say
	var options []kit.Option
	for _, f := range r.tile.Forms {
		options = append(options, kit.Option{Key: f.Name, Text: say.Of(formNames[f.Kind()])})
	}
	return r.pick("form", say.Text("As"), options, r.form.Name, func(name string) {
		for _, f := range r.tile.Forms {
			if f.Name == name {
				r.form = f
			}
		}
		r.page = 0
		r.fillPanel()
	})
}

// pick is a labelled choice; what it changes makes the document anew.
func (r *reader) pick(id, label string, options []kit.Option, chosen string, change func(key string)) fyne.CanvasObject {
	field := kit.NewSelect(options, chosen, func(key string) {
		change(key)
		r.make()
	})
	field.In(r.screen.deps.Say).ID = "reader." + id
	return kit.NewLabelled(label, field)
}

// choice is the field for something the document may be asked for; nil where there is nothing to choose.
func (r *reader) choice(c reports.Choice) fyne.CanvasObject {
	say, v := r.screen.deps.Say, r.screen.state.View()
	switch c {
	case reports.ChoosePaper:
		if r.form.Name == "poster" {
			return kit.NewCheck(say.Text("Large, on A3"), r.choices.Large, func(on bool) { r.choices.Large = on; r.make() })
		}
		return nil // the paper stands at the page's head
	case reports.ChoosePerSheet:
		return r.pick("perSheet", say.Text("Cards on a sheet"), kit.Options("1", "2", "4", "8"), strconv.Itoa(cmp.Or(r.choices.PerSheet, 4)),
			func(key string) { r.choices.PerSheet, _ = strconv.Atoi(key) })
	case reports.ChooseForm:
		options := []kit.Option{{Key: string(reports.InColour), Text: say.Text("In colour")},
			{Key: string(reports.BlackWhite), Text: say.Text("Black and white")}}
		if r.form.Lets(reports.ChooseLargePrint) {
			options = append(options, kit.Option{Key: string(reports.LargePrint), Text: say.Text("Large print")})
		}
		return r.pick("print", say.Text("Print"), options, string(r.choices.Form), func(key string) { r.choices.Form = reports.Form(key) })
	case reports.ChooseRound:
		return r.pickOne("round", say.Text("Round"), say.Text("The latest"), v.Rounds, &r.choices.RoundID)
	case reports.ChooseEvent:
		return r.pickOne("event", say.Text("Event"), say.Text("As it fits best"), v.Events, &r.choices.EventID)
	case reports.ChooseMember:
		return r.pickOne("member", say.Text("For whom"), say.Text("Everyone, a page each"), v.People, &r.choices.MemberID)
	case reports.ChoosePeriod:
		return r.period()
	case reports.ChooseBlank:
		return kit.NewCheck(say.Text("Empty, to fill in by hand"), r.choices.Blank, func(on bool) { r.choices.Blank = on; r.make() })
	case reports.ChooseParts:
		return r.parts()
	case reports.ChooseSeparator:
		options := []kit.Option{{Key: "", Text: say.Text("As this computer's spreadsheets expect")}, {Key: ";", Text: say.Text("Semicolon")},
			{Key: ",", Text: say.Text("Comma")}, {Key: "\t", Text: say.Text("Tab")}}
		return r.pick("separator", say.Text("Between the columns"), options, r.choices.Separator, func(key string) { r.choices.Separator = key })
	case reports.ChooseRoster:
		if n := len(r.choices.Roster); n > 0 {
			return kit.Note(say.Count(n, "The %d shown on the page Members is in it.", "The %d shown on the page Members are in it."))
		}
		return kit.Note(say.Text("Who is in it, and in which order, is as the page Members shows them."))
	}
	return nil
}

// pickOne chooses a round, an event or a member; none leaves the choice to the document.
func (r *reader) pickOne(id, label, none string, picks []Pick, at *int64) fyne.CanvasObject {
	if len(picks) == 0 {
		return nil
	}
	options := []kit.Option{{Key: "0", Text: none}}
	for _, p := range picks {
		options = append(options, kit.Option{Key: strconv.FormatInt(p.ID, 10), Text: p.Text})
	}
	return r.pick(id, label, options, strconv.FormatInt(*at, 10), func(key string) { *at, _ = strconv.ParseInt(key, 10, 64) })
}

// period is from when until when the document looks back.
func (r *reader) period() fyne.CanvasObject {
	deps := r.screen.deps
	field := func(id, label string, at *data.Date) fyne.CanvasObject {
		f := kit.NewDateField(deps, deps.Timer, *at, func(day data.Date) {
			*at = day
			r.make()
		})
		f.Entry.ID = "reader." + id
		return kit.NewLabelled(label, f).Watch(deps.Say)
	}
	return kit.VStack(8, field("from", deps.Say.Text("From"), &r.choices.From),
		field("until", deps.Say.Text("Until; today if empty"), &r.choices.Until))
}

// parts are the parts of the document, each with a tick.
func (r *reader) parts() fyne.CanvasObject {
	say := r.screen.deps.Say
	list := kit.VStack(4, kit.Note(say.Text("What is in it")))
	for _, part := range r.form.Parts {
		list.Objects = append(list.Objects, kit.NewCheck(say.Of(part.Title), r.hasPart(part), func(on bool) { r.setPart(part.Key, on) }))
	}
	return list
}

// hasPart tells whether a part is asked for; at first all are but the extra ones.
func (r *reader) hasPart(part press.Part) bool {
	if r.choices.Parts == nil {
		return !part.Extra
	}
	return slices.Contains(r.choices.Parts, part.Key)
}

func (r *reader) setPart(key string, on bool) {
	var chosen []string
	for _, part := range r.form.Parts {
		has := r.hasPart(part)
		if part.Key == key {
			has = on
		}
		if has {
			chosen = append(chosen, part.Key)
		}
	}
	if chosen == nil {
		chosen = []string{} // nil would be all
	}
	r.choices.Parts = chosen
	r.make()
}
