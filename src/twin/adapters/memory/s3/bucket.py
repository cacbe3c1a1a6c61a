"""The few requests that a conversation needs, each retried with jitter until a deadline."""

import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from botocore.exceptions import BotoCoreError, ClientError

from twin.adapters.memory.s3.errors import code, passes, translate
from twin.ports.errors import SettingsError

T = TypeVar("T")

DEADLINE_SECONDS = 20.0
LONGEST_PAUSE_SECONDS = 2.0
PROBE = "conditions-hold"
TAKEN = {"PreconditionFailed": False, "412": False}
MISSING = {"NoSuchKey": None, "404": None}

jitter = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Listed:
    """An object, or one version of it where the bucket keeps versions.

    Attributes:
        size: in bytes; -1 for the mark of a deletion in a bucket that keeps versions.
    """

    key: str
    size: int
    version: str | None = None


class Bucket:
    """A prefix of a bucket; keys are relative to it. Blocks, so it is called in threads."""

    def __init__(
        self,
        client: Any,
        name: str,
        prefix: str = "",
        encryption: Mapping[str, str] | None = None,
        deadline_seconds: float = DEADLINE_SECONDS,
    ) -> None:
        self.address = f"s3://{name}/{prefix}".rstrip("/")
        self._client = client
        self._name = name
        self._prefix = f"{prefix}/" if prefix else ""
        self._encryption = dict(encryption or {})
        self._deadline_seconds = deadline_seconds

    def create(self, key: str, body: bytes) -> bool:
        """True when it is there now; False when the key was taken, perhaps by a try of ours."""

        def put() -> bool:
            self._client.put_object(
                Bucket=self._name,
                Key=self._prefix + key,
                Body=body,
                IfNoneMatch="*",
                **self._encryption,
            )
            return True

        return self._retry(put, TAKEN)

    def read(self, key: str) -> bytes | None:
        """The object's content; None when there is none."""

        def get() -> bytes | None:
            answer = self._client.get_object(Bucket=self._name, Key=self._prefix + key)
            with answer["Body"] as body:
                content: bytes = body.read()
            return content

        return self._retry(get, MISSING)

    def page(self, prefix: str, after: str = "", limit: int = 1000) -> list[Listed]:
        """Objects in the order of their keys, those that follow `after`; none at the end."""
        answer = self._retry(
            lambda: self._client.list_objects_v2(
                Bucket=self._name,
                Prefix=self._prefix + prefix,
                StartAfter=after and self._prefix + after,
                MaxKeys=limit,
            )
        )
        return [self._listed(each) for each in answer.get("Contents", ())]

    def everything(self, prefix: str) -> Iterator[Listed]:
        """Every object, and every version of it that the bucket keeps."""
        marker: dict[str, str] = {}
        while True:
            answer = self._versions(prefix, marker)
            if answer is None:
                yield from self._pages(prefix)
                return
            for each in (*answer.get("Versions", ()), *answer.get("DeleteMarkers", ())):
                yield self._listed(each)
            if not answer.get("IsTruncated"):
                return
            marker = {
                "KeyMarker": answer["NextKeyMarker"],
                "VersionIdMarker": answer["NextVersionIdMarker"],
            }

    def remove(self, listed: Listed) -> None:
        """For good, where the bucket keeps versions: this one."""
        version = {"VersionId": listed.version} if listed.version else {}
        key = self._prefix + listed.key
        self._retry(lambda: self._client.delete_object(Bucket=self._name, Key=key, **version))

    def refuse_unless_conditions_hold(self) -> None:
        """Some servers take `If-None-Match` and overwrite all the same: turns would be lost.

        Raises:
            SettingsError: this is such a server.
            StoreUnavailableError: it cannot be asked.
        """
        body = b"twin tries here whether an object can be overwritten; leave it.\n"
        if self.create(PROBE, body) and self.create(PROBE, body):
            raise SettingsError(
                f"The server of {self.address} overwrites objects that it was asked to create only "
                "(If-None-Match), so that turns would be lost. Use one that holds to it, such as "
                "Amazon S3, MinIO, R2, Ceph or SeaweedFS, or another TWIN_MEMORY."
            )

    def _pages(self, prefix: str) -> Iterator[Listed]:
        after = ""
        while page := self.page(prefix, after):
            yield from page
            after = page[-1].key

    def _versions(self, prefix: str, marker: dict[str, str]) -> Any:
        """None when the server knows no versions, as R2 does not."""
        return self._retry(
            lambda: self._client.list_object_versions(
                Bucket=self._name, Prefix=self._prefix + prefix, **marker
            ),
            {"NotImplemented": None},
        )

    def _listed(self, each: Mapping[str, Any]) -> Listed:
        key = each["Key"].removeprefix(self._prefix)
        return Listed(key, each.get("Size", -1), each.get("VersionId"))

    def _retry(self, request: Callable[[], T], answers: Mapping[str, T] | None = None) -> T:
        """The request's result, or what `answers` makes of S3's word for an error.

        Raises:
            StoreUnavailableError: it failed for good, or until the deadline.
        """
        deadline = time.monotonic() + self._deadline_seconds
        pause = 0.05
        while True:
            try:
                return request()
            except (BotoCoreError, ClientError) as error:
                if answers and code(error) in answers:
                    return answers[code(error)]
                if not passes(error) or time.monotonic() + pause > deadline:
                    raise translate(error, self.address) from error
            time.sleep(jitter.uniform(0, pause))
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
