package exchange_test

import (
	"encoding/xml"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// officeMacro does, in one LibreOffice, what is written in a list: a deed a line, its parts between tabs.
const officeMacro = `Sub Run
  Dim files, jobs, word, book, spot, load(2) As New com.sun.star.beans.PropertyValue, how(0) As New com.sun.star.beans.PropertyValue
  On Error GoTo Failed
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  jobs = createUnoService("com.sun.star.io.TextInputStream")
  jobs.setInputStream(files.openFileRead("JOBS"))
  jobs.setEncoding("UTF-8")
  Do While Not jobs.isEOF()
    word = Split(jobs.readLine(), Chr(9))
    If UBound(word) > 2 Then spot = book.Sheets.getByName(word(1)).getCellRangeByName(word(2))
    If UBound(word) >= 0 Then
      Select Case word(0)
      Case "open"
        load(0).Name = "Hidden" : load(0).Value = True
        load(1).Name = "FilterOptions" : load(1).Value = "59,34,76,1,,1031,false,true" ' for texts: semicolons, quotes, UTF-8, every column as it is guessed
        load(2).Name = "Silent" : load(2).Value = True
        book = StarDesktop.loadComponentFromURL(word(1), "_blank", 0, load())
      Case "text"
        spot.String = Join(Split(word(3), "\n"), Chr(10))
      Case "number"
        spot.Value = CDbl(word(3))
      Case "formula"
        spot.Formula = word(3)
      Case "unname"
        Do While book.NamedRanges.Count > 0
          book.NamedRanges.removeByName(book.NamedRanges.ElementNames(0))
        Loop
      Case "save"
        how(0).Name = "FilterName" : how(0).Value = word(1)
        book.storeToURL(word(2), how())
      Case "close"
        book.close(True)
      End Select
    End If
  Loop
Failed:
  If Err <> 0 Then
    Open "FAULT" For Output As #1
    Print #1, Err & ": " & Error$ & " in line " & Erl
    Close #1
  End If
  StarDesktop.terminate()
End Sub
`

// installed keeps LibreOffice from putting its own macros in the place of ours when it starts for the first time.
const installed = `<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>`

const (
	asXLSX = "Calc MS Excel 2007 XML"
	asODS  = "calc8"
	asXLS  = "MS Excel 97"
)

// office is what one LibreOffice is to do.
type office struct {
	dir   string
	deeds []string
}

func (o *office) do(parts ...string) { o.deeds = append(o.deeds, strings.Join(parts, "\t")) }

// open opens a file of this name with the content; it may be filled in and saved as often as one likes.
func (o *office) open(t testing.TB, name string, content []byte) {
	t.Helper()
	path := filepath.Join(o.dir, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	o.do("open", fileURL(path))
}

// save saves what is open under a name.
func (o *office) save(name, filter string) { o.do("save", filter, fileURL(o.path(name))) }

func (o *office) path(name string) string { return filepath.Join(o.dir, "saved", name) }

// saved is what was saved under a name.
func (o *office) saved(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(o.path(name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func fileURL(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

// run starts LibreOffice, once for all deeds.
func (o *office) run(t testing.TB, soffice string) {
	t.Helper()
	jobs, fault := filepath.Join(o.dir, "jobs"), filepath.Join(o.dir, "fault")
	var macro strings.Builder
	if err := xml.EscapeText(&macro, []byte(strings.NewReplacer("JOBS", fileURL(jobs), "FAULT", fileURL(fault)).Replace(officeMacro))); err != nil {
		t.Fatal(err)
	}
	library := func(name, rest string) string {
		return `<library:` + name + ` xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink" ` + rest + `</library:` + name + `>`
	}
	basic := filepath.Join(o.dir, "profile", "user", "basic")
	for path, text := range map[string]string{
		jobs:                               strings.Join(o.deeds, "\n"),
		filepath.Join(basic, "script.xlc"): library("libraries", `><library:library library:name="Standard" library:link="false"/>`),
		filepath.Join(basic, "dialog.xlc"): library("libraries", `><library:library library:name="Standard" library:link="false"/>`),
		filepath.Join(basic, "Standard", "script.xlb"):          library("library", `library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Jobs"/>`),
		filepath.Join(basic, "Standard", "dialog.xlb"):          library("library", `library:name="Standard" library:readonly="false" library:passwordprotected="false">`),
		filepath.Join(basic, "Standard", "Jobs.xba"):            `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Jobs" script:language="StarBasic">` + macro.String() + `</script:module>`,
		filepath.Join(basic, "..", "registrymodifications.xcu"): installed,
		o.path("here"): "",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said, err := exec.Command(soffice, "-env:UserInstallation="+fileURL(filepath.Join(o.dir, "profile")), "--headless", "--norestore", "--nologo", "macro:///Standard.Jobs.Run").CombinedOutput()
	if wrong, there := os.ReadFile(fault); err != nil || there == nil {
		t.Fatalf("%v\n%s\n%s", err, said, wrong)
	}
}
