"""What is special about conversations in a bucket: conditions, lost answers, versions, bounds."""

import asyncio
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import boto3
import botocore.exceptions
import pytest
from botocore.exceptions import BotoCoreError, ClientError, ConnectionClosedError
from moto import mock_aws

from twin.adapters.memory.s3 import S3MemoryStore, build, chain
from twin.adapters.memory.s3.bucket import Bucket, Listed
from twin.adapters.memory.s3.errors import translate
from twin.adapters.memory.s3.link import CARRIED_BYTES, Link, decode, key
from twin.adapters.memory.s3.original import holds_originals
from twin.ports.errors import (
    ConversationDeletedError,
    SettingsError,
    StoreCorruptError,
    StoreUnavailableError,
)
from twin.testing.memory_place import A, B, append_all, history, listed, make_turn, make_turns

VERSION_1 = Path(__file__).parent.parent / "stored" / "s3-version-1.object"
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "s3cret-key"}
ENV = {**KEYS, "TWIN_S3_REGION": "us-east-1"}


def refusal(code: str, status: int) -> ClientError:
    metadata: Any = {"HTTPStatusCode": status}
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": metadata}, "PutObject")


class Flaky:
    """A client whose next calls go wrong as planned, before or after they took effect."""

    def __init__(self, client: Any, bucket: str = "hopper") -> None:
        self.client = client
        self.bucket = bucket
        self.before: list[Exception] = []
        self.after: list[Exception] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.fatal: dict[str, Exception] = {}
        self.overwrites = False

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(**arguments: Any) -> Any:
            self.calls.append((name, dict(arguments)))
            if name in self.fatal:
                raise self.fatal[name]
            if self.before:
                raise self.before.pop(0)
            if self.overwrites:
                arguments.pop("IfNoneMatch", None)
            answer = getattr(self.client, name)(**arguments)
            if self.after:
                raise self.after.pop(0)
            return answer

        return call


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with mock_aws():
        yield boto3.client(
            "s3", region_name="us-east-1", aws_access_key_id="k", aws_secret_access_key="s"
        )


@pytest.fixture
def flaky(client: Any) -> Flaky:
    name = f"hopper-{uuid.uuid4().hex}"
    client.create_bucket(Bucket=name)
    return Flaky(client, name)


@pytest.fixture
def bucket(flaky: Flaky) -> Bucket:
    return Bucket(flaky, flaky.bucket, "twin", deadline_seconds=1)


@pytest.fixture
def store(bucket: Bucket) -> S3MemoryStore:
    return S3MemoryStore(bucket)


def stored_bytes(flaky: Flaky) -> bytes:
    pages = flaky.client.list_objects_v2(Bucket=flaky.bucket, Prefix="twin/conversations/")
    return b"".join(
        flaky.client.get_object(Bucket=flaky.bucket, Key=each["Key"])["Body"].read()
        for each in pages.get("Contents", ())
    )


@pytest.mark.parametrize(
    "error",
    [
        refusal("SlowDown", 503),
        refusal("InternalError", 500),
        refusal("ConditionalRequestConflict", 409),
        ConnectionClosedError(endpoint_url="http://hopper"),
    ],
)
async def test_an_error_that_passes_is_waited_out(
    flaky: Flaky, store: S3MemoryStore, error: Exception
) -> None:
    flaky.before = [error, error]
    await store.append(A, make_turn(1))
    flaky.before = [error]
    assert await store.recent(A, 5) == (make_turn(1),)


async def test_a_write_whose_answer_is_lost_is_stored_once(
    flaky: Flaky, store: S3MemoryStore
) -> None:
    await store.append(A, make_turn(1))
    flaky.after = [ConnectionClosedError(endpoint_url="http://hopper")]
    await store.append(A, make_turn(2))

    assert await history(store, A) == make_turns(2)


async def test_a_turn_that_another_writer_overtook_takes_the_next_number(
    store: S3MemoryStore, bucket: Bucket
) -> None:
    await store.append(A, make_turn(1))
    await append_all(S3MemoryStore(bucket), A, make_turns(3)[1:])
    await store.append(A, make_turn(4))

    assert await history(store, A) == make_turns(4)


async def test_a_server_that_stays_down_is_an_error_and_not_a_wait(
    flaky: Flaky, store: S3MemoryStore
) -> None:
    flaky.before = [refusal("SlowDown", 503)] * 1000

    with pytest.raises(StoreUnavailableError, match="SlowDown"):
        await store.append(A, make_turn(1))


