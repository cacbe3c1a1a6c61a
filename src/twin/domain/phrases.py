"""Turns of phrase that name a concept in several words; they become tokens before ranking."""

import re
from functools import cache

_NOW = r"(now|currently|today|at the moment|right now|these days|at present|presently)"
_WORKED = r"(did|have|has) (you|she|he) (ever |previously )?(work|worked|been|employed)"

# In this order; the words of an earlier one are no longer there for a later one.
_PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("(best|easiest|quickest|right) (way|place|time) (to|of)",)),
    ("@address", ("home address", "(street|postal|mailing|private) address", "address at home")),
    ("@email", ("e mail( address(es)?)?", "email address(es)?", "address for email")),
    ("@web", ("(web|site) address", "web ?(site|page)")),
    ("@phone", ("(phone|telephone|mobile|cell) number", "(call|ring|phone) you")),
    ("@contact", (
        "(get|be|keep|stay) in (touch|contact)", "(get|catch|lay) (a )?hold of", "reach (out|you)",
        "(write|talk|speak) to you (directly|personally|in person)", "drop you a line",
        "contact (details|information|info)",
    )),
    ("@age", (
        "how old", "what age", "date of birth", "(when|what year) (were|was) (you|she|he) born",
    )),
    ("@origin", (
        "where (were|was|are) (you|she|he) (originally )?born", "(grow|grew) up",
        "(come |are )?(you )?originally from", "country of origin",
    )),
    ("@home", (
        "where (are|is) (you|she|he)( currently| now)? (from|located|at home)",
        "where do you come from", "where is your home", "call home", "part of the world",
    )),
    ("@location", ("(do|does|did|are|is) (you|she|he)( \\w+)? (live|living|reside|based)",)),
    ("@salary", (
        "how much (do|did|does|are|is) (you|she|he) (earn|make|paid|being paid|get paid|get)",
        "(salary|pay) expectations?", "net worth",
    )),
    ("@rate", (
        "how much (do|does|would|will) (you|she|he|it|that) (charge|cost)",
        "(day|daily|hourly) rates?", "rates? per (day|hour)",
    )),
    ("@availability", (
        "(can|could|may|should) (i|we|one|somebody|anyone) (hire|book|engage|employ) you",
        "take on (new )?(work|clients|projects|jobs)", "on the market", "open to work",
        ("(looking|open|searching) (for|to) (a )?(new )?"
        "(work|jobs?|roles?|positions?|opportunities|offers|challenges?)"),
        "when (can|could) you start", "free to (take|start)",
    )),
    ("@job", (
        "(do|does|did) for a living", "earn (your|her|his|a) (living|keep)", "lines? of work",
        "(kind|sort|type) of work", "day job", "job title",
        ("what (do|does) (you|she|he) do( for work| professionally| at work| all day| every day"
        r"| these days| exactly| actually| now)?(?=\W*$)"),
    )),
    ("@employer @current", (
        f"work(ing|s)? (for|at|with) {_NOW}",
        ("(who|whom|what company|which company|where) (do|does|are|is) (you|she|he)"
        " (currently |now )?(work(ing)?|employed)( (for|at|by))?"),
    )),
    ("@career", (
        (f"(where|who|whom)( else)? {_WORKED}( (for|at|in))?(?=\\W*(before|previously|so far"
        r"|in the past|until now)?\W*$)"),
        (f"(what|which) (companies|firms|organisations|organizations|employers|places) {_WORKED}"
        "( (for|at|with|in))?"),
        "(walk|talk|take|lead|guide) (me|us) through", "work(ing)? (history|life)",
        "career (path|so far|history)", "professional (background|history|journey|life|past)",
        "(jobs?|roles?|positions?) (have|did|had) you (had|held|have|hold|ever had)",
        "past (experience|jobs|roles)",
    )),
    ("@current", (_NOW,)),
    ("@experience", (
        ("how (long|many years) have you (been|worked|had)"
        "( (working|doing|active|an?|in|at|this|the|your))*"),
        "years (of experience|in (the )?(business|job|field|profession|industry|trade))",
        "how (experienced|senior)", "how much experience", "how many years of",
    )),
    ("", ("experience (with|in|of)", "(any|your) knowledge of")),
    ("@github", ("(find|see|read|show me) (your|the) (source )?code", "code (samples?|examples?)")),
    ("@skills", (
        "(good|best|strong|skilled|great|excel|talented) (at|in)", "area of expertise",
        "what (can|could) you do( for \\w+)?", "(tech|technology) stack", "know how to do",
        "(what|which) (technologies|techniques|methods)",
    )),
    ("@study", (
        "(go|went|been) to (school|college|university|uni)", "(academic|educational) background",
    )),
    ("favorite", ("like (the )?(best|most)", "(love|enjoy) (the )?most")),
    ("@atwork", ("(did|do|does|have) (you|she|he) (do|done)(?= (at|in|for|with|on)\\b)",)),
    ("@language @mothertongue", (
        "mother tongue", "first language", "native (language|tongue|speaker)",
    )),
    ("@programming", (
        "(programming|coding) languages?",
        "languages? (do|can|did) you (code|program|write code|develop)( in)?",
    )),
    ("@language", ("languages? (do|can|does) (you|she|he) (speak|know|talk)", "languages? spoken")),
    ("@hobby", (
        "(free|spare|leisure) time", "(for|to have) fun", "to relax", "to unwind", "off duty",
        "outside( of)?( the)? (work|office|job)", "not working", "after (work|hours)", "weekends?",
        r"what (do|does) (you|she|he) (like|enjoy|love)( doing| to do)?(?=\W*$)",
    )),
    ("@remote", (
        "(work|working|works) (remotely|from home|from anywhere|on site|on location)",
        "home office", "willing to (move|relocate|travel)",
    )),
    ("@team", (
        "how many people (do you|did you|are in|are on|work)", "direct reports",
        "(people|staff) (under|reporting to) you",
    )),
    ("@working", ("(are|is) (you|she|he) (working|busy) (on|with)", "working on")),
    ("@recommendation", (
        ("(do|did|would|have) (others|people|colleagues|clients|bosses|coworkers|they)"
        " (say|said|think|describe|speak)( (about|of) you| you)?"),
        "recommend you",
    )),
    ("@achievement", (
        "(most )?proud of", "proudest (moment|of)",
        "(greatest|biggest) (success(es)?|achievements?|wins?|accomplishments?)",
    )),
)  # fmt: skip

# A token that a phrase leaves behind may mean any of several concepts.
ALTERNATIVES = {
    "@home": ("@location", "@origin"),
    "@working": ("@project", "@job"),
    "@atwork": ("@career",),
}
# It prefers what it names without insisting on it.
LIGHT = frozenset({"@atwork"})


def with_phrases(folded: str) -> str:
    """The text with each turn of phrase replaced by its concept, such as `@contact`."""
    for pattern, concepts in _patterns():
        folded = pattern.sub(f" {concepts} ", folded)
    return folded


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![@\w])(?:{'|'.join(turns)})(?!\w)"), concepts)
        for concepts, turns in _PHRASES
    )
