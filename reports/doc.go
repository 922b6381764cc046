// Package reports makes the documents: what the leader prints, sends or hangs
// on the wall. One name is one file. Each document is made in memory from one
// snapshot of the community file; it knows no window and no path until Export
// puts it into a folder.
package reports
