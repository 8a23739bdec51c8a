"""« Ce que contient cette bibliothèque »: columns that add up, however old the decisions."""

from __future__ import annotations

from lxml import html

from casetrack.web.library import COLUMNS
from tests import archives
from tests.web_site import open_site

YEARS = range(2024 - COLUMNS - 3, 2024)


def test_the_columns_add_up_to_the_total(tmp_path):
    members = {
        f"{year}.xml": archives.opendata(docket=f"99{year}", day=f"{year}-05-05", updated=f"{year}-06-01")
        for year in YEARS
    }
    with open_site(tmp_path) as site:
        site.casebook.import_archives([archives.write_zip(tmp_path / "TA.zip", members)])
        table = html.fromstring(site.client().get("/bibliotheque").data).cssselect("table")[0]
        head = [cell.text_content().strip() for cell in table.cssselect("thead th")]
        row = next(row for row in table.cssselect("tbody tr") if "Nice" in row.text_content())
        cells = [int(cell.text_content().strip() or 0) for cell in row.cssselect("td")]
    assert head[1] == "2023"
    assert "Avant" in head
    assert cells[-1] == len(YEARS)
    assert sum(cells[:-1]) == cells[-1]
    assert cells[head.index("Avant") - 1] == 3


def test_the_page_of_an_article_counts_all_its_decisions_and_leads_to_them(tmp_path):
    members = {f"{year}.xml": archives.opendata(docket=f"99{year}", day=f"{year}-05-05") for year in YEARS}
    with open_site(tmp_path) as site:
        site.casebook.import_archives([archives.write_zip(tmp_path / "TA.zip", members)])
        client = site.client()
        side = html.fromstring(client.get("/articles/cja/l-521-2").data).cssselect("aside")[0]
        counts = {link.text_content(): int(link.getparent().getnext().text_content()) for link in side.cssselect("a")}
        leads = {link.text_content(): link.get("href") for link in side.cssselect("a")}
        found = {name: client.get(address).get_data(as_text=True) for name, address in leads.items()}
    assert [counts[str(year)] for year in (2009, 2010, 2022)] == [1, 1, 1]
    assert counts["Rejet"] >= len(YEARS)
    for name, count in counts.items():
        shown = html.fromstring(found[name]).cssselect("main strong")[0].text_content()
        assert shown.split("\xa0")[0].split()[0] == str(count), (name, shown)
