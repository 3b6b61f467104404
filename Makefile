# Two commands: `make run` opens the program, `make test` runs every test.
# Everything Python goes into .venv; on a bare Debian, what Qt needs of the system is named (or,
# for root, installed) by .ci/system-packages.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
FENCE := build/venv-without-qt

.PHONY: run test check bench screenshots format translations fence clean

run: $(VENV)/.run
	@.ci/system-packages window
	$(BIN)/python main.py

test: $(VENV)/.test
	@.ci/system-packages test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses=2 --ignore=tests/e2e
	xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24" \
		$(BIN)/python -m pytest tests/e2e

check: $(VENV)/.check
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m resources.i18n --check

bench: $(VENV)/.bench
	@.ci/system-packages window
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

screenshots: $(VENV)/.test
	@.ci/system-packages test
	xvfb-run --auto-servernum --server-args="-screen 0 1920x1080x24" \
		$(BIN)/python -m tests.e2e.screenshots

format: $(VENV)/.check
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

translations: $(VENV)/.check
	$(BIN)/python -m resources.i18n

# The engine and the project must work, and be tested, where no Qt is installed.
fence: $(FENCE)/.ready
	$(FENCE)/bin/python -m pytest --numprocesses=2 tests/engine tests/project tests/commands \
		-p no:cacheprovider --ignore-glob='*torch*' -q

clean:
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "MLP Studio needs Python 3.11 or newer: make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "No venv: on Debian, install it with  apt-get install python3-venv"; exit 1; }
	$(PIP) install --quiet --upgrade "pip>=25.1"
	touch $@

$(VENV)/.run: $(VENV)/.pip pyproject.toml
	$(PIP) install --quiet --editable .
	touch $@

$(VENV)/.test: $(VENV)/.run
	$(PIP) install --quiet --group test
	touch $@

$(VENV)/.check: $(VENV)/.run
	$(PIP) install --quiet --group lint
	touch $@

$(VENV)/.bench: $(VENV)/.test
	$(PIP) install --quiet --group benchmarks
	touch $@

$(FENCE)/.ready: pyproject.toml
	$(PYTHON) -m venv $(FENCE)
	$(FENCE)/bin/python -m pip --disable-pip-version-check install --quiet --upgrade "pip>=25.1"
	$(FENCE)/bin/python -m pip --disable-pip-version-check install --quiet --group headless
	touch $@
