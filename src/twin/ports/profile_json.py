"""The one JSON form of a profile, for whoever keeps one or hands it to another process."""

import json
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from twin.ports.profile import Profile

FORMAT = 1


def encode(profile: Profile) -> dict[str, Any]:
    """The profile as JSON values, under the number of this format."""
    return {"format": FORMAT, **asdict(profile)}


def decode(data: object) -> Profile:
    """The profile again.

    Raises:
        ValueError: it is of another format, or not what `encode` gives.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"not a profile of format {FORMAT}")
    try:
        profile: Profile = _built(Profile, data)
    except (TypeError, ValueError) as error:
        raise ValueError(f"not a profile: {error}") from error
    return profile


def dumps(profile: Profile) -> bytes:
    """`encode`, as UTF-8 bytes."""
    return json.dumps(encode(profile), ensure_ascii=False).encode()


def loads(data: bytes) -> Profile:
    """`decode`, from UTF-8 bytes; raises ValueError."""
    return decode(json.loads(data))


def _built(kind: Any, value: Any) -> Any:
    """A value of a type of the profile port from its JSON."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        present = (field.name for field in fields(kind) if field.name in value)
        return kind(**{name: _built(hints[name], value[name]) for name in present})
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple(arguments, value)
    if origin is UnionType:
        return None if value is None else _built(_only(arguments), value)
    if origin is Literal and value in arguments:
        return value
    if isinstance(kind, type) and type(value) is kind:
        return value
    raise TypeError(f"{type(value).__name__} where {kind} is due")


def _tuple(kinds: tuple[Any, ...], values: Any) -> tuple[Any, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError(f"{type(values).__name__} where a list is due")
    if kinds[-1] is Ellipsis:
        return tuple(_built(kinds[0], value) for value in values)
    return tuple(_built(kind, value) for kind, value in zip(kinds, values, strict=True))


def _only(kinds: tuple[Any, ...]) -> Any:
    return next(kind for kind in kinds if kind is not NoneType)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
