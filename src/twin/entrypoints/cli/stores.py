"""What the commands for the memory share: opening one, telling how far it is."""

import json
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import click

from twin.container import Container
from twin.ports.closing import Closing
from twin.ports.memory import MemoryStore
from twin.settings import load_settings

SHOWN_EVERY = 20


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


class Progress:
    """One line on a terminal's stderr that counts up; nothing where no one watches."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._count = 0
        self._watched = sys.stderr.isatty()

    def step(self) -> None:
        self._count += 1
        if self._watched and self._count % SHOWN_EVERY == 0:
            click.echo(f"\r{self._count:,} {self._what}", nl=False, err=True)

    def end(self) -> None:
        if self._watched:
            click.echo("\r\x1b[K", nl=False, err=True)


def tell(document: Mapping[str, object]) -> None:
    """A line of JSON."""
    click.echo(json.dumps(document))
