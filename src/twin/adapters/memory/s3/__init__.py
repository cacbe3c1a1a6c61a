"""Conversations in a bucket of S3 or a server that speaks it; lossless with any number of writers.

    PREFIX/conversations/CONVERSATION/9999999998   turn 1, with the turns before it
    PREFIX/conversations/CONVERSATION/9999999997   turn 2; numbers fall, so the newest lists first
    PREFIX/erasing/CONVERSATION                    while it is being erased
    PREFIX/kept/NAME                               small values, such as the session secret

An object is created and never changed: that creation (`If-None-Match: *`) is the only lock.
An empty object is the tombstone of a turn.
"""

from collections.abc import Mapping

from twin.adapters.memory.s3.connection import CONNECTIONS, open_bucket
from twin.adapters.memory.s3.store import S3MemoryStore

__all__ = ["S3MemoryStore", "build"]


def build(argument: str, env: Mapping[str, str]) -> S3MemoryStore:
    """Argument: `//BUCKET` or `//BUCKET/PREFIX`; settings: `TWIN_S3_*`, AWS's own.

    Raises:
        SettingsError: a setting is wrong, or the server ignores conditions and would lose turns.
        StoreUnavailableError: the bucket cannot be used; the text says why and what to do.
    """
    bucket = open_bucket(argument, env)
    bucket.refuse_unless_conditions_hold()
    return S3MemoryStore(bucket, threads=CONNECTIONS)
