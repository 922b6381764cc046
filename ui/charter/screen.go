// Package charter is the screen of the charter: what the community is for, what
// it may decide, its canvas, its measures, the worksheets of its phases and the
// versions that were agreed.
package charter

import (
	"context"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/store"
	"copleader/ui/kit"
	"copleader/ui/look"
)

// Page is the screen's name for Deps.Go.
const Page = "charter"

// Screen is the page Charter.
type Screen struct {
	*kit.ScreenOf[*View]
	deps  kit.Deps
	state *State
	deeds *kit.Deeds

	chips   *kit.ChipRow
	primary *kit.Btn
	header  fyne.CanvasObject
	page    *kit.Scroll
	sought  []string // what is searched of the sponsors

	fields  *kit.FieldSet[data.Community]
	boxes   *kit.FieldSet[typed]
	answers *kit.FieldSet[typed]
	spots   map[string]spot
	unfolds []func()                   // show what keeps out of sight once something is written there
	sheets  map[int]*sheet             // by their chips
	heads   map[Part]fyne.CanvasObject // where parts begin
	at      Part
	opened  bool                // at is in the page, not what went wrong
	threads map[data.Place]bool // those that are open
	tables  map[Table]*tableBox // in which a row can be gone to
	picking []*tableBox         // all of them: of their rows several can be chosen
	// versions are those that were agreed, nil before they are shown.
	versions *versionList

	// What stands beside several parts; only one of them is in the window.
	missing *missingCard
	version *versionCard
	wall    *wallCard
	notes   *notesCard
}

// part is one part of the charter: what is written at the left, and what stands beside it.
type part struct {
	left, right []fyne.CanvasObject
	shows       []func() // after the fields are filled
	// open shows what keeps out of sight when the part is gone to; nil for a part that shows all.
	open func()
}

// sheet is what a chip shows: its parts below one another, built when it is first chosen.
type sheet struct {
	content fyne.CanvasObject
	shows   []func()
	opens   map[Part]func()
}

// typed is what is typed into a box of the canvas or under a question of a worksheet.
type typed struct {
	view *View  // to read from
	text string // what was written
}

// spot is where a field is found: what is scrolled to, and what gets the focus.
type spot struct {
	object fyne.CanvasObject
	focus  func() fyne.Focusable
}

// New builds the screen; Load fills it.
func New(deps kit.Deps, st *store.Store) *Screen {
	s := newScreen(deps, st, PartDefine)
	s.register()
	s.build()
	return s
}

// newScreen makes one without its page.
func newScreen(deps kit.Deps, st *store.Store, at Part) *Screen {
	s := &Screen{deps: deps, state: NewState(st, deps.Clock, deps.Say),
		spots: map[string]spot{}, sheets: map[int]*sheet{}, heads: map[Part]fyne.CanvasObject{}, at: at,
		threads: map[data.Place]bool{}, tables: map[Table]*tableBox{}}
	s.deeds = kit.NewDeeds(deps, nil)
	s.ScreenOf = kit.NewScreenOf(deps, s.state.Read, s.take)
	s.fields = kit.NewFieldSet[data.Community](deps, s.deeds)
	s.fields.Reads = true
	s.fields.Change, s.fields.OnResized, s.fields.OnRefused = s.change, s.relayout, s.fill
	s.fields.Row = func() kit.RowShown { return kit.RowShown{Table: "community", Name: deps.Say.Text("Charter")} }
	s.boxes = kit.NewFieldSet[typed](deps, s.deeds)
	s.boxes.Reads = true
	s.boxes.Change, s.boxes.OnResized = s.changeBox, s.relayout
	s.boxes.Row = func() kit.RowShown { return kit.RowShown{Table: "canvas_box", Name: deps.Say.Text("Canvas")} }
	s.answers = kit.NewFieldSet[typed](deps, s.deeds)
	s.answers.Reads = true
	s.answers.Change, s.answers.OnResized = s.changeAnswer, s.relayout
	s.answers.Row = func() kit.RowShown { return kit.RowShown{Table: "worksheet_answer", Name: deps.Say.Text("Worksheets")} }
	s.missing, s.version, s.wall, s.notes = newMissingCard(s), newVersionCard(s), newWallCard(s), newNotesCard(s)
	s.page = kit.NewPage(kit.Space(0, 0))
	s.chips, s.primary = kit.NewChipRow(nil, 0, nil), kit.NewBtn(kit.Primary, "", s.next)
	return s
}

