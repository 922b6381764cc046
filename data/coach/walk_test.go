package coach_test

import (
	"testing"

	"copleader/data"
	"copleader/data/coach"
	"copleader/data/datatest"
	"copleader/data/store"
)

// answer does in the file what the button of a finding leads to.
func answer(t *testing.T, s *store.Store, f coach.Finding) {
	t.Helper()
	ctx := t.Context()
	var err error
	switch f.Offer.Do {
	case coach.DoReport:
		err = store.Rows(s, store.Reports).Save(ctx, &data.SponsorReport{From: day(-90), Until: day(0), SentOn: day(0)})
	case coach.DoMinutes:
		if err = s.ChangeMinutes(ctx, f.Offer.At.ID, store.Visit{Field: "text"}, func(m *data.Minutes) { m.Text = "Five lines" }); err == nil {
			_, err = s.PublishMinutes(ctx, f.Offer.At.ID, "Wiki")
		}
	case coach.DoItem:
		item := f.Offer.Item
		item.Title, item.Column, item.CreatedOn = "As begun", data.ColumnIdea, day(0)
		err = store.Rows(s, store.Items).Save(ctx, &item)
	case coach.DoEvent:
		format, known := data.FormatOf(append(f.Offer.Formats, "lean_coffee")[0])
		if !known || f.Offer.On <= day(0) {
			t.Errorf("%s suggests %v on %s", f.Rule, f.Offer.Formats, f.Offer.On)
		}
		err = store.Rows(s, store.Events).Save(ctx, &data.Event{Title: "As begun", Format: format.Key, On: f.Offer.On, Minutes: format.Minutes,
			Audience: data.OpenEvent, Status: data.StatusPlanned, Brought: data.NotCounted})
	case coach.DoOpenItem:
		err = answerOnBoard(t, s, f)
	case coach.DoWrite:
		followUp := f.Done(day(0), "Wrote")
		err = store.Rows(s, store.FollowUps).Save(ctx, &followUp)
	case coach.DoOpen, coach.DoPeople: // a look and a talk, which the file knows nothing of
	default:
		t.Errorf("%s leads to %s, which this walk does not know", f.Rule, f.Offer.Do)
	}
	if err != nil {
		t.Fatal(f.Rule, err)
	}
	if f.Offer.Rests {
		for _, d := range f.Dismissals(datatest.Read(t, s), day(0), "") {
			if _, err := s.Dismiss(ctx, &d); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// answerOnBoard answers a request, or finishes what has been in Doing for long.
func answerOnBoard(t *testing.T, s *store.Store, f coach.Finding) error {
	if f.Rule == "C28" {
		return store.Rows(s, store.Items).Change(t.Context(), f.Offer.At.ID, store.Visit{Field: "answeredOn"}, func(i *data.Item) { i.AnsweredOn = day(0) })
	}
	for {
		left := of(datatest.Read(t, s), f.Rule)
		if len(left) == 0 || left[0].Offer.At.ID == 0 {
			return nil
		}
		if err := s.MoveItem(t.Context(), left[0].Offer.At.ID, data.ColumnDone, 0, ""); err != nil {
			return err
		}
	}
}

// From each finding of the demo to the deed that answers it, one after the
// other in one file: each is gone then, and stays away.
func TestEachDemoFindingCanBeAnswered(t *testing.T) {
	s := datatest.Demo(t)
	found := coach.Findings(datatest.Read(t, s), nil, datatest.Today)
	if len(found) != 14 {
		t.Fatalf("%d findings", len(found))
	}
	for _, f := range found {
		answer(t, s, f)
		for _, left := range of(datatest.Read(t, s), f.Rule) {
			if left.MemberID == f.MemberID {
				t.Errorf("%s is still there after %s", figures(left), f.Offer.Do)
			}
		}
	}
	for _, left := range coach.Findings(datatest.Read(t, s), nil, datatest.Today) {
		t.Errorf("left or new: %s", figures(left))
	}
}
