package reports_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"
)

// python runs a script that reads a file from its input and prints JSON, with a
// python that has the module: the one on the path, else the system's own. Where
// neither has it the test is skipped, but never where everything is said to be
// installed.
func python(t testing.TB, module, script string, input []byte, result any) {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(name, "-c", "import "+module).Run() != nil {
			continue
		}
		cmd := exec.Command(name, "-c", script)
		cmd.Stdin = bytes.NewReader(input)
		cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
		var complaint bytes.Buffer
		cmd.Stderr = &complaint
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v\n%s", module, err, &complaint)
		}
		if err := json.Unmarshal(out, result); err != nil {
			t.Fatalf("%s: %v\n%s", module, err, out)
		}
		return
	}
	if os.Getenv("CI") == "true" {
		t.Fatalf("python's module %s is missing", module)
	}
	t.Skipf("python's module %s is missing", module)
}
