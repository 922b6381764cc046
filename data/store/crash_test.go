package store

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"copleader/data"
)

// ChildTasks are what the test binary does as another program, by the value of COPLEADER_TEST_CHILD.
var ChildTasks = map[string]func() error{}

func TestMain(m *testing.M) {
	if task := os.Getenv(childTask); task != "" {
		run := ChildTasks[task]
		if run == nil {
			run = func() error { return runChild(task) }
		}
		if err := run(); err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// runChild opens the file; "hold" then waits, "write" writes acts until it is
// killed and tells, of each, what the count will be and that it was kept.
func runChild(task string) error {
	files, err := sampleFiles()
	if err != nil {
		return err
	}
	s, err := Open(context.Background(), os.Getenv(childPath), Options{Owner: "Child", blueprint: files})
	if err != nil {
		return err
	}
	if s.ReadOnly() {
		return s.Because()
	}
	fmt.Println("open")
	if task == "hold" {
		_, err := bufio.NewReader(os.Stdin).ReadString('\n')
		if err != nil {
			return err
		}
		return s.Close()
	}
	for i := 1; ; i++ {
		fmt.Println("try", i)
		err := s.act(context.Background(), Deed{Key: fmt.Sprint("act ", i)}, func(ctx context.Context, tx *sql.Tx) error {
			for range 20 {
				if _, err := tx.ExecContext(ctx, "INSERT INTO member (name, note) VALUES (?, hex(randomblob(2000)))", fmt.Sprint("m", i)); err != nil {
					return err
				}
			}
			_, err := tx.ExecContext(ctx, "UPDATE setting SET choice = ? WHERE name = 'count'", i)
			return err
		})
		if err != nil {
			return err
		}
		fmt.Println("kept", i)
		if i%3 == 0 {
			fmt.Println("try", i-1)
			if _, err := s.Undo(context.Background()); err != nil {
				return err
			}
			fmt.Println("kept", i-1)
		}
	}
}

// child is another process that has the file open.
type child struct {
	*exec.Cmd
	stdin  interface{ Close() error }
	output *bufio.Scanner
}

func startChild(t *testing.T, task, path string) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0])}
	c.Env = append(os.Environ(), childTask+"="+task, childPath+"="+path)
	in, err := c.StdinPipe()
	must(t, err)
	c.stdin = in
	out, err := c.StdoutPipe()
	must(t, err)
	c.output = bufio.NewScanner(out)
	must(t, c.Start())
	t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
	if !c.output.Scan() || c.output.Text() != "open" {
		t.Fatalf("the child says %q", c.output.Text())
	}
	return c
}

// crash kills the child as a power cut would and waits until it is gone.
func (c *child) crash(t *testing.T) {
	t.Helper()
	must(t, c.Process.Kill())
	_ = c.Wait()
}

// TestKilledWhileWriting kills a program in the middle of its writing and opens
// the file: what it said was kept is there, whole acts only, and undo goes on.
func TestKilledWhileWriting(t *testing.T) {
	kills := 5
	if testing.Short() {
		kills = 2
	}
	s := sampleStore(t)
	do(t, s, "start", "INSERT INTO setting (name, choice) VALUES ('count', '0')")
	must(t, s.Close())
	cut := 0
	for range kills {
		cleared := reopen(t, s)
		do(t, cleared, "clear", "DELETE FROM member", "UPDATE setting SET choice = '0'")
		must(t, cleared.Close())
		c := startChild(t, "write", s.Path())
		done := make(chan [2]int, 1)
		go func() { done <- listen(c) }()
		time.Sleep(time.Duration(20+rand.IntN(120)) * time.Millisecond)
		must(t, c.Process.Kill())
		said := <-done
		_ = c.Wait()
		if cutOff(s.Path()) {
			cut++
		}

		after := reopen(t, s)
		sound(t, after)
		count := one[int](t, after, "SELECT choice FROM setting")
		if count != said[0] && count != said[1] {
			t.Errorf("it kept %d and tried %d, the file has %d", said[0], said[1], count)
		}
		if n := one[int](t, after, "SELECT count(*) FROM member"); n%20 != 0 {
			t.Errorf("%d members: half an act was kept", n)
		}
		undo(t, after)
		redo(t, after)
		must(t, after.Close())
	}
	t.Logf("%d of %d kills cut a change off", cut, kills)
}

// listen gives the last count the child kept, and the last it tried.
func listen(c *child) [2]int {
	var kept, tried int
	for c.output.Scan() {
		word, number, _ := strings.Cut(c.output.Text(), " ")
		n, err := strconv.Atoi(number)
		switch {
		case err != nil: // cut off by the kill
		case word == "kept":
			kept = n
		case word == "try":
			tried = n
		}
	}
	return [2]int{kept, tried}
}

// TestHotJournal builds what a crash leaves behind: a changed file and the journal
// that takes the change back.
func TestHotJournal(t *testing.T) {
	path := closedSample(t)
	whole, err := os.ReadFile(path)
	must(t, err)
	leaveHotJournal(t, path)
	o := sampleOptions(t)

	o.ReadOnly = true
	_, err = Open(context.Background(), path, o)
	wantCode(t, err, data.CodeUnreadable)
	if !strings.Contains(err.Error(), "cut off") || !cutOff(path) {
		t.Errorf("error %v, journal there %v", err, cutOff(path))
	}

	o.ReadOnly = false
	s, err := Open(context.Background(), path, o)
	must(t, err)
	if n := one[int](t, s, "SELECT count(*) FROM member"); n != 202 {
		t.Errorf("%d members", n)
	}
	sound(t, s)
	if !s.AfterCrash() {
		t.Error("says nothing of the crash")
	}
	must(t, s.Close())
	if now, _ := os.ReadFile(path); string(now) != string(whole) {
		t.Error("the file is not what it was before the change")
	}
	if cutOff(path) {
		t.Error("the journal is still there")
	}
}

// leaveHotJournal copies file and journal from the middle of a transaction that
// has already written to the file.
func leaveHotJournal(t *testing.T, path string) {
	t.Helper()
	leaveJournalOf(t, path, []string{"DELETE FROM attendance", "DELETE FROM event", "UPDATE member SET note = hex(randomblob(900))"})
}

func leaveJournalOf(t *testing.T, path string, statements []string) {
	t.Helper()
	work := filepath.Join(t.TempDir(), "work.cop")
	whole, err := os.ReadFile(path)
	must(t, err)
	must(t, os.WriteFile(work, whole, 0o600))
	db := stranger(t, work)
	begin := []string{"PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE", "UPDATE open_act SET act_id = 1"}
	for _, statement := range append(begin, statements...) {
		_, err := db.Exec(statement)
		must(t, err)
	}
	for _, suffix := range []string{"", rollbackJournal} {
		content, err := os.ReadFile(work + suffix)
		must(t, err)
		must(t, os.WriteFile(path+suffix, content, fs.FileMode(0o600)))
	}
	if now, _ := os.ReadFile(path); string(now) == string(whole) || !cutOff(path) {
		t.Fatal("the change did not reach the file")
	}
}
