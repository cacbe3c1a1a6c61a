"""Files from every kind of editor."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin.adapters.decoding import MAX_BYTES, UNREADABLE, TextFile, read_text
from twin.ports.errors import ProfileError
from twin.ports.profile import Origin

TEXT = "Rowing – “always”\nZélie’s boat\n"


def read(tmp_path: Path, data: bytes) -> TextFile:
    path = tmp_path / "summary.txt"
    path.write_bytes(data)
    return read_text(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, TEXT.encode(encoding)) == TextFile("summary.txt", TEXT)


def test_utf_16_is_read_in_either_byte_order(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_windows_1252_is_read_with_a_warning_that_names_line_and_cure(tmp_path: Path) -> None:
    file = read(tmp_path, ("plain\n" + TEXT).encode("cp1252"))

    assert file.text == "plain\n" + TEXT
    (warning,) = file.warnings
    assert warning.origin == Origin("summary.txt", "line 2")
    assert "Windows-1252" in warning.message
    assert "UTF-8" in warning.message


def test_utf_8_with_a_damaged_byte_is_not_taken_for_windows_1252(tmp_path: Path) -> None:
    file = read(tmp_path, TEXT.encode() + "Zélie é".encode()[:-1])

    assert file.text == TEXT + "Zélie �"
    (warning,) = file.warnings
    assert warning.origin.locator == "line 3"
    assert warning.message.startswith("1 damaged")


def test_line_breaks_of_all_systems_become_newlines(tmp_path: Path) -> None:
    assert read(tmp_path, b"a\r\nb\rc\x0cd\n").text == "a\nb\nc\nd\n"


def test_control_characters_are_left_out_with_a_warning(tmp_path: Path) -> None:
    file = read(tmp_path, b"one\ntwo \x1b[31mred\x07\n")

    assert file.text == "one\ntwo [31mred\n"
    assert [warning.origin.locator for warning in file.warnings] == ["line 2"]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_a_warning(tmp_path: Path, data: bytes) -> None:
    file = read(tmp_path, data)

    assert not file.text.strip()
    assert [warning.message for warning in file.warnings] == ["The file is empty."]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04rest", "a Word"),
        (b"\xd0\xcf\x11\xe0rest", "an old Word document"),
        (b"{\\rtf1 Hello}", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (b"caf\xe9 \x81", "not a text file"),
        (b"caf\xe9 \x01", "not a text file"),
        ("Hello".encode("utf-16-le"), "NUL bytes"),
        (b"\xff\xfea", "damaged UTF-16"),
    ],
)
def test_what_is_not_text_is_an_error_with_a_cure(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(ProfileError, match=what) as caught:
        read(tmp_path, data)

    assert str(caught.value).startswith("summary.txt")
    assert "UTF-8" in str(caught.value)


def test_a_missing_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"style\.txt cannot be read \(No such file"):
        read_text(tmp_path / "style.txt")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="cannot be read"):
        read_text(tmp_path)


def test_one_megabyte_is_the_most(tmp_path: Path) -> None:
    assert len(read(tmp_path, b"x" * MAX_BYTES).text) == MAX_BYTES
    with pytest.raises(ProfileError, match="larger than 1 MB"):
        read(tmp_path, b"x" * (MAX_BYTES + 1))


@given(data=st.binary())
def test_any_bytes_are_readable_text_or_a_profile_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        text = read_text(path).text
    except ProfileError:
        return
    assert not UNREADABLE.search(text)
