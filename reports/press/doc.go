// Package press is what every document is made with: its draft (the snapshot, in
// the reader's language, with what was asked for), pages that fill from top to
// bottom, marked text, looks of cells, and what several documents say of an event,
// a round or the community.
package press
