package ui

import (
	"path/filepath"
)

// marksApart gives things of which some are called the same a mark each: the first of some kinds in which all that share a name differ, else
// the last kind. What has its name alone gets "".
func marksApart(names []string, kinds ...func(i int) string) []string {
	marks, sharing := make([]string, len(names)), map[string][]int{}
	for i, name := range names {
		sharing[name] = append(sharing[name], i)
	}
	for _, same := range sharing {
		if len(same) < 2 {
			continue
		}
		for n, kind := range kinds {
			if last := n == len(kinds)-1; last || allDiffer(same, kind) {
				for _, i := range same {
					marks[i] = kind(i)
				}
				break
			}
		}
	}
	return marks
}

// allDiffer tells whether a kind of mark tells all of some things apart.
func allDiffer(same []int, kind func(i int) string) bool {
	seen := map[string]bool{}
	for _, i := range same {
		mark := kind(i)
		if mark == "" || seen[mark] {
			return false
		}
		seen[mark] = true
	}
	return true
}

// placesOf are marks of files by where they lie, the shortest first.
func placesOf(path func(i int) string) []func(i int) string {
	return []func(i int) string{
		func(i int) string { return filepath.Base(filepath.Dir(path(i))) },
		func(i int) string { return filepath.Dir(path(i)) },
	}
}

// shellName is the name of the open community, or of its file where it could not be read.
func (w *Window) shellName() string {
	if s := w.shell.snapshot; s != nil && s.Community.Name != "" {
		return s.Community.Name
	}
	return stemOf(w.shell.store.Path())
}

// called is what the open community is called where others that were opened here have the same name: with its file, or the folder of it.
func (w *Window) called(community string) string {
	if w.shell == nil || w.demo {
		return community
	}
	names, paths := []string{community}, []string{w.shell.store.Path()}
	for _, r := range w.recent {
		if r.name == community && r.path != paths[0] {
			names, paths = append(names, r.name), append(paths, r.path)
		}
	}
	kinds := append([]func(i int) string{func(i int) string { return stemOf(paths[i]) }}, placesOf(func(i int) string { return paths[i] })...)
	if mark := marksApart(names, kinds...)[0]; mark != "" {
		return community + " (" + mark + ")"
	}
	return community
}
