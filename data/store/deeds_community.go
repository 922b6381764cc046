package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"net/http"

	"copleader/data"
)

// Founding is what a new community starts from: three answers.
type Founding struct {
	Name        string
	Leader      string
	LeaderEmail string     // may be empty
	NextDate    data.Date  // of the first event, 0 for none yet
	NextStart   data.Clock // of the first event, 0 for the usual one
	TimeZone    string     // IANA zone of the leader
}

// Found puts a new community into a file just made: its name, its leader as the
// first member, the health cards in their first wording, and the next date as a
// planned event. A wrong answer is a data.Error with a sentence for its field.
func (s *Store) Found(ctx context.Context, f Founding) error {
	today := s.today()
	return s.act(ctx, Deed{Key: "start the community"}, func(ctx context.Context, tx *sql.Tx) error {
		c := data.NewCommunity(f.Name)
		c.StartedOn, c.TimeZone = today, f.TimeZone
		if err := put(ctx, tx, communityRows, &c); err != nil {
			return err
		}
		identity := data.Setting{Key: data.IdentitySetting, Value: rand.Text()}
		if err := put(ctx, tx, settingRows, &identity); err != nil {
			return err
		}
		leader := data.Member{Name: f.Leader, Email: f.LeaderEmail, Kind: data.KindMember, JoinedOn: today, TimeZone: f.TimeZone}
		if err := put(ctx, tx, memberRows, &leader); err != nil {
			return renamed(err, "name", "leader")
		}
		if err := lead(ctx, tx, leader.ID, today); err != nil {
			return err
		}
		for _, card := range data.Deck {
			card.Version, card.MadeOn = 1, today
			if err := put(ctx, tx, cardVersionRows, &card); err != nil {
				return err
			}
		}
		if err := sealBeginning(ctx, tx); err != nil || f.NextDate == 0 {
			return err
		}
		format, _ := data.FormatOf("lean_coffee")
		first := data.Event{Title: format.Name, Format: format.Key, On: f.NextDate, Start: cmp.Or(f.NextStart, 16*60), TimeZone: f.TimeZone,
			Minutes: format.Minutes, Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted}
		return planIn(ctx, tx, &first, leader.ID)
	})
}

// renamed moves a field's message of a data.Error to the field's name in a form
// that calls it otherwise.
func renamed(err error, from, to string) error {
	fault, ok := err.(*data.Error) //nolint:errorlint // only an error of our own making is renamed
	if !ok || fault.Fields == nil {
		return err
	}
	if p, told := fault.Fields[from]; told {
		delete(fault.Fields, from)
		fault.Fields[to] = p
	}
	return fault
}

// ChangeCommunity changes the community and its charter; one visit to a field is one act.
func (s *Store) ChangeCommunity(ctx context.Context, visit Visit, change func(*data.Community)) error {
	return edit(ctx, s, communityRows, 1, Deed{Key: "change the charter", Visit: visit.to("community", 1)}, func(c *data.Community) {
		leader := c.LeaderID
		change(c)
		c.LeaderID = leader // passing the lead is a deed of its own
	})
}

// maxPicture is the largest picture a charter takes, in bytes (data/README.md, Charter).
const maxPicture = 2 << 20

// SetLogo keeps a PNG or JPEG picture of at most 2 MB for prints; nil takes it away.
func (s *Store) SetLogo(ctx context.Context, picture []byte) error {
	hash := ""
	kind := http.DetectContentType(picture)
	if picture != nil {
		if len(picture) > maxPicture || (kind != "image/png" && kind != "image/jpeg") {
			return data.Invalid("logo", "Please choose a PNG or JPEG picture of at most 2 MB.")
		}
		sum := sha256.Sum256(picture)
		hash = hex.EncodeToString(sum[:])
	}
	return s.act(ctx, Deed{Key: "change the picture"}, func(ctx context.Context, tx *sql.Tx) error {
		if hash != "" {
			// The same picture may be there already, from before an undo.
			_, err := tx.ExecContext(ctx, "INSERT INTO picture (hash, kind, content) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING", hash, kind, picture)
			if err != nil {
				return err
			}
		}
		return editIn(ctx, tx, communityRows, 1, func(c *data.Community) { c.LogoHash = hash })
	})
}

