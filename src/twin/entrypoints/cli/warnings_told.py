"""Warnings of the log among what a command tells."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class TellingHandler(logging.Handler):
    """Tells warnings to the person at the terminal."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        # What the chat logs as an error, it also tells as the reply's end.
        if (record.name, record.levelno) != ("twin.domain.chat", logging.ERROR):
            self._tell(record.getMessage())


@contextmanager
def warnings_told(tell: Callable[[str], object]) -> Iterator[None]:
    handler = TellingHandler(tell)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
