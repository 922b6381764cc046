package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"copleader/ui/look"
)

// Command is one thing the program can be asked for, registered once: menus, buttons, the palette and the sheet of shortcuts are
// all drawn from it.
type Command struct {
	ID string
	// Title is what menus and the palette say, already spoken.
	Title string
	// Named, where given, is asked each time and says instead what the deed would be done to: "Undo: move 6 people"; where it is
	// empty there is nothing to name.
	Named    func() string
	Shortcut fyne.Shortcut
	// Enabled is asked when the command is shown and again when it fires; nil means always.
	Enabled func() bool
	Do      func()
	// Twin, where given, tells that another command says the same just now: menus and the palette leave this one out.
	Twin func() bool
	// WhyNot, where given, says why the deed can't be done just now; "" where it knows no better than anybody.
	WhyNot func() string
	// Idle, where given, tells that there is nothing to do just now: menus show the command grey. It fires all the same, since its key may be
	// quicker than what tells so.
	Idle func() bool
	// Here tells that the command is about what is selected on its page: the palette, which is opened anywhere, leaves it out.
	Here bool
	// Overlaid lets the command fire while a dialog is open. Undo in a field needs it; hardly anything else.
	Overlaid bool
}

// Words is the title as it is now.
func (c *Command) Words() string {
	if c.Named != nil {
		if named := c.Named(); named != "" {
			return named
		}
	}
	return c.Title
}

// Can tells whether the command would do something now.
func (c *Command) Can() bool { return c.Do != nil && (c.Enabled == nil || c.Enabled()) }

// IsTwin tells whether another command says the same just now.
func (c *Command) IsTwin() bool { return c.Twin != nil && c.Twin() }

// Commands holds every command of the program in the order they were registered.
type Commands struct {
	canvas func() fyne.Canvas
	list   []*Command
	byID   map[string]*Command
	firing *Command // what is being done, nil between
}

// NewCommands makes an empty set; canvas gives the window's canvas, whose dialogs hold commands back.
func NewCommands(canvas func() fyne.Canvas) *Commands {
	return &Commands{canvas: canvas, byID: map[string]*Command{}}
}

// Add registers commands; one with a known ID replaces the older in its place.
func (s *Commands) Add(commands ...*Command) {
	for _, c := range commands {
		if old, ok := s.byID[c.ID]; ok {
			*old = *c
			continue
		}
		s.list = append(s.list, c)
		s.byID[c.ID] = c
	}
}

// Remove forgets a command: a page that is gone.
func (s *Commands) Remove(id string) {
	delete(s.byID, id)
	for i, c := range s.list {
		if c.ID == id {
			s.list = append(s.list[:i:i], s.list[i+1:]...)
			return
		}
	}
}

// All are the commands in order.
func (s *Commands) All() []*Command { return s.list }

// Matching are the enabled commands whose words contain a text, for the palette; all of them for an empty text. Case doesn't
// count.
func (s *Commands) Matching(text string) []*Command {
	text = strings.ToLower(strings.TrimSpace(text))
	var out []*Command
	for _, c := range s.list {
		if c.Can() && strings.Contains(strings.ToLower(c.Words()), text) {
			out = append(out, c)
		}
	}
	return out
}

// Get is the command of an ID, or nil.
func (s *Commands) Get(id string) *Command { return s.byID[id] }

// Fire does a command if it is enabled and no dialog is open, and tells whether it did. Menus fire shortcuts of disabled items
// and behind dialogs too, so the question is asked here again.
func (s *Commands) Fire(id string) bool {
	c := s.byID[id]
	if c == nil || !c.Can() || (!c.Overlaid && s.covered()) {
		return false
	}
	s.during(c, func() { Guard(c.Do) })
	return true
}

// during does something as a part of a command, which a dialog that it opens remembers.
func (s *Commands) during(c *Command, do func()) {
	before := s.firing
	s.firing = c
	defer func() { s.firing = before }()
	do()
}

// now is the command that is being done, nil for none.
func (s *Commands) now() *Command {
	if s == nil {
		return nil
	}
	return s.firing
}

// later is what a command that is being done does later on: it is a part of it then too.
func (s *Commands) later(do func()) func() {
	c := s.now()
	if c == nil {
		return do
	}
	return func() { s.during(c, do) }
}

