package data

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// chapter is the text under a heading of data/README.md in one line, so that it can be looked through for a sentence.
func chapter(t *testing.T, heading string) string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, under, found := strings.Cut(string(text), "\n## "+heading+"\n")
	if !found {
		t.Fatalf("there is no heading %q", heading)
	}
	under, _, _ = strings.Cut(under, "\n## ")
	return under
}

func inOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// sentence is how data/README.md tells numbers: in which chapter, in which words. "#" stands for each number, in the order of the keys,
// written by word where it isn't written as it is.
type sentence struct {
	in, says string
	keys     []string
	word     func(n int) string
}

func halved(n int) string     { return map[int]string{50: "half"}[n] }
func oneDecimal(n int) string { return fmt.Sprintf("%.1f", float64(n)/10) }
func hundredths(n int) string {
	return strconv.FormatFloat(float64(n)/100, 'f', -1, 64)
}

// tens and fifths are shares as the rules compare them: 70 of a hundred are 7 of 10.
func tens(n int) string   { return strconv.Itoa(n / 10) }
func fifths(n int) string { return strconv.Itoa(n / 20) }

// thresholdsTold are all numbers that are settings.
var thresholdsTold = []sentence{
	{in: "Levels", says: "The last # days, today included, or # × cadence days where that is longer (at most #)",
		keys: []string{"level.windowDays", "level.windowCadences", "level.windowMost"}},
	{in: "Levels", says: "within the last # days, or from the day of the last held event but one", keys: []string{"level.seenLatelyDays"}},
	{in: "Levels", says: "`o + s ≥ #` and seen lately; **or** no such role, `n ≥ #`, `o ≥ #`, `spread ≥ #` and `#k ≥ n`",
		keys: []string{"level.coreRoleActs", "level.fewEvents", "level.coreActs", "level.coreSpreadDays", "level.regularOneIn"}},
	{in: "Levels", says: "`c ≥ #` and `stretch ≥ #`", keys: []string{"level.activeActs", "level.activeStretchDays"}},
	{in: "Levels", says: "| `n < #` | peripheral | `newcomer` if joined ≤ # days ago", keys: []string{"level.fewEvents", "level.newcomerDays"}},
	{in: "Levels", says: "`#k ≥ n`; **or** `#k ≥ n` and `c ≥ #`", keys: []string{"level.regularOneIn", "level.sometimesOneIn", "level.sometimesActs"}},
	{in: "Levels", says: "`k ≥ #` or `c ≥ #` | occasional", keys: []string{"level.occasionalSeen", "level.occasionalActs"}},
	{in: "Levels", says: "a member for ≥ # days", keys: []string{"level.dormantDays"}},
	{in: "Levels", says: "With fewer than # events held in the window", keys: []string{"level.fewEvents"}},
	{in: "Levels", says: "a day to look again (# days on)", keys: []string{"level.declaredDays"}},

	{in: "Confidentiality", says: "**Threshold** #, may be raised", keys: []string{"health.minGroup"}},
	{in: "Confidentiality", says: "With `m` of #–#, what leaves the machine merges", keys: []string{"health.minGroup", "health.mergeUpTo"}},
	{in: "Health figures", says: "*split* if #·low ≥ m and #·high ≥ m", keys: []string{"health.splitOneIn", "health.splitOneIn"}},
	{in: "Health figures", says: "*concern* if 5·low ≥ #·m", keys: []string{"health.concernPercent"}, word: fifths},
	{in: "Health figures", says: "*strong* if 10·high ≥ #·m", keys: []string{"health.strongHigh"}, word: tens},
	{in: "Health figures", says: "Borders: high #; low # and at most #; rate #, # and #",
		keys: []string{"health.strongHigh", "health.concernPercent", "health.strongLow", "health.rateMost", "coach.repliesPercent", "health.ratePart"}},
	{in: "Health figures", says: "same version and scale, both `m ≥ #`", keys: []string{"health.changeAnswers"}},
	{in: "Health figures", says: "|Δmean| ≥ #", keys: []string{"health.changeTenths"}, word: oneDecimal},
	{in: "Health figures", says: "|Δmean| > #/min(m₁, m₂)", keys: []string{"health.changePerson"}},
	{in: "Health figures", says: "|Δshare| ≥ # points and |Δshare| · min(m₁, m₂) ≥ # people", keys: []string{"health.lightPoints", "health.lightMoved"}},
	{in: "Health figures", says: "≥ # % \"most members\"", keys: []string{"health.rateMost"}},
	{in: "Health figures", says: "; < # % \"only those who replied", keys: []string{"health.ratePart"}},
	{in: "Health cards", says: "# to # weeks apart", keys: []string{"health.roundLeastWeeks", "health.roundMostWeeks"}},

	{in: "Coach", says: "*Later* sets one aside for # days", keys: []string{"coach.restDays"}},
	{in: "Coach", says: "silences the rule for that person for # days", keys: []string{"coach.doneDays"}},
	{in: "Coach", says: "| C01 act | `primaryPurpose` empty or < # characters", keys: []string{"coach.purposeLength"}},
	{in: "Coach", says: "no sponsor contact (report, review) for # days | started ≥ # d", keys: []string{"coach.sponsorDays", "coach.sponsorStart"}},
	{in: "Coach", says: "`leaderHours` empty or < # % of the week (look if #–# %)", keys: []string{"coach.hoursScarce", "coach.hoursScarce", "coach.hoursEnough"}},
	{in: "Coach", says: "core level beside the leader < # people; or core < # % of #–# members; or, of more than # members, < # beside the leader",
		keys: []string{"coach.coreBeside", "coach.corePercent", "coach.coreMembers", "coach.largeMembers", "coach.largeMembers", "coach.largeBeside"}},
	{in: "Coach", says: "leader facilitated or spoke at ≥ # of the last 8", keys: []string{"coach.leadPercent"}, word: halved},
	{in: "Coach", says: "than `cadence` implies (×#)", keys: []string{"coach.beatPercent"}, word: hundredths},
	{in: "Coach", says: "when the last event is more than # × cadence days ago", keys: []string{"coach.beatPercent"}, word: hundredths},
	{in: "Coach", says: "last # days more events", keys: []string{"coach.manyDays"}},
	{in: "Coach", says: "last 3 events drew < # % of the previous 3", keys: []string{"coach.turnoutPercent"}},
	{in: "Coach", says: "mean attendance of last 3 < # % of the previous 3", keys: []string{"coach.turnoutPercent"}},
	{in: "Coach", says: "≥ # of the last 5 events the same format", keys: []string{"coach.sameFormats"}},
	{in: "Coach", says: "an event's ROTI mean ≤ #;", keys: []string{"coach.votesTenths"}, word: oneDecimal},
	{in: "Coach", says: "act if two in a row | # votes", keys: []string{"coach.votesLeast"}},
	{in: "Coach", says: "fewer than # of the last 6 events have ≥", keys: []string{"coach.votedEvents"}},
	{in: "Coach", says: "event held > # days ago, no minutes", keys: []string{"coach.minutesDays"}},
	{in: "Coach", says: "joined #–# days ago", keys: []string{"coach.welcomeFrom", "coach.welcomeUntil"}},
	{in: "Coach", says: "at none of ≥ # since", keys: []string{"coach.missedEvents"}},
	{in: "Coach", says: "core + active < # % of members (more than #: < # people)", keys: []string{"coach.activePercent", "coach.largeMembers", "coach.largeActive"}},
	{in: "Coach", says: "has `firstStep` | # members; levels", keys: []string{"coach.activeMembers"}},
	{in: "Coach", says: "hold ≥ # % of speaking turns in the window | # turns", keys: []string{"coach.voicesPercent", "coach.voicesTurns"}},
	{in: "Coach", says: "≥ # of `idea` items older", keys: []string{"coach.ideaPercent"}, word: halved},
	{in: "Coach", says: "items older than max(#, 3c) days; or nothing reached `done` within the last max(#, 3c) days", keys: []string{"coach.ideaDays", "coach.idleDays"}},
	{in: "Coach", says: "nothing ever did) | # items", keys: []string{"coach.boardItems"}},
	{in: "Coach", says: "or an item there > # days", keys: []string{"coach.doingDays"}},
	{in: "Coach", says: "leader proposed ≥ # % of items of the last 90 days | # items", keys: []string{"coach.ownPercent", "coach.ownItems"}},
	{in: "Coach", says: "response rate < # %; or ≥ # days and ≥ # events", keys: []string{"coach.repliesPercent", "coach.roundDays", "coach.roundEvents"}},
	{in: "Coach", says: "no linked backlog item # days after the round closed", keys: []string{"coach.answerDays"}},
	{in: "Coach", says: "no value story in max(#, 3c) days; or none at *applied* or beyond in max(#, 3c) | started ≥ max(#, 3c) d",
		keys: []string{"coach.storyDays", "coach.appliedDays", "coach.storyStart"}},
	{in: "Coach", says: "| C25 act | ≥ # of five signs", keys: []string{"coach.endingSigns"}},
	{in: "Coach", says: "one unit ≥ # % of the members", keys: []string{"coach.unitPercent"}},
	{in: "Coach", says: "no event of format `guest` for # days", keys: []string{"coach.guestDays"}},
	{in: "Coach", says: "unanswered for more than # days", keys: []string{"coach.helpDays"}},
	{in: "Coach", says: "not agreed anew for more than # days", keys: []string{"coach.reviewDays"}},
	{in: "Coach", says: "(person), ≥ # organising acts", keys: []string{"coach.organised"}},
	{in: "Coach", says: "the next event # days off or less", keys: []string{"coach.announceDays"}},
	{in: "Backlog", says: "a first answer within # days", keys: []string{"coach.helpDays"}},
	{in: "Backlog", says: "refined within # days", keys: []string{"coach.ideaDays"}},
}

