"""JSON text to a tree, strictly, with limits."""

import json
import re
from collections import Counter
from typing import NoReturn, TypeAlias

from twin.adapters.decoding import place
from twin.adapters.profile.facts_json.diagnosis import diagnose
from twin.ports.errors import ProfileError
from twin.ports.profile import Origin, ProfileWarning

# Numbers stay as written: 3.10 is not 3.1, and nobody calculates with them.
Json: TypeAlias = "str | bool | list[Json] | dict[str, Json] | None"

MAX_DEPTH = 32
TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{\]}]|-?\b(?:NaN|Infinity)\b', re.DOTALL)


def parse(text: str, name: str) -> tuple[dict[str, Json], tuple[ProfileWarning, ...]]:
    """The object that the text holds, and warnings about keys that stand in it twice.

    Raises:
        ProfileError: the text is not JSON, is nested too deeply, or holds no object.
    """
    _check_tokens(text, name)
    warnings: list[ProfileWarning] = []

    def to_dict(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        warnings.extend(
            ProfileWarning(
                f"{key!r} is there more than once; the last one is used.", Origin(name, key)
            )
            for key, times in Counter(key for key, _ in pairs).items()
            if times > 1
        )
        return dict(pairs)

    try:
        tree = json.loads(text, object_pairs_hook=to_dict, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        position, cure = diagnose(text, error)
        raise ProfileError(f"{name}, {place(text, position)}: {cure}") from error
    if not isinstance(tree, dict):
        raise ProfileError(
            f"{name}, line 1: the file must hold one object, "
            'such as {"full_name": "..."}. Put braces around its content.'
        )
    return tree, tuple(warnings)


def _check_tokens(text: str, name: str) -> None:
    """Refuse what the parser would take, NaN, or would break on, depth."""
    depth = 0
    for token in TOKEN.finditer(text):
        mark = token[0][0]
        depth += (mark in "[{") - (mark in "]}")
        if depth > MAX_DEPTH:
            _fail(text, name, token, f"more than {MAX_DEPTH} lists and objects in one another")
        if mark in "-NI":
            _fail(text, name, token, "NaN and Infinity are not values; write null, or use quotes")


def _fail(text: str, name: str, token: re.Match[str], problem: str) -> NoReturn:
    raise ProfileError(f"{name}, {place(text, token.start())}: {problem}.")