// PassLeadership passes the lead to a member on a day, 0 for today: exactly one
// member leads (data/README.md, Roles), so the term of the one before ends that day.
func (s *Store) PassLeadership(ctx context.Context, memberID int64, on data.Date) error {
	today := s.today()
	if on == 0 {
		on = today
	}
	return s.act(ctx, Deed{Key: "pass leadership to %s", Args: []any{Name{"member", memberID}}}, func(ctx context.Context, tx *sql.Tx) error {
		return leadSince(ctx, tx, memberID, on, today)
	})
}

// leadSince passes the lead to a member who may have it.
func leadSince(ctx context.Context, tx *sql.Tx, memberID int64, on, today data.Date) error {
	m, err := memberRows.get(ctx, tx, memberID)
	if err != nil {
		return err
	}
	switch {
	case !m.IsMember(today) || !m.IsMember(on):
		return data.Invalid("member", "Only a member of the community can lead it.")
	case on > today:
		return data.Invalid("from", "The lead is passed on the day itself; please choose today or an earlier day.")
	}
	return lead(ctx, tx, memberID, on)
}

// lead ends the term that is open and begins the member's. A term begun and ended
// on one day leaves no trace.
func lead(ctx context.Context, tx *sql.Tx, memberID int64, on data.Date) error {
	terms, err := leaderTermRows.query(ctx, tx, "WHERE to_day IS NULL")
	if err != nil {
		return err
	}
	for _, t := range terms {
		switch {
		case t.MemberID == memberID:
			return nil
		case t.From > on:
			return data.Invalid("from", "The present leader has led since %s; please choose that day or a later one.", t.From)
		case t.From == on:
			err = leaderTermRows.drop(ctx, tx, t.ID)
		default:
			t.To = on
			err = put(ctx, tx, leaderTermRows, &t)
		}
		if err != nil {
			return err
		}
	}
	if err := put(ctx, tx, leaderTermRows, &data.LeaderTerm{MemberID: memberID, From: on}); err != nil {
		return err
	}
	return editIn(ctx, tx, communityRows, 1, func(c *data.Community) { c.LeaderID = memberID })
}

// SetBox writes the lines of one box of the canvas; one visit to a field is one act.
func (s *Store) SetBox(ctx context.Context, box data.BoxKey, visit Visit, lines data.Lines) error {
	deed := Deed{Key: "change the canvas", Visit: visit.to(canvasBoxRows.name, 0)}
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		found, err := canvasBoxRows.query(ctx, tx, "WHERE box = ?", box)
		if err != nil {
			return err
		}
		row := data.CanvasBox{Box: box}
		if len(found) > 0 {
			row = found[0]
		}
		row.Lines = lines
		return put(ctx, tx, canvasBoxRows, &row)
	})
}

// AnswerWorksheet keeps a dated answer to a question of a phase's worksheet. An
// answer of the same day is replaced, an older one stays as it was (data/README.md, Worksheets).
func (s *Store) AnswerWorksheet(ctx context.Context, question string, visit Visit, text string) error {
	today := s.today()
	return s.act(ctx, Deed{Key: "answer a worksheet", Visit: visit.to(worksheetAnswerRows.name, 0)}, func(ctx context.Context, tx *sql.Tx) error {
		row := data.WorksheetAnswer{Question: question, On: today}
		found, err := worksheetAnswerRows.query(ctx, tx, "WHERE question = ? AND day = ?", question, today)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			row = found[0]
		}
		row.Text = text
		return put(ctx, tx, worksheetAnswerRows, &row)
	})
}

// AgreeVersion keeps the charter as it stands as the next version, with the text
// for comparing later, and sets the next review.
func (s *Store) AgreeVersion(ctx context.Context, v *data.CharterVersion, reviewOn data.Date) error {
	return s.act(ctx, Deed{Key: "agree the charter"}, func(ctx context.Context, tx *sql.Tx) error { return s.agreeIn(ctx, tx, v, reviewOn) })
}

// agreeIn keeps the next version.
func (s *Store) agreeIn(ctx context.Context, tx *sql.Tx, v *data.CharterVersion, reviewOn data.Date) error {
	var last int
	if err := tx.QueryRowContext(ctx, "SELECT COALESCE(MAX(version), 0) FROM charter_version").Scan(&last); err != nil {
		return err
	}
	v.ID, v.Version = 0, last+1
	if v.AgreedOn == 0 {
		v.AgreedOn = s.today()
	}
	if err := put(ctx, tx, charterVersionRows, v); err != nil {
		return err
	}
	return editIn(ctx, tx, communityRows, 1, func(c *data.Community) { c.ReviewOn = reviewOn })
}

// today is the date on the clock the store was opened with.
func (s *Store) today() data.Date { return data.DateOf(s.clock()) }
