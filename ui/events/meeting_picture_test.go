package events

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"copleader/data"
	"copleader/data/datatest"
	"copleader/data/words"
	"copleader/ui/uitest"
)

// Pictures of the leader's page at every chapter of the formats whose steps are known.
func TestPicturesOfTheMeetingDay(t *testing.T) {
	if !uitest.KeepsPictures() {
		t.Skip("no folder for pictures is named")
	}
	for _, o := range []struct {
		name string
		o    uitest.Options
	}{{"light", uitest.Options{Width: 1920, Height: 1080}}, {"dark-beamer", uitest.Options{Width: 1024, Height: 768, Dark: true}}, {"longer-beamer", uitest.Options{Width: 1024, Height: 768, Say: uitest.Longer(t)}}} {
		if o.o.Say == nil {
			o.o.Say = words.English()
		}
		for _, format := range []string{"retrospective", "lightning_talks", "lean_coffee", "problem_clinic", "health_check_session", data.VisionWorkshop} {
			t.Run(o.name+"-"+format, func(t *testing.T) { pictureMeeting(t, format, "leader-"+o.name+"-"+format, o.o) })
		}
	}
}

// pictureMeeting keeps a picture of each part of a meeting.
func pictureMeeting(t *testing.T, format, name string, o uitest.Options) {
	t.Helper()
	b := open(t, datatest.Demo(t), o)
	b.change(10, func(e *data.Event) { e.Format = format })
	if !strings.HasSuffix(t.Name(), "lightning_talks") { // which the demo's event is
		b.Tap(o.Say.Text("Take the format's programme"))
	}
	meetToday(b)
	m := b.screen.meeting
	for part := range 40 {
		if m.State().Collects() {
			b.Keys("i")
			b.Keys(fmt.Sprintf("Idea of part %d", part))
			b.Key(fyne.KeyReturn)
			m.Focus()
		}
		b.Keep(fmt.Sprintf("%s-%02d", name, part))
		if m.State().Now().Next == o.Say.Text("End meeting") {
			return
		}
		b.Key(fyne.KeyPageDown)
	}
}
