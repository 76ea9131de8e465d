# make demo     the difference of two plans from corpora/
# make test     all tests; those that need ../shared skip where it is absent
# make lint     ruff      make types   mypy      make format   ruff rewrites
# make score    the scores on ../shared/corpora   make bench   speed and memory
# make bench-archive   100,000 generated plans extracted, a quarter of an hour
# make docs     the documentation as a site, in build/docs
# make models   trains models/*.json again
# make vectors  trains models/vectors.bin again, a minute   make ablation   what likeness is worth
#
# Each makes its own .venv first, once for each change of pyproject.toml.

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
PAIR   ?= corpora/pccc-xa-truong
# more threads are slower on matrices of two plans' size
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL := demo
.PHONY: demo test lint types format score bench bench-archive docs forms models vectors ablation clean

# exit code 1 says that the two plans differ, which is what a demonstration is for
demo: .venv/.ready
	@$(BIN)/vnplan diff $(PAIR)/parent.txt $(PAIR)/child.txt || test $$? -eq 1

test: .venv/.ready-dev
	@$(BIN)/pytest -q -n auto --dist worksteal $(ARGS)

lint: .venv/.ready-dev
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo "run: make format"; exit 1; }

types: .venv/.ready-dev
	@$(BIN)/mypy

format: .venv/.ready-dev
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

score: .venv/.ready
	@$(BIN)/python benchmarks/score.py $(ARGS)

models: .venv/.ready-dev
	@$(BIN)/python models/train_roles.py
	@$(BIN)/python models/train_confidence.py
	@$(BIN)/python models/train_judge.py

vectors: .venv/.ready-dev
	@$(BIN)/python models/train_vectors.py

ablation: .venv/.ready-dev
	@$(BIN)/python models/ablate_likeness.py

bench: .venv/.ready-dev
	@$(BIN)/python benchmarks/speed.py $(ARGS)

docs: .venv/.ready-dev
	@$(BIN)/sphinx-build -q -W --keep-going -b html docs build/docs
	@echo "build/docs/index.html"

bench-archive: .venv/.ready-dev
	@$(BIN)/python benchmarks/archive.py $(ARGS)

forms: .venv/.ready-dev
	@$(BIN)/python benchmarks/forms.py $(ARGS)

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .scores build dist

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "vnplan needs Python 3.11 or later; say which: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "python3 -m venv failed; on Debian: apt-get install python3-venv"; exit 1; }

.venv/.ready: pyproject.toml | .venv/bin/python
	@echo "installing vnplan and what it needs into .venv (a minute or two, once)" >&2
	@$(PIP) install --editable .
	@touch $@

.venv/.ready-dev: .venv/.ready
	@echo "installing the tools of the tests into .venv (once)" >&2
	@$(PIP) install --editable '.[dev]'
	@touch $@
