"""One conversation as a chain of objects, each number taken once; what is done to it, blocking."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor

from twin.adapters.memory.s3.bucket import Bucket, Listed, jitter
from twin.adapters.memory.s3.link import Link, decode, folder, key, parse_key
from twin.ports.errors import (
    ConversationDeletedError,
    StoreCorruptError,
    StoreError,
    StoreUnavailableError,
)
from twin.ports.memory import ConversationSummary, Turn

logger = logging.getLogger(__name__)

ERASING = "erasing/"
TRIES = 500
PAUSE_SECONDS = 0.05
LISTINGS = 5
ERASERS = 16
ROUNDS = 20


def newest(bucket: Bucket, conversation: str, known: Link | None = None) -> Link:
    """The chain's end. Listing only says where to start: the end is where nothing follows."""
    if known and (known.erased or _read(bucket, conversation, known.sequence + 1) is None):
        return known
    link = _listed_end(bucket, conversation)
    while not link.erased and (following := _read(bucket, conversation, link.sequence + 1)):
        link = following
    return link


def append(bucket: Bucket, conversation: str, turn: Turn, known: Link | None) -> Link:
    """Add the turn and return the chain's end.

    Whoever creates the next number has appended. When the number is taken, by another or by a try
    of ours whose answer was lost, its object says which.
    """
    link = known or _listed_end(bucket, conversation)
    for _ in range(TRIES):
        if link.erased:
            raise ConversationDeletedError(f"conversation {conversation} was erased")
        if turn.id in link.ids:
            return link
        following = link.followed_by(turn)
        if bucket.create(key(conversation, following.sequence), following.encode()):
            return following
        link = _faster(bucket, conversation, following.sequence) or link
    raise StoreUnavailableError(f"{bucket.address}: others were faster {TRIES} times; try again.")


def between(bucket: Bucket, conversation: str, first: int, link: Link) -> tuple[Turn, ...]:
    """Turns from number `first` to the link's own; none when the conversation is erased."""
    lines = link.lines
    while lines and (start := link.sequence - len(lines) + 1) > first:
        earlier = _read(bucket, conversation, start - 1)
        if earlier is None or earlier.erased:
            return _nothing_if_erased(bucket, conversation, start - 1)
        lines = (*earlier.lines, *lines)
    count = link.sequence - first + 1
    return Link(link.sequence, lines[-count:]).turns


def page(bucket: Bucket, conversation: str, first: int, last: int) -> tuple[Turn, ...]:
    """Turns from number `first` to number `last`; none when the conversation is erased."""
    link = _read(bucket, conversation, last)
    if link is None or link.erased:
        return _nothing_if_erased(bucket, conversation, last)
    return between(bucket, conversation, first, link)


def summarize(bucket: Bucket, conversation: str, last: int) -> ConversationSummary | None:
    """Its first turn and turn `last` at a glance; None when it is erased."""
    ends = [page(bucket, conversation, number, number) for number in dict.fromkeys((1, last))]
    if not all(ends):
        return None
    (first, *_), (newest_turn, *_) = ends[0], ends[-1]
    return ConversationSummary(
        conversation=conversation,
        turns=last,
        first_asked_at=first.asked_at,
        last_answered_at=newest_turn.answered_at,
        first_question=first.question,
    )


def erase(bucket: Bucket, conversation: str) -> bool:
    """Erase it; a mark is there meanwhile, so that whoever is killed at it is not the last.

    Whoever sees the mark may erase what we came for; so what is there is looked at before.
    """
    mark = f"{ERASING}{conversation}"
    found = any(each.size for each in bucket.page(folder(conversation), limit=1))
    bucket.create(mark, b"")
    found = _entomb(bucket, conversation) or found
    bucket.remove(Listed(mark, 0))
    return found


def finish_erasures(bucket: Bucket) -> None:
    """Erase what others have begun to, and perhaps were killed at; what fails is logged."""
    for listed in bucket.page(ERASING):
        try:
            erase(bucket, listed.key.removeprefix(ERASING))
        except StoreError as error:
            logger.warning("An erasure that was begun earlier is still not done: %s", error)


def _entomb(bucket: Bucket, conversation: str) -> bool:
    """Put a tombstone under every number that was ever taken, and under one more.

    A writer under way holds some end of the chain, however old, and tries the number after it; so
    every number has to stay taken. The end goes first: whoever looks sees the conversation erased.
    """
    _entomb_end(bucket, conversation)
    found = False
    for _ in range(ROUNDS):
        objects = list(bucket.everything(folder(conversation)))
        full = [each for each in objects if each.size]
        entombed = {parse_key(each.key)[1] for each in objects if not each.size}
        missing = set(range(1, max(entombed) + 1)) - entombed
        if not full and not missing:
            return found
        found = found or bool(full)
        with ThreadPoolExecutor(ERASERS) as threads:
            list(threads.map(bucket.remove, full))
            list(threads.map(lambda n: bucket.create(key(conversation, n), b""), missing))
    raise StoreUnavailableError(
        f"{bucket.address}/{folder(conversation)} is not empty after {ROUNDS} rounds of erasing; "
        "does a lock or a retention rule of the bucket protect its objects?"
    )


def _entomb_end(bucket: Bucket, conversation: str) -> None:
    """Without reading a turn: what is damaged can be erased, too."""
    sequence = 0
    for _ in range(TRIES):
        for listed in bucket.page(folder(conversation), limit=1):
            if not listed.size:
                return
            sequence = max(sequence, parse_key(listed.key)[1])
        if bucket.create(key(conversation, sequence + 1), b""):
            return
        sequence += 1  # a writer was faster, or the listing lags behind
    raise StoreUnavailableError(f"{bucket.address}: others were faster {TRIES} times; try again.")


def _faster(bucket: Bucket, conversation: str, sequence: int) -> Link | None:
    """Who took the number before us. None: it is just being erased, and soon a tombstone."""
    link = _read(bucket, conversation, sequence)
    if link is None:
        time.sleep(jitter.uniform(0, PAUSE_SECONDS))
    return link


def _listed_end(bucket: Bucket, conversation: str) -> Link:
    """The newest object that is listed; what is gone when it is read was erased in between."""
    missing = ""
    for _ in range(LISTINGS):
        listed = next(iter(bucket.page(folder(conversation), limit=1)), None)
        if listed is None:
            return Link()
        if link := _read(bucket, conversation, parse_key(listed.key)[1]):
            return link
        missing = listed.key
        time.sleep(jitter.uniform(0, PAUSE_SECONDS))
    raise StoreCorruptError(f"{bucket.address}/{missing} is listed and not there")


def _read(bucket: Bucket, conversation: str, sequence: int) -> Link | None:
    name = key(conversation, sequence)
    body = bucket.read(name)
    try:
        return None if body is None else decode(sequence, body)
    except StoreCorruptError as error:
        raise StoreCorruptError(f"{bucket.address}/{name}: {error}") from error


def _nothing_if_erased(bucket: Bucket, conversation: str, sequence: int) -> tuple[Turn, ...]:
    if not newest(bucket, conversation).erased:
        name = key(conversation, sequence)
        raise StoreCorruptError(f"{bucket.address}/{name} is gone; who removed it?")
    return ()
