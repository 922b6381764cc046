package exchange_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"copleader/data"
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

// questionnaires are three hundred of one round, each filled in in its own way.
func questionnaires(b *testing.B) (*data.Snapshot, []exchange.File) {
	b.Helper()
	s := community(b)
	blank := form(b, s, s.Rounds[1].ID)
	var files []exchange.File
	for seed := range uint64(300) {
		typed, _ := somebody(s, seed)
		fields := map[string]any{}
		for name, text := range typed {
			fields[name] = strings.TrimPrefix(text, "=") // no formula
		}
		files = append(files, exchange.File{Name: fmt.Sprint(seed), Content: fill(b, blank, fields)})
	}
	return s, files
}

// BenchmarkQuestionnaires plans three hundred questionnaires.
func BenchmarkQuestionnaires(b *testing.B) {
	s, files := questionnaires(b)
	for b.Loop() {
		plan, err := exchange.Survey(context.Background(), slices.Values(files), s, s.Rounds[1].ID)
		if err != nil || len(plan.Filled()) != len(files) {
			b.Fatal(err, len(plan.Filled()))
		}
	}
}

// BenchmarkQuestionnairesExcelize reads the cells of the same files with excelize, without asking what they mean.
func BenchmarkQuestionnairesExcelize(b *testing.B) {
	_, files := questionnaires(b)
	places := placesOf(b, files[0].Content)
	for b.Loop() {
		for _, file := range files {
			f, err := excelize.OpenReader(bytes.NewReader(file.Content))
			if err != nil {
				b.Fatal(err)
			}
			for _, ref := range places {
				if _, err := f.GetCellValue("Answers", ref); err != nil {
					b.Fatal(err)
				}
			}
			if err := f.Close(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
