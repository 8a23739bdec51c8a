"""The types of pages, by route, and what is checked on each at every change.

The tests of `tests/browser/test_quality.py` and `tests/test_html_valid.py` run over this list and fail when a route is
missing from it; the accessibility statement is written from it. So it says what is really done, and no more.
"""

from __future__ import annotations

from collections.abc import Mapping

PAGE_TYPES: Mapping[str, str] = {
    "home.home": "accueil",
    "search.results": "résultats de recherche",
    "cases.listing": "liste des affaires",
    "cases.case": "affaire et sa chronologie",
    "cases.search": "recherche dans une affaire",
    "cases.fact": "fait et son histoire",
    "cases.everything": "toutes les affaires sur un axe",
    "parties.listing": "liste des parties",
    "parties.plaintiffs": "requérants et affaires",
    "parties.party": "partie",
    "documents.listing": "liste des documents",
    "documents.document": "document",
    "documents.decision": "décision",
    "compare.show": "deux décisions côte à côte",
    "exports.selection": "références à citer",
    "figures.show": "chiffres",
    "library.coverage": "ce que la bibliothèque couvre",
    "library.article": "article de loi",
    "drafts.form": "vérification d’un projet",
    "clock.remedies": "recours et délais",
    "compliance.before_filing": "avant de déposer",
    "compliance.glossary": "glossaire",
    "compliance.search_help": "aide de la recherche",
    "compliance.accessibility": "cette page",
    "compliance.legal": "mentions légales",
    "publishing.asking": "demande de rectification",
    "publishing.preview": "aperçu avant publication",
    "publishing.erasure": "effacement",
    "auth.sign_in": "connexion",
    "auth.forgotten": "mot de passe oublié",
    "auth.set_password": "choix d’un mot de passe",
    "auth.account": "mon compte",
    "two_steps.show": "connexion en deux étapes",
    "two_steps.ask": "code de connexion",
    "tokens.listing": "jetons pour programmes",
    "review.queue": "à vérifier",
    "adding.form": "ajout de documents",
    "adding.progress": "lecture en cours",
    "journal.entries": "journal",
    "people.listing": "utilisateurs",
}
CHECKS: Mapping[str, str] = {
    "axe": "les règles d’axe-core (WCAG 2.2, A et AA, et bonnes pratiques) dans Chromium, à 1 280 pixels, en clair",
    "axe-dark": "les mêmes à 320 pixels de large, en sombre",
    "reflow": "aucun défilement horizontal à 320 pixels",
    "stable": "rien ne bouge pendant le chargement (décalage cumulé sous 0,02)",
    "alone": "aucun appel à un autre site, aucune erreur dans la console",
    "light": "moins de 150 ko à charger une fois compressée, 60 ko pour l’accueil",
    "valid": "HTML sans erreur d’analyse, identifiants uniques, champs nommés, titres en ordre, renvois ARIA existants",
}
