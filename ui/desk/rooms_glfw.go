//go:build !ci

package desk

import "github.com/go-gl/glfw/v3.4/glfw"

// Rooms are those of the screens, first that of the main one; none where they can't be told. The toolkit tells no screen's size, so the
// library is asked that it makes windows with: on the goroutine of the windows, once there is one.
func Rooms() []Room {
	var rooms []Room
	for _, screen := range glfw.GetMonitors() { // the main one stands first
		if _, _, width, height := screen.GetWorkarea(); width > 0 && height > 0 {
			rooms = append(rooms, Room{width, height})
		}
	}
	return rooms
}
