"""The search index: one query language, two engines, the same hits.

``parse`` a query, ``describe`` it, ``open_index`` and ``search``; ``apply`` feeds it, ``rebuild`` remakes it.
"""

from casetrack.search.index import Index, open_index, rebuild
from casetrack.search.query import Query, Reference, parse

__all__ = ["Index", "Query", "Reference", "open_index", "parse", "rebuild"]
