package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
	"copleader/ui/uitest"
)

// TestPicture leaves pictures to be looked at in the folder that the environment names.
func TestPicture(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for name, o := range map[string]struct {
		uitest.Options
		variant look.Variant
		scale   int
		file    func(t *testing.T) string // the demo when nil
	}{
		"light": {uitest.Options{}, look.Light, ordinaryScale, nil},
		"dark":  {uitest.Options{}, look.Dark, ordinaryScale, nil},
		"high":  {uitest.Options{}, look.High, ordinaryScale, nil},
		"huge":  {uitest.Options{Width: 960, Height: 640}, look.Light, len(scales) - 1, nil},
		"200":   {uitest.Options{}, look.Light, len(scales) - 1, nil},
		"tiny":  {uitest.Options{Width: 960, Height: 640}, look.Light, 0, nil},
		"empty": {uitest.Options{}, look.Light, ordinaryScale, emptyCommunity},
		"wide":  {uitest.Options{Width: 2560, Height: 1440}, look.Light, ordinaryScale, nil},
		"vast":  {uitest.Options{Width: 2560, Height: 1440}, look.Light, len(scales) - 1, nil},
		"long":  {uitest.Options{Say: uitest.Longer(t)}, look.Light, ordinaryScale, longNames},
	} {
		st := setStage(t, o.Options)
		if o.file == nil {
			st.start(Start{Demo: true})
		} else {
			st.start(Start{File: o.file(t)})
		}
		st.w.setLook(o.variant, o.scale)
		st.Settle()
		st.Keep("shell-" + name)
		st.Fire("help.palette")
		st.Keys("li")
		st.Settle()
		st.Keep("palette-" + name)
		st.Key(fyne.KeyEscape)
		for _, spec := range pageSpecs {
			st.Fire("view." + spec.name)
			st.Keep("page-" + spec.name + "-" + name)
		}
		st.Fire("help.keys")
		st.Keep("keys-" + name)
	}
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.Tap("Start")
	st.Keep("start")
	for _, name := range []string{"team.cop", "other.cop"} {
		st.copyOf(st.inUsualFolder(name, "Πυξίδα "+name))
	}
	st.w.showStart()
	st.Keep("start-found")
	st.start(Start{File: filepath.Join(t.TempDir(), "gone.cop")})
	st.Keep("closed")
}
