# newsresearch: every target sets up what it needs by itself.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
SEEDS ?= seeds
OUT ?= reports
export JUPYTER_PLATFORM_DIRS := 1

.DEFAULT_GOAL := help
.PHONY: help setup report test check lab lock

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(READY) ## create .venv from the pinned lock file

$(READY): requirements.lock settings.ini setup.py pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "newsresearch needs Python 3.11 or newer; say which with: make PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up .venv from requirements.lock (a few minutes, once) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

report: $(READY) ## read seeds/ and write the three reports into reports/
	@$(BIN)/newsresearch report --seeds $(SEEDS) --out $(OUT) --store .cache/articles.sqlite

test: check ## check notebooks and exports, then run nbdev_test and pytest
	@$(BIN)/nbdev_test --n_workers 2 --skip_folder_re '^(analysis|[_.])'
	@$(BIN)/python -m pytest tests --ignore=tests/test_exports.py

check: $(READY) ## fail when notebooks, exported modules and the package disagree
	@$(BIN)/python -m pytest tests/test_exports.py

lab: $(READY) ## open JupyterLab on the tour
	@$(BIN)/jupyter lab nbs/index.ipynb

lock: $(READY) ## pin the newest versions that settings.ini admits
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --upgrade --strip-extras --extra dev --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml
