# `make demo` builds the examples; `make test` and `make check` are what CI runs. Needs Python 3.11 or newer, no more.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
JOBS ?= auto

.PHONY: help demo test check format generated bench vsix clean

help:
	@echo "make demo    build every example and say where to look"
	@echo "make test    run all tests (ARGS='-k name' picks some)"
	@echo "make check   format, lint, types, import contracts, generated files"
	@echo "make format  put the code into its canonical form"
	@echo "make generated  write formats of locales, schemas, generated pages and the pictures of the docs anew"
	@echo "make bench   measure speed (ARGS='--maps 10,100' for less)"
	@echo "make vsix    pack the extension for VS Code into build/"
	@echo "make clean   remove what make made"

demo: $(VENV)/.run
	@$(BIN)/python tools/demo.py

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

check: $(VENV)/.dev
	@$(BIN)/ruff format --check --quiet . || { echo "make check: run 'make format'"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@PYTHONPATH=. $(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/generated.py --check
	@$(BIN)/python tools/make_locale.py --check

format: $(VENV)/.dev
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

generated: $(VENV)/.dev
	@$(BIN)/python tools/make_locale.py
	@$(BIN)/python tools/generated.py
	@$(BIN)/python tools/pictures.py

bench: $(VENV)/.run
	@$(BIN)/python benchmarks/run.py $(ARGS)

vsix:
	@$(PYTHON) editors/vscode/build.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says what was installed; it is older than its causes when they change.
$(VENV)/.run: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing jmap into $(VENV) ..."
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	@echo "Installing jmap and what its developers need into $(VENV) ..."
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.run

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "jmap needs Python 3.11 or newer, and '$(PYTHON)' is not ($$($(PYTHON) --version 2>&1 || true))."; \
	  echo "Name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
