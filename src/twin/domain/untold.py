"""Statements that tell of the thing, and not what is asked of it: where, since when, by whom."""

import re
from collections.abc import Callable, Iterable

from twin.domain.concepts import NARROW
from twin.domain.demands import Demand
from twin.domain.telling import FATES, MONTHS, SEASONS, START, TIMES, Telling
from twin.domain.trial import PROSE, Trial, plainly
from twin.domain.words import fold, stem

_WHERE = re.compile(
    rf"{START}where\b(?!.* (?:heading|headed|going)\b)"
    r"(?! (?:can|could|may|should|do|would) (?:i|we|one|people)\b"
    r"| (?:do|did) you (?:see|stand|draw))"
)
_PLACE = re.compile(
    r"\b(?i:in|at|near|from|to|above|behind|outside|opposite|beside|between|under|on|off|along|around"
    r"|through|via|across|over|by) (?:the |my |our |an? |this |old |its |their |what )?[^\W\d]"
    r"|\b(?i:online|everywhere|anywhere|abroad|nowhere|home|local\w*|worldwide|remote\w*|where|venue"
    r"|(?<!next )(?<!free )place|location|address|site)\b|\w\.\w|@"
)
# What such a word may go with, or a capital have, without being a place.
_IN_TIME = re.compile(
    rf"\b(?:in|at|from|to|on|by|over|around) (?:the )?(?:{MONTHS}|{SEASONS}|mornings?|evenings?"
    r"|afternoons?|nights?|weekends?|\w+days?|noon|midnight|end of|beginning|time|least|most|once"
    rf"|all|me|him|her|it|us|them|that|this|which|whom|scratch|memory|first|advance|general|total|writing|person)\b|\b(?:\w+days?|{MONTHS})\b",
    re.IGNORECASE,
)
_PLACES = frozenset(
    ["@location", "@origin", "@address", "@contact", "@web", "@employer", "@study", "@email",
     "@social", "@github", "@linkedin"]
)  # fmt: skip
_FIELDS = re.compile(r"\([^()]*\w: ")  # an object, told by its fields
_TITLES = (".name", ".title")
_DID_ANOTHER = re.compile(r"\bdid (?!(?:you|it|that|this|they|she|he|i|we|an?|some\w+|any\w+)\b)")
_YEARS_OF = re.compile(r"\bhow (?:many years|long) (?:did|have|had|do) you (?:been )?(\w+)")
_STILL = re.compile(r"\b(?:is|are|does|do|has) (?!(?:you|it)\b)(?:\w+ ){1,4}still\b")
_STILL_SO = re.compile(
    r"\b(?:still|now|today|current\w*|at present|no longer|died|dead|ended|closed|until|since|every"
    r"|each|always|present)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|are)\b")
_SHOULD_I = re.compile(
    r"\b(?:should|shall) (?:i|we) (?:quit|leave|study|learn|marry|divorce|retire|move|become|sell"
    r"|invest|vote)\b(?!.*\byour?\b)"
)
_OWN_LIFE = frozenset({"@job", "@study", "@employer", "@career", "@location", "@salary"})
_WHICH_ONE = re.compile(
    r"\bwhich (?!(?:of|one)\b)(?:\w+ )?\w+ (?:was|is|were|are) (?:it|that|this|they)\b"
)
_NAME = re.compile(r"(?<=[\w,:;(] )[A-ZÀ-Þ]\w+")


_COMPARES = re.compile(
    r"\b(?:(?!rather|other)\w{2,}er|(?:more|less) \w+|more|less|worse|fewer)"
    r" (?:\w+ ){0,6}than\b(?! one\b)|\bcompared (?:with|to)\b|\bhow does .* compare\b"
    r"|\b(?:dear|cheap|old|young|bigg|small|strict|bett|fast|quick|slow|high|low|tall|long|short"
    r"|easi|hard|earli|strong|weak|rich|larg)er or\b"
    r"|\b(?:who|which)(?: is|s)? (?:\w+ )?\w{3,}er,"
)
_COMPARED = re.compile(
    r"\b(?:than|twice|half|both|equal\w*|same|more|less|fewer|better|worse|best|most|rather)\b"
)
_WHO_DID = re.compile(
    rf"{START}who (?:has |had |have |was it that |first |actually |originally )?"
    r"((?!used|inspired|needed)\w+ed|taught|gave|lent|took|made|wrote|built|drew|told|sent|won|led|held|taken|given"
    r"|chose|found|got|shot|sang|(?:gives|teaches|lends|pays|trains|coaches)(?= you))\b"
)
_SOMEBODY = re.compile(
    r"\b(?:by|father|mother|parents?|dad|mum|grand\w+|uncle|aunt|brother|sister|son|daughter|wife|husband"
    r"|friends?|neighbou?r|teacher|boss|colleagues?|clients?|customers?|owner|manager|director|team|partner"
    r"|we|people|nobody|myself|students?|nurses?|somebody|an? \w+er|an? old \w+)\b",
    re.IGNORECASE,
)
_BY_NAME = re.compile(r"\b(?:by|from|with) (?:the |my |an? )?(?:\w+ )?[A-ZÀ-Þ]")
_GIVER = re.compile(r"\b(?:from|by|with):? ", re.IGNORECASE)
_OF_A_NAME = re.compile(
    r"\b(?:is|was) ((?:[A-ZÀ-Þ][^\W\d_]+ ?)+)\?$|\b(?:does|did|has|is|was) ((?:[A-ZÀ-Þ][^\W\d_]+ )+)(?=[a-z]+\b)(?!(?:the|an?|in|on|at|of|for|your|still)\b)"
)
_ADVISE_ME = re.compile(
    r"\b(?:should|shall|ought) (?:i|we) (?:\w+ )?(?:charge|pay|ask|sell|hire|choose|take|offer|price|earn)\b"
)
_OPINION = re.compile(r"\b(?:opinion|your views?|(?:do|did) you think (?:of|about|that))\b")
_I_SENT = re.compile(
    r"\b(?:did|have) you (?:\w+ )?(?:get|got|receive|received|read|see|seen|open|opened)\b.*"
    r"\b(?:i|we) (?:\w+ )?(?:sent|wrote|mailed|posted|emailed|submitted|left)\b"
)
_EVER = re.compile(
    rf"(?:{START}|[,:;] )(?:have|had|has|did|were|was|are|is) (\w+).*\bever (?:been )?(\w+)"
)


