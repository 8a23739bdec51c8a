"""The query language: what each writing means, how it is said back, and what is answered to what cannot be read."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casetrack.errors import QueryError
from casetrack.search import analysis, describe, parse
from casetrack.search.tree import All, And, Field, Fuzzy, Key, Node, Not, Or, Phrase, Prefix, Range, Term, walk

TODAY = dt.date(2021, 3, 10)
NBSP = "\u00a0"


def day(year: int, month: int, number: int) -> dt.date:
    return dt.date(year, month, number)


def terms(*words: str) -> tuple[Term, ...]:
    return tuple(Term(word) for word in words)


MEANINGS: list[tuple[str, Node]] = [
    ("", All()),
    ("*", All()),
    ("référé", Term("référé")),
    ("Référé-Liberté",
     Or((Phrase(("référé", "liberté"), said="Référé-Liberté"), Key("basis", ("l-521-2",), "Référé-Liberté")),
        "Référé-Liberté")),
    ("non-lieu", Phrase(("non", "lieu"), said="non-lieu")),
    ("Aix-en-Provence,", Phrase(("aix", "provence"), said="Aix-en-Provence")),
    ("aujourd’hui", Phrase(("aujourd", "hui"), said="aujourd’hui")),
    ("rendez-vous", Term("rendez")),
    ("urgence/péril", And(terms("urgence", "péril"))),
    ("y a-t-il urgence ?", Term("urgence")),
    ("l'expulsion", Term("expulsion")),
    ("l’expulsion", Term("expulsion")),
    ("L. 521-2", Term("521-2")),
    ("L521-2", Term("521-2")),
    ("art. L.521-2", Term("521-2")),
    ("R. 611-7", Term("611-7")),
    ("art. 8 asile", And(terms("8", "asile"))),
    ("L. 521-2 CJA", Key("article", ("cja/l-521-2",), "L. 521-2 CJA")),
    ("art L521-2 du CJA urgence", And((Key("article", ("cja/l-521-2",), "L521-2 du CJA"), Term("urgence")))),
    ("article L. 1237-19 du code du travail", Key("article", ("c-trav/l-1237-19",), "L. 1237-19 du code du travail")),
    ("1382 code civil", Key("article", ("c-civ/1382",), "1382 code civil")),
    ("L. 2213-32 CGCT SAUF péril", And((Key("article", ("cgct/l-2213-32",), "L. 2213-32 CGCT"), Not(Term("péril"))))),
    ("3 000 euros", And((Or((Phrase(("3", "000"), said="3 000"), Term("3000")), "3 000"), Term("euros")))),
    ("3000 €", Or((Phrase(("3", "000"), said="3000"), Term("3000")), "3000")),
    ("12 mars 2021",
     Or((Range(day(2021, 3, 12), day(2021, 3, 12)), Phrase(("12", "mars", "2021"), said="12 mars 2021")),
        "12 mars 2021")),
    ("urgence mars 2021",
     And((Term("urgence"),
          Or((Range(day(2021, 3, 1), day(2021, 3, 31)), Phrase(("mars", "2021"), said="mars 2021")), "mars 2021")))),
    ("12/03/2021",
     Or((Range(day(2021, 3, 12), day(2021, 3, 12)), Phrase(("12", "mars", "2021"), said="12 mars 2021"),
         Phrase(("12", "03", "2021"), said="12/03/2021")), "12/03/2021")),
    ("dans:motifs 12 mars 2021",
     Field("motifs", Phrase(("12", "mars", "2021"), said="12 mars 2021"))),
    ("CE, ord., 12 mars 2021, Association InterHop et autres",
     And((*terms("association", "interhop"), Key("court", ("CE",), "CE"), Range(day(2021, 3, 12), day(2021, 3, 12))))),
    ("Conseil d’État 12 mars 2021",
     And((Key("court", ("CE",), "Conseil d’État"), Range(day(2021, 3, 12), day(2021, 3, 12))))),
    ("CE, 1re et 4e ch. réunies, 5 oct. 2018, Lebon T.",
     And((Key("court", ("CE",), "CE"), Range(day(2018, 10, 5), day(2018, 10, 5))))),
    ("TA de Nice, 1er mars 2021",
     And((Key("court", ("TA06",), "TA de Nice"), Range(day(2021, 3, 1), day(2021, 3, 1))))),
    ("n°s 440442 et 440 445",
     Or((Key("docket", ("440442", "440445")), *terms("440442", "440445")), "440442 ou 440445")),
    ("TA Nice", Key("court", ("TA06",), "TA Nice")),
    ("Tribunal administratif de Nice",
     Or((Key("court", ("TA06",), "Tribunal administratif de Nice"),
         Phrase(("tribunal", "administratif", "nice"), said="Tribunal administratif de Nice")),
        "Tribunal administratif de Nice")),
    ("juridiction:conseil d’état urgence", And((Key("court", ("CE",), "conseil d’état"), Term("urgence")))),
    ("juridiction : TA de La Réunion (péril)", And((Key("court", ("TA101",), "TA de La Réunion"), Term("péril")))),
    ("juridiction:TA de la Guadeloupe", Key("court", ("TA105",), "TA de la Guadeloupe")),
    ("juridiction:cour de Paris", Key("court", ("CAA75",), "cour de Paris")),
    ("juridiction:cour de cassation", Key("court", ("CASS",), "cour de cassation")),
    ("date : 2021", Range(day(2021, 1, 1), day(2021, 12, 31))),
    ("date:2020-2021", Range(day(2020, 1, 1), day(2021, 12, 31))),
    ("date:[2020 à 03/2021]", Range(day(2020, 1, 1), day(2021, 3, 31))),
    ("dans: motif urgence", Field("motifs", Term("urgence"))),
    ('motif:"défaut d\'urgence"', Key("ground", ("urgence",), "défaut d'urgence")),
    ('liberté:"droit à la vie privée"', Key("liberty", ("vie-privee",), "droit à la vie privée")),
    ("cite: n° 450163", Key("cite", ("450163",), "450163")),
    ("article:L. 521-2 du code de justice administrative",
     Key("article", ("cja/l-521-2",), "L. 521-2 du code de justice administrative")),
    ("C. civ. 1382", Key("article", ("c-civ/1382",), "C. civ. 1382")),
    ("code du travail, article L. 1237-19",
     Key("article", ("c-trav/l-1237-19",), "code du travail, article L. 1237-19")),
    ("C.N.I.L.", Term("cnil")),
    ("O.F.P.R.A.",
     Or((Term("ofpra"), Phrase(("o", "f", "p", "r"), said="O.F.P.R.A.")), "O.F.P.R.A.")),
    ("Objet : loyer", And(terms("objet", "loyer"))),
    ("urgence | péril", Or(terms("urgence", "péril"))),
    ("« juge des référés\"", Phrase(("juge", "référés"), said="juge des référés")),
    ("„juge des référés“", Phrase(("juge", "référés"), said="juge des référés")),
    ('"atteinte urgence" ~5', Phrase(("atteinte", "urgence"), 5, said="atteinte urgence")),
    ("1°) d'annuler", And(terms("1", "annuler"))),
    ("a) urgence b) péril", And(terms("urgence", "b", "péril"))),
    ("a ET b urgence", And(terms("b", "urgence"))),
    ("urgence péril", And(terms("urgence", "péril"))),
    ("urgence AND péril", And(terms("urgence", "péril"))),
    ("urgence et péril", And(terms("urgence", "péril"))),
    ("urgence OU péril", Or(terms("urgence", "péril"))),
    ("urgence OR péril OU risque", Or(terms("urgence", "péril", "risque"))),
    ("urgence grave OU péril", Or((And(terms("urgence", "grave")), Term("péril")))),
    ("urgence (grave OU péril)", And((Term("urgence"), Or(terms("grave", "péril"))))),
    ("urgence SAUF péril", And((Term("urgence"), Not(Term("péril"))))),
    ("urgence ET SAUF péril", And((Term("urgence"), Not(Term("péril"))))),
    ("urgence NOT (grave OU péril)", And((Term("urgence"), Not(Or(terms("grave", "péril")))))),
    ("urgence -péril", And((Term("urgence"), Not(Term("péril"))))),
    ("-péril", Not(Term("péril"))),
    ("SAUF -péril", Term("péril")),
    ("référé - liberté", And(terms("référé", "liberté"))),
    ("héberg*", Prefix("héberg")),
    ("d'héberg*", Prefix("héberg")),
    ("Doctolib~", Fuzzy("doctolib")),
    ('"juge des référés"', Phrase(("juge", "référés"), 0, False, "juge des référés")),
    ("« juge des référés »", Phrase(("juge", "référés"), 0, False, "juge des référés")),
    ("“Cloud Act”", Phrase(("cloud", "act"), 0, False, "Cloud Act")),
    ('"atteinte urgence"~5', Phrase(("atteinte", "urgence"), 5, False, "atteinte urgence")),
    ('"juge des référ*"', Phrase(("juge", "référ"), 0, True, "juge des référ*")),
    ('"référé"', Term("référé")),
    ('"des référés"', Term("référés")),
    ("titre:InterHop", Field("titre", Term("interhop"))),
    ("titre: InterHop", Field("titre", Term("interhop"))),
    ('partie:"Ligue des droits"', Field("partie", Phrase(("ligue", "droits"), 0, False, "Ligue des droits"))),
    ("requérant:ligue", Field("requerant", Term("ligue"))),
    ("partie:(ligue OU union)", Or((Field("partie", Term("ligue")), Field("partie", Term("union"))))),
    ("dans:dispositif enjoint", Field("dispositif", Term("enjoint"))),
    ("enjoint dans:dispositif", Field("dispositif", Term("enjoint"))),
    (
        "enjoint astreinte dans:dispositif juridiction:CE",
        And(
            (
                Field("dispositif", Term("enjoint")),
                Field("dispositif", Term("astreinte")),
                Key("court", ("CE",), "CE"),
            )
        ),
    ),
    ("dans:dispositif:enjoint urgence", And((Field("dispositif", Term("enjoint")), Term("urgence")))),
    (
        "dans:motifs(carence OU péril) urgence",
        And((Or((Field("motifs", Term("carence")), Field("motifs", Term("péril")))), Term("urgence"))),
    ),
    ("dans:visas -asile", Not(Field("visas", Term("asile")))),
    ("date:2024", Range(day(2024, 1, 1), day(2024, 12, 31))),
    ("date:03/2024", Range(day(2024, 3, 1), day(2024, 3, 31))),
    ("date:2024-02", Range(day(2024, 2, 1), day(2024, 2, 29))),
    ("date:12/03/2021", Range(day(2021, 3, 12), day(2021, 3, 12))),
    ("date:2021-03-12", Range(day(2021, 3, 12), day(2021, 3, 12))),
    ('date:"31 décembre 2023"', Range(day(2023, 12, 31), day(2023, 12, 31))),
    ("date:31 décembre 2023 urgence", And((Range(day(2023, 12, 31), day(2023, 12, 31)), Term("urgence")))),
    ("date:1er mars 2021", Range(day(2021, 3, 1), day(2021, 3, 1))),
    ("date:mars 2021", Range(day(2021, 3, 1), day(2021, 3, 31))),
    ("date:hier", Range(day(2021, 3, 9), day(2021, 3, 9))),
    ("date:aujourd'hui", Range(TODAY, TODAY)),
    ("date:[2020 TO 2021]", Range(day(2020, 1, 1), day(2021, 12, 31))),
    ("date:[03/2020 À 05/2020]", Range(day(2020, 3, 1), day(2020, 5, 31))),
    ("date:[* TO 2021]", Range(None, day(2021, 12, 31))),
    ("depuis:2020", Range(day(2020, 1, 1), None)),
    ("depuis:12 mars 2020", Range(day(2020, 3, 12), None)),
    ("avant:2020", Range(None, day(2019, 12, 31))),
    ('article:"L. 521-2 CJA"', Key("article", ("cja/l-521-2",), "L. 521-2 CJA")),
    ("article:L. 521-2 urgence", And((Key("article", ("l-521-2",), "L. 521-2"), Term("urgence")))),
    ("article:521-2", Key("article", ("521-2",), "521-2")),
    ('article:"L. 521-2 du code de justice administrative"',
     Key("article", ("cja/l-521-2",), "L. 521-2 du code de justice administrative")),
    ("cite:450163", Key("cite", ("450163",), "450163")),
    ("cite:450 163", Key("cite", ("450163",), "450 163")),
    ("cite:CE/2021-03-12/450163", Key("cite", ("CE/2021-03-12/450163",), "CE/2021-03-12/450163")),
    ("urgence n°:2004706/9", And((Term("urgence"), Key("docket", ("2004706",), "2004706/9")))),
    ('juridiction:"tribunal administratif de Paris"', Key("court", ("TA75",), "tribunal administratif de Paris")),
    ("juridiction:CAA", Key("court", ("CAA",), "CAA")),
    ("type:décision", Key("kind", ("decision",), "décision")),
    ("fondement:L. 521-2", Key("basis", ("l-521-2",), "L. 521-2")),
    ("fondement:référé-liberté", Key("basis", ("l-521-2",), "référé-liberté")),
    ("solution:non-lieu", Key("outcome", ("non-lieu",), "non-lieu")),
    ("motif:urgence", Key("ground", ("urgence",), "urgence")),
    ('liberte:"vie privée"', Key("liberty", ("vie-privee",), "vie privée")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tree"), MEANINGS, ids=[text for text, _ in MEANINGS])
def test_what_a_query_means(text: str, tree: Node):
    assert parse(text, TODAY).tree == tree


# (query, what the message says, where it points)
FAULTS = [
    ("objet:loyer", "objet: » n'est pas un champ connu", 0),
    ("urgence objet:loyer", "Champs possibles", 8),
    ("date:2021-13", "n'est pas une date", 0),
    ("urgence date:demain", "n'est pas une date", 8),
    ("date:31/02/2021", "n'est pas une date", 0),
    ("date:[2021 TO 2020]", "finit avant", 0),
    ("date:[2020", "crochet", 5),
    ("date:", "Il manque une valeur", 0),
    ('urgence "juge', "guillemets", 8),
    ("urgence (péril", "n'est pas fermée", 8),
    ("urgence péril)", "ne ferme rien", 13),
    ("urgence ()", "vides", 8),
    ("urgence OU", "après « OU »", 8),
    ("urgence ET", "après « ET »", 8),
    ("urgence SAUF", "après « SAUF »", 8),
    ("OU urgence", "Il manque un mot", 0),
    ("ab*", "Au moins 3 lettres", 0),
    ("h*berg", "à la fin", 0),
    ("*berg", "à la fin", 0),
    ("urg?nce", "à la fin", 0),
    ('""', "au moins un mot", 0),
    ("😀", "au moins un mot", 0),
    ("--", "au moins un mot", 0),
    ("de la", "Rien à chercher", 0),
    ("dans:dispositif", "Que chercher", 0),
    ("dans:dispositif juridiction:CE", "Que chercher", 0),
    ("dans:sommaire urgence", "partie de décision", 0),
    ("titre:", "Il manque un mot", 0),
    ("juridiction:Narnia", "juridiction connue", 0),
    ("type:film", "type de document", 0),
    ("motif:humeur", "valeurs possibles", 0),
    ('"juge urgence"~99', "Au plus 20", 0),
    ('"juge urgence péril risque carence faute"~19', "Trop de mots", 0),
    ("mot " * 130, "trop longue", 500),
    ("mots " * 60, "trop compliquée", 0),
]


@pytest.mark.parametrize(("text", "message", "position"), FAULTS, ids=[text[:30] for text, _, _ in FAULTS])
def test_what_cannot_be_read_is_said_in_french_at_its_place(text: str, message: str, position: int):
    with pytest.raises(QueryError, match=".") as caught:
        parse(text, TODAY)
    assert message in str(caught.value).replace(NBSP, " ")
    assert caught.value.position == position


REFERENCES = [
    ("450163", "docket", "450163"),
    ("n° 450163", "docket", "450163"),
    ("n°450163", "docket", "450163"),
    ("2101234", "docket", "2101234"),
    ("21BX04358", "docket", "21BX04358"),
    ("no 2004706/9", "docket", "2004706"),
    ("ECLI:FR:CEORD:2021:450163.20210312", "ecli", "ECLI:FR:CEORD:2021:450163.20210312"),
    ("CE, ord., 12 mars 2021, Association InterHop, n° 450163", "citation", "450163"),
    ("Conseil d'État, 19 juin 2020, n° 440916", "citation", "440916"),
    ("TA Paris, 1er février 2021, n° 2101234", "citation", "2101234"),
    ("450 163", "docket", "450163"),
    ("n° 450163, CE, ord., 12 mars 2021", "citation", "450163"),
    ("Ordonnance du 12 mars 2021, n° 450163", "citation", "450163"),
    ("n° 450\u00a0163", "docket", "450163"),
    ("450.163,", "docket", "450163"),
    ("(450163)", "docket", "450163"),
    ("#450163", "docket", "450163"),
    ("numéro 450163", "docket", "450163"),
    ("req. n° 43282", "docket", "43282"),
    ("l’ordonnance n° 450163 du 12 mars 2021", "docket", "450163"),
    ("21 PA 06696", "docket", "21PA06696"),
    ("C3830", "docket", "C3830"),
    ("CE 12 mars 2021 450163", "citation", "450163"),
    ("TA Paris 2006861", "citation", "2006861"),
    ("CAA Paris 21PA06696", "citation", "21PA06696"),
    ("CE, 5 oct. 2018, n° 409 579, Lebon T.", "citation", "409579"),
    ("ECLI : FR : CEORD : 2021 : 450163.20210312", "ecli", "ECLI:FR:CEORD:2021:450163.20210312"),
    ("fr:ceord:2021:450163.20210312", "ecli", "ECLI:FR:CEORD:2021:450163.20210312"),
]


@pytest.mark.parametrize(("text", "kind", "number"), REFERENCES, ids=[row[0] for row in REFERENCES])
def test_the_name_of_a_decision_alone_is_reported(text: str, kind: str, number: str):
    reference = parse(text, TODAY).reference
    assert reference is not None
    assert (reference.kind, reference.number) == (kind, number)


@pytest.mark.parametrize(
    "text",
    [
        "450163 urgence",
        "2021",
        "urgence",
        "cite:450163",
        "521-2",
        "CE urgence",
        "12345",
        "nos 440442, 440445",
        "CE, 12 mars 2021",
        "Conseil d'État astreinte 150000 euros",
        "3 000",
        "loi n° 78-17 du 6 janvier 1978",
    ],
)
def test_other_queries_name_no_decision(text: str):
    assert parse(text, TODAY).reference is None


SAID = [
    ("*", "tous les documents"),
    ("référé liberté", "« référé » et « liberté »"),
    (
        "expulsion ET (urgence OU péril) SAUF asile depuis:2021",
        "« expulsion » et (« urgence » ou « péril »), depuis le 1er janvier 2021, sauf « asile »",
    ),
    ("-asile", "sauf « asile »"),
    ("450163", "le n° 450163, porté ou cité"),
    ("référé-liberté", "« référé-liberté » (dans le texte, ou comme fondement)"),
    ("urgence 12 mars 2021", "« urgence » et « 12 mars 2021 » (date du document, ou dans son texte)"),
    ("non-lieu 3 000 euros", "l'expression « non-lieu » et « 3 000 » et « euros »"),
    ("CE, ord., 12 mars 2021, Interhop", "« interhop », juridiction : CE, le 12 mars 2021"),
    ("article L. 521-2 CJA", "citant l'article L. 521-2 CJA"),
    ("héberg*", "les mots commençant par « héberg »"),
    ("doctolib~", "« doctolib » à une ou deux lettres près"),
    ("doute~", "« doute » à une lettre près"),
    ('"juge des référés"', "l'expression « juge des référés »"),
    ('"atteinte urgence"~5', "« atteinte urgence » dans cet ordre, avec au plus 5 mots entre eux"),
    ("dans:dispositif enjoint astreinte", "dans le dispositif : « enjoint » et « astreinte »"),
    ("titre:ligue partie:union", "dans le titre : « ligue » et dans les parties : « union »"),
    ("juridiction:CE date:2024", "juridiction : CE, en 2024"),
    ("date:03/2024", "en mars 2024"),
    ("date:[2020 TO 2021]", "de 2020 à 2021"),
    ("date:12/03/2021", "le 12 mars 2021"),
    ("avant:2021", "jusqu'au 31 décembre 2020"),
    ("cite:450163", "citant le n° 450163"),
    ("article:L. 521-2 CJA urgence", "« urgence », citant l'article L. 521-2 CJA"),
    ("urgence OU péril date:2021", "« urgence » ou (« péril », en 2021)"),
]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[text for text, _ in SAID])
def test_a_query_is_said_back(text: str, said: str):
    told = describe(parse(text, TODAY).tree)
    assert told.replace(NBSP, " ") == said
    assert "« " not in told and " »" not in told and "n° " not in told, "ordinary spaces where none may break"


# Words that must meet, whatever way they are typed.
MEETING = [
    ("expulsé", "expulsée"),
    ("référés", "RÉFÉRÉ"),
    ("référé", "re\u0301fe\u0301re\u0301"),
    ("cœur", "Cœurs"),
    ("L521-2", "521-2"),
    ("requérants", "requérante"),
]


@pytest.mark.parametrize(("one", "other"), MEETING)
def test_forms_of_a_word_have_one_term(one: str, other: str):
    assert analysis.terms(one) == analysis.terms(other) != []


def test_what_a_text_becomes():
    text = "L'ordonnance n° 21BX04358 du juge des référés, qu'il a prise, vise l'article R. 611-7-1 (« covid-19 »)."
    assert analysis.words(text)[:3] == ["l", "ordonnance", "n"]
    assert "611-7-1" in analysis.terms(text)
    assert "21bx04358" in analysis.terms(text)
    assert analysis.terms("les cette des l' qu'") == []


@given(st.text(alphabet="aàéÉœŒ’'-_059 .,;\n«»…–€²ß\u00a0\u202fİ日\x9c\x9dΩ", max_size=40))
def test_the_quick_cut_finds_what_the_expression_finds(text: str):
    assert analysis.words(text) == analysis.WORD.findall(analysis.normalise(text))


@given(st.text(alphabet="aéT OUETSAUF-()\"«»:*~[]0123/° '", max_size=60))
def test_any_query_is_read_or_refused_in_one_sentence(text: str):
    try:
        query = parse(text, TODAY)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
        return
    assert len(walk(query.tree)) <= 50
    assert describe(query.tree)


_WORDS = (
    "référé", "Doctolib", "n° 450163", "L. 521-2", "ET", "OU", "SAUF", "PRES/3", "titre:", "juge:", "date:",
    "2021..2022", "urgen*", "liberte~2", '"doute sérieux"~5', "(", ")", "-", "«", "»", "dans:motifs", "<script>",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=8)), max_size=40).map(" ".join))
def test_any_sentence_of_the_language_is_read_the_same_way_twice_or_refused_in_french(text: str):
    """Words of the language in any order, among anything that a keyboard or a paste may bring."""
    try:
        query = parse(text, TODAY)
    except QueryError as error:
        assert (
            0 <= error.position <= len(text)
            and (str(error)[0].isupper() or str(error)[0] == "«")
            and str(error).rstrip()[-1] in ".?!»"
        )
        return
    assert query == parse(text, TODAY)
    assert len(walk(query.tree)) <= 50
    assert "\n" not in describe(query.tree)
