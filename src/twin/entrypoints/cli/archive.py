"""`twin memory copy`, `twin import` and `twin export`."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

import click

from twin.container import original_files
from twin.domain import archive, original
from twin.entrypoints.cli.signals import run
from twin.entrypoints.cli.stores import open_memory, progress, tell
from twin.entrypoints.http.sessions import SECRET_NAME, new_secret
from twin.ports.errors import SettingsError, StoreCorruptError
from twin.ports.memory import MemoryStore
from twin.settings import load_settings

T = TypeVar("T")


def copy_all(source: str, target: str, *, as_json: bool) -> None:
    """Copy, and say how much.

    Raises:
        TwinError: a memory cannot be used, or does not read back what it was given.
    """
    if source == target:
        raise click.UsageError("FROM and TO are the same memory.")
    run(_copy(source, target, as_json=as_json))


async def _copy(source: str, target: str, *, as_json: bool) -> None:
    counts: Counter[str] = Counter()
    async with open_memory(source) as old, open_memory(target) as new:
        same_secret = await _copy_secret(old, new)
        found = await _found(old)
        with progress("conversations copied", len(found)) as step:
            async for brought in archive.copy(old, new, _stream(found)):
                counts.update({brought.outcome: 1, "turns": brought.turns})
                step()
        with progress("erasures carried over") as step:
            async for _ in archive.carry_erasures(old, new):
                counts["carried"] += 1
                step()
        _report(counts, f"from {old.name} to {new.name}", as_json=as_json)
    if not same_secret:
        click.echo(
            "TO had a session secret of its own: visitors with a session from FROM start anew.",
            err=True,
        )


async def _found(store: MemoryStore) -> list[str]:
    """First, so that the bar knows how far it is; 100,000 ids are 10 MB."""
    found = []
    with progress("conversations found") as step:
        async for summary in store.conversations():
            found.append(summary.conversation)
            step()
    return found


async def _copy_secret(old: MemoryStore, new: MemoryStore) -> bool:
    secret = await old.keep_once(SECRET_NAME, new_secret())
    return await new.keep_once(SECRET_NAME, secret) == secret


def import_all(place: str, *, as_json: bool) -> None:
    """Bring in; exit code 1 when a file could not be read as a conversation.

    Raises:
        TwinError: the place holds nothing to bring in, or it or the memory cannot be used.
    """
    skipped = run(_import(place, as_json=as_json))
    for reason in skipped:
        click.echo(f"! {reason}; left out", err=True)
    if skipped:
        raise SystemExit(1)


async def _import(place: str, *, as_json: bool) -> list[str]:
    counts: Counter[str] = Counter()
    skipped: list[str] = []
    async with open_memory() as store:
        with progress("files") as step:
            for name, content in original_files(place, load_settings()):
                step()
                counts["files"] += 1
                try:
                    conversation, turns = original.read(name, content)
                except StoreCorruptError as error:
                    skipped.append(str(error))
                    continue
                brought = await archive.bring(store, conversation, _stream(turns))
                counts.update({brought.outcome: 1, "turns": brought.turns})
        if not counts["files"]:
            raise SettingsError(
                f"{place} holds no conversations to import. They are files named SESSION_ID.json, "
                "as the original project wrote them, in that folder or under that prefix itself."
            )
        _report(counts, f"from {place} to {store.name}", as_json=as_json)
    return skipped


async def _stream(items: Iterable[T]) -> AsyncIterator[T]:
    for item in items:
        yield item


def _report(counts: Counter[str], way: str, *, as_json: bool) -> None:
    if as_json:
        tell({name: counts[name] for name in ("copied", "present", "erased", "carried", "turns")})
        return
    click.echo(f"{counts['copied']:,} conversations, {counts['turns']:,} turns {way}.")
    if counts["present"]:
        click.echo(f"{counts['present']:,} were there already.")
    if counts["erased"]:
        click.echo(f"{counts['erased']:,} were erased there, and stay so.")
    if counts["carried"]:
        click.echo(f"{counts['carried']:,} erased before are now erased there, too.")


def export_all() -> None:
    """Every turn on stdout.

    Raises:
        TwinError: the memory cannot be read.
    """
    run(_export())


async def _export() -> None:
    async with open_memory() as store:
        with progress("turns", with_rows=True) as step:
            async for line in archive.export(store):
                click.echo(line)
                step()
