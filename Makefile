# Everything a newcomer or CI needs; each target makes the environment that it uses.
# PYTHON picks the interpreter, VENV where the environment goes; BENCH=--quick hurries `bench`;
# COVER="--cov --cov-report=" makes `test` fail below the floor of coverage.
# ARGS goes to pytest: make test ARGS="tests/sync/test_pools.py -k sends"

# Compiled modules are kept even where the environment asks for none: each process of a test would
# compile all of them again.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
ARGS ?=
COVER ?=
# The server carries the emulator's whole suite; moto hands requests to the same engine, and carries each form.
ON_MOTO := client_tokens inbound media messages notify_sends opt_outs pool_members pools protect refusals registration_attachments requests tags voice

.DEFAULT_GOAL := help
.PHONY: help demo test test-long coverage lint lint-mypy lint-pyright lint-public-types lint-rest docs bench versions mutants clean emulator

help:  ## this list
	@grep -hE '^[a-z-]+:.*  ## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*  ## (.*)$$/make \1|\2/' | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

demo: $(VENV)/.installed  ## send a one-time code against the built-in emulator
	$(RUN) examples/one_time_code.py

ifeq ($(strip $(ARGS)),)
test: $(VENV)/.installed-dev  ## all tests that take seconds; ARGS="tests/x.py -k name" runs only those tests
	$(RUN) -m pytest -q -n auto --dist worksteal -m "not long" $(COVER)
	$(if $(COVER),$(RUN) -m tests.floor)
else
test: $(VENV)/.installed-dev
	$(RUN) -m pytest -q $(ARGS)
endif

test-long: $(VENV)/.installed-dev  ## independent clients, a browser, kills, long random runs, every frontend
	$(RUN) -m pytest -q -n auto --dist worksteal -m long
	$(RUN) -m pytest -q -n auto --dist worksteal tests/emulator --frontends=server -m "not long"
	$(RUN) -m pytest -q -n auto --dist worksteal $(ON_MOTO:%=tests/emulator/test_%.py) --frontends=moto -m "not long"
	$(RUN) -m pytest -q -n auto --dist worksteal tests/aio tests/bulk/test_async_bulk.py tests/codes/test_cancelling.py tests/codes/test_construction.py tests/transport/test_cancelling.py tests/transport/test_meddling.py --loops=trio -m "not long"
	$(RUN) -m pytest -q -n auto --dist worksteal tests/aio tests/sync --paths=fast -m "not long"

coverage: $(VENV)/.installed-dev  ## branch coverage of the quick tests; fails below the floor in pyproject.toml
	$(RUN) -m pytest -q -n auto --dist worksteal -m "not long" --cov --cov-report=
	$(RUN) -m tests.floor

lint: $(VENV)/.installed-dev  ## formatting, types, layers, and generated files as the generator writes them
	$(MAKE) --no-print-directory -j 2 lint-mypy lint-pyright lint-public-types lint-rest

# The slowest begins first; two run at a time.
lint-mypy:
	$(BIN)/mypy

lint-pyright:
	$(BIN)/pyright --pythonpath $(RUN)

lint-public-types:
	PATH="$(abspath $(BIN)):$$PATH" PYTHONPATH=$(CURDIR) pyright --verifytypes smsvoice --ignoreexternal > $(VENV)/.verifytypes || (grep error $(VENV)/.verifytypes; false)
	grep score $(VENV)/.verifytypes

lint-rest:
	$(RUN) -m codegen --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

docs: $(VENV)/.installed-dev  ## the site, into site/
	$(RUN) -m pip install --quiet --group docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

bench: $(VENV)/.installed-dev  ## cost against the newest boto3 and other libraries, into docs/benchmarks.md and README.md
	$(RUN) -m benchmarks $(BENCH)

versions: $(VENV)/.installed-dev  ## the tests on other Pythons and on the oldest boto3
	PYTHON=$(PYTHON) $(RUN) -m tests.versions

mutants: $(VENV)/.installed-dev  ## which small changes no test notices, of the parts that pyproject.toml names; ARGS="smsvoice.bulk.*"
	$(RUN) -m pip install --quiet --group mutants
	nice -n 19 $(BIN)/mutmut run --max-children 1 $(ARGS)
	$(BIN)/mutmut results

emulator: $(VENV)/.installed-dev  ## the emulator's server with its inbox page
	$(BIN)/smsvoice emulator

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --upgrade "pip>=25.1"
	$(RUN) -m pip install --quiet --editable ".[bulk-postgres,cli,emulator,moto,progress,tables]" --group dev
	touch $@ $(VENV)/.installed

clean:  ## remove the environment, the site and all caches
	rm -rf $(VENV) site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
