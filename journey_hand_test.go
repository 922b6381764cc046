package main

import (
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"copleader/ui/uimap"
)

// waitFor waits until the map shows an effect.
func (d *desk) waitFor(effect string, shown func(uimap.Map) bool) uimap.Map {
	d.t.Helper()
	end := time.Now().Add(patience())
	for {
		m := d.see()
		if shown(m) {
			return m
		}
		if time.Now().After(end) {
			d.fail("waited in vain for %s; in the window:\n%s", effect, listed(m))
		}
		time.Sleep(poll)
	}
}

// find waits for the one thing of a kind with a text that can be used now: in the topmost layer, in sight and not
// disabled, and standing still. "#id" in place of the text looks for what keeps its name in every language.
func (d *desk) find(kind, text string) uimap.Node {
	d.t.Helper()
	var last uimap.Node
	var since time.Time
	d.waitFor(fmt.Sprintf("one %s %q", kind, text), func(m uimap.Map) bool {
		usable := slices.DeleteFunc(matching(m, kind, text), func(n uimap.Node) bool {
			return n.Offscreen || n.Disabled
		})
		if len(usable) != 1 || usable[0].Rect != last.Rect {
			since = time.Now()
		}
		if len(usable) == 1 {
			last = usable[0]
		}
		return len(usable) == 1 && time.Since(since) >= settling/2
	})
	return last
}

// matching are the nodes of a kind and text, or label beside it, in the topmost layer.
func matching(m uimap.Map, kind, text string) []uimap.Node {
	var found []uimap.Node
	id, byID := strings.CutPrefix(text, "#")
	for _, node := range m.Nodes {
		same := node.Text == text || node.Label == text
		if byID {
			same = node.ID == id
		}
		if node.Kind == kind && same && node.Layer == m.Layers-1 {
			found = append(found, node)
		}
	}
	return found
}

// says reports whether a text stands anywhere in sight, as text or as value of a field.
func says(m uimap.Map, text string) bool {
	return slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool {
		return !n.Offscreen && (strings.Contains(n.Text, text) || strings.Contains(n.Value, text))
	})
}

// read waits until a text stands in sight.
func (d *desk) read(text string) {
	d.t.Helper()
	d.waitFor(fmt.Sprintf("the words %q", text), func(m uimap.Map) bool { return says(m, text) })
}

// act does something with mouse or keys and gives the program the time to answer: until what it changes has come to rest, or as long as
// a change would have taken. What is pressed while a page is still being drawn can be gone before the press has ended.
func (d *desk) act(deed func()) {
	d.t.Helper()
	last := d.see().Seq
	deed()
	since, patient := time.Now(), time.Now().Add(8*settling)
	for time.Since(since) < settling && time.Now().Before(patient) {
		time.Sleep(poll)
		if now := d.see().Seq; now != last {
			last, since = now, time.Now()
		}
	}
}

// click clicks the middle of what find finds.
func (d *desk) click(kind, text string) {
	d.t.Helper()
	d.clickAt(d.find(kind, text).Centre, "1")
}

func (d *desk) clickAt(at uimap.Point, button string) {
	d.t.Helper()
	d.act(func() {
		d.do("xdotool", append(d.move(at), "click", button)...)
	})
}

// held does something with a key held down, as xdotool names it.
func (d *desk) held(key string, deed func()) {
	d.t.Helper()
	d.do("xdotool", "keydown", key)
	defer d.do("xdotool", "keyup", key)
	deed()
}

// move is xdotool's order to bring the mouse to a place in the window, wherever the window stands.
func (d *desk) move(to uimap.Point) []string {
	return []string{"mousemove", "--window", d.window, strconv.Itoa(int(to.X)), strconv.Itoa(int(to.Y))}
}

// key presses keys as xdotool names them: "ctrl+z", "Return", "Tab".
func (d *desk) key(keys ...string) {
	d.t.Helper()
	for _, key := range keys {
		d.act(func() { d.do("xdotool", "key", "--clearmodifiers", key) })
	}
}

