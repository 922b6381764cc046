package coach

// RuleOf is a rule of the table as tests see it.
type RuleOf struct {
	ID       string
	Severity Severity
	Rests    bool // silent while the community pauses
	OfPeople bool
}

// Table is the table of rules.
func Table() []RuleOf {
	var table []RuleOf
	for i := range rules {
		r := &rules[i]
		table = append(table, RuleOf{r.id, r.severity, r.rests, r.each != nil})
	}
	return table
}
