package store

import (
	"context"
	"errors"

	"copleader/data"
)

// RestoreAs puts a copy, proven once more, into a new file at path; an older one is
// brought to this version. It serves where the file itself is broken or gone.
func RestoreAs(ctx context.Context, c KeptCopy, path string, o Options) error {
	copied, err := openProven(ctx, c, o)
	if err != nil {
		return err
	}
	defer func() { _ = copied.Close() }()
	_, err = copied.makeCopy(ctx, path, copying{})
	return copied.explainCopy(path, err)
}

// openProven opens a copy for reading if it is what was proven when it was made.
func openProven(ctx context.Context, c KeptCopy, o Options) (*Store, error) {
	n, noted := readNotes(c.Path)
	if noted {
		digest, size, err := digestOf(c.Path)
		if err != nil {
			return nil, unreadable(c.Path, err)
		}
		if digest != n.Digest || size != n.Size {
			return nil, noLongerProven(c.Path)
		}
	}
	var found facts
	o.ReadOnly, o.found = true, &found
	copied, err := Open(ctx, c.Path, o)
	if err != nil {
		return nil, err
	}
	if c.Identity != copied.identity || noted && n.agree(found) != nil {
		return nil, errors.Join(noLongerProven(c.Path), copied.Close())
	}
	return copied, nil
}

func noLongerProven(path string) error {
	return data.Fault(data.CodeChangedElsewhere,
		"The copy “%s” is no longer what was proven when it was made, so it was not used; everything was left as it is. Please choose another copy.",
		shortName(path))
}
