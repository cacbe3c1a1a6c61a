"""What a question takes for granted: a post that was never held, a firm that was never left."""

import re
from collections.abc import Collection, Iterator, Sequence, Set

from twin.domain.common_words import function_words, light_stems
from twin.domain.statements import Statement
from twin.domain.synonyms import kin
from twin.domain.words import fold, stem, tokens

# "As a trained surgeon, do you ...", but not "As a recruiter, I ...".
_AS = re.compile(
    r"^(?!.*\b(?:i|we|my|our|me|us|fellow|recommend|suggest|advise|offer)\b)"
    r"\W*(?:and |but |so |hi |hello |hey )*(?:speaking )?as (?:a|an|the|our|your)? ?"
    r"(?P<role>[^,?]{3,60}?)"
    r"(?:, |,? (?=(?:what|how|why|who|where|when|which|do|did|does|are|were|can|could|have|had)\b))"
    r"(?=.*\byou)"
)
_WERE = re.compile(
    r"\b(?:when|while|since|after|because|as|before) you (?:were|are|became|worked as|have been"
    r"|had been|served as|trained as) (?:a |an |the )?(?P<role>[^,?]{3,60})"
)
_TIME_AS = re.compile(
    r"\byour (?:time|years|days|stint|period) (?:\w+ ){0,7}?as (?:a |an |the )?"
    r"(?P<role>[^,?]{3,60})"
)
_SERVING_AS = re.compile(
    r"(?<!can )(?<!could )(?<!would )(?<!will )"
    r"\b(?:you (?:serve|work|served|worked|train)|working|serving) (?:\w+ ){0,3}?as (?:a|an|the) "
    r"(?P<role>[^,?]{3,60})"
)
_POSTS = (_AS, _WERE, _TIME_AS, _SERVING_AS)
# Words for what somebody does, among others that end so.
_ROLE = re.compile(
    r"\w{2,}(?:er|or|ist|ian|eer|ant|ect|ress|woman|man)|head|chief|boss|chef|nurse|vet|surgeon"
    r"|captain|cook|pilot|judge|dean|president|mayor|coach|champion|partner|apprentice|intern"
    r"|trainee|medic"
)
_NO_ROLE = frozenset(
    """
    speaker author writer recruiter employer customer visitor user buyer investor member toddler
    poor sober reluctant hesitant distant perfect correct direct teenager youngster youngest
    newcomer beginner outsider foreigner mother father daughter sister brother ever never other
    another under over for or after either rather together younger older summer winter later
    former senior junior major minor however whether number career eager proper clever human woman
    man paper better september october november december letter order color labor loner pregnant
    important different relevant constant reader year per are there
    """.split()  # noqa: SIM905
)
_LEAVE = (
    r"(?P<verb>leave|left|leaving|close|closed|closing|shut ?down|shutting down|sell|sold|selling"
    r"|stop|stopped|stopping|quit|quitting|give up|gave up|given up|giving up|walk away from"
    r"|hand(?:ed)? in your notice at|retire from|retired from|wind up|resign from|resigned from)"
)
_LEAVING = tuple(
    re.compile(rf"{before} (?:\w+ ){{0,3}}?{_LEAVE} (?P<thing>[^,?;:.]{{3,60}})")
    for before in (
        r"\b(?:now|now that|since|after|when|before) (?:you|you have|you had)\b",
        r"\b(?:why|when|how come|what year|which year|what month) (?:did )?you\b",
        r"\b(?:what made you|(?:decide|decided|choose|chose) to)\b",
    )
)
# What somebody left stands in the clause after the word; what closed, anywhere beside it.
_I_LEFT = re.compile(
    r"\b(?:I|we) (?:\w+ ){0,3}(?:left|quit|g[ai]ven? (?:\w+ )?up|stopped|closed|sold|resigned"
    r"|retired"
    r"|departed|walked away|moved on)\b(?P<clause>[^,;:.]*)|\bgiving up\b(?P<deed>[^,;:.]*)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:no longer|closed|leaving)\b", re.IGNORECASE)
