package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// writer is one client that posts one changed value after the other over a connection of its own. Both sides have the same.
type writer struct {
	url, cookie string
	transport   *http.Transport
	// form are the fields that every post has; before brings them up to date.
	form   map[string]string
	before func()
	// places are the fields that take turns in being changed, last the values that were acknowledged.
	places       []string
	last         map[string]string
	acknowledged int
}

func newWriter(url, cookie string) *writer {
	return &writer{url: url, cookie: cookie, transport: &http.Transport{MaxIdleConnsPerHost: 1}, last: map[string]string{}, before: func() {}}
}

// post changes one value to one that it never had, and waits for the 303.
func (w *writer) post(ctx context.Context) error {
	place, value := w.places[w.acknowledged%len(w.places)], strconv.Itoa(w.acknowledged+1)
	w.before()
	form := url.Values{place: {value}}
	for name, field := range w.form {
		form.Set(name, field)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Cookie", w.cookie)
	answer, err := w.transport.RoundTrip(request)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, answer.Body)
	answer.Body.Close()
	if err == nil && answer.StatusCode != http.StatusSeeOther {
		err = fmt.Errorf("a post was answered %s", answer.Status)
	}
	if err != nil {
		return err
	}
	w.last[place] = value
	w.acknowledged++
	return nil
}

// count lets clients write at once for a time, and tells how many writes a second were acknowledged.
func count(ctx context.Context, writers []*writer, during time.Duration) (float64, error) {
	before := 0
	for _, w := range writers {
		before += w.acknowledged
	}
	errs := make([]error, len(writers))
	start := time.Now()
	var all sync.WaitGroup
	for i, w := range writers {
		all.Go(func() {
			for errs[i] == nil && time.Since(start) < during {
				errs[i] = w.post(ctx)
			}
		})
	}
	all.Wait()
	took := time.Since(start)
	after := 0
	for _, w := range writers {
		after += w.acknowledged
	}
	return float64(after-before) / took.Seconds(), errors.Join(errs...)
}
