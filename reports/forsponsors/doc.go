// Package forsponsors makes the documents for the sponsors: the report, the results
// workbook and the value stories. They leave the machine, so they name no member
// unless a story may be told so. Each is one function from a draft.
package forsponsors
