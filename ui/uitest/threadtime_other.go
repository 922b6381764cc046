//go:build !linux

package uitest

import "time"

var start = time.Now()

// threadTime is the time that goes by.
func threadTime() time.Duration { return time.Since(start) }
