# make help lists what there is.
.DEFAULT_GOAL := help

# Debian packages that tests use, and a program of each by which its presence is seen.
TEST_PACKAGES := chromium postgresql libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk fontconfig qpdf mupdf-tools libxml2-utils
GROUP ?= all
ADDR ?= 127.0.0.1:8080

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

.PHONY: run
run: ## serve the demo county on $(ADDR); prints the accounts
	@mkdir -p build
	go build -o build/nianbao ./cmd/nianbao
	build/nianbao demo --addr $(ADDR) --db sqlite:data/demo.db

.PHONY: test-tools
test-tools: # install what the tests need, where this user may
	@missing=$$(dpkg-query -W -f '$${db:Status-Status} $${Package}\n' $(TEST_PACKAGES) 2>/dev/null | sed -n 's/^installed //p' > /tmp/nianbao-installed.$$$$; \
		for p in $(TEST_PACKAGES); do grep -qx $$p /tmp/nianbao-installed.$$$$ || echo $$p; done; rm -f /tmp/nianbao-installed.$$$$); \
	command -v npm >/dev/null || missing="$$missing nodejs npm"; \
	if [ -n "$$missing" ]; then \
		if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
		$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

.PHONY: test
test: test-tools ## install what the tests need, run all of them
	NIANBAO_TEST_REQUIRE_ALL=1 go test -timeout 18m ./...

.PHONY: bench
bench: test-tools ## measure; GROUP=form, save, export, reading, start or proofreading measures one group
	go run ./internal/bench -group $(GROUP) -out build/bench.json

.PHONY: generate
generate: ## make the Go of the templates anew
	go tool templ generate

.PHONY: rules
rules: ## write docs/rules.md anew from the code
	go test ./report/review -run TestRulesAreWrittenDown -update

.PHONY: lint
lint: ## formatting, vet, staticcheck, stale generated files
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go tool templ generate -log-level error
	git diff --exit-code -- '*_templ.go'
