package desk

// ways are none: the draft is opened.
var ways []asking
