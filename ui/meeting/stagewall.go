package meeting

import (
	"copleader/data/room"
	"copleader/ui/look"
)

// wall is the canvas or the force field in its columns. A box that is being filled has twice the room of another.
func (d *drawing) wall() {
	columns := d.shown.Wall
	gap := d.unit * 0.5
	width := (d.width() - gap*float32(len(columns)-1)) / float32(len(columns))
	for i, boxes := range columns {
		var parts float32
		for _, b := range boxes {
			parts += roomOf(b)
		}
		y, room := d.top, d.foot-d.top-gap*float32(len(boxes)-1)
		for _, b := range boxes {
			high := room * roomOf(b) / parts
			d.wallBox(b, place{d.edge + float32(i)*(width+gap), y, width, high})
			y += high + gap
		}
	}
}

// roomOf is how much room a box has beside others.
func roomOf(b room.ShownBox) float32 {
	if b.Now {
		return 2
	}
	return 1
}

// place is where something is drawn.
type place struct{ x, y, width, high float32 }

// wallBox is a box with its lines, in the largest letters that all of them have room in; what has none is counted.
func (d *drawing) wallBox(b room.ShownBox, at place) {
	ground := look.ColorColumn
	if b.Now {
		ground = look.ColorPrimarySoft
	}
	d.box(at.x, at.y, at.width, at.high, d.unit*0.35, ground)
	pad := d.unit * 0.45
	x, width := at.x+pad, at.width-2*pad
	title := ink{size: d.unit, bold: true, lines: 1, color: look.ColorPrimary}
	y := at.y + pad*0.6
	end := at.y + at.high - pad*0.3
	if len(b.Lines) > 0 && end-y < 2*d.lineHeight(d.unit) { // room for one line only
		d.write(d.say.Count(len(b.Lines), "%[2]s: %[1]d line", "%[2]s: %[1]d lines", b.Title), x, y, width, title)
		return
	}
	y += d.write(d.of(b.Title), x, y, width, title)
	size := d.unit * 1.5
	for size > d.unit && d.heightOf(b.Lines, width, size) > end-y {
		size = max(d.unit, size-d.unit*0.1)
	}
	for i, line := range b.Lines {
		left := len(b.Lines) - i
		high := d.heightOf([]string{line}, width, size)
		if y+high > end || left > 1 && y+high+d.lineHeight(size) > end {
			d.write(d.say.Count(left, "and %d more", "and %d more"), x, y, width, ink{size: size, color: look.ColorMuted, lines: 1})
			return
		}
		y += d.write(line, x, y, width, ink{size: size, lines: 2})
	}
}

// heightOf is how high lines are one below the other, each of at most two.
func (d *drawing) heightOf(lines []string, width, size float32) float32 {
	var n int
	for _, line := range lines {
		n += min(2, len(wrap(line, width, size, false)))
	}
	return float32(n) * d.lineHeight(size)
}
