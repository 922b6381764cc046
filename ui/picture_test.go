package ui

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/ui/look"
	"copleader/ui/uitest"
)

// TestPicture leaves pictures to be looked at in the folder that the environment names.
func TestPicture(t *testing.T) {
	folder := os.Getenv("COPLEADER_PICTURES")
	if folder == "" {
		t.Skip("COPLEADER_PICTURES names no folder")
	}
	for name, o := range map[string]struct {
		uitest.Options
		variant look.Variant
		scale   int
	}{
		"light": {uitest.Options{}, look.Light, ordinaryScale},
		"dark":  {uitest.Options{}, look.Dark, ordinaryScale},
		"huge":  {uitest.Options{Width: 960, Height: 640}, look.Light, len(scales) - 1},
		"tiny":  {uitest.Options{Width: 960, Height: 640}, look.Light, 0},
	} {
		st := setStage(t, o.Options)
		st.start(Start{Demo: true})
		st.w.setLook(o.variant, o.scale)
		st.Settle()
		st.Picture(filepath.Join(folder, "shell-"+name+".png"))
		st.Fire("help.palette")
		st.Keys("li")
		st.Settle()
		st.Picture(filepath.Join(folder, "palette-"+name+".png"))
		st.Key(fyne.KeyEscape)
		for _, spec := range pageSpecs {
			st.Fire("view." + spec.name)
			st.Picture(filepath.Join(folder, "page-"+spec.name+"-"+name+".png"))
		}
		st.Fire("help.keys")
		st.Picture(filepath.Join(folder, "keys-"+name+".png"))
	}
	st := setStage(t, uitest.Options{})
	st.start(Start{})
	st.Tap("Start")
	st.Picture(filepath.Join(folder, "start.png"))
	st.start(Start{File: filepath.Join(t.TempDir(), "gone.cop")})
	st.Picture(filepath.Join(folder, "closed.png"))
}
