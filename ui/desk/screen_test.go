package desk

import "testing"

func TestDisplayNames(t *testing.T) {
	t.Parallel()
	for _, display := range []string{"", "nonsense", ":", ":x", ":-1", ":4711", "localhost:4711", "/nowhere/socket:0"} {
		if x11Reachable(display) {
			t.Errorf("%q is said to be reachable", display)
		}
	}
}
