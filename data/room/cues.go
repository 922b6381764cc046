package room

import (
	"cmp"

	"copleader/data"
)

// Cue is what helps the leader with a part: how it is done, and what to say. Either may be zero.
type Cue struct{ How, Say data.Phrase }

// CueOf is the cue of a part of a meeting of a format (data/README.md, The room).
func CueOf(format string, p *Part) Cue {
	if cue, there := cuesByStep()[key{format, cmp.Or(p.Of, p.Text)}]; there && p.Kind != Card && (!p.Within || p.Of != "") {
		if p.Kind.InBlock() {
			cue.How = cuesByKind()[p.Kind].How
		}
		return cue
	}
	if cue, there := cuesOfTurns()[format]; there && p.Within && p.Kind == Talk {
		return cue
	}
	if cue, there := cuesOfCases()[p.Of]; there && p.Within && p.Kind == Talk {
		return cue
	}
	return cuesByKind()[p.Kind]
}

// cuesByKind are those of parts that the program knows the kind of and no more.
func cuesByKind() map[Kind]Cue {
	return map[Kind]Cue{
		CheckIn: {data.Say("Everybody says one sentence, you first. Nobody comments."),
			data.Say("“Good that you are here. One sentence each, and passing is fine.”")},
		Actions: {data.Say("One sentence each: done, still open, or not any more. What stays open is carried over by itself."),
			data.Say("“What became of what we agreed? Not done is fine; then we say whether we still want it.”")},
		Card: {data.Say("1-2-4-all: a minute alone, two in pairs, four in fours, then all."),
			data.Say("“Both sides are right about what they see. What does each side see? Nobody has to explain a vote. Who needs to hear this?”")},
		Ask: {data.Say("Read both statements, then all show their vote at once: fingers, notes or the chat. Count, and go on; talk comes later."),
			data.Say("“Read, think, and all at once: low to high.”")},
		Topic: {data.Say("Five minutes. When they are over: thumbs up for three more, sideways for whatever the others want, down for the next topic."),
			data.Say("“Whose topic is this? One sentence, then it is open.”")},
		Spare: {data.Say("Take what came up meanwhile, or what deserves longer; or close early."),
			data.Say("“What else do we want to talk about?”")},
		Vote: {data.Say("Dots by hand, or in the chat, which all can see. All vote before anything is counted."),
			data.Say("“Put your dots where you would give your own time.”")},
		Box: {data.Say("Write it as short as you would say it."),
			data.Say("“One idea on each note. First alone, then together.”")},
		Alone:   {How: data.Say("One idea on each note, in silence. Nobody reads out yet.")},
		Share:   {How: data.Say("Each reads out one note, in turn, no debate. Write them down as ideas (I).")},
		Cluster: {How: data.Say("Put together what belongs together: drag one onto the other. Call each heap by what it says.")},
		Agree:   {How: data.Say("Dots, then what stays goes into its box: drag it there, or by a right click. Read it out as it stands.")},
		Feedback: {data.Say("Fingers, notes or the chat: 1 to 5, and 3 means you got back what you put in. Ask low ones what would lift it, high ones what they will use."),
			data.Say("“Was it worth your time? And what would make it a 10 next time?”")},
		Close: {data.Say("Read out what was decided and who does what, then the next date."),
			data.Say("“Have I got it right? Then thank you, and until next time.”")},
		Break: {How: data.Say("Say when it goes on, and begin then.")},
		Talk:  {How: data.Say("Ask for what is not said yet; those who said least come first.")},
	}
}

// cuesOfTurns are those of the turns that a part of a format consists of, where one person has the word.
func cuesOfTurns() map[string]Cue {
	return map[string]Cue{
		"lightning_talks": {How: data.Say("Name the speaker, then stay silent. Show one minute with a finger; at zero begin to clap.")},
		"show_and_tell":   {How: data.Say("Seven minutes to show, three to ask. Real work, no slides.")},
	}
}

// cuesOfCases are those of the steps of a case.
func cuesOfCases() map[string]Cue {
	return map[string]Cue{
		tells: {data.Say("Whoever brought it tells it, the others listen: no questions yet."),
			data.Say("“What is it about, what have you tried, and what would help you?”")},
		clarifies: {data.Say("Questions only, each of which can be answered shortly. Advice that is dressed as a question waits."),
			data.Say("“What do we need to know? No advice yet.”")},
		advises: {data.Say("All advise one another, and whoever brought it listens and takes notes."),
			data.Say("“What would you do in this place?”")},
		commits: {data.Say("Whoever brought it says what they will try, and by when: write it down as an action (A). Ask whether it may be told outside."),
			data.Say("“What will you try first?”")},
	}
}

