"""A real pseudo-terminal with a program in it."""

import contextlib
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[=>()][0B]?)")
# Makes the pseudo-terminal the program's own, so that Ctrl-C reaches it as a signal, and lets it
# hang up even where the tests run under `nohup`.
TAKE_TERMINAL = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGHUP, signal.SIG_DFL); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
CTRL_C, CTRL_D, CTRL_Z, UP, ENTER = "\x03", "\x04", "\x1a", "\x1b[A", "\r"


class Terminal:
    """What a program printed, and a keyboard."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self._process = process
        self._master = master
        self.raw = ""
        self._seen = 0

    @property
    def text(self) -> str:
        """All that was printed, without escape sequences."""
        return ESCAPES.sub("", self.raw).replace("\r", "")

    @property
    def lines(self) -> list[str]:
        """Every line as it was drawn, redrawn ones once more."""
        return re.split(r"[\r\n]+", ESCAPES.sub("", self.raw))

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def signal(self, number: int) -> None:
        self._process.send_signal(number)

    @property
    def echoes(self) -> bool:
        """Whether it is left as a shell needs it: it shows what is typed."""
        return bool(termios.tcgetattr(self._master)[3] & termios.ECHO)

    def wait_for(self, words: str, seconds: float = 30) -> str:
        """Everything new up to these words; they must come after what was waited for before."""
        deadline = time.monotonic() + seconds
        while words not in self.text[self._seen :]:
            if not self._read(deadline):
                raise AssertionError(f"{words!r} did not come. What did:\n{self.text}")
        start, self._seen = self._seen, self.text.index(words, self._seen) + len(words)
        return self.text[start : self._seen]

    def end(self, seconds: float = 30) -> int:
        """The exit code, when the program has ended by itself."""
        deadline = time.monotonic() + seconds
        while self._read(deadline):
            pass
        return self._process.wait(seconds)

    def _read(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0, deadline - time.monotonic()))
        try:
            piece = os.read(self._master, 65536) if ready else b""
        except OSError:  # how Linux tells that the other end is closed
            piece = b""
        self.raw += piece.decode(errors="replace")
        return bool(piece)


@contextlib.contextmanager
def terminal(
    folder: Path,
    *arguments: str,
    environment: Mapping[str, str],
    python: str | Path = sys.executable,
    program: Sequence[str] = (),
) -> Iterator[Terminal]:
    """`twin`, else a program, with these arguments, at a terminal of 80 columns and 40 lines."""
    master, slave = pty.openpty()
    size = {"COLUMNS": "80", "LINES": "40", "PROMPT_TOOLKIT_NO_CPR": "1"}
    process = subprocess.Popen(
        [python, "-c", TAKE_TERMINAL, *(program or (str(python), "-m", "twin")), *arguments],
        cwd=folder,
        env={"TERM": "xterm-256color", **size, **environment},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        process.kill()
        process.wait(30)
        os.close(master)
