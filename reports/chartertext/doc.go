// Package chartertext is the charter in words: what a version keeps, the printed
// charter shows and the community's page tells, and what changed between two texts.
package chartertext
