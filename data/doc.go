// Package data holds what CoP Leader knows: plain types for one community of
// practice, the checks a value must pass before it is kept, and the rules that
// turn rows into figures. It touches no file, speaks no language and draws no
// window; data/README.md is its specification.
//
// The names of its files say what they hold: rows_ the rows of the file with their
// descriptions and checks, fields_ how a field is described, figures_ what follows
// from rows, texts_ what things are called and how texts are cleaned, folded and
// put in order, person_ what touches one person (erasing, their own file), form_
// what comes back on a ballot or a questionnaire. A plain value such as Date has a
// file of its own name; Snapshot is all rows together.
package data
