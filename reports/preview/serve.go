package preview

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
	"runtime/debug"
)

// What is asked of the process that draws, and what it answers: a head, and as many bytes as that tells.
type head struct {
	Kind                            kind
	Document, Number, Width, Height int64
	Size                            int64 // of the bytes behind it
}

type kind int64

// The kinds of requests and answers.
const (
	opens  kind = iota + 1 // a document: its bytes follow
	draws                  // the page of a number, at most so wide and high
	closes                 // a document
	done                   // with a document's name and its number of pages, or with a picture
	failed                 // with the words of the fault
)

// mostBytes is how many bytes may follow: more comes from no document or picture.
const mostBytes = 1 << 30

func send(w io.Writer, h head, body []byte) error {
	h.Size = int64(len(body))
	if err := binary.Write(w, binary.LittleEndian, h); err != nil {
		return err
	}
	_, err := w.Write(body)
	return err
}

func receive(r io.Reader) (h head, body []byte, err error) {
	if err = binary.Read(r, binary.LittleEndian, &h); err != nil {
		return h, nil, err
	}
	if h.Size < 0 || h.Size > mostBytes {
		return h, nil, fmt.Errorf("%d bytes are told of", h.Size)
	}
	body = make([]byte, h.Size)
	_, err = io.ReadFull(r, body)
	return h, body, err
}

// Serve draws pages for another process until that closes its end. It says that it is ready, or why it isn't, before anything is asked.
func Serve(in io.Reader, out io.Writer, cacheFolder string) error {
	v, err := Open(cacheFolder)
	if err != nil {
		return errors.Join(err, send(out, head{Kind: failed}, []byte(err.Error())))
	}
	debug.FreeOSMemory() // several hundred MB, where there was something to compile
	err = send(out, head{Kind: done}, nil)
	for open := map[int64]*Document{}; err == nil; {
		var asked head
		var content []byte
		if asked, content, err = receive(in); err == nil {
			answer, body := v.answer(open, asked, content)
			err = send(out, answer, body)
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return errors.Join(err, v.Close())
}

// answer does what is asked about the documents that are open, by their names.
func (v *Viewer) answer(open map[int64]*Document, asked head, content []byte) (head, []byte) {
	h, body, err := v.do(open, asked, content)
	if err != nil {
		return head{Kind: failed}, []byte(err.Error())
	}
	h.Kind = done
	return h, body
}

func (v *Viewer) do(open map[int64]*Document, asked head, content []byte) (h head, body []byte, err error) {
	d, known := open[asked.Document]
	switch {
	case asked.Kind == opens:
		if d, err = v.Document(content); err == nil {
			open[asked.Document] = d
			h.Number = int64(d.Pages())
		}
	case !known:
		err = errClosed
	case asked.Kind == draws:
		var picture *image.RGBA
		if picture, err = d.page(context.Background(), int(asked.Number), int(asked.Width), int(asked.Height)); err == nil {
			h.Width, h.Height, body = int64(picture.Rect.Dx()), int64(picture.Rect.Dy()), picture.Pix
		}
	case asked.Kind == closes:
		delete(open, asked.Document)
		err = d.Close()
	}
	return h, body, err
}
