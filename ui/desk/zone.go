package desk

// Zone is the time zone that this computer keeps.
type Zone struct {
	Name string // as IANA has it; "" where nothing tells it
	// Sure is that the system says so. A zone that was found by comparing clocks may be a neighbour's, and is asked about.
	Sure bool
}
