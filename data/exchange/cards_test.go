package exchange_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"copleader/data/exchange"
	"copleader/data/words"
)

// peopleOnCards says what each file of cards brings.
var peopleOnCards = map[string]string{
	"outlook-21.vcf": `1 name=Jürgen Groß email=juergen.gross@meridian.example phone=+49 89 1234-0 organisation=Meridian Mobility GmbH unit=Prüfstand site=München note=Kommt meist⏎erst ab 14 Uhr; ruft vorher an
		28 name=Ольга Иванова email=olga@meridian.example`,
	"google-30.vcf": `1 name=Adaeze Okafor called=Ada email=adaeze@meridian.example phone=+234 800 000 0001 organisation=Meridian Mobility, Inc. unit=Rig note=First line⏎second, with a comma; and more than fits into one line of a card
		16 name=王小明
		21 name=Nobody Known email=nobody.known@meridian.example ? There is no name; it was made of the address nobody.known@meridian.example.`,
	"apple-30.vcf": `1 name=Chloé Lefèvre email=chloe.lefevre@meridian.example phone=+33 6 00 00 00 01 organisation=Meridian Mobility site=Lyon
		13 name=Meridian Mobility ! This card is of a group or an organisation, not of a person.
		21 name=Testers ! This card is of a group or an organisation, not of a person.`,
	"version-40.vcf": `1 name=Nguyễn Thị Hoa email=hoa@meridian.example phone=+84-24-0000 pronouns=she/her organisation=Meridian Mobility unit=Rig timeZone=Asia/Ho_Chi_Minh knows=brakes, dashboards
		14 name=Meridian Mobility ! This card is of a group or an organisation, not of a person.
		19 name=Ken Tho ? The card is cut off; there may have been more.`,
}

// Given cards as Outlook, Google, Apple and newer programs write them, then the people
// on them come in.
func TestPeopleOnCards(t *testing.T) {
	eachSample(t, "testdata/cards", func(name string) {
		want, told := peopleOnCards[name]
		if !told {
			t.Fatalf("nothing says what %s brings", name)
		}
		f := sample(t, "cards/"+name)
		if f.Kind() != exchange.KindCards {
			t.Errorf("%s is taken for %q", name, f.Kind())
		}
		people, err := exchange.Cards(context.Background(), f)
		if err != nil {
			t.Fatal(name, err)
		}
		expect(t, name, toldPeople(people), want)
	})
}

// Given files of cards made to do harm, then they are read or refused, at once.
func TestHostileCards(t *testing.T) {
	card := func(s string) []byte { return []byte("BEGIN:VCARD\nVERSION:2.1\n" + s + "\nEND:VCARD\n") }
	long := bytes.Repeat([]byte(" QUJD\n"), 4<<20)
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"no card":               {[]byte("BEGIN:VCARD\nEND:VCARD\n"), "There is nothing in the file."},
		"binary":                {[]byte("BEGIN:VCARD\n\x00\x01"), "holds nothing that can be read here"},
		"too many":              {bytes.Repeat([]byte("BEGIN:VCARD\nFN:A\nEND:VCARD\n"), 50_001), "more than 50000 rows"},
		"an endless picture":    {append([]byte("BEGIN:VCARD\nPHOTO:x\n"), append(long, "FN:Ada\nEND:VCARD"...)...), "1 name=Ada"},
		"an endless name":       {append([]byte("BEGIN:VCARD\nFN:Ada\n"), append(long, "\nEND:VCARD"...)...), "there is room for 120."},
		"endless soft breaks":   {card("FN;QUOTED-PRINTABLE:Ada=\n" + strings.Repeat("=\n", 1<<20)), "1 name=Ada"},
		"a soft break at last":  {[]byte("BEGIN:VCARD\nFN;QUOTED-PRINTABLE:Ada="), "1 name=Ada ? The card is cut off"},
		"broken quoting":        {card("FN;ENCODING=QUOTED-PRINTABLE:=ZZ=4\nN:Lovelace;Ada"), "1 name="},
		"cards within cards":    {card(strings.Repeat("AGENT:\nBEGIN:VCARD\n", 100_000) + "FN:Ada"), "There is nothing in the file."},
		"no colons":             {card("FN\nN\nEMAIL;\n;;;\n:\nFN:Ada\n\\"), "1 name=Ada"},
		"a backslash at last":   {card(`N:Lovelace\`), `1 name=Lovelace\`},
		"many properties":       {card("FN:Ada\n" + strings.Repeat("TEL:1\n", 1<<20)), "1 name=Ada phone=1"},
		"a quote never closed":  {card(`FN;X="y:Ada`), "1 name=Ada"},
		"an address that isn't": {card("FN:Ada\nEMAIL:nowhere"), "E-mail is left out"},
	} {
		t.Run(name, func(t *testing.T) {
			people, err := exchange.Cards(context.Background(), exchange.File{Content: c.content})
			got := toldPeople(people)
			if err != nil {
				got = words.English().Sentence(err)
			}
			if !strings.Contains(got, c.want) {
				t.Errorf("got %.300s", got)
			}
		})
	}
}

// Given a card as the contacts of Apple export it, with a picture, grouped lines and labels of its own, then the person comes with what is told of them.
func TestAppleCardWithAPicture(t *testing.T) {
	photo := "PHOTO;ENCODING=b;TYPE=JPEG:" + strings.Repeat(strings.Repeat("A", 70)+"\r\n ", 4000) + "=\r\n"
	card := "BEGIN:VCARD\r\nVERSION:3.0\r\nN:山田;太郎;;;\r\nFN:山田 太郎\r\nX-PHONETIC-FIRST-NAME:たろう\r\nNICKNAME:タロ\r\nORG:Meridian;研究;\r\n" +
		"item1.EMAIL;type=INTERNET;type=pref:taro@meridian.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nitem2.TEL;type=pref:+81 3 0000 0001\r\nitem2.X-ABLabel:直通\r\n" +
		"item3.URL:https://meridian.example\r\nitem4.X-ABRELATEDNAMES:花子\r\nBDAY:1980-01-01\r\n" + photo + "X-ABUID:1:ABPerson\r\nEND:VCARD\r\n"
	people, err := exchange.Cards(context.Background(), exchange.File{Content: []byte(card + card)})
	if err != nil {
		t.Fatal(err)
	}
	told := strings.Split(toldPeople(people), "\n")
	if want := "1 name=山田 太郎 called=タロ email=taro@meridian.example phone=+81 3 0000 0001 organisation=Meridian unit=研究"; len(told) != 2 || told[0] != want {
		t.Errorf("got %q, want twice %q", told, want)
	}
}
