// Package figures reckons what may be told of a period outside the community:
// aggregates only, few answers and few people withheld. The results workbook, the
// report to the sponsors and the letter with it give the same figures by name.
package figures
