package demo

import "copleader/data"

// AgreedTexts puts into the demo's charter versions the text they were agreed
// with, as write words a charter. The first came before the mandate; since the
// second two sentences were changed.
func AgreedTexts(s *data.Snapshot, write func(*data.Snapshot) string) {
	earlier := *s
	earlier.Community.Domain = "Testing software well: by hand and by machine."
	earlier.Community.Practice = "We design, automate and carry out tests."
	versions := make([]data.CharterVersion, len(s.Versions))
	copy(versions, s.Versions)
	for i := range versions {
		then := earlier
		if versions[i].Version == 1 {
			c := &then.Community
			c.MayDecide, c.MayPropose, c.NotOurs = nil, nil, nil
		}
		versions[i].Text = write(&then)
	}
	s.Versions = versions
}
