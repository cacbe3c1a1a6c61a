"""Statements that only remind of a question: of another deed, time, person or number."""

import re
from collections.abc import Callable

from twin.domain.common_words import function_words
from twin.domain.concepts import NARROW
from twin.domain.doers import leaves_the_deed_open
from twin.domain.kinds import OF_ANOTHER_KIND
from twin.domain.measures import MISMEASURING
from twin.domain.naming import LEAVING_UNNAMED
from twin.domain.posts import is_of_another_degree, tells_why_another_was_left
from twin.domain.statements import CARRIED
from twin.domain.trial import Trial, literal
from twin.domain.words import fold, stem, tokens

_EARNED = re.compile(
    r"\b(?:did|were|was|last|previous|former|earned|made|currently|current|now|at the moment)\b"
)
_YEARS_IN = re.compile(r"years[_ ](?:in|as|with|doing|working)[_ ]", re.IGNORECASE)
_HOPED = re.compile(r"expect|desired|target|hoped|wanted|wish", re.IGNORECASE)
_PASTIMES = frozenset(
    [
        "@hobby",
        "@sport",
        "@music",
        "@book",
        "@film",
        "@food",
        "@travel",
        "@pet",
        "@tool",
        "@materials",
    ]
)
_NO_PASTIMES = frozenset({"@publication", "@diet"})
_DONE = frozenset(
    ["@study", "@teaching", "@award", "@publication", "@certificate", "@talk", "@language", "@job",
     "@doctorate", "@master", "@bachelor", "@volunteer", "@membership", "@employer"]
)  # fmt: skip
_LEFT = re.compile(
    r"\b(?:left|leaving|quit|resigned|departed|gave (?:it )?up|giving up|walked away|moved on"
    r"|I stopped|no longer|notice)\b",
    re.IGNORECASE,
)
_HOME = re.compile(r"\b(?:home|private|live|house)\b")
_WORKPLACES = frozenset(
    ["workshop", "offic", "studio", "clinic", "practic", "school", "busines", "centr", "center"]
)
_EXTREME = re.compile(
    r"\bthe \w{2,}est (?:\w+ )?(?:(?:that )?you (?:have |had )?ever|of (?:your|them|those))"
    r"|\bfind (?:the )?\w+est\b"
    r"|\bwhich of (?:your|the|them|those)\b.*\b(?:\w{2,}est|most)\b"
    r"|\bwhich (?:one )?(?:\w+ )?(?:got|was|is|had|has) the \w{2,}est"
)
_TOLD_EXTREME = re.compile(
    r"\b(?:\w{2,}est|most|best|worst|ever|first|last|only|record|proud\w*|favou?rite|main|top"
    r"|above all|over|up to|more than)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\bthe (?:small|short|young|low|cheap|thin|slow|few|light|weak|poor|quiet)est\b"
)
_TOLD_SMALL = re.compile(
    r"\b(?:\w{2,}est|least|minimum|ever|first|last|only|record|under|below|less|fewer"
    r"|down to|from \d)\b",
    re.IGNORECASE,
)
_LIKED = re.compile(
    r"\b(?:i (?:\w+ )?(?:like|love|enjoy)|loved|proud\w*|best|like most|fond|swear by"
    r"|never without)\b",
    re.IGNORECASE,
)
_OWN_WORK = frozenset(["work", "notabl", "credit", "select", "portfolio"])
_DISLIKED = frozenset({"@refusal", "@peeve"})
_DENIES = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|refuse\w*|decline\w*|avoid\w*|hate\w*"
    r"|dislike\w*|except|only|free)\b"
)
_OF_ANOTHER = re.compile(r"\bwhen did (?!you\b|it\b|that\b|this\b|they\b)")
_ASKS_WHAT = re.compile(r"\b(?:what|which|where|who|whose|when|how|why)\b(?! (?:about|to)\b)")
_EVENT = re.compile(r"move|meet|visit|buy|sell|marry|retire|die|break|open|close|win|lose|graduate")
_AHEAD = re.compile(r"\b(?:when will|next|upcoming|forthcoming|planned)\b(?! to\b)")
_NEXT_TIME = re.compile(r"\bnext (?:week|month|year|time|winter|summer|spring|autumn|\w+day)\b")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_TELLING_AHEAD = frozenset({"@goal", "@seeking"})
_TO_COME = re.compile(
    rf"\b(?:next|upcoming|forthcoming|plan\w*|will|from (?:{_MONTH}|20\d\d)|until|open|due"
    r"|current\w*|working on|available|want to|hope\w*|dream\w*|would like|every|first \w+day"
    r"|one day|intend\w*)\b",
    re.IGNORECASE,
)


def only_reminds(trial: Trial) -> bool:
    """Whether the statement is about something other than what is asked."""
    return any(reminds(trial) for reminds in _REMINDING)


def _says_nothing_new(trial: Trial) -> bool:
    """Which fountain pen it is, is not told by an interest in fountain pens."""
    if trial.statement.kind in {"job", "study"} or not _ASKS_WHAT.search(trial.query.folded):
        return False
    said = {stem(word) for word in _telling(trial.statement.source.text)}
    return bool(said) and said <= {stem(word) for word in tokens(trial.query.folded)}


def _tells_of_the_name_only(trial: Trial) -> bool:
    """Whether somebody studied in London is not told by a tour that starts at London Bridge."""
    met = [demand for demand in trial.met if not demand.light]
    open_ones = {term for demand in trial.unmet for term in demand.alternatives} & _DONE
    own = trial.statement.kind in {"job", "study"}
    return bool(met and open_ones) and not own and all(demand.name for demand in met)


