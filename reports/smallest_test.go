package reports_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"copleader/reports"
)

// wordBox is where a word stands, as pdftotext tells it.
var wordBox = regexp.MustCompile(`<word xMin="[^"]*" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">([^<]*)`)

// leastBox is how high a word of 7 points is in the lowest of the fonts.
const leastBox = 8.1

// Given names and titles as long as they may be, then on no page are letters smaller than 7 points.
func TestNothingIsSmallerThanSevenPoints(t *testing.T) {
	t.Parallel()
	snap := demoSnapshot(t)
	snap.Community.Name = "Gemeinschaft der Testerinnen und Tester der Meridian AG"
	for i := range snap.Members {
		snap.Members[i].Name = "Maximiliane-Konstantina Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst die Jüngere"
	}
	for i := range snap.Events {
		snap.Events[i].Title = strings.Repeat("Donaudampfschifffahrtsgesellschaft ", 3)
	}
	for i := range snap.CardVersions {
		c := &snap.CardVersions[i]
		c.Title, c.Low, c.High = "Zusammenarbeit über Abteilungsgrenzen hinweg und weiter", strings.Repeat("Jede löst dasselbe allein. ", 7), strings.Repeat("Wir beenden es gemeinsam. ", 7)
	}
	for i := range snap.Rounds {
		snap.Rounds[i].Name = "The health check that we did together in the autumn"
	}
	for _, doc := range reports.AllDocuments() {
		if doc.Kind() != "pdf" {
			continue
		}
		for _, word := range wordBox.FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", save(t, doc.File, rightOrSaysWhyNot(t, doc, snap)), "-"), -1) {
			top, _ := strconv.ParseFloat(word[1], 64)
			if bottom, err := strconv.ParseFloat(word[2], 64); err != nil || bottom-top < leastBox {
				t.Errorf("%s: %q is %.1f points high, %v", doc.Name, word[3], bottom-top, err)
				break
			}
		}
	}
}
