package exchange_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"copleader/data"
	"copleader/data/exchange"
	"copleader/data/words"
)

func toldItem(b exchange.Item) string {
	r := b.Row
	text := fmt.Sprintf("%d: %q", b.Line, r.Title)
	for _, s := range []string{string(r.Column), string(r.Kind), r.Description, r.Due.String(), strings.Join(r.Links, " "), r.DoneOn.String(), b.Named["owner"]} {
		if s != "" {
			text += fmt.Sprintf(" %q", s)
		}
	}
	if r.Votes > 0 {
		text += fmt.Sprint(" ", r.Votes)
	}
	return text + toldRow(b)
}

func toldItems(items []exchange.Item) []string {
	var told []string
	for _, b := range items {
		told = append(told, toldItem(b))
	}
	return told
}

// Given a board as Trello exports it, when it is read, then its cards stand in the columns that its lists mean.
func TestTrello(t *testing.T) {
	items, err := exchange.Trello(context.Background(), sample(t, "trello/board.json"), "Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	same(t, toldItems(items), `
		0: "Start a book club" "idea" "eventIdea" "We read **one chapter** a month.\n\nWho has the books?\n\n#low_effort" {kind title description column createdOn}
		0: "Who knows contract tests?" "idea" 4 {title column votes createdOn}
		0: "A title that goes on and on, so that no board of ours has room for all of it, and one has to look…" "ready" "A title that goes on and on, so that no board of ours has room for all of it, and one has to look behind the title to read it" {title description column createdOn}
		0: "" "ready" {title column createdOn} !The card has no name.
		0: "Accessibility test checklist" "doing" "Parts\n☑ Colours\n☐ Forms" "2026-12-01" "https://wiki.example.org/a11y" "Νίκος Αντωνίου" {title description column due links createdOn}
		0: "Ὁδηγὸς γιὰ νέους" "done" "2026-09-12" {title column createdOn doneOn}
		0: "Host an outside meetup" "parked" {title column createdOn}
		0: "Ask the sponsors" {title createdOn} ?“Sponsors” is no column of the board.`)
	if made := items[0].Row.CreatedOn; made != data.NewDate(2026, 3, 3) {
		t.Errorf("made on %v", made)
	}
}

// Given a card without a name, then its row says so.
func TestCardWithoutName(t *testing.T) {
	board := `{"lists":[{"id":"l","name":"Doing"}],"cards":[{"idList":"l","name":" ","desc":"Something"},{"idList":"l","name":"A"}]}`
	items, err := exchange.Trello(context.Background(), exchange.File{Content: []byte(board)}, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, toldItems(items), `
		0: "" "doing" "Something" {title description column} !The card has no name.
		0: "A" "doing" {title column}`)
}

// Given lists as teams call them, then each stands for a column of the board, or for none.
func TestListsAreColumns(t *testing.T) {
	for list, want := range map[string]data.Column{
		"To Do": data.ColumnReady, "Zu erledigen": data.ColumnReady, "À faire 🙂": data.ColumnReady, "Por hacer": data.ColumnReady,
		"In Arbeit (3)": data.ColumnDoing, "EN COURS": data.ColumnDoing, "2. En curso": data.ColumnDoing, "doing": data.ColumnDoing,
		"Geplant": data.ColumnPlanned, "Prévu": data.ColumnPlanned, "Terminé": data.ColumnDone, "Erledigt ✓": data.ColumnDone, "Hecho": data.ColumnDone,
		"Backlog": data.ColumnIdea, "Boîte à idées": data.ColumnIdea, "Zurückgestellt": data.ColumnParked, "En espera": data.ColumnParked,
		"Sponsors": "", "": "", "王": "", "Done and dusted": "",
	} {
		board := `{"lists":[{"id":"l","name":"` + list + `"}],"cards":[{"idList":"l","name":"A"}]}`
		items, err := exchange.Trello(context.Background(), exchange.File{Content: []byte(board)}, "")
		if err != nil || len(items) != 1 || items[0].Row.Column != want {
			t.Errorf("%q: %v, %v, want %q", list, toldItems(items), err, want)
		}
	}
}

// Given files that are no board, or a spoilt or boundless one, then each is refused with a sentence, and odd values
// of a card leave the card itself.
func TestHostileTrello(t *testing.T) {
	const none, spoilt = "The file is no board of Trello; nothing was changed.", "The file is damaged; nothing of it was read. Please ask for it again."
	for name, c := range map[string]struct{ content, want string }{
		"nothing":        {"", "There is nothing in the file."},
		"a list":         {`[1]`, none},
		"something else": {`{"a":1}`, none},
		"other lists":    {`{"lists":{"a":1}}`, none},
		"cut off":        {`{"lists":[{"id":"l"`, spoilt},
		"after lists":    {`{"lists":[]`, spoilt},
		"no JSON":        {`{"lists":[],,}`, spoilt},
		"nested deep":    {`{"lists":[],"actions":` + strings.Repeat("[", 5_000_000), spoilt},
		"a huge card":    {`{"lists":[],"cards":[{"name":"` + strings.Repeat("a", 1<<20) + `"}]}`, "The file is far too large; nothing of it was read. Please save the part that you need by itself."},
		"too many cards": {`{"lists":[],"cards":[` + strings.Repeat(`{"name":"A"},`, 20_000) + `{"name":"B"}]}`, "The board has more than 20000 cards; nothing of it was read. Please archive those that are done."},
		"too many":       {`{"lists":[],"cards":[` + strings.Repeat(`{"closed":true},`, 50_000) + `{}]}`, "The file has more than 50000 rows; nothing of it was read. Please save the part that you need by itself."},
	} {
		t.Run(name, func(t *testing.T) {
			items, err := exchange.Trello(context.Background(), exchange.File{Content: []byte(c.content)}, "")
			if err == nil {
				t.Fatalf("%d items came in", len(items))
			}
			if is := words.English().Sentence(err); is != c.want {
				t.Errorf("is     %s\nshould %s", is, c.want)
			}
		})
	}
	board := `{"lists":[{"id":"l","name":"Done","pos":"top"},{"id":"l","name":"Doing"}],"checklists":[null,7],
		"cards":[{"idList":"l","name":"A","due":"soon","pos":"bottom","badges":{"votes":"many"},"labels":7,"id":"zzzzzzzz0000000000000000","idMembers":["x"]},
			{"idList":"l","name":"B","due":"9999-12-31T23:59:59Z","badges":{"votes":99999}}, [], "x", {"idList":"none","name":"C"}]}`
	items, err := exchange.Trello(context.Background(), exchange.File{Content: []byte(board)}, "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, toldItems(items), `
		0: "A" "done" {title column}
		0: "B" "done" {title column} ?Votes is left out: Please choose a number from 0 to 9999. ?Due is left out: Please check the year.`)
}

func FuzzTrello(f *testing.F) {
	f.Add(sample(f, "trello/board.json").Content)
	f.Add([]byte(`{"cards":[{"idList":"l","name":"A","due":"2026-11-30T23:00:00Z"}],"lists":[{"id":"l","name":"Done"}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		items, err := exchange.Trello(context.Background(), exchange.File{Content: content}, "Europe/Berlin")
		if err != nil {
			return
		}
		for _, b := range items {
			fits(t, b, data.ItemFields, b.Row.Validate)
		}
	})
}
