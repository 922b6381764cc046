// Package kit holds the parts every screen is built from: layouts that know their height for a width, cards, texts, buttons,
// fields, forms, the list, the board, notices, commands, and what is handed in from outside (Deps).
//
// A page is a Screen: a NewHeader above a body. The body is a NewPage around stacks (VStack), rows (Row) and cards (NewCard)
// when the page scrolls as a whole, or anything that fills the room by itself: a Board, or Fit around a card with a List.
//
//	header := kit.NewHeader(kit.Header{Title: say.Text("Members"), Chips: chips, Actions: deeds})
//	body := kit.Row(kit.RowOptions{Gap: look.GapCards, StackBelow: 900},
//		kit.Weight(5, kit.VStack(look.GapCards, cardA, cardB)),
//		kit.Weight(4, cardC))
//	content := kit.Screen(header, kit.NewPage(body))
//
// Every own widget and layout answers HeightFor(width), so that a page can be laid out in one pass with wrapped text in it.
// Fyne's wrapped Label does not; use Para. After something inside a page changed its height, call Refresh on the page.
//
// A widget of a screen that takes the focus calls FocusInSight in its FocusGained, and everything it stands in scrolls to it.
//
// A type that extends one of these widgets must embed it by value and hand itself to ExtendBaseWidget; a pointer embedded in a
// struct is another object to Fyne, with a renderer and a focus of its own. Plain structs that hold a widget in a field are
// fine.
//
// Every own widget also offers its children through Parts and says what it is through UINode, for those who walk a window from
// outside.
package kit
