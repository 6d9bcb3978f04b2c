# `make` alone lists the verbs.
.DEFAULT_GOAL := help
.PHONY: help setup run test schemathesis bench bench-quality lint fmt fuzz protos clean

# Builds and installed models live outside the checkout, so that a second clone need not begin again.
CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/gavel
SCRATCH ?= $(CACHE)/build
export GAVEL_CACHE := $(CACHE)
export GAVEL_SCRATCH := $(SCRATCH)

SWIFT_BUILD = swift build --scratch-path $(SCRATCH) --product gavel --configuration release

help: ## List the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

setup: ## Install system packages, models and the Python clients that tests use
	@Scripts/setup-system.sh
	@Scripts/setup-models.sh
	@Scripts/setup-clients.sh

run: ## Set up, build and start a server, and print a request to paste
	@Scripts/setup-system.sh
	@Scripts/setup-models.sh
	$(SWIFT_BUILD)
	@Scripts/run.sh "$$($(SWIFT_BUILD) --show-bin-path)/gavel"

# Sixteen tests at once: all at once hold files by the thousand, and Foundation's Process has crashed among so many.
test: setup ## Set up everything and run all tests
	python3 Scripts/generate-unicode-tables.py --check
	Scripts/generate-protos.sh --sealed
	python3 -m unittest discover --start-directory Benchmarks/quality --pattern 'test_*.py'
	python3 -m unittest discover --start-directory Models/training --pattern 'test_*.py'
	python3 -m unittest discover --start-directory Models/images/conversion --pattern 'test_*.py'
	swift build --scratch-path $(SCRATCH) --build-tests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=16 swift test --scratch-path $(SCRATCH) --skip-build

schemathesis: ## Try the REST API with made-up requests (EXAMPLES=n for each operation, SEED=n)
	@Scripts/setup-system.sh
	@Scripts/setup-clients.sh
	$(SWIFT_BUILD)
	"$(CACHE)/contract/bin/python" Tests/ClientTests/contract/run.py --examples $(or $(EXAMPLES),300) --least 2000 \
	  $(if $(SEED),--seed $(SEED)) "$$($(SWIFT_BUILD) --show-bin-path)/gavel"

bench: ## Measure speed: the server beside bare routes, one evaluation, memory
	@Scripts/setup-system.sh
	@Scripts/setup-models.sh
	@command -v wrk >/dev/null || { echo "bench: needs wrk (on Debian: apt-get install wrk)" >&2; exit 1; }
	$(SWIFT_BUILD)
	swift build --scratch-path $(SCRATCH) --product gavel-benchmark --configuration release
	bin=$$($(SWIFT_BUILD) --show-bin-path) && \
	  python3 Benchmarks/speed/speed.py --models --gavel "$$bin/gavel" --benchmark "$$bin/gavel-benchmark"

bench-quality: ## Measure quality on labelled files: make bench-quality DATA=folder
	@test -n "$(DATA)" || { echo "bench-quality: name a folder of labelled files: make bench-quality DATA=folder" >&2; exit 2; }
	@Scripts/setup-system.sh
	@Scripts/setup-models.sh
	$(SWIFT_BUILD)
	python3 Benchmarks/quality/quality.py --gavel "$$($(SWIFT_BUILD) --show-bin-path)/gavel" --data "$(DATA)"
	python3 Benchmarks/quality/images.py --gavel "$$($(SWIFT_BUILD) --show-bin-path)/gavel"

lint: ## Check the format of the code
	@git ls-files --cached --others --exclude-standard '*.swift' | grep -v /Generated/ | xargs swift format lint --strict --parallel

fmt: ## Format the code
	@git ls-files --cached --others --exclude-standard '*.swift' | grep -v /Generated/ | xargs swift format --in-place --parallel

fuzz: ## Fuzz the parser for ten minutes (MINUTES=n for another time, TARGET=images for pictures, batches for their files)
	@Fuzzers/run.sh $(or $(MINUTES),10) $(or $(TARGET),policy)

protos: ## Write the generated code of Protos/ anew
	@Scripts/generate-protos.sh

clean: ## Remove the builds; models stay
	rm -rf $(SCRATCH) .build
