package page

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// withCatalog adds to a finished PDF what the library cannot write: the
// language, that the title is to be shown, and how to print. The catalog is
// the last object of the file, so that only the place of the table after it
// moves. A file that does not look as expected is left as it is.
func withCatalog(pdf []byte, setup Setup) []byte {
	const (
		catalog = "/Type /Catalog\n"
		table   = "startxref\n"
	)
	at := bytes.LastIndex(pdf, []byte(catalog))
	tail := bytes.LastIndex(pdf, []byte(table))
	if at < 0 || tail < at {
		return pdf
	}
	at += len(catalog)
	tail += len(table)
	digits := bytes.IndexByte(pdf[tail:], '\n')
	if digits < 0 {
		return pdf
	}
	offset, err := strconv.Atoi(string(pdf[tail : tail+digits]))
	if err != nil || offset < at {
		return pdf
	}
	entries := catalogEntries(setup)
	var out bytes.Buffer
	out.Grow(len(pdf) + len(entries) + 8)
	out.Write(pdf[:at])
	out.WriteString(entries)
	out.Write(pdf[at:tail])
	fmt.Fprintf(&out, "%d", offset+len(entries))
	out.Write(pdf[tail+digits:])
	return out.Bytes()
}

func catalogEntries(setup Setup) string {
	preferences := ""
	if setup.Title != "" {
		preferences += " /DisplayDocTitle true"
	}
	if setup.ActualSize {
		preferences += " /PrintScaling /None"
	}
	if setup.TwoSided {
		preferences += " /Duplex /DuplexFlipLongEdge"
	}
	entries := ""
	if languageTag.MatchString(setup.Language) {
		entries += "/Lang (" + setup.Language + ")\n"
	}
	if preferences != "" {
		entries += "/ViewerPreferences <<" + preferences + " >>\n"
	}
	return entries
}
