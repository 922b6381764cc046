package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copleader/data"
)

// brief tells how many lines differ, and one of them.
func brief(got, want string) string {
	wanted, n, first := strings.Split(want, "\n"), 0, ""
	for i, line := range strings.Split(got, "\n") {
		if i >= len(wanted) || line != wanted[i] {
			n, first = n+1, line
		}
	}
	return fmt.Sprintf("%d lines differ, the last is %.80s", n, first)
}

// pageSizeOf is the size of the pages of a file, as its header says.
func pageSizeOf(content []byte) int { return int(binary.BigEndian.Uint16(content[16:])) }

// differingPages are the numbers of the pages of the first that the second has otherwise, or not at all.
func differingPages(before, after []byte) (numbers []int) {
	size := pageSizeOf(before)
	for at := 0; at < len(before); at += size {
		if at+size > len(after) || string(before[at:at+size]) != string(after[at:at+size]) {
			numbers = append(numbers, at/size+1)
		}
	}
	return numbers
}

// journalOf is the journal as SQLite has it on the disk while it writes the change from before to after: each page that it writes over,
// as it was. The page whose number is left out is missing in it.
func journalOf(before, after []byte, leftOut int) []byte {
	const sector, nonce = 512, 4711
	size := pageSizeOf(before)
	head := make([]byte, sector)
	copy(head, journalMagic)
	var records []byte
	count := uint32(0)
	for _, number := range differingPages(before, after) {
		if number == leftOut {
			continue
		}
		page := before[(number-1)*size : number*size]
		sum := uint32(nonce)
		for i := size - 200; i > 0; i -= 200 {
			sum += uint32(page[i])
		}
		records = binary.BigEndian.AppendUint32(records, uint32(number))
		records = append(records, page...)
		records = binary.BigEndian.AppendUint32(records, sum)
		count++
	}
	for i, n := range []uint32{count, nonce, uint32(len(before) / size), sector, uint32(size)} {
		binary.BigEndian.PutUint32(head[8+4*i:], n)
	}
	return append(head, records...)
}

// partlyWritten is the file when of the pages that a change writes only some were written.
func partlyWritten(before, after []byte, written func(number int) bool) []byte {
	size := pageSizeOf(before)
	content := append([]byte(nil), before...)
	if len(after) > len(content) {
		content = append(content, make([]byte, len(after)-len(content))...)
	}
	for at := 0; at < len(after); at += size {
		if written(at/size + 1) {
			copy(content[at:], after[at:at+size])
		}
	}
	return content
}

// deedsOn are deeds whose files are put beside each other's journals. Members m1 to m200 lie on several pages.
var deedsOn = map[string]func(*testing.T, *Store){
	"an early row": func(t *testing.T, s *Store) { do(t, s, "early", "UPDATE member SET points = 7 WHERE id = 5") },
	"a late row":   func(t *testing.T, s *Store) { do(t, s, "late", "UPDATE member SET points = 8 WHERE id = 190") },
	"a new row":    func(t *testing.T, s *Store) { do(t, s, "new", newMember) },
	"a row gone":   func(t *testing.T, s *Store) { do(t, s, "gone", "DELETE FROM member WHERE id = 100") },
	"many rows": func(t *testing.T, s *Store) {
		do(t, s, "many", "UPDATE member SET name = name || '!' WHERE id % 3 = 0")
	},
	"another table": func(t *testing.T, s *Store) {
		do(t, s, "item", "INSERT INTO event (title, host_id) VALUES ('Again', 2)")
	},
	"an undoing": func(t *testing.T, s *Store) { undo(t, s) },
	"a typing":   func(t *testing.T, s *Store) { typed(t, s, "a") },
}

// typed saves a text, each time in the same visit to its field.
func typed(t *testing.T, s *Store, text string) {
	must(t, try(s, Deed{Key: "type", Visit: Visit{Field: "note"}}, "UPDATE member SET note = '"+text+"' WHERE id = 60"))
}

// after gives the bytes of the file once a deed was done in it, and what it holds then.
func after(t *testing.T, file []byte, deed func(*testing.T, *Store)) (bytes []byte, holds string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "team.cop")
	replaceWith(file)(t, path)
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	if deed != nil {
		deed(t, s)
	}
	holds = content(t, s)
	must(t, s.Close())
	bytes, err = os.ReadFile(path)
	must(t, err)
	return bytes, holds
}

