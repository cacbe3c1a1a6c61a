"""The tables of the export that are about the person; all others stay unread."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from twin.adapters.decoding import readable
from twin.ports.errors import ProfileError
from twin.ports.profile import Origin

MAX_BYTES = 5_000_000  # of one table
MAX_MEMBERS = 10_000  # of the ZIP
ASK_AGAIN = "Ask LinkedIn for a copy of your data again, and put the ZIP here as it came."

# Further names that a column has had; all are compared without case, spaces and signs.
ALIASES = {
    "company": "companyname",
    "organization": "companyname",
    "position": "title",
    "startedon": "started",
    "startdate": "started",
    "finishedon": "finished",
    "enddate": "finished",
    "school": "schoolname",
    "degree": "degreename",
    "number": "phonenumber",
    "email": "emailaddress",
    "postalcode": "zipcode",
    "proficiencylevel": "proficiency",
    "issuedon": "issued",
    "publishedon": "issued",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, its values by the plain names of their columns."""

    origin: Origin
    values: Mapping[str, str]

    def text(self, column: str) -> str:
        """On one line; empty when there is no such column."""
        return " ".join(self.values.get(column, "").split())


def read_tables(path: Path, names: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of the wanted tables of a ZIP or folder, whatever folders stand above them.

    Args:
        path: the ZIP as it came, or the folder that it was unpacked to.
        names: plain, such as `emailaddresses`; tables that are absent are absent from the answer.

    Raises:
        ProfileError: there is no such export, or it is damaged or larger than allowed.
    """
    files = _zipped if path.is_file() else _unpacked
    try:
        found = {_plain(Path(name).stem): _rows(name, data) for name, data in files(path, names)}
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise ProfileError(f"{path.name} cannot be read. {ASK_AGAIN}") from error
    if not found:
        raise ProfileError(f"{path.name} holds no Profile.csv or the like. {ASK_AGAIN}")
    return found


def _zipped(path: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist()[:MAX_MEMBERS]:
            if _is_wanted(member.filename, names):
                with archive.open(member) as file:
                    yield Path(member.filename).name, _limited(file.read(MAX_BYTES + 1), path)


def _unpacked(path: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for table in sorted((*path.glob("*.csv"), *path.glob("*/*.csv"))):
        if _is_wanted(table.name, names):
            with table.open("rb") as file:
                yield table.name, _limited(file.read(MAX_BYTES + 1), path)


def _is_wanted(name: str, names: Sequence[str]) -> bool:
    return name.casefold().endswith(".csv") and _plain(Path(name).stem) in names


def _limited(data: bytes, path: Path) -> bytes:
    if len(data) > MAX_BYTES:
        raise ProfileError(f"{path.name} holds a table of more than 5 MB. {ASK_AGAIN}")
    return data


def _rows(name: str, data: bytes) -> list[Row]:
    text = readable(data.decode("utf-8-sig", "replace"))
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [_column(cell) for cell in next(reader, [])]
        return [
            Row(
                Origin(name, f"row {number}"),
                dict(zip(header, map(str.strip, cells), strict=False)),
            )
            for number, cells in enumerate(reader, start=1)
            if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        raise ProfileError(f"{name} is no table of comma-separated values. {ASK_AGAIN}") from error


def _column(name: str) -> str:
    plain = _plain(name)
    return ALIASES.get(plain, plain)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
