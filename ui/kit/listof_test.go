package kit

import (
	"reflect"
	"testing"
)

// Given options and a column of which every field is set, when rows are known by their place, then every field is set there as well.
func TestListByPlaceHasEveryOption(t *testing.T) {
	options, column := ListOptions[string]{}, Column[string]{}
	fill(reflect.ValueOf(&options).Elem())
	fill(reflect.ValueOf(&column).Elem())
	options.Columns = []Column[string]{column}
	byPlace := byPlace(options, func(int) string { return "" })
	for _, v := range []reflect.Value{reflect.ValueOf(byPlace), reflect.ValueOf(byPlace.Columns[0])} {
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%s of %s is lost", v.Type().Field(i).Name, v.Type())
			}
		}
	}
}

// fill sets every field of a struct to something.
func fill(v reflect.Value) {
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.Func:
			f.Set(reflect.MakeFunc(f.Type(), func([]reflect.Value) []reflect.Value { return nil }))
		case reflect.Bool:
			f.SetBool(true)
		case reflect.Float32:
			f.SetFloat(1)
		case reflect.String:
			f.SetString("x")
		case reflect.Pointer:
			f.Set(reflect.New(f.Type().Elem()))
		case reflect.Interface:
			f.Set(reflect.ValueOf(keysTaken{}))
		}
	}
}

// keysTaken takes no key.
type keysTaken struct{ KeyTaker }
