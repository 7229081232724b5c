# Relecture. Every target does its own set-up; `make demo` and `make test` are all you need.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
SETUP := $(wildcard installer/linux/*.sh)

# Headless, and one thread a process: tests run in two. Nothing else is: the demonstration ends in
# a window where there is a screen.
HEADLESS := QT_QPA_PLATFORM=offscreen
TESTING := OMP_NUM_THREADS=1 $(HEADLESS) $(BIN)/python -m pytest

.PHONY: help setup demo test check format words page screenshots rack campaign kills offline wheelhouse airgap clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

setup: $(INSTALLED) ## Make .venv, and again when pyproject.toml or constraints.txt change

$(INSTALLED): pyproject.toml constraints.txt $(SETUP)
	@echo "Setting up .venv (about two minutes the first time)"
	@installer/linux/environment.sh
	@touch $@

demo: setup ## Index a sample archive, question it, export one clip, and open the window on it
	@rm -rf demo
	@$(BIN)/relecture demo --out demo

test: setup ## Run the tests, then those that run without any network
	@installer/linux/screen_packages.sh $(BIN)/python
	$(TESTING) -n 2 --ignore=tests/offline
	$(TESTING) tests/offline

check: setup ## Lint, format, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: setup ## Rewrite the code the way `make check` wants it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Sorted files, no line numbers: the same sentences give the same bytes.
GATHER = $(BIN)/pyside6-lupdate -silent -locations none -sort-messages -no-obsolete \
	$(sort $(shell find app -name '*.py' -not -path 'app/cli/*'))

words: setup ## Gather the sentences of the window, and compile their translations
	@$(GATHER) -ts resources/i18n/relecture_fr.ts
	@$(GATHER) -pluralonly -ts resources/i18n/relecture_en.ts
	@$(BIN)/pyside6-lrelease -silent resources/i18n/relecture_fr.ts resources/i18n/relecture_en.ts

page: setup ## Rewrite the list of files in docs/architecture.md
	$(BIN)/python -m tests.architecture.page

screenshots: setup ## Draw every state of the window into docs/screens
	$(HEADLESS) $(BIN)/python -m tests.screens docs/screens

rack: setup ## Show several machines that look together, each in a network of its own
	@OMP_NUM_THREADS=1 $(BIN)/python -m tests.roads.on_a_rack

campaign: setup ## Run the long tests: kills, fuzzing, scale
	$(TESTING) -m campaign

kills: setup ## Kill the program or a process that looks, a thousand times; see what is left
	$(TESTING) -m campaign -s tests/campaign/test_index_kills.py

offline: setup ## Run every test again in a network namespace with nothing in it
	@$(HEADLESS) installer/linux/without_network.sh $(BIN)/python -m pytest -n 2

wheelhouse: setup ## Build the folder that installs Relecture where there is no network (EXTRA=cluster for a rack)
	@installer/wheelhouse/build.sh

airgap: setup ## Build that folder, then install, examine and demonstrate with no network at all
	@$(HEADLESS) installer/wheelhouse/prove.sh

clean: ## Remove what the other targets left, except .venv
	rm -rf demo build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .import_linter_cache
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
