package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"copleader/data"
	"copleader/data/store"
	"copleader/data/words"
	"copleader/ui/desk"
	"copleader/ui/kit"
)

// files is the Files of the program: Fyne's dialogs to choose, a form of our own to name what is saved, and the system's programs
// to open.
type files struct{ window *Window }

// ChooseOpen asks for a file that is there.
func (f files) ChooseOpen(title string, filter kit.Filter, chosen func(path string)) {
	w, say := f.window, f.window.say()
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.deps.Fail(err)
		case file != nil:
			path := file.URI().Path()
			_ = file.Close() // only its name was wanted
			w.folder = filepath.Dir(path)
			chosen(path)
		}
	}, w.win)
	if len(filter.Extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(filter.Extensions))
	}
	d.SetTitleText(title)
	d.SetConfirmText(say.Text("Open"))
	f.showLarge(d)
}

// showLarge shows a file dialog as large as the window allows, with words of our own, where files are usually kept.
func (f files) showLarge(d *dialog.FileDialog) {
	w := f.window
	d.SetDismissText(w.say().Text("Cancel"))
	if folder, err := storage.ListerForURI(storage.NewFileURI(f.usualFolder())); err == nil {
		d.SetLocation(folder)
	}
	// Fyne's dialogs don't know Escape; nothing in this one has the focus at first, so the window gets the key.
	before := w.Canvas().OnTypedKey()
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			d.Dismiss()
		}
	})
	d.SetOnClosed(func() { w.Canvas().SetOnTypedKey(before) })
	d.Show()
	size := w.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width-80, 1000), min(size.Height-80, 720))) // before Show there is nothing to resize
}

// usualFolder is where a file was chosen or saved last, else where the open file lies, else where communities are put, else the
// documents. Where a file lies that is only read, nothing may be written, or it is not ours to fill.
func (f files) usualFolder() string {
	w := f.window
	folders, none := []string{w.folder}, ""
	if w.shell != nil && !w.demo {
		own := filepath.Dir(w.shell.store.Path())
		folders = append(folders, own)
		if w.shell.deps.ReadOnly {
			none = own
		}
	}
	folders = append(folders, w.setup.Folders.Communities(), w.setup.Folders.Documents)
	for _, folder := range folders {
		if isFolder(folder) && folder != none {
			return folder
		}
	}
	home, _ := os.UserHomeDir() // without one, the dialog chooses
	return home
}

// isFolder tells whether there is a folder of that path.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// ChooseSave asks under which name something is to be saved. Fyne's own dialog would empty a file of that name at once, before
// anything is there to put into it; this one only asks.
func (f files) ChooseSave(title, suggestedName string, chosen func(path string)) {
	w, say := f.window, f.window.say()
	name, folder := kit.NewEntry(suggestedName), kit.NewEntry(f.usualFolder())
	name.ID, folder.ID = "save.name", "save.folder"
	choose := kit.NewBtn(kit.Outlined, say.Text("Choose…"), func() { f.chooseFolder(folder.SetText) })
	path := ""
	kit.OpenForm(w.deps, kit.Form{
		Title: title, SaveText: say.Text("Save"), Width: 560,
		Fields: []kit.FormField{
			{Name: "name", Label: say.Text("File name"), Input: name},
			{Name: "folder", Label: say.Text("Folder"), Input: folder},
			{Input: kit.Left(choose)},
		},
		Save: func() (err error) {
			path, err = savePath(folder.Text, name.Text, filepath.Ext(suggestedName))
			return err
		},
		OnClose: func(saved bool) {
			if saved {
				w.folder = filepath.Dir(path)
				f.askOverwrite(path, chosen)
			}
		},
	})
}

// savePath puts folder and name together and sees that they can be.
func savePath(folder, name, ext string) (string, error) {
	name, folder = strings.TrimSpace(name), strings.TrimSpace(folder)
	if name == "" || name != filepath.Base(name) || name == "." || name == ".." {
		return "", data.Invalid("name", "Please give a name without slashes.")
	}
	if !isFolder(folder) {
		return "", data.Invalid("folder", "This folder is not there. Please choose another.")
	}
	if !strings.EqualFold(filepath.Ext(name), ext) {
		name += ext
	}
	path := filepath.Join(folder, name)
	if isFolder(path) {
		return "", data.Invalid("name", "A folder has this name already.")
	}
	return path, nil
}

