package members

import (
	"bytes"
	"context"
	"path/filepath"
	"time"

	"copleader/data"
	"copleader/reports"
)

// personDocument is the name of the document with everything about one person (data/README.md, Privacy).
const personDocument = "person"

// PersonFile is the name suggested for the file with everything about a person.
func (s *State) PersonFile() string {
	if d, err := reports.Find(personDocument); err == nil {
		return d.File
	}
	return personDocument
}

// Moment is the day and time a document is made.
type Moment struct {
	Today data.Date
	Now   time.Time
}

// SavePerson writes everything about one person to a file, for that person to have. It is not noted among the documents made:
// the name of the file may be the person's, and an erasure would have to find it.
func (s *State) SavePerson(ctx context.Context, id int64, at Moment, path string) error {
	var content bytes.Buffer
	if _, err := reports.Write(ctx, personDocument, s.store, reports.Options{MemberID: id, Today: at.Today, Now: at.Now, Say: s.say,
		Version: s.version}, &content); err != nil {
		return err
	}
	return reports.WriteFile(path, content.Bytes())
}

// SavedLine tells where a file was put.
func (s *State) SavedLine(path string) string {
	return s.say.Text("“%s” is saved in %s.", filepath.Base(path), filepath.Dir(path))
}
