package coach

import "copleader/data"

// WelcomeDraft is a text to begin from when writing to somebody who has just joined.
func WelcomeDraft(s *data.Snapshot, today data.Date, m *data.Member) data.Phrase {
	return look(s, nil, today).welcome(m)
}
