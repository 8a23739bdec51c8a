"""Archives in: added once, replaced everywhere, withdrawn for good; one decision from several archives."""

from __future__ import annotations

import datetime as dt
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from casetrack.casebook import SYSTEM, Casebook, care
from casetrack.errors import Conflict
from casetrack.ingest.library import ImportReport
from casetrack.model import ANONYMOUS
from tests import archives


@pytest.fixture
def bring(casebook: Casebook, tmp_path: Path) -> Callable[..., ImportReport]:
    """Import members as a ZIP of the open data, or a tar of the DILA when one of them is from there."""
    folder = tmp_path / "archives"
    folder.mkdir()

    def bring_members(**members: bytes) -> ImportReport:
        named = {name.replace("__", "/") + (".dat" if "suppression" in name else ".xml"): data
                 for name, data in members.items()}  # fmt: skip
        is_dila = any(b"TEXTE_JURI" in data or name.endswith(".dat") for name, data in named.items())
        number = len(list(folder.iterdir()))
        if is_dila:
            return casebook.import_archives([archives.write_tar(folder / f"JADE_{number}.tar.gz", named)])
        return casebook.import_archives([archives.write_zip(folder / f"TA_{number}.zip", named)])

    return bring_members


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return report.added, report.unchanged, report.updated, report.withdrawn, len(report.failed)


def held(casebook: Casebook, query: str) -> list[tuple[object, ...]]:
    with casebook.store.read() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def everything_said(casebook: Casebook) -> str:
    """Every word the database holds, compressed or not."""
    database = sqlite3.connect(casebook.settings.database)
    tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
    found = []
    for table in tables:
        for row in database.execute(f'select * from "{table}"'):
            for value in row:
                found.append(
                    zlib.decompress(value).decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
                )
    return "\n".join(found)


def test_an_archive_twice_is_one_and_its_bytes_are_kept_exactly(casebook: Casebook, bring):
    order = archives.opendata()
    assert counts(bring(a=order, b=archives.appeal())) == (2, 0, 0, 0, 0)
    before = held(casebook, "select id, sha256, change_seq from documents")
    assert counts(bring(a=order, b=archives.appeal())) == (0, 2, 0, 0, 0)
    assert held(casebook, "select id, sha256, change_seq from documents") == before
    (hit,) = casebook.search("caméras commune", viewer=ANONYMOUS).hits
    view = casebook.document(hit.document.id, viewer=ANONYMOUS)
    assert (view.ref.court_code, view.ref.docket, view.ref.shelf) == ("TA06", "9900001", "bibliotheque")
    found, name = casebook.original(view.sha256, viewer=ANONYMOUS)
    assert not isinstance(found, Path) and found.getvalue() == order
    assert (name, view.has_original) == ("a.xml", True)
    assert not view.facts and not held(casebook, "select id from parties")
    assert all(check.ok for check in care.verify(casebook))


def test_copies_from_two_archives_are_one_decision_found_once(casebook: Casebook, bring):
    bring(a=archives.opendata())
    bring(juri__CETATEXT000099000001=archives.jade())
    page = casebook.search("caméras", viewer=ANONYMOUS)
    assert page.total == 1
    assert [copy.format for copy in casebook.document(page.hits[0].document.id, viewer=ANONYMOUS).copies] == ["jade"]
    assert held(casebook, "select count(*), count(distinct decision_id) from documents") == [(2, 1)]
    assert casebook.feed.expected() == casebook.index.count() == 1


def test_one_file_name_in_two_courts_is_two_decisions(casebook: Casebook, bring):
    """A tribunal's number, and so the name of its file, is shared by others."""
    other = archives.opendata(court="TA69", court_name="Tribunal Administratif de Lyon")
    assert counts(bring(a=archives.opendata(), b=other)) == (2, 0, 0, 0, 0)
    page = casebook.search("n° 9900001", viewer=ANONYMOUS)
    assert {ref.court_code for ref in page.homonyms} == {"TA06", "TA69"}


