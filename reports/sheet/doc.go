// Package sheet makes workbooks: sheets of rows with one look, live formulas,
// charts, drop-downs and protection, written as XLSX.
//
// Rows are streamed from top to bottom, so that a long sheet costs no more
// memory than a short one. The first failure is kept, later calls do nothing,
// and Write returns it. The same calls give the same bytes.
package sheet
