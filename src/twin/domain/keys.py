"""The keys of facts: which concepts they name."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from twin.domain import english, phrasing
from twin.domain.common_words import function_words
from twin.domain.lexicon import concept, named_by, shown_by
from twin.domain.synonyms import kin
from twin.domain.words import fold, stem, tokens

_NOT = r"(?:i[_ ])?(?:do(?:es)?[_ ]?n[o']?t|will[_ ]not|wo[_ ]?nt|never|cannot)"
_JOINTS = re.compile(r"(?<=[a-z])-(?=[a-z])|(?<=[a-z])(?=[A-Z])|(?<=\w) +(?=\w)")
# Keys of several words whose parts would name something else.
_COMPOUNDS = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"place[_ ]of[_ ]birth|birth[_ ]?(place|city|town)|born[_ ]in", "birthplace"),
        (
            r"date[_ ]of[_ ]birth|birth[_ ]?(date|day|year)|year[_ ]of[_ ]birth|born[_ ]on",
            "birthdate",
        ),
        (r"co[_ ]founder", "cofounder"),
        (r"(?:not|un)[_ ]?interested(?:[_ ]in)?", "refusal"),
        (rf"{_NOT}[_ ](?:do|offer|take(?:[_ ]on)?|accept|make|work(?:[_ ]on)?|cover)", "refusal"),
        (r"report(?:s|ing)?[_ ]to|line[_ ]manager", "boss"),
        (r"case[_ ]?stud(?:y|ies)", "projects"),
        (r"^(?:i_)?speaks?\b", "languages"),
        (r"born[_ ]as|birth[_ ]name|maiden[_ ]name", "birthname"),
    )
)
# Words beside which the name of a private matter keeps its meaning; "patient age" has another.
_OWN_WORDS = frozenset(
    """
    my own current home personal private family marital status date year month day of birth
    place born expectation expectations expected desired target range minimum annual yearly
    gross net health issues condition conditions religious religion belief beliefs political
    politics view views gender identity sexual orientation ethnic background and names name
    number parents mother father brothers sisters siblings children kids sons daughters wife
    husband spouse partner married salary income wage pay compensation age birthday
    birthdate illness disability allergy allergies faith party race ethnicity pronouns
    preferred
    """.split()  # noqa: SIM905
)
_OF_OTHERS = frozenset(
    ["@age", "@marriage", "@children", "@parents", "@siblings", "@health", "@religion", "@politics",
     "@salary", "@ethnicity", "@sexuality"]
)  # fmt: skip
# Objects whose parts are about the person, as private matters are told.
_PERSONAL = phrasing.OWN_GROUPS | {"family", "private", "health", "home", "household"}
JOB_CONCEPTS = frozenset({"@job", "@employer", "@career"})
_NOT_HELD = re.compile(r"years|since|start|goal|dream|ideal|next|desired|open|first", re.IGNORECASE)
# Concepts that a key does not name although it has a word for them, and what shows it.
_DENIED = (
    ("@publication", re.compile(r"favou?rite|reading|interests|give|recommend", re.IGNORECASE)),
    ("@book", re.compile(r"speed|limit|translat|give", re.IGNORECASE)),
    ("@film", re.compile(r"work|role|credit|festival|production", re.IGNORECASE)),
    ("@instrument", re.compile(r"sale|statistic|survey|measur|surgical", re.IGNORECASE)),
    ("@talk", re.compile(r"languages?|speak\w*[_ .](?:fee|rate)", re.IGNORECASE)),
    (
        "@rate @fee",
        re.compile(
            r"(?:win|grant|success|conversion|response|growth|hit|error)[_ ]", re.IGNORECASE
        ),
    ),
    (
        "@email @contact",
        re.compile(r"e?mail[_ ](?:list|market|campaign|newslet|auto|subscri)", re.IGNORECASE),
    ),
    ("@team", re.compile(r"lead[_ ](?:time|gen)", re.IGNORECASE)),
    ("@groupsize", re.compile(r"thank|incentive", re.IGNORECASE)),
    ("@hours", re.compile(r"[_ ]per[_ ]", re.IGNORECASE)),
    ("@service @services", re.compile(r"^not[_ ]", re.IGNORECASE)),
    ("@interview @interviews", re.compile(r"habit|sprint|customer|user", re.IGNORECASE)),
    ("@presskit", re.compile(r"contact", re.IGNORECASE)),
    (
        "@method",
        re.compile(
            r"avoid|favou?rite|sales|selling|priorit|payment|teaching|training|test|contact"
            r"|delivery|shipping",
            re.IGNORECASE,
        ),
    ),
    ("@podcast", re.compile(r"guest", re.IGNORECASE)),
    ("~wheelchair", re.compile(r"data|open|archive", re.IGNORECASE)),
    ("@diet", re.compile(r"special|cater|menu|serve|offer", re.IGNORECASE)),
    ("@hobby", re.compile(r"research|academic|teaching|give", re.IGNORECASE)),
    ("@leisure", re.compile(r"give", re.IGNORECASE)),
    ("@language", re.compile(r"programming|coding|taught|skills?\W|tech|stack", re.IGNORECASE)),
    ("@pet", re.compile(r"cat[_ ]tools|night[_ ]owl|early[_ ]bird", re.IGNORECASE)),
    ("@hobby", re.compile(r"conflicts?[_ ]of", re.IGNORECASE)),
    ("@hero", re.compile(r"mentoring", re.IGNORECASE)),
    ("@goal", re.compile(r"plan$", re.IGNORECASE)),
    ("@experience", re.compile(r"start[_ ]?up", re.IGNORECASE)),
    ("@sport", re.compile(r"runs$", re.IGNORECASE)),
    (
        "@area",
        re.compile(
            r"research|practice|focus|expertise|interest|special|subject|study"
            r"|law|weak|improve|growth|media|press|network",
            re.IGNORECASE,
        ),
    ),
    ("@rights", re.compile(r"human|civil|animal|tenant|worker|employ|women", re.IGNORECASE)),
    ("@sustainability", re.compile(r"work(?:ing)?_env|project|paper|degree|study", re.IGNORECASE)),
    (
        "@materials",
        re.compile(
            r"press|teaching|course|training|promo|reading|refuse|never|avoid|not_", re.IGNORECASE
        ),
    ),
    ("@collaborators", re.compile(r"social|computer|neural", re.IGNORECASE)),
    ("@service", re.compile(r"(?:military|national|alternative|civilian)[_ ]", re.IGNORECASE)),
    ("@location", re.compile(r"favou?rite|happy[_ ]place", re.IGNORECASE)),
    ("@returns", re.compile(r"tax|income", re.IGNORECASE)),
    ("@disputes", re.compile(r"conflicts?[_ ]of", re.IGNORECASE)),
    ("@client", re.compile(r"difficult", re.IGNORECASE)),
    ("@travel", re.compile(r"cost|expense|insur|area|radius|range|zone", re.IGNORECASE)),
    ("@area", re.compile(r"^product|product[_ ]area|problem|skill", re.IGNORECASE)),
    ("@age", re.compile(r"min|max|limit", re.IGNORECASE)),
    ("@upbringing", re.compile(r"dream|wanted|hero", re.IGNORECASE)),
)


def key_terms(key: str) -> dict[str, float]:
    """Stems of a fact's key, and the concepts that it names."""
    return dict(_key_terms(key))


