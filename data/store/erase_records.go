package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"copleader/data"
)

// joinKey is what the act is called that joins two records of one person: its
// argument is the record that stays, and it removes the other.
const joinKey = "join two records of %s"

// joint is one joining of two records that the journal knows of.
type joint struct {
	stays, gone int64
	undone      bool
}

func joints(ctx context.Context, q querier) ([]joint, error) {
	return gather(ctx, q, func(r *sql.Rows) (j joint, err error) { return j, r.Scan(&j.stays, &j.gone, &j.undone) },
		`SELECT coalesce(args ->> '$[0].id', 0), row_id, undone_by IS NOT NULL FROM act JOIN change ON act_id = act.id
			WHERE key = ? AND tbl = ? AND op = 'delete'`, joinKey, memberRows.name)
}

// recordsOf are the records of a person: their own, and those that were ever joined
// with it, one with another, and are not there now. What was joined and taken back is
// somebody else while it is there.
func recordsOf(ctx context.Context, q querier, id int64, there func(int64) bool) ([]int64, error) {
	all, err := joints(ctx, q)
	records := []int64{id}
	for i := 0; i < len(records); i++ {
		for _, j := range all {
			for _, pair := range [][2]int64{{j.stays, j.gone}, {j.gone, j.stays}} {
				if pair[0] == records[i] && !there(pair[1]) && !slices.Contains(records, pair[1]) {
					records = append(records, pair[1])
				}
			}
		}
	}
	return records, err
}

// joinedInto is the person who is there into whose record one that is gone was joined;
// 0 for nobody.
func joinedInto(ctx context.Context, q querier, gone int64, there func(int64) bool) (int64, error) {
	all, err := joints(ctx, q)
	for range all {
		at := slices.IndexFunc(all, func(j joint) bool { return j.gone == gone && !j.undone })
		if at < 0 {
			break
		}
		if gone = all[at].stays; there(gone) {
			return gone, err
		}
	}
	return 0, err
}

// earlier is how the journal knows a person besides their record as it stands: each
// name, address and phone that one of their records ever had.
func earlier(ctx context.Context, q querier, records []int64) (known []data.Member, err error) {
	for _, id := range records {
		texts, err := gather(ctx, q, func(r *sql.Rows) (text string, err error) { return text, r.Scan(&text) },
			"SELECT value FROM (SELECT before AS value FROM change WHERE tbl = ?1 AND row_id = ?2 UNION SELECT after FROM change WHERE tbl = ?1 AND row_id = ?2) WHERE value IS NOT NULL",
			memberRows.name, id)
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			var row struct {
				Name, Called, Email, Phone string
				SortAs                     string `json:"sort_as"`
			}
			if json.Unmarshal([]byte(text), &row) != nil {
				continue // a forged one; whatever it holds goes with its row
			}
			if m := (data.Member{Name: row.Name, SortAs: row.SortAs, Called: row.Called, Email: row.Email, Phone: row.Phone}); m.Name+m.SortAs+m.Called+m.Email+m.Phone != "" {
				known = append(known, m)
			}
		}
	}
	return known, nil
}

// ErasePlan says beforehand what erasing a person changes who is there or was removed.
// Of a record that was joined into another, it is whose record it is now.
func (s *Store) ErasePlan(ctx context.Context, memberID int64) (plan data.ErasePlan, err error) {
	snapshot, err := s.Snapshot(ctx)
	if err != nil {
		return plan, err
	}
	there := snapshot.HasMember
	err = s.read(ctx, func(ctx context.Context, q querier) error {
		if !there(memberID) {
			into, err := joinedInto(ctx, q, memberID, there)
			if err != nil {
				return err
			}
			if into != 0 {
				memberID = into
			}
		}
		m, err := known(ctx, q, memberID)
		if err != nil {
			return err
		}
		records, err := recordsOf(ctx, q, memberID, there)
		if err != nil {
			return err
		}
		before, err := earlier(ctx, q, records)
		if err != nil {
			return err
		}
		if there(memberID) {
			plan = snapshot.ErasePlan(memberID, before...)
		} else {
			plan = snapshot.ErasePlanOfRemoved(m, before...)
		}
		return nil
	})
	return plan, err
}
