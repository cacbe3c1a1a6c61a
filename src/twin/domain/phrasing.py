"""The profile's own words turned into sentences in the first person; nothing is added to them."""

import re
from collections.abc import Mapping, Sequence

_NAMES = {"linkedin": "LinkedIn", "github": "GitHub", "cv": "CV", "phd": "PhD", "url": "URL",
          "i": "I", "ai": "AI", "uk": "UK", "eu": "EU", "faq": "FAQ"}  # fmt: skip
_PLACE = r"(?!remote|anywhere|worldwide|nomad|online|between|based|liv|work|various|n/a)[^.!?]*"
_PLAIN = r"[^.!?]*"
_SPEAKING = "I speak {}."
# Last part of a fact's key -> what its value must look like, and the sentence that holds it.
_SENTENCES = {
    ("location", "city", "town", "residence", "where_i_live", "lives_in"): (
        _PLACE,
        "I live in {}.",
    ),
    ("full_name", "name"): (_PLAIN, "My name is {}."),
    ("current_role", "role", "current_position", "current_job"): (
        _PLAIN,
        "My current role is {}.",
    ),
    ("current_company", "current_employer", "employer", "company"): (_PLAIN, "I work for {}."),
    ("email", "e_mail", "mail"): (r"\S+", "My email address is {}."),
    ("phone", "telephone", "mobile"): (r"[+\d ()./-]+", "My phone number is {}."),
    ("linkedin", "linked_in"): (r"\S+", "My LinkedIn page is {}."),
    ("github", "git_hub"): (r"\S+", "My GitHub page is {}."),
    ("website", "homepage"): (r"\S+", "My website is {}."),
    ("years_experience", "years_of_experience", "experience_years"): (
        r"(over |about |more than )?\d+\+?",
        "I have {} years of experience.",
    ),
    ("languages", "spoken_languages", "speaks"): (_PLAIN, _SPEAKING),
    ("specialties", "specialities", "expertise"): (_PLAIN, "I specialise in {}."),
    ("age",): (r"\d+", "I am {} years old."),
}
# Fields that say what an object is called, and fields that need no label.
_NAMING = ("name", "title")
_UNLABELLED = frozenset(
    ["level", "year", "years", "date", "dates", "about", "note", "notes", "description", "detail",
     "details", "what", "place", "city", "country", "location", "issuer", "event", "publisher"]
)  # fmt: skip
_PLACES = ("city", "town", "region", "state", "country")
OWN_GROUPS = frozenset(
    ["contact", "personal", "basics", "profile", "about", "info", "person", "me", "work", "career",
     "professional", "employment"]
)  # fmt: skip
# Such an object only sorts: what is in it is called by its own name.
_SORTING = frozenset(["personal", "basics", "profile", "about", "info", "person", "me"])
_TEMPLATES = {key: rule for keys, rule in _SENTENCES.items() for key in keys}
_NOT_A_NOUN = re.compile(
    r"^(?:named|born|founded|known|called|does|do|will|not|never|no|open|willing|looking|able"
    r"|available|happy|why|how|what|\w{2,}[^e\W]ed|taught|currently|once|interested|passionate"
    r"|speaks|lives|works|plays|drives|reads|drinks|knows|teaches|offers|loves|likes|hates|wants"
    r"|needs|enjoys|collects|owns)\b|\b(?:me|my|i)\b|\b(?:for|to|in|about|of|with|at|from|by)$",
    re.IGNORECASE,
)
# A value that begins like a clause: "My availability is From March" reads badly.
_IN_WORDS = re.compile(
    r"(?:From|Yes|No|Not|None|On|At|In|By|Up|Only|Open|Available|Some|Any|Both|About|Around|Between"
    r"|After|Before|Under|Over|Never|Always|Until|Since|Through|With|Without|If|When|Every|Can"
    r"|Could|Will|Would|Looking|Married|Part-time|Full-time|part-time|full-time"
    r"|(?!Italy|Sicily|July|Family|Emily)[A-Z]\w+ly)\b"
)
_PARTICIPLE = re.compile(
    r"(?:(?:based|located|registered|licensed|insured|certified|qualified|married)"
    r"|(?P<past>born|raised|trained|educated|schooled)) (?:in|at|near|by|with|from|since|as|to)"
)
_THINGS = re.compile(r"(?:things|places) .")
# Told by their words: "My headline is Engineer and father of two" reads badly.
_SAYINGS = re.compile(r"^years |\b(?:headline|tagline|slogan|bio|motto|fact|family|household)$")
_OWN_SENTENCE = re.compile(
    r"(?:I|I'm|I’m|I've|I’ve|My|We)\b|(?:\S+\s+){4,}.*[.!?][\"”’')]*$", re.DOTALL
)