func (s *Screen) build() {
	s.chips = kit.NewChipRow(chipWords(s.deps.Say), 0, func(i int) { s.open(chips[i][0]) })
	s.primary.ID = "charter.next"
	s.primary.Hide()
	s.header = kit.NewHeader(kit.Header{Title: s.deps.Say.Text("Charter"), Chips: s.chips, Actions: []fyne.CanvasObject{s.printMenu(), s.primary}})
	s.LayOut(s.header, s.page, s.showTrouble)
}

// printMenu offers what the charter is on paper, and the workshop that makes it.
func (s *Screen) printMenu() *kit.Btn {
	b := kit.NewMenuBtn(kit.Outlined, s.deps.Say.Text("Workshop and print"), func() []*fyne.MenuItem {
		return s.deps.Commands.Menu("", "charter.workshop", "", "charter.sheets", "charter.poster", "charter.print").Items
	})
	b.ID = "charter.paper"
	return b
}

// State is what the screen shows, without a window.
func (s *Screen) State() *State { return s.state }

// take shows a charter that was read.
func (s *Screen) take(v *View) {
	s.state.Take(v)
	if s.opened {
		s.show()
	} else {
		s.open(s.at)
	}
}

// showTrouble says why nothing can be shown; nothing can be done either.
func (s *Screen) showTrouble(message fyne.CanvasObject) {
	s.primary.Hide()
	if s.header != nil {
		s.header.Refresh()
	}
	s.opened = false
	s.page.SetContent(message)
}

// open shows a part; what was typed under another chip is kept first.
func (s *Screen) open(p Part) {
	chip := chipOf(p)
	if s.Loaded() && chip != chipOf(s.at) {
		s.Leave()
		// What is not in the window any more must not go on receiving keys.
		if c := s.deps.Canvas(); c != nil {
			c.Unfocus()
		}
	}
	s.at = p
	if chip >= 0 {
		s.chips.Set(chipWords(s.deps.Say), chip)
	}
	if !s.Loaded() {
		return
	}
	if s.sheets[chip] == nil {
		s.sheets[chip] = s.make(chip)
	}
	s.fill()
	s.opened = true
	s.page.SetContent(s.sheets[chip].content)
	if open := s.sheets[chip].opens[p]; open != nil {
		open()
	}
	if head := s.heads[p]; head != nil {
		s.relayout()
		s.page.ScrollToTop(head)
		return
	}
	s.page.SetOffset(0)
}

// make builds what a chip shows: its parts below one another, and beside them what belongs to several once.
func (s *Screen) make(chip int) *sheet {
	if chip < 0 {
		p := s.sponsorsPart()
		return &sheet{content: s.columns(kit.VStack(look.GapCards, p.left...), kit.VStack(look.GapCards, p.right...)), shows: p.shows}
	}
	out := &sheet{opens: map[Part]func(){}}
	left, right := kit.VStack(look.GapCards), kit.VStack(look.GapCards)
	for i, name := range chips[chip] {
		p := s.makePart(name)
		left.Objects, right.Objects = append(left.Objects, p.left...), append(right.Objects, p.right...)
		out.shows, out.opens[name] = append(out.shows, p.shows...), p.open
		if i > 0 {
			s.heads[name] = p.left[0]
		}
	}
	out.content = s.columns(left, right)
	return out
}

// makePart builds a part.
func (s *Screen) makePart(p Part) *part {
	switch p {
	case PartDefine:
		return s.definePart()
	case PartIdentity:
		return s.identityPart()
	case PartMandate:
		return s.mandatePart()
	case PartVersions:
		return s.versionsPart()
	case PartCanvas:
		return s.canvasPart()
	case PartMeasures:
		return s.measuresPart()
	case PartStage:
		return s.stagePart()
	}
	return s.worksheetPart(data.Phase(p))
}

