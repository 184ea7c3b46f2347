package store

import (
	"container/list"
	"sync"

	"nianbao/report"
)

// sheets are the evaluated tables of one report, with the verdict on it. They are valid for one revision of it on one basis: whoever takes them
// compares these with what his transaction has read, so that a write by another server is noticed.
type sheets struct {
	revision int64
	basis    basis
	tables   map[string]*evaluated // by table key; only those that stand in the report
	// content is what the report says; its figures follow what is saved.
	content *content
	// verdict is on this revision: while it rests on none of the cells that change, only their tables are judged anew.
	verdict
}

// basis is what a verdict rests on beside the report itself: a version of last year's, which never changes, and doubts about it.
type basis struct {
	lastID      int64
	lastVersion int // 0 for none
	doubt       string
}

type evaluated struct {
	section string
	sheet   *report.Sheet
}

// sheetCache keeps the sheets of the reports written last. Sheets are taken out while a write works on them and put back
// when it went well, so that a failed write leaves none behind.
type sheetCache struct {
	mu    sync.Mutex
	most  int
	byID  map[int64]*list.Element
	order *list.List // of cached, the newest first
}

type cached struct {
	id     int64
	sheets *sheets
}

func newSheetCache(most int) *sheetCache {
	return &sheetCache{most: most, byID: map[int64]*list.Element{}, order: list.New()}
}

// take removes and returns a report's sheets; nil when there are none.
func (c *sheetCache) take(id int64) *sheets {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byID[id]
	if e == nil {
		return nil
	}
	delete(c.byID, id)
	return c.order.Remove(e).(cached).sheets
}

// put keeps sheets, unless newer ones are there.
func (c *sheetCache) put(all map[int64]*sheets) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for id, s := range all {
		if e := c.byID[id]; e != nil {
			if e.Value.(cached).sheets.revision > s.revision {
				continue
			}
			c.order.Remove(e)
		}
		c.byID[id] = c.order.PushFront(cached{id, s})
	}
	for c.order.Len() > c.most {
		delete(c.byID, c.order.Remove(c.order.Back()).(cached).id)
	}
}

// drop forgets the sheets of reports.
func (c *sheetCache) drop(all map[int64]*sheets) {
	for id := range all {
		c.take(id)
	}
}

// tally counts what Sheet.Findings would find, without writing the sentences: a save of one cell has to be quick. A test holds
// the two together.
func tally(s *report.Sheet) report.Tally {
	var t report.Tally
	for _, c := range s.Table().Cells {
		if c.Computed || !s.On(c) {
			continue
		}
		switch s.Value(c).Condition {
		case report.Blank:
			t.Add(report.Finding{Code: report.CodeMissing, Severity: report.SeverityError})
		case report.None, report.Malformed:
			t.Add(report.Finding{Severity: report.SeverityError})
		}
	}
	for i := range s.Table().Relations {
		if s.State(i).Standing == report.Broken {
			t.Add(report.Finding{Severity: s.Severity(i)})
		}
	}
	return t
}
