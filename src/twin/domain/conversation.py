"""Identifiers, and the window of history that goes into a prompt."""

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from twin.ports.memory import Turn

TIME_DIGITS = 12  # milliseconds since 1970, in hexadecimal: ids sort by age until the year 10889


def new_conversation(now: datetime) -> str:
    """An id nobody can guess: when it was made, then 80 random bits."""
    return f"{int(now.timestamp() * 1000):0{TIME_DIGITS}x}{secrets.token_hex(10)}"


def made_at(conversation: str) -> datetime:
    """When `new_conversation` made this id."""
    return datetime.fromtimestamp(int(conversation[:TIME_DIGITS], 16) / 1000, UTC)


def new_turn_id() -> str:
    return secrets.token_hex(16)


def estimate_tokens(text: str) -> int:
    """About how many tokens a model sees; errs on the high side.

    A token is some four letters of English and about one sign of Chinese or Japanese: both come to
    three or four bytes of UTF-8.
    """
    return -(-len(text.encode("utf-8", "replace")) // 3)


def window(turns: Sequence[Turn], max_turns: int, max_tokens: int) -> tuple[Turn, ...]:
    """The turns that go into a prompt: whole ones, the newest, oldest first.

    What must go, goes in blocks of half a window counted from the conversation's start, so that
    the beginning stays the same for many turns and a provider's prefix cache can serve it.
    """
    told = [turn for turn in turns if turn.answer]
    block = max(1, max_turns // 2)
    while told and not _fits(told, max_turns, max_tokens):
        told = _without_oldest_block(told, block)
    return tuple(told)


def _fits(turns: Sequence[Turn], max_turns: int, max_tokens: int) -> bool:
    return len(turns) <= max_turns and sum(map(_tokens, turns)) <= max_tokens


def _without_oldest_block(turns: list[Turn], block: int) -> list[Turn]:
    end = (turns[0].number // block + 1) * block
    kept = [turn for turn in turns if turn.number >= end]
    return kept or turns[1:]


def _tokens(turn: Turn) -> int:
    return estimate_tokens(turn.question) + estimate_tokens(turn.answer)
