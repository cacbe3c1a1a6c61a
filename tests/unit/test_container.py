"""The composition root: every provider of every combination resolves."""

from itertools import product
from pathlib import Path

import pytest

from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.container import Container, close
from twin.ports.errors import ProfileError, SettingsError
from twin.settings import load_settings, profile_folder
from twin.testing import ScriptedModel


@pytest.mark.parametrize(
    ("llm", "memory", "floor"),
    list(product(["quoting", "openai", "openai:m"], ["in-process", "file:kept"], ["on", "off"])),
)
async def test_every_combination_resolves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, llm: str, memory: str, floor: str
) -> None:
    monkeypatch.chdir(tmp_path)
    values = {"TWIN_LLM": llm, "TWIN_MEMORY": memory, "TWIN_FLOOR": floor, "OPENAI_API_KEY": "k"}
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    container = Container(settings=load_settings())

    for provider in vars(container).values():
        provider()

    assert container.model().name.startswith(llm)
    assert container.memory().name.startswith(memory)
    assert (container.floor() is None) == (floor == "off" or llm == "quoting")
    assert container.chat() is container.chat()
    await close(container)


async def test_an_adapter_with_a_close_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closable(ScriptedModel):
        closed = 0

        async def close(self) -> None:
            self.closed += 1

    model = Closable()
    container = Container(settings=load_settings())
    container.model.override(model)
    container.memory.override(InProcessMemoryStore())

    await close(container)

    assert model.closed == 1


def folder_in(place: Path, monkeypatch: pytest.MonkeyPatch, data: str = "") -> Path:
    monkeypatch.chdir(place)
    monkeypatch.setenv("TWIN_DATA", data)
    return profile_folder(load_settings())


def test_the_data_folder_is_the_named_one_else_data_else_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (folder_in(tmp_path, monkeypatch) / "facts.json").is_file()
    (tmp_path / "me.txt").write_text("My name is Ada.", encoding="utf-8")
    assert folder_in(tmp_path, monkeypatch) == Path()
    (tmp_path / "data").mkdir()
    assert folder_in(tmp_path, monkeypatch) == Path("data")
    (tmp_path / "mine").mkdir()
    assert folder_in(tmp_path, monkeypatch, "mine") == Path("mine")


def test_a_named_folder_that_is_missing_is_an_error_and_never_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SettingsError, match="not a folder"):
        folder_in(tmp_path, monkeypatch, "nowhere")


def test_an_empty_data_folder_is_nobody_and_never_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()

    with pytest.raises(ProfileError, match="who the person is"):
        Container(settings=load_settings()).persona()
