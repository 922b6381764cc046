// Package desk is the desktop outside the window: where its folders lie and which time zone it keeps, whether there is a screen, and
// the programs of the system that open files, print them and send letters. It knows no window.
package desk
