package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // Windows has none

	"golang.org/x/sys/windows/registry"
)

// register puts a value into the registry until the test ends. It is for Wine only, whose registry is the test's own.
func register(t *testing.T, root registry.Key, path, name string, value any) {
	t.Helper()
	if os.Getenv("COPLEADER_ON_WINE") == "" {
		t.Skip("this writes into the registry, and is for Wine")
	}
	key, _, err := registry.CreateKey(root, path, registry.ALL_ACCESS)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = key.Close() })
	before, _, was := key.GetStringValue(name)
	t.Cleanup(func() {
		if was != nil {
			_ = key.DeleteValue(name)
			return
		}
		_ = key.SetStringValue(name, before)
	})
	switch v := value.(type) {
	case string:
		err = key.SetStringValue(name, v)
	case int:
		err = key.SetDWordValue(name, uint32(v))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// folder is one of the test's own. It stays, since Wine 8 can't remove it with what is in it; the whole of Wine goes after the test.
func folder(t *testing.T) string {
	t.Helper()
	path, err := os.MkdirTemp("", "copleader-test-")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

const zonePath = `SYSTEM\CurrentControlSet\Control\TimeZoneInformation`

// Given what Windows says of its zone, then that is taken to IANA's name; one that is nowhere, or without its summer time, is a guess.
func TestZoneOfWindowsRegistry(t *testing.T) {
	for name, want := range map[string]Zone{
		"W. Europe Standard Time": {"Europe/Berlin", true}, "India Standard Time": {"Asia/Kolkata", true}, "Nepal Standard Time": {"Asia/Kathmandu", true},
		"Middle Earth Time": {}, "": {}, "UTC": {"Etc/UTC", true},
	} {
		t.Run(name, func(t *testing.T) {
			register(t, registry.LOCAL_MACHINE, zonePath, "TimeZoneKeyName", name)
			if got := SystemZone(os.Getenv); got != want {
				t.Errorf("%+v, want %+v", got, want)
			}
		})
	}
	register(t, registry.LOCAL_MACHINE, zonePath, "TimeZoneKeyName", "W. Europe Standard Time")
	register(t, registry.LOCAL_MACHINE, zonePath, "DynamicDaylightTimeDisabled", 1)
	if got := SystemZone(os.Getenv); got != (Zone{"Europe/Berlin", false}) {
		t.Errorf("without summer time: %+v", got)
	}
}

// Given documents that were moved, as OneDrive does, then they are found there.
func TestFoldersThatWindowsMoved(t *testing.T) {
	if got := SystemFolders(os.Getenv); !strings.HasSuffix(got.Cache, `AppData\Local\copleader`) || !strings.HasSuffix(got.Settings, `AppData\Roaming\copleader`) {
		t.Errorf("usually they are %+v", got)
	}
	moved := filepath.Join(folder(t), "OneDrive – Πυξίδα", "Dokumente")
	if err := os.MkdirAll(moved, 0o700); err != nil {
		t.Fatal(err)
	}
	register(t, registry.CURRENT_USER, `Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders`, "Personal", moved)
	if got := SystemFolders(os.Getenv).Communities(); got != filepath.Join(moved, "CoP Leader") {
		t.Errorf("communities lie in %q", got)
	}
}

// oddLetter is one whose names, texts and files a spelling could break.
func oddLetter(t *testing.T) Letter {
	at := folder(t)
	l := Letter{Subject: "Ünïcode, \"quoted\" & it's 100 %", Text: "Dear all,\r\n\nit's on 5 December: „Δ“ 😀.\n", Draft: filepath.Join(at, "message.eml")}
	l.To = []Reader{{"Müller, Änne", "aenne@example.org"}, {"", "nameless@example.org"}}
	for i := range 200 {
		l.Bcc = append(l.Bcc, Reader{fmt.Sprintf("Ñame, %d", i), fmt.Sprintf("member%d@example.org", i)})
	}
	for _, name := range []string{"Πυξίδα – results, part 1.xlsx", "it's 100 % #1 & more.ics", "-dash=x;y.vcf"} {
		l.Files = append(l.Files, filepath.Join(at, name))
	}
	for _, path := range append(slices.Clone(l.Files), l.Draft) {
		if err := os.WriteFile(path, []byte("12345"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return l
}

// mailProgram makes one the standard, which answers as said: testdata/mapi32.c. What it noted is given.
func mailProgram(t *testing.T, code int, wait time.Duration) (noted func() []string) {
	register(t, registry.CURRENT_USER, mapiMailClient, "", "A mail program")
	register(t, registry.LOCAL_MACHINE, mapiMailClient+`\A mail program`, "DLLPath", `C:\mail.dll`)
	note := filepath.Join(folder(t), "note")
	t.Setenv("COPLEADER_MAPI_NOTE", note)
	t.Setenv("COPLEADER_MAPI_CODE", strconv.Itoa(code))
	t.Setenv("COPLEADER_MAPI_WAIT", strconv.FormatInt(wait.Milliseconds(), 10))
	return func() []string {
		text, err := os.ReadFile(note)
		if err != nil {
			return nil
		}
		return strings.Split(strings.TrimSuffix(string(text), "\x00"), "\x00")
	}
}

// Given a mail program, when a letter is composed, then it gets every reader by name and address, both texts and the files.
func TestLetterByMAPI(t *testing.T) {
	noted, l := mailProgram(t, mapiSuccess, 0), oddLetter(t)
	if got := (Mail{patience: 5 * time.Second}).Compose(t.Context(), l); got != (Outcome{ByMAPI, Closed}) {
		t.Fatalf("went %+v", got)
	}
	want := []string{"9", l.Subject, "Dear all,\r\n\r\nit's on 5 December: „Δ“ 😀.\r\n", "202", "1", "Müller, Änne", "SMTP:aenne@example.org", "1", "nameless@example.org", "SMTP:nameless@example.org"}
	for _, r := range l.Bcc {
		want = append(want, "3", r.Name, "SMTP:"+r.Email)
	}
	want = append(want, "3")
	for _, path := range l.Files {
		want = append(want, path, "5", "4294967295")
	}
	if got := noted(); !slices.Equal(got, want) {
		t.Errorf("it got %q, want %q", got, want)
	}
}

// opener has a kind of file opened, or printed, by this test program itself, which notes what it was given: see TestMain.
func opener(t *testing.T, ending, verb string) (noted func() string) {
	kind := "copleader.test" + ending
	register(t, registry.LOCAL_MACHINE, `Software\Classes\`+ending, "", kind)
	register(t, registry.LOCAL_MACHINE, `Software\Classes\`+kind+`\shell\`+verb+`\command`, "", `"`+os.Args[0]+`" "%1"`)
	note := filepath.Join(folder(t), "opened")
	t.Setenv("COPLEADER_OPENED", note)
	return func() string {
		for range 100 {
			if text, err := os.ReadFile(note); err == nil && len(text) > 0 {
				return string(text)
			}
			time.Sleep(50 * time.Millisecond)
		}
		return ""
	}
}

// TestMain is the program that opens things too.
func TestMain(m *testing.M) {
	if note := os.Getenv("COPLEADER_OPENED"); note != "" && len(os.Args) == 2 {
		if err := os.WriteFile(note, []byte(os.Args[1]), 0o600); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// Given what a mail program answers, or none, then the person's choice counts, one that stays open has the letter, and else the draft is
// opened.
func TestLetterThatMAPIDoesNotTake(t *testing.T) {
	for name, tc := range map[string]struct {
		code int
		wait time.Duration
		want Outcome
	}{
		"put aside":  {mapiUserAbort, 0, Outcome{ByMAPI, Cancelled}},
		"stays open": {mapiSuccess, 3 * time.Second, Outcome{ByMAPI, Taken}},
		"failed":     {2, 0, Outcome{ByDraft, Taken}},
		"no login":   {3, 0, Outcome{ByDraft, Taken}},
	} {
		t.Run(name, func(t *testing.T) {
			mailProgram(t, tc.code, tc.wait)
			opened, l := opener(t, ".eml", "open"), oddLetter(t)
			if got := (Mail{patience: time.Second}).Compose(t.Context(), l); got != tc.want {
				t.Errorf("went %+v, want %+v", got, tc.want)
			}
			if tc.want.Way == ByDraft && opened() != l.Draft {
				t.Errorf("opened %q", opened())
			}
			if tc.wait > 0 {
				time.Sleep(tc.wait) // its files are still in use
			}
		})
	}
	t.Run("a program without the call", func(t *testing.T) {
		noted := mailProgram(t, mapiSuccess, 0)
		register(t, registry.CURRENT_USER, mapiMailClient, "", "Outlook (new)")
		opened, l := opener(t, ".eml", "open"), oddLetter(t)
		if got := (Mail{patience: time.Second}).Compose(t.Context(), l); got != (Outcome{ByDraft, Taken}) || opened() != l.Draft || noted() != nil {
			t.Errorf("went %+v, opened %q", got, opened())
		}
	})
	t.Run("no program", func(t *testing.T) {
		noted := mailProgram(t, mapiSuccess, 0)
		register(t, registry.CURRENT_USER, mapiMailClient, "", "")
		register(t, registry.LOCAL_MACHINE, mapiMailClient, "", "")
		opened, l := opener(t, ".eml", "open"), oddLetter(t)
		if got := (Mail{patience: time.Second}).Compose(t.Context(), l); got != (Outcome{ByDraft, Taken}) || opened() != l.Draft || noted() != nil {
			t.Errorf("went %+v, opened %q", got, opened())
		}
	})
}

// Given a program that opens a kind of file, and one that prints it, then each is asked by its own word, and where there is none that is
// told.
func TestOpenAndPrintByTheirPrograms(t *testing.T) {
	path := filepath.Join(folder(t), "Πυξίδα – it's 100 % #1.pdf")
	if err := os.WriteFile(path, []byte("%PDF-"), 0o600); err != nil {
		t.Fatal(err)
	}
	printing := SystemPrinting()
	if names, err := printing.Printers(t.Context()); err != nil || len(names) != 0 || !printing.ByProgram() {
		t.Errorf("printers %v, %v", names, err)
	}
	if err := printing.PrintByProgram(path); err == nil {
		t.Error("it is printed without a program")
	}
	printed := opener(t, ".pdf", "print")
	if err := printing.PrintByProgram(path); err != nil || printed() != path {
		t.Errorf("printed %q: %v", printed(), err)
	}
	opened := opener(t, ".pdf", "open")
	if err := Open(path); err != nil || opened() != path {
		t.Errorf("opened %q: %v", opened(), err)
	}
	if err := Open(filepath.Join(folder(t), "a.unheard")); err == nil {
		t.Error("what is not there was opened")
	}
}
