"""What the commands for the memory share: opening one, telling how far it is."""

import json
import os
import stat
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from itertools import repeat

import click

from twin.container import Container
from twin.ports.closing import Closing
from twin.ports.memory import MemoryStore
from twin.settings import load_settings

BAR_STEPS = 200
COUNT_STEPS = 20


@asynccontextmanager
async def open_memory(address: str = "") -> AsyncIterator[MemoryStore]:
    """The memory at an address, else the one in force."""
    settings = load_settings()
    if address:
        settings = settings.model_copy(update={"memory": address})
    store = Container(settings=settings).memory()
    try:
        yield store
    finally:
        if isinstance(store, Closing):
            await store.close()


@contextmanager
def progress(
    what: str, total: int | None = None, *, with_rows: bool = False
) -> Iterator[Callable[[], None]]:
    """A bar on a terminal's stderr, and what moves it a step; nothing where no one watches.

    Args:
        what: is counted, such as `conversations`.
        total: how many there are; None: not known, and the bar only moves to and fro.
        with_rows: the command prints rows meanwhile; a bar is shown only when they go to a file,
            for a terminal shows them itself, and a pipe may lead to a pager.
    """
    watched = sys.stderr.isatty() and not (with_rows and not _into_a_file())
    with click.progressbar(
        repeat(None) if total is None else None,
        length=total,
        label=what,
        file=sys.stderr,
        hidden=not watched,
        show_pos=True,
        update_min_steps=COUNT_STEPS if total is None else max(1, total // BAR_STEPS),
    ) as bar:
        yield lambda: bar.update(1)


def _into_a_file() -> bool:
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # it is no file at all, as in tests
        return False


def tell(document: Mapping[str, object]) -> None:
    """A line of JSON."""
    click.echo(json.dumps(document))
