package press

import (
	"cmp"
	"fmt"
	"slices"

	"copleader/data"
	"copleader/reports/page"
)

// BoardItems are the items as they stand on the board, column after column.
func (d *Draft) BoardItems() []*data.Item {
	var items []*data.Item
	for _, column := range data.Columns {
		for i := range d.Items {
			if item := &d.Items[i]; item.Column == column && item.CreatedOn <= d.Opt.Today {
				items = append(items, item)
			}
		}
	}
	return items
}

// MemberUID is what a member is known by in every address book.
func (d *Draft) MemberUID(member int64) string {
	return fmt.Sprintf("member-%d.%s", member, d.CommunityUID())
}

// ToldStories are the value stories that may leave the community, the latest first.
// One that names somebody although it may not is held back, and the document says so.
func (d *Draft) ToldStories() []data.ValueStory {
	var told []data.ValueStory
	for _, story := range slices.Backward(d.Stories) {
		if !story.Consent.MayLeave() || story.On > d.Opt.Today {
			continue
		}
		if who, named := d.NamedIn(&story); named {
			d.Remark(heldBack(story.Title, who))
			continue
		}
		told = append(told, story)
	}
	return told
}

// heldBack says why a story is not told.
func heldBack(title string, who data.Named) data.Phrase {
	if who.Word != "" {
		return data.Say("The story “%s” may not name anybody, but “%s” stands in its text, a word of the name of %s, so it was left out. Take the name out of the story, or ask whether it may be told with names.", title, who.Word, who.Member.Name)
	}
	return data.Say("The story “%s” may not name anybody, but its text names %s, so it was left out. Take the name out of the story, or ask whether it may be told with names.", title, who.Member.Name)
}

// Agreed is the last version of the charter that was agreed by today.
func (d *Draft) Agreed() (data.CharterVersion, bool) {
	var last data.CharterVersion
	for _, v := range d.Versions {
		if v.AgreedOn != 0 && v.AgreedOn <= d.Opt.Today && v.Version >= last.Version {
			last = v
		}
	}
	return last, last.Version > 0
}

// Logo is the community's picture; one that cannot be printed is left out, and
// the report says so.
func (d *Draft) Logo() *page.Picture {
	if len(d.LogoPNG) == 0 {
		return nil
	}
	picture, err := page.ReadPicture(d.LogoPNG)
	if err != nil {
		d.Remark(data.Say("The picture of the community could not be printed, so it was left out."))
		return nil
	}
	return picture
}

// Called is what a member wants to be called, else the name.
func Called(m data.Member) string { return cmp.Or(m.Called, m.Name) }

// ByName lists people's names as the language sorts them.
func (d *Draft) ByName(members []data.Member) []string {
	members = slices.Clone(members)
	data.SortByName(members, d.Say.Lang())
	names := make([]string, len(members))
	for i := range members {
		names[i] = members[i].Name
	}
	return names
}
