package desk

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"copleader/data"
)

// PrintJob is a PDF to print as it is: actual size, on the paper it was made for.
type PrintJob struct {
	Path, Title, Printer string
	Paper                string // by its usual name: "A4", "A3", "Letter"
	TwoSided             bool   // turned over at the long edge
	Copies               int
}

// Printing is the system's print service: CUPS, as Linux and macOS have it, through its commands. Options say what a PDF made here
// can't say itself: actual size, and which edge to turn over. Windows has the program of a file print it, on the usual printer.
type Printing struct {
	run     func(ctx context.Context, name string, args ...string) (output string, err error) // of CUPS
	program func(path string) error                                                           // nil where there is CUPS
}

// ByProgram tells whether programs are asked to print what is theirs, where no printer can be named.
func (p Printing) ByProgram() bool { return p.program != nil }

// PrintByProgram has the program of such files print one.
func (p Printing) PrintByProgram(path string) error {
	if err := p.program(path); err != nil {
		fault := data.Fault(data.CodePrinter, "No program on this computer prints “%s” by itself. Nothing was printed; it can still be opened and printed from there.", filepath.Base(path))
		fault.Cause = err
		return fault
	}
	return nil
}

// patienceWithPrinters is how long the print service may take to answer; one on a network that is away takes for ever.
const patienceWithPrinters = 20 * time.Second

// runCommand runs a program of the system in words the program understands, whatever language the system speaks.
func runCommand(ctx context.Context, name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, patienceWithPrinters)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(cmd.Environ(), "LC_ALL=C")
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	output, err := cmd.Output()
	if err != nil && complaint.Len() > 0 {
		err = errors.Join(err, errors.New(strings.TrimSpace(complaint.String())))
	}
	return string(output), err
}

// Printers asks which printers there are. That there is no print service is no error: there is no printer then.
func (p Printing) Printers(ctx context.Context) ([]string, error) {
	list, err := p.run(ctx, "lpstat", "-e")
	if err != nil {
		return nil, ctx.Err()
	}
	names := strings.Fields(list)
	// "system default destination: Name", or that there is none.
	answer, _ := p.run(ctx, "lpstat", "-d")
	if _, usual, found := strings.Cut(answer, "destination: "); found {
		if at := slices.Index(names, strings.TrimSpace(usual)); at > 0 {
			names = slices.Concat(names[at:at+1], names[:at], names[at+1:])
		}
	}
	return names, ctx.Err()
}

// Print hands a document to a printer.
func (p Printing) Print(ctx context.Context, job PrintJob) error {
	if _, err := p.run(ctx, "lp", lpArguments(job)...); err != nil {
		fault := data.Fault(data.CodePrinter, "The printer “%s” did not take the document. Nothing was printed; it can still be opened and printed from there.", job.Printer)
		fault.Cause = err
		return fault
	}
	return nil
}

// lpArguments says in CUPS' words how a document is to be printed.
func lpArguments(job PrintJob) []string {
	sides := "one-sided"
	if job.TwoSided {
		sides = "two-sided-long-edge"
	}
	return []string{"-d", job.Printer, "-n", strconv.Itoa(max(job.Copies, 1)), "-t", job.Title,
		"-o", "sides=" + sides, "-o", "print-scaling=none", "-o", "media=" + job.Paper, "--", job.Path}
}
