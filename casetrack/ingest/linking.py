"""Which case a document belongs to, with reasons. Sure links are proposed at once, likely ones are asked of people."""

from __future__ import annotations

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
    for told in resolve.told_dockets(findings) if is_step and not found else ():
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
    if not found:
        _ask(connection, row, findings)


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


def _ask(connection: Connection, row: dict[str, Any], findings: Findings) -> None:
    """Cases whose parties this document names: a question each, with the names."""
    here = resolve.organisations_of(findings)
    if not here:
        return
    for case in cases.all_cases(connection):
        if case["is_demo"] != row["is_demo"]:
            continue
        names = documents_store.party_names_of_case(connection, case["id"])
        shared = resolve.shared_evidence(here, (resolve.party_key(name) for name in names))
        if len(shared) >= NEEDED_SHARED:
            facts.suggest(
                connection,
                "attach",
                f"{case['id']}:{row['id']}",
                {"case_id": case["id"], "document_id": row["id"]},
                [f"nomme aussi {', '.join(shared[:6])}"],
                row["id"],
            )
