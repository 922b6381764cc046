//go:build !windows && !darwin

package desk

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// bench is a desktop under test: a folder of recording programs that stand for the system's, a bus of its own, and a letter.
type bench struct {
	*testing.T
	programs string
	folder   string
	letter   Letter
}

// oddNames are files' names that a spelling could break.
var oddNames = []string{"Πυξίδα – results, part 1.xlsx", "it's \"quoted\".pdf", "100 % #1 & more?.ics", "-dash=x;y.vcf"}

func newBench(t *testing.T) *bench {
	b := &bench{T: t, programs: t.TempDir(), folder: t.TempDir()}
	t.Setenv("PATH", b.programs+":/usr/bin:/bin")
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	t.Setenv("MAILER", "")
	for _, name := range []string{"xdg-open", "xdg-email", "thunderbird"} {
		b.program(name, 0)
	}
	b.standard("geary.desktop")
	b.letter = Letter{Subject: "Ünïcode, \"quoted\" & it's 100 %", Text: "Dear all,\n\nit's on 5 December: „Δ“, a=b, 'c', \"d\".\n", Draft: filepath.Join(b.folder, "message.eml")}
	b.letter.To = []Reader{{"Müller, Änne", "aenne@example.org"}, {"O'Brien", "o'brien+x@example.org"}}
	for i := range 200 {
		b.letter.Bcc = append(b.letter.Bcc, Reader{fmt.Sprintf("Ñame, %d", i), fmt.Sprintf("member%d@example.org", i)})
	}
	for _, name := range oddNames {
		b.letter.Files = append(b.letter.Files, filepath.Join(b.folder, name))
	}
	for _, path := range append(slices.Clone(b.letter.Files), b.letter.Draft) {
		if err := os.WriteFile(path, []byte("content of "+filepath.Base(path)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// program lays a program ready that notes its arguments, one after another with a NUL behind each, and ends with a code.
func (b *bench) program(name string, code int) {
	b.Helper()
	script := fmt.Sprintf("#!/bin/sh\nprintf '%%s\\0' \"$@\" >'%s'\nexit %d\n", filepath.Join(b.programs, name+".called"), code)
	if err := os.WriteFile(filepath.Join(b.programs, name), []byte(script), 0o700); err != nil {
		b.Fatal(err)
	}
}

// standard says what the standard mail program is.
func (b *bench) standard(entry string) {
	b.Helper()
	script := "#!/bin/sh\n[ \"$*\" = 'query default x-scheme-handler/mailto' ] && echo '" + entry + "'\n"
	if err := os.WriteFile(filepath.Join(b.programs, "xdg-mime"), []byte(script), 0o700); err != nil {
		b.Fatal(err)
	}
}

// called are the arguments that a program was called with, nil if it wasn't.
func (b *bench) called(name string) []string {
	text, err := os.ReadFile(filepath.Join(b.programs, name+".called"))
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(text), "\x00"), "\x00")
}

func (b *bench) compose(want Outcome) {
	b.Helper()
	if got := (Mail{patience: 5 * time.Second}).Compose(b.Context(), b.letter); got != want {
		b.Fatalf("the letter went %+v, want %+v", got, want)
	}
}

// noted is what the portal was asked to open.
type noted struct {
	Subject, Body  string
	To, Bcc, Files []string
}

// withPortal starts a bus with a portal on it, of a version, that answers in a way: testdata/portal.py. What it was asked to open is read
// by the function it gives, nil for nothing.
func (b *bench) withPortal(version int, way string) (asked func() *noted) {
	b.Helper()
	python := "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import dbus.mainloop.glib, gi.repository.GLib").Run(); err != nil {
		b.Skip("this needs python3-dbus and python3-gi: ", err)
	}
	address := b.started(exec.Command("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"))
	b.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	note := filepath.Join(b.programs, "portal.json")
	b.started(exec.Command(python, "testdata/portal.py", fmt.Sprint(version), way, note))
	return func() *noted {
		text, err := os.ReadFile(note)
		if err != nil {
			return nil
		}
		n := new(noted)
		if err := json.Unmarshal(text, n); err != nil {
			b.Fatal(err)
		}
		return n
	}
}

// started starts a program that stays, and gives the first line it says.
func (b *bench) started(cmd *exec.Cmd) string {
	b.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // was killed
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// Given a desktop with a portal, when a letter is composed, then it gets every reader, both texts and the files themselves, and what it
// answers is told, also where the answer overtakes the call.
func TestLetterByThePortal(t *testing.T) {
	for _, way := range []string{"0", "early"} {
		b := newBench(t)
		asked := b.withPortal(4, way)
		b.compose(Outcome{ByPortal, Taken})
		want := noted{Subject: b.letter.Subject, Body: b.letter.Text, To: emails(b.letter.To), Bcc: emails(b.letter.Bcc)}
		for _, name := range oddNames {
			want.Files = append(want.Files, "content of "+name)
		}
		if got := asked(); got == nil || !reflect.DeepEqual(*got, want) || len(got.Bcc) != 200 {
			t.Errorf("%s: asked for %+v", way, got)
		}
		if got := b.called("xdg-open"); got != nil {
			t.Errorf("the draft was opened too: %q", got)
		}
	}
}

// Given a portal that says no, can't, or is too old to know all readers, then what the person did counts, and else the next way is taken.
func TestLetterThatThePortalDoesNotTake(t *testing.T) {
	for name, tc := range map[string]struct {
		version int
		way     string
		want    Outcome
		asked   bool
	}{
		"put aside":         {3, "1", Outcome{ByPortal, Cancelled}, true},
		"failed":            {3, "2", Outcome{ByDraft, Taken}, true},
		"refused":           {3, "refuses", Outcome{ByDraft, Taken}, false},
		"too old for a Bcc": {2, "0", Outcome{ByDraft, Taken}, false},
		"no answer":         {3, "silent", Outcome{ByPortal, NoAnswer}, true},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			asked := b.withPortal(tc.version, tc.way)
			if got := (Mail{patience: 3 * time.Second}).Compose(t.Context(), b.letter); got != tc.want {
				t.Errorf("went %+v, want %+v", got, tc.want)
			}
			if got := asked(); (got != nil) != tc.asked {
				t.Errorf("asked for %+v", got)
			}
			if got := b.called("xdg-open"); (tc.want.Way == ByDraft) != slices.Equal(got, []string{b.letter.Draft}) {
				t.Errorf("opened %q", got)
			}
		})
	}
}

