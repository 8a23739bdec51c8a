"""The part of a story that concerns one legal person. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from casetrack.model import PLAINTIFF_ROLES, TimelineEntry, fold


def for_party(
    entries: Iterable[TimelineEntry],
    name: str,
    *,
    slug: str = "",
    aliases: Collection[str] = (),
    dockets: Collection[str] = (),
    as_plaintiff: bool = False,
) -> list[TimelineEntry]:
    """Entries of the proceedings it takes part in, those it acts in, and those whose sentence or document names it.

    ``dockets``: comparable dockets of its proceedings (of those it brought, when ``as_plaintiff``). As a plaintiff,
    being named is not enough: it must be one in the entry or in its proceeding. Order is kept.
    """
    forms = {fold(form) for form in (name, *aliases) if form.strip()}
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})(?!\w)")

    def concerns(entry: TimelineEntry) -> bool:
        if entry.docket and entry.docket in dockets:
            return True
        if any(
            (slug and its_slug == slug) or fold(its_name) in forms
            for its_name, role, its_slug in entry.parties
            if not as_plaintiff or role in PLAINTIFF_ROLES
        ):
            return True
        return not as_plaintiff and bool(forms) and _is_named(entry, named)

    return [entry for entry in entries if concerns(entry)]


def _is_named(entry: TimelineEntry, named: re.Pattern[str]) -> bool:
    texts = {text for source in entry.sources for text in (source.title, source.quote)}
    return any(named.search(text.lower() if text.isascii() else fold(text)) for text in texts)
