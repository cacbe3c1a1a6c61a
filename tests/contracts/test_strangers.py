"""A stranger's adapter for each port: a separate package, installed, found by name, proved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = {
    "pyproject.toml": """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "twin-stranger"
version = "1"

[project.entry-points."twin.llm"]
shrug = "stranger_llm:build"

[project.entry-points."twin.memory"]
shelf = "stranger_memory:build"

[project.entry-points."twin.profile"]
poet = "stranger_profile:build"

[tool.hatch.build.targets.wheel]
include = ["*.py"]
""",
    "stranger_llm.py": """
from twin.ports.llm import Chunk

class Shrug:
    name = "shrug"

    async def stream(self, prompt):
        yield Chunk("Who knows?", finish="stop")

def build(argument, env):
    return Shrug()
""",
    "stranger_memory.py": """
from twin.ports.errors import ConversationDeletedError
from twin.ports.memory import ConversationSummary, require_conversation_id, require_kept_name

class Shelf:
    name = "shelf"

    def __init__(self):
        self.turns, self.gone, self.kept = {}, set(), {}

    async def append(self, conversation, turn):
        if require_conversation_id(conversation) in self.gone:
            raise ConversationDeletedError("gone")
        turns = self.turns.setdefault(conversation, [])
        if turn.id not in [kept.id for kept in turns[-64:]]:
            turns.append(turn)

    async def recent(self, conversation, limit):
        turns = self.turns.get(require_conversation_id(conversation), [])
        return tuple(turns[len(turns) - min(limit, len(turns)):])

    async def history(self, conversation):
        for turn in list(self.turns.get(require_conversation_id(conversation), [])):
            yield turn

    async def conversations(self):
        for name, turns in list(self.turns.items()):
            first, last = turns[0], turns[-1]
            yield ConversationSummary(
                name, len(turns), first.asked_at, last.answered_at, first.question
            )

    async def erased(self):
        for name in list(self.gone):
            yield name

    async def delete(self, conversation):
        self.gone.add(require_conversation_id(conversation))
        return bool(self.turns.pop(conversation, None))

    async def keep_once(self, name, value):
        return self.kept.setdefault(require_kept_name(name), value)

    async def forget(self, name):
        self.kept.pop(require_kept_name(name), None)

def build(argument, env):
    return Shelf()
""",
    "stranger_profile.py": """
from twin.ports.profile import Fact, Origin, Profile

class Poet:
    def __init__(self, name):
        self.name = name

    def load(self):
        return Profile(facts=(Fact("full_name", self.name, Origin("poet")),))

def build(argument, env):
    return Poet(argument)
""",
    "test_stranger.py": """
import pytest
from stranger_llm import Shrug
from stranger_memory import Shelf
from stranger_profile import Poet
from twin.testing import LanguageModelContract, MemoryStoreContract, ProfileSourceContract

class TestShrug(LanguageModelContract):
    @pytest.fixture
    def model(self):
        return Shrug()

class TestShelf(MemoryStoreContract):
    @pytest.fixture
    def store(self):
        return Shelf()

    @pytest.fixture
    def reopen(self, store):
        return lambda: store

class TestPoet(ProfileSourceContract):
    @pytest.fixture
    def source(self):
        return Poet("Sappho")
""",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the stranger's package is installed to."""
    source = tmp_path_factory.mktemp("stranger")
    for name, text in PACKAGE.items():
        (source / name).write_text(text, encoding="utf-8")
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target)]
    subprocess.run([*pip, str(source)], check=True)
    return target


def run(installed: Path, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=installed,
        env=keep | {"PYTHONPATH": str(installed)} | settings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_strangers_adapters_pass_the_contracts_of_their_ports(installed: Path) -> None:
    proved = run(installed, "pytest", "-q", "-p", "no:cacheprovider", "test_stranger.py")

    assert proved.returncode == 0, proved.stdout
    assert "passed" in proved.stdout


def test_the_strangers_adapters_are_found_by_name_and_used(installed: Path) -> None:
    chosen = {"TWIN_LLM": "shrug", "TWIN_MEMORY": "shelf", "TWIN_DATA": "poet:Sappho"}

    answered = run(installed, "twin", "ask", "Why?", TWIN_LLM="shrug", TWIN_DATA="poet:Sappho")
    checked = run(installed, "twin", "check", **chosen)

    assert answered.stdout == "Who knows?\n"
    assert "Sappho" in checked.stdout
    assert "shelf" in checked.stdout


def test_an_unknown_name_names_the_strangers_too(installed: Path) -> None:
    asked = run(installed, "twin", "ask", "Why?", TWIN_LLM="shrugg")

    assert asked.returncode == 1
    assert "Did you mean 'shrug'? Known: openai, quoting, shrug." in asked.stderr
