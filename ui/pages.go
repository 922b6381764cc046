package ui

import (
	"fyne.io/fyne/v2"

	"copleader/data/words"
	"copleader/ui/backlog"
	"copleader/ui/charter"
	"copleader/ui/events"
	"copleader/ui/health"
	"copleader/ui/history"
	"copleader/ui/intake"
	"copleader/ui/kit"
	"copleader/ui/members"
	"copleader/ui/overview"
	"copleader/ui/road"
	"copleader/ui/settings"
	"copleader/ui/share"
)

// pageSpec describes a page before it is made.
type pageSpec struct {
	name  string
	title func(say *words.Say) string
	key   fyne.KeyName // with Ctrl; none for a page seldom gone to
	make  func(s *shell) kit.Page
	// fresh pages are read again after every change, also while hidden: others ask what they show.
	fresh bool
	// unseen is what the page shows nothing of, as places of a store.Change.
	unseen []string
	// of names the page in the navigation that this one belongs to; its own way there is the menu and the palette.
	of string
	// tables are those whose rows have fields on the page, so that it can lead to them.
	tables []string
	// apart pages belong to none: they are reached by menu and palette only.
	apart bool
	// writes tells of a page that is of no use where nothing can be written.
	writes bool
}

// listed tells whether a page stands in the navigation.
func (s pageSpec) listed() bool { return s.of == "" && !s.apart }

// pageSpecs are the pages, those of the navigation in its order.
var pageSpecs = []pageSpec{
	{name: overview.Page, title: func(say *words.Say) string { return say.Text("Overview") }, key: fyne.Key1, unseen: prose,
		make: func(s *shell) kit.Page { return overview.New(s.deps, s.store, s.last) }},
	{name: charter.Page, title: func(say *words.Say) string { return say.Text("Charter") }, key: fyne.Key2, unseen: personal,
		tables: []string{"community", "canvas_box", "worksheet_answer"},
		make:   func(s *shell) kit.Page { return charter.New(s.deps, s.store) }},
	{name: members.Page, title: func(say *words.Say) string { return say.Text("Members") }, key: fyne.Key3, fresh: true, unseen: elsewhere,
		tables: []string{"member"},
		make:   func(s *shell) kit.Page { return members.New(s.deps, s.store, s.window.setup.Version) }},
	{name: events.Page, title: func(say *words.Say) string { return say.Text("Events") }, key: fyne.Key4, unseen: personal,
		tables: []string{"event", "minutes"},
		make:   func(s *shell) kit.Page { return events.New(s.deps, s.store) }},
	{name: backlog.Page, title: func(say *words.Say) string { return say.Text("Backlog") }, key: fyne.Key5, unseen: personal,
		tables: []string{"item", "value_story"},
		make:   func(s *shell) kit.Page { return backlog.New(s.deps, s.store) }},
	{name: health.Page, title: func(say *words.Say) string { return say.Text("Health") }, key: fyne.Key6, unseen: personal,
		tables: []string{"tally", "round_return"},
		make:   func(s *shell) kit.Page { return health.New(s.deps, s.store) }},
	{name: share.Page, title: func(say *words.Say) string { return say.Text("Share") }, key: fyne.Key7,
		make: func(s *shell) kit.Page { return share.New(s.deps, s.store, s.shareOptions()) }},
	{name: road.Page, title: func(say *words.Say) string { return say.Text("The road") }, of: overview.Page, unseen: prose,
		make: func(s *shell) kit.Page { return road.New(s.deps, s.store) }},
	{name: history.Page, title: func(say *words.Say) string { return say.Text("History") }, key: fyne.KeyH, apart: true,
		make: func(s *shell) kit.Page { return history.New(s.deps, s.store) }},
	{name: intake.Page, title: func(say *words.Say) string { return say.Text("Bring in…") }, key: fyne.KeyI, apart: true, writes: true,
		make: func(s *shell) kit.Page { return intake.New(s.deps, s.store) }},
	{name: settings.Page, title: func(say *words.Say) string { return say.Text("Settings") }, key: fyne.KeyComma, apart: true,
		tables: []string{"setting"},
		make:   func(s *shell) kit.Page { return settings.New(s.deps, s.store, windowSettings{s.window}) }},
}

// shareOptions are what documents need beside the file.
func (s *shell) shareOptions() share.Options {
	setup, prefs := s.window.setup, s.window.prefs
	return share.Options{FirstPrint: func() bool { return !prefs.printed() }, Printed: prefs.setPrinted, Fonts: setup.Fonts, Folder: setup.Folders.Made(),
		Version: setup.Version, Region: setup.Region, Roster: s.roster, Viewer: setup.Viewer, GiveBack: setup.GiveBack}
}

// roster is the members as their page shows them, or nil, which is everyone, when it was not looked at or shows nobody; and the
// columns it shows of them, nil for the usual ones.
func (s *shell) roster() (people []int64, columns []string) {
	columns = kit.ShownColumns(s.window.prefs.Columns(members.Page))
	p := s.place(members.Page)
	shown, ok := p.page.(*members.Screen)
	if !ok || p.news != noNews {
		return nil, columns
	}
	columns = shown.ShownColumns()
	if ids := shown.VisibleIDs(); len(ids) > 0 {
		return ids, columns
	}
	return nil, columns
}
