"""Who answers a question right now, told across processes through the memory they share."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime

from twin.ports.errors import AnsweredElsewhereError
from twin.ports.memory import MemoryStore

RETRY_AFTER_SECONDS = 3


class Claims:
    """This process's claims on questions.

    Args:
        lease_seconds: how long a claim holds; a process that was killed gives it back that way.
        clock: the time, aware, UTC.
    """

    def __init__(
        self, memory: MemoryStore, lease_seconds: float, clock: Callable[[], datetime]
    ) -> None:
        self._memory = memory
        self._lease_seconds = lease_seconds
        self._clock = clock
        self._holder = secrets.token_hex(8)

    async def take(self, conversation: str, message_id: str) -> str:
        """Claim a question; the claim's name, to give it back.

        Raises:
            AnsweredElsewhereError: another process has a claim on it that holds.
            StoreError: the memory failed.
        """
        name = _name(conversation, message_id)
        now = self._clock().timestamp()
        mine = f"{self._holder} {now + self._lease_seconds:.0f}".encode()
        kept = await self._memory.keep_once(name, mine)
        if _has_ended(kept, now):
            await self._memory.forget(name)
            kept = await self._memory.keep_once(name, mine)
        if not kept.startswith(self._holder.encode()):
            raise AnsweredElsewhereError(
                "Another process is answering this question.",
                retry_after_seconds=RETRY_AFTER_SECONDS,
            )
        return name

    async def give_back(self, name: str) -> None:
        await self._memory.forget(name)


def _name(conversation: str, message_id: str) -> str:
    """A hash, so that what is left of a killed process says nothing about the conversation."""
    return f"asking-{hashlib.sha256(f'{conversation} {message_id}'.encode()).hexdigest()[:48]}"


def _has_ended(claim: bytes, now: float) -> bool:
    return float(claim.split()[1]) < now
