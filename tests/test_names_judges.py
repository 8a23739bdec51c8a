"""Names of judges, rapporteurs and clerks (art. L. 10 CJA): in the decision's own page, and nowhere else.

The names are found here by rules of the test's own: tags of the files, signatures, offices said beside a name.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from casetrack.casebook import SYSTEM, Casebook
from casetrack.casebook.forms import timeline_form
from casetrack.extract import extract
from casetrack.extract.output import to_json
from casetrack.ingest.indexing import masked
from casetrack.model import ANONYMOUS, Findings, fold
from casetrack.read import read_bytes
from casetrack.search import analysis
from casetrack.settings import load_settings
from tests.samples import ORDER

_NAME = r"(?:[A-ZÉÈÎ][\w'’-]*\.?\s?(?:de |du |des |d'|Le |La )?){0,4}[A-ZÉÈÎ][\w'’-]+"
_OFFICE = (
    r"rapporteure? public|commissaire du [Gg]ouvernement|rapporteur|président|greffi|juge des référés|conseill|"
    r"premi(?:er|ère) conseill|vice-président|maître des requêtes|auditeur|auditrice|magistrat"
)
_SAID = (
    re.compile(rf"[Ss]ign[ée]e?\s*:?\s*(?:M\.|Mme|Mlle)?\s*({_NAME})"),
    re.compile(rf"(?:M\.|Mme|Mlle|Monsieur|Madame) ({_NAME}),? (?:{_OFFICE})"),
    re.compile(r"\n\s*([A-Z]\. ?[A-ZÉÈ][A-ZÉÈa-zéèç'-]+(?: [A-ZÉÈ][A-Za-zéè'-]+)?)[ \t]*(?=\n|$)"),
)
_TAG = re.compile(r"<(?:RAPPORTEUR|PRESIDENT|COMMISSAIRE_GVT)>\s*(?:MM?\.|Mmes?|Mlle)?\s*([^<]+?)\s*<")
_NO_NAMES = frozenset(
    {*"l", "le", "la", "les", "en", "pour", "conseil", "etat", "republique", "decision", "ministre", "ordonnance"}
)
_NO_NAMES |= {"juge", "section", "vu", "mme", "mlle", "monsieur", "madame"}


def officers(raw: str, text: str) -> set[str]:
    """Last names as written."""
    found = {match[1] for pattern in _SAID for match in pattern.finditer(text)}
    found |= {match[1] for match in _TAG.finditer(raw)}
    lasts = {re.split(r"[\s.]+", name.strip(" .,;"))[-1] for name in found}
    return {last for last in lasts if len(last) > 2 and last.isalpha() and fold(last) not in _NO_NAMES}


def official_files(shared_data: Path) -> list[Path]:
    folders = ("dila_jade", "ce_opendata", "ta_opendata")
    return [path for folder in folders for path in sorted((shared_data / folder).rglob("*.xml"))]


def readings(shared_data: Path) -> Iterator[tuple[Path, str, Findings, set[str]]]:
    for path in official_files(shared_data):
        data = path.read_bytes()
        reading = read_bytes(data, path.name)
        findings = extract(reading.text, declared=reading.declared, format=reading.format)
        yield path, reading.text, findings, officers(data.decode("utf-8", "replace"), reading.text)


def names_in(text: str, names: set[str]) -> set[str]:
    """Those that stand in a text as a name of its own."""
    forms = {form: name for name in names for form in (name, name.upper(), name.title())}
    if not forms:
        return set()
    pattern = rf"(?<![\w-])(?:{'|'.join(re.escape(form) for form in sorted(forms))})(?![\w-])"
    return {forms[match[0]] for match in re.finditer(pattern, text)}


def test_every_name_is_recognised(shared_data):
    count = 0
    for path, text, findings, names in readings(shared_data):
        assert names_in(masked(text, findings.withheld), names) == set(), path.name
        said = json.loads(to_json(findings))
        said.pop("withheld", None)
        assert names_in(json.dumps(said, ensure_ascii=False), names) == set(), path.name
        count += len(names)
    assert count > 300, "the test's own rules still find names"


@pytest.fixture(scope="module")
def held(shared_data, tmp_path_factory):
    """Every official file, in a home: in the library, and as many as are quick in dossiers."""
    settings = load_settings(home=tmp_path_factory.mktemp("juges"), parse_processes=1)
    casebook = Casebook(settings)
    known = list(readings(shared_data))
    files = [(path.name, path.read_bytes()) for path, *_ in known[::3]]
    casebook.upload(files, viewer=SYSTEM)
    list(casebook.work_off_queue())
    casebook.import_archives([path for path, *_ in known])
    casebook.update_index()
    names = {name for *_, found in known for name in found}
    others = " ".join(masked(text, findings.withheld) for _, text, findings, _ in known)
    yield casebook, names, {term for word in analysis.words(others) for term in (word, analysis.term(word))}
    casebook.close()


def test_no_search_nor_suggestion_finds_one(held):
    casebook, names, other_words = held
    for name in sorted(names):
        if {fold(name), analysis.term(fold(name))} & other_words:
            continue  # also a word of some other text: a town, a party, a common noun
        for viewer in (ANONYMOUS, SYSTEM):
            assert casebook.search(f'"{name}"', viewer=viewer).total == 0, name
            assert fold(name) not in {fold(word) for word in casebook.suggest(name[:4], viewer=viewer)}


def test_no_fact_export_nor_row_holds_one(held):
    casebook, names, _ = held
    for viewer in (ANONYMOUS, SYSTEM):
        told = json.dumps(timeline_form(casebook.timeline(viewer=viewer, everything=True)), ensure_ascii=False)
        assert names_in(told, names) == set()
    with casebook.store.read() as connection:
        said = "select t.body, f.value, f.subject, f.quote, f.before, f.after"
        rows = list(connection.exec_driver_sql(f"{said} from facts f join texts t on t.id = f.text_id"))
    assert len(rows) > 500
    texts: dict[bytes, set[str]] = {}
    for body, value, *said in rows:
        if body not in texts:
            texts[body] = officers("", zlib.decompress(body).decode())
        whole = " ".join([json.dumps(json.loads(value), ensure_ascii=False), *said])
        assert names_in(whole, texts[body]) == set(), whole


def test_a_passage_that_a_member_chooses_holds_none(casebook, take):
    """The quote of a fact that somebody adds goes to timelines and exports like the others."""
    document_id = take(ORDER + "Fait à Paris, le 12 mars 2021\nSigné : Anselme Quorindel\n")
    text = casebook.document(document_id, viewer=SYSTEM).text or ""
    (judge,) = extract(text).withheld
    value = {"type": "audience", "date": "2021-03-08", "precision": "day"}
    start, end = judge.start - 12, judge.end
    casebook.add_fact(document_id, kind="event", subject="audience", value=value, start=start, end=end, viewer=SYSTEM)
    (added,) = [fact for fact in casebook.document(document_id, viewer=SYSTEM).facts if fact.by_person]
    assert text[judge.start : judge.end] not in added.quote and added.quote.endswith("[…]")