// columns puts what is written at the left and what stands beside it at the right.
func (s *Screen) columns(left, right fyne.CanvasObject) fyne.CanvasObject {
	return kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 760}, kit.Weight(6, left), kit.Weight(4, right))
}

// show fills what is in view from the state.
func (s *Screen) show() {
	s.fill()
	s.relayout()
}

func (s *Screen) fill() {
	v := s.state.View()
	s.fields.Show(&v.Community, false)
	s.boxes.Show(&typed{view: v}, false)
	s.answers.Show(&typed{view: v}, false)
	s.missing.show()
	s.version.show()
	s.wall.show()
	s.notes.show(chipOf(s.at))
	for _, show := range s.sheets[chipOf(s.at)].shows {
		show()
	}
	s.showPrimary()
}

// showPrimary offers the next sensible deed: an open field, then agreeing.
func (s *Screen) showPrimary() {
	if s.header == nil {
		return
	}
	v := s.state.View()
	text := s.deps.Say.Text("Agree this version")
	if len(v.Missing) > 0 {
		text = s.deps.Say.Text("Fill the next field")
	}
	s.primary.SetText(text)
	s.primary.Hidden = s.deps.ReadOnly || len(v.Missing) == 0 && !v.Versions.Changed
	s.header.Refresh()
}

// next does the deed on the primary button.
func (s *Screen) next() {
	if missing := s.state.View().Missing; len(missing) > 0 {
		s.goTo(missing[0].Key)
		return
	}
	s.deps.Commands.Fire("charter.agree")
}

// relayout lays the page out again after something in it changed its height.
func (s *Screen) relayout() { s.page.Refresh() }

// goTo shows a field and puts the cursor into it.
func (s *Screen) goTo(key string) {
	s.WhenLoaded(func() { s.goToField(key) })
}

func (s *Screen) goToField(key string) {
	p, known := placeOf(key)
	switch {
	case !known:
		return
	case p == PartSponsors && s.at != PartSponsors:
		s.deps.GoTo(data.Place{Kind: data.PlaceSponsors})
		return
	case p != s.at:
		s.open(p)
	}
	at, known := s.spots[key]
	if !known {
		return
	}
	f := at.focus() // shows the field where it was kept out of sight
	s.relayout()
	s.page.ScrollTo(at.object)
	if f != nil && !s.deps.ReadOnly {
		s.deps.Focus(f)
	}
}

// spot notes where a field is found.
func (s *Screen) spot(key string, object fyne.CanvasObject, focus func() fyne.Focusable) {
	s.spots[key] = spot{object, focus}
}

// Leave keeps what was typed.
func (s *Screen) Leave() {
	s.fields.Flush()
	s.boxes.Flush()
	s.answers.Flush()
}

// New adds what the part in view has more of.
func (s *Screen) New() {
	id := map[Part]string{PartMeasures: "charter.addMeasure", PartCanvas: "charter.addSupport", PartVersions: "charter.agree",
		PartSponsors: "members.addSponsor"}[s.at]
	if id == "" {
		id = "charter.note"
	}
	s.deps.Commands.Fire(id)
}

// change keeps a field of the charter.
func (s *Screen) change(visit store.Visit, change func(*data.Community)) func(context.Context) error {
	return func(ctx context.Context) error {
		if visit.Field == "reviewOn" {
			var c data.Community
			change(&c)
			return s.state.SetReview(ctx, visit, c.ReviewOn)
		}
		return s.state.store.ChangeCommunity(ctx, visit, change)
	}
}

func (s *Screen) changeBox(visit store.Visit, change func(*typed)) func(context.Context) error {
	var t typed
	change(&t)
	return func(ctx context.Context) error {
		return s.state.store.SetBox(ctx, data.BoxKey(visit.Field), visit, data.ParseLines(t.text))
	}
}

func (s *Screen) changeAnswer(visit store.Visit, change func(*typed)) func(context.Context) error {
	var t typed
	change(&t)
	return func(ctx context.Context) error {
		return s.state.store.AnswerWorksheet(ctx, visit.Field, visit, t.text)
	}
}
