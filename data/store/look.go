package store

import (
	"context"
	"time"

	"copleader/data"
)

// Glance is what a community file tells at a glance: not whether it is whole, but whose it is.
type Glance struct {
	Path      string
	Community string    // the community's name; empty for a file that was cut off before there was one
	Identity  string    // what copies of the community share
	Changed   time.Time // when the file was written last
	Founded   data.Date
	Members   int // people in it, those who left included
}

// Look glances at a file to say whose it is, without looking through its content, which takes longer the bigger the file is. A
// version older than ours is read too, and nothing is changed.
func Look(ctx context.Context, path string) (Glance, error) {
	s, err := newStore(path, Options{ReadOnly: true})
	if err != nil {
		return Glance{}, err
	}
	c, err := s.blueprint.peek(ctx, s.path)
	if err != nil {
		s.readOnly = true
		return Glance{}, s.explainOpening(err)
	}
	return Glance{Path: s.path, Community: c.Community, Identity: c.Identity, Changed: c.changed, Founded: c.Founded, Members: c.Members}, nil
}
