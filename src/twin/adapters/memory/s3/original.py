"""Conversations of the original project in a bucket: `{session_id}.json`, never touched."""

from collections.abc import Iterator, Mapping

from twin.adapters.memory.s3.connection import open_bucket


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
