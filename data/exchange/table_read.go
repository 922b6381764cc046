package exchange

import (
	"bytes"
	"context"
)

// Tables reads the sheets of a spreadsheet, or the one table of a text in columns.
// What the file is shows in its first bytes; its name doesn't count. The error is one
// sentence for a person (a data.Error).
func Tables(ctx context.Context, f File) ([]Table, error) {
	return within(ctx, f, func(ctx context.Context, content []byte) ([]Table, error) {
		tables, err := tablesOf(ctx, f, content)
		if err != nil {
			return nil, err
		}
		var filled []Table
		for _, t := range tables {
			if len(t.Rows) > 0 {
				filled = append(filled, t)
			}
		}
		if len(filled) == 0 {
			return nil, errNothing
		}
		return filled, nil
	})
}

func tablesOf(ctx context.Context, f File, content []byte) ([]Table, error) {
	if f.Kind() != KindTable {
		return nil, errNoTable
	}
	if bytes.HasPrefix(content, []byte("PK\x03\x04")) || bytes.HasPrefix(content, []byte{0xD0, 0xCF, 0x11, 0xE0}) {
		b, err := openZip(content, maxContent, maxContent, maxContent)
		if err != nil {
			return nil, err
		}
		if b.parts["mimetype"] != nil || b.parts["content.xml"] != nil {
			return b.openTables(ctx)
		}
		return b.tables(ctx)
	}
	text, err := decoded(content)
	if err != nil {
		return nil, err
	}
	return textTables(ctx, text)
}
