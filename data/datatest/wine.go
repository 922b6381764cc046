//go:build wine

package datatest

import _ "unsafe" // for the name below

// Wine 8 lacks one of the two calls by which Go removes folders with all that is in them, and answers that call in a way that Windows
// never does, so that Go doesn't fall back on the other. Tests under Wine (.ci/windows) have it do so from the start.
//
//go:linkname removeTheOlderWay internal/syscall/windows.TestDeleteatFallback
var removeTheOlderWay bool

func init() { removeTheOlderWay = true }