def test_a_text_republished_with_more_pseudonyms_replaces_the_older_everywhere(casebook: Casebook, bring):
    older = archives.opendata(who="Mme Hortense Vauquelin")
    bring(a=older)
    (hit,) = casebook.search("caméras", viewer=SYSTEM).hits
    done = casebook.open_dossier(hit.document.id, viewer=SYSTEM)
    facts = casebook.document(hit.document.id, viewer=SYSTEM).facts
    named = next(fact for fact in facts if "Vauquelin" in str(fact.value) or "Vauquelin" in fact.quote)
    ground = next(fact for fact in facts if fact.kind == "outcome")
    for fact in (named, ground):
        casebook.confirm(fact.id, viewer=SYSTEM)
    newer = archives.opendata(who="Mme A B", updated="2023-06-01")
    assert counts(bring(a=newer)) == (0, 0, 1, 0, 0)
    assert "Vauquelin" not in everything_said(casebook)
    assert casebook.search("Vauquelin", viewer=SYSTEM).total == 0
    view = casebook.document(hit.document.id, viewer=SYSTEM)
    assert done.slug in [case.slug for case in view.cases]
    kept = next(fact for fact in view.facts if fact.kind == "outcome")
    assert (kept.status, kept.by_person, kept.fingerprint) == ("confirme", True, ground.fingerprint)
    assert counts(bring(a=older)) == (0, 1, 0, 0, 0), "the older bytes may not come back"
    assert "Vauquelin" not in everything_said(casebook)
    assert all(check.ok for check in care.verify(casebook))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("caméras ou visas", "caméras OU visas"),
        ("caméras sauf urgence", "caméras SAUF urgence"),
        ("caméras OU visas", ""),
        ('"caméras ou visas"', ""),
        ("ou caméras", ""),
    ],
)
def test_operators_in_small_letters_are_proposed_in_capitals(casebook: Casebook, bring, typed: str, meant: str):
    bring(a=archives.opendata())
    assert casebook.search(typed, viewer=ANONYMOUS).did_you_mean == meant


def test_what_lawyers_paste_leads_to_the_decision_or_to_its_day(casebook: Casebook, bring):
    bring(a=archives.opendata(), b=archives.appeal())
    for pasted in (
        "TA Nice 9900001",
        "n° 9900001 du 5 mai 2023",
        "CE, ord., 22 mai 2023, n° 999 301",
        "ord. n° 999301",
    ):
        found = casebook.search(pasted, viewer=ANONYMOUS)
        assert found.reference is not None, pasted
    page = casebook.search("CE, ord., 22 mai 2023", viewer=ANONYMOUS)
    assert [hit.document.docket for hit in page.hits] == ["999301"]
    page = casebook.search("nos 9900001, 999301", viewer=ANONYMOUS)
    assert {hit.document.docket for hit in page.hits} == {"9900001", "999301"} and page.reference is None
    page = casebook.search("astéroïdes non-lieu", viewer=ANONYMOUS)
    assert (page.total, page.any_word) == (0, 'astéroïdes OU "non-lieu"')


def test_an_older_version_changes_nothing(casebook: Casebook, bring):
    bring(a=archives.opendata(updated="2023-06-01"))
    assert counts(bring(a=archives.opendata(who="M. C D", updated="2023-05-01"))) == (0, 1, 0, 0, 0)
    assert casebook.search("requête", viewer=ANONYMOUS).total == 1


def test_two_states_of_one_decision_in_one_archive(casebook: Casebook, bring):
    first, last = archives.opendata(who="M. Premier"), archives.opendata(who="M. Second", updated="2023-06-01")
    assert counts(bring(a=first, b=last)) == (1, 0, 1, 0, 0)
    assert casebook.search("Second", viewer=ANONYMOUS).total == 1
    assert casebook.search("Premier", viewer=ANONYMOUS).total == 0


def test_a_withdrawn_decision_is_erased_and_stays_so(casebook: Casebook, bring):
    members = {"juri__CETATEXT000099000001": archives.jade(who="Mme Hortense Vauquelin")}
    bring(**members)
    sha256 = casebook.document(casebook.search("caméras", viewer=ANONYMOUS).hits[0].document.id, viewer=SYSTEM).sha256
    gone = bring(JADE__liste_suppression_jade=archives.deletion_list("CETATEXT000099000001", "CETATEXT000099000009"))
    assert counts(gone) == (0, 0, 0, 1, 0)
    assert "Vauquelin" not in everything_said(casebook)
    assert casebook.search("caméras", viewer=SYSTEM).total == 0
    assert not casebook.pipeline.originals.has(sha256)
    assert counts(bring(**members)) == (0, 1, 0, 0, 0)
    assert casebook.search("caméras", viewer=SYSTEM).total == 0


