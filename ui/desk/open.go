package desk

import "time"

// openMost is how long a program that opens something may take to say that it can't; one that is still at it by then has opened it.
const openMost = 3 * time.Second
