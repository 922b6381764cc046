//go:build linux

package desk

import (
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Given Thunderbird itself, when a letter is composed, then the draft that it saves has every reader, both texts and the files.
// COPLEADER_THUNDERBIRD is its program:
//
//	COPLEADER_THUNDERBIRD=/usr/bin/thunderbird go test -tags ci,migrated_fynedo ./ui/desk -run TestLetterInThunderbird -v
//
// It needs xvfb, openbox and xdotool.
func TestLetterInThunderbird(t *testing.T) {
	program := os.Getenv("COPLEADER_THUNDERBIRD")
	if program == "" {
		t.Skip("COPLEADER_THUNDERBIRD names no program to test with")
	}
	b := newBench(t)
	b.standard("thunderbird.desktop")
	profile := t.TempDir()
	settings, err := os.ReadFile("testdata/thunderbird.js")
	if err != nil {
		t.Fatal(err)
	}
	started := fmt.Sprintf("#!/bin/sh\necho $$ >'%s/pid'\nexec '%s' --profile '%s' \"$@\"\n", b.programs, program, profile)
	for path, content := range map[string]string{filepath.Join(profile, "prefs.js"): string(settings), filepath.Join(b.programs, "thunderbird"): started} {
		if err := os.WriteFile(path, []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("HOME", t.TempDir())
	t.Setenv("DISPLAY", ":"+b.started(exec.Command("sh", "-c", "exec Xvfb -displayfd 1 -screen 0 1400x1000x24 -nolisten tcp 2>/dev/null")))
	windows := exec.Command("openbox")
	if err := windows.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if pid, err := os.ReadFile(filepath.Join(b.programs, "pid")); err == nil {
			_ = exec.Command("kill", strings.TrimSpace(string(pid))).Run()
		}
		time.Sleep(2 * time.Second) // it writes into its profile until it has ended
		_ = windows.Process.Kill()
		_ = windows.Wait() // was killed
	})

	b.compose(Outcome{ByThunderbird, Taken})

	drafts := filepath.Join(profile, "Mail", "Local Folders", "Drafts")
	if out, err := exec.Command("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Write: ").CombinedOutput(); err != nil {
		t.Fatalf("no letter opens: %v\n%s", err, out)
	}
	time.Sleep(10 * time.Second) // the window is there before what is in it
	if out, err := exec.Command("xdotool", "search", "--name", "^Write: ", "windowactivate", "--sync", "key", "ctrl+s").CombinedOutput(); err != nil {
		t.Fatalf("it can't be saved: %v\n%s", err, out)
	}
	for range 60 {
		time.Sleep(time.Second)
		if text, err := os.ReadFile(drafts); err == nil && strings.Contains(string(text), "vcf") {
			break
		}
	}
	time.Sleep(2 * time.Second) // the last of it
	b.isInDraft(drafts)
}

// isInDraft reads the letter out of a folder of drafts.
func (b *bench) isInDraft(path string) {
	b.Helper()
	file, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	text, err := io.ReadAll(file)
	if err != nil {
		b.Fatal(err)
	}
	_, letter, _ := strings.Cut(string(text), "\n") // after the line between two letters
	m, err := mail.ReadMessage(strings.NewReader(letter))
	if err != nil {
		b.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || subject != b.letter.Subject {
		b.Errorf("the subject is %q: %v", subject, err)
	}
	for header, want := range map[string][]string{"To": emails(b.letter.To), "Bcc": emails(b.letter.Bcc)} {
		list, err := m.Header.AddressList(header)
		var got []string
		for _, a := range list {
			got = append(got, a.Address)
		}
		if err != nil || !slices.Equal(got, want) {
			b.Errorf("%s is %v: %v", header, got, err)
		}
	}
	want := []string{"|" + strings.TrimSpace(b.letter.Text)}
	for _, path := range b.letter.Files {
		want = append(want, filepath.Base(path)+"|content of "+filepath.Base(path))
	}
	if got := b.partsOf(m); !slices.Equal(got, want) {
		b.Errorf("its parts are %q, want %q", got, want)
	}
}

// partsOf are the parts of a message, each its file's name, a line and its content.
func (b *bench) partsOf(m *mail.Message) (got []string) {
	b.Helper()
	_, parameters, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		b.Fatal(err)
	}
	parts := multipart.NewReader(m.Body, parameters["boundary"])
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return got
		}
		if err != nil {
			b.Fatal(err)
		}
		var content io.Reader = part
		if part.Header.Get("Content-Transfer-Encoding") == "base64" {
			content = base64.NewDecoder(base64.StdEncoding, part)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			b.Fatal(err)
		}
		got = append(got, part.FileName()+"|"+strings.TrimSpace(strings.ReplaceAll(string(text), "\r", "")))
	}
}