async def test_a_missing_right_is_told_at_once(flaky: Flaky, store: S3MemoryStore) -> None:
    flaky.before = [refusal("AccessDenied", 403)]

    with pytest.raises(StoreUnavailableError, match=r"policy"):
        await store.append(A, make_turn(1))
    assert len(flaky.calls) == 1


def test_a_server_that_ignores_conditions_is_refused(flaky: Flaky, bucket: Bucket) -> None:
    bucket.refuse_unless_conditions_hold()
    bucket.refuse_unless_conditions_hold()
    flaky.overwrites = True

    with pytest.raises(SettingsError, match="overwrites"):
        bucket.refuse_unless_conditions_hold()


async def test_every_object_is_created_on_condition(flaky: Flaky, store: S3MemoryStore) -> None:
    await append_all(store, A, make_turns(3))
    await store.keep_once("session-secret", b"value")
    await store.delete(A)

    puts = [arguments for name, arguments in flaky.calls if name == "put_object"]
    assert len(puts) > 6
    assert all(arguments["IfNoneMatch"] == "*" for arguments in puts)


async def test_requests_and_bytes_of_a_turn_do_not_grow(flaky: Flaky, bucket: Bucket) -> None:
    store = S3MemoryStore(bucket)
    costs = []
    for number in range(1, 151):
        flaky.calls.clear()
        await store.recent(A, 20)
        await store.append(A, make_turn(number))
        sent = sum(len(arguments.get("Body", b"")) for _, arguments in flaky.calls)
        costs.append((len(flaky.calls), sent))

    assert costs[-1][0] == 2
    assert costs[-1][0] <= costs[99][0]
    assert costs[-1][1] <= 1.05 * costs[99][1]


async def test_a_store_that_knows_nothing_yet_needs_four_requests(
    flaky: Flaky, store: S3MemoryStore, bucket: Bucket
) -> None:
    await append_all(store, A, make_turns(30))
    flaky.calls.clear()
    stranger = S3MemoryStore(bucket)
    await stranger.recent(A, 20)
    await stranger.append(A, make_turn(31))

    names = [name for name, _ in flaky.calls]
    assert names == ["list_objects_v2", "get_object", "get_object", "put_object"]


def test_what_a_turn_carries_is_bounded_in_bytes() -> None:
    link = Link()
    for number in range(40):
        link = link.followed_by(make_turn(number, answer="x" * 10_000))

    assert len(link.encode()) < CARRIED_BYTES + 14_000
    assert len(link.ids) == 40
    assert link.turns[-1] == make_turn(39, answer="x" * 10_000)


