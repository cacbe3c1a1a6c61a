"""The profile port: what a source knows about the person, and where it knows it from."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

Disclosure = Literal["public", "on_request", "private"]
PassageKind = Literal["summary", "style", "answer", "profile", "document"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something stands, such as `("facts.json", "education[0].degree")`."""

    source: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as it was written, with year and month (1-12) when they are known.

    `Present` and its like have neither; `open` tells them from text that was not understood.
    """

    text: str
    year: int | None = None
    month: int | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about the person.

    Attributes:
        key: dotted path in the source's own words, such as `current_role`, `interests.sports[1]`.
        value: text, as the source has it.
        disclosure: public goes into the prompt; on_request only when asked for; private never.
        ask: further wordings under which visitors ask for it, as the owner wrote them.
    """

    key: str
    value: str
    origin: Origin
    disclosure: Disclosure = "public"
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A job; `end` is open for a present one and None when nothing is known."""

    title: str
    company: str
    origin: Origin
    start: PartialDate | None = None
    end: PartialDate | None = None
    location: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Education:
    """A school or degree; any part may be empty."""

    institution: str
    origin: Origin
    degree: str = ""
    field: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    dates: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text by or about the person, in reading order within its source."""

    text: str
    kind: PassageKind
    origin: Origin
    heading: str = ""


@dataclass(frozen=True, slots=True)
class ProfileWarning:
    """Something the owner should know about a source.

    Attributes:
        unread: nothing of the source could be used; the twin goes on without it.
    """

    message: str
    origin: Origin
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """What the owner decided about the twin itself; empty means the default.

    Attributes:
        name: what to call the person.
        greeting: the first words on the page.
        ai_notice: the sentence that says that an AI is speaking, shown at first contact.
        questions: suggested first questions.
        disclosure: fact key (or its first part) and how it may be disclosed; beats the sources.
    """

    name: str = ""
    greeting: str = ""
    ai_notice: str = ""
    questions: tuple[str, ...] = ()
    disclosure: tuple[tuple[str, Disclosure], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that one source knows."""

    facts: tuple[Fact, ...] = ()
    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    passages: tuple[Passage, ...] = ()
    warnings: tuple[ProfileWarning, ...] = ()
    policy: Policy = field(default_factory=Policy)


class ProfileSource(Protocol):
    """A place that knows something about the person."""

    def load(self) -> Profile:
        """Read everything.

        Called once, when the twin starts, off the event loop. A source with nothing to say returns
        an empty profile. What can be used with a loss is used, and the loss is a warning.

        Raises:
            ProfileError: it cannot be used; the text names file, line and cure.
        """
        ...
