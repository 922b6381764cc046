// Package formembers makes the documents for the members, from the charter to the
// minutes. Each is one function from a draft.
package formembers
