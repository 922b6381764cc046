package data

// SurveyForm is the version of the workbook that members fill in. Sent files
// cannot change, so what makes up a version is fixed for ever
// (data/README.md, Survey workbooks): the names below, and that an answer
// begins with its number (0 for no opinion) and a direction with its arrow, in
// whatever language it was made.
const SurveyForm = "1"

// The names of the cells by which a filled workbook is recognised when it comes
// back. Those of a card end in its key.
const (
	SurveyRoundName     = "cop_round"
	SurveyFormName      = "cop_form"
	SurveyAnswerName    = "a_"
	SurveyDirectionName = "d_"
	SurveyCommentName   = "c_"
	SurveyNextName      = "c_next"
)

// SurveyCommentMax is how many characters a comment may have.
const SurveyCommentMax = 300
