"""Pages that explain: before filing, glossary, how to search, accessibility, legal notice."""

from __future__ import annotations

from flask import Blueprint, render_template

from casetrack.web.checklist import BEFORE_FILING
from casetrack.web.glossary import GLOSSARY
from casetrack.web.page_types import CHECKS, PAGE_TYPES

pages = Blueprint("compliance", __name__)


@pages.get("/avant-de-deposer")
def before_filing() -> str:
    return render_template("compliance/before_filing.html", items=BEFORE_FILING)


@pages.get("/aide/glossaire")
def glossary() -> str:
    return render_template("compliance/glossary.html", entries=GLOSSARY)


@pages.get("/aide/recherche")
def search_help() -> str:
    return render_template("compliance/search_help.html")


@pages.get("/accessibilite")
def accessibility() -> str:
    return render_template("compliance/accessibility.html", types=PAGE_TYPES, checks=CHECKS)


@pages.get("/mentions-legales")
def legal() -> str:
    return render_template("compliance/legal.html")
