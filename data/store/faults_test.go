//go:build linux

package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
	_ "time/tzdata" // as in the program: the system's may not be readable

	"golang.org/x/sys/unix"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
)

// faultsFor, in the environment, is how long the fault injector goes on.
const faultsFor = "COPLEADER_FAULTS"

func init() { store.ChildTasks["faults"] = playScenes }

// outcome is what became of one step of a scene.
type outcome struct {
	Step string
	Done bool
	Code data.Code // of the error, "" for one that is not worded
	Key  string    // its sentence
	Text string    // all of it
	End  bool      // no step: the scene is over
}

// playScenes plays each scene that the parent asks for, in one thread, to which faults can be done. It speaks by a socket,
// since writing is among the faults.
func playScenes() error {
	runtime.LockOSThread()
	_ = unix.Prctl(unix.PR_SET_PTRACER, ^uintptr(0), 0, 0, 0) // where the system asks for leave to be traced
	say := func(o outcome) error {
		text, err := json.Marshal(o)
		if err != nil {
			return err
		}
		return unix.Sendto(3, text, 0, nil)
	}
	if err := say(outcome{Text: fmt.Sprint(unix.Gettid())}); err != nil {
		return err
	}
	for {
		asked := make([]byte, 4096)
		n, _, err := unix.Recvfrom(3, asked, 0)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || n == 0 {
			return err
		}
		name, folder, _ := strings.Cut(string(asked[:n]), " ")
		play := &scene{folder: folder}
		for _, step := range scenes[name].steps {
			if err := say(outcomeOf(step.name, step.do(context.Background(), play))); err != nil {
				return err
			}
		}
		if play.Store != nil {
			_ = play.Close()
		}
		if err := say(outcome{End: true}); err != nil {
			return err
		}
	}
}

func outcomeOf(step string, err error) outcome {
	o := outcome{Step: step, Done: err == nil}
	if err == nil {
		return o
	}
	o.Text = err.Error()
	var told *data.Error
	if errors.As(err, &told) {
		o.Code, o.Key = told.Code, told.Key
	}
	return o
}

// stage is the parent's side: the child, and what came of it all.
type stage struct {
	*testing.T
	child  *exec.Cmd
	socket int
	thread string
	demo   []byte // a file with the demo
	before demoRows

	played, hit, acknowledged, lost, wrong int
}

func setFaults(t *testing.T) *stage {
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC, 0)
	ok(t, err)
	theirs := os.NewFile(uintptr(pair[1]), "socket")
	st := &stage{T: t, socket: pair[0], child: exec.Command(os.Args[0])}
	st.child.Env = append(os.Environ(), "COPLEADER_TEST_CHILD=faults")
	st.child.ExtraFiles = []*os.File{theirs}
	st.child.Stdout, st.child.Stderr = os.Stdout, os.Stderr
	ok(t, st.child.Start())
	ok(t, theirs.Close())
	t.Cleanup(func() {
		_ = unix.Close(st.socket)
		_ = st.child.Process.Kill()
		_ = st.child.Wait()
	})
	ok(t, unix.SetsockoptTimeval(st.socket, unix.SOL_SOCKET, unix.SO_RCVTIMEO, &unix.Timeval{Sec: 60}))
	st.thread = st.hear().Text
	demo := datatest.Demo(t)
	st.before = demoRows{datatest.Read(t, demo)}
	ok(t, demo.Close())
	st.demo, err = os.ReadFile(demo.Path())
	ok(t, err)
	return st
}

func (st *stage) hear() outcome {
	st.Helper()
	message := make([]byte, 1<<16)
	n, _, err := unix.Recvfrom(st.socket, message, 0)
	for errors.Is(err, unix.EINTR) {
		n, _, err = unix.Recvfrom(st.socket, message, 0)
	}
	var o outcome
	if err == nil {
		err = json.Unmarshal(message[:n], &o)
	}
	if err != nil {
		st.Fatalf("the child says nothing: %v", err)
	}
	return o
}

// fault is a system call that fails.
type fault struct {
	calls string
	errno string
}

