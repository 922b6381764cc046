package store_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"copleader/data/datatest"
	"copleader/data/store"
)

// killsFor, in the environment, is how long the kill driver goes on.
const killsFor = "COPLEADER_KILLS"

func init() { store.ChildTasks["deeds"] = deedsUntilKilled }

// deedsUntilKilled does one random deed after the other and tells of each that it is begun, and that it is kept or refused.
func deedsUntilKilled() error {
	ctx := context.Background()
	seed, err := strconv.ParseUint(os.Getenv("COPLEADER_TEST_SEED"), 10, 64)
	if err != nil {
		return err
	}
	d, now, err := openDeeds(ctx, os.Getenv("COPLEADER_TEST_PATH"), seed)
	if err != nil {
		return err
	}
	for d.n = 1; ; d.n++ {
		now.Store(int64(d.n))
		fmt.Println("try", d.n)
		known := len(d.erased)
		if err := d.next(ctx); err != nil && !byARule(err) {
			return err
		}
		for _, name := range d.erased[known:] {
			fmt.Println("erased", name)
		}
		fmt.Println("kept", d.n)
	}
}

// told is what a child said before it was killed.
type told struct {
	tried, kept int
	erased      []string
	failed      string
}

func listenTo(c *exec.Cmd) (<-chan told, error) {
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	done := make(chan told, 1)
	go func() {
		var t told
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			word, rest, _ := strings.Cut(lines.Text(), " ")
			n, _ := strconv.Atoi(rest)
			switch word {
			case "try":
				t.tried = n
			case "kept":
				t.kept = n
			case "erased":
				t.erased = append(t.erased, rest)
			case "failed:":
				t.failed = rest
			}
		}
		done <- t
	}()
	return done, nil
}

// howLong is the time a driver is given in the environment, else a short one.
func howLong(t *testing.T, name string, short time.Duration) time.Duration {
	t.Helper()
	given := os.Getenv(name)
	if given == "" {
		return short
	}
	d, err := time.ParseDuration(given)
	ok(t, err)
	return d
}

// Given a program that does deeds of all kinds, copies, restores and erases, when it is killed at any moment, then the file opens
// with every deed that was acknowledged and none of which only half was done; the copies are whole; no draft lies about; and no
// erased name is left. COPLEADER_KILLS=1h go test -run '^TestKills$' -timeout 2h ./data/store goes on for an hour.
func TestKills(t *testing.T) {
	end := time.Now().Add(howLong(t, killsFor, 3*time.Second))
	seed := uint64(time.Now().UnixNano())
	k := killer{T: t, random: rand.New(rand.NewPCG(seed, 1))}
	t.Logf("seed %d", seed)
	for k.rounds == 0 || time.Now().Before(end) && !t.Failed() {
		if k.rounds%10 == 0 {
			k.begin()
		}
		k.round()
		k.rounds++
	}
	t.Logf("%d rounds, %d deeds acknowledged, %d lost; %d kills in the middle of a deed, %d of which left a journal, %d left a draft",
		k.rounds, k.acknowledged, k.lost, k.within, k.journals, k.drafts)
}

// killer counts what came of the kills.
type killer struct {
	*testing.T
	random                                               *rand.Rand
	path                                                 string
	rounds, acknowledged, lost, within, journals, drafts int
}

// begin makes a fresh file.
func (k *killer) begin() {
	s := datatest.Demo(k)
	ok(k.T, s.Close())
	k.path = s.Path()
}

// round lets a child work on the file and kills it.
func (k *killer) round() {
	folder := filepath.Dir(k.path)
	ok(k.T, os.RemoveAll(filepath.Join(folder, "Backups")))
	shadow := filepath.Join(k.TempDir(), "test.cop")
	content, err := os.ReadFile(k.path)
	ok(k.T, err)
	ok(k.T, os.WriteFile(shadow, content, 0o600))
	seed := k.random.Uint64()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "COPLEADER_TEST_CHILD=deeds", "COPLEADER_TEST_PATH="+k.path, fmt.Sprint("COPLEADER_TEST_SEED=", seed))
	said, err := listenTo(c)
	ok(k.T, err)
	ok(k.T, c.Start())
	time.Sleep(time.Duration(100+k.random.IntN(900)) * time.Millisecond)
	_ = c.Process.Kill()
	what := <-said
	_ = c.Wait()
	if what.failed != "" {
		k.Fatalf("seed %d: deed %d: %s", seed, what.tried, what.failed)
	}
	k.acknowledged += what.kept
	if what.tried > what.kept {
		k.within++
	}
	if info, err := os.Stat(k.path + "-journal"); err == nil && info.Size() > 0 {
		k.journals++
	}
	k.drafts += len(draftsIn(k.T, folder))
	k.compare(seed, shadow, what)
}