# Somebody beside the person, of whom something is asked: "where does your boss live?"
_OTHER = (
    r"(?P<who>boss|manager|chief|supervisor|assistant|secretary|colleagues?|co-?worker|partner|co-?founder"
    r"|mentor|teacher|professor|tutor|coach|employee|intern|trainee|apprentice|friend|neighbou?r"
    r"|landlord|agent|editor|publisher|accountant|bookkeeper|nurse|driver|team)"
)
_OF_ANOTHER_PERSON = tuple(
    re.compile(rf"\b{before}(?:your|his|her) (?:\w+ )?{_OTHER}{after}", re.IGNORECASE)
    for before, after in (
        (r"(?:do|does|did|is|are|was|were|has|have|can) ", r"\b(?!.*\byou\b)"),
        ("", r"['’]s?\b"),
    )
)


def leaves_untold(trial: Trial) -> bool:
    """Whether the statement is about the thing, and does not tell what is asked of it."""
    return any(leaves(trial) for leaves in _LEAVING)


def _tells_not_where(trial: Trial) -> bool:
    """Where a course is held is told by a place, not by its months and its fee."""
    statement = trial.statement
    own_place = statement.kind in {"job", "study", "answer"} or statement.named & _PLACES
    if own_place or not _WHERE.search(trial.query.folded):
        return False
    text = _IN_TIME.sub("", _told_of_it(statement.text))
    if _PLACE.search(text) or any(name not in trial.query.text for name in _NAME.findall(text)):
        return False
    within = statement.kind in PROSE or _FIELDS.search(text)
    called = statement.source.locator.endswith(_TITLES)
    value = _IN_TIME.sub("", statement.source.text).lstrip()
    repeated = re.match(r"\w+", value)
    return (
        bool(within or called)
        or not value[:1].isupper()
        or (repeated is not None and repeated[0] in trial.query.text)
    )


def _told_of_it(text: str) -> str:
    """What an object's fields tell of it, without its own name, which may hold any word."""
    title = _FIELDS.search(text)
    return text[title.start() :] if title else text


def _tells_not_that_time(trial: Trial) -> bool:
    """In which year something was is told by a year; how long it has been, by a beginning."""
    return trial.statement.kind not in {"job", "study"} and _leaves(trial, TIMES)


def _leaves(trial: Trial, table: Iterable[Telling]) -> bool:
    """Whether one of the things is asked of which the statement holds no sign."""
    return any(
        each.asks.search(trial.query.folded) and not each.tells.search(trial.statement.text)
        for each in table
    )


def _tells_not_what_another_did(trial: Trial) -> bool:
    """Whether a book sold well is told by how it sold, not by who wrote it."""
    return bool(_DID_ANOTHER.search(trial.query.folded)) and bool(trial.unmet)


def _tells_not_whether_still(trial: Trial) -> bool:
    """Whether somebody is still a client is not told by what they once were."""
    statement = trial.statement
    told = _STILL_SO.search(statement.text) or (
        statement.kind in PROSE and _IS.search(statement.text)
    )
    return bool(_STILL.search(trial.query.folded)) and not told


def _tells_not_its_name(trial: Trial) -> bool:
    """Which bank it was is not told by "a room of bankers"."""
    return (
        trial.statement.kind in PROSE
        and bool(_WHICH_ONE.search(trial.query.folded))
        and not _NAME.search(trial.statement.text)
    )


def _is_only_near(trial: Trial) -> bool:
    """Words that are merely akin to those of the question do not answer it by themselves."""
    strict = [each for each in trial.met if not each.light]
    return bool(strict) and not any(
        trial.statement.named.intersection(each.alternatives) or plainly(trial.statement, each)
        for each in strict
    )


