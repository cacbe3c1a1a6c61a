"""Files as people save them: bytes to clean text, and a word to the owner about what was lost."""

import re
from dataclasses import dataclass
from pathlib import Path

from twin.ports.errors import ProfileError
from twin.ports.profile import Origin, ProfileWarning

MAX_BYTES = 1_000_000
SAVE_AS_UTF_8 = "Save it as plain text in UTF-8 (in most editors: Save As, Encoding: UTF-8)."

# C0 and C1 controls other than tab and line breaks, the byte order mark, halves of characters.
UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c]")

DOCUMENTS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
)


@dataclass(frozen=True, slots=True)
class TextFile:
    """What a file says: lines end in a newline, and nothing in it is unreadable."""

    name: str
    text: str
    warnings: tuple[ProfileWarning, ...] = ()


def read_text(path: Path) -> TextFile:
    """Read UTF-8, UTF-16 with its mark, or with a warning Windows-1252; at most 1 MB.

    A file without a word in it is read as empty text, with a warning.

    Raises:
        ProfileError: it cannot be opened, is too large, or is not text.
    """
    raw, problem = _decode(_bytes(path), path.name)
    text = readable(raw)
    found = [problem] if problem else []
    lost = UNREADABLE.search(raw)
    if lost:
        found.append(_warning("Control characters were left out.", path.name, raw, lost.start()))
    if not text.strip():
        found.append(ProfileWarning("The file is empty.", Origin(path.name)))
    return TextFile(path.name, text, tuple(found))


def readable(text: str) -> str:
    """The text with plain line breaks, without control characters and halves of characters."""
    return UNREADABLE.sub(
        lambda match: "\N{REPLACEMENT CHARACTER}" if "\ud800" <= match[0] <= "\udfff" else "",
        LINE_BREAK.sub("\n", text),
    )


def place(text: str, position: int) -> str:
    """Where a position is, as editors count: from one, line and column."""
    line = text.count("\n", 0, position) + 1
    return f"line {line}, column {position - text.rfind(chr(10), 0, position)}"


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ProfileError(
            f"{path.name} cannot be read ({error.strerror}). {_cure(path)}"
        ) from error
    if len(data) > MAX_BYTES:
        raise ProfileError(f"{path.name} is larger than 1 MB. Shorten it to what visitors may ask.")
    return data


def _cure(path: Path) -> str:
    if path.is_dir():
        return "It is a folder: move it away, and put a file of that name in its place."
    if path.is_symlink() and not path.exists():
        return f"It is a link to {path.readlink()}, where nothing is: put the file itself here."
    return "Check that the file is there and that this user may read it."


def _decode(data: bytes, name: str) -> tuple[str, ProfileWarning | None]:
    for magic, what in DOCUMENTS:
        if data.startswith(magic):
            raise ProfileError(f"{name} is {what}, not text. {SAVE_AS_UTF_8}")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text, problem = data.decode(encoding), None
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise ProfileError(f"{name} is damaged UTF-16. {SAVE_AS_UTF_8}") from error
        text, problem = _not_utf_8(data, name)
    if "\x00" in text:
        raise ProfileError(f"{name} is not a text file: it holds NUL bytes. {SAVE_AS_UTF_8}")
    return text, problem


def _not_utf_8(data: bytes, name: str) -> tuple[str, ProfileWarning]:
    mended = data.decode("utf-8-sig", errors="replace")
    broken = mended.count("\N{REPLACEMENT CHARACTER}")
    if sum(character > "\x7f" for character in mended) > 2 * broken:
        where = mended.index("\N{REPLACEMENT CHARACTER}")
        return mended, _warning(
            f"{broken} damaged UTF-8 characters were replaced. {SAVE_AS_UTF_8}", name, mended, where
        )
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ProfileError(f"{name} is not a text file. {SAVE_AS_UTF_8}") from error
    if UNREADABLE.search(text):
        raise ProfileError(f"{name} is not a text file. {SAVE_AS_UTF_8}")
    where = next(i for i, character in enumerate(text) if character > "\x7f")
    return text, _warning(f"Read as Windows-1252, not UTF-8. {SAVE_AS_UTF_8}", name, text, where)


def _warning(message: str, name: str, text: str, position: int) -> ProfileWarning:
    return ProfileWarning(message, Origin(name, f"line {text.count(chr(10), 0, position) + 1}"))
