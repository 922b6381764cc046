package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// graphics is what a display draws windows with.
const graphics = "GLX"

// bareDesk is a desk whose display can draw no window of ours.
func bareDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, home: t.TempDir(), size: "1440x960"}
	d.display = d.startScreen(graphics)
	return d
}

// bareStart starts the program there, with a file, and gives what it says; meanwhile is called again and again while it runs.
func (d *desk) bareStart(path string, meanwhile func()) (said string) {
	d.t.Helper()
	log, err := os.Create(d.logFile())
	if err != nil {
		d.t.Fatal(err)
	}
	program := exec.Command(os.Getenv(builtProgram), path)
	program.Env, program.Dir, program.Stdout, program.Stderr = d.environment(), d.home, log, log
	if err := program.Start(); err != nil {
		d.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- program.Wait() }()
	for running, late := true, time.After(2*patience()); running; {
		select {
		case err = <-ended:
			running = false
		case <-late:
			_ = program.Process.Kill()
			d.t.Fatal("the program waits for ever")
		case <-time.After(poll):
			meanwhile()
		}
	}
	_ = log.Close()
	text, reading := os.ReadFile(d.logFile())
	if reading != nil {
		d.t.Fatal(reading)
	}
	if program.ProcessState.ExitCode() != exitFault {
		d.t.Errorf("it ended with %v", err)
	}
	if left, err := filepath.Glob(path + ".lock*"); err != nil || len(left) > 0 {
		d.t.Errorf("the lock stays: %v, %v", left, err)
	}
	return string(text)
}

// Where a display has no graphics, the program says so and ends, and the file is free again.
func TestJourneyWithoutGraphics(t *testing.T) {
	if os.Getenv(builtProgram) == "" {
		t.Skipf("%s names no program built for a real window", builtProgram)
	}
	d := bareDesk(t)
	said := d.bareStart(communityOnDisk(t), func() {})
	if !strings.Contains(said, "This display has no graphics (OpenGL)") || strings.Contains(said, "goroutine") {
		t.Errorf("it says %q", said)
	}
}

// On Windows, where nobody sees what a program says, a box of Windows' own says why no window comes, until it is closed.
func TestNoGraphicsOnWindows(t *testing.T) {
	if os.Getenv(onWindows) == "" {
		t.Skipf("%s names no program for Windows", builtProgram)
	}
	d := bareDesk(t)
	d.background("openbox", "--sm-disable")
	d.awaitManager()
	said := d.bareStart(communityOnDisk(t), func() {
		// The box may not be there yet, or be gone between being found and being answered: what counts is that the program ends.
		_, _ = d.output("xdotool", "search", "--onlyvisible", "--name", "^CoP Leader$", "windowactivate", "key", "Return")
	})
	if !strings.Contains(said, "This computer offers no graphics (OpenGL 2)") {
		t.Errorf("it says %q", said)
	}
}
