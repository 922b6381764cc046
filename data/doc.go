// Package data holds what CoP Leader knows: plain types for one community of
// practice, the checks a value must pass before it is kept, and the rules that
// turn rows into figures. It touches no file, speaks no language and draws no
// window; data/README.md is its specification.
package data