@lru_cache(maxsize=4096)
def _key_terms(key: str) -> Mapping[str, float]:
    key = _JOINTS.sub("_", key)  # `freeTime`, `free-time`, `Free time`
    together = {concept: 3.0 for pattern, concept in _together() if pattern.search(key)}
    for pattern, name in _COMPOUNDS:
        key = pattern.sub(name, key)
    found: dict[str, float] = {}
    for part in phrasing.key_path(key):
        words = tokens(fold(part.replace("_", " ")))
        joined = [stem(one + other) for one, other in pairwise(words)]  # `time_zone`, timezone
        for root in (*content_stems(" ".join(words)), *joined):
            found[root] = 1.5
            found |= dict.fromkeys(kin(root), 1.0)
            found |= dict.fromkeys((*shown_by().get(root, ()), *named_by().get(root, ())), 2.0)
    named = {term: weight for term, weight in found.items() if not _denies(key, term)}
    return _of_jobs(named | together)


def _denies(key: str, term: str) -> bool:
    if term.startswith("@") and concept(term).explicit:  # the ages of a course are not an age
        *within, last = phrasing.key_path(key)
        of_another = term in _OF_OTHERS and not set(last.casefold().split("_")) <= _OWN_WORDS
        return of_another or not set(within) <= _PERSONAL or _is_denied(key, term)
    if term == "@study":  # `graduates_so_far` tells of none
        return "@study" not in named_by().get(stem(phrasing.head(key)), ())
    if term in JOB_CONCEPTS:
        return not _tells_a_job(key)
    return _is_denied(key, term)


def _is_denied(key: str, term: str) -> bool:
    return any(term in denied.split() and shown.search(key) for denied, shown in _DENIED)


def _of_jobs(found: dict[str, float]) -> dict[str, float]:
    """A present job names the employer; a past one is a part of the career."""
    if {"@job", "@current"} <= found.keys():
        found["@employer"] = 2.0
    if {"@job", "@previous"} <= found.keys():
        del found["@job"]
        found["@career"] = 2.0
    return found


def _tells_a_job(key: str) -> bool:
    """`career_goal`, `dream_job` and `years_at_current_job` tell of something else."""
    named = named_by().get(stem(phrasing.head(key)), ())
    return bool(JOB_CONCEPTS & set(named)) and not _NOT_HELD.search(key) and phrasing.own(key)


@cache
def _together() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Keys of several words that name a concept together."""
    return tuple(
        (re.compile(line.replace(" ", "[_ ]").replace("<not>", _NOT), re.IGNORECASE), block.head)
        for block in english.blocks("keys")
        for line in block.lines
    )


def content_stems(text: str) -> list[str]:
    return [stem(word) for word in tokens(fold(text)) if word not in function_words()]
