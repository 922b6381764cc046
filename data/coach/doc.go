// Package coach looks at a community as it stands on a day and says what might
// be worth doing next, and why (data/README.md, Coach). Each rule is one small
// function: data in, at most a finding out. It never grades or ranks anybody,
// and it is silent where there is too little to go by.
package coach
