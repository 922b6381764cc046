package exchange

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"copleader/data"
)

// errNoBoard is that a file holds no board.
var errNoBoard = data.Fault(data.CodeInvalid, "The file is no board of Trello; nothing was changed.")

// errCards is that a board has more cards than anybody can decide on.
var errCards = data.Fault(data.CodeInvalid, "The board has more than %d cards; nothing of it was read. Please archive those that are done.", maxCards)

// Limits of a board beyond those of any file. Trello itself lets 5,000 cards stand on one.
const (
	maxCards  = 20_000
	maxCard   = 1 << 20 // bytes of one card, list or checklist; with all that people put on it a card has 100 KB
	maxOnCard = 100     // labels, attachments, and lines of a checklist
)

// Trello reads the cards of a board as Trello exports it (JSON), list by list; archived ones are left out
// (data/README.md, What comes in). zone is where the leader is, whose days are meant.
func Trello(ctx context.Context, f File, zone string) ([]Item, error) {
	return within(ctx, f, func(ctx context.Context, content []byte) ([]Item, error) {
		text, err := decoded(content)
		if err != nil {
			return nil, err
		}
		r := &boardReader{ctx: ctx, in: json.NewDecoder(strings.NewReader(text)), checks: map[string][]trelloChecklist{},
			members: map[string]string{}, zone: time.UTC}
		if here, ok := regionNamed(zone); ok {
			r.zone = here.zone
		}
		if err := r.read(); err != nil {
			return nil, err
		}
		return r.items(), nil
	})
}

// What is read of a board.
type (
	trelloList struct {
		ID     string  `json:"id"`
		Name   string  `json:"name"`
		Closed bool    `json:"closed"`
		Pos    float64 `json:"pos"`
	}
	trelloCard struct {
		ID         string   `json:"id"`
		Name       string   `json:"name"`
		Desc       string   `json:"desc"`
		List       string   `json:"idList"`
		Closed     bool     `json:"closed"`
		IsTemplate bool     `json:"isTemplate"`
		Pos        float64  `json:"pos"`
		Due        string   `json:"due"`
		Completed  string   `json:"dateCompleted"`
		Active     string   `json:"dateLastActivity"`
		Members    []string `json:"idMembers"`
		Badges     struct {
			Votes int `json:"votes"`
		} `json:"badges"`
		Labels []struct {
			Name string `json:"name"`
		} `json:"labels"`
		Attachments []struct {
			URL string `json:"url"`
		} `json:"attachments"`
	}
	trelloMember struct {
		ID   string `json:"id"`
		Name string `json:"fullName"`
	}
	trelloChecklist struct {
		Card  string        `json:"idCard"`
		Name  string        `json:"name"`
		Pos   float64       `json:"pos"`
		Items []trelloCheck `json:"checkItems"`
	}
	trelloCheck struct {
		Name  string  `json:"name"`
		State string  `json:"state"`
		Pos   float64 `json:"pos"`
	}
)

// boardReader reads a board piece by piece: most of an export is its history, which may be as long as it likes.
type boardReader struct {
	ctx     context.Context
	in      *json.Decoder
	zone    *time.Location
	listed  bool // there are lists, even if none stands there
	lists   []trelloList
	cards   []trelloCard
	checks  map[string][]trelloChecklist // by card
	members map[string]string            // names by id
}

func (r *boardReader) read() error {
	if begin, err := r.in.Token(); err != nil || begin != json.Delim('{') {
		return errNoBoard
	}
	for r.in.More() {
		key, err := r.in.Token()
		if err != nil {
			return errDamaged
		}
		switch key {
		case "lists":
			r.listed = true
			err = eachOf(r, func(l trelloList) { r.lists = append(r.lists, l) })
		case "cards":
			err = eachOf(r, r.keepCard)
		case "checklists":
			err = eachOf(r, func(c trelloChecklist) {
				if c.Items = someOf(c.Items); len(r.checks[c.Card]) < maxOnCard {
					r.checks[c.Card] = append(r.checks[c.Card], c)
				}
			})
		case "members":
			err = eachOf(r, func(m trelloMember) { r.members[m.ID] = data.CleanLine(m.Name) })
		default:
			err = r.pass()
		}
		if err != nil {
			return err
		}
	}
	if _, err := r.in.Token(); err != nil {
		return errDamaged
	}
	switch {
	case !r.listed:
		return errNoBoard
	case len(r.cards) > maxCards:
		return errCards
	}
	return nil
}

// keepCard keeps what is needed of a card that stands on the board.
func (r *boardReader) keepCard(c trelloCard) {
	if c.Closed || c.IsTemplate || len(r.cards) > maxCards {
		return
	}
	c.Labels, c.Attachments, c.Members = someOf(c.Labels), someOf(c.Attachments), someOf(c.Members)
	r.cards = append(r.cards, c)
}

// someOf keeps the first of a list, and nothing of the memory that all of it took.
func someOf[T any](all []T) []T { return slices.Clone(all[:min(len(all), maxOnCard)]) }