def test_the_copy_left_stands_for_the_decision_when_the_other_is_withdrawn(casebook: Casebook, bring):
    bring(juri__CETATEXT000099000001=archives.jade())
    bring(a=archives.opendata())
    bring(JADE__liste_suppression_jade=archives.deletion_list("CETATEXT000099000001"))
    (hit,) = casebook.search("caméras", viewer=ANONYMOUS).hits
    assert hit.document.format == "opendata"


def test_a_bad_member_or_archive_fails_alone(casebook: Casebook, tmp_path: Path):
    folder = tmp_path / "mix"
    folder.mkdir()
    whole = archives.write_tar(folder / "a.tar.gz", {"x/CETATEXT000099000001.xml": archives.jade()}).read_bytes()
    (folder / "b.tar.gz").write_bytes(whole[: len(whole) // 2])
    (folder / "c.xml").write_bytes(b"<Document><Dossier>")
    (folder / "d.json").write_text('{"rien": 1}', encoding="utf-8")
    (folder / "e.xml").write_bytes(archives.appeal())
    (folder / "notes.txt").write_text("pas une archive", encoding="utf-8")
    report = casebook.import_archives([folder])
    assert counts(report) == (2, 0, 0, 0, 3)
    assert [item.label for item in report.failed] == ["mix/b.tar.gz", "mix/c.xml", "mix/d.json"]
    assert all(item.reason.endswith((".", "».")) for item in report.failed)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("05/05/2023", "2023-05-05"),
        ("20230505", "2023-05-05"),
        ("2023-05-05T00:00:00+02:00", "2023-05-05"),
        ("5 mai 2023", "2023-05-05"),
        ("2999-01-01", None),  # what the DILA writes for a day it does not know
        ("31/02/2023", None),
    ],
)
def test_a_day_in_another_form_stops_nothing(casebook: Casebook, bring, written: str, day: str | None):
    odd = archives.opendata().replace(b"<Date_Lecture>2023-05-05", f"<Date_Lecture>{written}".encode())
    assert counts(bring(a=odd, b=archives.appeal())) == (2, 0, 0, 0, 0)
    assert held(casebook, "select decided_on from documents where court_code = 'TA06'") == [(day,)]
    (view,) = [
        casebook.document(hit.document.id, viewer=ANONYMOUS)
        for hit in casebook.search("juridiction:TA", viewer=ANONYMOUS).hits
    ]
    assert [item["field"] for item in view.differences] == ([] if day else ["decided_on"])


def test_differences_between_tags_and_text_are_kept(casebook: Casebook, bring):
    lines = (*archives.ORDER[:-1], "Article 2 : Rien.", "Fait à Nice, le 6 mai 2023.")
    bring(a=archives.opendata(lines=lines).replace(b"<Type_Decision>Ordonnance", "<Type_Decision>Décision".encode()))
    (hit,) = casebook.search("caméras", viewer=ANONYMOUS).hits
    found = {item["field"]: item["said"] for item in casebook.document(hit.document.id, viewer=ANONYMOUS).differences}
    assert set(found) == {"type", "decided_on"}
    assert "ordonnance" in found["type"] and "2023-05-06" in found["decided_on"]


def test_the_citator_counts_and_says_what_became_of_a_decision(casebook: Casebook, bring):
    bring(b=archives.appeal())
    bring(a=archives.opendata())  # cited before it came: resolved when it arrives
    document_id = casebook.decision_document("ta06", dt.date(2023, 5, 5), "9900001", viewer=ANONYMOUS)
    view = casebook.document(document_id, viewer=ANONYMOUS)
    assert {item.treatment for item in view.cited_by} == {"annule"}
    assert view.authority == "ordonnance de référé, inédite, citée 1 fois ici"
    citing = view.cited_by[0]
    text = casebook.document(citing.document.id, viewer=ANONYMOUS).text or ""
    assert "annulée" in text[citing.treatment_start : citing.treatment_end]


