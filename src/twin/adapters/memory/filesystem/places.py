"""Folders and small files that are there for good: private, durable, the first one wins."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def make_folder(folder: Path, *, with_parents: bool = False) -> None:
    """Make the folder unless it is there; its name is durable when this returns."""
    if with_parents and not folder.parent.exists():
        make_folder(folder.parent, with_parents=True)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_once(path: Path, value: bytes) -> bytes:
    """The file's content, which is `value` when nobody was first; no reader sees half of it."""
    while True:
        if not path.exists():
            _link(path, value)
        with suppress(FileNotFoundError):  # somebody has forgotten it since
            kept = path.read_bytes()
            sync_folder(path.parent)  # whoever was first may have been killed before this
            return kept


def forget(path: Path) -> None:
    path.unlink(missing_ok=True)


def _link(path: Path, value: bytes) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(value)
            file.flush()
            os.fsync(handle)
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink()
