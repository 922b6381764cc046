package reports

// AllDocuments lists every document that can be made by its name, for tests.
func AllDocuments() []Document { return all() }
