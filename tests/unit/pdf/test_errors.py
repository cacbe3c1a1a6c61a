"""A file that cannot be read says why, and what to do, and nothing of its content."""

import re
from pathlib import Path
from typing import get_args

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.unit.pdf.drawing import draw
from twin.adapters.profile.pdf import PdfError, PdfProfile, Reason
from twin.ports.errors import ProfileError

LINES = [(40, 60 + 15 * n, f"Line {n} of a text about compilers and ships") for n in range(20)]
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 70000\n"


def refused(path: Path) -> PdfError:
    with pytest.raises(PdfError) as raised:
        PdfProfile(path).load()
    return raised.value


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"<html><body>Log in to continue</body></html>", "not-pdf"),
        (bytes(range(256)) * 40, "not-pdf"),
        (LFS, "not-pdf"),
        (b"%PDF-1.4\n", "corrupt"),
    ],
    ids=["empty", "html", "bytes", "lfs", "header"],
)
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "LinkedIn.pdf"
    path.write_bytes(content)

    assert refused(path).reason == reason


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_truncated_file_is_damaged(tmp_path: Path, share: float) -> None:
    path = draw(tmp_path / "LinkedIn.pdf", LINES)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])

    assert refused(path).reason == "corrupt"


def locked(path: Path, user: str, strength: int) -> Path:
    lock = StandardEncryption(user, ownerPassword="owner", strength=strength)
    canvas = Canvas(str(path), encrypt=lock)
    for x, baseline, text in LINES:
        canvas.drawString(x, 842 - baseline, text)
    canvas.save()
    return path


@pytest.mark.parametrize("strength", [40, 128])
def test_a_locked_file_asks_for_its_password_to_be_removed(tmp_path: Path, strength: int) -> None:
    error = refused(locked(tmp_path / "LinkedIn.pdf", "secret", strength))

    assert error.reason == "encrypted"
    assert "Save it without a password" in str(error)


def test_a_file_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    assert PdfProfile(locked(tmp_path / "LinkedIn.pdf", "", 128)).load().passages


def test_junk_before_the_header_is_forgiven(tmp_path: Path) -> None:
    path = draw(tmp_path / "LinkedIn.pdf", LINES)
    path.write_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + path.read_bytes())

    assert PdfProfile(path).load().passages


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    assert refused(draw(tmp_path / "book.pdf", *[LINES[:1]] * 61)).reason == "too-large"


def test_too_many_bytes_are_refused(tmp_path: Path) -> None:
    path = draw(tmp_path / "LinkedIn.pdf", LINES)
    path.write_bytes(path.read_bytes() + b"\n" * 10_000_000)

    assert refused(path).reason == "too-large"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    error = refused(tmp_path / "LinkedIn.pdf")

    assert error.reason == "unreadable"
    assert str(tmp_path / "LinkedIn.pdf") in str(error)


def test_a_pointer_of_git_lfs_names_the_command(tmp_path: Path) -> None:
    path = tmp_path / "LinkedIn.pdf"
    path.write_bytes(LFS)

    assert "git lfs pull" in str(refused(path))


def test_every_reason_is_a_profile_error_with_a_sentence() -> None:
    for reason in get_args(Reason):
        error = PdfError("LinkedIn.pdf", reason)
        assert isinstance(error, ProfileError)
        assert re.fullmatch(r"LinkedIn\.pdf: [A-Z].{20,}\.", str(error))
