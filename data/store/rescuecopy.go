package store

import (
	"context"
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"copleader/data"
)

// MayBeRescued reports whether what can be read of a file may be taken into a new one, after an error of opening it: where its content
// is damaged, or the disk does not give all of it.
func MayBeRescued(err error) bool {
	var e sqlite3.Error
	return data.IsCode(err, data.CodeDamaged) || errors.Is(err, syscall.EIO) || errors.As(err, &e) && e.Code == sqlite3.ErrIoErr
}

// readable copies files as far as the disk gives them: what can't be read is filled with zeros.
type readable struct {
	ctx          context.Context
	fail         func(at int64) error // of tests, nil otherwise
	unread, size int64                // of the file copied first, in bytes
}

// How much is read at once, and how much is given up where that fails, in bytes.
const (
	readAtOnce = 256 << 10
	diskBlock  = 4 << 10
)

func (c *readable) copyFile(from, to string) error {
	source, err := openRegular(from)
	if err != nil {
		return err
	}
	defer func() { _ = source.Close() }()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	copied, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	unread, err := c.copyAll(source, copied, info.Size())
	if err = errors.Join(err, copied.Close()); err == nil && c.size == 0 {
		c.unread, c.size = unread, info.Size()
	}
	return err
}

func (c *readable) copyAll(from io.ReaderAt, to io.Writer, size int64) (unread int64, err error) {
	chunk := make([]byte, readAtOnce)
	for at := int64(0); at < size; at += readAtOnce {
		part := chunk[:min(readAtOnce, size-at)]
		if c.read(from, part, at) != nil {
			for i := int64(0); i < int64(len(part)); i += diskBlock {
				block := part[i:min(i+diskBlock, int64(len(part)))]
				if err = c.read(from, block, at+i); err != nil {
					clear(block)
					unread += int64(len(block))
				}
			}
		}
		if c.ctx.Err() != nil {
			return unread, c.ctx.Err()
		}
		if _, err := to.Write(part); err != nil {
			return unread, err
		}
	}
	if unread == size {
		return unread, err // nothing at all is given
	}
	return unread, nil
}

func (c *readable) read(from io.ReaderAt, into []byte, at int64) error {
	if c.fail != nil {
		for i := at; i < at+int64(len(into)); i += diskBlock {
			if err := c.fail(i); err != nil {
				return err
			}
		}
	}
	_, err := from.ReadAt(into, at)
	return err
}

// kilobytes is rounded up.
func kilobytes(n int64) int64 { return (n + 1023) / 1024 }