// compare opens what was left and puts beside it what the same deeds make of an equal file.
func (k *killer) compare(seed uint64, shadow string, what told) {
	ctx := context.Background()
	left, now, err := openDeeds(ctx, k.path, seed)
	if err != nil {
		k.Fatalf("seed %d, %d of %d deeds kept: %v", seed, what.kept, what.tried, err)
	}
	defer func() { ok(k.T, left.Close()) }()
	now.Store(int64(what.tried) + 1)
	got, err := store.StateOf(ctx, left.Store)
	ok(k.T, err)

	d, then, err := openDeeds(ctx, shadow, seed)
	ok(k.T, err)
	defer func() { _ = d.Close() }()
	store.Hurry(k.T, d.Store)
	want := ""
	for d.n = 1; d.n <= what.tried; d.n++ {
		if d.n == what.tried && want == "" {
			if want, err = store.StateOf(ctx, d.Store); err != nil || want == got && what.kept < what.tried {
				break
			}
		}
		then.Store(int64(d.n))
		if err := d.next(ctx); err != nil && !byARule(err) {
			k.Fatalf("seed %d: deed %d on the file beside: %v", seed, d.n, err)
		}
	}
	ok(k.T, err)
	after, err := store.StateOf(ctx, d.Store)
	ok(k.T, err)
	if got != after && (got != want || what.kept == what.tried) {
		k.lost++
		k.Errorf("seed %d: %d deeds were acknowledged and %d begun, but the file is neither as it was before the last nor after", seed, what.kept, what.tried)
	}
	k.lookAround(left, what)
}

// lookAround looks at the copies and for what lies about.
func (k *killer) lookAround(left *randomDeeds, what told) {
	ctx := context.Background()
	for _, c := range left.Copies(ctx, left.folder) {
		if err := store.ProveKept(ctx, c); err != nil {
			k.Errorf("the copy %s: %v", c.Path, err)
		}
	}
	if _, err := os.Stat(left.saved); err == nil {
		if err := left.Prove(ctx, left.saved); err != nil {
			k.Errorf("the copy saved by hand: %v", err)
		}
	}
	ok(k.T, os.RemoveAll(left.saved)) // it is the leader's own, and may name whom it likes
	if _, err := left.CopyBefore(ctx, left.folder, store.BeforeImport); err != nil {
		k.Errorf("a copy after the kill: %v", err)
	}
	folder := filepath.Dir(k.path)
	drafts := slices.DeleteFunc(draftsIn(k.T, folder), func(path string) bool {
		return strings.Contains(path, ".lock-") // of a lock that was just being taken; it is swept when it is a minute old
	})
	if len(drafts) > 0 {
		k.Errorf("drafts left after the file was opened and a copy was made: %v", drafts)
	}
	for _, name := range what.erased {
		for _, path := range holding(k.T, folder, name) {
			k.Errorf("%s, erased, is still in %s", name, path)
		}
	}
	if _, err := left.Undo(ctx); err != nil && !byARule(err) {
		k.Errorf("undo after the kill: %v", err)
	}
	if _, err := left.Redo(ctx); err != nil && !byARule(err) {
		k.Errorf("redo after the kill: %v", err)
	}
}

// draftsIn lists the drafts in a folder and below.
func draftsIn(t *testing.T, folder string) (found []string) {
	t.Helper()
	ok(t, filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if strings.Contains(path, ".part") || strings.Contains(path, ".lock-") {
			found = append(found, path)
		}
		return err
	}))
	return found
}

// holding lists the files in a folder and below that hold a text.
func holding(t *testing.T, folder, text string) (found []string) {
	t.Helper()
	ok(t, filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(text)) {
			found = append(found, path)
		}
		return err
	}))
	return found
}
