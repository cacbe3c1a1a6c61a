"""Statements that hold the deed and not the doer: who taught, whose boss, what a colleague asks."""

import re
from collections.abc import Callable

from twin.domain.telling import FIELDS, NAME, START
from twin.domain.trial import PROSE, Trial, open_demands, plainly
from twin.domain.words import fold, stem, tokens

_WHO_DID = re.compile(
    rf"{START}who (?:has |had |have |was it that |first |actually |originally )?"
    r"((?!used|inspired|needed|hired|employed|recruited|appointed|engaged)\w+ed|taught|gave|lent"
    r"|took|made|wrote|built|drew|told|sent|won|led|held|taken|given|chose|found|got|shot|sang"
    r"|(?:gives|teaches|lends|pays|trains|coaches)(?= you))\b"
)
_SOMEBODY = re.compile(
    r"\b(?:by|father|mother|parents?|dad|mum|grand\w+|uncle|aunt|brother|sister|son|daughter"
    r"|wife|husband|cousin|nephew|niece|friends?|neighbou?rs?|teacher|boss|colleagues?|clients?"
    r"|customers?|owner|director|team|partner|we|people|nobody|myself|students?|somebody"
    r"|famil\w+|villagers)\b|\b(?:an?|my|the|our|two|three|some) (?:\w+ ){0,2}\w*(?:er|or|ist"
    r"|ian|man|men|lady|girl|boy|kid|nurse|doctor|priest|nun|monk|chief|guide|guard|captain"
    r"|sergeant|elder|widow|judge|apprentice|committee|board|jury|foundation|company|firm"
    r"|council|ministry|government|university|school|village|town|city|church|club|union|museum"
    r"|bank)s?\b",
    re.IGNORECASE,
)
_OWN_OR_PASSIVE = frozenset({"i", "we", "was", "were", "been", "be", "got"})
_BY_NAME = re.compile(r"\b(?:by|from|with) (?:the |my |an? )?(?:\w+ )?[A-ZÀ-Þ]")
_GIVER = re.compile(r"\b(?:from|by|with):? ", re.IGNORECASE)
_DID_ANOTHER = re.compile(r"\bdid (?!(?:you|it|that|this|they|she|he|i|we|an?|some\w+|any\w+)\b)")
# Somebody beside the person, of whom something is asked: "where does your boss live?"
_OTHER = (
    r"(?P<who>boss|manager|chief|supervisor|assistant|secretary|colleagues?|co-?worker|partner"
    r"|co-?founder|mentor|teacher|professor|tutor|coach|employee|intern|trainee|apprentice|friend"
    r"|neighbou?r|landlord|agent|editor|publisher|accountant|bookkeeper|nurse|driver|team)"
)
_OF_ANOTHER_PERSON = tuple(
    re.compile(rf"\b{before}(?:your|his|her) (?:\w+ )?{_OTHER}{after}", re.IGNORECASE)
    for before, after in (
        (r"(?:do|does|did|is|are|was|were|has|have|can) ", r"\b(?!.*\byou\b)"),
        ("", r"['’]s?\b"),
    )
)
_DEED = re.compile(
    r"^\W*(?:and |but |so )*who (?!(?:is|was|are|were|do|did|does|can|could|should|would|will|has"
    r"|have|had|am|else|works|employs|owns|pays|keeps|gets|covers|holds|needs|decides|published)\b)"
    r"(\w+)\b(?! you\b)"
)
_WHO_IS = re.compile(r"^\W*(?:and |but |so )*who (?:is|was) (?:the|your|that|this) \w")
_FULL_NAME = re.compile(r"\b(?i:first|last|sur|family|middle) ?name\b")


def leaves_the_deed_open(trial: Trial) -> bool:
    """Who did something is told by whoever did just that."""
    if not (deed := _DEED.search(trial.query.folded)):
        return False
    if trial.statement.kind == "job":  # which tells of the person's own
        return True
    done = [each for each in trial.query.demands if fold(each.written) == deed[1]]
    return not all(_in_words(trial, each.alternatives) for each in done)


