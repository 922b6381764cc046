package backlog

import (
	"cmp"
	"slices"
	"strings"

	"copleader/data"
	"copleader/data/words"
)

// Pile is everything on the board as it was read, made ready for showing and
// searching.
type Pile struct {
	snapshot *data.Snapshot
	today    data.Date
	columns  map[data.Column][]*entry // in the order of their ranks
	byID     map[int64]*entry
	moves    map[int64][]data.ItemMove // by item, the first first
	reuses   map[int64][]data.Reuse
	helped   map[int64][]data.Contribution // who answered, by help request
	cards    map[string]string             // titles, newest wording
	filters  map[View]filters
	limits   map[data.Column]int
	stories  []*tale // the latest first
	made     int     // items in the library
}

// entry is one item with what follows from it.
type entry struct {
	item     *data.Item
	owner    string
	folded   string    // what a search looks through
	since    data.Date // when it came into its column
	archived bool
	made     bool // it stands in the library
}

// filters are the owners and kinds one can choose from in a view.
type filters struct {
	owners []data.Member
	kinds  []data.ItemKind
}

func newPile(snapshot *data.Snapshot, today data.Date, say *words.Say) *Pile {
	p := &Pile{snapshot: snapshot, today: today, columns: map[data.Column][]*entry{}, byID: map[int64]*entry{},
		moves: map[int64][]data.ItemMove{}, reuses: map[int64][]data.Reuse{}, helped: map[int64][]data.Contribution{},
		cards: map[string]string{}, limits: map[data.Column]int{}}
	for _, m := range snapshot.Moves {
		p.moves[m.ItemID] = append(p.moves[m.ItemID], m)
	}
	for _, r := range snapshot.Reuses {
		p.reuses[r.ItemID] = append(p.reuses[r.ItemID], r)
	}
	for _, c := range snapshot.Contributions {
		if c.ItemID != 0 && c.Kind == data.Helped {
			p.helped[c.ItemID] = append(p.helped[c.ItemID], c)
		}
	}
	p.nameCards()
	core := len(snapshot.CoreTeam(today))
	for _, c := range data.Columns {
		p.limits[c] = data.LimitOf(c, core)
	}
	for i := range snapshot.Items {
		p.add(&snapshot.Items[i], say)
	}
	for _, column := range p.columns {
		slices.SortStableFunc(column, func(a, b *entry) int {
			return cmp.Or(cmp.Compare(a.item.Rank, b.item.Rank), cmp.Compare(a.item.ID, b.item.ID))
		})
	}
	p.filters = map[View]filters{
		Board:   p.filtersOf(func(e *entry) bool { return !e.archived }, say.Lang()),
		Library: p.filtersOf((*entry).shelved, say.Lang()),
	}
	p.gatherStories(say)
	return p
}

// nameCards keeps the newest title of every health card.
func (p *Pile) nameCards() {
	newest := map[string]int{}
	for i := range p.snapshot.CardVersions {
		v := &p.snapshot.CardVersions[i]
		if v.Version >= newest[v.Card] {
			newest[v.Card], p.cards[v.Card] = v.Version, v.Title
		}
	}
}

func (p *Pile) add(item *data.Item, say *words.Say) {
	e := &entry{item: item, owner: p.nameOf(item.OwnerID), since: item.CreatedOn, archived: !item.OnBoard(p.today)}
	if moves := p.moves[item.ID]; len(moves) > 0 && moves[len(moves)-1].Column == item.Column {
		e.since = moves[len(moves)-1].On
	}
	e.folded = data.Fold(strings.Join([]string{item.Title, item.Description, item.Outcome, e.owner, p.nameOf(item.ProposerID),
		kindWord(say, item.Kind), kindName(say, item.Kind), p.cards[item.Card], item.Links.String(), item.ParkedReason}, "\n"))
	p.columns[item.Column] = append(p.columns[item.Column], e)
	p.byID[item.ID] = e
	if e.made = p.isMade(item); e.made {
		p.made++
	}
}

// filtersOf lists the owners and kinds of some items, the owners by name in a language.
func (p *Pile) filtersOf(in func(*entry) bool, lang string) filters {
	var f filters
	owners, kinds := map[int64]bool{}, map[data.ItemKind]bool{}
	for _, e := range p.byID {
		if !in(e) {
			continue
		}
		kinds[e.item.Kind] = true
		owners[e.item.OwnerID] = true
	}
	for i := range p.snapshot.Members {
		if m := &p.snapshot.Members[i]; owners[m.ID] {
			f.owners = append(f.owners, *m)
		}
	}
	data.SortByName(f.owners, lang)
	for _, k := range data.ItemKinds {
		if kinds[k] {
			f.kinds = append(f.kinds, k)
		}
	}
	return f
}

// nameOf is a member's name, "" for nobody.
func (p *Pile) nameOf(id int64) string {
	m, _ := p.snapshot.MemberByID(id)
	return m.Name
}

// daysIn is how long an item has been in its column.
func (p *Pile) daysIn(e *entry) int { return p.today.Sub(e.since) }

// waits is how long a help request has been waiting for its first answer.
func (p *Pile) waits(e *entry) (days int, waiting bool) {
	i := e.item
	if i.Kind != data.KindHelpRequest || i.AnsweredOn != 0 || i.Column == data.ColumnDone || i.Column == data.ColumnParked {
		return 0, false
	}
	return p.today.Sub(i.CreatedOn), true
}
