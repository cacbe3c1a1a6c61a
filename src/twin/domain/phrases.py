"""Turns of phrase that name a concept in several words; they become tokens before ranking."""

import re
from collections.abc import Collection, Iterator, Set
from functools import cache

from twin.domain import english

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
    for concepts, where_told, number in _blocks():
        if not where_told or not told.isdisjoint(_meant(concepts)):
            folded = _pattern(number).sub(f" {concepts} ", folded)
    for number, name in enumerate(names):
        folded = folded.replace(f"\0{number}\0", name)
    return folded


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
def _blocks() -> tuple[tuple[str, bool, int], ...]:
    """The concepts of each block, and whether they are meant only where the profile tells them."""
    return tuple(
        (concepts.removesuffix("?"), concepts.endswith("?"), number)
        for number, (concepts, _) in enumerate(_turns("turns"))
    )


@cache
def _pattern(number: int) -> re.Pattern[str]:
    """The turns of phrase of a block, made ready when they are first needed."""
    _, turns = _turns("turns")[number]
    return re.compile(rf"(?<![@\w])(?=[@\w])(?:{'|'.join(turns)})(?!\w)")


def cues(folded: str) -> tuple[str, ...]:
    """The concepts that a sentence of a profile shows by a turn of phrase."""
    return tuple(concept for pattern, concept in _cues() if pattern.search(folded))


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(turns)})\b"), concept) for concept, turns in _turns("cues")
    )


@cache
def _turns(name: str) -> tuple[tuple[str, list[str]], ...]:
    return tuple(_read(name))


def _read(name: str) -> Iterator[tuple[str, list[str]]]:
    for block in english.blocks(name):
        lines = "\n".join(block.lines)
        for short, pattern in {**_SHORT, "<nation>": f"(?:{_nations()})"}.items():
            lines = lines.replace(short, pattern)
        yield block.head.strip("-"), lines.split("\n")
