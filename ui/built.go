package ui

import (
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/kit"
)

// The libraries that whoever helps a leader asks for first, by the paths of their modules.
const (
	toolkitModule   = "fyne.io/fyne/v2"
	previewerModule = "github.com/klippa-app/go-pdfium"
)

// BuiltWith tells what the program was built from and with, a line each. Packaging names the commit; a build that was told none
// looks into itself.
func BuiltWith(say *words.Say, commit string) []string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	if commit == "" {
		commit = setting(info, "vcs.revision")
	}
	known := func(version string) string {
		if version == "" {
			return say.Text("unknown")
		}
		return strings.TrimPrefix(version, "v")
	}
	return []string{
		say.Text("commit %s", known(commit)),
		"SQLite " + store.SQLiteVersion(),
		"Fyne " + known(moduleVersion(info, toolkitModule)),
		"PDFium (go-pdfium " + known(moduleVersion(info, previewerModule)) + ")",
		"Go " + strings.TrimPrefix(runtime.Version(), "go") + " (" + runtime.GOOS + "/" + runtime.GOARCH + ")",
	}
}

// Metadata is what FyneApp.toml tells of the program. It is the file that packaging reads too, ours and simple, so a line is a name and a value.
func Metadata(toml string, icon []byte) fyne.AppMetadata {
	meta := fyne.AppMetadata{Migrations: map[string]bool{}, Icon: fyne.NewStaticResource("Icon.png", icon)}
	section := ""
	for line := range strings.Lines(toml) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = line
			continue
		}
		name, value, _ := strings.Cut(line, "=")
		name, value = strings.TrimSpace(name), strings.Trim(strings.TrimSpace(value), `"`)
		switch section + name {
		case "[Details]Name":
			meta.Name = value
		case "[Details]ID":
			meta.ID = value
		case "[Details]Version":
			meta.Version = value
		case "[Details]Build":
			meta.Build, _ = strconv.Atoi(value) // a build without a number is build 0
		case "[Migrations]" + name:
			meta.Migrations[name] = value == "true"
		}
	}
	return meta
}

func setting(info *debug.BuildInfo, key string) string {
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}

func moduleVersion(info *debug.BuildInfo, path string) string {
	for _, m := range info.Deps {
		if m.Path == path {
			return m.Version
		}
	}
	return ""
}

// changesHeading begins the README's last section.
const changesHeading = "\n## What has changed\n"

// Changes cuts from the README what has changed from version to version, as the leader is told it.
func Changes(readme string) string {
	_, changes, _ := strings.Cut(readme, changesHeading)
	return strings.TrimSpace(changes)
}

// releases lays out what has changed: versions as headings, each change a line.
func releases(changes string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for block := range strings.SplitSeq(strings.ReplaceAll(changes, "\n- ", "\n\n- "), "\n\n") {
		text := strings.Join(strings.Fields(strings.NewReplacer("**", "", "`", "").Replace(block)), " ")
		switch {
		case text == "":
		case strings.HasPrefix(text, "### "):
			out = append(out, kit.NewBody(kit.Bold(strings.TrimPrefix(text, "### "))))
		default:
			out = append(out, kit.NewBody(kit.Plain(strings.Replace(text, "- ", "– ", 1))))
		}
	}
	return out
}
