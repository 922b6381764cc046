package store

import (
	"context"

	"copleader/data"
)

// ReadOther reads another community file, of this version or an older one, whole and
// without writing anything there.
func ReadOther(ctx context.Context, path string) (*data.Snapshot, error) {
	other, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer func() { _ = other.Close() }() // nothing was written
	return other.Snapshot(ctx)
}