// eachOf reads the pieces of a list one by one. What is no such piece is passed over.
func eachOf[T any](r *boardReader, take func(T)) error {
	begin, err := r.in.Token()
	if err != nil {
		return errDamaged
	}
	if begin != json.Delim('[') {
		return errNoBoard
	}
	for n := 0; r.in.More(); n++ {
		if n == maxRows {
			return errRows
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
		var whole json.RawMessage
		if err := r.in.Decode(&whole); err != nil {
			return errDamaged
		}
		if len(whole) > maxCard {
			return errTooLarge
		}
		var piece T
		var odd *json.UnmarshalTypeError // of one value; the others are read
		if err := json.Unmarshal(whole, &piece); bytes.HasPrefix(whole, []byte("{")) && (err == nil || errors.As(err, &odd)) {
			take(piece)
		}
	}
	if _, err := r.in.Token(); err != nil {
		return errDamaged
	}
	return nil
}

// pass leaves a value out, however much stands in it.
func (r *boardReader) pass() error {
	depth := 0
	for n := 0; ; n++ {
		if n%4096 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		token, err := r.in.Token()
		if err != nil {
			return errDamaged
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return nil
		}
	}
}

// items are the cards of the open lists, as they stand on the board.
func (r *boardReader) items() []Item {
	slices.SortStableFunc(r.lists, func(a, b trelloList) int { return cmp.Compare(a.Pos, b.Pos) })
	slices.SortStableFunc(r.cards, func(a, b trelloCard) int { return cmp.Compare(a.Pos, b.Pos) })
	cards := map[string][]*trelloCard{}
	for i := range r.cards {
		cards[r.cards[i].List] = append(cards[r.cards[i].List], &r.cards[i])
	}
	var items []Item
	for _, list := range r.lists {
		if list.Closed {
			continue
		}
		for _, card := range cards[list.ID] {
			items = append(items, r.item(list.Name, card))
		}
		delete(cards, list.ID) // of two lists with one id the cards come in once
	}
	return items
}

func (r *boardReader) item(list string, c *trelloCard) Item {
	var row Item
	titled(&row, c.Name, c.Desc+r.checked(c.ID)+r.labels(&row, c))
	intoColumn(&row, data.CleanLine(list))
	if c.Badges.Votes > 0 {
		row.Row.Votes = c.Badges.Votes
		row.give("votes")
	}
	day := func(key string, at time.Time, field *data.Date) {
		if !at.IsZero() {
			*field = data.DateOf(at.In(r.zone))
			row.give(key)
		}
	}
	day("due", trelloTime(c.Due), &row.Row.Due)
	for _, a := range c.Attachments {
		if link := data.CleanLine(a.URL); isLink(link) && data.Length(link) <= data.ItemFields.Of("links").Limit && len(row.Row.Links) < data.ItemFields.Of("links").Room {
			row.Row.Links = append(row.Row.Links, link)
		}
	}
	if len(row.Row.Links) > 0 {
		row.give("links")
	}
	day("createdOn", madeAt(c.ID), &row.Row.CreatedOn)
	if row.Row.Column == data.ColumnDone {
		day("doneOn", trelloTime(cmp.Or(c.Completed, c.Active)), &row.Row.DoneOn)
	}
	if len(c.Members) == 1 && r.members[c.Members[0]] != "" {
		row.Named = map[string]string{"owner": r.members[c.Members[0]]}
	}
	if row.Row.Title == "" {
		row.Refused = data.Say("The card has no name.")
	}
	row.settle(data.ItemFields, row.Row.Validate, data.Item{}, neededOfItem...)
	return row
}

// trelloTime reads a time as Trello writes it; zero for none.
func trelloTime(text string) time.Time {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}
	}
	return at
}

// madeAt is when a card was made: its id begins with the seconds since 1970.
func madeAt(id string) time.Time {
	if len(id) != 24 {
		return time.Time{}
	}
	seconds, err := strconv.ParseInt(id[:8], 16, 64)
	if err != nil || seconds <= 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// checked are the checklists of a card as lines of its description.
func (r *boardReader) checked(card string) string {
	var b strings.Builder
	lists := r.checks[card]
	slices.SortStableFunc(lists, func(a, b trelloChecklist) int { return cmp.Compare(a.Pos, b.Pos) })
	for _, list := range lists {
		b.WriteString("\n\n" + data.CleanLine(list.Name))
		slices.SortStableFunc(list.Items, func(a, b trelloCheck) int { return cmp.Compare(a.Pos, b.Pos) })
		for _, item := range list.Items {
			box := "☐ "
			if item.State == "complete" {
				box = "☑ "
			}
			b.WriteString("\n" + box + data.CleanLine(item.Name))
		}
	}
	return b.String()
}

// labels takes the kind of an item from its labels; the others stay as words behind its description.
func (r *boardReader) labels(row *Item, c *trelloCard) string {
	var words []string
	kind := data.ItemFields.Of("kind")
	for _, label := range c.Labels {
		name := data.CleanLine(label.Name)
		switch word, is := choiceIn(kind.Choices(), name); {
		case name == "":
		case is && row.Row.Kind == "":
			kind.Choose(&row.Row, word)
			row.give("kind")
		default:
			words = append(words, "#"+strings.ReplaceAll(name, " ", "_"))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return "\n\n" + strings.Join(words, " ")
}
