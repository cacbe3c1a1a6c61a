"""What is wrong with broken JSON, in words that say what to change."""

from json import JSONDecodeError

# The parser's own messages, by how they begin; the rest of them differs between Pythons.
CURES = (
    ("Expecting ':'", "a colon is missing between the name and its value."),
    ("Expecting property name", "a name is missing here, or lacks its double quotes."),
    ("Unterminated string", "the double quote that opens here is never closed."),
    ("Invalid control", 'a text runs over the end of its line; close it with ", or write \\n.'),
    ("Invalid \\", "a backslash inside a text is written twice: \\\\."),
    ("Extra data", "the file must hold one object: { first, } last, nothing after it."),
)
CURLY = "“”„‟‘’‚«»"
COMMENT = ("//", "/*", "#")
PYTHON = ("True", "False", "None")


def diagnose(text: str, error: JSONDecodeError) -> tuple[int, str]:
    """The position to look at and the cure."""
    if error.msg.startswith("Invalid"):  # inside a text, where marks are only text
        return error.pos, _cure(error)
    here = error.pos + len(text[error.pos :]) - len(text[error.pos :].lstrip())
    before = len(text[: error.pos].rstrip()) - 1
    return (
        _foreign_mark(text, here)
        or _trailing_comma(text, here, before)
        or _early_end(text, here)
        or _missing_comma(text, error, before)
        or (here, _cure(error))
    )


def _foreign_mark(text: str, here: int) -> tuple[int, str] | None:
    if text.startswith(COMMENT, here):
        return here, "JSON has no comments; delete this one."
    if text.startswith(PYTHON, here):
        return here, "write true, false or null, in lower case."
    if text[here : here + 1] == "'":
        return here, 'use double quotes (") instead of single ones.'
    if text[here : here + 1] in tuple(CURLY):
        return here, 'use straight double quotes (") instead of curly ones.'
    return None


def _trailing_comma(text: str, here: int, before: int) -> tuple[int, str] | None:
    """Python 3.13 points at the comma, earlier ones at the bracket behind it."""
    closes = ("}", "]")
    comma = before if text.startswith(closes, here) else here
    behind = text[comma + 1 :].lstrip()
    if comma >= 0 and text.startswith(",", comma) and behind.startswith(closes):
        return comma, "delete the comma before the closing bracket."
    return None


def _early_end(text: str, here: int) -> tuple[int, str] | None:
    if here < len(text):
        return None
    return len(text.rstrip()), "the file ends too early; a closing bracket or a value is missing."


def _missing_comma(text: str, error: JSONDecodeError, before: int) -> tuple[int, str] | None:
    if not error.msg.startswith("Expecting ','"):
        return None
    if "\n" in text[before : error.pos]:
        return before + 1, "a comma is missing at the end of this line."
    return error.pos, 'a comma is missing here, or a quote inside a text lacks its backslash: \\".'


def _cure(error: JSONDecodeError) -> str:
    for beginning, cure in CURES:
        if error.msg.startswith(beginning):
            return cure
    return "a value is missing here, or a text lacks its double quotes."