_TOLD_MOVED = re.compile(r"\bI (?:\w+ ){0,2}(?:moved|settled|came|live)\b")
_MOVED = re.compile(
    r"\b(?:now that|since|after) (?:you|you have) (?:\w+ )?moved (?:back |over "
    r"|out )?to (?P<thing>[^,?;:.]{3,40}?)"
    r"(?= (?:in|with|from|for|last|because|do|does|did|are|what|how) |[,.!?]|$)"
)
_WORKED = re.compile(
    r"\b(?:[Ww]hen|[Ww]hile|[Ss]ince|[Aa]fter|[Bb]efore|time) you (?:were (?:working|employed"
    r"|studying)|\w+ed|taught|did|ran|led)? ?(?:as an? \w+ )?(?:at"
    r"|for) (?:the )?(?P<place>[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*)*)"
)
_DID_AT = re.compile(r"\byou (?:\w+ ){0,3}?(?:at|work(?:ed)? for) (?P<place>[a-z][\w'’-]+)\W*$")
_TOLD_WORKED = re.compile(
    r"\b(?:I|my)\b.*\b(?:work\w*|joined|jobs?|posts?|years|months|summers?|intern\w*|stud\w+"
    r"|taught|teach|trained|client|project|hired|led|ran|built)\b"
)
_TAG = (
    r"\b(?:right|correct|no doubt|i suppose|i guess|i believe|i take it)\W*$|, ?(?:is|are|was"
    r"|were|do|did|have|has) (?:not )?(?:it|you|she|he|they|that)(?: not)?\W*$"
)
_OF_PERSON = r"^\W*(?:(?:and|but|so|oh|well|ah) )*(?:you|your|she|he|her|his)\b"
_PRESUMED = re.compile(
    rf"{_OF_PERSON}.*(?:{_TAG})"
    r"|^\W*(?:since|as|now that|given that|because|seeing that) (?:you|your)\b(?!.*\?)"
)
_CLAIM = re.compile(
    rf"{_TAG}|\bcongrat\w+ (?:on"
    r"|for) (?:the|your)\b|\bmust (?:have been|be)\b|\b(?:love|loved|like|enjoyed) your\b"
)
_ANY_POST = frozenset(
    "job post role position employer company firm work workplace smoking drinking".split()  # noqa: SIM905
)
_CLOSE = re.compile(r"clos|shut|sell|sold|wind")  # what an employee does not do
_CAPITAL = re.compile(r"(?<=\w )[A-ZÀ-Þ][\w'’-]+")
_ENOUGH = 0.5  # of the words for what was left
_CLAUSE = re.compile(r"\b(?:that|which|who|to|after|when|because|and|before)\b")
_FOR_ANOTHER = re.compile(rf"{_CLAUSE.pattern}|\bfor\b")
_AT = re.compile(r"\b(?:at|in|for|of|with|on|by|from|to|who|where|back|then)\b")
_OWN = frozenset({"job", "study"})
_OWN_KEYS = frozenset(
    ["@job", "@current", "@previous", "@teaching", "@volunteer", "@membership", "@career",
     "@doctorate", "@certificate", "@training", "@military"]
)  # fmt: skip
_BEING = r"\b(?:i am|i was|i became|i worked|as|being|be|become|trained)\b(?: \w+){0,4}? "


def claims(part: str) -> bool:
    """Whether a visitor says something of the person and takes it for granted: "..., right?"."""
    return bool(_CLAIM.search(fold(part)))


def presumes(part: str) -> bool:
    """Whether it is said only to ask on: "You ran a lab, right?", "Since you ran a lab,"."""
    return bool(_PRESUMED.search(fold(part)))


def mistaken(asked: str, statements: Sequence[Statement]) -> bool:
    """Whether a question speaks of the person as something that they never were.

    Args:
        asked: the question as it is written.
        statements: all that the profile tells.
    """
    folded = fold(asked)
    names = {fold(word) for word in _CAPITAL.findall(asked)}
    posts = [each for pattern in _POSTS for each in pattern.finditer(folded)]
    left = [found for pattern in _LEAVING for found in pattern.finditer(folded)]
    return (
        any(not _held(each["role"], statements) for each in posts)
        or any(not _was_left(each, names, statements) for each in left)
        or any(not _worked_at(each["place"], statements) for each in _WORKED.finditer(asked))
        or any(not _lives_in(each["thing"], statements) for each in _MOVED.finditer(folded))
        or any(_is_half_a_name(each["place"], statements) for each in _DID_AT.finditer(folded))
    )


