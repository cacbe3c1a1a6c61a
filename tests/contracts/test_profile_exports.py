"""JSON Resume and LinkedIn's data export keep the contract of a profile source."""

import json
from pathlib import Path

import pytest

from tests.unit.test_json_resume import GRACE as RESUME
from tests.unit.test_linkedin_export import GRACE as TABLES
from tests.unit.test_linkedin_export import zipped
from twin.adapters.profile.json_resume import JsonResumeProfile
from twin.adapters.profile.linkedin_export import LinkedInExportProfile
from twin.ports.profile import ProfileSource
from twin.testing import ProfileSourceContract


class TestJsonResume(ProfileSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> ProfileSource:
        path = tmp_path / "resume.json"
        path.write_text(json.dumps(RESUME), encoding="utf-8")
        return JsonResumeProfile(path)


class TestJsonResumeThatIsHardToRead(ProfileSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> ProfileSource:
        path = tmp_path / "resume.json"
        path.write_bytes(
            rb'{"basics": {"name": " \u0000Grace\ud800 "}, "work": [{"name": "\u0007"}],'
            rb'"skills": [{"name": "", "level": "high"}, {"name": " a\nb "}]}'
        )
        return JsonResumeProfile(path)


class TestLinkedInExport(ProfileSourceContract):
    @pytest.fixture
    def source(self, tmp_path: Path) -> ProfileSource:
        return LinkedInExportProfile(zipped(tmp_path / "export.zip", TABLES))
