// Package mail makes drafts of messages with files attached. The program sends
// nothing itself: a draft is a file that the system's mail program opens.
package mail
