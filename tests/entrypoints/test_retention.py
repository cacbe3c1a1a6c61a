"""A serving twin lets old conversations go."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from twin.adapters.memory.filesystem import FileMemoryStore
from twin.container import Container, utc_now
from twin.entrypoints.http.serving import build_app
from twin.settings import load_settings
from twin.testing.memory_place import A, B, listed, make_turn


async def fill(folder: Path) -> FileMemoryStore:
    store = FileMemoryStore(folder)
    await store.append(A, make_turn(1))
    await store.append(B, replace(make_turn(1), answered_at=utc_now()))
    return store


async def test_what_is_older_than_the_retention_goes_while_serving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TWIN_RETENTION_DAYS", "90")
    store = await fill(tmp_path / "memory")
    app = build_app(Container(settings=load_settings()))

    async with app.router.lifespan_context(app), asyncio.timeout(30):
        while await listed(store) != [B]:
            pass


async def test_without_a_retention_everything_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await fill(tmp_path / "memory")
    app = build_app(Container(settings=load_settings()))

    before = asyncio.all_tasks()
    async with app.router.lifespan_context(app):
        assert asyncio.all_tasks() == before
