package store

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

// childTask, in the environment, makes the test binary another program that has
// the file childPath open, instead of running tests.
const (
	childTask = "COPLEADER_TEST_CHILD"
	childPath = "COPLEADER_TEST_PATH"
)

func TestSecondProgramReadsAndKnowsWhoWrites(t *testing.T) {
	path := closedSample(t)
	c := startChild(t, "hold", path)
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	defer shut(t, s)
	who, since, ok := s.Holder()
	host, _ := os.Hostname()
	if !s.ReadOnly() || !ok || who != "Child @ "+host || time.Since(since) > time.Minute {
		t.Errorf("read only %v, holder %q since %v", s.ReadOnly(), who, since)
	}
	if !data.IsCode(s.Because(), data.CodeInUse) || !strings.Contains(s.Because().Error(), "Child @ "+host) {
		t.Errorf("because %v", s.Because())
	}
	wantCode(t, try(s, Deed{Key: "add"}, newMember), data.CodeReadOnly)
	if n := one[int](t, s, "SELECT count(*) FROM member"); n != 202 {
		t.Errorf("reads %d members", n)
	}
	must(t, s.Close())
	if _, err := os.Stat(path + lockSuffix); err != nil {
		t.Errorf("the reader took the lock away: %v", err)
	}

	must(t, c.stdin.Close())
	_ = c.Wait()
}

