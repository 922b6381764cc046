package exchange

import (
	"slices"
	"strings"

	"copleader/data"
)

// AddItems adds items of the backlog from a source to the plan.
func (p *Plan) AddItems(source string, items []Item) {
	ours := p.itemKeys()
	for i := range items {
		b := &items[i]
		p.add(PlanRow{Source: source, Line: b.Line, Doubts: b.Doubts, item: b}, b.Refused, b.Asks, func(r *PlanRow) { p.lookAtItem(r, ours) })
	}
}

// itemKeys finds items of ours by their titles.
func (p *Plan) itemKeys() map[string][]int64 {
	ours := map[string][]int64{}
	for i := range p.snapshot.Items {
		key := itemKey(&p.snapshot.Items[i])
		ours[key] = append(ours[key], p.snapshot.Items[i].ID)
	}
	return ours
}

func itemKey(i *data.Item) string { return strings.Join(strings.Fields(data.Fold(i.Title)), " ") }

func (p *Plan) lookAtItem(r *PlanRow, ours map[string][]int64) {
	b := r.item
	key := itemKey(&b.Row)
	if first, twice := p.items[key]; twice {
		r.State, r.Why, r.Found = Doubtful, data.Say("An item of this title stands %s already.", p.place(r, first)), p.Rows[first].Found
		return
	}
	p.items[key] = len(p.Rows)
	if r.Found = ours[key]; len(r.Found) == 0 {
		r.State, r.Do = New, Decision{Do: Add}
		if i := p.newItem(b); i.Validate() != nil {
			r.State, r.Do, r.Why = Refused, Decision{Do: Leave}, faultOf(i.Validate())
		}
		return
	}
	there, _ := p.snapshot.ItemByID(r.Found[0])
	switch {
	case there.Column == data.ColumnDone && b.Row.Column != data.ColumnDone:
		r.State, r.Why = Doubtful, data.Say("An item of this title is done already.")
	case len(differences(data.ItemFields, there, asOfItem(b, &there))) > 0:
		r.State, r.Do = Changed, Decision{Replace, there.ID}
	default:
		r.State = Same
	}
}

// asOfItem is what an item that is brought says about one of ours, whose spelling of
// the title stands, and which has come as far as it has.
func asOfItem(b *Item, ours *data.Item) *Item {
	c := *b
	c.Given = slices.DeleteFunc(slices.Clone(b.Given), func(key string) bool {
		return key == "title" && itemKey(&b.Row) == itemKey(ours) || key == "column" || key == "kind"
	})
	return &c
}

// newItem fills what an item must have and no source told. Its owner is the one member
// who has just the name that the source says.
func (p *Plan) newItem(b *Item) data.Item {
	i := b.Row
	if named := p.names.Named(data.NameKeys(b.Named["owner"], "")); len(named) == 1 {
		i.OwnerID = named[0]
	}
	if i.Kind == "" {
		i.Kind = data.KindAction
	}
	if i.Column == "" {
		i.Column = data.ColumnIdea
	}
	if i.CreatedOn == 0 {
		i.CreatedOn = p.today
	}
	if name := b.Named["owner"]; name != "" {
		if found, state, _ := p.whoIs(data.NameKeys(name, ""), ""); state == Same {
			i.OwnerID = found[0]
		}
	}
	return i
}