// Given each number that is a setting, then data/README.md tells it where it tells the rule, and tells the usual one.
func TestReadmeTellsEverySetting(t *testing.T) {
	usual := map[string]int{}
	for _, r := range ThresholdRules {
		usual[r.Key] = r.Default
	}
	seen := map[string]bool{}
	for _, rule := range thresholdsTold {
		says := rule.says
		for _, key := range rule.keys {
			n, is := usual[key]
			if !is {
				t.Errorf("%s is no setting", key)
			}
			seen[key] = true
			word := strconv.Itoa(n)
			if rule.word != nil {
				word = rule.word(n)
			}
			says = strings.Replace(says, "#", word, 1)
		}
		wantTold(t, rule.in, says)
	}
	for _, r := range ThresholdRules {
		if !seen[r.Key] {
			t.Errorf("%s (%d) is told by no rule here; say in thresholdsTold where data/README.md does", r.Key, r.Default)
		}
	}
}

func wantTold(t *testing.T, heading, says string) {
	t.Helper()
	if !strings.Contains(inOneLine(chapter(t, heading)), says) {
		t.Errorf("data/README.md, %s does not say “%s”", heading, says)
	}
}

// Given the numbers that are the same for everybody, then data/README.md tells them.
func TestReadmeTellsTheConstants(t *testing.T) {
	for _, c := range []struct {
		in, says string
		n        []any
	}{
		{"Confidentiality", "never below %d", []any{MinGroupFloor}},
		{"Confidentiality", "numbers of people below %d read \"<%d\"", []any{MinGroupSize, MinGroupSize}},
		{"Charter", "(default %d)", []any{UsualWeek}},
		{"Charter", "%d–%d people: name", []any{1, MaxSponsors}},
		{"Charter", "table %d–%d: wording", []any{1, MaxMeasures}},
		{"Feedback", "no mean below %d votes", []any{RotiVotesForMean}},
		{"Survey workbooks", "**comment** (≤ %d)", []any{SurveyCommentMax}},
		{"Sponsors", "**Value story**, about %d words", []any{StoryWords}},
		{"Backlog", "An item done more than %d days ago leaves the board", []any{ArchiveAfterDays}},
		{"Backlog", "somebody takes it | %d |", []any{LimitOf(ColumnReady, 0)}},
		{"Backlog", "output exists | %d, or one per two core members", []any{LimitOf(ColumnDoing, 0)}},
		{"Fair turns", "at most %d; %d if never", []any{longestWait, firstTimeWait}},
	} {
		wantTold(t, c.in, fmt.Sprintf(c.says, c.n...))
	}
}

