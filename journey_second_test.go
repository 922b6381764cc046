package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"copleader/ui/uimap"
)

// A second start with the same file, by its name and without, brings the window that has it forward and is over in well under two
// seconds, also while that window lies minimised; after a kill the next start has the file, and says what was kept.
func TestJourneyOfASecondStart(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	d.start(path)
	d.read("Πυξίδα")
	first := d.window
	d.apart("-demo")
	other := d.awaitActive("the demo beside it", func(now string) bool { return now != "" && now != first })
	for _, hidden := range []struct {
		how  string
		hide func()
	}{
		{"behind another", func() { d.do("xdotool", "windowactivate", "--sync", other) }},
		{"minimised", func() { d.do("xdotool", "windowminimize", "--sync", first) }},
	} {
		for _, args := range [][]string{{path}, nil} {
			hidden.hide()
			d.awaitActive(hidden.how, func(now string) bool { return now == other })
			began := time.Now()
			said, err := d.beside(args...).CombinedOutput()
			took := time.Since(began)
			if err != nil || !strings.Contains(string(said), "which has come forward") {
				d.fail("%s: the start with %q said %q, %v", hidden.how, args, said, err)
			}
			if took > 2*time.Second {
				d.fail("%s: the start with %q took %v", hidden.how, args, took)
			}
			t.Logf("%s, started with %d arguments: over after %v", hidden.how, len(args), took.Round(time.Millisecond))
			d.awaitActive(hidden.how, func(now string) bool { return now == first })
			time.Sleep(settling) // what the window still asks of the window manager must not meet the next hiding
		}
	}
	d.read("CoP Leader was started again")
	if left, err := os.ReadDir(filepath.Join(d.home, "cache", "copleader", "knocks")); err != nil || len(left) > 0 {
		d.fail("left: %v, %v", left, err)
	}

	_ = d.program.Process.Kill()
	if err := <-d.ended; err == nil {
		d.fail("a program that was killed ended well")
	}
	d.start(path)
	d.read("The program was cut off last time. Everything is kept up to ")
	d.menu("File", "Quit")
	d.awaitEnd()
}

// Of two starts at the same moment, one has the file and the other ends by itself.
func TestJourneyOfTwoStartsAtOnce(t *testing.T) {
	d := newDesk(t)
	path := communityOnDisk(t)
	one, other := d.beside(path), d.beside(path)
	ended := make(chan *exec.Cmd, 2)
	for _, c := range []*exec.Cmd{one, other} {
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Process.Kill() })
		go func() {
			_ = c.Wait()
			ended <- c
		}()
	}
	select {
	case c := <-ended:
		if !c.ProcessState.Success() {
			d.fail("it ended badly: %v", c.ProcessState)
		}
	case <-time.After(patience()):
		d.fail("both are still there")
	}
	select {
	case <-ended:
		d.fail("neither is there any more")
	case <-time.After(time.Second):
	}
}

// beside is the program once more on the same desk, as the person would start it; its window writes no map.
func (d *desk) beside(args ...string) *exec.Cmd {
	c := exec.Command(os.Getenv(builtProgram), args...)
	for _, one := range d.environment() {
		if !strings.HasPrefix(one, uimap.Variable+"=") {
			c.Env = append(c.Env, one)
		}
	}
	c.Dir = d.home
	return c
}

// apart starts the program once more, to stay until the test ends.
func (d *desk) apart(args ...string) {
	d.t.Helper()
	d.run(d.beside(args...))
}

// awaitActive waits until the window that has the focus is the right one.
func (d *desk) awaitActive(what string, right func(window string) bool) string {
	d.t.Helper()
	var now string
	for end := time.Now().Add(patience()); time.Now().Before(end); time.Sleep(poll) {
		said, err := d.output("xdotool", "getactivewindow")
		if now = strings.TrimSpace(said); err != nil {
			now = ""
		}
		if right(now) {
			return now
		}
	}
	d.fail("%s: the focus is on window %q", what, now)
	return now
}
