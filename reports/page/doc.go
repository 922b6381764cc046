// Package page makes printed documents: paper and its grid of cards, text in
// every script, drawn symbols and simple charts, written as PDF.
//
// Lengths are millimetres from the top left corner of the paper; text sizes
// and line widths are points. A Document belongs to one goroutine, a Fonts may
// be shared by any number of documents. The same calls give the same bytes as
// long as only embedded fonts are used.
//
// Nothing in here panics into the caller: the first failure is kept, later
// calls do nothing, and Write returns it.
package page
