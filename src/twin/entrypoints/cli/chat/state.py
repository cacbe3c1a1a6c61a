"""What `twin chat` keeps between sittings, for this user's eyes only."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from twin.ports.memory import CONVERSATION_ID


@dataclass(frozen=True, slots=True)
class PrivateState:
    """A folder of mode 0700: the history of what was typed, the last conversation per memory."""

    folder: Path

    @classmethod
    def open(cls, folder: Path) -> "PrivateState":
        """Make the folder when it is missing, and close it to others.

        Raises:
            OSError: it cannot be made or written.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        state = cls(folder)
        os.close(os.open(state.history, os.O_WRONLY | os.O_CREAT, 0o600))
        return state

    @property
    def history(self) -> Path:
        return self.folder / "history"

    def last(self, memory: str) -> str:
        """The conversation last held in the memory of this name; empty when none is known."""
        try:
            kept = self._last(memory).read_text(encoding="ascii", errors="replace").strip()
        except FileNotFoundError:
            return ""
        return kept if CONVERSATION_ID.fullmatch(kept) else ""

    def remember(self, memory: str, conversation: str) -> None:
        """Keep it as the one that `last` returns."""
        path = self._last(memory)
        made = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(conversation)
        made.replace(path)

    def _last(self, memory: str) -> Path:
        """A digest names the file: a memory's address is no file name, and nobody's business."""
        name, _, argument = memory.partition(":")
        if "://" not in memory:
            memory = f"{name}:{Path(argument).expanduser().resolve()}"
        return self.folder / f"last-{hashlib.sha256(memory.encode()).hexdigest()[:16]}"