def _is_half_a_name(word: str, statements: Sequence[Statement]) -> bool:
    """Whether the profile knows the place only as part of another name: Google Analytics."""
    if _says_little(word):
        return False
    written = rf"(?i:\b{re.escape(word)}\b)"
    alone = re.compile(rf"{written}(?! [A-ZÀ-Þ])")
    told = [each for each in statements if re.search(written, each.text)]
    return bool(told) and not any(each.kind in _OWN or alone.search(each.text) for each in told)


def _worked_at(place: str, statements: Sequence[Statement]) -> bool:
    """Whether the person is told to have worked, taught or studied there."""
    wanted = [stem(fold(word)) for word in place.split()]
    return any(
        all(word in statement.terms for word in wanted)
        for statement in statements
        if statement.kind in {*_OWN, "detail", "list", "fact"}
        or _TOLD_WORKED.search(statement.text)
    )


def _lives_in(place: str, statements: Sequence[Statement]) -> bool:
    """Whether the person is told to live or to work there today."""
    wanted = [stem(word) for word in tokens(place) if word not in function_words()]
    return any(
        all(word in statement.terms for word in wanted)
        for statement in statements
        if "@location" in statement.named
        or (statement.end and statement.end.open)
        or _TOLD_MOVED.search(statement.text)
    )


def _was_left(
    found: re.Match[str], names: Collection[str], statements: Sequence[Statement]
) -> bool:
    """Whether it is told of anything like it that it came to an end."""
    clause = _CLAUSE if found["verb"].startswith("stop") else _FOR_ANOTHER
    about = [
        {stem(word), *kin(stem(word))}
        for word in tokens(clause.split(found["thing"])[0])
        if word in names or not (word in _ANY_POST or _says_little(word))
    ]
    ended = not _CLOSE.match(found["verb"])
    enough = 1.0 if found["verb"].startswith(("stop", "g")) else _ENOUGH
    return not about or any(
        _share(about, each.terms.keys()) >= enough
        if each.kind in _OWN
        else any(_share(about, told) >= _ENOUGH for told in _left_behind(each))
        for each in statements
        if each.kind not in _OWN or (ended and each.end and not each.end.open)
    )


def _left_behind(statement: Statement) -> Iterator[Set[str]]:
    """What a sentence says that it came to an end, as stems."""
    for found in _I_LEFT.finditer(statement.text):
        clause = tokens(fold(found["clause"] or found["deed"] or ""))
        yield {other for word in clause for other in (stem(word), *kin(stem(word)))}
    if _ENDED.search(statement.text):
        yield statement.terms.keys()


def _says_little(word: str) -> bool:
    return word in function_words() or stem(word) in light_stems()


def _share(about: Sequence[set[str]], told: Set[str]) -> float:
    return sum(bool(each & told) for each in about) / len(about)


def _held(phrase: str, statements: Sequence[Statement]) -> bool:
    """Whether the person is told to be, or to have been, what a phrase says."""
    role, *where = _AT.split(phrase, maxsplit=1)
    words = [word for word in tokens(role) if _ROLE.fullmatch(word) and word not in _NO_ROLE]
    place = [word for text in where for word in tokens(text) if word not in function_words()]
    return not words or any(
        all(_is_told(word, each) for word in words)
        and all(stem(word) in each.terms for word in place)
        for each in statements
    )


def _is_told(word: str, statement: Statement) -> bool:
    if statement.kind in _OWN or statement.named & _OWN_KEYS:
        return bool({stem(word), *kin(stem(word))} & statement.terms.keys())
    return bool(re.search(rf"{_BEING}{word}\b", fold(statement.source.text)))