func (f fault) full() bool { return f.errno == "ENOSPC" }

// faults are the calls that SQLite and we make, and what a failing disk or system answers.
var faults = []fault{
	{"pwrite64", "ENOSPC"}, {"pwrite64", "EIO"}, {"pread64", "EIO"}, {"fsync,fdatasync", "EIO"}, {"unlink,unlinkat", "EIO"},
	{"unlink,unlinkat", "EACCES"}, {"ftruncate", "EIO"}, {"fcntl", "EIO"}, {"fcntl", "EAGAIN"}, {"rename,renameat,renameat2,link,linkat", "EIO"},
	{"openat", "EACCES"}, {"openat", "EMFILE"}, {"openat", "EIO"}, {"openat", "ENOSPC"}, {"write", "ENOSPC"}, {"write", "EIO"}, {"read", "EIO"},
	{"newfstatat,fstat,lstat,stat", "EIO"}, {"getdents64", "EIO"}, {"mkdir,mkdirat", "EACCES"}, {"close", "EIO"},
}

// play lets the child play a scene while the nth of the calls fails, and when is "+" all after it. It tells whether it came to that.
func (st *stage) play(name, folder string, f fault, n int, on string) (outcomes []outcome, hit bool) {
	st.Helper()
	trace := filepath.Join(st.TempDir(), "trace")
	strace := exec.Command("strace", "-p", st.thread, "-o", trace, "-e", "trace="+f.calls, "-e", fmt.Sprintf("inject=%s:error=%s:when=%d%s", f.calls, f.errno, n, on))
	said, err := strace.StderrPipe()
	ok(st.T, err)
	ok(st.T, strace.Start())
	attached := make([]byte, 4096)
	if n, err := said.Read(attached); err != nil || !strings.Contains(string(attached[:n]), "attached") {
		st.Fatalf("strace: %s, %v", attached[:n], err)
	}
	ok(st.T, unix.Sendto(st.socket, []byte(name+" "+folder), 0, nil))
	for {
		o := st.hear()
		if o.End {
			break
		}
		outcomes = append(outcomes, o)
	}
	_ = strace.Process.Signal(syscall.SIGINT)
	_ = strace.Wait()
	content, err := os.ReadFile(trace)
	ok(st.T, err)
	return outcomes, strings.Contains(string(content), "INJECTED")
}

// Given a disk or a system that fails at any one call, or from one on, while deeds, copies, erasing, restoring, opening and making
// go on, then what was acknowledged is there, what was said not to be kept is not, no read error is taken for damage, and every
// failure has a sentence for what was tried. COPLEADER_FAULTS=1h go test -run '^TestFaults$' -timeout 2h ./data/store goes on for an hour.
func TestFaults(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace, which makes the system's calls fail, is not there")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 2))
	st := setFaults(t)
	end := time.Now().Add(howLong(t, faultsFor, 3*time.Second))
	most := map[string]int{} // how many of the calls a scene makes, as far as is known
	for st.played == 0 || time.Now().Before(end) && st.wrong+st.lost < 20 {
		name, f := oneOf(random, sceneNames), oneOf(random, faults)
		key := name + f.calls
		if most[key] == 0 {
			most[key] = 40
		}
		n, on := 1+random.IntN(most[key]), oneOf(random, []string{"", "", "+"})
		if f.errno == "EAGAIN" {
			on = "" // a lock that is held for ever is waited for
		}
		folder := st.TempDir()
		scenes[name].set(st, folder)
		outcomes, hit := st.play(name, folder, f, n, on)
		st.played++
		if !hit {
			most[key] = max(1, n-1)
		} else {
			st.hit++
			most[key] = max(most[key], n+10)
		}
		st.judge(fmt.Sprintf("%s with %s answering %s at call %d%s", name, f.calls, f.errno, n, on), scenes[name], f, outcomes, folder)
		ok(t, os.RemoveAll(folder))
	}
	t.Logf("%d scenes, %d of which met their fault; %d deeds acknowledged, %d lost, %d wrong sentences", st.played, st.hit, st.acknowledged, st.lost, st.wrong)
}
