package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync/atomic"
	"time"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// randomDeeds does deeds of all kinds, one after the other. Which, and what comes of them, is settled by the seed and the
// file alone, so that two files that were equal go the same way.
type randomDeeds struct {
	*store.Store
	seed   uint64
	folder string // of copies
	saved  string // the copy saved by hand
	n      int    // of the deed
	// erased are the names that were taken out for good.
	erased []string
}

// deedClock gives each deed a second of its own.
func deedClock(n *atomic.Int64) func() time.Time {
	return func() time.Time { return datatest.Now().Add(time.Duration(n.Load()) * time.Second) }
}

// kindsOfDeeds are the deeds, the frequent ones more than once.
var kindsOfDeeds = []func(*randomDeeds, context.Context, *rand.Rand, *data.Snapshot) error{
	(*randomDeeds).addItem, (*randomDeeds).addItem, (*randomDeeds).typeNote, (*randomDeeds).typeNote, (*randomDeeds).typeNote,
	(*randomDeeds).moveItem, (*randomDeeds).moveItem, (*randomDeeds).tickPresent, (*randomDeeds).plan, (*randomDeeds).set,
	(*randomDeeds).undo, (*randomDeeds).undo, (*randomDeeds).redo, (*randomDeeds).removeItem, (*randomDeeds).noteRoad,
	(*randomDeeds).addMember, (*randomDeeds).tally, (*randomDeeds).saveCopy, (*randomDeeds).keepCopy, (*randomDeeds).copyBefore,
	(*randomDeeds).erase, (*randomDeeds).restore,
}

// next does the next deed.
func (d *randomDeeds) next(ctx context.Context) error {
	random := rand.New(rand.NewPCG(d.seed, uint64(d.n)))
	snapshot, err := d.Snapshot(ctx)
	if err != nil {
		return err
	}
	return kindsOfDeeds[random.IntN(len(kindsOfDeeds))](d, ctx, random, snapshot)
}

// byARule reports whether a deed was refused by a rule, which is no fault.
func byARule(err error) bool {
	return data.IsCode(err, data.CodeInvalid) || data.IsCode(err, data.CodeNothing) || data.IsCode(err, data.CodeNotFound)
}

func oneOf[T any](random *rand.Rand, rows []T) T { return rows[random.IntN(len(rows))] }

func (d *randomDeeds) addItem(ctx context.Context, random *rand.Rand, _ *data.Snapshot) error {
	return store.Rows(d.Store, store.Items).Save(ctx, &data.Item{Title: fmt.Sprint("Item ", d.n), Kind: data.KindAction,
		Column: oneOf(random, data.Columns[:2]), CreatedOn: datatest.Today})
}

func (d *randomDeeds) typeNote(ctx context.Context, random *rand.Rand, s *data.Snapshot) error {
	visit := store.Visit{Field: "note", N: d.n / 3}
	return store.Rows(d.Store, store.Members).Change(ctx, oneOf(random, s.Members).ID, visit, func(m *data.Member) { m.Note += fmt.Sprint(" typed ", d.n) })
}

func (d *randomDeeds) moveItem(ctx context.Context, random *rand.Rand, s *data.Snapshot) error {
	return d.MoveItem(ctx, oneOf(random, s.Items).ID, oneOf(random, data.Columns), random.IntN(3), "parked")
}

func (d *randomDeeds) removeItem(ctx context.Context, random *rand.Rand, s *data.Snapshot) error {
	_, err := store.Rows(d.Store, store.Items).Remove(ctx, oneOf(random, s.Items).ID)
	return err
}

func (d *randomDeeds) tickPresent(ctx context.Context, random *rand.Rand, s *data.Snapshot) error {
	return d.SetPresent(ctx, oneOf(random, s.Events).ID, []int64{oneOf(random, s.Members).ID, oneOf(random, s.Members).ID}, random.IntN(2) == 0)
}

