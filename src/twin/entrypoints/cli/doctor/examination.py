"""Each part examined by itself, so that one failure does not hide the next."""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from twin.container import Container, close
from twin.entrypoints.cli.doctor.health import Health
from twin.entrypoints.cli.doctor.parts import cors, memory, model, profile, secret
from twin.entrypoints.cli.printable import one_line
from twin.ports.errors import (
    ModelOutputError,
    ModelRateLimitedError,
    ModelTimeoutError,
    ModelUnavailableError,
    StoreUnavailableError,
    TwinError,
)
from twin.settings import Settings, load_settings

State = Literal["ok", "warning", "failed", "skipped"]
Examine = Callable[[Container], Awaitable[Health]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one part; the text of a warning or failure holds its cure."""

    part: str
    state: State
    said: str
    seconds: float = 0.0


# Each part, and the parts without which it cannot be looked at.
PARTS: tuple[tuple[str, Examine, tuple[str, ...]], ...] = (
    ("profile", profile, ()),
    ("model", model, ()),
    ("memory", memory, ()),
    ("secret", secret, ("memory",)),
    ("cors", cors, ("profile", "memory")),
)
CURES: tuple[tuple[type[TwinError], str], ...] = (
    (
        ModelUnavailableError,
        "Check OPENAI_BASE_URL and the network, then try again.",
    ),
    (ModelTimeoutError, "Choose a faster model, or raise TWIN_MODEL_FIRST_TOKEN_SECONDS."),
    (ModelRateLimitedError, "Wait a little, or raise the quota at the provider."),
    (ModelOutputError, "Choose another model (TWIN_LLM), or raise TWIN_MAX_OUTPUT_TOKENS."),
    (StoreUnavailableError, "Mend it, or choose another memory (TWIN_MEMORY)."),
)


async def examine() -> AsyncGenerator[Finding]:
    """A finding for each part, as it comes."""
    try:
        settings = load_settings()
    except TwinError as error:
        yield Finding("settings", "failed", one_line(str(error)))
        return
    yield _settings(settings)
    container = Container(settings=settings)
    try:
        failures: dict[str, str] = {}
        for part, look, needs in PARTS:
            broken = sorted(failures.keys() & needs)
            finding = Finding(part, "ok", "") if broken else await _finding(part, look, container)
            broken += [earlier for earlier, said in failures.items() if said == finding.said]
            if broken:  # also one that stumbles over the very same thing
                yield Finding(part, "skipped", f"mend {' and '.join(broken)} first")
                continue
            if finding.state == "failed":
                failures[part] = finding.said
            yield finding
    finally:
        with suppress(TwinError):  # a part that could not be made has its finding already
            await close(container)


def _settings(settings: Settings) -> Finding:
    if settings.warnings:
        return Finding("settings", "warning", " ".join(settings.warnings))
    return Finding("settings", "ok", "every setting can be used")


async def _finding(part: str, look: Examine, container: Container) -> Finding:
    began = time.monotonic()
    try:
        health = await look(container)
    except TwinError as error:
        cure = next((cure for kind, cure in CURES if isinstance(error, kind)), "")
        return Finding(part, "failed", one_line(f"{error} {cure}"), _since(began))
    if health.caution:
        return Finding(part, "warning", f"{health.said}. {health.caution}", _since(began))
    return Finding(part, "ok", health.said, _since(began))


def _since(began: float) -> float:
    return round(time.monotonic() - began, 3)