var inTicks = regexp.MustCompile("`([A-Za-z]+)`")

// charterField is the field that the table calls so, nil for none of the community's row.
func charterField(key string) *Field {
	if key == "cadence" {
		key = "cadenceDays"
	}
	at := slices.IndexFunc(CommunityFields, func(f Field) bool { return f.Key == key })
	if at < 0 {
		return nil
	}
	return &CommunityFields[at]
}

// charterRow is a row of the table of the charter: keys, type and limits.
var charterRow = regexp.MustCompile("(?m)^\\| (`.+?)\\| .+? \\| (.+?) \\|")

// Given the table of the charter, then each of its fields is described with the limits it tells: "text 300", "list 1–7 × 160",
// "int 7–92", and counts for completeness where the table has a dot.
func TestReadmeTellsTheLimitsOfTheCharter(t *testing.T) {
	checked := 0
	for _, row := range charterRow.FindAllStringSubmatch(chapter(t, "Charter"), -1) {
		for _, key := range inTicks.FindAllStringSubmatch(row[1], -1) {
			f := charterField(key[1])
			if f == nil {
				continue // of tables and versions
			}
			if dotted := strings.Contains(row[1], "●"); dotted != f.counted {
				t.Errorf("%s counts for completeness: %v, the table says %v", f.Key, f.counted, dotted)
			}
			limits, is := toldLimits(f, row[2])
			if is {
				checked++
			}
			if is && !slices.Equal(limits, limitsOf(f)) {
				t.Errorf("%s has the limits %v, the table says %q", f.Key, limitsOf(f), row[2])
			}
		}
	}
	if checked < 18 {
		t.Errorf("only %d limits are told", checked)
	}
}