def key_path(key: str) -> list[str]:
    """The named parts of a dotted key: `interests.sports[1]` is interests, sports."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key)
    parts = re.split(r"[.\[\]/]+|(?<![\d])\d{1,3}(?!\d)", re.sub(r"\[\d+\]", "", spaced.lower()))
    return [part for part in parts if part.strip("_ -")]


def head(key: str) -> str:
    """What a key is about: `career_goal` is a goal."""
    return re.split(r"[_\s-]+", last_part(key))[-1]


def noun(key: str) -> str:
    """A key as a reader would say it: `favorite_tool` is favorite tool."""
    *outer, last = [
        " ".join(_NAMES.get(word, word) for word in re.split(r"[_\s-]+", part) if word)
        for part in key_path(key)
    ] or [""]
    outer = [part for part in outer if part not in _SORTING]
    return f"{' '.join(outer)} ({last})" if outer else last


def fact(key: str, value: str) -> str:
    """One fact as a sentence."""
    value = value.strip()
    outer, _, name = key.rpartition(".")
    if outer and "[" not in key and is_name(outer, name):  # `languages.German`, `skills.SQL`
        return member(outer, f"{capital(name)} ({value.rstrip('.')})")
    if _OWN_SENTENCE.match(value):
        return ended(value)
    shape, sentence = _template(key)
    if shape and re.fullmatch(shape, value, re.IGNORECASE):
        return sentence.format(value)
    return _with_label(key, value)


def _with_label(key: str, value: str) -> str:
    """What no sentence is known for, under the name of its key."""
    if value.casefold() in {"true", "false", "yes", "no"}:
        return f"{capital(noun(key))}: {'yes' if value.casefold() in {'true', 'yes'} else 'no'}."
    if own(key) and (participle := _PARTICIPLE.fullmatch(noun(key))):
        return f"I {'was' if participle['past'] else 'am'} {noun(key)} {ended(value)}"
    if _NOT_A_NOUN.search(noun(key)):
        return f"{capital(noun(key))}: {ended(value)}"
    return f"My {noun(key)}{_verb(noun(key), value)} {ended(value)}"


def member(key: str, value: str) -> str:
    """One element of a list, told apart from the whole of it."""
    value = value.strip()
    if _OWN_SENTENCE.match(value):
        return ended(value)
    if "role" in last_part(key) and value[:1].isupper():
        return f"I was {ended(value)}"
    if _template(key)[1] == _SPEAKING:
        return f"I speak {ended(value)}"
    if _says_whose(key):
        return f"{capital(noun(key))}: {ended(value)}"
    return f"My {noun(key)} {'include' if _plural(noun(key)) else 'includes'} {ended(value)}"


def whole(key: str, values: Sequence[str]) -> str:
    """A list's elements in one sentence."""
    value = listed([value.strip().rstrip(".") for value in values])
    _, sentence = _template(key)
    if sentence and "name" not in key:
        return sentence.format(value)
    if len(values) == 1:
        return member(key, value)
    told = capital(noun(key)) if _says_whose(key) else f"My {noun(key)}"
    return f"{told}: {value}."


def _says_whose(key: str) -> bool:
    """Whether no "my" may stand before it: `i_do_not_do`, `available_for`."""
    return bool(_NOT_A_NOUN.search(noun(key)) or _THINGS.match(noun(key)))