func (d *randomDeeds) plan(ctx context.Context, random *rand.Rand, s *data.Snapshot) error {
	return second(d.PlanEvents(ctx, []string{"", "weekly"}[random.IntN(2)], []store.Plan{{LeaderID: oneOf(random, s.Members).ID, Event: data.Event{Title: fmt.Sprint("Event ", d.n), Format: data.Formats[random.IntN(len(data.Formats))].Key,
		On: datatest.Today.AddDays(random.IntN(90)), Start: 16 * 60, TimeZone: "Europe/Berlin", Minutes: 60, Audience: data.OpenEvent,
		Status: data.StatusPlanned, Brought: data.NotCounted}, Checks: []data.CheckLine{{Days: -3, Text: "Print"}}}}))
}

func (d *randomDeeds) set(ctx context.Context, _ *rand.Rand, _ *data.Snapshot) error {
	return d.SetSetting(ctx, "level.windowDays", store.Visit{}, fmt.Sprint(100+d.n%300))
}

func (d *randomDeeds) noteRoad(ctx context.Context, random *rand.Rand, _ *data.Snapshot) error {
	return d.NoteRoad(ctx, []int{1 + random.IntN(12)})
}

func (d *randomDeeds) addMember(ctx context.Context, _ *rand.Rand, _ *data.Snapshot) error {
	return store.Rows(d.Store, store.Members).Save(ctx, &data.Member{Name: fmt.Sprintf("Quux%x-%d Erasable", d.seed, d.n), Kind: data.KindMember, JoinedOn: datatest.Today})
}

func (d *randomDeeds) tally(ctx context.Context, random *rand.Rand, s *data.Snapshot) error {
	return d.SetReturned(ctx, oneOf(random, s.Rounds).ID, data.FromRoom, random.IntN(20))
}

func (d *randomDeeds) undo(ctx context.Context, _ *rand.Rand, _ *data.Snapshot) error {
	_, err := d.Undo(ctx)
	return err
}

func (d *randomDeeds) redo(ctx context.Context, _ *rand.Rand, _ *data.Snapshot) error {
	_, err := d.Redo(ctx)
	return err
}

func (d *randomDeeds) saveCopy(ctx context.Context, _ *rand.Rand, _ *data.Snapshot) error {
	return d.Copy(ctx, d.saved)
}

func (d *randomDeeds) keepCopy(ctx context.Context, _ *rand.Rand, _ *data.Snapshot) error {
	_, err := d.KeepCopy(ctx, d.folder)
	return err
}

func (d *randomDeeds) copyBefore(ctx context.Context, _ *rand.Rand, _ *data.Snapshot) error {
	_, err := d.CopyBefore(ctx, d.folder, store.BeforeImport)
	return err
}

func (d *randomDeeds) restore(ctx context.Context, random *rand.Rand, _ *data.Snapshot) error {
	copies := d.Copies(ctx, d.folder)
	if len(copies) == 0 {
		return nil
	}
	return d.Restore(ctx, copies[random.IntN(len(copies))], d.folder)
}

func (d *randomDeeds) erase(ctx context.Context, random *rand.Rand, s *data.Snapshot) error {
	m := oneOf(random, s.Members)
	name := m.Name
	err := d.Erase(ctx, m.ID, fmt.Sprint("former member ", d.n), d.folder)
	if err == nil {
		d.erased = append(d.erased, name)
	}
	return err
}

// openDeeds opens a file for random deeds, with the folder of its copies beside it.
func openDeeds(ctx context.Context, path string, seed uint64) (*randomDeeds, *atomic.Int64, error) {
	n := &atomic.Int64{}
	s, err := store.Open(ctx, path, store.Options{Clock: deedClock(n), Owner: "Driver"})
	if err != nil {
		return nil, nil, err
	}
	if s.ReadOnly() {
		return nil, nil, s.Because()
	}
	return &randomDeeds{Store: s, seed: seed, folder: filepath.Join(filepath.Dir(path), "Backups"), saved: filepath.Join(filepath.Dir(path), "saved by hand.cop")}, n, nil
}