// opened gives what is in the file once it was opened with the journal beside it, and what opening said.
func openedBeside(t *testing.T, file, journal []byte, without bool) (holds string, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "team.cop")
	replaceWith(file)(t, path)
	replaceWith(journal)(t, path+rollbackJournal)
	before := fingerprint(t, path)
	o := sampleOptions(t)
	s, err := Open(context.Background(), path, o)
	if data.IsCode(err, data.CodeStrayJournal) {
		if got := fingerprint(t, path); got != before {
			t.Errorf("something was changed: %s, before %s", got, before)
		}
		if without {
			o.WithoutJournal = true
			s, err = Open(context.Background(), path, o)
		}
	}
	if err != nil {
		return "", err
	}
	defer shut(t, s)
	sound(t, s)
	return content(t, s), nil
}

// Given a file that is one deed ahead of the journal of another deed beside it, when it is opened, then it holds what it held: either
// it is opened so, or the journal is told of, and the file opens without it. It is never a mixture of both.
func TestAFileOneDeedAheadOfAJournalIsNoMixture(t *testing.T) {
	base, err := os.ReadFile(closedSample(t))
	must(t, err)
	for _, a := range []string{"a late row", "a new row", "a typing"} {
		file, holds := after(t, base, deedsOn[a])
		for b, begun := range deedsOn {
			t.Run(a+" beside "+b, func(t *testing.T) {
				other, _ := after(t, base, begun)
				got, err := openedBeside(t, file, journalOf(base, other, 0), true)
				must(t, err)
				if got != holds {
					t.Error(brief(got, holds))
				}
			})
		}
	}
}

// Given a file that is some deeds ahead of a journal without the first page, as one is that a long change had begun, then the same.
func TestAFileSomeDeedsAheadOfAJournalIsNoMixture(t *testing.T) {
	base, err := os.ReadFile(closedSample(t))
	must(t, err)
	for name, deeds := range map[string][]string{"one": {"a late row"}, "three": {"many rows", "a row gone", "an early row"}} {
		file, holds := base, ""
		for _, deed := range deeds {
			file, holds = after(t, file, deedsOn[deed])
		}
		for b, begun := range deedsOn {
			t.Run(name+" beside "+b, func(t *testing.T) {
				other, _ := after(t, base, begun)
				got, err := openedBeside(t, file, journalOf(base, other, 1), true)
				must(t, err)
				if got != holds {
					t.Error(brief(got, holds))
				}
			})
		}
	}
}

// Given a crash in the middle of a deed, with any first part of its pages written, or all but one, when the file is opened, then it is,
// unasked, as it was before the deed or after it, and the journal is gone.
func TestACrashAtAnyPageEndsBeforeOrAfterTheDeed(t *testing.T) {
	base, err := os.ReadFile(closedSample(t))
	must(t, err)
	_, before := after(t, base, nil)
	for name, deed := range deedsOn {
		changed, holds := after(t, base, deed)
		crashes(t, crash{name, base, changed, before, holds})
	}
	t.Run("going on typing", func(t *testing.T) {
		var half []byte
		changed, holds := after(t, base, func(t *testing.T, s *Store) {
			typed(t, s, "a")
			before = content(t, s)
			half, err = os.ReadFile(s.Path())
			must(t, err)
			typed(t, s, "ab")
		})
		crashes(t, crash{"going on typing", half, changed, before, holds})
	})
}

// crash is a change that is cut off: the file before it and after it, and what it holds then.
type crash struct {
	name          string
	base, change  []byte
	before, holds string
}

func crashes(t *testing.T, c crash) {
	journal := journalOf(c.base, c.change, 0)
	pages := differingPages(c.change, c.base)
	for i, number := range append(pages, pages[len(pages)-1]+1) {
		if i%(1+len(pages)/8) > 0 {
			continue // of many pages, some
		}
		for way, written := range map[string]func(int) bool{
			"those before": func(n int) bool { return n < number },
			"all but":      func(n int) bool { return n != number },
			"only":         func(n int) bool { return n == number },
		} {
			t.Run(fmt.Sprint(c.name, ", ", way, " ", number), func(t *testing.T) {
				got, err := openedBeside(t, partlyWritten(c.base, c.change, written), journal, false)
				must(t, err)
				if got != c.before && got != c.holds {
					t.Error(brief(got, c.holds))
				}
			})
		}
	}
}

// Given the journal of the very deed that is in the file, whole, then the deed stays, and the journal goes.
func TestADeedThatIsWholeInTheFileStays(t *testing.T) {
	base, err := os.ReadFile(closedSample(t))
	must(t, err)
	for name, deed := range deedsOn {
		t.Run(name, func(t *testing.T) {
			changed, holds := after(t, base, deed)
			got, err := openedBeside(t, changed, journalOf(base, changed, 0), false)
			must(t, err)
			if got != holds {
				t.Error(brief(got, holds))
			}
		})
	}
}
