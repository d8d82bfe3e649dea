# make quickstart   install, then train, try and score a small model
# make test         install, then lint and run the tests
# make test-all     the same with the long tests (random kills, compiled runs), then test-oldest and test-newest
# make test-oldest  the tests with the oldest Python here and the lowest versions that pyproject.toml allows
# make test-newest  the tests with the newest Python here and the newest versions; each downloads torch anew
# make test-gpu     tests that compare a GPU with the CPU, on a machine with a GPU
# make mutants      break the pure modules on purpose, and show what their tests do not notice
# make docs         build the documentation in site/; warnings are errors
# make bench        benchmark start-up, checkpoints and, with ROWS=gsm8k.jsonl [PEERS=python-with-trl], training steps
#
# Each installs into .venv first, and again only after pyproject.toml or constraints.txt changed.
#   PYTHON=python3.12   another interpreter (3.11 or newer)
#   PIP_ARGS=...        options for pip; without a GPU, this saves a download of gigabytes:
#                       make test PIP_ARGS="--extra-index-url https://download.pytorch.org/whl/cpu"

PYTHON ?= python3
PIP_ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_ARGS) -c constraints.txt

.PHONY: help quickstart test test-all test-oldest test-newest test-gpu lint mutants docs bench clean
.DELETE_ON_ERROR:

help:
	@sed -n '/^# /s/^# //p;/^$$/q' Makefile

# One thread, as in the recipes: beside another busy program, two are many times slower.
quickstart: export OMP_NUM_THREADS ?= 1
quickstart: $(VENV)/.runtime
	$(BIN)/python -m instructgpt_cli.demo data/quickstart
	$(BIN)/instructgpt pretrain recipes/quickstart/pretrain.yaml
	$(BIN)/instructgpt eval recipes/quickstart/pretrain.yaml
	$(BIN)/python -m instructgpt_cli.demo data/quickstart --beside runs/quickstart/pretrain/eval.json
	$(BIN)/instructgpt finetune recipes/quickstart/finetune.yaml
	$(BIN)/instructgpt generate recipes/quickstart/generate.yaml
	$(BIN)/instructgpt eval recipes/quickstart/eval.yaml

test: lint
	$(BIN)/pytest -n 2 -q -m "not slow"

test-all: lint
	$(BIN)/pytest -n 2 -q
	$(MAKE) test-oldest test-newest

# Both ends of what pyproject.toml allows, each in an environment of its own, without constraints.txt.
test-oldest test-newest: test-%: .venv-%/.dev
	.venv-$*/bin/python -m pytest -n 2 -q -m "not slow"

test-gpu: $(VENV)/.dev
	$(BIN)/pytest -q -m gpu

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# MODULES=recipe/overrides runs one of them; an environment of its own leaves the others as they are.
mutants: .venv-mutants/.dev
	.venv-mutants/bin/python tests/mutants.py run $(MODULES)

docs: $(VENV)/.dev
	$(BIN)/mkdocs build --strict

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/checkpoint.py
	$(if $(ROWS),$(BIN)/python benchmarks/train.py $(ROWS) --models 5M --rounds 1 --rows 240 $(if $(PEERS),--peers $(PEERS)))

# Removes what builds and tests leave behind, but no runs.
clean:
	rm -rf $(VENV) .venv-* mutants build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find instructgpt_cli tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is required, for example: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e .
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[dev,docs]'
	touch $@ $(VENV)/.runtime

.venv-mutants/.dev: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-mutants
	.venv-mutants/bin/python -m pip install --quiet --disable-pip-version-check $(PIP_ARGS) -c constraints.txt \
		-e '.[dev,mutants]'
	touch $@

.venv-oldest/.dev: pyproject.toml
	"$$(.ci/python oldest)" -m venv .venv-oldest
	.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check $(PIP_ARGS) uv
	.venv-oldest/bin/uv pip install --quiet --python .venv-oldest --resolution lowest-direct $(PIP_ARGS) -e '.[dev]'
	touch $@

.venv-newest/.dev: pyproject.toml
	"$$(.ci/python newest)" -m venv .venv-newest
	.venv-newest/bin/python -m pip install --quiet --disable-pip-version-check --upgrade $(PIP_ARGS) -e '.[dev]'
	touch $@
