package desk

// Room is what a screen has for windows, its bars and docks left out, in the units in which the system measures windows.
type Room struct{ Width, Height int }
