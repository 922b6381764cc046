// Package forhealthcheck makes the documents for a health check: the cards, the
// ballots and the survey to fill in. Each is one function from a draft.
package forhealthcheck
