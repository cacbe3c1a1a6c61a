"""Conversations of the original project in a bucket: `{session_id}.json`, never touched."""

from collections.abc import Iterator, Mapping

from twin.adapters.memory.s3.connection import open_bucket
from twin.ports.memory import ORIGINAL_NAME


def originals(argument: str, env: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each JSON object right under `//BUCKET/PREFIX`.

    Raises:
        SettingsError: a setting is wrong.
        StoreUnavailableError: the bucket cannot be read.
    """
    bucket = open_bucket(argument, env)
    after = ""
    while page := bucket.page("", after):
        for listed in page:
            name = listed.key
            if name.endswith(".json") and "/" not in name:
                content = bucket.read(name)
                if content is not None:
                    yield name, content
        after = page[-1].key


def holds_originals(argument: str, env: Mapping[str, str]) -> bool:
    """Whether such conversations lie there: in the order of keys before our folders, or after.

    Raises:
        SettingsError: a setting is wrong.
        StoreUnavailableError: the bucket cannot be read.
    """
    bucket = open_bucket(argument, env)
    pages = (bucket.page("", after) for after in ("", "conversations0"))
    return any(ORIGINAL_NAME.fullmatch(listed.key) for page in pages for listed in page)