async def test_a_listing_that_lags_behind_loses_nothing(
    flaky: Flaky, store: S3MemoryStore, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    await append_all(store, A, make_turns(2))
    old = bucket.page(f"conversations/{A}/")
    await append_all(store, A, make_turns(5)[2:])
    monkeypatch.setattr(bucket, "page", lambda *_args, **_kwargs: old[:1])
    stranger = S3MemoryStore(bucket)

    assert await stranger.recent(A, 20) == tuple(make_turns(5))
    await S3MemoryStore(bucket).append(A, make_turn(6))
    assert await stranger.recent(A, 20) == tuple(make_turns(6))


async def test_a_writer_with_an_old_end_of_the_chain_brings_nothing_back(
    store: S3MemoryStore, bucket: Bucket
) -> None:
    ends: list[Link] = [Link()]
    for number in range(1, 6):
        ends.append(chain.append(bucket, A, make_turn(number), ends[-1]))
    await store.delete(A)

    for end in ends:
        with pytest.raises(ConversationDeletedError):
            chain.append(bucket, A, make_turn(9), end)
        assert chain.newest(bucket, A, end).erased
    assert await history(store, A) == []


async def test_a_writer_whom_an_erasure_overtakes_is_told_that_it_is_erased(
    bucket: Bucket, store: S3MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An erasure has taken the turn that was just listed, and not yet put a tombstone there."""
    await append_all(store, A, make_turns(1))
    read = bucket.read

    def overtaken(name: str) -> bytes | None:
        monkeypatch.setattr(bucket, "read", read)
        bucket.create(key(A, 2), b"")
        bucket.remove(Listed(name, 1))
        return read(name)

    monkeypatch.setattr(bucket, "read", overtaken)
    with pytest.raises(ConversationDeletedError):
        await S3MemoryStore(bucket).append(A, make_turn(7))


async def test_erasing_takes_every_version_of_every_object(
    flaky: Flaky, store: S3MemoryStore
) -> None:
    flaky.client.put_bucket_versioning(
        Bucket=flaky.bucket, VersioningConfiguration={"Status": "Enabled"}
    )
    await append_all(store, A, make_turns(3))
    name = "twin/" + key(A, 2)
    flaky.client.put_object(Bucket=flaky.bucket, Key=name, Body=b"by hand")
    flaky.client.delete_object(Bucket=flaky.bucket, Key=name)

    assert await store.delete(A) is True

    found = flaky.client.list_object_versions(Bucket=flaky.bucket, Prefix="twin/conversations/")
    assert {each["Size"] for each in found["Versions"]} == {0}
    assert "DeleteMarkers" not in found
    with pytest.raises(ConversationDeletedError):
        await store.append(A, make_turn(4))


async def test_an_erasure_that_was_cut_short_is_finished_by_the_next(
    flaky: Flaky, store: S3MemoryStore, bucket: Bucket
) -> None:
    await append_all(store, A, make_turns(3))
    bucket.create(key(A, 4), b"")
    bucket.remove(next(each for each in bucket.everything("") if each.key == key(A, 2)))

    assert await S3MemoryStore(bucket).recent(A, 20) == ()
    assert await listed(store) == []
    assert await store.delete(A) is True
    assert stored_bytes(flaky) == b""
    assert len(bucket.page(f"conversations/{A}/")) == 4


async def test_an_erasure_whose_process_was_killed_is_finished_with_the_next_of_another(
    flaky: Flaky, store: S3MemoryStore, bucket: Bucket
) -> None:
    class Killed(Exception):  # noqa: N818
        pass

    await append_all(store, A, make_turns(3))
    flaky.fatal["delete_object"] = Killed()
    with pytest.raises(Killed):
        await store.delete(A)
    assert b"question" in stored_bytes(flaky)
    flaky.fatal.clear()

    await S3MemoryStore(bucket).delete(B)

    assert stored_bytes(flaky) == b""
    assert bucket.page("erasing/") == []
    with pytest.raises(ConversationDeletedError):
        await store.append(A, make_turn(4))


async def test_an_erasure_that_another_finishes_is_told_as_done(
    store: S3MemoryStore, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process sees our mark and has erased all before we come to it."""
    await append_all(store, A, make_turns(3))
    create = bucket.create

    def seen_by_another(name: str, body: bytes) -> bool:
        monkeypatch.setattr(bucket, "create", create)
        created = create(name, body)
        chain.finish_erasures(bucket)
        return created

    monkeypatch.setattr(bucket, "create", seen_by_another)

    assert await store.delete(A) is True
    assert await store.delete(A) is False


async def test_an_erasure_that_was_killed_is_told_as_done_when_it_is_asked_for_again(
    flaky: Flaky, store: S3MemoryStore, bucket: Bucket
) -> None:
    await append_all(store, A, make_turns(3))
    bucket.create("erasing/" + A, b"")
    bucket.create(key(A, 4), b"")

    assert await S3MemoryStore(bucket).delete(A) is True
    assert stored_bytes(flaky) == b""
    assert bucket.page("erasing/") == []


async def test_an_erasure_that_cannot_be_finished_hinders_no_other(
    store: S3MemoryStore,
    bucket: Bucket,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await append_all(store, B, make_turns(2))
    bucket.create("erasing/" + A, b"")
    real = chain._entomb

    def locked(bucket: Bucket, conversation: str) -> bool:
        if conversation == A:
            raise StoreUnavailableError("a rule of the bucket protects it")
        return real(bucket, conversation)

    monkeypatch.setattr(chain, "_entomb", locked)

    assert await store.delete(B) is True
    assert "a rule of the bucket protects it" in caplog.text
    assert await listed(store) == []
    assert [each.key for each in bucket.page("erasing/")] == ["erasing/" + A]


async def test_what_is_damaged_can_be_erased(
    flaky: Flaky, store: S3MemoryStore, bucket: Bucket
) -> None:
    bucket.create(key(A, 1), b"no turn")

    assert await store.delete(A) is True
    assert stored_bytes(flaky) == b""


async def test_an_object_that_somebody_removed_is_missed(
    store: S3MemoryStore, bucket: Bucket
) -> None:
    await append_all(store, A, [make_turn(n, answer="x" * 30_000) for n in range(1, 5)])
    bucket.remove(next(each for each in bucket.everything("") if each.key == key(A, 2)))

    with pytest.raises(StoreCorruptError, match="gone"):
        await store.recent(A, 20)


async def test_an_object_of_version_1_reads_and_is_followed(
    store: S3MemoryStore, bucket: Bucket
) -> None:
    for number in (1, 2):
        bucket.create(key(A, number), VERSION_1.read_bytes())
    expected = replace(make_turn(2), number=0)

    assert (await store.recent(A, 1)) == (expected,)
    await store.append(A, make_turn(3))
    assert (await store.recent(A, 2)) == (expected, make_turn(3))


@pytest.mark.parametrize("body", [b"{}", b"nonsense", b'{"v":2,"ids":[]}\n{}', b"[]\n{}"])
def test_an_object_that_is_none_of_ours_is_an_error(body: bytes) -> None:
    with pytest.raises(StoreCorruptError):
        decode(1, body)


def test_every_error_of_the_library_has_a_translation() -> None:
    errors = [each for each in vars(botocore.exceptions).values() if isinstance(each, type)]
    ours = {each for each in errors if each.__module__ == "botocore.exceptions"}
    foreign = {each for each in ours if not issubclass(each, (BotoCoreError, ClientError, Warning))}

    assert len(ours) > 50
    # What botocore raises while it is built itself, and never for a request.
    assert {each.__name__ for each in foreign} <= {
        "MissingServiceIdError",
        "UndefinedModelAttributeError",
    }


@pytest.mark.parametrize(
    ("code", "cure"),
    [
        ("NoSuchBucket", "TWIN_MEMORY"),
        ("SignatureDoesNotMatch", "AWS_SECRET_ACCESS_KEY"),
        ("AuthorizationHeaderMalformed", "TWIN_S3_REGION"),
        ("Teapot", "status 418"),
    ],
)
def test_an_error_says_what_to_do(code: str, cure: str) -> None:
    said = str(translate(refusal(code, 418), "s3://hopper/twin"))

    assert "s3://hopper/twin" in said
    assert code in said
    assert cure in said


@pytest.mark.parametrize("argument", ["", "hopper", "//", "///prefix"])
def test_an_address_without_a_bucket_is_refused(argument: str) -> None:
    with pytest.raises(SettingsError, match="s3://BUCKET/PREFIX"):
        build(argument, ENV)


@mock_aws
def test_a_missing_bucket_is_told_at_the_start() -> None:
    with pytest.raises(StoreUnavailableError, match="no such bucket"):
        build("//nowhere", ENV)


@mock_aws
@pytest.mark.parametrize("first", ["0cc6b1de", "cfc6b1de", "fcc6b1de"])
def test_conversations_of_the_original_are_noticed_among_ours(
    first: str,
) -> None:
    name = f"hopper-{first}"
    client = boto3.client(
        "s3", region_name="us-east-1", aws_access_key_id="k", aws_secret_access_key="s"
    )
    client.create_bucket(Bucket=name)
    store = build(f"//{name}", ENV)
    asyncio.run(store.append(A, make_turn(1)))
    asyncio.run(store.keep_once("session-secret", b"value"))
    client.put_object(Bucket=name, Key="notes.json", Body=b"")
    assert not holds_originals(f"//{name}", ENV)

    original = f"{first}-4b9f-4d0f-9a53-3fd1c2a0e3b7.json"
    client.put_object(Bucket=name, Key=original, Body=b"[]")

    assert holds_originals(f"//{name}", ENV)


@mock_aws
@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, {}),
        ({"TWIN_S3_SSE": "AES256"}, {"ServerSideEncryption": "AES256"}),
        (
            {"TWIN_S3_KMS_KEY_ID": "key"},
            {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": "key"},
        ),
    ],
)
def test_encryption_goes_with_every_object(
    settings: dict[str, str], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Flaky] = []
    real = boto3.client

    def client(*args: Any, **kwargs: Any) -> Flaky:
        made.append(Flaky(real(*args, **kwargs)))
        made[0].client.create_bucket(Bucket="hopper")
        return made[0]

    monkeypatch.setattr(boto3, "client", client)
    build("//hopper/twin", {**ENV, **settings})

    sent = [arguments for name, arguments in made[0].calls if name == "put_object"]
    assert sent
    for arguments in sent:
        chosen = {name: arguments[name] for name in arguments if name.startswith(("Ser", "SSE"))}
        assert chosen == expected


@pytest.mark.parametrize(
    "settings",
    [{"TWIN_S3_SSE": "rot13"}, {"TWIN_S3_SSE": "AES256", "TWIN_S3_KMS_KEY_ID": "key"}],
)
def test_a_wrong_encryption_is_refused(settings: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="TWIN_S3_"):
        build("//hopper", {**ENV, **settings})
