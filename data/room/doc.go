// Package room is a meeting under way (data/README.md, The room): its parts and their clock, what a chat has voted, and what everybody in
// the room may see. It knows no window and no file.
package room
