"""English that says nothing about the subject of a question: to drop, or to weigh lightly."""

from functools import cache

from twin.domain.words import stem

# Dropped: they build the question.
_FUNCTION = """
a about above after again against ah all also always am an and any anybody anyone anything are as
at be because been before being but by can could did do does doing done down during each either
else ever every for from further get gets getting give given goes got had has have having he hello
her here hers herself hey hi him himself his hm how i if in into is it its itself just know known
lets like me mine more most much must my myself no nor not now of off oh ok okay on once one ones
only or other our ours out over own per please quite rather really s same say shall she should so
some someone something still such t tell than that the their theirs them themselves then there
these they thing things this those through throughout to too under until up upon us very was we
well were what whats when where whether which while who whom whose why will with within would yes
yet you your yours yourself
"""

# Common verbs, adjectives and frames: their absence from the profile proves nothing.
_LIGHT = """
able accept account achieve act active actual actually add allow answer anyone apart appear apply
area arrive ask bad big become began begin begun bit bring brought buy call came carry case catch
cause certain chance change choose chose close club come compare complete consider continue could
count create curious current deal decide deliver depend describe design detail develop did differ
difference different discover do draw each easy end enough enter especially etc everyone exact
exactly example explain face fall far feel fell few field find finish first fly focus follow form
found full further gain gave general generally give go going gone good grow guess hand handle
happen hard hear held help hold how idea improve include increase industry interested involve
involved join joined keep kept kind large last later latest lead learn least leave left less let
level life line list little long look lot lower made main make manner many matter maybe mean meet
mention met might moment month more most mostly much name near need new newest next
nice notice nowadays number offer old open order original originally outside page part particular
particularly pass past people perhaps person personal personally pick place play point possible
prefer prepare present probably produce professional professionally profile provide put question
quick quickly quite raise rather reach ready real reason receive received recent recently reduce
regard regarding related rely remain remember remove require result right rise role run said say
second see seem sell send serve set several shape share short show side since single small solve
sometimes somewhere sort speak specific specifically spend spent stand start started stay step
stop stuff subject succeed success such suggest support sure sway take taken tell
tend term than think thought time today together told tomorrow took topic total touch true try
turn type understand use used useful using usual usually various very view visit want way week
outline overview summarise summarize summary typical
went what whole wide win without won wonder word work worked working world would write wrote year
yes yesterday
"""


@cache
def function_words() -> frozenset[str]:
    return frozenset(_FUNCTION.split())


def light_words() -> tuple[str, ...]:
    return tuple(_LIGHT.split())


@cache
def light_stems() -> frozenset[str]:
    return frozenset(map(stem, light_words()))