func TestLockOfACrashedProgramIsTakenOver(t *testing.T) {
	path := closedSample(t)
	startChild(t, "hold", path).crash(t)
	if _, err := os.Stat(path + lockSuffix); err != nil {
		t.Fatalf("the child left no lock: %v", err)
	}
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	if s.ReadOnly() || !s.AfterCrash() {
		t.Fatalf("after a crash %v, read only: %v", s.AfterCrash(), s.Because())
	}
	do(t, s, "add", newMember)
	s = reopen(t, s)
	if s.AfterCrash() {
		t.Error("still after a crash")
	}
	must(t, s.Close())
	if left, _ := filepath.Glob(path + lockSuffix + "*"); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestReaderNextToALockOfACrashKnowsNobody(t *testing.T) {
	path := closedSample(t)
	startChild(t, "hold", path).crash(t)
	o := sampleOptions(t)
	o.ReadOnly = true
	s, err := Open(context.Background(), path, o)
	must(t, err)
	defer shut(t, s)
	if who, _, ok := s.Holder(); ok {
		t.Errorf("holder %q", who)
	}
}

func TestSameProgramOpensTheFileOnceForWriting(t *testing.T) {
	s := sampleStore(t)
	again, err := Open(context.Background(), s.Path(), sampleOptions(t))
	must(t, err)
	if !again.ReadOnly() {
		t.Error("opened twice for writing")
	}
	must(t, again.Close())
	must(t, again.Close())
	must(t, s.Close())
	reopened, err := Open(context.Background(), s.Path(), sampleOptions(t))
	must(t, err)
	defer shut(t, reopened)
	if reopened.ReadOnly() {
		t.Errorf("read only: %v", reopened.Because())
	}
}

func TestLocksOfOthers(t *testing.T) {
	here := thisProcess()
	alive := func(change func(*lock)) lock {
		l := lock{process: here, User: "Eve", Since: sampleNow, Token: "abc"}
		change(&l)
		return l
	}
	for name, c := range map[string]struct {
		lock lock
		gone bool
	}{
		"ours, alive":               {alive(func(*lock) {}), false},
		"another host":              {alive(func(l *lock) { l.Host, l.PID = "elsewhere", 999999 }), false},
		"another machine, one name": {alive(func(l *lock) { l.Machine, l.PID = "other", 999999 }), false},
		"before a restart":          {alive(func(l *lock) { l.Boot = "earlier" }), true},
		"another container":         {alive(func(l *lock) { l.Space, l.PID = "pid:[1]", 999999 }), false},
		"process 0":                 {alive(func(l *lock) { l.PID = 0 }), true},
		"process -1":                {alive(func(l *lock) { l.PID = -1 }), true},
		"process -1 elsewhere":      {alive(func(l *lock) { l.Host, l.PID = "elsewhere", -1 }), true},
		"process gone":              {alive(func(l *lock) { l.PID = 999999999 }), true},
		"process number reused":     {alive(func(l *lock) { l.Started = "1" }), here.Started != ""},
		"start unknown":             {alive(func(l *lock) { l.Started = "" }), false},
	} {
		if got := c.lock.leftBehind(here); got != c.gone {
			t.Errorf("%s: left behind %v", name, got)
		}
	}
}

func TestLockOfAnotherComputerIsOnlyTakenWhenAsked(t *testing.T) {
	path := closedSample(t)
	theirs := lock{process: process{Host: "laptop", PID: 1}, User: "Eve", Since: sampleNow, Token: "theirs"}
	content, err := json.Marshal(theirs)
	must(t, err)
	must(t, os.WriteFile(path+lockSuffix, content, 0o600))

	o := sampleOptions(t)
	s, err := Open(context.Background(), path, o)
	must(t, err)
	who, since, ok := s.Holder()
	if !s.ReadOnly() || !ok || who != "Eve @ laptop" || !since.Equal(sampleNow) {
		t.Errorf("read only %v, holder %q since %v", s.ReadOnly(), who, since)
	}
	must(t, s.Close())

	o.TakeOver = true
	s, err = Open(context.Background(), path, o)
	must(t, err)
	if s.ReadOnly() {
		t.Fatalf("read only: %v", s.Because())
	}
	must(t, s.Close())
	if _, err := os.Stat(path + lockSuffix); err == nil {
		t.Error("the lock is still there")
	}
}

func TestUnreadableLock(t *testing.T) {
	for _, content := range []string{"", "{", "null", `{"pid":"x"}`, "\x00\x00"} {
		path := closedSample(t)
		must(t, os.WriteFile(path+lockSuffix, []byte(content), 0o600))
		s, err := Open(context.Background(), path, sampleOptions(t))
		must(t, err)
		if who, _, ok := s.Holder(); !s.ReadOnly() || !ok || who != "" {
			t.Errorf("%q just written: read only %v, holder %q %v", content, s.ReadOnly(), who, ok)
		}
		must(t, s.Close())
		old := time.Now().Add(-time.Minute)
		must(t, os.Chtimes(path+lockSuffix, old, old))
		s, err = Open(context.Background(), path, sampleOptions(t))
		must(t, err)
		if s.ReadOnly() || s.AfterCrash() {
			t.Errorf("%q long ago: %v, called cut off: %v", content, s.Because(), s.AfterCrash())
		}
		must(t, s.Close())
	}
}

func TestOnlyOurOwnLockIsRemoved(t *testing.T) {
	path := closedSample(t)
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	must(t, os.WriteFile(path+lockSuffix, []byte(`{"host":"laptop","token":"theirs"}`), 0o600))
	must(t, s.Close())
	if l, err := readLock(path + lockSuffix); err != nil || l.Token != "theirs" {
		t.Errorf("the other's lock became %+v, %v", l, err)
	}
}

func TestLockMadeInTheMeantimeStays(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.cop.lock")
	must(t, os.WriteFile(name, []byte(`{"host":"laptop","token":"newer"}`), 0o600))
	must(t, removeLock(name, "older"))
	if l, err := readLock(name); err != nil || l.Token != "newer" {
		t.Errorf("the lock became %+v, %v", l, err)
	}
	must(t, removeLock(name, "newer"))
	must(t, removeLock(name, "newer"))
	if left, _ := filepath.Glob(name + "*"); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Given the lock of a program that is gone, when many start at the same moment, then one of them has it, each time: none takes away what
// another has just made.
func TestOneOfManyTakesTheLockOfACrash(t *testing.T) {
	gone := lock{process: thisProcess(), Token: "gone"}
	gone.PID = 999999999
	content, err := json.Marshal(gone)
	must(t, err)
	for round := range 20 {
		name := filepath.Join(t.TempDir(), "a.cop")
		must(t, os.WriteFile(name+lockSuffix, content, 0o600))
		const openers = 8
		results := make(chan error, openers)
		for range openers {
			go func() {
				_, err := takeLock(name, lock{process: thisProcess(), Token: newToken()}, false)
				results <- err
			}()
		}
		won := 0
		for range openers {
			if err := <-results; err == nil {
				won++
			} else if !errors.Is(err, errHeld) {
				t.Error(err)
			}
		}
		if won != 1 {
			t.Errorf("round %d: %d have the lock", round, won)
		}
		if left, _ := filepath.Glob(name + lockSuffix + "-*"); len(left) != 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// Given a lock in which somebody put a name of ten thousand signs, with breaks and
// signs that turn text around, then what is shown of it is short and one line.
func TestNamesOfOthersAreCutAndCleaned(t *testing.T) {
	l := lock{process: process{Host: strings.Repeat("host\n", 2000)}, User: "Eve\u202e\x00" + strings.Repeat("x", 10_000)}
	who := l.who()
	if n := len([]rune(who)); n > 2*longestShown+3 || strings.ContainsAny(who, "\n\x00\u202e") || !strings.HasPrefix(who, "Evexxx") || !strings.Contains(who, "…") {
		t.Errorf("%d: %q", n, who)
	}
	if got := shortName("/tmp/" + strings.Repeat("long", 60) + "\n.cop"); len([]rune(got)) != longestShown || !strings.HasSuffix(got, "long .cop") {
		t.Errorf("a file is called %q", got)
	}
}

// Given a giant where the lock is, then the file is read, and the sentence names it.
func TestAGiantLockIsRefused(t *testing.T) {
	path := closedSample(t)
	must(t, os.WriteFile(path+lockSuffix, nil, 0o600))
	must(t, os.Truncate(path+lockSuffix, 1<<30))
	wantStrangeLock(t, path)
}

// wantStrangeLock opens a file beside which something strange bears the lock's name.
func wantStrangeLock(t *testing.T, path string) {
	t.Helper()
	start := time.Now()
	s, err := Open(context.Background(), path, sampleOptions(t))
	must(t, err)
	defer shut(t, s)
	if !s.ReadOnly() || !data.IsCode(s.Because(), data.CodeNoWrite) || !strings.Contains(s.Because().Error(), "cop.lock”") {
		t.Errorf("read only %v because %v", s.ReadOnly(), s.Because())
	}
	if took := time.Since(start); took > time.Second {
		t.Errorf("it took %v", took)
	}
}
