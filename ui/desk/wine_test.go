//go:build linux

package desk

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Given Wine, when this room's tests for Windows run there, then all pass and none is left out. They write into the registry, so they
// run nowhere else. COPLEADER_WINE is Wine's program:
//
//	COPLEADER_WINE=/usr/lib/wine/wine64 go test -tags ci,migrated_fynedo ./ui/desk -run TestOnWine -v
//
// It needs wine64 and gcc-mingw-w64-x86-64.
func TestOnWine(t *testing.T) {
	wine := os.Getenv("COPLEADER_WINE")
	if wine == "" {
		t.Skip("COPLEADER_WINE names no Wine to test with")
	}
	prefix, built := filepath.Join(t.TempDir(), "wine"), t.TempDir()
	environment := append(os.Environ(), "WINEPREFIX="+prefix, "WINEARCH=win64", "WINEDEBUG=-all", "WINEDLLOVERRIDES=mapi32=n;mscoree=", "DISPLAY=",
		"COPLEADER_ON_WINE=1")
	said := filepath.Join(built, "said") // a file, since Wine's server stays for a while and would hold on to a pipe
	run := func(name string, args ...string) string {
		t.Helper()
		out, err := os.Create(said)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(name, args...)
		cmd.Env, cmd.Stdout, cmd.Stderr = environment, out, out
		err = errors.Join(cmd.Run(), out.Close())
		text, reading := os.ReadFile(said)
		if err := errors.Join(err, reading); err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, text)
		}
		return string(text)
	}
	t.Cleanup(func() {
		stop := exec.Command(filepath.Join(filepath.Dir(wine), "wineserver64"), "-k")
		stop.Env = environment
		_ = stop.Run() // what doesn't run needn't be stopped
	})
	run(wine, "wineboot", "-i")
	system := filepath.Join(prefix, "drive_c/windows/system32")
	run("x86_64-w64-mingw32-gcc", "-shared", "-o", filepath.Join(system, "bcryptprimitives.dll"), "testdata/random.c", "-ladvapi32")
	run("x86_64-w64-mingw32-gcc", "-shared", "-o", filepath.Join(system, "mapi32.dll"), "testdata/mapi32.c")
	program := filepath.Join(built, "desk.exe")
	build := exec.Command("go", "test", "-c", "-tags", "ci,migrated_fynedo", "-o", program, ".")
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	told := run(wine, program, "-test.v")
	t.Log(told)
	if !strings.Contains(told, "--- PASS: TestLetterByMAPI") || strings.Contains(told, "--- SKIP") || !strings.HasSuffix(strings.TrimSpace(told), "PASS") {
		t.Error("not all tests ran there")
	}
}