def record(fields: Mapping[str, str]) -> str:
    """One element of a list of objects: what it is called, then the rest with its labels."""
    head, *rest = named_first(fields)
    told = [field(name, fields[name]) for name in rest]
    return f"{fields[head]} ({'; '.join(told)})" if told else fields[head]


def field(name: str, value: str) -> str:
    """A field within a record, with its label unless the value says itself what it is."""
    return value if _says_itself(name, value) else f"{noun(name)}: {value}"


def whole_record(key: str, fields: Mapping[str, str]) -> str:
    """All of an object in a sentence of its own."""
    if own(key) and (place := _residence(key, fields)):
        return place
    spoken = _template(key)[1] == _SPEAKING
    if all(is_name(key, name) and (spoken or "," not in value) for name, value in fields.items()):
        return whole(key, [f"{capital(name)} ({value})" for name, value in fields.items()])
    if is_named(fields):
        return f"My {noun(key)} is {ended(record(fields))}"
    told = "; ".join(f"{noun(name)}: {value.rstrip('.')}" for name, value in fields.items())
    return f"My {noun(key)} ({told})."


def _residence(key: str, fields: Mapping[str, str]) -> str:
    """Where somebody lives, when the city and the country are told apart."""
    place = [fields[name] for name in _PLACES if name in fields]
    if last_part(key) not in {"location", "residence"} or place[:1] != [*fields.values()][:1]:
        return ""
    rest = "; ".join(field(name, fields[name]) for name in fields if name not in _PLACES)
    return f"I live in {', '.join(place)}{f' ({rest})' if rest else ''}."


def is_named(fields: Mapping[str, str]) -> bool:
    """Whether a field says what the object is called."""
    return next(iter(named_first(fields))) in _NAMING


def is_name(key: str, field: str) -> bool:
    """Whether a field of an object is called by a thing itself: a language, SQL; no label."""
    if _template(key)[1] == _SPEAKING:
        return len(field.split()) == 1 and "_" not in field
    sorts = key[:1].islower() and _plural(noun(key)) and key not in OWN_GROUPS
    return sorts and field[:1].isupper() and "_" not in field


def named_first(fields: Mapping[str, str]) -> list[str]:
    return sorted(fields, key=lambda name: name not in _NAMING)


def _says_itself(name: str, value: str) -> bool:
    """Whether a value needs no label: a level, a year, a note."""
    return name.lower() in _UNLABELLED or name.lower() in value.lower()


def listed(values: Sequence[str]) -> str:
    """English enumeration; by semicolons when an element holds a comma."""
    if len(values) < 2:
        return "".join(values)
    separator = "; " if any("," in value for value in values) else ", "
    return f"{separator.join(values[:-1])} and {values[-1]}"


def _template(key: str) -> tuple[str, str]:
    """The rule for a key of the person's own; `boat.name` is not the person's name."""
    name = re.sub(r"[\s-]+", "_", last_part(key))
    return _TEMPLATES.get(name, ("", "")) if own(key) else ("", "")


def own(key: str) -> bool:
    """Whether a key is about the person, not about a thing of theirs."""
    return set(key_path(key)[:-1]) <= OWN_GROUPS


def last_part(key: str) -> str:
    return "".join(key_path(key)[-1:])


def _verb(name: str, value: str) -> str:
    aside = name.endswith((")", "ed", "ing", "taught")) or _SAYINGS.search(name)
    clause = len(value.split()) > 8 or re.match(r"[A-Z]\w+ (?:to|by|for|in)\b", value)
    return ":" if aside or _plural(name) or clause or _IN_WORDS.match(value) else " is"


def _plural(name: str) -> bool:
    things = name.rstrip(")").split(" (")  # `speaking (topics)`
    return any(re.search(r"(?:(?<!s)s|children|people|media)$", thing) for thing in things)


def ended(text: str) -> str:
    return text if re.search(r"[.!?。！？][\"”’')]*$", text) else f"{text}."


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
