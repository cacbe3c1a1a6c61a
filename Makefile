# make run    install what is needed and serve the twin at http://127.0.0.1:8000
# make test   install what is needed and run every check and test
SHELL := /bin/bash
PY := .venv/bin/python
# Tests that share nothing on this machine: they run on all its cores.
APART := tests/unit tests/architecture

.PHONY: help run test check format bench proof lock clean
help:
	@sed -n 's/^# //p' Makefile; echo "make check | format | bench | proof | lock | clean"

run: .venv/installed
	@$(PY) -m twin serve

test: check .venv-ministack/installed
	@scripts/debian-packages chromium postgresql
	$(PY) -m pytest -n auto --dist worksteal $(APART)
	$(PY) -m pytest $(APART:%=--ignore=%)

check: .venv/installed-dev
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

format: .venv/installed-dev
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: .venv/installed-dev
	$(PY) -m bench

proof: .venv/installed-dev .venv-ministack/installed
	$(PY) -m bench.proof

lock: .venv/installed-dev
	scripts/lock

clean:
	rm -rf .venv .venv-ministack

.venv/bin/python:
	scripts/make-venv .venv

.venv/installed: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing twin into .venv (about half a minute, once) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	@echo "Installing the tools for tests into .venv ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

.venv-ministack/installed: requirements-ministack.lock
	@echo "Installing a second S3 server for tests into .venv-ministack ..."
	@test -x $(@D)/bin/python || scripts/make-venv $(@D)
	@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes -r requirements-ministack.lock
	@touch $@