// Given a file to attach that is gone, then no portal is given less.
func TestLetterWhoseFileIsGone(t *testing.T) {
	b := newBench(t)
	asked := b.withPortal(4, "0")
	if err := os.Remove(b.letter.Files[1]); err != nil {
		t.Fatal(err)
	}
	b.compose(Outcome{ByDraft, Taken})
	if got := asked(); got != nil {
		t.Errorf("asked for %+v", got)
	}
}

// Given Thunderbird as the standard, then it gets everything by its own command, whatever the texts and names are made of.
func TestLetterByThunderbird(t *testing.T) {
	b := newBench(t)
	b.standard("thunderbird.desktop")
	b.compose(Outcome{ByThunderbird, Taken})
	args := b.called("thunderbird")
	if len(args) != 2 || args[0] != "-compose" {
		t.Fatalf("called with %q", args)
	}
	got := b.asThunderbirdReads(args[1])
	if got["subject"] != b.letter.Subject || got["body"] != b.letter.Text || got["format"] != "2" || len(got) != 6 {
		t.Errorf("it reads %q", got)
	}
	if got["to"] != "aenne@example.org,o'brien+x@example.org" || strings.Count(got["bcc"], ",") != 199 {
		t.Errorf("to %q, bcc %q", got["to"], got["bcc"])
	}
	for i, address := range strings.Split(got["attachment"], ",") {
		file, err := url.Parse(address)
		if err != nil || file.Scheme != "file" || file.Path != b.letter.Files[i] {
			t.Errorf("file %d is at %q: %v", i, address, err)
		}
	}
}

