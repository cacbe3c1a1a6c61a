"""What an examination says of a part that works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Health:
    """It works; `caution`: but the owner should think about something, with what to do."""

    said: str
    caution: str = ""
