"""Claims, each with the sentence of the operative part that answers it, where a rule can tell; else nothing.

A wrong pair is worse than none. What is read: a filing rejected, not admitted, withdrawn or without object whole
(« La requête de X est rejetée »); costs granted or refused (L. 761-1), a decision annulled, an act suspended, an
injunction, a remand, named alike on both sides; then « le surplus des conclusions », when nothing that was granted is
left without a claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from casetrack.extract import claims_wording as wording
from casetrack.extract.outcome import articles_of
from casetrack.extract.plain import plain
from casetrack.model import PLAINTIFF_ROLES, Claim, PartyFinding, Zone

VERDICTS = {
    "rejet": "rejet",
    "non-admission": "pourvoi non admis",
    "desistement": "désistement",
    "non-lieu": "plus lieu de statuer",
    "annulation": "annulation",
    "annulation-partielle": "annulation partielle",
    "suspension": "suspension",
    "suspension-partielle": "suspension partielle",
    "injonction": "injonction",
    "renvoi": "renvoi",
    "non-renvoi": "question non renvoyée",
    "somme": "somme accordée",
    "rejet-demande": "demande rejetée, comme demandé",
}
"""What a sentence answers, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """``start`` and ``end``: the sentence of the operative part; ``reason``: the rule, in French."""

    verdict: str
    start: int
    end: int
    reason: str


@dataclass(kw_only=True, slots=True)
class _Clause:
    """A sentence of the operative part. ``small``: folded, without « Article 2 : »."""

    start: int
    end: int
    small: str
    answers: list[int] = field(default_factory=list)


def answers(
    text: str, claims: Sequence[Claim], zones: Sequence[Zone], parties: Sequence[PartyFinding] = ()
) -> tuple[Answer | None, ...]:
    """For each claim of a decision, the sentence that answers it, or None: same length, same order."""
    return _Alignment(text, claims, zones, parties).found()


def _clauses(text: str, zones: Sequence[Zone]) -> Iterator[_Clause]:
    """The sentences of the numbered articles, with their places."""
    small = plain(text)
    for start, end, _number in articles_of(zones):
        head = wording.HEAD.match(small, start, end)
        at = first = head.end() if head else start
        for stop in [*(m.end() for m in wording.SENTENCE.finditer(small, at, end)), end]:
            if said := wording.flat(small[at:stop]).rstrip(" .;"):
                last = at + len(text[at:stop].rstrip())
                yield _Clause(start=start if at == first else at, end=last, small=said)
            at = stop


