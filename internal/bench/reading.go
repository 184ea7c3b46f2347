package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"time"

	"nianbao/internal/specimen"
	"nianbao/report/intake"
)

const (
	// readingSeed is held out: the tests of reading, and whoever works on it, use others.
	readingSeed    = 20_260_131
	readingBatch   = 100
	readingBatches = 10
	readingSamples = 60
	readingWarmUp  = 10
)

// measureReading reads invented reports of all shapes and formats and counts what was read right, then how fast and in how much memory.
func measureReading(ctx context.Context, b *bench) ([]line, error) {
	all, formats := specimen.Result{}, map[string]*specimen.Result{}
	var first, last float64
	for batch := range uint64(readingBatches) {
		// A batch at a time, so that the files themselves are not what fills the memory.
		for _, s := range specimen.Generate(b.editions, readingSeed+batch, readingBatch) {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			result := b.readOne(s)
			all.Add(result)
			if formats[s.Format] == nil {
				formats[s.Format] = &specimen.Result{}
			}
			formats[s.Format].Add(result)
		}
		if last = heapMB(); batch == 0 {
			first = last
		}
	}
	files := fmt.Sprintf(" of %d reports, all formats", all.Files)
	lines := []line{
		share("figures read right"+files, all.Cells, 99.5),
		share("editions found"+files, all.Editions, 100),
		share("agencies found"+files, all.Agencies, 98),
		share("years found"+files, all.Years, 0),
		share("titles read right"+files, all.Titles, 0),
		share("sections in their order"+files, all.Sections, 0),
		share("headings read right"+files, all.Headings, 0),
		share("paragraphs whole in the right section"+files, all.Paragraphs, 0),
	}
	for _, format := range []string{"docx", "html", "xlsx", "text"} {
		lines = append(lines, share(fmt.Sprintf("figures read right, %d %s", formats[format].Files, format), formats[format].Cells, 0))
	}
	leaked := line{Name: "lines of the page in the report's texts", Unit: "lines", Ours: float64(all.Leaked), Peer: "the goal itself", Goal: "0", OK: all.Leaked == 0}
	memory := compare("heap after 1,000 files", "MB", samples{last}, "after the first 100", samples{first}, atMost(1.1))
	lines = append(lines, leaked, memory)
	speed, err := b.readingSpeed()
	if err != nil {
		return lines, err
	}
	return append(lines, speed), nil
}

// readOne reads a specimen; one that is refused is all wrong.
func (b *bench) readOne(s specimen.Specimen) specimen.Result {
	reading, err := intake.Read(b.editions, s.Name, s.Data, intake.Options{})
	if err != nil {
		return specimen.Score(nil, s)
	}
	return specimen.Score(reading.Report, s)
}

// share is the line of a percentage; least 0 is no goal. It is rounded down: 99.499 is not 99.5.
func share(name string, c specimen.Count, least float64) line {
	percent := math.Floor(c.Percent()*100) / 100
	spread := fmt.Sprintf("%d of %d", c.Right, c.Total)
	if least == 0 {
		l := against(name, "%", percent, spread, 100, noGoal)
		l.Peer = "all of them"
		return l
	}
	return against(name, "%", percent, spread, least, goal{fmt.Sprintf("≥ %v %%", least), func(l line) bool { return percent >= least }})
}

// readingSpeed compares reading a Word file of ten pages with the least that a reader must do: unzip it and look at every token.
func (b *bench) readingSpeed() (line, error) {
	file := specimen.Long(b.editions, readingSeed)
	var ours, theirs samples
	for i := range readingWarmUp + readingSamples {
		start := time.Now()
		if _, err := intake.Read(b.editions, file.Name, file.Data, intake.Options{}); err != nil {
			return line{}, err
		}
		middle := time.Now()
		if err := tokenise(file.Data); err != nil {
			return line{}, err
		}
		if i >= readingWarmUp {
			ours, theirs = append(ours, middle.Sub(start).Seconds()*1000), append(theirs, time.Since(middle).Seconds()*1000)
		}
	}
	return compare("reading a Word file of ten pages", "ms", ours, "unzip and tokenise (archive/zip, encoding/xml)", theirs, atMost(3)), nil
}

func tokenise(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			return err
		}
		decoder := xml.NewDecoder(part)
		for err == nil {
			_, err = decoder.RawToken()
		}
		part.Close()
		if !errors.Is(err, io.EOF) {
			return err
		}
	}
	return nil
}

// heapMB is what the heap holds after a collection.
func heapMB() float64 {
	runtime.GC()
	runtime.GC() // what finalizers freed
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapInuse) / 1e6
}
