"""Which case a document belongs to, with reasons. Sure links are proposed at once, likely ones are asked of people."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from casetrack import resolve
from casetrack.model import DocumentKind, Findings, slugify
from casetrack.store import Connection, cases, facts
from casetrack.store import documents as documents_store

NEEDED_SHARED = 2
"""Organisations in common that make it worth asking whether an article belongs to a case."""


def link(
    connection: Connection, row: dict[str, Any], findings: Findings, proceedings: dict[tuple[str, str], int]
) -> None:
    """Put the document in the cases its dockets lead to; open one for a first reference; else ask.

    ``proceedings`` are the rows of its own or cited dockets. A case is never made from a person's name.
    """
    found = _cases_of(connection, proceedings)
    lower = resolve.lower_docket(findings)
    is_step = findings.kind.value in (DocumentKind.DECISION, DocumentKind.FILING)
    if is_step and lower:
        lower_id = cases.ensure_proceeding(connection, *lower)
        for case_id in cases.cases_of_proceedings(connection, [lower_id]).get(lower_id, set()):
            found.setdefault(case_id, f"attaque la décision rendue sous le n° {lower[1]}, de cette affaire")
    told_dockets = resolve.told_dockets(findings) if is_step else ()
    for told in told_dockets if not found else ():
        told_id = cases.ensure_proceeding(connection, *told)
        for case_id in cases.cases_of_proceedings(connection, [told_id]).get(told_id, set()):
            found.setdefault(case_id, f"raconte comme étape antérieure le n° {told[1]}, de cette affaire")
    placed = cases.case_ids_by_document(connection, [row["id"]]).get(row["id"], set())
    for case_id in placed:
        found.setdefault(case_id, "document de l'affaire")
    if is_step and proceedings and not found:
        found[_open_case(connection, row, findings, proceedings)] = "premier document de l'affaire"
    for case_id, reason in found.items():
        cases.attach(connection, case_id, row["id"], "propose", reason)
        if is_step or (case_id in placed and findings.dockets):
            for docket, proceeding_id in proceedings.items():
                cases.add_proceeding(connection, case_id, proceeding_id, f"n° {docket[1]} : {reason}")
            if lower:
                lower_id = cases.ensure_proceeding(connection, *lower)
                cases.add_proceeding(connection, case_id, lower_id, f"décision attaquée n° {lower[1]}")
    for told in told_dockets:
        _tell(connection, row, found, told)
    if not found:
        _ask(connection, row, findings)
    elif is_step:
        for case_id in found:
            _ask_again(connection, row, case_id)


def _cases_of(connection: Connection, proceedings: dict[tuple[str, str], int]) -> dict[int, str]:
    """Case ids with the reason each is found for."""
    by_proceeding = cases.cases_of_proceedings(connection, list(proceedings.values()))
    found: dict[int, str] = {}
    for (_court, docket), proceeding_id in proceedings.items():
        for case_id in by_proceeding.get(proceeding_id, set()):
            found.setdefault(case_id, f"porte ou cite le n° {docket}, de cette affaire")
    return found


def _open_case(
    connection: Connection, row: dict[str, Any], findings: Findings, proceedings: dict[tuple[str, str], int]
) -> int:
    court_code, docket = next(iter(proceedings))
    court = findings.court.value if findings.court else court_code
    return cases.create_case(
        connection,
        slug=slugify(f"{court_code} {docket}"),
        title=f"{court[:1].upper()}{court[1:]}, n°\u00a0{docket}",
        is_demo=row["is_demo"],
        named_by_person=False,
    )


def _tell(connection: Connection, row: dict[str, Any], found: dict[int, str], told: tuple[str, str]) -> None:
    """An earlier stage belongs to the case of whoever tells it, whichever file came first; another case's is asked."""
    told_id = cases.ensure_proceeding(connection, *told)
    owners = cases.cases_of_proceedings(connection, [told_id]).get(told_id, set())
    reason = f"raconte comme étape antérieure le n°\u00a0{told[1]}, de cette affaire"
    for case_id in owners - found.keys():
        _suggest(connection, case_id, row["id"], reason)
    for case_id in found if not owners else ():
        cases.add_proceeding(connection, case_id, told_id, f"n° {told[1]} : étape antérieure que raconte un document")


def _ask(connection: Connection, row: dict[str, Any], findings: Findings) -> None:
    """Cases whose parties this document names: a question each, with the names."""
    here = resolve.organisations_of(findings)
    for case in cases.all_cases(connection) if here else ():
        if case["is_demo"] == row["is_demo"]:
            _ask_whether_names_agree(connection, case["id"], {row["id"]: here})


def _ask_again(connection: Connection, row: dict[str, Any], case_id: int) -> None:
    """A case has just gained names: documents that came before it, and belong nowhere, may be its own."""
    _ask_whether_names_agree(connection, case_id, cases.unplaced(connection, is_demo=row["is_demo"]))


def _ask_whether_names_agree(connection: Connection, case_id: int, named: Mapping[int, Collection[str]]) -> None:
    """``named``: by document, the comparable names of the legal persons it names."""
    names = {resolve.party_key(name): name for name in documents_store.party_names_of_case(connection, case_id)}
    for document_id, here in named.items():
        shared = resolve.shared_evidence(here, names)
        if len(shared) >= NEEDED_SHARED:
            said = ", ".join(names[key] for key in shared[:6])
            _suggest(connection, case_id, document_id, f"nomme aussi {said}")


def _suggest(connection: Connection, case_id: int, document_id: int, reason: str) -> None:
    payload = {"case_id": case_id, "document_id": document_id}
    facts.suggest(connection, "attach", f"{case_id}:{document_id}", payload, [reason], document_id)
