"""Session ids: capabilities that the server mints and signs, `CONVERSATION.SIGNATURE`."""

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from itsdangerous import Signer

from twin.domain.conversation import made_at, new_conversation
from twin.ports.errors import SessionError
from twin.ports.memory import CONVERSATION_ID, MemoryStore

SECRET_NAME = "session-secret"  # noqa: S105  the name under which it is kept
SESSION_ID = re.compile(rf"{CONVERSATION_ID.pattern}\.[A-Za-z0-9_-]{{64}}")


@dataclass(frozen=True, slots=True)
class Session:
    """A visitor's session: the id that they hold, the conversation it opens.

    Attributes:
        new: it was minted just now; nobody can have asked anything in it.
    """

    id: str
    conversation: str
    expired: bool = False
    new: bool = False


def new_secret() -> bytes:
    """A value for `SECRET_NAME`, where none is kept yet."""
    return secrets.token_hex(32).encode()


class Sessions:
    """Mints and verifies session ids.

    Args:
        keys: the first signs, all verify; empty: one is made once and kept in `memory`, so that
            every worker and instance that shares the memory shares it.
        lifetime: how long an id is valid, counted from its minting.
        clock: the time, aware, UTC.
    """

    def __init__(
        self,
        *,
        keys: tuple[str, ...],
        memory: MemoryStore,
        lifetime: timedelta,
        clock: Callable[[], datetime],
    ) -> None:
        self._keys = keys
        self._memory = memory
        self._lifetime = lifetime
        self._clock = clock
        self._signer: Signer | None = None

    async def mint(self) -> Session:
        """A new conversation's session."""
        conversation = new_conversation(self._clock())
        signer = await self.ready()
        return Session(signer.sign(conversation).decode("ascii"), conversation, new=True)

    async def open(self, session_id: str) -> Session:
        """The session behind an id.

        Raises:
            SessionError: it is forged, altered, foreign or malformed.
        """
        signer = await self.ready()
        conversation = session_id[:32]
        if not SESSION_ID.fullmatch(session_id) or not signer.validate(session_id):
            raise SessionError("The session id is not one of ours.")
        expired = self._clock() - made_at(conversation) > self._lifetime
        return Session(session_id, conversation, expired)

    async def ready(self) -> Signer:
        """The signer; the secret is fetched or made on first use.

        Raises:
            StoreError: the secret cannot be read or kept.
        """
        if self._signer is None:
            keys: list[bytes] = [key.encode() for key in self._keys]
            if not keys:
                keys = [await self._memory.keep_once(SECRET_NAME, new_secret())]
            # 48 bytes fill base64 exactly: with 32, the last sign of a signature has spare bits,
            # and four spellings of it would verify.
            self._signer = Signer(
                keys[::-1], salt=SECRET_NAME, key_derivation="hmac", digest_method=hashlib.sha384
            )
        return self._signer
