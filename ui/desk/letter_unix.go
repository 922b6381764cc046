//go:build !windows && !darwin

package desk

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// ways are those of Linux desktops. The portal gets the files themselves, but comes last: what it makes of them is the desktop's. That of
// GNOME writes their paths into an address, which Thunderbird doesn't heed, and says that all is done.
var ways = []asking{{ByThunderbird, Mail.askThunderbird}, {ByXdgEmail, Mail.askXdgEmail}, {ByPortal, Mail.askPortal}}

// The portal, as freedesktop.org describes it.
const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = dbus.ObjectPath("/org/freedesktop/portal/desktop")
	portalEmail   = "org.freedesktop.portal.Email"
	portalRequest = "org.freedesktop.portal.Request"
	// portalVersion is the first that knows several readers, and those who don't see one another. An older one would leave them out.
	portalVersion = 3
)

// What the portal's Response says.
const (
	portalDone      = 0
	portalCancelled = 1
)

// askPortal asks the desktop, which gets the files themselves: it reads them for a mail program that may not look into our folders.
func (m Mail) askPortal(ctx context.Context, l Letter) (Answer, bool) {
	ctx, stop := context.WithTimeout(ctx, m.patience)
	defer stop()
	address := sessionBus()
	if address == "" {
		return NoAnswer, false
	}
	bus, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return NoAnswer, false
	}
	defer func() { _ = bus.Close() }()
	portal := bus.Object(portalName, portalPath)
	var version uint32
	if err := portal.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, portalEmail, "version").Store(&version); err != nil || version < portalVersion {
		return NoAnswer, false
	}
	files, done, err := descriptors(l.Files)
	defer done()
	if err != nil {
		return NoAnswer, false
	}
	answers := make(chan *dbus.Signal, 8)
	bus.Signal(answers)
	if bus.AddMatchSignal(dbus.WithMatchSender(portalName), dbus.WithMatchInterface(portalRequest), dbus.WithMatchMember("Response")) != nil {
		return NoAnswer, false
	}
	var handle dbus.ObjectPath
	err = portal.CallWithContext(ctx, portalEmail+".ComposeEmail", 0, "", portalOptions(l, files)).Store(&handle)
	switch {
	case ctx.Err() != nil:
		return NoAnswer, true // it may still open the letter, and twice would be worse than a question
	case err != nil:
		return NoAnswer, false // it takes no such address or subject, or no program is there
	}
	return portalAnswer(ctx, answers, handle)
}

// portalAnswer waits for what became of a request.
func portalAnswer(ctx context.Context, answers <-chan *dbus.Signal, handle dbus.ObjectPath) (Answer, bool) {
	for {
		select {
		case <-ctx.Done():
			return NoAnswer, true
		case s, open := <-answers:
			var code uint32
			switch {
			case !open:
				return NoAnswer, true
			case s.Path != handle || len(s.Body) == 0 || dbus.Store(s.Body[:1], &code) != nil:
				continue
			case code == portalDone:
				return Taken, true
			case code == portalCancelled:
				return Cancelled, true
			}
			return NoAnswer, false
		}
	}
}

func portalOptions(l Letter, files []dbus.UnixFD) map[string]dbus.Variant {
	var token [8]byte
	_, _ = rand.Read(token[:]) // never fails
	return map[string]dbus.Variant{
		"handle_token":   dbus.MakeVariant("copleader" + hex.EncodeToString(token[:])),
		"addresses":      dbus.MakeVariant(emails(l.To)),
		"bcc":            dbus.MakeVariant(emails(l.Bcc)),
		"subject":        dbus.MakeVariant(l.Subject),
		"body":           dbus.MakeVariant(l.Text),
		"attachment_fds": dbus.MakeVariant(files),
	}
}

// descriptors opens files to be handed over; done closes them again.
func descriptors(paths []string) (list []dbus.UnixFD, done func(), err error) {
	var open []*os.File
	done = func() {
		for _, f := range open {
			_ = f.Close() // only read
		}
	}
	list = []dbus.UnixFD{}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, done, err
		}
		open = append(open, f)
		list = append(list, dbus.UnixFD(f.Fd()))
	}
	return list, done, nil
}