def _in_words(trial: Trial, alternatives: tuple[str, ...]) -> bool:
    """Whether one of them is met by a word, not only by what it is about."""
    return any(term in trial.statement.terms for term in alternatives if not term.startswith("@"))


def _tells_not_who(trial: Trial) -> bool:
    """Who somebody is, is told by a name beside the word for them."""
    if not _WHO_IS.search(trial.query.folded):
        return False
    if trial.statement.kind not in PROSE:
        return bool(trial.unmet)
    words = tokens(trial.statement.text)
    alternatives = {term for each in trial.met for term in each.alternatives}
    places = [n for n, word in enumerate(words) if stem(fold(word)) in alternatives]
    beside = (word for n in places for word in (*words[max(n - 2, 1) : n], *words[n + 1 : n + 3]))
    told = [word for n in places for word in words[n + 1 : n + 2]]  # "my first client was ..."
    named = any(word[:1].isupper() for word in beside) or {"was", "is", "were"} & set(told)
    return bool(trial.unmet) or (bool(places) and not named)


def _tells_not_who_did_it(trial: Trial) -> bool:
    """Who taught somebody is told by a name, not by the school."""
    if not (deed := _WHO_DID.search(trial.query.folded)):
        return False
    statement = trial.statement
    text = statement.source.text
    if statement.kind in {"job", "study"}:
        return "@job" not in trial.asked
    if statement.kind == "detail":
        return not _BY_NAME.search(text)
    if statement.kind in PROSE:
        named = any(name not in trial.query.text for name in NAME.findall(text))
        return not (named or _SOMEBODY.search(text) or _has_a_subject(text, deed[1]))
    fields = FIELDS.search(statement.text)
    if fields:
        return not NAME.search(statement.text[fields.start() :])
    done = [each for each in trial.query.demands if fold(each.written) == deed[1]]
    if done:
        told = all(each in trial.met and plainly(statement, each) for each in done)
    else:  # a turn of phrase that the fact is called by; a language's tells how well it is spoken
        told = trial.by_name and "@language" not in statement.named
    return not (told or _GIVER.search(statement.text))


def _has_a_subject(text: str, deed: str) -> bool:
    """Whether somebody or something else does the deed: no "I sold it", no "it was sold"."""
    words = [fold(word) for word in tokens(text)]
    places = [place for place, word in enumerate(words) if stem(word) == stem(deed)]
    return any(not _OWN_OR_PASSIVE.intersection(words[max(at - 3, 0) : at]) for at in places)


def _tells_not_what_another_did(trial: Trial) -> bool:
    """Whether a book sold well is told by how it sold, not by who wrote it."""
    return bool(_DID_ANOTHER.search(trial.query.folded)) and bool(trial.unmet)


def _tells_of_oneself(trial: Trial) -> bool:
    """Where a boss lives is not told by where the person does."""
    if trial.statement.kind == "testimonial":
        return False
    found = filter(None, (asks.search(trial.query.text) for asks in _OF_ANOTHER_PERSON))
    others = {stem(fold(each["who"])) for each in found}
    return any(others.intersection(demand.alternatives) for demand in open_demands(trial))


def _tells_half_of_a_name(trial: Trial) -> bool:
    """What Bertus's last name is, is told by two names in a row."""
    if not _FULL_NAME.search(trial.query.text):
        return False
    names = [each.written for each in trial.query.demands if each.name]
    return bool(names) and not any(
        re.search(
            rf"(?!Mrs|Mr|Ms|Dr)\b[A-ZÀ-Þ][\w'’-]+ {re.escape(name)}\b|\b{re.escape(name)} [A-ZÀ-Þ]",
            trial.statement.text,
        )
        for name in names
    )


LEAVING_THE_DOER: tuple[Callable[[Trial], bool], ...] = (
    _tells_not_who,
    _tells_not_who_did_it,
    _tells_not_what_another_did,
    _tells_of_oneself,
    _tells_half_of_a_name,
)
