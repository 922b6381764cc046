package kit

import "strconv"

// itoa writes a count in digits.
func itoa(n int) string { return strconv.Itoa(n) }
