# The two commands of the README are `make try` and `make all`; `make help` lists the rest.

VENV   := .venv
PYTHON_IN := $(VENV)/bin/python
# Quiet, and no word about a newer pip: what is printed should be about pmlint.
PIP    := $(PYTHON_IN) -m pip --disable-pip-version-check
PYTEST ?= $(PYTHON_IN) -m pytest -q

.DEFAULT_GOAL := help
.PHONY: help try all setup format lint types layers docs docs-check test bench bench-smoke clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

try: $(VENV)/.pmlint  ## install pmlint in .venv and lint the example drafts
	@$(VENV)/bin/pmlint check --exit-zero examples

all: setup lint types layers docs-check bench-smoke test  ## set everything up and run every check

setup: $(VENV)/.tools  ## install what the checks need: tools, a browser, editors
	@tools/setup_programs.sh
	@tools/setup_editors.sh $(VENV)

# The stamps hold while pyproject.toml, which names every dependency, is unchanged.
$(VENV)/.pmlint: pyproject.toml tools/venv.sh
	@tools/venv.sh $(VENV)
	@$(PIP) install -q -e .
	@touch $@

# Dependency groups need pip 25.1, newer than the pip that Python 3.11 brings along.
$(VENV)/.tools: $(VENV)/.pmlint
	@$(PIP) install -q "pip>=25.1"
	@$(PIP) install -q --group dev
	@touch $@

format: setup  ## rewrite the code in the project's style
	@$(VENV)/bin/ruff check --fix-only -q
	@$(VENV)/bin/ruff format -q

lint: setup  ## ruff, and whether the code is formatted
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check

types: setup  ## mypy, strict
	$(VENV)/bin/mypy

layers: setup  ## the layers of docs/architecture.md
	$(VENV)/bin/lint-imports --no-logo

docs: setup  ## write the generated pages
	@$(PYTHON_IN) tools/docs.py

docs-check: setup  ## fail when a generated page is out of date
	$(PYTHON_IN) tools/docs.py --check

test: setup  ## every test, editors included
	$(PYTEST)

bench: setup  ## the benchmarks; takes some minutes and wants a quiet machine
	@$(PYTHON_IN) benchmarks/startup.py
	@$(PYTHON_IN) benchmarks/throughput.py
	@$(PYTHON_IN) benchmarks/edit.py
	@$(PYTHON_IN) benchmarks/lsp/run.py

bench-smoke: setup  ## only that the benchmarks run
	@$(PYTHON_IN) benchmarks/startup.py --smoke
	@$(PYTHON_IN) benchmarks/throughput.py --smoke
	@$(PYTHON_IN) benchmarks/edit.py --smoke
	@$(PYTHON_IN) benchmarks/lsp/run.py --smoke

clean:  ## remove what make made
	rm -rf $(VENV) build dist artifacts .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
