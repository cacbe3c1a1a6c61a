"""The profile source for one PDF file."""

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from twin.adapters.profile.pdf.errors import PdfError, PdfReaderMissingError
from twin.ports.profile import Profile
from twin.ports.profile_json import decode

SECONDS = 40.0
# Isolated from the working directory, with the modules of this process.
START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    "from twin.adapters.profile.pdf.child import main; main(sys.argv[2])"
)


@dataclass(frozen=True, slots=True)
class PdfProfile:
    """A LinkedIn export or any other CV.

    It is read in a process of its own, with limits on time and memory: a PDF can be made to take
    any amount of either.
    """

    path: Path

    def load(self) -> Profile:
        """Read the file; blocks for about half a second.

        Raises:
            PdfError: it cannot be used; `reason` says why and the text what to do.
        """
        if find_spec("pdfplumber") is None:
            raise PdfReaderMissingError(str(self.path))
        try:
            ended = subprocess.run(  # noqa: S603  # our own interpreter and code
                [sys.executable, "-I", "-c", START, json.dumps(sys.path), str(self.path)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PdfError(str(self.path), "too-costly") from error
        return self._answered(ended)

    def _answered(self, ended: subprocess.CompletedProcess[bytes]) -> Profile:
        if ended.returncode < 0:
            raise PdfError(str(self.path), "too-costly")  # a limit ended it
        if ended.returncode:
            raise PdfError(str(self.path), "crashed", _last_line(ended.stderr))
        answer = json.loads(ended.stdout)
        if "error" in answer:
            reason, hint = answer["error"]
            raise PdfError(str(self.path), reason, hint)
        return decode(answer["profile"])


def _last_line(stderr: bytes) -> str:
    """The kind of exception without its message, which may quote the file."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    return lines[-1].partition(":")[0] if lines else ""
