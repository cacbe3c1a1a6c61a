"""Every kind of PDF keeps the contract of a profile source."""

from pathlib import Path

import pytest

from twin.adapters.profile.pdf import PdfProfile
from twin.ports.profile import ProfileSource
from twin.testing import ProfileSourceContract

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pdf"


class TestTaggedExport(ProfileSourceContract):
    @pytest.fixture
    def source(self) -> ProfileSource:
        return PdfProfile(FIXTURES / "tagged.pdf")


class TestExportWithoutTags(ProfileSourceContract):
    @pytest.fixture
    def source(self) -> ProfileSource:
        return PdfProfile(FIXTURES / "scaled-a4.pdf")


class TestOtherCv(ProfileSourceContract):
    @pytest.fixture
    def source(self) -> ProfileSource:
        return PdfProfile(FIXTURES / "two-column-cv.pdf")