// sessionBus is where the desktop's bus listens, "" where there is none. The library would start one of its own.
func sessionBus() string {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address != "" {
		return address
	}
	if dir := os.Getenv("XDG_RUNTIME_DIR"); dir != "" {
		if socket := filepath.Join(dir, "bus"); answers("unix", socket) {
			return "unix:path=" + dbus.EscapeBusAddressValue(socket)
		}
	}
	return ""
}

// The programs that are known to take files along, by the names of their desktop entries: Thunderbird by its own command, but not as a
// snap or flatpak, which may not look into our folders; others by the files that an address names, which programs ignore as a rule.
var (
	isThunderbird = map[string]bool{"thunderbird.desktop": true, "thunderbird-esr.desktop": true, "mozilla-thunderbird.desktop": true,
		"net.thunderbird.Thunderbird.desktop": true}
	heedsFiles = map[string]bool{"org.gnome.Evolution.desktop": true, "evolution.desktop": true, "org.kde.kmail2.desktop": true,
		"kmail2.desktop": true, "KMail2.desktop": true}
)

// standardMail is the desktop entry of the standard mail program, "" where there is none.
func (m Mail) standardMail(ctx context.Context) string {
	ctx, stop := context.WithTimeout(ctx, m.patience)
	defer stop()
	name, err := exec.CommandContext(ctx, "xdg-mime", "query", "default", "x-scheme-handler/mailto").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(name))
}

// argumentMost is how long one argument of a program may be on Linux, less what the system needs.
const argumentMost = 128<<10 - 1<<10

// askThunderbird starts it, or asks the one that runs.
func (m Mail) askThunderbird(ctx context.Context, l Letter) (Answer, bool) {
	if !isThunderbird[m.standardMail(ctx)] {
		return NoAnswer, false
	}
	path, err := exec.LookPath("thunderbird")
	if err != nil || strings.HasPrefix(path, "/snap/") {
		return NoAnswer, false
	}
	order := thunderbirdOrder(l)
	if len(order) > argumentMost || starts(m.most(), path, "-compose", order) != nil {
		return NoAnswer, false
	}
	return Taken, true // it runs, or said that the one that runs has it
}

// most is how long a program may take to say that it can't.
func (m Mail) most() time.Duration { return min(m.patience, openMost) }

// thunderbirdOrder spells a letter as Thunderbird reads it: what is not within quotes it takes for escaped like an address, so no
// comma or quote of a text can end it. The files are addresses themselves, parted by commas.
func thunderbirdOrder(l Letter) string {
	files := make([]string, len(l.Files))
	for i, path := range l.Files {
		files[i] = "file://" + strings.ReplaceAll(escaped(path), "%2F", "/")
	}
	order := []string{"format=2"} // plain text
	for _, part := range []struct{ name, value string }{
		{"to", strings.Join(emails(l.To), ",")}, {"bcc", strings.Join(emails(l.Bcc), ",")}, {"subject", l.Subject}, {"body", l.Text},
		{"attachment", strings.Join(files, ",")},
	} {
		if part.value != "" {
			order = append(order, part.name+"="+escaped(part.value))
		}
	}
	return strings.Join(order, ",")
}

// escaped spells everything but letters and digits as an address does.
func escaped(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }

// askXdgEmail has the desktop's command call a mail program of which it is known that it takes the files along.
func (m Mail) askXdgEmail(ctx context.Context, l Letter) (Answer, bool) {
	if os.Getenv("MAILER") != "" || !heedsFiles[m.standardMail(ctx)] {
		return NoAnswer, false // MAILER would have it call another program
	}
	args := []string{"--utf8", "--subject", l.Subject, "--body", l.Text}
	for _, email := range emails(l.Bcc) {
		args = append(args, "--bcc", email)
	}
	for _, path := range l.Files {
		args = append(args, "--attach", path)
	}
	if starts(m.most(), "xdg-email", append(args, emails(l.To)...)...) != nil {
		return NoAnswer, false
	}
	return Taken, true
}
