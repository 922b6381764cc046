package exchange

import (
	"strings"

	"copleader/data"
)

// columnWords are what the columns of boards are called elsewhere, in English, German, French and Spanish.
var columnWords = withWords(nil, map[string]string{
	string(data.ColumnIdea): `idea ideas backlog inbox someday wishlist new open suggestions proposals topics icebox
		idee ideen vorschlage themen themenspeicher ideenspeicher sammlung offen neu idees propositions sujets boiteaidees nouveau
		propuestas temas sugerencias nuevo abierto`,
	string(data.ColumnReady): `ready todo next notstarted upnext selected readyfordev bereit zuerledigen zutun alsnachstes nachste aufgaben nichtbegonnen
		pret afaire aprevoir suivant noncommence porhacer listo pendiente pendientes siguiente noiniciado nocomenzado`,
	string(data.ColumnPlanned): `planned scheduled thisweek thismonth geplant eingeplant terminiert planifie prevu programme planificado programado previsto`,
	string(data.ColumnDoing): `doing inprogress wip working started current active review inreview
		inarbeit inbearbeitung laufend laufende begonnen encours encurso enprogreso enproceso haciendo`,
	string(data.ColumnDone): `done finished complete completed closed resolved shipped erledigt fertig abgeschlossen beendet
		fait termine terminee fini acheve hecho terminado completado finalizado cerrado`,
	string(data.ColumnParked): `parked onhold hold waiting blocked paused later geparkt zuruckgestellt wartet wartend warten blockiert pausiert spater
		enattente bloque enpause plustard aparcado enespera bloqueado pausado`,
})

// columnOf is the column of the board that a list of another program stands for: by its name, or by a name with
// something before or behind it ("✅ Done 2026").
func columnOf(list string) (column data.Column, ok bool) {
	for _, c := range data.Columns {
		if headingWord(list) == headingWord(string(c)) {
			return c, true
		}
	}
	if word := keyOf(list, columnWords); word != "" {
		return data.Column(word), true
	}
	letters := strings.FieldsFunc(data.Fold(list), func(r rune) bool { return headingWord(string(r)) == "" || r >= '0' && r <= '9' })
	word, known := columnWords[strings.Join(letters, "")]
	return data.Column(word), known
}

// intoColumn puts an item into the column that a list stands for. In a list of another kind it becomes an idea.
func intoColumn(row *Item, list string) {
	if column, ok := columnOf(list); ok {
		row.Row.Column = column
		row.give("column")
	} else if list != "" {
		row.doubt(data.Say("“%s” is no column of the board.", beginning(list, 60)))
	}
}

// titled gives an item its title; one that is too long goes whole before the description.
func titled(row *Item, title, description string) {
	title = data.CleanLine(title)
	field := data.ItemFields.Of("title")
	if data.Length(title) > field.Limit {
		description = title + "\n\n" + description
		title = beginning(title, field.Limit)
	}
	row.Row.Title = title
	row.give("title")
	if description = data.CleanText(description); description != "" {
		row.Row.Description = row.fitted(description, data.ItemFields.Of("description"))
		row.give("description")
	}
}
