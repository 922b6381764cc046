package sheet

import (
	"bytes"
	"regexp"
)

// The library begins every part with some thirty names of vocabularies, which are most
// of a small part once it is packed.
var (
	rootTag    = regexp.MustCompile(`<[A-Za-z][^<>]*\sxmlns[^<>]*>`)
	vocabulary = regexp.MustCompile(`\s+xmlns:(\w+)="[^"]*"`)
	ignorable  = regexp.MustCompile(`\s+(mc:Ignorable|xr:uid)="[^"]*"`)
)

// withoutUnused is a part without the vocabularies that nothing in it uses.
func withoutUnused(part []byte) []byte {
	at := rootTag.FindIndex(part)
	if at == nil || at[0] > 200 { // the declaration stands before it, nothing else
		return part
	}
	rest := part[at[1]:]
	used := prefixes(rest)
	root := ignorable.ReplaceAll(part[at[0]:at[1]], nil)
	if bytes.Contains(rest, []byte("mc:")) {
		root = part[at[0]:at[1]] // what may be ignored has to be named
	} else {
		root = vocabulary.ReplaceAllFunc(root, func(found []byte) []byte {
			if prefix := vocabulary.FindSubmatch(found)[1]; used[string(prefix)] {
				return found
			}
			return nil
		})
	}
	out := make([]byte, 0, len(part))
	return append(append(append(out, part[:at[0]]...), root...), rest...)
}

// prefixes are those of all names in a part: what stands between "<" or a space
// and ":". Looked for in one go, since a part may be large.
func prefixes(part []byte) map[string]bool {
	found := map[string]bool{}
	for from := 0; ; {
		colon := bytes.IndexByte(part[from:], ':')
		if colon < 0 {
			return found
		}
		before := part[from : from+colon]
		if start := bytes.LastIndexAny(before, "< "); start >= 0 {
			found[string(before[start+1:])] = true
		}
		from += colon + 1
	}
}

// anchored is a chart's place from one cell to another, both of them the cell of its
// corner: the library means its size by the second.
var anchored = regexp.MustCompile(`(?s)<xdr:twoCellAnchor editAs="oneCell">(<xdr:from>.*?</xdr:from>)<xdr:to><xdr:col>\d+</xdr:col>` +
	`<xdr:colOff>(\d+)</xdr:colOff><xdr:row>\d+</xdr:row><xdr:rowOff>(\d+)</xdr:rowOff></xdr:to>(.*?)</xdr:twoCellAnchor>`)

// ofItsSize gives charts their size where the library bounds them by the ends of cells,
// which it takes for lower than they are.
func ofItsSize(drawing []byte) []byte {
	return anchored.ReplaceAll(drawing, []byte(`<xdr:oneCellAnchor>$1<xdr:ext cx="$2" cy="$3"></xdr:ext>$4</xdr:oneCellAnchor>`))
}
