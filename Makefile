# make demo [PORT=8501] · make test [JOBS=auto] · make check · make format · make bench · make screens · make handbook · make lock · make clean

PYTHON    ?= python3
PORT      ?= 8501
JOBS      ?= auto
WORKSPACE ?= sample_data/workspace
PICTURES  ?= $(WORKSPACE)/var/screens

BIN   := .venv/bin
READY := .venv/.ready
ROOMS := metrics etl dashboard sample_data streamlit_app.py

.DEFAULT_GOAL := help
.PHONY: help demo test check format coverage bench screens handbook lock clean

help: ## say what each target does
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY) ## load the sample workspace and serve the dashboard on 127.0.0.1 (PORT=8501)
	$(BIN)/python -m etl run $(WORKSPACE)
	PLUMBLINE_WORKSPACE=$(WORKSPACE) $(BIN)/python -m streamlit run streamlit_app.py \
		--server.address 127.0.0.1 --server.port $(PORT)

# As many processes as cores run tests, so each of them has one thread for its frames.
test: $(READY) ## run every test, browser tests included, on every core (JOBS=1: on one)
	POLARS_MAX_THREADS=1 $(BIN)/python -m pytest --numprocesses $(JOBS) --maxprocesses 4 --dist loadscope

check: $(READY) ## format, lint, types and architecture: the gate of every commit
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest tests/test_architecture.py

format: $(READY) ## put the code into the house format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

coverage: $(READY) ## run every test and name the branches that none takes
	$(BIN)/python -m pytest --numprocesses $(JOBS) --maxprocesses 4 --dist loadscope --cov

bench: $(READY) ## measure the load and the pages
	$(BIN)/python -m benchmarks

screens: $(READY) ## picture every page in both languages and themes, and on a phone (PICTURES=folder)
	$(BIN)/python -m etl run $(WORKSPACE)
	$(BIN)/python -m tests.browser.screens $(WORKSPACE) $(PICTURES)

handbook: $(READY) ## write docs/kpis.md and docs/tables.md from the definitions
	$(BIN)/python -m metrics handbook > docs/kpis.md
	$(BIN)/python -m metrics tables > docs/tables.md

lock: $(READY) ## pin what requirements.in names in requirements.txt (ARGS=--upgrade for later versions)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --quiet $(ARGS) requirements.in -o requirements.txt

clean: ## remove what set-up, tests and loads have made; the next run makes it again
	rm -rf .venv .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache sample_data/workspace/var
	find $(ROOMS) tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; v = "%d.%d" % sys.version_info[:2]; sys.exit(0 if sys.version_info >= (3, 11) else "Plumbline needs Python 3.11 or later, and \"$(PYTHON)\" is Python " + v + ". Name a later one: make PYTHON=python3.12 …")'
	@echo "Setting up .venv, once. This takes a few minutes."
	@$(PYTHON) -m venv .venv || { echo "This Python cannot make a virtual environment. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $(READY)
