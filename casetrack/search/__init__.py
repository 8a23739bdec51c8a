"""The search index: one query language, two engines, the same hits.

``parse`` a query, ``describe`` it, ``open_index`` and ``search``; ``extract`` shows why a document was found;
``apply`` feeds the index, ``rebuild`` remakes it.
"""

from casetrack.search.build import analysed, rebuild, rebuild_analysed
from casetrack.search.describe import describe
from casetrack.search.faces import Analysed
from casetrack.search.highlight import Snippet, extract, find_all
from casetrack.search.index import Index, open_index
from casetrack.search.proposals import Similar
from casetrack.search.query import Query, parse
from casetrack.search.references import Reference
from casetrack.search.tree import words_of

__all__ = [
    "Analysed",
    "Index",
    "Query",
    "Reference",
    "Similar",
    "Snippet",
    "analysed",
    "describe",
    "extract",
    "find_all",
    "open_index",
    "parse",
    "rebuild",
    "rebuild_analysed",
    "words_of",
]