func (f files) askOverwrite(path string, chosen func(string)) {
	if _, err := os.Stat(path); err != nil {
		chosen(path)
		return
	}
	w, say := f.window, f.window.say()
	w.work.Run(func() func() {
		holds := heldIn(say, path)
		return func() {
			kit.Ask(w.Canvas(), kit.Question{Title: say.Text("Replace the file?"), Text: holds +
				say.Text("“%s” is there already. It stays as it is if the new one can't be written.", filepath.Base(path)),
				Yes: say.Text("Replace"), No: say.Text("Keep"), Loses: true, Do: func() { chosen(path) }})
		}
	})
}

// heldIn says which community a file holds, so that none is replaced that was not meant; of what is no community it says nothing.
func heldIn(say *words.Say, path string) string {
	if !strings.EqualFold(filepath.Ext(path), store.Ext) {
		return ""
	}
	v, err := store.ReadOther(context.Background(), path)
	if err != nil {
		return ""
	}
	leader, _ := v.Leader()
	many := len(v.Members)
	if leader.Name == "" {
		return say.Count(many, "It holds the community “%[2]s” with %[1]d member. ", "It holds the community “%[2]s” with %[1]d members. ", v.Community.Name)
	}
	return say.Count(many, "It holds the community “%[2]s” of %[3]s with %[1]d member. ", "It holds the community “%[2]s” of %[3]s with %[1]d members. ",
		v.Community.Name, leader.Name)
}

func (f files) chooseFolder(chosen func(path string)) {
	w, say := f.window, f.window.say()
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.deps.Fail(err)
		case folder != nil:
			chosen(folder.Path())
		}
	}, w.win)
	d.SetTitleText(say.Text("Choose a folder"))
	d.SetConfirmText(say.Text("Choose"))
	f.showLarge(d)
}

// OpenWithSystem opens a file or a folder with the program the system has for it.
func (files) OpenWithSystem(path string) error {
	if err := desk.Open(path); err != nil {
		fault := data.Fault(data.CodeNotFound, "This computer has no program to open “%s” with. It lies in %s.",
			filepath.Base(path), filepath.Dir(path))
		if info, bad := os.Stat(path); bad == nil && info.IsDir() { // whose name may be one that only the program uses
			fault = data.Fault(data.CodeNotFound, "This computer has no program that shows folders. What you look for lies in %s.", path)
		}
		fault.Cause = err
		return fault
	}
	return nil
}

// communityFiles are the files a community can be opened from.
func (w *Window) communityFiles() kit.Filter {
	return kit.Filter{Name: w.say().Text("Communities"), Extensions: []string{store.Ext}}
}

func (w *Window) askOpen() {
	w.deps.Files.ChooseOpen(w.say().Text("Open a community"), w.communityFiles(), func(path string) { w.open(path, store.Options{}) })
}

// askCopy saves a copy of the open file as it is now.
func (w *Window) askCopy() {
	say, s := w.say(), w.shell
	s.leave()
	name := say.Text("Copy of %s", filepath.Base(s.store.Path()))
	if w.demo {
		name = say.Text("Demo community") + filepath.Ext(s.store.Path())
	}
	w.deps.Files.ChooseSave(say.Text("Save a copy"), name, func(path string) {
		w.work.whenSettled(func() {
			w.work.Run(func() func() {
				err := s.store.Copy(context.Background(), path)
				return func() {
					if err != nil {
						w.deps.Fail(err)
						return
					}
					w.notice(kit.Notice{Text: say.Text("A copy is saved as “%s” in %s.", filepath.Base(path), filepath.Dir(path))})
				}
			})
		})
	})
}

func (w *Window) openFolder() {
	w.deps.OpenWithSystem(filepath.Dir(w.shell.store.Path()))
}

// freeName is the first name in a folder that nothing has yet: "My community.cop", "My community 2.cop".
func freeName(folder, name string) string {
	ext := filepath.Ext(name)
	for n := 1; ; n++ {
		try := name
		if n > 1 {
			try = fmt.Sprintf("%s %d%s", strings.TrimSuffix(name, ext), n, ext)
		}
		path := filepath.Join(folder, try)
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) || n > 999 {
			return path
		}
	}
}
