package members

import (
	"context"
	"errors"
)

// Options are what the screen needs beside the community file.
type Options struct {
	// Copies lists the folders of the program's own copies, which an erasure must reach too; nil means there are none.
	Copies func() []string
	// Forget removes the documents and drafts that were made to be looked at, which may name whoever is erased; nil means there
	// are none.
	Forget func() error
	// Erased is told who was erased, by whose row and by what names them in a text, so that what is not in the file forgets them too;
	// nil means there is nothing of the kind.
	Erased func(id int64, names func(text string) bool)
	// Version of the program, for documents.
	Version string
}

// Erasing is what erasing a person changes, worded.
type Erasing struct {
	// Refusal says why it can't be done now, "" if it can.
	Refusal string
	Lines   []string
	// Mentions are the texts that name the person or may, with where they stand.
	Replaced, Unchanged []string
	as                  string
	names               func(text string) bool // whether a text names the person
}

// Erasing tells beforehand what erasing somebody changes (data/README.md, Privacy).
func (s *State) Erasing(id int64) Erasing {
	plan := s.roster.snapshot.ErasePlan(id)
	m, _ := s.roster.snapshot.MemberByID(id)
	e := Erasing{as: s.say.Of(plan.As), names: s.roster.snapshot.TracesOf(m).Names}
	if plan.Refusal != nil {
		e.Refusal = s.say.Sentence(plan.Refusal)
		return e
	}
	for _, line := range plan.Lines() {
		e.Lines = append(e.Lines, s.say.Of(line))
	}
	for _, m := range plan.Mentions {
		line := s.say.Text("%s: “%s”", s.say.Of(m.Where), m.Text)
		if m.Replaced {
			e.Replaced = append(e.Replaced, line)
		} else {
			e.Unchanged = append(e.Unchanged, line)
		}
	}
	return e
}

// MayErase tells whether somebody could be erased: anybody but the leader and those erased already.
func (s *State) MayErase(id int64) bool { return s.roster.snapshot.MayErase(id) == nil }

// Erase takes a person out of the community for good; it can't be undone. Gone tells that it is done, though it may not have reached
// everything, which the error says.
func (s *State) Erase(ctx context.Context, id int64, e Erasing) (gone bool, err error) {
	var folders []string
	if s.options.Copies != nil {
		folders = s.options.Copies()
	}
	if err = s.store.Erase(ctx, id, e.as, folders...); err != nil {
		now, failed := s.store.Snapshot(ctx)
		if failed != nil {
			return false, err
		}
		if m, _ := now.MemberByID(id); !m.Erased() {
			return false, err
		}
	}
	if s.options.Forget != nil {
		err = errors.Join(err, s.options.Forget())
	}
	return true, err
}
