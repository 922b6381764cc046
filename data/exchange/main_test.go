package exchange

import (
	"os"
	"testing"
	"time"
)

// TestMain lets files be read as long as a busy machine takes: what a test says of a file must not hang on its speed.
func TestMain(m *testing.M) {
	maxTime = 10 * time.Minute
	os.Exit(m.Run())
}