// paste puts a text where the cursor stands. It goes through the clipboard, since typed keys lose every letter
// that the keyboard's layout has not.
func (d *desk) paste(text string) {
	d.t.Helper()
	d.clip(text)
	d.key("ctrl+v")
}

// clip puts a text into the clipboard.
func (d *desk) clip(text string) {
	d.t.Helper()
	clip := exec.Command("xclip", "-selection", "clipboard", "-in")
	clip.Env = d.environment()
	clip.Stdin = strings.NewReader(text)
	if err := clip.Run(); err != nil {
		d.fail("xclip: %v", err)
	}
}

// fill replaces what stands in a field, named by its label or placeholder, and waits until the field holds it.
func (d *desk) fill(field, text string) {
	d.t.Helper()
	d.enter(field)
	d.key("ctrl+a")
	d.paste(text)
	d.waitFor(fmt.Sprintf("%q in the field %q", text, field), func(m uimap.Map) bool {
		return slices.ContainsFunc(m.Nodes, func(n uimap.Node) bool { return n.Kind == "field" && n.Value == text })
	})
}

// drag moves the mouse with its button down from one place to another in several steps, as a hand does.
func (d *desk) drag(from, to uimap.Point) {
	d.t.Helper()
	const steps = 8
	d.do("xdotool", append(d.move(from), "mousedown", "1")...)
	for i := 1; i <= steps; i++ {
		time.Sleep(dragPause)
		part := float32(i) / steps
		d.do("xdotool", d.move(uimap.Point{X: from.X + (to.X-from.X)*part, Y: from.Y + (to.Y-from.Y)*part})...)
	}
	time.Sleep(dragPause)
	d.act(func() { d.do("xdotool", "mouseup", "1") })
}

// menu takes an entry of the menu bar: opens the menu with the mouse and goes to the entry with the arrow keys.
func (d *desk) menu(path ...string) {
	d.t.Helper()
	offers := func(e uimap.Entry) bool { return e.Text == path[1] && !e.Disabled }
	m := d.waitFor("the menu "+strings.Join(path, ", "), func(m uimap.Map) bool {
		return slices.ContainsFunc(m.Menus, func(menu uimap.Menu) bool {
			return menu.Title == path[0] && slices.ContainsFunc(menu.Entries, offers)
		})
	})
	menu := m.Menus[slices.IndexFunc(m.Menus, func(menu uimap.Menu) bool { return menu.Title == path[0] })]
	d.clickAt(menu.Centre, "1")
	entries := menu.Entries
	for depth, text := range path[1:] {
		at := slices.IndexFunc(entries, func(e uimap.Entry) bool { return e.Text == text })
		if at < 0 || entries[at].Disabled {
			d.fail("no entry %q to take in %+v", text, entries)
		}
		down := at + 1
		if depth > 0 {
			d.do("xdotool", "key", "Right") // opens the menu beside, its first entry chosen
			down = at
		}
		for range down {
			d.do("xdotool", "key", "Down")
		}
		entries = entries[at].Entries
	}
	d.act(func() { d.do("xdotool", "key", "Return") })
}

// listed is a map in words, a line for each thing in sight.
func listed(m uimap.Map) string {
	var lines strings.Builder
	for _, n := range m.Nodes {
		if n.Offscreen {
			continue
		}
		fmt.Fprintf(&lines, "  %d %s %q", n.Layer, n.Kind, n.Text)
		if n.ID != "" {
			fmt.Fprintf(&lines, " #%s", n.ID)
		}
		if n.Value != "" {
			fmt.Fprintf(&lines, " = %q", n.Value)
		}
		if n.Disabled {
			lines.WriteString(" (disabled)")
		}
		lines.WriteByte('\n')
	}
	return lines.String()
}

// enter puts the cursor into a field. One that is read first becomes one by the click.
func (d *desk) enter(field string) {
	d.t.Helper()
	kind := ""
	d.waitFor(fmt.Sprintf("the field %q", field), func(m uimap.Map) bool {
		for _, kind = range []string{"field", "reading"} {
			if len(matching(m, kind, field)) > 0 {
				return true
			}
		}
		return false
	})
	d.click(kind, field)
}