def _compares_nothing(trial: Trial) -> bool:
    """Which of two is dearer is not told by what one of them is for."""
    return bool(_COMPARES.search(trial.query.folded)) and not _COMPARED.search(trial.statement.text)


def _tells_not_who_did_it(trial: Trial) -> bool:
    """Who taught somebody is told by a name, not by the school."""
    if not (deed := _WHO_DID.search(trial.query.folded)):
        return False
    statement = trial.statement
    text = statement.source.text
    if statement.kind in {"job", "study"}:
        return True
    if statement.kind == "detail":
        return not _BY_NAME.search(text)
    if statement.kind in PROSE:
        named = any(name not in trial.query.text for name in _NAME.findall(text))
        return not named and not _SOMEBODY.search(text)
    fields = _FIELDS.search(statement.text)
    if fields and not _NAME.search(statement.text[fields.start() :]):
        return True
    done = [each for each in trial.query.demands if fold(each.written) == deed[1]]
    told = all(each in trial.met and plainly(statement, each) for each in done)
    return not (told or statement.named & trial.met_terms or _GIVER.search(statement.text))


def _tells_of_another_by_name(trial: Trial) -> bool:
    """What a colleague charges is told where the colleague is named."""
    found = _OF_A_NAME.search(trial.query.text)
    names = {each.written for each in trial.query.demands if each.name}  # not the person's own
    asked = [name for name in (found[1] or found[2]).split() if name in names] if found else []
    return bool(asked) and not any(name in trial.statement.text for name in asked)


def _gives_no_advice(trial: Trial) -> bool:
    """What visitors should charge is not told by what a course costs."""
    keyed = NARROW & trial.statement.named & trial.met_terms
    return (
        bool(_ADVISE_ME.search(trial.query.folded))
        and trial.statement.kind not in {"prose", "answer"}
        and not keyed
    )


def _has_no_opinion(trial: Trial) -> bool:
    """What somebody thinks of a law is not told by a list of ships."""
    told = trial.statement.kind in {"prose", "answer", "testimonial"}
    return bool(_OPINION.search(trial.query.folded)) and not told and bool(trial.unmet)


def _knows_what_the_visitor_sent(trial: Trial) -> bool:
    """Whether a letter has come is told by no profile."""
    return bool(_I_SENT.search(trial.query.folded))


def _tells_not_whether_ever(trial: Trial) -> bool:
    """Whether somebody ever climbed a turbine is not told by a manual for turbines."""
    own = trial.statement.kind in {"job", "study"} or "@client" in trial.statement.named
    if own or not (deed := _EVER.search(trial.query.folded)):
        return False
    left = trial.unmet if deed[1] in {"you", "she", "he"} and deed[2] != "met" else _unmet(trial)
    return any(demand.loose and fold(demand.written) == deed[2] for demand in left)


def _tells_of_oneself(trial: Trial) -> bool:
    """Where a boss lives is not told by where the person does."""
    if trial.statement.kind == "testimonial":
        return False
    found = filter(None, (asks.search(trial.query.text) for asks in _OF_ANOTHER_PERSON))
    others = {stem(fold(each["who"])) for each in found}
    return any(others.intersection(demand.alternatives) for demand in _unmet(trial))


def _unmet(trial: Trial) -> list[Demand]:
    """What the statement leaves open, common words too."""
    return [demand for demand in trial.query.demands if demand not in trial.met]


def _tells_not_how_long_it_was_done(trial: Trial) -> bool:
    """How many years somebody fished is not told by twelve years of something else."""
    if not (deed := _YEARS_OF.search(trial.query.folded)):
        return False
    return any(demand.loose and fold(demand.written) == deed[1] for demand in trial.unmet)


def _answers_what_the_visitor_should_do(trial: Trial) -> bool:
    """Whether visitors should quit their jobs is not told by one's own."""
    own = trial.statement.kind in {"job", "study"} or bool(trial.statement.named & _OWN_LIFE)
    return bool(_SHOULD_I.search(trial.query.folded)) and (own or bool(_unmet(trial)))


def _tells_not_what_became_of_it(trial: Trial) -> bool:
    """Whether something is regretted, or was sacked from, is not told by that it was."""
    return _leaves(trial, FATES)


_LEAVING: tuple[Callable[[Trial], bool], ...] = (
    _tells_not_where,
    _tells_not_that_time,
    _tells_not_what_another_did,
    _tells_not_whether_still,
    _tells_not_its_name,
    _is_only_near,
    _compares_nothing,
    _tells_not_who_did_it,
    _tells_of_another_by_name,
    _gives_no_advice,
    _has_no_opinion,
    _knows_what_the_visitor_sent,
    _tells_not_whether_ever,
    _tells_of_oneself,
    _tells_not_how_long_it_was_done,
    _tells_not_what_became_of_it,
    _answers_what_the_visitor_should_do,
)
