package ui

import (
	"fyne.io/fyne/v2"

	"copleader/data/words"
	"copleader/ui/backlog"
	"copleader/ui/charter"
	"copleader/ui/events"
	"copleader/ui/health"
	"copleader/ui/kit"
	"copleader/ui/members"
	"copleader/ui/overview"
	"copleader/ui/share"
)

// pageSpec describes a page before it is made.
type pageSpec struct {
	name  string
	title func(say *words.Say) string
	key   fyne.KeyName // with Ctrl
	make  func(s *shell) kit.Page
	// fresh pages are read again after every change, also while hidden: others ask what they show.
	fresh bool
}

// pageSpecs are the pages in the order of the navigation.
var pageSpecs = []pageSpec{
	{overview.Page, func(say *words.Say) string { return say.Text("Overview") }, fyne.Key1,
		func(s *shell) kit.Page { return overview.New(s.deps, s.store, s.last) }, false},
	{charter.Page, func(say *words.Say) string { return say.Text("Charter") }, fyne.Key2,
		func(s *shell) kit.Page { return charter.New(s.deps, s.store) }, false},
	{members.Page, func(say *words.Say) string { return say.Text("Members") }, fyne.Key3,
		func(s *shell) kit.Page { return members.New(s.deps, s.store) }, true},
	{events.Page, func(say *words.Say) string { return say.Text("Events") }, fyne.Key4,
		func(s *shell) kit.Page { return events.New(s.deps, s.store) }, false},
	{backlog.Page, func(say *words.Say) string { return say.Text("Backlog") }, fyne.Key5,
		func(s *shell) kit.Page { return backlog.New(s.deps, s.store) }, false},
	{health.Page, func(say *words.Say) string { return say.Text("Health") }, fyne.Key6,
		func(s *shell) kit.Page { return health.New(s.deps, s.store) }, false},
	{share.Page, func(say *words.Say) string { return say.Text("Share") }, fyne.Key7,
		func(s *shell) kit.Page { return share.New(s.deps, s.store, s.shareOptions()) }, false},
}

// shareOptions are what documents need beside the file.
func (s *shell) shareOptions() share.Options {
	setup := s.window.setup
	return share.Options{Fonts: setup.Fonts, Folder: setup.Folders.made(), Version: setup.Version, Roster: s.roster}
}

// roster is the members as their page shows them, or nil, which is everyone, when it was not looked at or shows nobody.
func (s *shell) roster() []int64 {
	p := s.place(members.Page)
	shown, ok := p.page.(*members.Screen)
	if !ok || p.stale {
		return nil
	}
	if ids := shown.VisibleIDs(); len(ids) > 0 {
		return ids
	}
	return nil
}
