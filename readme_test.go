package main

import (
	"os"
	"regexp"
	"testing"

	"copleader/reports"
)

// Given the README, then its table names every document that can be exported, and the file it becomes.
func TestReadmeNamesEveryDocument(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]string{}
	words := regexp.MustCompile("`([^`]+)`")
	for _, row := range regexp.MustCompile(`(?m)^\| (.+) \| (.+) \| .+ \|$`).FindAllStringSubmatch(string(text), -1) {
		names, files := words.FindAllStringSubmatch(row[1], -1), words.FindAllStringSubmatch(row[2], -1)
		for i := range min(len(names), len(files)) {
			named[names[i][1]] = files[i][1]
		}
	}
	for _, d := range reports.Documents() {
		if named[d.Name] != d.File {
			t.Errorf("%s is told as %q, it is %s", d.Name, named[d.Name], d.File)
		}
		delete(named, d.Name)
	}
	for name, file := range named {
		t.Errorf("%s, %s is no document", name, file)
	}
}
