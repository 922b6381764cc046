package data

import (
	"database/sql/driver"
	"fmt"
	"strconv"
	"strings"
)

// Counts holds how often each of the answers 1–5 was given (index 0 is answer
// 1). A traffic-light round uses the first three: red, amber, green.
type Counts [5]int

// Sum is the number of answers.
func (c Counts) Sum() int { return c[0] + c[1] + c[2] + c[3] + c[4] }

// Plus adds two counts.
func (c Counts) Plus(o Counts) Counts {
	for i := range c {
		c[i] += o[i]
	}
	return c
}

// Points is the sum of answers times their value 1–5.
func (c Counts) Points() int { return c[0] + 2*c[1] + 3*c[2] + 4*c[3] + 5*c[4] }

func (c Counts) check(k *check, field string) {
	for _, n := range c {
		k.failing(n < 0 || n > 100000, field, "Please give counts from 0 upward.")
	}
}

// Value writes the counts as "0-1-3-7-4".
func (c Counts) Value() (driver.Value, error) {
	return fmt.Sprintf("%d-%d-%d-%d-%d", c[0], c[1], c[2], c[3], c[4]), nil
}

// Scan reads what Value wrote.
func (c *Counts) Scan(src any) error {
	s, ok := src.(string)
	if b, is := src.([]byte); is {
		s, ok = string(b), true
	}
	parts := strings.Split(s, "-")
	if !ok || len(parts) != len(c) {
		return fmt.Errorf("cannot read counts from %q", s)
	}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil {
			return fmt.Errorf("cannot read counts from %q", s)
		}
		c[i] = n
	}
	return nil
}
