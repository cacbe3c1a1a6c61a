"""Turns of phrase that name a concept in several words; they become tokens before ranking."""

import re
from collections import deque
from collections.abc import Collection, Set
from dataclasses import dataclass
from functools import cache

from twin.domain import english
from twin.domain.needed import Needs

_SHORT = {
    "<now>": "(now|currently|today|at the moment|right now|these days|at present|presently)",
    "<you>": "(you|she|he)",
    "<whom>": "(you|her|him)",
    "<place>": "(place|shop|store|studio|workshop|practice|office|clinic|gallery|surgery|salon"
    "|premises|atelier|showroom|building|venue|site|school|door|restaurant|cafe|bakery|centre"
    "|reception|business|location|house|rooms?|yard|farm|lab)",
    "<day>": "((sun|mon|tues|wednes|thurs|fri|satur|week|holi)days?|(bank|public) holidays?"
    "|weekends?|evenings?|mornings?|afternoons?|nights?|christmas|easter|lunch ?time)",
    "<impaired>": "(disabled|handicapped|(a )?wheel ?chairs?( users?)?|(learning |physical"
    " |mobility |visual |hearing )?(disabilit(y|ies)|difficulties"
    "|impairments?)|(\\w+ )?impaired|deaf|blind|partially sighted"
    "|dyslexi[ac]|autis(m|tic)|adhd|aspergers?|special needs|hard of hearing|hearing aids?"
    "|arthritis|parkinsons?|epilep(sy|tic)|downs syndrome|a stroke"
    "|dementia|chronic (illness|pain|fatigue)"
    "|(poor|bad|weak|failing|limited|reduced|restricted|low) (eyesight|eyes|sight|hearing|vision"
    "|mobility|knees?|legs?|back|hips?|hands?|balance)|one (hand|arm|leg|eye)|crutches"
    "|a (walking )?(stick|cane|walker|rollator|frame)|frail|unsteady( on \\w+ feet)?|a prosthe\\w+"
    "|(can (barely|hardly|not) |barely |hardly )(walk|stand|see|hear)|neuro ?divergent)",
    "<number>": "(\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    "|thirty|forty|fifty|sixty|eighty|hundred|a (dozen|hundred|few|couple))",
    "<child>": "(children|child|kids?|toddlers?|bab(y|ies)|infants?|teen(ager)?s?|adolescents?"
    "|youngsters?|minors|pensioners?|seniors?|(old|older|elderly|young|younger) people|the elderly"
    "|adults?|grown ups?|little ones?|grandchildren|(\\w+ )?year olds?|(under|over) \\w+s"
    "|(a|my|the|our) (boy|girl|son|daughter))",
}

