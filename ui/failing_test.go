package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/store"
	"copleader/ui/intake"
	"copleader/ui/look"
	"copleader/ui/uitest"
)

// failing is a window in which something goes wrong.
type failing struct {
	*stage
	faults *datatest.Faults // of the file that is open
	seen   func(name string)
}

// failings are what goes wrong, each with what it leaves to be seen.
var failings = []struct {
	name string
	do   func(f failing)
}{
	{"a file that can't be read", func(f failing) {
		f.faults.Set(datatest.Reading(data.Fault(data.CodeUnreadable, "The file cannot be read just now.")))
		f.pages(func(name string) {
			if name == intake.Page || name == "overview" { // which begins with what is no row of the file, and which was read before
				return
			}
			f.Want("Try again")
		})
	}},
	{"a file that is only read", func(f failing) {
		path := f.w.shell.store.Path()
		f.w.closeCommunity()
		f.reopened(path)
		f.Want("Read only")
		f.pages(func(string) {})
	}},
	{"a full disk", func(f failing) {
		f.faults.Set(datatest.Writing(datatest.DiskFull))
		f.goToMember(3)
		f.Type("Unit", "Everything there is")
		f.Leave()
		f.Want("is full")
		f.seen("field")
		f.Fire("file.open")
		f.seen("question")
		f.Key(fyne.KeyEscape)
		f.Fire("view.events")
		f.Fire("edit.new")
		f.TapNode(f.ByID("button", "save"))
		f.seen("form")
	}},
	{"a document that can't be made", func(f failing) {
		f.Fire("view.share")
		f.faults.Set(datatest.Reading(datatest.DiskFull))
		f.Fire("share.open.roster")
		f.seen("list")
		f.Fire("share.open.sponsor")
		f.seen("document")
	}},
	{"a search without a find", func(f failing) {
		f.pages(func(name string) {
			if f.Fire("edit.find") {
				f.Keys("zzzzqq")
			}
		})
		for _, id := range []string{"edit.findAll", "help.palette", "help.keys", "help.manual"} {
			f.Fire(id)
			f.Keys("zzzzqq")
			f.seen(id)
			f.Key(fyne.KeyEscape)
			f.Key(fyne.KeyEscape)
		}
	}},
	{"something that is not brought in", func(f failing) {
		folder := f.t.TempDir()
		for name, content := range map[string]string{"program.exe": "MZ\x90\x00\x03", "spoilt.xlsx": "PK\x03\x04 nonsense", "empty.csv": "", "picture.png": "\x89PNG\r\n"} {
			path := filepath.Join(folder, name)
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				f.t.Fatal(err)
			}
			f.w.dropped([]string{path})
			f.seen(name)
			f.Key(fyne.KeyEscape)
		}
	}},
	{"a file that is no community", func(f failing) {
		path := filepath.Join(f.t.TempDir(), "a file with a long name that holds something else.cop")
		if err := os.WriteFile(path, []byte("something else"), 0o600); err != nil {
			f.t.Fatal(err)
		}
		f.start(Start{File: path})
		f.Want("This file could not be opened")
		f.seen("foreign")
		f.start(Start{File: filepath.Join(f.t.TempDir(), "gone.cop")})
		f.seen("gone")
		f.start(Start{File: f.damaged()})
		f.seen("damaged")
		f.Tap("Take what can be read into a new file")
		f.Want("What could not be read")
		f.seen("rescued")
	}},
}

// Given what can go wrong, in an ordinary window and the smallest with the largest text, when the pages are gone to and something is done,
// then what is said of it fits, with a way on where there is one. Pictures of it are left where a folder for them is named.
func TestWhatGoesWrongFits(t *testing.T) {
	for size, o := range map[string]uitest.Options{"light": {}, "dark": {Dark: true}, "huge": {Width: 960, Height: 640, Scale: 2}} {
		if o.Dark && !uitest.KeepsPictures() {
			continue
		}
		for _, wrong := range failings {
			t.Run(wrong.name+", "+size, func(t *testing.T) {
				f := failing{stage: setStage(t, o)}
				f.faulty = true
				s, faults := datatest.Breakable(t)
				f.faults = faults
				f.folders.Runtime = filepath.Join(t.TempDir(), "runtime")
				f.w.setup.Folders = f.folders
				f.w.show(s, false)
				switch {
				case o.Dark:
					f.w.setLook(look.Dark, ordinaryScale)
				case o.Scale == 2:
					f.w.setLook(look.Light, len(scales)-1)
				}
				f.seen = func(name string) {
					f.Keep("failing-" + size + "-" + wrong.name + "-" + name)
					f.w.frame.bar.Dismiss() // it lies over the page
					for _, fault := range f.Misfits() {
						t.Errorf("%s: %s", name, fault)
					}
				}
				wrong.do(f)
			})
		}
	}
}

// pages goes to each page, does something there and sees what is left.
func (f failing) pages(do func(name string)) {
	for _, spec := range pageSpecs {
		f.Fire("view." + spec.name)
		if f.w.shell.at.spec.name != spec.name {
			continue // not for reading only
		}
		do(spec.name)
		f.seen(spec.name)
	}
}

// reopened opens the file again while another window has it.
func (f failing) reopened(path string) {
	other, err := store.Open(context.Background(), path, store.Options{Owner: "Olena"})
	if err != nil {
		f.t.Fatal(err)
	}
	f.t.Cleanup(func() { _ = other.Close() })
	f.start(Start{File: path})
}
