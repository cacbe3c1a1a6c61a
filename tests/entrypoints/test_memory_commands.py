"""The commands for the memory, as an owner runs them."""

import asyncio
import json
import os
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.terminals import CTRL_C, terminal
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.adapters.memory.sql import build_sqlite
from twin.entrypoints.cli import main
from twin.testing.memory_place import A, B, append_all, history, listed, make_turn, make_turns

ORIGINAL = "0cc6b1de-4b9f-4d0f-9a53-3fd1c2a0e3b7.json"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileMemoryStore:
    monkeypatch.chdir(tmp_path)
    return FileMemoryStore(Path("memory"))


@pytest.fixture
def filled(store: FileMemoryStore) -> FileMemoryStore:
    async def fill() -> None:
        await append_all(store, A, make_turns(3))
        await store.append(B, make_turn(9, "What\nis \x1b[31mred\ud83d?", "Not \x1b[0mme"))

    asyncio.run(fill())
    return store


def twin(*arguments: str, said: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=said)


def test_list_shows_a_line_each(filled: FileMemoryStore) -> None:
    lines = twin("conversations", "list").stdout.splitlines()

    assert len(lines) == 2
    assert lines[0].startswith(A)
    assert "question 1" in lines[0]
    assert "What is" in lines[1]
    assert "\x1b" not in lines[1]


def test_list_json_is_a_line_each(filled: FileMemoryStore) -> None:
    rows = [
        json.loads(line) for line in twin("conversations", "list", "--json").stdout.splitlines()
    ]

    assert [(row["conversation"], row["turns"]) for row in rows] == [(A, 3), (B, 1)]
    assert rows[1]["first_question"].startswith("What\nis \x1b")


def test_show_prints_questions_and_answers_and_nothing_that_steers(
    filled: FileMemoryStore,
) -> None:
    shown = twin("conversations", "show", B).stdout

    assert "Not me" in shown
    assert "\x1b" not in shown
    assert "1952-05-0" in shown
    assert len(twin("conversations", "show", A, "--json").stdout.splitlines()) == 3


def test_show_of_the_unknown_is_an_error(store: FileMemoryStore) -> None:
    assert twin("conversations", "show", A).exit_code == 1
    assert twin("conversations", "show", "nonsense").exit_code == 2


def test_delete_asks_first(filled: FileMemoryStore) -> None:
    refused = twin("conversations", "delete", A, said="n\n")
    assert refused.exit_code == 1
    assert "ends with “question 3”" in refused.stderr
    assert asyncio.run(history(filled, A)) == make_turns(3)

    assert twin("conversations", "delete", A, said="y\n").exit_code == 0
    assert asyncio.run(history(filled, A)) == []
    assert json.loads(twin("conversations", "delete", A, "--yes", "--json").stdout) == {
        "conversation": A,
        "erased": False,
    }


@pytest.mark.parametrize(("id_", "code"), [("nonsense", 2), ("f" * 32, 1)])
def test_delete_does_not_ask_about_what_is_not_there(
    filled: FileMemoryStore, id_: str, code: int
) -> None:
    run = twin("conversations", "delete", id_)

    assert run.exit_code == code
    assert "[y/N]" not in run.output
    assert len(asyncio.run(listed(filled))) == 2


def test_ctrl_c_at_the_question_erases_nothing_and_ends_quietly(
    filled: FileMemoryStore, tmp_path: Path
) -> None:
    asking = terminal(tmp_path, "conversations", "delete", A, environment=dict(os.environ))
    with asking as screen:
        screen.wait_for("[y/N]")
        screen.type(CTRL_C)
        assert screen.end() == -signal.SIGINT

    assert "Aborted!" not in screen.text
    assert len(asyncio.run(listed(filled))) == 2


def test_prune_asks_nothing_when_there_is_nothing_to_erase(store: FileMemoryStore) -> None:
    run = twin("conversations", "prune", "--older-than", "90d")

    assert run.exit_code == 0
    assert "[y/N]" not in run.output


def test_prune_tells_how_many_and_asks(filled: FileMemoryStore) -> None:
    refused = twin("conversations", "prune", "--older-than", "90d", said="n\n")

    assert "Erase 2 conversations" in refused.stderr
    assert len(asyncio.run(listed(filled))) == 2
    assert (
        "2 conversations erased"
        in twin("conversations", "prune", "--older-than", "90d", "--yes").stdout
    )
    assert asyncio.run(listed(filled)) == []


