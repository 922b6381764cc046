package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"copleader/ui/uimap"
)

// builtProgram is the environment variable that names the program a journey travels through: one built for a
// real window, which the tests themselves are not. Journeys are skipped without it.
const builtProgram = "COPLEADER_BINARY"

// A desk is a screen of its own with a window manager and the program on it, and a home nobody else uses.
// It watches the program through the map that it writes of its window, and acts with mouse and keyboard only.
type desk struct {
	t       *testing.T
	home    string
	display string
	size    string // of the screen

	program *exec.Cmd
	window  string     // the X window's number
	ended   chan error // what the program's end answered; closed behind it
}

// patience is how long a journey waits for an effect before it gives up.
func patience() time.Duration {
	if os.Getenv("CI") != "" {
		return 20 * time.Second
	}
	return 5 * time.Second
}

// Pauses that no effect could be waited for instead of.
const (
	poll      = 30 * time.Millisecond  // between two looks at the map
	settling  = 250 * time.Millisecond // two maps and a frame: after this, a click that changed nothing never will
	dragPause = 40 * time.Millisecond  // between two moves of the mouse, so that each is a frame of its own
)

// newDesk sets up a screen, or skips the test where no program to travel through is named.
func newDesk(t *testing.T) *desk {
	t.Helper()
	return newDeskOf(t, "1440x960")
}

// newDeskOf is one with a screen of a size.
func newDeskOf(t *testing.T, size string) *desk {
	t.Helper()
	if os.Getenv(builtProgram) == "" {
		t.Skipf("%s names no program built for a real window", builtProgram)
	}
	d := &desk{t: t, home: t.TempDir(), size: size}
	d.display = d.startScreen()
	d.background("openbox", "--sm-disable")
	d.awaitManager()
	return d
}

// startScreen starts a display under a number that is free, without some of what it has as a rule. Without -noreset the server would begin anew when
// the last window closes, and a program starting in that moment would die of it.
func (d *desk) startScreen(without ...string) string {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = read.Close() }()
	screen := exec.Command("Xvfb", "-noreset", "-displayfd", "3", "-screen", "0", d.size+"x24", "-nolisten", "tcp")
	for _, extension := range without {
		screen.Args = append(screen.Args, "-extension", extension)
	}
	screen.ExtraFiles = []*os.File{write}
	d.run(screen)
	if err := write.Close(); err != nil {
		d.t.Fatal(err)
	}
	if err := read.SetReadDeadline(time.Now().Add(2 * patience())); err != nil {
		d.t.Fatal(err)
	}
	line, err := bufio.NewReader(read).ReadString('\n')
	number := strings.TrimSpace(line)
	if _, wrong := strconv.Atoi(number); wrong != nil {
		d.t.Fatalf("Xvfb gave no display: %q, %v", line, err)
	}
	return ":" + number
}

// background starts something on the screen that lives as long as the test.
func (d *desk) background(name string, args ...string) {
	d.t.Helper()
	command := exec.Command(name, args...)
	command.Env = d.environment()
	d.run(command)
}

func (d *desk) run(command *exec.Cmd) {
	d.t.Helper()
	if err := command.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
}

// awaitManager waits until the window manager says that it is there, as only then windows get the focus.
func (d *desk) awaitManager() {
	d.t.Helper()
	for end := time.Now().Add(2 * patience()); time.Now().Before(end); time.Sleep(poll) {
		answer, _ := d.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
		if strings.Contains(answer, "window id") {
			return
		}
	}
	d.t.Fatal("the window manager did not start")
}

// environment is what a program on this desk may know: no setting of the machine's user reaches it.
func (d *desk) environment() []string {
	keep := []string{"PATH=" + os.Getenv("PATH"), "CI=" + os.Getenv("CI")}
	return append(keep,
		"DISPLAY="+d.display,
		"LANG=C.UTF-8",
		"FYNE_PLATFORM=x11",
		"FYNE_SCALE=1",
		"HOME="+d.home,
		"XDG_CONFIG_HOME="+filepath.Join(d.home, "config"),
		"XDG_CACHE_HOME="+filepath.Join(d.home, "cache"),
		"XDG_DATA_HOME="+filepath.Join(d.home, "data"),
		"XDG_RUNTIME_DIR="+d.home,
		uimap.Variable+"="+d.mapFile(),
	)
}

func (d *desk) mapFile() string { return filepath.Join(d.home, "map.json") }
func (d *desk) logFile() string { return filepath.Join(d.home, "program.log") }

