package desk

import (
	"context"
	"time"
)

// Letter is a message for the mail program to open, with everything in it. The program itself sends nothing.
type Letter struct {
	To  []Reader
	Bcc []Reader // who don't see one another
	// Subject is one line.
	Subject, Text string
	// Files go along; they are whole paths.
	Files []string
	// Draft is the path of the same letter as a file, for programs that open drafts.
	Draft string
}

// Reader is whom a letter goes to.
type Reader struct{ Name, Email string }

// Way is how a letter reaches a mail program.
type Way int

// The ways, as they are tried.
const (
	NoWay         Way = iota
	ByThunderbird     // its own command
	ByXdgEmail        // the command of Linux desktops, for programs that heed the files it names
	ByPortal          // the call of Linux desktops, which is given the files, and may leave them out
	ByMAPI            // the call of Windows
	ByDraft           // the draft was opened like any file
)

// Answer is what came back.
type Answer int

// The answers, from none to the plainest.
const (
	NoAnswer  Answer = iota // in the time there was
	Taken                   // a program has the letter
	Cancelled               // the person put it aside
	Closed                  // the letter's window was closed again: sent, or kept there
)

// Outcome is which way a letter took and what came back.
type Outcome struct {
	Way    Way
	Answer Answer
}

// Mail hands letters to the mail program of this computer.
type Mail struct {
	patience time.Duration // how long an answer is waited for
}

// SystemMail is the mail program of this computer.
func SystemMail() Mail { return Mail{patience: 8 * time.Second} }

// Compose has the mail program open a letter, by the first way that is there and takes it with its files. It waits for a while for an
// answer, so it is not for the window's goroutine.
func (m Mail) Compose(ctx context.Context, l Letter) Outcome {
	for _, w := range ways {
		if answer, taken := w.ask(m, ctx, l); taken {
			return Outcome{w.way, answer}
		}
	}
	if Open(l.Draft) == nil {
		return Outcome{ByDraft, Taken}
	}
	return Outcome{}
}

// asking is a way by which a letter is asked to be opened. It is not taken where there is no such way, or it would lose something.
type asking struct {
	way Way
	ask func(m Mail, ctx context.Context, l Letter) (answer Answer, taken bool)
}

// emails are the addresses alone: a name in one could be taken for two by its comma.
func emails(readers []Reader) []string {
	list := make([]string, len(readers))
	for i, r := range readers {
		list[i] = r.Email
	}
	return list
}
