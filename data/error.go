package data

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Code tells the program what kind of thing went wrong.
type Code string

// The codes of the errors that are worded for a person.
const (
	CodeInvalid          Code = "invalid"          // a value is not acceptable; Fields says which
	CodeNotFound         Code = "notFound"         // the row is not there (any more)
	CodeReadOnly         Code = "readOnly"         // the file was opened for reading only
	CodeNotCommunity     Code = "notCommunity"     // the file is no community file
	CodeDamaged          Code = "damaged"          // the file is a community file, but broken
	CodeNewer            Code = "newer"            // a newer version of the program made the file
	CodeUnreadable       Code = "unreadable"       // the system does not let us read the file
	CodeNoWrite          Code = "noWrite"          // the folder or file cannot be written
	CodeInUse            Code = "inUse"            // the file is open elsewhere
	CodeExists           Code = "exists"           // something is there already
	CodeChangedElsewhere Code = "changedElsewhere" // the file was changed behind our back
	CodeMovedAway        Code = "movedAway"        // the file is not where it was when it was opened
	CodeStrayJournal     Code = "strayJournal"     // the file is whole, what a crash left beside it is not its own
	CodeOtherCommunity   Code = "otherCommunity"   // the file holds another community than was expected
	CodeFull             Code = "full"             // no space left
	CodeNothing          Code = "nothing"          // nothing to undo, redo or print
	CodePrinter          Code = "printer"          // the print service did not take a document
)

// Error is a fault worded for a person. Key (with Args) is one English sentence
// that says what happened, what is safe and what to do; Fields holds a sentence
// per field, by the field's name. data/words speaks both.
type Error struct {
	Code   Code
	Key    string
	Args   []any
	Fields map[string]Phrase
	Cause  error // for the log and "Copy details"
}

// Error is for logs; people read the spoken sentence.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(string(e.Code))
	b.WriteString(": ")
	if len(e.Args) > 0 {
		fmt.Fprintf(&b, e.Key, e.Args...)
	} else {
		b.WriteString(e.Key)
	}
	names := make([]string, 0, len(e.Fields))
	for name := range e.Fields {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(&b, " [%s: %s]", name, e.Fields[name].Key)
	}
	if e.Cause != nil {
		b.WriteString(": ")
		b.WriteString(e.Cause.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Words gives the sentence to whoever speaks it.
func (e *Error) Words() (key string, args []any) { return e.Key, e.Args }

// Fault is an Error of the given code and sentence.
func Fault(code Code, key string, args ...any) *Error {
	return &Error{Code: code, Key: key, Args: args}
}

// Invalid is an Error about one field.
func Invalid(field, key string, args ...any) *Error {
	return &Error{Code: CodeInvalid, Key: "Please look at the marked field; nothing was changed.",
		Fields: map[string]Phrase{field: Say(key, args...)}}
}

// At moves what is wrong with one field to a field of another name; nil stays nil.
func At(field string, err error) error {
	var e *Error
	if !errors.As(err, &e) || len(e.Fields) != 1 {
		return err
	}
	moved := *e
	for _, phrase := range e.Fields {
		moved.Fields = map[string]Phrase{field: phrase}
	}
	return &moved
}

// IsCode reports whether err is, or wraps, an Error of the code.
func IsCode(err error, code Code) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == code
}
