"""What an adapter that holds connections or threads may have besides its port."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class Closing(Protocol):
    """An adapter with a `close`, which is awaited once, when the twin stops."""

    async def close(self) -> None:
        """Give back what is held; nothing is asked of the adapter afterwards."""
        ...
