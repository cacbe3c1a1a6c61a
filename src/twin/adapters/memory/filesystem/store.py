"""The asynchronous face of a folder of conversations; the work is done in threads."""

import asyncio
import errno
import os
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from twin.adapters.memory.filesystem import log
from twin.adapters.memory.filesystem.places import forget, keep_once, make_folder
from twin.ports.errors import StoreCorruptError, StoreUnavailableError
from twin.ports.memory import (
    ConversationSummary,
    Turn,
    require_conversation_id,
    require_kept_name,
)

P = ParamSpec("P")
T = TypeVar("T")

THREADS = 16  # they wait for the disk, which commits many at once
BATCH = 64
NOT_PERMITTED = "this user may not use it; change its owner or mode"
NO_SPACE = "its disk is full, or a quota is used up; free some space"
NOT_A_FOLDER = "a file is in the way where a folder is needed; name another folder"
CURES = {
    errno.ENOSPC: NO_SPACE,
    errno.EDQUOT: NO_SPACE,
    errno.EACCES: NOT_PERMITTED,
    errno.EPERM: NOT_PERMITTED,
    errno.EROFS: "its disk is mounted read-only; mount it writable",
    errno.ENOTDIR: NOT_A_FOLDER,
    errno.EEXIST: NOT_A_FOLDER,
    errno.ENOENT: "nothing is there; was its name misspelt? Look for a disk that is not mounted",
    errno.EMFILE: "too many files are open; raise the limit (ulimit -n)",
}


class FileMemoryStore:
    """A folder of conversations, for any number of processes on one machine."""

    def __init__(self, folder: Path) -> None:
        self.name = f"file:{folder}"
        self._conversations = folder / "conversations"
        self._kept = folder / "kept"
        self._durable_shards: set[Path] = set()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="twin-memory")
        for path in (folder, self._conversations, self._kept):
            _open_folder(path)

    async def append(self, conversation: str, turn: Turn) -> None:
        await self._run(self._append, self._path(conversation), turn)

    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        path = self._path(conversation)
        return await self._run(log.recent, path, limit) if limit else ()

    async def history(self, conversation: str) -> AsyncGenerator[Turn]:
        path = self._path(conversation)
        start, stop = 0, await self._run(log.end, path)
        while start < stop:
            turns, start = await self._run(log.page, path, start, stop)
            for turn in turns:
                yield turn

    async def conversations(self) -> AsyncGenerator[ConversationSummary]:
        """Damaged files come last, as one error that names them: they hide no other."""
        damaged: list[Path] = []
        async for shard, batch in self._batches():
            for summary in await self._run(_summarize, shard, batch, damaged):
                yield summary
        if damaged:
            names = ", ".join(map(str, damaged[:10]))
            raise StoreCorruptError(f"{len(damaged)} files do not read back, such as {names}.")

    async def erased(self) -> AsyncGenerator[str]:
        async for shard, batch in self._batches():
            for conversation in await self._run(_erased, shard, batch):
                yield conversation

    async def delete(self, conversation: str) -> bool:
        return await self._run(self._erase, self._path(conversation))

    async def keep_once(self, name: str, value: bytes) -> bytes:
        return await self._run(keep_once, self._kept / require_kept_name(name), value)

    async def forget(self, name: str) -> None:
        await self._run(forget, self._kept / require_kept_name(name))

    def _path(self, conversation: str) -> Path:
        """256 folders by the random end of the id; of a million conversations each holds 4,000."""
        require_conversation_id(conversation)
        return self._conversations / conversation[-2:] / f"{conversation}.turns"

    async def _batches(self) -> AsyncGenerator[tuple[Path, list[Path]]]:
        """Every conversation's file, some of one folder at a time, and that folder."""
        for shard in await self._run(_entries, self._conversations, "??"):
            paths = await self._run(_entries, shard, "*.turns")
            for first in range(0, len(paths), BATCH):
                yield shard, paths[first : first + BATCH]

    def _append(self, path: Path, turn: Turn) -> None:
        self._ensure_shard(path.parent)
        log.append(path, turn)

    def _erase(self, path: Path) -> bool:
        self._ensure_shard(path.parent)
        return log.erase(path)

    def _ensure_shard(self, shard: Path) -> None:
        if shard not in self._durable_shards:
            make_folder(shard)
            self._durable_shards.add(shard)

    async def _run(
        self,
        work: Callable[Concatenate[Path, P], T],
        path: Path,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """In a thread, which a cancelled caller leaves to finish."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._threads, lambda: work(path, *args, **kwargs))
        except OSError as error:
            raise unavailable(path, error) from error
        except StoreCorruptError as error:
            raise StoreCorruptError(f"{path}: {error}. Set it aside and look at it.") from error


def unavailable(path: Path, error: OSError) -> StoreUnavailableError:
    """What to tell the owner of an error of the operating system."""
    cure = CURES.get(error.errno or 0, f"{error.strerror or error}")
    return StoreUnavailableError(f"The memory at {path} cannot be used: {cure}.")


def _open_folder(folder: Path) -> None:
    try:
        make_folder(folder, with_parents=True)
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "no access")
    except OSError as error:
        raise unavailable(folder, error) from error


def _entries(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


def _summarize(_shard: Path, paths: list[Path], damaged: list[Path]) -> list[ConversationSummary]:
    summaries = []
    for path in paths:
        try:
            summary = log.summarize(path)
        except StoreCorruptError:
            damaged.append(path)
        else:
            summaries += [summary] if summary else []
    return summaries


def _erased(_shard: Path, paths: list[Path]) -> list[str]:
    return [path.stem for path in paths if log.is_erased(path)]
