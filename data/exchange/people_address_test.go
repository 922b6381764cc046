package exchange_test

import (
	"fmt"
	"testing"

	"copleader/data/exchange"
)

// Given surnames first with an address behind, as Outlook shows people, then each is one person, alone and in lists; where a comma may as
// well stand between two people, that is asked.
func TestPastedSurnamesWithAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"García López, María José <mjgl@firm.example>":         "1 name=María José García López email=mjgl@firm.example",
		"García López, María José <maria.garcia@firm.example>": "1 name=María José García López email=maria.garcia@firm.example",
		"García López, María José <m1@firm.example>": "1 name=María José García López email=m1@firm.example = " +
			"These may be two people; if so, please bring them one by one.",
		"Ada Lovelace, Grace Hopper <grace.hopper@firm.example>": "1 name=Ada Lovelace\n1 name=Grace Hopper email=grace.hopper@firm.example",
		"García López, María José <m@firm.example>; Pérez Ruiz, Ana Belén <a@firm.example>; Otto Berg": `1 name=María José García López email=m@firm.example
			1 name=Ana Belén Pérez Ruiz email=a@firm.example
			1 name=Otto Berg`,
		"García López, María José <m@firm.example>\nPérez Ruiz, Ana Belén <a@firm.example>\nvan der Berg, Jan Willem <j@firm.example>": `1 name=María José García López email=m@firm.example
			2 name=Ana Belén Pérez Ruiz email=a@firm.example
			3 name=Jan Willem van der Berg email=j@firm.example`,
		"García López, María José <maria@garcia.example>, Hopper, Grace <grace@firm.example>": `1 name=María José García López email=maria@garcia.example = These may be two people; if so, please bring them one by one.
			1 name=Grace Hopper email=grace@firm.example`,
		"Lovelace, Ada <ada@firm.example>, Berg, Otto":                    "1 name=Ada Lovelace email=ada@firm.example\n1 name=Otto Berg",
		"Lee 'Q' <q@firm.example>":                                        "1 name=Lee 'Q' email=q@firm.example",
		"'Lee 'Q'' <q@firm.example>":                                      "1 name='Lee 'Q'' email=q@firm.example",
		"'Seán O'Neill' <s@firm.example>":                                 "1 name=Seán O'Neill email=s@firm.example",
		"'Ada Lovelace <ada@firm.example>'":                               "1 name=Ada Lovelace email=ada@firm.example",
		"X Æ A-12 'Q' <odd@firm.example>":                                 "1 name=X Æ A-12 'Q' email=odd@firm.example",
		"'Lovelace, Ada' <ada@firm.example>":                              "1 name=Ada Lovelace email=ada@firm.example",
		"Lovelace, Ada, PhD <ada@firm.example>":                           "1 name=Ada Lovelace, PhD email=ada@firm.example",
		"Lovelace, Ada, PhD":                                              "1 name=Ada Lovelace, PhD",
		"Ada Lovelace, PhD, Grace Hopper, Otto Berg":                      "1 name=Ada Lovelace, PhD\n1 name=Grace Hopper\n1 name=Otto Berg",
		"Lovelace, Ada (Sums) <ada@firm.example>":                         "1 name=Ada Lovelace (Sums) email=ada@firm.example",
		"Ada Lovelace, Sales <ada@firm.example>":                          "1 name=Ada Lovelace email=ada@firm.example unit=Sales",
		"Ada Lovelace <ada@firm.example>, Sales":                          "1 name=Ada Lovelace email=ada@firm.example unit=Sales",
		"Ada Lovelace, Sums <a@x.example>\nOtto Berg, Sums <o@x.example>": "1 name=Ada Lovelace email=a@x.example unit=Sums\n2 name=Otto Berg email=o@x.example unit=Sums",
		"Ada Lovelace; ada@firm.example":                                  "1 name=Ada Lovelace email=ada@firm.example",
		"Lovelace, Ada; <ada@firm.example>":                               "1 name=Ada Lovelace email=ada@firm.example",
		"Lovelace, Ada\nada@firm.example":                                 "1 name=Ada Lovelace email=ada@firm.example",
		"Ada Lovelace; x1@firm.example\nGrace Hopper; x2@firm.example":    "1 name=Ada Lovelace email=x1@firm.example\n2 name=Grace Hopper email=x2@firm.example",
		"Ada Lovelace; x1@firm.example; Grace Hopper; x2@firm.example":    "1 name=Ada Lovelace email=x1@firm.example\n1 name=Grace Hopper email=x2@firm.example",
		"Otto Berg; grace.hopper@firm.example": `1 name=Otto Berg
			1 name=Grace Hopper email=grace.hopper@firm.example ? There is no name; it was made of the address grace.hopper@firm.example.`,
		"o.berg@firm.example, hopper@firm.example": `1 name=O Berg email=o.berg@firm.example ? There is no name; it was made of the address o.berg@firm.example.
			1 name=Hopper email=hopper@firm.example ? There is no name; it was made of the address hopper@firm.example.`,
	} {
		expect(t, fmt.Sprintf("%q", text), toldPeople(exchange.PastedPeople(text)), want)
	}
}

// Given what was typed into a field for one name, then an address beside the name is told apart from it, and nothing else is taken for one.
func TestOnePerson(t *testing.T) {
	for typed, want := range map[string]string{
		"":                                           "",
		"Ada Lovelace":                               "",
		"Lovelace, Ada":                              "",
		"Ada Lovelace <ada@firm.example>":            "Ada Lovelace|ada@firm.example|",
		"Ada Lovelace; m1@firm.example":              "Ada Lovelace|m1@firm.example|",
		"Ada Lovelace, m1@firm.example":              "Ada Lovelace|m1@firm.example|",
		"ada@firm.example Ada Lovelace":              "Ada Lovelace|ada@firm.example|",
		"ada.lovelace@firm.example":                  "Ada Lovelace|ada.lovelace@firm.example|",
		"Lovelace, Ada <m1@firm.example>":            "Ada Lovelace|m1@firm.example|",
		"van der Berg, Jan; j@x.example":             "Jan van der Berg|j@x.example|",
		"Ada Lovelace, Sales <ada@x.test>":           "Ada Lovelace|ada@x.test|Sales",
		"Ada @ Home":                                 "",
		"Ada <ada@@firm.example>":                    "",
		"Ada <ada@x.example>; Otto <otto@x.example>": "",
		"Ada Lovelace; Otto Berg <m1@x.example>":     "",
		"a@x.example, b@x.example":                   "",
	} {
		got := ""
		if m, is := exchange.OnePerson(typed); is {
			got = m.Name + "|" + m.Email + "|" + m.Unit
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", typed, got, want)
		}
	}
}