// FireOrTell does a command that a key asked for, or says why it can't be done just now, where that is known.
func (d Deps) FireOrTell(id string) {
	if c := d.Commands.Get(id); !d.Commands.Fire(id) && c != nil && c.WhyNot != nil && c.WhyNot() != "" {
		d.Tell(c.WhyNot())
	}
}

// covered tells whether a dialog, menu or list lies over the window.
func (s *Commands) covered() bool {
	if s.canvas == nil {
		return false
	}
	c := s.canvas()
	return c != nil && c.Overlays().Top() != nil
}

// MenuItem draws a command as an item of a menu; nil for an unknown ID.
func (s *Commands) MenuItem(id string) *fyne.MenuItem {
	c := s.byID[id]
	if c == nil {
		return nil
	}
	item := fyne.NewMenuItem(c.Words(), func() { s.Fire(id) })
	item.Shortcut = c.Shortcut
	item.Disabled = !c.Can() || c.Idle != nil && c.Idle()
	return item
}

// Menu draws commands as a menu; an empty ID is a separator.
func (s *Commands) Menu(title string, ids ...string) *fyne.Menu {
	m := fyne.NewMenu(title)
	for _, id := range ids {
		if id == "" {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		} else if c := s.byID[id]; c != nil && c.IsTwin() {
			continue
		} else if item := s.MenuItem(id); item != nil {
			m.Items = append(m.Items, item)
		}
	}
	SpellShortcuts(m)
	return m
}

// Usable draws those of some commands that would do something now as items of a menu.
func (s *Commands) Usable(ids ...string) []*fyne.MenuItem {
	return slices.DeleteFunc(s.Menu("", ids...).Items, func(i *fyne.MenuItem) bool { return i.Disabled })
}

// Group draws those of some commands that would do something now as a menu beside an item; a single one stands for itself.
func (s *Commands) Group(words string, ids ...string) []*fyne.MenuItem {
	items := s.Usable(ids...)
	if len(items) < 2 {
		return items
	}
	group := fyne.NewMenuItem(words, nil)
	group.ChildMenu = fyne.NewMenu("", items...)
	return []*fyne.MenuItem{group}
}

// shortcutGap stands in a menu between what an item does and its keys.
const shortcutGap = "\u2003"

// SpellShortcuts writes the keys of a menu's items behind their words, one below another: the toolkit draws them in a fifth of the
// ink, which nobody can read. They go on firing, since the toolkit compares nothing but their names.
func SpellShortcuts(m *fyne.Menu) {
	size := func(text string) float32 { return textSize(text, look.SizeText, fyne.TextStyle{}).Width }
	var widest float32
	for _, i := range m.Items {
		if _, keyed := i.Shortcut.(fyne.KeyboardShortcut); keyed {
			widest = max(widest, size(i.Label))
		}
	}
	space := max(1, size("a a")-size("aa"))
	for _, i := range m.Items {
		if keys := ShortcutWords(i.Shortcut); keys != "" {
			i.Label += strings.Repeat(" ", int((widest-size(i.Label))/space+0.5)) + shortcutGap + keys
			i.Shortcut = spelled{i.Shortcut}
		}
	}
}

// MenuWords are the words of a menu's item without its keys.
func MenuWords(i *fyne.MenuItem) string { return WithoutKeys(i.Label) }

// WithoutKeys are the words that stand in a menu before the keys.
func WithoutKeys(text string) string {
	words, _, keyed := strings.Cut(text, shortcutGap)
	if !keyed {
		return text
	}
	return strings.TrimRight(words, " ")
}

// spelled is a shortcut that is named, and not drawn.
type spelled struct{ fyne.Shortcut }

// Button draws a command as a button.
func (s *Commands) Button(kind BtnKind, id string) *Btn {
	c := s.byID[id]
	if c == nil {
		return nil
	}
	b := NewBtn(kind, c.Words(), func() { s.Fire(id) })
	b.ID = id
	if !c.Can() {
		b.Disable()
	}
	return b
}

// Ctrl is the shortcut of Ctrl (Command on a Mac) and a key.
func Ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// CtrlShift is the shortcut of Ctrl and Shift and a key.
func CtrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// ShortcutWords writes a shortcut as a person reads it, "Ctrl+Shift+Z"; empty for none.
func ShortcutWords(s fyne.Shortcut) string {
	k, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	out := ""
	for _, m := range []struct {
		bit  fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"}, {fyne.KeyModifierSuper, "Super+"},
	} {
		if k.Mod()&m.bit != 0 {
			out += m.name
		}
	}
	return out + string(k.Key())
}
