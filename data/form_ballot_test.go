package data

import "testing"

// Given what is typed for a card, then it reads as answer and direction, and what belongs to the next card is left.
func TestReadMark(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		text  string
		scale Scale
		want  Mark
		rest  string
		typed string
	}{
		{"", Agreement5, Mark{Value: Blank}, "", ""},
		{"4", Agreement5, Mark{Value: 4}, "", "4"},
		{"0", Agreement5, Mark{Value: 0}, "", "0"},
		{"4+", Agreement5, Mark{Value: 4, Vote: VoteBetter}, "", "4+"},
		{"=2", Agreement5, Mark{Value: 2, Vote: VoteSame}, "", "2="},
		{"−", Agreement5, Mark{Value: Blank, Vote: VoteWorse}, "", "-"},
		{"45", Agreement5, Mark{Value: 4}, "5", "4"},
		{"4+5-3", Agreement5, Mark{Value: 4, Vote: VoteBetter}, "5-3", "4+"},
		{"6x4", Agreement5, Mark{Value: 4}, "", "4"},
		{"4", TrafficLight, Mark{Value: Blank}, "", ""},
		{"3=1", TrafficLight, Mark{Value: 3, Vote: VoteSame}, "1", "3="},
		{"٣", Agreement5, Mark{Value: Blank}, "", ""},
	} {
		got, rest := ReadMark(tc.text, tc.scale)
		if got != tc.want || rest != tc.rest || got.Typed() != tc.typed {
			t.Errorf("%q reads as %+v with %q left, typed %q", tc.text, got, rest, got.Typed())
		}
	}
}

// Given marks, then a tally counts each once.
func TestMarksAreCounted(t *testing.T) {
	t.Parallel()
	var tally Tally
	for _, m := range []Mark{{Value: 5, Vote: VoteBetter}, {Value: 5}, {Value: 0, Vote: VoteSame}, {Value: Blank, Vote: VoteWorse}, {Value: Blank}} {
		m.AddTo(&tally)
	}
	if want := (Tally{Counts: Counts{0, 0, 0, 0, 2}, NoOpinion: 1, Better: 1, Same: 1, Worse: 1}); tally != want {
		t.Errorf("the tally is %+v", tally)
	}
}

// Given a story in several scripts, then its words are counted as a reader would.
func TestStoryWords(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		story ValueStory
		want  int
	}{
		{ValueStory{}, 0},
		{ValueStory{Title: "not counted", Situation: "One two, three.", Evidence: "nor this"}, 3},
		{ValueStory{Met: "well-known – 3 times", Did: "a\nb", CameOfIt: "c"}, 6},
		{ValueStory{Situation: "测试 suite"}, 3},
		{ValueStory{Situation: "اختبار الأدوات"}, 2},
	} {
		if got := tc.story.Words(); got != tc.want {
			t.Errorf("%+v has %d words, want %d", tc.story, got, tc.want)
		}
	}
}