@pytest.mark.parametrize(
    ("operative", "said"),
    [
        ("L'ordonnance du 5 mai 2023 du juge des référés du tribunal administratif de Nice est annulée.", "annule"),
        ("L'ordonnance du 5 mai 2023 est annulée en tant qu'elle statue sur les frais.", "annule en partie"),
        ("Les articles 1er et 2 de l'ordonnance du 5 mai 2023 sont annulés.", "annule en partie"),
        ("L'ordonnance du 5 mai 2023 est réformée en ce qu'elle a de contraire à la présente.", "réforme"),
        ("La requête de {who} est rejetée.", "confirme"),
    ],
)
def test_the_citator_says_how_much_of_a_decision_falls(casebook: Casebook, bring, operative: str, said: str):
    lines = (*archives.APPEAL[:-2], f"Article 1er : {operative}", archives.APPEAL[-1])
    bring(
        a=archives.opendata(),
        b=archives.opendata("999301", "CE", "Conseil d'État", "2023-05-22", "M. A B", lines, "2023-05-23"),
    )
    document_id = casebook.decision_document("ta06", dt.date(2023, 5, 5), "9900001", viewer=ANONYMOUS)
    assert {item.treatment for item in casebook.document(document_id, viewer=ANONYMOUS).cited_by} == {said}


def test_an_appeal_in_cassation_admitted_in_part_is_not_said_refused(casebook: Casebook, bring):
    appeal = [
        line.replace("la requête", "le pourvoi").replace("Par une requête", "Par un pourvoi")
        for line in archives.APPEAL
    ]
    lines = (
        *(
            line.replace(
                "demande au juge des référés du Conseil d'Etat, statuant sur", "demande au Conseil d'Etat, sur"
            )
            for line in appeal[:-3]
        ),
        "D E C I D E :",
        "Article 1er : Les conclusions du pourvoi de {who} dirigées contre l'ordonnance sur les frais sont admises.",
        "Article 2 : Le surplus des conclusions du pourvoi de {who} n'est pas admis.",
    )
    bring(
        a=archives.opendata(),
        b=archives.opendata("999301", "CE", "Conseil d'État", "2023-05-22", "M. A B", lines, "2023-05-23"),
    )
    document_id = casebook.decision_document("ta06", dt.date(2023, 5, 5), "9900001", viewer=ANONYMOUS)
    (citing,) = casebook.document(document_id, viewer=ANONYMOUS).cited_by
    assert citing.treatment == "admet en partie le pourvoi"


def test_a_dossier_opens_from_the_library_and_undo_returns_it(casebook: Casebook, bring):
    lines = tuple(line.replace("{who}", "l'association Les Amis du Phare") for line in archives.ORDER)
    bring(a=archives.opendata(lines=lines))
    document_id = casebook.search("caméras", viewer=SYSTEM).hits[0].document.id
    done = casebook.open_dossier(document_id, viewer=SYSTEM)
    view = casebook.document(document_id, viewer=SYSTEM)
    assert view.ref.shelf == "dossiers" and view.facts and [case.slug for case in view.cases] == [done.slug]
    assert casebook.parties(viewer=SYSTEM)
    with pytest.raises(Conflict):
        casebook.open_dossier(document_id, viewer=SYSTEM)
    casebook.undo(done.journal_id or 0, viewer=SYSTEM)
    view = casebook.document(document_id, viewer=SYSTEM)
    assert (view.ref.shelf, view.facts, view.cases) == ("bibliotheque", (), ())
    assert not casebook.parties(viewer=SYSTEM) and not casebook.cases(viewer=SYSTEM)
    again = casebook.open_dossier(document_id, viewer=SYSTEM)
    assert casebook.case(again.slug, viewer=SYSTEM).documents


def test_a_decision_of_the_library_joins_a_dossier(casebook: Casebook, bring):
    case = casebook.create_case("Caméras de Port-Blanc", viewer=SYSTEM)
    bring(a=archives.opendata())
    document_id = casebook.search("caméras", viewer=SYSTEM).hits[0].document.id
    done = casebook.open_dossier(document_id, viewer=SYSTEM, case=case.slug)
    assert done.slug == case.slug
    assert [ref.slug for ref in casebook.document(document_id, viewer=SYSTEM).cases] == [case.slug]


def test_coverage_says_from_which_archive_under_which_licence_and_since_when(casebook: Casebook, bring):
    bring(a=archives.opendata())
    (row,) = casebook.coverage(viewer=ANONYMOUS)
    assert (row.court_code, row.year, row.count, row.updated_on) == ("TA06", "2023", 1, "2023-05-06")
    assert (row.archive_name, row.licence) == ("Données ouvertes de la justice administrative", "Licence Ouverte 2.0")
    assert row.since and row.latest
