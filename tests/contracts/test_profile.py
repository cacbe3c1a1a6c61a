"""Every text-based profile source keeps the contract."""

from pathlib import Path

import pytest

from twin.adapters.profile.facts_json import FactsJsonProfile
from twin.adapters.profile.me_txt import MeTxtProfile
from twin.adapters.profile.text import TextProfile
from twin.adapters.profile.twin_toml import TwinTomlProfile
from twin.ports.profile import ProfileSource
from twin.testing import ProfileSourceContract

ROOT = Path(__file__).parent.parent.parent
BACKEND = ROOT / "tests" / "fixtures" / "backend"


class TestFactsJson(ProfileSourceContract):
    @pytest.fixture
    def source(self) -> ProfileSource:
        return FactsJsonProfile(BACKEND / "data" / "facts.json")


class TestFactsJsonThatIsHardToRead(ProfileSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> ProfileSource:
        path = tmp_path / "facts.json"
        path.write_bytes(
            rb'{" a ": " \u0000\ud800 b ", "": 1, "a": {"value": "c", "ask": ["\u0007"]}}'
        )
        return FactsJsonProfile(path)


class TestText(ProfileSourceContract):
    @pytest.fixture
    def source(self) -> ProfileSource:
        return TextProfile(BACKEND / "data" / "summary.txt", "summary")


class TestTextInWindows1252(ProfileSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> ProfileSource:
        original = (BACKEND / "data" / "summary.txt").read_text(encoding="utf-8")
        path = tmp_path / "summary.txt"
        path.write_bytes(original.encode("cp1252"))
        return TextProfile(path, "summary")


class TestMeTxt(ProfileSourceContract):
    @pytest.fixture
    def source(self) -> ProfileSource:
        return MeTxtProfile(BACKEND / "me.txt")


class TestTwinToml(ProfileSourceContract):
    @pytest.fixture
    def source(self) -> ProfileSource:
        return TwinTomlProfile(ROOT / "data" / "twin.toml")
