"""Adapter name -> its `build` function: a built-in by import string, else a Python entry point.

An adapter is a function `build(argument: str, env: Mapping[str, str])` that returns the port.
`argument` is what follows the name's colon; `env` holds every setting under its documented name.
"""

import importlib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal, cast

from twin.ports.errors import SettingsError

Group = Literal["twin.llm", "twin.memory", "twin.profile"]
Build = Callable[[str, Mapping[str, str]], Any]

BUILT_IN: Mapping[Group, Mapping[str, str]] = {
    "twin.llm": {
        "openai": "twin.adapters.llm.openai:build",
        "quoting": "twin.adapters.llm.quoting:build",
    },
    "twin.memory": {
        "file": "twin.adapters.memory.filesystem:build",
        "in-process": "twin.adapters.memory.in_process:build",
        "postgresql": "twin.adapters.memory.sql:build_postgresql",
        "s3": "twin.adapters.memory.s3:build",
        "sqlite": "twin.adapters.memory.sql:build_sqlite",
    },
    "twin.profile": {},
}


def names(group: Group) -> list[str]:
    """Every adapter name of a port that can be chosen, sorted."""
    return sorted({*BUILT_IN[group], *(point.name for point in entry_points(group=group))})


def find(group: Group, name: str) -> Build:
    """The adapter's `build` function; only now is its module imported.

    Raises:
        SettingsError: there is no such adapter, or its module cannot be imported.
    """
    target = BUILT_IN[group].get(name) or _entry_point(group, name).value
    try:
        return cast("Build", load(target))
    except ImportError as error:
        raise SettingsError(
            f"The adapter {name!r} of {group} cannot be imported: {error}."
        ) from error


def load(target: str) -> Any:
    """What an import string `module:name` names."""
    module, _, name = target.partition(":")
    return getattr(importlib.import_module(module), name)


def _entry_point(group: Group, name: str) -> EntryPoint:
    for point in entry_points(group=group, name=name):
        return point
    known = names(group)
    near = get_close_matches(name, known, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise SettingsError(f"There is no {group} adapter {name!r}.{hint} Known: {', '.join(known)}.")
