package data

import (
	"reflect"
	"slices"
	"testing"
)

// wordless are the texts that are not looked through for names, with the reason.
var wordless = map[string]string{
	"Answer.Card":              "a word of the program",
	"CardVersion.Card":         "a word of the program",
	"Community.LogoHash":       "the name of a picture",
	"Community.TimeZone":       "a word of the program",
	"Dismissal.Rule":           "a word of the program",
	"Event.Boxes":              "a word of the program",
	"Event.Format":             "a word of the program",
	"Event.TimeZone":           "a word of the program",
	"Export.Name":              "a word of the program",
	"FollowUp.Rule":            "a word of the program",
	"Item.Card":                "a word of the program",
	"Measure.Card":             "a word of the program",
	"Member.Called":            "erased with the person, and of nobody else",
	"Member.Email":             "erased with the person, and of nobody else",
	"Member.Name":              "erased with the person, and of nobody else",
	"Member.Organisation":      "erased with the person, and of nobody else",
	"Member.Site":              "erased with the person, and of nobody else",
	"Member.SortAs":            "erased with the person, and of nobody else",
	"Member.TimeZone":          "a word of the program",
	"Member.Unit":              "erased with the person, and of nobody else",
	"Round.Code":               "a word of the program",
	"Setting.Key":              "a word of the program",
	"Setting.Value":            "a word of the program",
	"Tally.Card":               "a word of the program",
	"WorksheetAnswer.Question": "a word of the program",
}

// rowTypes are the types of all rows that a file holds.
func rowTypes() []reflect.Type {
	types := []reflect.Type{reflect.TypeFor[Community]()}
	shape := reflect.TypeFor[Snapshot]()
	for i := range shape.NumField() {
		if field := shape.Field(i).Type; field.Kind() == reflect.Slice && field.Elem().Kind() == reflect.Struct {
			types = append(types, field.Elem())
		}
	}
	return types
}

// Given rows of which each text is the name of its field, then every text is
// yielded once, or listed with the reason why it is not.
func TestEveryTextIsLookedThrough(t *testing.T) {
	known := map[string]bool{}
	for _, shape := range rowTypes() {
		row := reflect.New(shape)
		var texts, yielded []string
		for i := range shape.NumField() {
			name := shape.Name() + "." + shape.Field(i).Name
			switch place := row.Elem().Field(i).Addr().Interface().(type) {
			case *string:
				*place = name
			case *Lines:
				*place = Lines{name}
			default:
				continue
			}
			known[name] = true
			if wordless[name] == "" {
				texts = append(texts, name)
			}
		}
		if worded, is := row.Interface().(Worded); is {
			worded.EachText(func(text *string) { yielded = append(yielded, *text) })
		}
		slices.Sort(texts)
		slices.Sort(yielded)
		if !slices.Equal(texts, yielded) {
			t.Errorf("%s yields %v, its texts are %v", shape.Name(), yielded, texts)
		}
	}
	for name := range wordless {
		if !known[name] {
			t.Errorf("%s is no text any more", name)
		}
	}
}
