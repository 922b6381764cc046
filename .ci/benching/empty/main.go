// Command empty opens an empty window of the toolkit, as large as the program's: what a start costs whatever is in it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	app.SetMetadata(fyne.AppMetadata{ID: "app.copleader.empty", Name: "Empty", Migrations: map[string]bool{"fyneDo": true}})
	window := app.New().NewWindow("Empty window")
	window.Resize(fyne.NewSize(1280, 800))
	window.ShowAndRun()
}
