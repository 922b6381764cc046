package store

import (
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
	Name     string
	Leader   string
	NextDate data.Date // of the first event, 0 for none yet
	TimeZone string    // IANA zone of the leader
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
		leader := data.Member{Name: f.Leader, Kind: data.KindMember, JoinedOn: today, TimeZone: f.TimeZone}
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
		first := data.Event{Title: format.Name, Format: format.Key, On: f.NextDate, Start: 16 * 60, TimeZone: f.TimeZone,
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

// SetLeader passes the lead to a member today.
func (s *Store) SetLeader(ctx context.Context, memberID int64) error {
	return s.PassLeadership(ctx, memberID, 0)
}

// PassLeadership passes the lead to a member on a day, 0 for today: exactly one
// member leads (data/README.md, Roles), so the term of the one before ends that day.
func (s *Store) PassLeadership(ctx context.Context, memberID int64, on data.Date) error {
	today := s.today()
	if on == 0 {
		on = today
	}
	return s.act(ctx, Deed{Key: "pass the lead to %s", Args: []any{Name{"member", memberID}}}, func(ctx context.Context, tx *sql.Tx) error {
		m, err := memberRows.get(ctx, tx, memberID)
		if err != nil {
			return err
		}
		switch {
		case !m.IsMember(today) || !m.IsMember(on):
			return data.Invalid("leader", "Only a member of the community can lead it.")
		case on > today:
			return data.Invalid("on", "The lead is passed on the day itself; please choose today or an earlier day.")
		}
		return lead(ctx, tx, memberID, on)
	})
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
			return data.Invalid("on", "The present leader has led since %s; please choose that day or a later one.", t.From)
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

// SaveSponsor adds a sponsor (ID 0) or changes one; a charter names five at most.
func (s *Store) SaveSponsor(ctx context.Context, r *data.Sponsor) error {
	deed := saving(r.ID, "add sponsor %s", "change sponsor %s", Name{"sponsor", r.ID})
	return s.act(ctx, deed, func(ctx context.Context, tx *sql.Tx) error {
		if err := roomFor(ctx, tx, sponsorRows, r.ID, data.MaxSponsors); err != nil {
			return err
		}
		if err := put(ctx, tx, sponsorRows, r); err != nil {
			return err
		}
		return nameAct(ctx, tx, deed, r.ID)
	})
}

// RemoveSponsor takes a sponsor and the contacts with them away.
func (s *Store) RemoveSponsor(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, sponsorRows, Deed{Key: "remove a sponsor"}, id)
}

// SaveContact adds a contact with a sponsor (ID 0) or changes one.
func (s *Store) SaveContact(ctx context.Context, r *data.SponsorContact) error {
	_, err := save(ctx, s, sponsorContactRows, Deed{Key: "note a contact with a sponsor"}, r)
	return err
}

// RemoveContact takes a contact with a sponsor away.
func (s *Store) RemoveContact(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, sponsorContactRows, Deed{Key: "remove a contact with a sponsor"}, id)
}

// SaveStakeholder adds a stakeholder (ID 0) or changes one.
func (s *Store) SaveStakeholder(ctx context.Context, r *data.Stakeholder) error {
	_, err := save(ctx, s, stakeholderRows, saving(r.ID, "add stakeholder %s", "change stakeholder %s", Name{"stakeholder", r.ID}), r)
	return err
}

// RemoveStakeholder takes a stakeholder away.
func (s *Store) RemoveStakeholder(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, stakeholderRows, Deed{Key: "remove a stakeholder"}, id)
}

// SaveRoleDefinition adds what a role does here (ID 0) or changes it.
func (s *Store) SaveRoleDefinition(ctx context.Context, r *data.RoleDefinition) error {
	_, err := save(ctx, s, roleDefinitionRows, Deed{Key: "describe a role"}, r)
	return err
}

// RemoveRoleDefinition takes the description of a role away.
func (s *Store) RemoveRoleDefinition(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, roleDefinitionRows, Deed{Key: "remove the description of a role"}, id)
}

// SaveTerm adds a word of the community's own (ID 0) or changes one.
func (s *Store) SaveTerm(ctx context.Context, r *data.Term) error {
	_, err := save(ctx, s, termRows, saving(r.ID, "add the word “%s”", "change the word “%s”", Name{"term", r.ID}), r)
	return err
}

// RemoveTerm takes a word away.
func (s *Store) RemoveTerm(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, termRows, Deed{Key: "remove a word"}, id)
}

// SaveChannel adds a channel (ID 0) or changes one.
func (s *Store) SaveChannel(ctx context.Context, r *data.Channel) error {
	_, err := save(ctx, s, channelRows, saving(r.ID, "add channel “%s”", "change channel “%s”", Name{"channel", r.ID}), r)
	return err
}

// RemoveChannel takes a channel away.
func (s *Store) RemoveChannel(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, channelRows, Deed{Key: "remove a channel"}, id)
}

// SaveMeasure adds a measure (ID 0) or changes one; a charter names seven at most.
func (s *Store) SaveMeasure(ctx context.Context, r *data.Measure) error {
	return s.act(ctx, saving(r.ID, "add measure “%s”", "change measure “%s”", r.Wording), func(ctx context.Context, tx *sql.Tx) error {
		if err := roomFor(ctx, tx, measureRows, r.ID, data.MaxMeasures); err != nil {
			return err
		}
		return put(ctx, tx, measureRows, r)
	})
}

// RemoveMeasure takes a measure and its values away.
func (s *Store) RemoveMeasure(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, measureRows, Deed{Key: "remove a measure"}, id)
}

// SaveMeasureValue adds what a measure read on a day (ID 0) or changes it.
func (s *Store) SaveMeasureValue(ctx context.Context, r *data.MeasureValue) error {
	_, err := save(ctx, s, measureValueRows, Deed{Key: "note the value of a measure"}, r)
	return err
}

// RemoveMeasureValue takes a value of a measure away.
func (s *Store) RemoveMeasureValue(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, measureValueRows, Deed{Key: "remove the value of a measure"}, id)
}

// SaveForce adds a line of the force field (ID 0) or changes one.
func (s *Store) SaveForce(ctx context.Context, r *data.Force) error {
	_, err := save(ctx, s, forceRows, Deed{Key: "change the force field"}, r)
	return err
}

// RemoveForce takes a line of the force field away.
func (s *Store) RemoveForce(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, forceRows, Deed{Key: "remove a force"}, id)
}

// SaveNote adds a dated note to a section of the charter (ID 0) or changes one.
func (s *Store) SaveNote(ctx context.Context, r *data.CharterNote) error {
	_, err := save(ctx, s, charterNoteRows, Deed{Key: "note something in the charter"}, r)
	return err
}

// RemoveNote takes a note of the charter away.
func (s *Store) RemoveNote(ctx context.Context, id int64) (Done, error) {
	return remove(ctx, s, charterNoteRows, Deed{Key: "remove a note"}, id)
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
	return s.act(ctx, Deed{Key: "agree the charter"}, func(ctx context.Context, tx *sql.Tx) error {
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
	})
}

// today is the date on the clock the store was opened with.
func (s *Store) today() data.Date { return data.DateOf(s.clock()) }

// saving words a deed that adds (id 0) or changes a named row.
func saving(id int64, add, change string, name any) Deed {
	if id == 0 {
		return Deed{Key: add, Args: []any{name}}
	}
	return Deed{Key: change, Args: []any{name}}
}

func roomFor[T any](ctx context.Context, tx *sql.Tx, t table[T], id int64, most int) error {
	if id != 0 {
		return nil
	}
	return room(ctx, tx, t, most)
}