// limitWords are how the table tells the limits of each kind of input.
var limitWords = map[Input]*regexp.Regexp{InputLine: regexp.MustCompile(`text (\d+)`), InputText: regexp.MustCompile(`text (\d+)`),
	InputList: regexp.MustCompile(`lists? (?:≤ |\d–)(\d+) × (\d+)`), InputNumber: regexp.MustCompile(`int (\d+)–(\d+)`)}

// toldLimits are the limits that a cell tells of a field; not ok for one whose kind has none there.
func toldLimits(f *Field, cell string) (limits []int, ok bool) {
	words := limitWords[f.Input]
	if words == nil {
		return nil, false
	}
	found := words.FindStringSubmatch(cell)
	for _, n := range found[min(1, len(found)):] {
		limit, _ := strconv.Atoi(n) // it is digits
		limits = append(limits, limit)
	}
	return limits, true
}

func limitsOf(f *Field) []int {
	switch f.Input {
	case InputList:
		return []int{f.Room, f.Limit}
	case InputNumber:
		return []int{f.Low, f.High}
	}
	return []int{f.Limit}
}

// Given what the program brings along, formats, cards, questions, then data/README.md has a line of each with its words and numbers.
func TestReadmeTellsWhatComesAlong(t *testing.T) {
	agenda := regexp.MustCompile(`(?:^|; )(\d+) `)
	for _, f := range Formats {
		people := fmt.Sprintf("%d–%d", f.Fewest, f.Most)
		if f.Most == 0 {
			people = "any"
		}
		row := fmt.Sprintf("| `%s` | %s | %d | %s | ", f.Key, f.Name, f.Minutes, people)
		wantTold(t, "Formats", row)
		if f.Key == VisionWorkshop {
			continue // told in a chapter of its own
		}
		_, steps, _ := strings.Cut(chapter(t, "Formats"), row)
		steps, _, _ = strings.Cut(steps, " |")
		var minutes []string
		for _, step := range f.Agenda {
			minutes = append(minutes, strconv.Itoa(step.Minutes))
		}
		var says []string
		for _, step := range agenda.FindAllStringSubmatch(steps, -1) {
			says = append(says, step[1])
		}
		if !slices.Equal(says, minutes) {
			t.Errorf("%s takes %v, the table says %q", f.Key, minutes, steps)
		}
	}
	for _, c := range Deck {
		wantTold(t, "Health cards", fmt.Sprintf("| %d | `%s` | %s | %s | %s | %s | %s |", c.Rank, c.Card, c.Title, c.Low, c.High, c.Ask, c.Pillar))
	}
	var short []string
	for _, key := range ShortDeck {
		at := slices.IndexFunc(Deck, func(c CardVersion) bool { return c.Card == key })
		short = append(short, strconv.Itoa(Deck[at].Rank))
	}
	wantTold(t, "Health cards", "Short deck of ten (*own*): "+strings.Join(short, ", ")+".")
	for _, key := range WorksheetQuestions {
		wantTold(t, "Worksheets", fmt.Sprintf("| `%s` | %s |", key, QuestionText(key).Key))
	}
}

// listed is a field as data/README.md, Limits and reach lists it: "hopesFor 300 p".
func listed(f *Field) string {
	line := f.Key
	if f.Room > 0 {
		line += fmt.Sprintf(" %d ×", f.Room)
	}
	if f.Limit > 0 {
		line += fmt.Sprintf(" %d", f.Limit)
	}
	line += map[Reach]string{ReachCommunity: " c", ReachOutside: " o"}[f.Reach]
	if f.Private {
		line += " p"
	}
	return line
}

// Given every row with fields that somebody writes, then data/README.md lists them with their limits, and how far their words may go.
func TestReadmeListsLimitsAndReach(t *testing.T) {
	for _, n := range nets() {
		if len(n.written) > 0 {
			wantTold(t, "Limits and reach", fmt.Sprintf("| `%s` | %s |", n.shape.Name(), strings.Join(n.written, " · ")))
		}
	}
}
