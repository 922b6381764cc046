package ui

import "fyne.io/fyne/v2/lang"

// Language is the reader's, from the variables that keep it; "" where none does.
func Language(env func(string) string) string { return firstSet(env, "LC_ALL", "LC_MESSAGES", "LANG") }

// Region is whose habits the numbers and lists, or the days, on this computer follow, by the variable for them.
func Region(env func(string) string, variable string) string {
	if value := firstSet(env, "LC_ALL", variable, "LANG"); value != "" {
		return value
	}
	return lang.SystemLocale().String()
}

// firstSet is the value of the first variable that has one.
func firstSet(env func(string) string, names ...string) string {
	for _, name := range names {
		if value := env(name); value != "" {
			return value
		}
	}
	return ""
}