// Given Thunderbird and a portal, then the portal is not asked; given a letter that is too long for a command, then the draft is opened.
func TestLetterByThunderbirdBeforeOtherWays(t *testing.T) {
	b := newBench(t)
	b.standard("thunderbird.desktop")
	asked := b.withPortal(4, "0")
	b.compose(Outcome{ByThunderbird, Taken})
	if got := asked(); got != nil {
		t.Errorf("the portal was asked too, which may leave files out: %+v", got)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "")
	b.letter.Text = strings.Repeat("too long ", 20000)
	b.compose(Outcome{ByDraft, Taken})
}

// asThunderbirdReads takes an order apart as Thunderbird does: at commas, and what is not within quotes is escaped.
func (b *bench) asThunderbirdReads(order string) map[string]string {
	b.Helper()
	got := map[string]string{}
	for part := range strings.SplitSeq(order, ",") {
		name, value, _ := strings.Cut(part, "=")
		plain, err := url.PathUnescape(value)
		if err != nil || strings.ContainsAny(value, `'"`) {
			b.Errorf("%s is spelled %q", name, value)
		}
		got[name] = plain
	}
	return got
}

// Given a program that heeds the files which an address names, then the desktop's command calls it; given any other, or a Thunderbird
// that may not look into our folders, then nothing is left out in silence: the draft is opened.
func TestLetterByXdgEmail(t *testing.T) {
	for entry, want := range map[string]Outcome{
		"org.gnome.Evolution.desktop": {ByXdgEmail, Taken}, "org.kde.kmail2.desktop": {ByXdgEmail, Taken},
		"geary.desktop": {ByDraft, Taken}, "": {ByDraft, Taken}, "thunderbird_thunderbird.desktop": {ByDraft, Taken},
		"org.mozilla.thunderbird.desktop": {ByDraft, Taken},
	} {
		b := newBench(t)
		b.standard(entry)
		b.compose(want)
		if got := b.called("xdg-email"); (got != nil) != (want.Way == ByXdgEmail) {
			t.Errorf("%s: xdg-email was called with %q", entry, got)
		}
	}
	b := newBench(t)
	b.standard("org.gnome.Evolution.desktop")
	b.compose(Outcome{ByXdgEmail, Taken})
	want := []string{"--utf8", "--subject", b.letter.Subject, "--body", b.letter.Text}
	for _, r := range b.letter.Bcc {
		want = append(want, "--bcc", r.Email)
	}
	for _, path := range b.letter.Files {
		want = append(want, "--attach", path)
	}
	want = append(want, "aenne@example.org", "o'brien+x@example.org")
	if got := b.called("xdg-email"); !slices.Equal(got, want) {
		t.Errorf("called with %q", got)
	}
	t.Setenv("MAILER", "mutt")
	b.compose(Outcome{ByDraft, Taken})
}

// Given a way that fails, then the next is tried; given none at all, then that is told.
func TestLetterByNoWay(t *testing.T) {
	b := newBench(t)
	b.standard("thunderbird.desktop")
	b.program("thunderbird", 1)
	b.compose(Outcome{ByDraft, Taken})
	b.program("xdg-open", 3)
	b.compose(Outcome{})
}

// Given a program that stays, then opening doesn't wait for its end, and one that ends badly is told.
func TestOpenWaitsForAMomentOnly(t *testing.T) {
	if err := starts(200*time.Millisecond, "sleep", "2"); err != nil {
		t.Errorf("a program that stays: %v", err)
	}
	if err := starts(5*time.Second, "false"); err == nil {
		t.Error("a program that fails is taken for one that opened")
	}
	if err := starts(5*time.Second, "/nowhere/program"); err == nil {
		t.Error("a program that is not there opened")
	}
}
