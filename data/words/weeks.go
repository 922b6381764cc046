package words

// A community counts in weeks (data/README.md, Demo), so screens that tell of events speak of weeks for up to two
// years.

// WeeksAgo speaks how many days lie behind, in weeks from the seventh day on: "yesterday", "19 weeks ago"; negative
// days lie ahead: "in 2 weeks".
func (s *Say) WeeksAgo(days int) string {
	weeks := rounded(max(days, -days), 7)
	switch {
	case days >= yearsFrom || days <= -yearsFrom || days > -7 && days < 7:
		return s.Ago(days)
	case days > 0:
		return s.Count(weeks, "%d week ago", "%d weeks ago")
	}
	return s.Count(weeks, "in %d week", "in %d weeks")
}

// ShortWeeksAgo is WeeksAgo for a narrow column: "13 wk ago".
func (s *Say) ShortWeeksAgo(days int) string {
	if days < 7 || days >= yearsFrom {
		return s.WeeksAgo(days)
	}
	return s.Text("%d wk ago", rounded(days, 7))
}
