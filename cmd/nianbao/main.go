// Command nianbao serves the program with which agencies write their 政府信息公开工作年度报告, and checks and converts such
// reports on the command line.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends it at once
	code := run(ctx, os.Args[1:], streams{in: os.Stdin, out: results{os.Stdout}, err: os.Stderr})
	stop()
	os.Exit(code)
}

// streams are where a command reads and writes: results go to out, everything else to err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}
