// Package exchange reads other people's files. Whatever comes in is taken for
// hostile until it has been read within limits; what is kept of it is plain data,
// and a plan that the leader decides on before anything is written.
package exchange
