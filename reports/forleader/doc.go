// Package forleader makes the documents for the next event, and for whoever leads:
// the kit and the announcement, the lists of members, everything about a person,
// the binder for the next leader. Each is one function from a draft.
package forleader
