"""The process that reads a PDF and may be ended when it takes too much."""

import json
import logging
import sys
from pathlib import Path

from twin.adapters.profile.pdf.errors import PdfError
from twin.adapters.profile.pdf.reader import understand
from twin.ports.profile_json import encode

CPU_SECONDS = 6
MEMORY_BYTES = 1 << 30


def main(path: str) -> None:
    """Write `{"profile": ...}` or `{"error": [reason, hint]}` to standard output."""
    limit()
    logging.disable()  # pdfminer speaks at every token
    try:
        answer: dict[str, object] = {"profile": encode(understand(Path(path)))}
    except PdfError as error:
        answer = {"error": [error.reason, error.hint]}
    except (MemoryError, RecursionError):
        answer = {"error": ["too-costly", ""]}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def limit() -> None:
    """Bound this process's time on the processor and its memory, where the system can."""
    if sys.platform == "win32":
        return  # the parent's clock is the only limit there
    import resource  # noqa: PLC0415  # not on Windows

    limits = {resource.RLIMIT_CPU: CPU_SECONDS}
    if sys.platform != "darwin":  # which maps more than this before a line has run
        limits[resource.RLIMIT_AS] = MEMORY_BYTES
    for kind, wanted in limits.items():
        hard = resource.getrlimit(kind)[1]
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (soft, hard))
