package reports_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"copleader/data"
	"copleader/reports/sheet/sheettest"
)

// told is what one sending says of the people who joined from one day to another.
type told struct {
	from, until data.Date
	cell        string
}

func (k told) bounds() (least, most int) {
	if k.cell == "told before" { // says nothing
		return 0, atMost
	}
	u := bounds("", k.cell)
	return u.least, u.most
}

var sinceDay = regexp.MustCompile(`since (\d+ \w+ \d+)`)

// toldOfNew reads what workbook and paper tell of new members in a period: by month, and all together.
func toldOfNew(t *testing.T, snap *data.Snapshot, from, until data.Date) []told {
	t.Helper()
	opt := options()
	opt.From, opt.Until, opt.Today = from, until, until
	content, _ := write(t, "results", snap, opt)
	book := sheettest.Open(t, content)
	head, rows := under(book, "Participation", "New members")
	at := column(head, "New members")
	all := told{from, until, book.Named("fig_joined")}
	if since := sinceDay.FindStringSubmatch(head[at]); since != nil {
		for all.from = from; opt.Say.Date(all.from) != since[1] && all.from <= until; {
			all.from++
		}
	}
	known := []told{all}
	month := from
	for _, row := range rows {
		y, m, _ := month.Civil()
		next := data.NewDate(y, m+1, 1)
		known = append(known, told{max(month, all.from), min(next.AddDays(-1), until), row[at]})
		month = next
	}
	report, _ := write(t, "sponsor", snap, opt)
	if paper := onPaper(t, report); paper.joined != all.cell {
		t.Errorf("the report tells of %q new members, the workbook of %q", paper.joined, all.cell)
	}
	return slices.DeleteFunc(known, func(k told) bool { return k.from > k.until })
}

// fits finds, of every stretch between two days on which something begins or ends, which numbers of people may have joined in it,
// for a reader who knows all that is told.
func fits(known []told, most int) (starts []data.Date, may []map[int]bool) {
	for _, k := range known {
		starts = append(starts, k.from, k.until+1)
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	n := len(starts) - 1
	may = make([]map[int]bool, n)
	for i := range may {
		may[i] = map[int]bool{}
	}
	tried := make([]int, n)
	var try func(at int)
	try = func(at int) {
		if at == n {
			for i, v := range tried {
				may[i][v] = true
			}
			return
		}
		for tried[at] = 0; tried[at] <= most; tried[at]++ {
			if agree(known, starts, tried[:at+1]) {
				try(at + 1)
			}
		}
	}
	try(0)
	return starts[:n], may
}

// agree reports whether numbers tried for the first stretches do not contradict what is told.
func agree(known []told, starts []data.Date, tried []int) bool {
	for _, k := range known {
		sum := 0
		for i, n := range tried {
			if starts[i] >= k.from && starts[i] <= k.until {
				sum += n
			}
		}
		least, most := k.bounds()
		if sum > most || sum < least && k.until < starts[len(tried)] {
			return false
		}
	}
	return true
}

// Given a report that was noted as sent, or only saved, when another one covers some of its days, then no number of people of whom so few joined that it is
// not told follows from the two together.
func TestNothingWithheldFollowsFromTwoSendings(t *testing.T) {
	t.Parallel()
	for seed := range seeds(t, 4) {
		r := rand.New(rand.NewPCG(seed, 77))
		snap := few(seed)
		for id := int64(100); id < int64(106+r.IntN(12)); id++ {
			snap.Members = append(snap.Members, data.Member{ID: id, Name: fmt.Sprint("Member ", id), Kind: data.KindMember, JoinedOn: today.AddDays(-r.IntN(90))})
		}
		first := data.SponsorReport{ID: 1, From: today.AddDays(-40 - r.IntN(40)), Until: today.AddDays(-r.IntN(35))}
		known := toldOfNew(t, snap, first.From, first.Until)
		if first.SentOn = first.Until.AddDays(1); seed%2 == 0 {
			snap.Periods = append(snap.Periods, snap.LeavingPeriod(first.From, first.Until, first.SentOn))
		} else {
			snap.Reports = append(snap.Reports, first)
		}
		known = append(known, toldOfNew(t, snap, first.From.AddDays(r.IntN(50)-15), today)...)
		starts, may := fits(known, 20)
		for i, m := range may {
			for n := range m {
				if len(m) == 1 && n > 0 && n < data.MinGroupSize {
					t.Errorf("community %d: %d joined from %d on, by %v", seed, n, starts[i], known)
				}
			}
			if len(m) == 0 {
				t.Errorf("community %d: what is told contradicts itself: %v", seed, known)
			}
		}
	}
}

// paper is what the pages of the report tell of people.
type paper struct {
	members, joined string
	levels          map[string]string
	near            string
}

var gaps = regexp.MustCompile(`\s{2,}`)

// onPaper reads the pages of the report as somebody does who looks at them.
func onPaper(t *testing.T, content []byte) (p paper) {
	t.Helper()
	p.levels = map[string]string{}
	above := []string{}
	for line := range strings.SplitSeq(tool(t, "pdftotext", "-layout", save(t, "report.pdf", content), "-"), "\n") {
		parts := gaps.Split(strings.TrimSpace(line), -1)
		switch {
		case len(parts) == 1 && parts[0] == "":
			continue
		case parts[0] == "members" && len(parts) > 2 && strings.HasPrefix(parts[1], "new "):
			p.members, p.joined = above[0], above[1]
		case parts[0] == "near" && len(parts) > 2:
			p.near = parts[2]
		case len(parts) > 1 && slices.Contains([]string{"Core", "Active", "Occasional", "Peripheral"}, parts[0]):
			p.levels[parts[0]] = parts[1]
		}
		above = parts
	}
	return p
}

// sums are what the report's pages tell of people per level, and of core and active together.
func (p paper) sums() []sum {
	var levels, near sum
	for _, level := range []string{"Core", "Active", "Occasional", "Peripheral"} {
		levels.add("on paper "+level, p.levels[level])
	}
	members, _ := strconv.Atoi(p.members) // isTold looks at it
	levels.together(members, "on paper")
	near.add("on paper Core", p.levels["Core"])
	near.add("on paper Active", p.levels["Active"])
	said, _, _ := strings.Cut(p.near, " of ")
	near.total(said)
	return []sum{levels, near}
}

// isTold fails where paper and workbook tell different numbers of people.
func (p paper) isTold(t *testing.T, seed uint64, book *sheettest.Book) {
	t.Helper()
	for name, got := range map[string]string{"fig_members": p.members, "fig_joined": p.joined, "fig_core": p.levels["Core"], "fig_active": p.levels["Active"],
		"fig_occasional": p.levels["Occasional"], "fig_peripheral": p.levels["Peripheral"]} {
		if want := book.Named(name); got != want {
			t.Errorf("community %d: %s is %q on paper, %q in its cell", seed, name, got, want)
		}
	}
	if _, err := strconv.Atoi(p.members); err != nil {
		t.Errorf("community %d has %q members", seed, p.members)
	}
}
