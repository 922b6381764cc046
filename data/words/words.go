// Package words says to a person what the program has to say, in the person's language.
//
// The English sentence in the source is the key; catalogues in the gettext format translate it. There is
// no package-level language: every *Say is one language of its own, so two documents in two languages can
// be written at the same time.
package words

import (
	"embed"
	"errors"
	"path"
	"strings"
	"time"

	"github.com/leonelquinteros/gotext"
)

//go:embed locale
var catalogues embed.FS

// Say speaks one language. It may be used from several goroutines at once.
type Say struct {
	lang   string
	region Region
	// both nil for English, whose sentences are the keys themselves
	catalogue *gotext.Po
	sentences map[string]*gotext.Translation
}

// Phrase is something that carries its own words: the singular, the plural (empty where the sentence counts
// nothing), the number that chooses between them, and what fills the verbs.
type Phrase interface {
	Words() (one, many string, n int, args []any)
}

// nearDay is a day as lists and menus tell it.
type nearDay interface {
	Day
	DaysAhead() int
}

// worded is an error that carries its own words.
type worded interface {
	Words() (key string, args []any)
}

// English speaks the sentences as they stand in the source.
func English() *Say {
	return &Say{lang: "en"}
}

// For speaks the language of a locale name such as "de", "de_AT.UTF-8" or "pt-BR", or English where there is no
// catalogue for it.
func For(locale string) *Say {
	for _, lang := range candidates(locale) {
		text, err := catalogues.ReadFile(path.Join("locale", lang+".po"))
		if err == nil {
			return Of(lang, text)
		}
	}
	return English()
}

// Of speaks a language as a catalogue in the gettext format has it.
func Of(lang string, text []byte) *Say {
	po := gotext.NewPo()
	po.Parse(text)
	return &Say{lang: lang, catalogue: po, sentences: po.GetDomain().GetTranslations()}
}

// candidates are the catalogue names for a locale, the exact one first: "pt_BR.UTF-8" gives pt_BR, then pt.
func candidates(locale string) []string {
	name := strings.ReplaceAll(gotext.SimplifiedLocale(locale), "-", "_")
	lang, _, regional := strings.Cut(name, "_")
	if !regional {
		return []string{lang}
	}
	return []string{name, lang}
}

// Lang is the name of the language spoken, such as "en" or "pt_BR".
func (s *Say) Lang() string { return s.lang }

// Text speaks a sentence. The key is the English sentence, always a string literal, with verbs as in fmt for
// the arguments. Without arguments it is spoken as it stands. An argument that is a phrase, a worded error or
// a date is spoken in the same language.
func (s *Say) Text(key string, args ...any) string {
	return format(s.translated(key), s.spoken(args))
}

// Count speaks a sentence about n things. Both keys are string literals; n itself is the first argument:
// Count(3, "%d member", "%d members") is "3 members".
func (s *Say) Count(n int, one, many string, args ...any) string {
	return format(s.counted(n, one, many), append([]any{n}, s.spoken(args)...))
}

// Of speaks a phrase.
func (s *Say) Of(p Phrase) string {
	one, many, n, args := p.Words()
	if many == "" {
		return s.Text(one, args...)
	}
	return s.Count(n, one, many, args...)
}

// Sentence speaks an error. One that carries no words of its own says nothing that helps a person, so the
// whole of it belongs in the log and only "Something went wrong." is said.
func (s *Say) Sentence(err error) string {
	if err == nil {
		return ""
	}
	var phrase Phrase
	if errors.As(err, &phrase) {
		return s.Of(phrase)
	}
	var own worded
	if errors.As(err, &own) {
		key, args := own.Words()
		return s.Text(key, args...)
	}
	return s.Text("Something went wrong.")
}

// List speaks several things in one breath: "a", "a and b", "a, b and c".
func (s *Say) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	last := len(items) - 1
	if last == 0 {
		return items[0]
	}
	first := items[0]
	for _, item := range items[1:last] {
		first = s.Text("%s, %s", first, item)
	}
	return s.Text("%s and %s", first, items[last])
}

func (s *Say) translated(key string) string {
	// The empty key is where a catalogue keeps its header.
	if sentence, known := s.sentences[key]; known && key != "" {
		return sentence.Get()
	}
	return key
}

func (s *Say) counted(n int, one, many string) string {
	if s.catalogue != nil {
		// Plural rules know no negative numbers.
		return s.catalogue.GetN(one, many, max(n, -n))
	}
	if n == 1 || n == -1 {
		return one
	}
	return many
}

func (s *Say) spoken(args []any) []any {
	if len(args) == 0 {
		return nil
	}
	said := make([]any, len(args))
	for i, arg := range args {
		switch arg := arg.(type) {
		case Phrase:
			said[i] = s.Of(arg)
		case worded:
			key, inner := arg.Words()
			said[i] = s.Text(key, inner...)
		case time.Month:
			said[i] = s.longMonth(arg)
		case interface{ DaysAgo() int }:
			said[i] = s.Ago(arg.DaysAgo())
		case nearDay:
			said[i] = s.near(arg, arg.DaysAhead())
		case Day:
			said[i] = s.dayInSentence(arg)
		case []string:
			said[i] = s.List(arg)
		case error:
			said[i] = s.Sentence(arg)
		default:
			said[i] = arg
		}
	}
	return said
}
