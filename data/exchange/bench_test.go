package exchange_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"copleader/data/exchange"
)

// BenchmarkPeopleIn reads ten thousand people out of a text in columns.
func BenchmarkPeopleIn(b *testing.B) {
	var text strings.Builder
	text.WriteString("Vorname;Nachname;E-Mail;Telefon;Abteilung;Mitglied seit;Kenntnisse\n")
	for i := range 10_000 {
		fmt.Fprintf(&text, "Jürgen%d;Groß%d;juergen%d@meridian.example;+49 %d;Prüfstand;%d.11.2025;rigs, flaky tests\n", i, i, i, i, 1+i%30)
	}
	f := exchange.File{Content: []byte(text.String())}
	for b.Loop() {
		tables, err := exchange.Tables(context.Background(), f)
		if err != nil {
			b.Fatal(err)
		}
		if people := exchange.PeopleIn(&tables[0], exchange.GuessColumns(&tables[0], exchange.People)); len(people) != 10_000 {
			b.Fatal(len(people))
		}
	}
}