class _Alignment:
    """The rules, the narrowest first; the first answer stands."""

    def __init__(
        self, text: str, claims: Sequence[Claim], zones: Sequence[Zone], parties: Sequence[PartyFinding]
    ) -> None:
        known = [(party.role in PLAINTIFF_ROLES, wording.forms(party.name)) for party in parties]
        self.claims = [wording.flat(claim.text) for claim in claims]
        self.filers = [_widest(wording.forms(claim.party), known) for claim in claims]
        self.dockets = [claim.docket.lower() for claim in claims]
        self.suing = [forms for is_suing, forms in known if is_suing]
        self.named = [forms for _, forms in known] + self.filers
        self.clauses = list(_clauses(text, zones)) if claims else []
        self.answered: list[Answer | None] = [None] * len(claims)

    def found(self) -> tuple[Answer | None, ...]:
        for rule in (self._costs, self._annulled, self._enjoined, self._paired, self._whole, self._surplus):
            rule()
        return tuple(self.answered)

    def _give(self, place: int, clause: _Clause, verdict: str, reason: str) -> None:
        if self.answered[place] is None:
            self.answered[place] = Answer(verdict=verdict, start=clause.start, end=clause.end, reason=reason)
            clause.answers.append(place)

    # ------------------------------------------------------------------------------ whose claims

    def _is_of(self, place: int, said: str) -> bool:
        """Whether ``said`` (« de l'association X et autres (n° 450163) ») names who made a claim, or nobody else."""
        if (is_its := self._has_docket(place, said)) is not None:
            return is_its
        filer = self.filers[place]
        if wording.names(said, filer):
            return True
        others = (forms for forms in self.named if not forms & filer)
        return not any(wording.names(said, forms) for forms in others) and self._sues_alone(place)

    def _has_docket(self, place: int, said: str) -> bool | None:
        """Whether a sentence that gives docket numbers gives the claim's; None when it gives none."""
        numbers = set(wording.DOCKET.findall(said))
        return self.dockets[place] in numbers if numbers and self.dockets[place] else None

    def _sues_alone(self, place: int) -> bool:
        """The only party who asks anything here as a plaintiff, in the only docket."""
        mains = {filer for filer in self.filers if not self.suing or any(filer & forms for forms in self.suing)}
        is_main = not self.filers[place] or not self.suing or self.filers[place] in mains
        return is_main and len(mains) <= 1 and len(set(self.dockets)) <= 1

    # ------------------------------------------------------------------------------------ rules

    def _costs(self) -> None:
        """Sums under L. 761-1, by who is paid or who is refused."""
        asked = [
            i for i, said in enumerate(self.claims) if wording.COSTS.search(said) and wording.ONLY_COSTS.match(said)
        ]
        for clause in self.clauses:
            if not wording.COSTS.search(clause.small):
                continue
            paid, refused = wording.PAYS.match(clause.small), wording.REFUSED.match(clause.small)
            for place in asked:
                if paid and wording.names(paid["payee"], self.filers[place]):
                    self._give(place, clause, "somme", "somme accordée à qui la demandait, même fondement")
                elif refused and self._is_refused(place, refused["who"]):
                    self._give(place, clause, "rejet", "conclusions au titre des frais, rejetées")

    def _is_refused(self, place: int, who: str) -> bool:
        """« présentées par X au titre de l'article L. 761-1 »; « présentées au titre… »: by anybody."""
        by = wording.FOUNDED.split(who, maxsplit=1)[0]
        if self._has_docket(place, who) is False:
            return False
        if not wording.BY.search(by) or "des parties" in by:
            return True
        return wording.names(by, self.filers[place]) or bool(wording.OF_FILING.search(by)) and self._is_of(place, by)

    def _annulled(self) -> None:
        """« d'annuler cette ordonnance », « le décret n° 2021-1059 du 7 août 2021 »: one such decision, annulled."""
        asked = [(place, m) for place, said in enumerate(self.claims) if (m := wording.ANNUL.match(said))]
        ruled = [(clause, m) for clause in self.clauses if (m := wording.ANNULLED.match(clause.small))]
        for clause, told in ruled:
            rivals = [other for other, m in ruled if m["noun"] == told["noun"]]
            same = [
                place
                for place, wanted in asked
                if wanted["noun"] == told["noun"] and wording.may_be_one_act(wanted["rest"], told["rest"])
            ]
            if len(rivals) == 1 and len({(self.claims[place], self.dockets[place]) for place in same}) == 1:
                verdict = "annulation-partielle" if wording.PART.search(told["part"]) else "annulation"
                for place in same:
                    self._give(place, clause, verdict, "seul acte de ce nom attaqué, seul annulé")

    def _enjoined(self) -> None:
        """Injunctions: the same addressee, words in common, and no other that has as many."""
        ruled = [(clause, m) for clause in self.clauses if (m := wording.ENJOINED.match(clause.small))]
        for place, said in enumerate(self.claims):
            wanted = wording.ENJOIN.match(said)
            near = [
                (wording.shared(wanted["what"], told["what"]), clause)
                for clause, told in ruled
                if wanted and wording.shared(wanted["to"], told["to"]) >= 0.5
            ]
            near.sort(key=lambda pair: -pair[0])
            if near and near[0][0] >= 0.4 and (len(near) == 1 or near[1][0] < 0.3):
                self._give(place, near[0][1], "injonction", "même destinataire, mêmes mots")

    def _paired(self) -> None:
        """One claim and one sentence of a kind: suspension, remand, question; or a demand that was to be rejected."""
        for asking, ruling, verdict, reason in (
            (wording.SUSPEND, wording.SUSPENDED, "suspension", "seule suspension demandée, seule ordonnée"),
            (wording.SEND_BACK, wording.SENT_BACK, "renvoi", "renvoi demandé et prononcé"),
            (wording.ASK_QUESTION, wording.NO_QUESTION, "non-renvoi", "question prioritaire de constitutionnalité"),
        ):
            asked = [place for place, said in enumerate(self.claims) if asking.match(said)]
            ruled = [clause for clause in self.clauses if ruling.match(clause.small)]
            if len(asked) == len(ruled) == 1:
                is_part = verdict == "suspension" and wording.IN_PART.search(ruled[0].small)
                self._give(asked[0], ruled[0], "suspension-partielle" if is_part else verdict, reason)
        for place, said in enumerate(self.claims):
            wanted = wording.REJECT.search(said)
            for clause in self.clauses if wanted else ():
                told = wording.REJECTED.match(clause.small)
                if wanted and told and wording.names(told["who"], wording.forms(wanted["who"])):
                    self._give(place, clause, "rejet-demande", "même demande, même auteur")

    def _whole(self) -> None:
        """A filing disposed of in one sentence, when nothing is granted elsewhere, or its docket is given."""
        grants = any(wording.GRANTED.search(c.small) and not wording.COSTS.search(c.small) for c in self._telling())
        for clause in self.clauses:
            for verdict, who, with_costs in _disposed(clause.small):
                its = [
                    place
                    for place, said in enumerate(self.claims)
                    if (not grants or self._has_docket(place, who))
                    and self._goes_with(said, with_costs=with_costs)
                    and self._is_of(place, who)
                ]
                if wording.SEVERAL.search(clause.small) or len({self.dockets[place] for place in its}) <= 1:
                    for place in its:
                        self._give(place, clause, verdict, "requête ou pourvoi en entier")

    def _telling(self) -> Iterator[_Clause]:
        """Sentences that rule on what was asked: an intervention admitted or legal aid grants nothing of it."""
        for clause in self.clauses:
            if not wording.INTERVENTION.match(clause.small) and wording.APART[0] not in clause.small:
                yield clause

    def _goes_with(self, said: str, *, with_costs: bool) -> bool:
        """Whether a claim falls with its filing: not what the court rules on apart."""
        if wording.COSTS.search(said) and not with_costs:
            return False
        apart = [word for word in wording.APART if word in said]
        return not any(word in clause.small for word in apart for clause in self.clauses)

    def _surplus(self) -> None:
        """What is left, when all that was granted answers a claim already."""
        if any(wording.GRANTED.search(clause.small) and not clause.answers for clause in self._telling()):
            return
        for clause in self.clauses:
            is_refusal = wording.REFUSAL.search(clause.small) and not wording.BELOW.search(clause.small)
            if not is_refusal or not wording.SURPLUS.match(clause.small):
                continue
            who = clause.small.partition("conclusions")[2]
            for place, said in enumerate(self.claims):
                if not wording.ON_THE_MERITS.search(said) and (self._is_of(place, who) or "des parties" in who):
                    self._give(place, clause, "rejet", "surplus des conclusions")


def _widest(forms: frozenset[str], known: Sequence[tuple[bool, frozenset[str]]]) -> frozenset[str]:
    """The forms of the party that has one of these: « FFTDE » is also its full name."""
    return forms.union(*(others for _, others in known if others & forms))


def _disposed(small: str) -> Iterator[tuple[str, str, bool]]:
    """(verdict, whose, whether costs go with it) of a sentence about a whole filing."""
    if (whole := wording.WHOLE.match(small)) and not wording.is_limited(whole["who"]) and wording.ends(whole["tail"]):
        yield ("rejet" if whole["rejected"] else "non-admission"), whole["who"], True
    elif (gone := wording.WITHDRAWN.match(small)) and not wording.is_limited(gone["who"]):
        yield "desistement", gone["who"], True
    elif (moot := wording.MOOT.match(small)) and not wording.is_limited(moot["who"]):
        yield "non-lieu", moot["who"], not moot["claims"]


__all__ = ["VERDICTS", "Answer", "answers"]
