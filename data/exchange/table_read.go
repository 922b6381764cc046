package exchange

import (
	"context"
	"slices"
)

// Tables reads the sheets of a spreadsheet, or the one table of a text in columns.
// What the file is shows in its first bytes; its name doesn't count. The error is one
// sentence for a person (a data.Error).
func Tables(ctx context.Context, f File) ([]Table, error) {
	return within(ctx, f, tablesOf)
}

func tablesOf(ctx context.Context, content []byte) ([]Table, error) {
	tables, err := sheetsOf(ctx, content)
	if err != nil {
		return nil, err
	}
	filled := slices.DeleteFunc(tables, func(t Table) bool { return len(t.Rows) == 0 })
	if len(filled) == 0 {
		return nil, errNothing
	}
	return filled, nil
}

// sheetsOf reads all sheets, those in which nothing stands too.
func sheetsOf(ctx context.Context, content []byte) ([]Table, error) {
	if (File{Content: content}).Kind() != KindTable {
		return nil, errNoTable
	}
	if (File{Content: content}).zipped() {
		b, err := openZip(content, maxContent, maxContent, maxContent)
		if err != nil {
			return nil, err
		}
		if b.openDocument() {
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