def _gives_another_address(trial: Trial) -> bool:
    """The address of a workshop is not where somebody lives."""
    asks_home = _HOME.search(trial.query.folded) and "@address" in trial.asked
    return bool(asks_home) and bool(trial.statement.named & _WORKPLACES)


def _tells_of_another_date(trial: Trial) -> bool:
    """When something was sold is not told by when it began, nor a death by another date."""
    if trial.query.wants != "date":
        return False
    left = [each for each in trial.query.demands if each not in trial.met]
    if _OF_ANOTHER.search(trial.query.folded):
        return bool(left)
    return any(
        each.loose and (not each.light or _EVENT.fullmatch(fold(each.written))) for each in left
    )


def _tells_of_the_past_as_now(trial: Trial) -> bool:
    """How many people work for you now is not told by the team of an earlier job."""
    past = trial.statement.kind == "detail" and "@current" not in trial.statement.terms
    return past and "@current" in trial.asked


def _tells_of_the_past_as_to_come(trial: Trial) -> bool:
    """When the next exhibition is, is not told by the last one."""
    ahead = _AHEAD.search(trial.query.folded)
    whenever = ahead and (ahead[0] == "when will" or _NEXT_TIME.search(trial.query.folded))
    told_by_name = whenever and trial.by_name
    return bool(ahead) and not (
        told_by_name
        or _TO_COME.search(trial.statement.text)
        or trial.statement.terms.keys() & _TELLING_AHEAD
    )


def _tells_not_why_it_was_left(trial: Trial) -> bool:
    """Why somebody left is told by a sentence about having left."""
    asked = "~quit" in trial.asked and (
        trial.query.wants == "reason" or "@quitting" in trial.asked - trial.statement.named
    )
    return asked and not _LEFT.search(trial.statement.text)


def _affirms_what_is_denied(trial: Trial) -> bool:
    """What somebody does not do is not told by what they do."""
    if not trial.query.negated:
        return False
    close = sum(not each.light for each in trial.met) > 1
    denied = _DENIES.search(fold(trial.statement.text))
    return not denied or not (close or trial.statement.terms.keys() & _DISLIKED)


def _is_no_favourite(trial: Trial) -> bool:
    """A favourite is liked, or kept as an interest; it is not what somebody works with or at."""
    if "~favourite" not in trial.asked or trial.query.wants in {"reason", "preference"}:
        return False
    statement = trial.statement
    if "prefer" in trial.query.folded and NARROW & trial.asked & statement.named:
        return False
    liked = "~favourite" in statement.terms or _LIKED.search(statement.text)
    if statement.named & _OWN_WORK:
        return not liked
    own = "." in statement.source.locator and "@hobby" not in statement.named  # a camera's film
    kept = statement.named & _PASTIMES and not statement.named & _NO_PASTIMES and not own
    return not (liked or kept)


def _tells_of_it_by_the_sentence_before(trial: Trial) -> bool:
    """Why somebody came to Iceland is told where it is named, not two sentences further on."""
    statement = trial.statement
    left = "~quit" in trial.asked and _LEFT.search(statement.text)
    if statement.kind != "prose" or left:
        return False
    named = [each for each in trial.met if each.name and each.written[:1].isupper()]
    rest = [each for each in trial.query.demands if each not in named]
    if len(rest) > 1 and all(literal(statement, each) for each in rest):
        return False  # "the name means ..." says all the rest of it
    return any(
        max(statement.terms.get(term, 0.0) for term in each.alternatives) <= CARRIED
        for each in named
    )


def _is_no_extreme(trial: Trial) -> bool:
    """The deepest dive ever is told as such."""
    extreme = _EXTREME.search(trial.query.folded)
    if not extreme or trial.statement.kind == "answer":
        return False
    told = _TOLD_SMALL if _SMALL.search(extreme[0]) else _TOLD_EXTREME
    return not told.search(trial.statement.text)


def _hopes_for_what_is_asked_as_earned(trial: Trial) -> bool:
    """What somebody expects to be paid is not what they were paid."""
    asks = "@salary" in trial.met_terms and _EARNED.search(trial.query.folded)
    return bool(asks and _HOPED.search(trial.statement.source.locator))


def _is_experience_of_something_else(trial: Trial) -> bool:
    """Years of nursing are none of gardening."""
    of_one_field = _YEARS_IN.search(trial.statement.source.locator)
    tells = of_one_field and "@experience" in trial.met_terms & trial.statement.named
    return bool(tells) and any(each.written and not each.light for each in trial.unmet)


def _telling(text: str) -> list[str]:
    return [word for word in tokens(fold(text)) if word not in function_words()]


_REMINDING: tuple[Callable[[Trial], bool], ...] = (
    _says_nothing_new,
    _tells_of_the_name_only,
    _gives_another_address,
    _tells_of_another_date,
    _tells_of_the_past_as_now,
    _tells_of_the_past_as_to_come,
    _tells_not_why_it_was_left,
    tells_why_another_was_left,
    is_of_another_degree,
    _hopes_for_what_is_asked_as_earned,
    _is_experience_of_something_else,
    *MISMEASURING,
    leaves_the_deed_open,
    *LEAVING_UNNAMED,
    _affirms_what_is_denied,
    _is_no_favourite,
    _is_no_extreme,
    *OF_ANOTHER_KIND,
    _tells_of_it_by_the_sentence_before,
)