// start starts the program and waits until its window stands and its map is written.
func (d *desk) start(args ...string) {
	d.t.Helper()
	if err := os.Remove(d.mapFile()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		d.t.Fatal(err)
	}
	log, err := os.OpenFile(d.logFile(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		d.t.Fatal(err)
	}
	again := d.program != nil
	d.program = exec.Command(os.Getenv(builtProgram), args...)
	d.program.Env = d.environment()
	d.program.Dir = d.home
	d.program.Stdout, d.program.Stderr = log, log
	if err := d.program.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.ended = make(chan error, 1)
	go func(program *exec.Cmd, ended chan<- error) {
		ended <- program.Wait()
		close(ended)
		_ = log.Close()
	}(d.program, d.ended)
	if !again {
		d.t.Cleanup(d.clear)
	}

	d.awaitWindow()
	d.do("xdotool", "windowactivate", "--sync", d.window)
	d.waitFor("the first map", func(m uimap.Map) bool { return m.Seq > 0 && len(m.Nodes) > 0 })
}

func (d *desk) awaitWindow() {
	d.t.Helper()
	pid := strconv.Itoa(d.program.Process.Pid)
	for end := time.Now().Add(4 * patience()); time.Now().Before(end); time.Sleep(poll) {
		select {
		case err := <-d.ended:
			d.fail("the program ended before it showed a window: %v", err)
		default:
		}
		numbers, err := d.output("xdotool", "search", "--onlyvisible", "--all", "--pid", pid, "--name", ".")
		if found := strings.Fields(numbers); err == nil && len(found) > 0 {
			d.window = found[len(found)-1]
			return
		}
	}
	d.fail("no window came up")
}

// clear ends a program that the journey has not ended itself, and keeps what explains a failure.
func (d *desk) clear() {
	if d.t.Failed() {
		d.keep()
	}
	_ = d.program.Process.Kill() // which does nothing to one that has ended
	if err := <-d.ended; err != nil {
		d.t.Logf("the program ended with %v", err)
	}
	d.readLog()
}

// troubles are words that never stand in the log of a sound program.
var troubles = []string{"Error in Fyne call thread", "panic:", "fatal error:", "DATA RACE", "had to stop"}

func (d *desk) readLog() {
	d.t.Helper()
	text, err := os.ReadFile(d.logFile())
	if err != nil {
		d.t.Error(err)
		return
	}
	for _, trouble := range troubles {
		if at := bytes.Index(text, []byte(trouble)); at >= 0 {
			d.t.Errorf("the log says: %s", text[at:min(at+2000, len(text))])
			return
		}
	}
}

// awaitEnd waits until the program has ended by itself and says so if it ended badly.
func (d *desk) awaitEnd() {
	d.t.Helper()
	select {
	case err := <-d.ended:
		if err != nil {
			d.fail("the program ended with %v", err)
		}
	case <-time.After(patience()):
		_ = d.program.Process.Signal(syscall.SIGQUIT) // the log has then what it waits for
		d.fail("the program did not end: %v", <-d.ended)
	}
}

// keep leaves picture, map and log where they can be looked at after the test.
func (d *desk) keep() {
	dir, err := os.MkdirTemp("", "copleader-journey-")
	if err != nil {
		d.t.Log(err)
		return
	}
	d.t.Logf("picture, map and log of the failed journey: %s", dir)
	if _, err := d.output("import", "-window", "root", filepath.Join(dir, "screen.png")); err != nil {
		d.t.Log(err)
	}
	for _, name := range []string{d.mapFile(), d.logFile()} {
		text, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, filepath.Base(name)), text, 0o600)
		}
		if err != nil {
			d.t.Log(err)
		}
	}
}

// see reads the map as it is now. One that is not there yet is empty.
func (d *desk) see() uimap.Map {
	d.t.Helper()
	var m uimap.Map
	text, err := os.ReadFile(d.mapFile())
	if errors.Is(err, fs.ErrNotExist) {
		return m
	}
	if err == nil {
		err = json.Unmarshal(text, &m)
	}
	if err != nil {
		d.fail("the map: %v", err)
	}
	return m
}

// output runs a tool on the screen and gives what it says.
func (d *desk) output(name string, args ...string) (string, error) {
	command := exec.Command(name, args...)
	command.Env = d.environment()
	said, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return string(said), nil
}

// do runs a tool on the screen that must work.
func (d *desk) do(name string, args ...string) {
	d.t.Helper()
	if _, err := d.output(name, args...); err != nil {
		d.fail("%v", err)
	}
}

func (d *desk) fail(format string, args ...any) {
	d.t.Helper()
	d.t.Fatalf(format, args...)
}
