"""A PDF made to take everything ends in an error, in bounded time and memory."""

import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.unit.pdf.drawing import draw
from twin.adapters.profile.pdf import PdfError, PdfProfile
from twin.adapters.profile.pdf.child import CPU_SECONDS

FIXTURES = Path(__file__).parents[2] / "fixtures" / "pdf"


def pdf(*objects: bytes) -> bytes:
    """A file of these objects, numbered from one, the first being the catalogue."""
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start, size = len(data), len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n" % (size, table)
        + b"<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)
    )


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources 5 0 R/Contents 4 0 R>>"
FONT = b"<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), extra, data)


def bomb() -> bytes:
    """More spaces than the child may hold, packed three times."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(1100)) + packer.flush()
    packed = zlib.compress(zlib.compress(once, 9), 9)
    filters = b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
    return pdf(CATALOG, PAGES, PAGE, stream(packed, filters), FONT)


def deep() -> bytes:
    nested = b"[" * 200_000 + b"]" * 200_000
    return pdf(CATALOG, PAGES, PAGE, stream(b"BT /F1 9 Tf " + nested + b" TJ ET"), FONT)


def many() -> bytes:
    """A page that draws far more than a person writes."""
    drawn = b"BT /F1 9 Tf 9 9 Td " + b"(yyyyyyyy) Tj " * 600_000
    return pdf(CATALOG, PAGES, PAGE, stream(zlib.compress(drawn), b"/Filter/FlateDecode"), FONT)


def form_in_itself() -> bytes:
    """A drawing that holds itself twice."""
    form = stream(
        b"/X Do /X Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
    )
    return pdf(CATALOG, PAGES, PAGE, stream(b"/X Do"), b"<</XObject<</X 6 0 R>>>>", form)


def tags_in_themselves() -> bytes:
    tree = b"<</Type/StructTreeRoot/S/Div/K[6 0 R 6 0 R]>>"
    catalog = b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>"
    return pdf(catalog, PAGES, PAGE, stream(b"BT /F1 9 Tf (x) Tj ET"), FONT, tree)


def pages_in_themselves() -> bytes:
    return pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")


@pytest.mark.parametrize(
    "make",
    [bomb, deep, many, form_in_itself, tags_in_themselves, pages_in_themselves],
    ids=lambda make: make.__name__,
)
def test_a_hostile_file_ends_in_an_error(tmp_path: Path, make: object) -> None:
    path = tmp_path / "LinkedIn.pdf"
    path.write_bytes(make())  # type: ignore[operator]

    with pytest.raises(PdfError) as raised:
        PdfProfile(path).load()

    assert raised.value.reason in {"too-costly", "too-large", "corrupt", "no-text"}


SWELLING = ["12-", "(1 ", "가", "가시 ", "一", "Via Aa ", "x", "a@", "+31 30 555 0100, "]


@pytest.mark.parametrize("piece", SWELLING)
def test_no_text_makes_the_search_for_private_details_endless(piece: str) -> None:
    times = 80_000 // len(piece)
    code = f"from twin.adapters.profile.pdf.privacy import find; find({piece!r} * {times})"

    assert run(code).returncode == 0


def run(code: str) -> "subprocess.CompletedProcess[bytes]":
    start = "from twin.adapters.profile.pdf.child import limit; limit(); "
    return subprocess.run([sys.executable, "-c", start + code], capture_output=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_the_child_cannot_take_more_memory_than_allowed() -> None:
    assert b"MemoryError" in run("bytearray(2 << 30)").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_child_cannot_take_more_time_than_allowed() -> None:
    shown = "import resource; print(resource.getrlimit(resource.RLIMIT_CPU)[0])"
    lower = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1)); "

    assert int(run(shown).stdout) == CPU_SECONDS
    assert run(lower + "exec('while True: pass')").returncode < 0


def test_the_clock_ends_what_the_processor_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twin.adapters.profile.pdf.source.SECONDS", 0.01)

    with pytest.raises(PdfError) as raised:
        PdfProfile(FIXTURES / "tagged.pdf").load()

    assert raised.value.reason == "too-costly"


def test_a_failure_of_our_own_is_said_without_quoting_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "twin.adapters.profile.pdf.source.START", "raise IndexError('Grace Hopper, 1906')"
    )

    with pytest.raises(PdfError) as raised:
        PdfProfile(FIXTURES / "tagged.pdf").load()

    assert raised.value.reason == "crashed"
    assert str(raised.value).endswith("IndexError")


@pytest.fixture
def foreign_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_modules_in_the_working_directory_are_not_run(foreign_folder: Path) -> None:
    lines = [(40, 60 + 15 * n, "Compilers turn what people mean into") for n in range(9)]
    path = draw(foreign_folder / "LinkedIn.pdf", lines)

    assert PdfProfile(path.relative_to(foreign_folder)).load().passages


def test_without_pdfplumber_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)

    with pytest.raises(PdfError, match="twin build") as raised:
        PdfProfile(FIXTURES / "tagged.pdf").load()

    assert raised.value.reason == "no-reader"


def test_the_process_that_asks_imports_no_reader_of_pdfs() -> None:
    code = (
        "import sys; from pathlib import Path; from twin.adapters.profile.pdf import PdfProfile; "
        f"PdfProfile(Path({str(FIXTURES / 'tagged.pdf')!r})).load(); "
        "sys.exit('pdfplumber' in sys.modules or 'pdfminer' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