# A token that a phrase leaves behind may mean any of several concepts.
ALTERNATIVES = {
    "@home": ("@location", "@origin"),
    "@working": ("@project", "@job"),
    "@atwork": ("@career",),
    "@qualified": ("@study", "~qualify"),
    "@field": ("@skills", "@job"),
    "@wrote": ("@publication", "writ"),
    "@offer": ("@skills", "@service"),
    "@founded": ("@selfemployed", "~found", "~founded", "~owner"),
    "@notice": ("@notice", "notic"),
    "@firstjob": ("@firstjob", "@career"),
    "@workingon": ("@workingon", "@project", "@job"),
    "@leisure": ("@leisure", "@hobby"),
    "@reading": ("@reading", "@book"),
    "@teamsize": ("@teamsize", "@team"),
    "@strengths": ("@strengths", "@skills"),
    "@workmodel": ("@workmodel", "@remote"),
    "@fee": ("@fee", "@rate"),
    "@credentials": ("@credentials", "@certificate"),
    "@services": ("@services", "@service", "@skills"),
    "@interview": ("@interview", "interview"),
    "@minimum": ("@minimum", "minimum"),
    "@timezone": ("@timezone", "zon"),
    "@failure": ("@failure", "~mistake", "~wrong"),
    "@mobile": ("@remote", "@travel"),
    "@booking": ("@booking", "@contact"),
    "@business": ("@business", "@employer", "~company", "company"),
    "@quitting": ("@quitting", "~quit"),
    "@portfolio": ("@portfolio", "@web", "@project"),
    "@industries": ("@industries", "@client"),
    "@leadership": ("@leadership", "@team"),
    "@tool": ("@tool", "@software", "@skills"),
    "@seeking": ("@seeking", "@availability"),
    "@area": ("@area", "@travel"),
    "@afar": ("@area", "@travel", "@remote"),
    "@intro": ("@intro", "consultation", "introductory"),
    "@materials": ("@materials", "material", "ingredient", "supplier"),
    "@waste": ("@sustainability", "waste"),
    "@team": ("@team", "@collaborators"),
    "@requirements": ("@requirements", "prerequisite"),
    "@brands": ("@materials", "@client", "@tool"),
    "@sustainability": ("@sustainability", "sustainability", "sustainable", "~~sustain"),
    "@insideai": ("@insideai", "~ai", "ai"),
    "@rights": ("@rights", "copyright", "intellectual"),
    "@collaborators": ("@collaborators", "@team", "~~collabor"),
    "@collective": ("@collaborators", "@membership", "@team"),
    "@newsletter": ("@newsletter", "newsletter"),
    "@updates": ("@newsletter", "@social"),
    "@podcast": ("@podcast", "podcast"),
    "@guest": ("@interviews", "@podcast", "podcast"),
    "@stream": ("@podcast", "@social", "@music"),
    "@quote": ("@rights", "@interviews"),
    "@interviews": ("@interviews", "interview", "journalist"),
    "@speakingtopics": ("@speakingtopics", "@talk"),
    "@travel": ("@travel", "@area"),
    "@holiday": ("@travel",),
    "@deposit": ("@deposit", "@payment"),
    "@payment": ("@payment", "@deposit"),
    "@groupsize": ("@groupsize", "class", "group", "participant", "plac"),
    "@emergency": ("@emergency", "emergency", "urgent", "rush"),
    "@waitinglist": ("@waitinglist", "@availability"),
    "@grewup": ("@upbringing", "@origin", "@childhood"),
    "@upbringing": ("@upbringing", "@childhood"),
    "@mothertongue": ("@tongue", "@mothertongue"),
    "@nativetongue": ("@tongue", "@mothertongue"),
    "@favouriteartist": ("@favouritemusic",),
    "@allergy": ("@diet", "@health"),
    "@candrive": ("@transport", "@drivinglicence"),
    "@gettingaround": ("@transport", "@travel"),
    "@kit": ("@tool", "@software", "~tool", "camera", "setup"),
}
# It prefers what it names without insisting on it.
LIGHT = frozenset({"@atwork"})


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn of phrase.

    Attributes:
        block: the number of its block; those of the same block give way to each other.
        where_told: whether it is meant only where the profile tells its concept.
    """

    block: int
    concepts: str
    where_told: bool
    text: str


def with_phrases(folded: str, names: Collection[str] = (), told: Set[str] = frozenset()) -> str:
    """The text with each turn of phrase replaced by its concept, such as `@contact`.

    Args:
        folded: the text.
        names: stretches of it that are names and stay as they are: the Home Office.
        told: concepts that facts of the profile are called by. Some turns of phrase stand for
            theirs only there, since their words may be what another passage is about.
    """
    for number, name in enumerate(names):
        folded = folded.replace(name, f"\0{number}\0")
    waiting = _turns_in(folded, told)
    while waiting:
        first = waiting.popleft()
        patterns = [_pattern(first.text)]
        while waiting and waiting[0].block == first.block:
            patterns.append(_pattern(waiting.popleft().text))
        before, folded = folded, _replaced(folded, patterns, first.concepts)
        if folded != before:
            waiting = deque(t for t in _turns_in(folded, told) if t.block > first.block)
    for number, name in enumerate(names):
        folded = folded.replace(f"\0{number}\0", name)
    return folded


def _turns_in(folded: str, told: Set[str]) -> deque[_Turn]:
    """The turns of phrase that may be in the text, in their order."""
    return deque(
        turn
        for turn in map(_turns().__getitem__, _needs().met_by(folded))
        if not turn.where_told or not told.isdisjoint(_meant(turn.concepts))
    )


def _replaced(folded: str, patterns: list[re.Pattern[str]], concepts: str) -> str:
    """The text with the concepts for each that is found; of two, the one that begins first."""
    done, rest = "", 0
    while found := min(
        (match for pattern in patterns if (match := pattern.search(folded, rest)) and match[0]),
        key=lambda match: match.start(),
        default=None,
    ):
        done += f"{folded[rest : found.start()]} {concepts} "
        rest = found.end()
    return done + folded[rest:]


def _meant(concepts: str) -> tuple[str, ...]:
    """Every concept that the first token of a turn of phrase may mean."""
    token = concepts.split(maxsplit=1)[0]
    return ALTERNATIVES.get(token, (token,))


@cache
def phrase_words() -> frozenset[str]:
    """The longer words that the turns of phrase are made of."""
    return frozenset(re.findall(r"(?<![@\\\w])[a-z]{4,}(?![?\w])", english.text("turns")))


@cache
def _nations() -> str:
    """The peoples, countries and languages that have a name of one word."""
    rows = [row.split(":")[0] for row in english.rows("countries")]
    return "|".join(sorted({*" ".join(rows).split(), *english.words("languages")}))


@cache
def _turns() -> tuple[_Turn, ...]:
    return tuple(
        _Turn(number, block.head.strip("-?"), block.head.endswith("?"), line)
        for number, block in enumerate(english.blocks("turns"))
        for line in block.lines
    )


@cache
def _needs() -> Needs:
    return Needs([turn.text for turn in _turns()])


@cache
def _pattern(turn: str) -> re.Pattern[str]:
    """A turn of phrase, made ready when it is first needed."""
    return re.compile(rf"(?<![@\w])(?=[@\w])(?:{_written_out(turn)})(?!\w)")


def cues(folded: str) -> tuple[str, ...]:
    """The concepts that a sentence of a profile shows by a turn of phrase."""
    return tuple(concept for pattern, concept in _cues() if pattern.search(folded))


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(map(_written_out, block.lines))})\b"), block.head)
        for block in english.blocks("cues")
    )


def _written_out(turn: str) -> str:
    for short, pattern in {**_SHORT, "<nation>": f"(?:{_nations()})"}.items():
        turn = turn.replace(short, pattern)
    return turn
