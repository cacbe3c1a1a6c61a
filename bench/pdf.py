"""Milliseconds per page of a LinkedIn export, beside pypdf's plain text of the same file.

`python -m bench.pdf [FILE ...]`; without a file, the export among the test fixtures.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader

from twin.adapters.artefact import Artefact, source_key
from twin.adapters.profile.pdf import PdfProfile
from twin.adapters.profile.pdf.reader import understand

FIXTURE = Path(__file__).parent.parent / "tests" / "fixtures" / "pdf" / "tagged.pdf"
ROUNDS = 7
FRESH = "from pathlib import Path; import sys; path = Path(sys.argv[1]); "
READ = "from twin.adapters.profile.pdf.reader import understand; understand(path)"
EXTRACT = "import pypdf; [page.extract_text() for page in pypdf.PdfReader(path).pages]"


def main(paths: list[Path]) -> None:
    for path in paths or [FIXTURE]:
        report(path, len(PdfReader(path).pages))


def report(path: Path, pages: int) -> None:
    print(f"{path.name}, {pages} pages, best of {ROUNDS}, milliseconds")
    ours, peer = best(lambda: understand(path)), best(lambda: extracted(path))
    print(f"  per page, structure              {ours / pages:8.1f}")
    print(f"  per page, pypdf's text           {peer / pages:8.1f}   ratio {ours / peer:.2f}")
    ours, peer = best(lambda: fresh(READ, path)), best(lambda: fresh(EXTRACT, path))
    print(f"  fresh process, structure         {ours:8.1f}")
    print(f"  fresh process, pypdf's text      {peer:8.1f}   ratio {ours / peer:.2f}")
    print(f"  in the child with limits         {best(lambda: PdfProfile(path).load()):8.1f}")
    print(f"  kept profile, hashed and loaded  {kept(path):8.1f}")


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def extracted(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def fresh(code: str, path: Path) -> None:
    subprocess.run([sys.executable, "-c", FRESH + code, str(path)], check=True)


def kept(path: Path) -> float:
    with TemporaryDirectory() as folder:
        artefact = Artefact(Path(folder))
        artefact.save(source_key([path]), {path.name: understand(path)}, [path])
        return best(lambda: artefact.load(source_key([path])))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
