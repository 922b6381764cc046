package charter

import "copleader/data/words"

// chipWords name the chips.
func chipWords(say *words.Say) []string {
	return []string{say.Text("Why and how"), say.Text("Canvas"), say.Text("Measures"), say.Text("Growth")}
}
