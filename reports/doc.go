// Package reports makes the documents: what the leader prints, sends or hangs
// on the wall. One name is one file. Each document is made in memory from one
// snapshot of the community file; it knows no window and no path until Export
// puts it into a folder.
//
// The register of the documents, the way they are written and the letters that
// carry them are here. The documents themselves lie in a package for each kind of
// reader (forhealthcheck, formembers, forsponsors, forleader); what they share lies
// below these (press, figures, chartertext; page, sheet).
package reports
