package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// promises are the small things that everybody may count on in the window, each with the test that shows it: one of the habits, or a
// function in the folder named.
var promises = []struct{ what, shown string }{
	// Buttons that do it.
	{"“Prepare a report” opens its preview with its period", "ui/share TestAReportOpensWithItsPeriod"},
	{"Pass leadership asks to whom", "the palette passes leadership to whom one says"},
	{"… and walks through binder, file, notes to members and sponsors", "ui/members TestTheLeaderPassesOn"},
	{"Run the workshop runs it, or says “Plan the workshop”", "ui/charter TestRunTheWorkshop"},
	{"a fresh round asks how to ask, and invites", "ui/health TestFreshRoundAsks"},
	{"Publish minutes shows the very text, and what was done is noted by itself", "ui/events TestPublishShowsTheText"},
	{"Announce does so too; its text is changed, copied, saved, mailed", "ui/events TestAnnouncementIsChanged"},
	{"the channel's page is a click away", "ui/events TestOpenTheChannel"},
	{"Enter on an empty field notes nothing", "ui/events TestNowhereIsNotNoted"},
	{"after a meeting that is past, who came is noted, and who led is ticked", "ui/events TestDidItTakePlace"},
	{"what says “opened” has seen it", "ui/share TestHanded"},
	{"where no mail program answers, that is said, and the files are shown", "ui/share TestMailWithoutAProgram"},
	{"where no program opens a document, it is said", "ui/share TestOpenWithoutAProgram"},
	{"the palette does the deed or says why not", "ui TestThePaletteDoesItOrSaysWhyNot"},
	{"… also why nothing is published", "ui TestThePaletteSaysWhyNothingIsPublished"},
	{"a deed is found by its own words before by what it is done to", "ui TestThePaletteKnowsDeedsByTheirOwnWords"},
	{"what an event needs next stays in sight", "ui/events TestTheNextDeedStaysInSight"},
	{"publishing gives a notice with Undo", "ui/events TestPublishShowsTheText"},
	{"cancelling gives a notice with Undo", "cancelling an event can be taken back at once"},
	{"cancelling offers to tell those who meant to come", "ui/events TestCancellingTellsThem"},
	{"parking gives a notice with Undo", "ui/backlog TestDeedsOnThree"},

	// Dates and times as people write them.
	{"days are read as they are typed: in the region's order, one digit, two-digit years, names of months", "data TestDaysAsTheyAreTyped"},
	{"… as words, in the window's language and English", "data/words TestDayWords"},
	{"… and as the program itself prints them", "data/words TestDaysInTheRegionsForm"},
	{"times are read as they are typed", "data TestTimesAsTheyAreTyped"},
	{"one reader for every field of every form", "ui/kit TestDateOfAForm"},
	{"what is ambiguous shows how it was read, with the weekday", "ui/kit TestHowADayIsRead"},
	{"… beside the field", "ui/kit TestReadingStandsAtItsField"},
	{"lists, menus and the palette have the date of an event first, how far it is second", "ui TestFindable"},
	{"… the list of events too", "ui/events TestDemoProgramme"},
	{"a distance has one wording", "data/words TestAgo"},
	{"the calendar marks today and the chosen day", "ui/kit TestPictureCalendar"},
	{"… starts the week as the region does", "ui/kit TestCalendarWeeks"},
	{"… or as it is set", "ui/settings TestWindowSettings"},
	{"… is walked by arrows", "ui/kit TestCalendarByKeys"},
	{"… and closed by Escape", "ui/kit TestEscapeClosesTheCalendar"},
	{"hours that don't exist or exist twice are asked about", "ui/events TestHoursWhenClocksAreSet"},

	// A year planned in a minute.
	{"a series is planned in words", "data TestReadSeries"},
	{"… without pauses and holidays that are named", "data TestSeriesLeavesOutPauses"},
	{"… as a list to correct, each an event of its own, with one undo", "ui/events TestPlanASeries"},
	{"this one, or this and the later ones: moving, cancelling, removing", "ui/events TestThisOneOrTheLaterOnes"},
	{"… changing", "ui/events TestChangeTheLaterOnesToo"},
	{"an event is copied with programme, roles and checklist", "ui/events TestCopyAnEvent"},
	{"own templates stand beside the formats", "ui/events TestTemplate"},
	{"a checklist's days hang on the event, due ones are on Overview", "ui/overview TestDueForEvents"},
	{"an event may take several days", "ui/events TestEventOverSeveralDays"},
	{"in the month events are dragged", "ui/events TestDragInTheMonth"},
	{"… moved and planned by keys and double click", "ui/events TestMonthByKeysAndDoubleClick"},
	{"all events are searched and filtered", "ui/events TestSearchEvents"},
	{"… and where nothing fits, that is said", "ui/events TestMonthWithoutWhatIsSought"},

	// Ordinary habits.
	{"Delete removes, with Undo", "Delete removes, with Undo"},
	{"Delete on the board", "ui/backlog TestDeleteOnTheBoard"},
	{"Delete in a list of several", "ui/events TestDeleteThreeEvents"},
	{"what is shown is what is printed: events, with their columns", "ui/events TestEventsArePrintedAsShown"},
	{"… or what is chosen: board, library, stories", "ui/backlog TestWhatIsChosenIsPrinted"},
	{"… members", "ui/members TestTheChosenArePrinted"},
	{"… what was done", "ui/history TestWhatWasDoneIsPrinted"},
	{"several stories are removed as one", "ui/backlog TestSeveralStories"},
	{"several sponsors are written to, or removed, as one", "ui/charter TestSeveralSponsors"},
	{"… measures, with Ctrl and Shift", "ui/charter TestSeveralMeasures"},
	{"… what was asked of them is done", "ui/charter TestSeveralFollowUps"},
	{"what several deeds removed comes back as one", "ui/history TestSeveralAreBroughtBackTogether"},
	{"a notice never lies over what is chosen", "ui TestNoticesStandBesideTheChosen"},
	{"a name has the room that columns beside it leave empty", "ui/kit TestListLendsRoomToLongTexts"},
	{"an address typed beside a name goes where it belongs", "ui/members TestNameTypedWithAnAddress"},
	{"choosing several moves nothing", "ui/events TestChoosingMovesNothing"},
	{"the charter and its canvas are read first", "ui/charter TestTheCharterIsReadFirst"},
	{"an item is read first", "ui/backlog TestAnItemIsReadFirst"},
	{"F2 leads to what can be changed", "F2 renames"},
	{"Escape clears the search, then leaves it", "Escape clears the search, then leaves it"},
	{"Escape steps out one level at a time: several chosen", "ui/backlog TestChooseAllOnTheBoard"},
	{"… a document", "Escape steps out of a document"},
	{"… an event in the list's place", "ui/events TestEscapeLeadsBackToTheList"},
	{"… a half filled form asks first", "ui/kit TestEscapeInAHalfFilledForm"},
	{"Enter confirms a form", "ui/kit TestFormFocusesItsFirstFieldAndSavesOnEnter"},
	{"a double click opens", "ui/kit TestListOpensOnADoubleClick"},
	{"a double click plans in the month", "ui/events TestMonthByKeysAndDoubleClick"},
	{"a right click offers what the row can", "ui/kit TestListRowMenu"},
	{"… and what all that are chosen can", "ui/backlog TestDragAndMenuOfThree"},
	{"typing in a list finds", "typing in a list finds"},
	{"a focused choice opens on typing", "ui/kit TestSelectOpensOnTyping"},
	{"… and says where nothing fits", "ui/kit TestAChoiceWithoutMatchSaysSo"},
	{"Ctrl+Home and Ctrl+End lead to the ends of a text", "ui/kit TestTheEndsOfAText"},
	{"Tab visits nothing that can't be used", "Tab visits nothing that can't be used"},
	{"the focus stays where one was while something is drawn anew", "ui/events TestPlanASeries"},
	{"… and goes back to the list after a deed on several", "ui/events TestDeedsOnThreeEvents"},
	{"Tab chooses the text of a field", "Tab chooses the text of a field"},
	{"Alt+F and F10 reach the menu", "F10 and Alt+F reach the menu from a field"},
	{"Ctrl+S says that it is saved", "Ctrl+S says that it is saved"},
	{"Ctrl+Shift+F finds in everything", "Ctrl+Shift+F finds in everything"},
	{"the search of a page ends with the page", "a search ends with its page"},
	{"the pane shows nobody the list doesn't", "the pane shows nobody the list doesn't"},
	{"notices float and hide no button", "ui TestNoticesHideNoButton"},
	{"notices fade when stale, the newest deed's Undo stays in reach", "a notice fades when it is stale, and Undo stays at the foot"},
	{"destructive answers are never the focused ones", "ui/kit TestAskThatLoses"},
	{"… those that lose nothing are", "ui/events TestThisOneOrTheLaterOnes"},
	{"what removes stands last in a menu", "ui/backlog TestContextMenu"},
	{"two buttons never swap places under the mouse", "ui/share TestTurningMovesNoButton"},
	{"… at the head of a round", "ui/health TestTheHeadOfARoundMovesNoButton"},
	{"lines typed fast are each written down as typed", "ui/meeting TestLinesTypedFastEachStandAlone"},
	{"a notice stands over the dialog that is open", "ui TestNoticesStandOverDialogs"},
	{"the main menu stays under the height of the least window", "no menu is higher than the least window"},
	{"… that of an event stays low with large text", "ui/events TestTheMenuOfAnEventStaysLow"},
	{"a menu under the pointer stays in the window", "ui/kit TestMenusStayInTheWindow"},
	{"keys stand legibly in the menus", "keys stand legibly in the menus, one below another"},
	{"a list dropped on the window comes in", "ui TestQuestionnairesGoToTheirRound"},
	{"a picture dropped on the window goes where it belongs", "ui TestADroppedPictureGoesToTheCharter"},
	{"a community dropped on the window is opened or brought in", "ui TestDroppedCommunity"},
	{"the preview pages with PgDn", "ui/share TestKeysTurnThePages"},
	{"the preview zooms", "ui/share TestThePreviewZooms"},
	{"the manual is in Help, and is searched", "the manual is in Help, and is searched"},
}

// Given what the window promises, then each promise names a test that is there.
func TestPromises(t *testing.T) {
	told := map[string]bool{}
	for _, p := range promises {
		if told[p.what] {
			t.Errorf("%q stands there twice", p.what)
		}
		told[p.what] = true
		if slices.ContainsFunc(habits, func(h habit) bool { return h.what == p.shown }) {
			continue
		}
		folder, name, _ := strings.Cut(p.shown, " ")
		if !hasTest(t, filepath.Join("..", filepath.FromSlash(folder)), name) {
			t.Errorf("%q is shown by no test: %q is not there", p.what, p.shown)
		}
	}
}

// hasTest tells whether the tests of a folder have a function of a name.
func hasTest(t *testing.T, folder, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	return slices.ContainsFunc(files, func(file string) bool {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Contains(string(source), "\nfunc "+name+"(t *testing.T)")
	})
}
