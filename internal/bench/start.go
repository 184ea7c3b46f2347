package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"nianbao/internal/app"
	"nianbao/internal/demo"
)

const (
	starts      = 5
	settleTime  = 5 * time.Second
	startWithin = 10 * time.Second
)

// measureStart times the built program from its start to the first 200 of /readyz, and weighs it five seconds later.
func measureStart(ctx context.Context, b *bench) ([]line, error) {
	binary := filepath.Join(b.folder, "nianbao")
	if output, err := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/nianbao").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w: %s", err, shorten(output))
	}
	database := filepath.Join(b.temp, "start.db")
	_, end, err := b.serve(ctx, database, func(a *app.App) error {
		_, err := demo.Fill(ctx, a.Store, a.Config.Now(), password)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := end(); err != nil {
		return nil, err
	}
	var ready, memory samples
	for range starts {
		took, size, err := startOnce(ctx, binary, database)
		if err != nil {
			return nil, err
		}
		ready, memory = append(ready, took.Seconds()*1000), append(memory, size)
	}
	const mostTime, mostMemory = 300, 60
	return []line{
		against("memory (RSS) five seconds after the start", "MB", memory.median(), memory.spread(), mostMemory, below(mostMemory, "MB")),
		against("from the start to ready, existing database", "ms", ready.median(), ready.spread(), mostTime, below(mostTime, "ms")),
	}, nil
}

// startOnce starts the program, waits until it is ready, and lets it settle; size is in megabytes.
func startOnce(ctx context.Context, binary, database string) (took time.Duration, size float64, err error) {
	addr, err := freeAddr()
	if err != nil {
		return 0, 0, err
	}
	var complaints bytes.Buffer
	command := exec.CommandContext(ctx, binary, "serve", "--addr", addr, "--db", "sqlite:"+database)
	command.Stderr = &complaints
	begin := time.Now()
	if err := command.Start(); err != nil {
		return 0, 0, err
	}
	defer func() {
		err = errors.Join(err, command.Process.Signal(syscall.SIGTERM), command.Wait())
	}()
	for !isReady("http://" + addr + "/readyz") {
		if time.Since(begin) > startWithin {
			return 0, 0, fmt.Errorf("the server is not ready after %v: %s", startWithin, shorten(complaints.Bytes()))
		}
		time.Sleep(time.Millisecond)
	}
	took = time.Since(begin)
	time.Sleep(settleTime - took)
	size, err = residentMB(command.Process.Pid)
	return took, size, err
}

// freeAddr is an address that nobody listens on.
func freeAddr() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}

func isReady(url string) bool {
	answer, err := http.Get(url)
	if err != nil {
		return false
	}
	answer.Body.Close()
	return answer.StatusCode == http.StatusOK
}

// residentMB is the memory that a process holds, as Linux counts it.
func residentMB(pid int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for row := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(row, "VmRSS:"); ok {
			kib, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 64)
			return kib * 1024 / 1e6, err
		}
	}
	return 0, errors.New("the system does not say how much memory a process holds")
}
