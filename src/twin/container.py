"""The composition root: the only module that knows the domain and the adapters.

Each provider is backed by a typed builder, so that a type checker sees wrong wiring. Doors make a
container once, take the objects they serve, and hand plain objects on.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from dependency_injector import providers

from twin.adapters import data_folder, registry
from twin.domain.chat import Chat
from twin.domain.persona import Persona, merge
from twin.domain.prompt import PromptComposer, PromptLimits
from twin.domain.retrieval import Retrieval
from twin.ports.closing import Closing
from twin.ports.errors import ProfileError, SettingsError
from twin.ports.llm import LanguageModel
from twin.ports.memory import MemoryStore
from twin.ports.profile import Profile, ProfileSource, ProfileWarning
from twin.settings import Settings, profile_folder, reads_a_folder

HOLDS_ORIGINALS = {
    "file": "twin.adapters.memory.filesystem.original:holds_originals",
    "s3": "twin.adapters.memory.s3.original:holds_originals",
}
STORING_SECONDS = 60  # generous: what an answer's lease allows beyond the model's own limit


def utc_now() -> datetime:
    return datetime.now(UTC)


def build_profiles(settings: Settings) -> Mapping[str, Profile]:
    """What each source says, by its name, best first."""
    name, colon, argument = settings.data.partition(":")
    if colon and name in registry.names("twin.profile"):
        source = registry.find("twin.profile", name)(argument, settings.environment)
        return {name: cast("ProfileSource", source).load()}
    try:
        return data_folder.profiles(profile_folder(settings))
    except OSError as error:
        raise ProfileError(
            f"{error.filename} cannot be read: {error.strerror}. Let the user that runs twin read "
            "it, or name another folder in TWIN_DATA."
        ) from error


def keep_profile(settings: Settings) -> tuple[Path, Mapping[str, Profile]]:
    """Read the data folder anew and keep what it says; where, and what.

    Raises:
        ProfileError: a file that the twin cannot do without cannot be used.
        SettingsError: there is no folder, or it cannot be written.
    """
    folder = profile_folder(settings)
    try:
        return data_folder.build(folder)
    except OSError as error:
        raise SettingsError(f"Nothing can be kept in {folder}: {error.strerror}.") from error


def read_pdf(path: Path) -> Profile:
    """What a LinkedIn PDF or another CV says, before it is anybody's profile.

    Raises:
        ProfileError: it cannot be used; the text says why and what to do.
    """
    source = cast("ProfileSource", registry.load("twin.adapters.profile.pdf:PdfProfile")(path))
    return source.load()


def build_persona(profiles: Mapping[str, Profile]) -> Persona:
    return merge(list(profiles.values()))


def build_composer(persona: Persona, settings: Settings) -> PromptComposer:
    limits = PromptLimits(
        history_turns=settings.history_turns,
        history_tokens=settings.history_tokens,
        max_output_tokens=settings.max_output_tokens,
        temperature=settings.temperature,
    )
    return PromptComposer(persona, limits)


def build_model(settings: Settings) -> LanguageModel:
    name, _, argument = settings.llm_address.partition(":")
    return cast("LanguageModel", registry.find("twin.llm", name)(argument, settings.environment))


def build_floor(settings: Settings) -> LanguageModel | None:
    if settings.floor == "off" or settings.llm_address.partition(":")[0] == "quoting":
        return None
    return cast("LanguageModel", registry.find("twin.llm", "quoting")("", settings.environment))


def build_memory(settings: Settings) -> MemoryStore:
    name, _, argument = settings.memory_address.partition(":")
    return cast("MemoryStore", registry.find("twin.memory", name)(argument, settings.environment))


def original_files(address: str, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file of the original project at a path or an S3 address.

    Raises:
        StoreUnavailableError: the place cannot be read.
    """
    name, _, argument = address.partition(":")
    if name == "s3":
        read = registry.load("twin.adapters.memory.s3.original:originals")
        return cast("Iterator[tuple[str, bytes]]", read(argument, settings.environment))
    read = registry.load("twin.adapters.memory.filesystem.original:originals")
    return cast("Iterator[tuple[str, bytes]]", read(Path(address).expanduser()))


def notices(container: "Container") -> tuple[str, ...]:
    """What the owner should know: about the settings and the profile."""
    settings: Settings = container.settings()
    persona = container.persona()
    folder = profile_folder(settings) if reads_a_folder(settings) else Path()
    unused = data_folder.passed_over(folder) if folder.name else ()
    return (*settings.warnings, *map(notice, persona.warnings), *unused)


def notice(warning: ProfileWarning) -> str:
    return f"{warning.origin.source}: {warning.message}"


def older_conversations(settings: Settings) -> tuple[str, ...]:
    """What the owner should know when the memory's place holds files of the original project.

    Raises:
        StoreUnavailableError: the place cannot be read.
    """
    name, _, argument = settings.memory_address.partition(":")
    if name not in HOLDS_ORIGINALS:
        return ()
    place = settings.memory_address if name == "s3" else argument
    if not registry.load(HOLDS_ORIGINALS[name])(argument, settings.environment):
        return ()
    notice = (
        f"{place} holds conversations of an older twin. They stay as they are; "
        f"`twin import {place}` brings them in."
    )
    return (notice,)


def build_chat(
    composer: PromptComposer,
    retrieval: Retrieval,
    model: LanguageModel,
    memory: MemoryStore,
    floor: LanguageModel | None,
    settings: Settings,
) -> Chat:
    return Chat(
        composer=composer,
        retrieval=retrieval,
        model=model,
        memory=memory,
        floor=floor,
        clock=utc_now,
        lease_seconds=settings.total_seconds + STORING_SECONDS,
    )


async def close(container: "Container") -> None:
    """End every reply under way and give back what the adapters hold."""
    await container.chat().close()
    adapters: tuple[object, ...] = (container.model(), container.floor(), container.memory())
    for adapter in adapters:
        if isinstance(adapter, Closing):
            await adapter.close()


class Container:
    """What a door can ask for; each is made once, when first asked for.

    The providers are attributes of a plain object: the library's own containers import FastAPI,
    which a command at the terminal has no use for and would wait for.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings: providers.Provider[Settings] = providers.Object(settings)
        self.profiles: providers.Provider[Mapping[str, Profile]] = providers.Singleton(
            build_profiles, self.settings
        )
        self.persona: providers.Provider[Persona] = providers.Singleton(
            build_persona, self.profiles
        )
        self.retrieval: providers.Provider[Retrieval] = providers.Singleton(Retrieval, self.persona)
        self.composer: providers.Provider[PromptComposer] = providers.Singleton(
            build_composer, self.persona, self.settings
        )
        self.model: providers.Provider[LanguageModel] = providers.Singleton(
            build_model, self.settings
        )
        self.floor: providers.Provider[LanguageModel | None] = providers.Singleton(
            build_floor, self.settings
        )
        self.memory: providers.Provider[MemoryStore] = providers.Singleton(
            build_memory, self.settings
        )
        self.chat: providers.Provider[Chat] = providers.Singleton(
            build_chat,
            self.composer,
            self.retrieval,
            self.model,
            self.memory,
            self.floor,
            self.settings,
        )