@pytest.mark.parametrize("age", ["90", "d", "-1d", "1y", "999999d"])
def test_an_age_that_is_none_is_refused(store: FileMemoryStore, age: str) -> None:
    assert twin("conversations", "prune", "--yes", "--older-than", age).exit_code == 2


def test_copy_takes_conversations_and_the_secret_along(filled: FileMemoryStore) -> None:
    secret = asyncio.run(filled.keep_once("session-secret", b"of the files"))

    done = twin("memory", "copy", "file:memory", "sqlite:new.sqlite", "--json")

    assert json.loads(done.stdout) == {
        "copied": 2,
        "present": 0,
        "erased": 0,
        "carried": 0,
        "turns": 4,
    }
    assert done.stderr == ""

    async def look() -> None:
        new = build_sqlite("new.sqlite", {})
        assert await history(new, A) == make_turns(3)
        assert await new.keep_once("session-secret", b"late") == secret
        await new.close()

    asyncio.run(look())
    again = twin("memory", "copy", "file:memory", "sqlite:new.sqlite")
    assert "2 were there already" in again.stdout


def test_copy_warns_when_the_target_has_a_secret_of_its_own(filled: FileMemoryStore) -> None:
    other = FileMemoryStore(Path("other"))
    asyncio.run(other.keep_once("session-secret", b"mine"))

    done = twin("memory", "copy", "file:memory", "file:other")

    assert done.exit_code == 0
    assert "start anew" in done.stderr
    assert asyncio.run(history(other, A)) == make_turns(3)


def test_copy_carries_erasures_over_and_none_back(filled: FileMemoryStore) -> None:
    twin("memory", "copy", "file:memory", "file:other")
    other = FileMemoryStore(Path("other"))
    asyncio.run(filled.delete(A))
    asyncio.run(other.delete(B))

    done = twin("memory", "copy", "file:memory", "file:other")

    assert "1 were erased there, and stay so" in done.stdout
    assert "1 erased before are now erased there, too" in done.stdout
    assert asyncio.run(listed(other)) == []
    assert asyncio.run(listed(filled)) == [B]


def test_copy_onto_itself_is_refused(filled: FileMemoryStore) -> None:
    assert twin("memory", "copy", "file:memory", "file:memory").exit_code == 2


def test_import_brings_in_what_the_original_stored(store: FileMemoryStore) -> None:
    entries = [
        {"role": "user", "content": "Hi", "timestamp": "2025-06-01T12:00:00"},
        {"role": "assistant", "content": "Hello", "timestamp": "2025-06-01T12:00:05"},
    ]
    Path("memory", ORIGINAL).write_text(json.dumps(entries))
    before = Path("memory", ORIGINAL).read_bytes()

    done = twin("import", "memory")

    assert done.exit_code == 0
    assert "1 conversations, 1 turns" in done.stdout
    assert Path("memory", ORIGINAL).read_bytes() == before
    (conversation,) = asyncio.run(listed(store))
    assert [turn.answer for turn in asyncio.run(history(store, conversation))] == ["Hello"]
    assert json.loads(twin("import", f"memory/{ORIGINAL}", "--json").stdout)["present"] == 1


def test_import_names_what_it_leaves_out(store: FileMemoryStore) -> None:
    Path("notes.json").write_text("{}")
    Path("broken.json").write_text("[{")

    done = twin("import", ".")

    assert done.exit_code == 1
    assert "broken.json" in done.stderr
    assert "Traceback" not in done.output


def test_import_from_nowhere_is_an_error(store: FileMemoryStore) -> None:
    done = twin("import", "nowhere.json")

    assert done.exit_code == 1
    assert "nowhere.json" in done.stderr


def test_import_of_what_holds_no_conversation_is_an_error(store: FileMemoryStore) -> None:
    Path("empty").mkdir()
    Path("photo.bin").write_bytes(bytes(range(256)))

    empty, photo = twin("import", "empty"), twin("import", "photo.bin")

    assert (empty.exit_code, photo.exit_code) == (1, 1)
    assert "SESSION_ID.json" in empty.stderr
    assert "photo.bin" in photo.stderr


def test_export_writes_every_turn(filled: FileMemoryStore) -> None:
    rows = [json.loads(line) for line in twin("export").stdout.splitlines()]

    assert [row["conversation"] for row in rows] == [A, A, A, B]
    assert rows[0]["answer"] == "answer 1"


def test_an_unreadable_memory_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("memory").write_text("in the way")

    done = twin("conversations", "list")

    assert done.exit_code == 1
    assert done.stderr.startswith("Error: The memory at memory cannot be used")
