# casetrack : `make demo` montre, `make test` vérifie. Rien n'est installé hors de .venv, rien ne demande root.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(VENV)/lock

.DEFAULT_GOAL := help
.PHONY: help demo test lint format corpus screenshots lock wheel clean

help:  ## cette liste
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/demo.stamp  ## installer puis ouvrir la démonstration sur http://127.0.0.1:5000
	@$(BIN)/casetrack demo

test: lint  ## tout vérifier : style, types, tests (ceux du navigateur compris)
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/test.stamp  ## style et types seulement
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/test.stamp  ## remettre en forme
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

corpus: $(VENV)/test.stamp  ## refaire les fichiers de la démonstration à partir de corpus/src
	$(BIN)/python corpus/build.py

screenshots: $(VENV)/test.stamp  ## photographier chaque page de la démonstration dans build/screenshots
	$(BIN)/python benchmarks/screenshots.py

wheel: $(VENV)/test.stamp  ## construire l'archive et le paquet dans dist/
	$(BIN)/python -m hatchling build

# Les verrous valent pour Python 3.11 à 3.13 et toute plateforme ; ils ne contiennent aucune adresse.
lock:  ## refaire requirements.lock et requirements-test.lock
	@$(PYTHON) -m venv $(LOCK)
	@$(LOCK)/bin/python -m pip --disable-pip-version-check --quiet install --upgrade uv
	@$(call compile,requirements.lock)
	@$(call compile,requirements-test.lock,--extra fast --extra ocr --extra test)
	@! grep -n '://' requirements.lock requirements-test.lock

compile = $(LOCK)/bin/uv pip compile pyproject.toml $(2) --upgrade --quiet --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock' --output-file $(1)

clean:  ## effacer l'environnement et ce qui se reconstruit
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Le pip des distributions est parfois trop vieux pour nos dépendances : celui de .venv est mis à jour, lui seul.
$(VENV)/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "casetrack demande Python 3.11 ou plus récent. Par exemple : make demo PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Le module venv manque. Sous Debian ou Ubuntu : apt install python3-venv"; exit 1; }
	@$(PIP) install --upgrade pip
	@touch $@

$(VENV)/demo.stamp: $(VENV)/pip.stamp requirements.lock pyproject.toml
	@echo "Installation de casetrack dans $(VENV) (une minute environ)…"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/test.stamp: $(VENV)/pip.stamp requirements-test.lock pyproject.toml
	@echo "Installation de casetrack et de ses outils de test dans $(VENV)…"
	@$(PIP) install --require-hashes --requirement requirements-test.lock
	@$(PIP) install --no-deps --editable .
	@touch $@