// cuesByStep are those of steps of formats. The texts of steps are those of data.Formats.
func cuesByStep() map[key]Cue {
	return map[key]Cue{
		{"retrospective", "Facts"}: {data.Say("Three minutes in silence: what happened, one note each. Then read out, earliest first."),
			data.Say("“What happened since last time? Facts first, opinions later.”")},
		{"retrospective", "Choose"}: {data.Say("Each has three dots. One to three changes are enough; take the ones with the most dots."),
			data.Say("“Which of these would change something within a month?”")},
		{"retrospective", "Owners"}: {data.Say("Each change gets one person who said yes, and a day."),
			data.Say("“Who takes it? And when do we hear of it?”")},
		{"lean_coffee", "Write topics"}: {data.Say("One topic on each note, as many as people like. Write them down as ideas."),
			data.Say("“What do you want to talk about today? A word or a question is enough.”")},
		{"lean_coffee", "Pitch"}: {data.Say("Two sentences a topic, by whoever wrote it. No debate yet."),
			data.Say("“What is it about, and what would you like to leave with?”")},
		{"lean_coffee", "Dot vote"}: {data.Say("Two dots each, on one topic or two. The order of the dots is the order of the topics."),
			data.Say("“Two dots each. All at the same time.”")},
		{"lightning_talks", "Rules"}: {data.Say("Five minutes a talk, whatever happens; clapping ends it. Two to change over."),
			data.Say("“Five minutes each. When the clock is at zero, we clap, and that is the end of the talk.”")},
		{"lightning_talks", "Open talk"}: {data.Say("Whoever has something left: a minute each."),
			data.Say("“Who was made curious, and about what?”")},
		{"problem_clinic", "Choose"}: {data.Say("Each problem in one sentence; dots decide which two."),
			data.Say("“What are you stuck with? One sentence.”")},
		{"health_check_session", "Explain and reassure"}: {data.Say("Say what happens with the answers, and that there is no right one."),
			data.Say("“This is about us, not about anybody. Nobody has to explain a vote, and with fewer than five answers nothing is shown.”")},
		{"health_check_session", "Cards"}: {data.Say("Read both statements, all show their vote at once, count, go on. Talk comes later."),
			data.Say("“Read, think, and all at once: low to high.”")},
		{data.VisionWorkshop, "Welcome, aim, rules"}: {data.Say("Sticky notes, one idea on each. Above twelve people, tables of four or five."),
			data.Say("“In two hours we shall have a first picture of what this community is for. First alone, then together, every time.”")},
		{data.VisionWorkshop, "Round: why I came"}: {data.Say("One sentence each, you last."),
			data.Say("“Why did you come? What do you hope for?”")},
		{data.VisionWorkshop, "Vision and importance"}: {data.Say("Alone, share, cluster, agree: one sentence and three reasons."),
			data.Say("“What picture do we want to make real, and why does it matter now?”")},
		{data.VisionWorkshop, "How and measures"}: {data.Say("Alone, share, cluster, agree: three to five activities, three signs."),
			data.Say("“What will carry us there? By what signs shall we see it?”")},
		{data.VisionWorkshop, "Impact"}: {data.Say("Alone, share, cluster, agree: a list."),
			data.Say("“Who and what will feel a change?”")},
		{data.VisionWorkshop, "Resources and channels"}: {data.Say("Alone, share, cluster, agree: what to ask for, and where we talk."),
			data.Say("“What do we need? Where shall we meet one another between events?”")},
		{data.VisionWorkshop, "Force field: helps and brakes"}: {data.Say("Three of each at the end. Weakening a brake usually pays more than pushing."),
			data.Say("“What helps us? What holds us back?”")},
		{data.VisionWorkshop, "Name"}: {data.Say("Three minutes to propose, then two votes each; the most votes decide."),
			data.Say("“What shall we be called?”")},
		{data.VisionWorkshop, "Leader"}: {data.Say("Nominate, then ask whoever is named, before all, whether they want to."),
			data.Say("“Who should hold this together for the first year? And would you?”")},
		{data.VisionWorkshop, "Next steps"}: {data.Say("The first event, where the canvas hangs, who goes to the sponsor: each with a name."),
			data.Say("“When do we meet, and who does what until then?”")},
		{"social", "Greet newcomers"}: {data.Say("Bring each newcomer together with one person, and leave them."),
			data.Say("“Good that you are here. Whom have you not met yet?”")},
		{"core_sync", "Numbers"}: {data.Say("What the Overview says needs us, in two sentences."),
			data.Say("“What is the one thing we should act on?”")},
	}
}
