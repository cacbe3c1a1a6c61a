"""How each part shows that it lives; what does not work raises its own error."""

import asyncio
from contextlib import aclosing
from datetime import timedelta

from twin.container import Container, notices, utc_now
from twin.domain.conversation import new_conversation, new_turn_id
from twin.entrypoints.cli.doctor.health import Health
from twin.entrypoints.cli.doctor.preflight import allows, as_browsers_say
from twin.entrypoints.cli.printable import counted
from twin.entrypoints.cli.profile_notices import SAMPLE, unread_files
from twin.entrypoints.http.serving import build_app
from twin.entrypoints.http.sessions import Sessions
from twin.ports.errors import ModelOutputError, ProfileError, SettingsError, StoreCorruptError
from twin.ports.llm import Message, Prompt
from twin.ports.memory import Turn
from twin.settings import is_sample

STRANGER = "https://not-configured.example"


async def profile(container: Container) -> Health:
    """Every source is read and the persona made of it."""
    sources = await asyncio.to_thread(container.profiles)
    if unread := unread_files(sources):
        raise ProfileError(" ".join(unread))
    persona = await asyncio.to_thread(container.persona)
    settings = container.settings()
    found = len(notices(container)) - len(settings.warnings)
    caution = f"{counted(found, 'warning')}: twin check shows what to do" if found else ""
    if is_sample(settings, persona.name):
        caution = SAMPLE
    return Health(f"{persona.name}, from {', '.join(sources)}", caution)


async def model(container: Container) -> Health:
    """One request of a few words, answered to its end."""
    asked = container.model()
    prompt = Prompt(
        system="Answer with one word.",
        messages=(Message("user", "Are you there?"),),
        max_output_tokens=container.settings().max_output_tokens,
    )
    text = ""
    async with aclosing(asked.stream(prompt)) as chunks:
        async for chunk in chunks:
            text += chunk.text
    if not text.strip():
        raise ModelOutputError(f"{asked.name} sent an empty answer. Try another model (TWIN_LLM).")
    return Health(f"{asked.name} answers")


async def memory(container: Container) -> Health:
    """A conversation of one turn is kept, read back and erased."""
    store = container.memory()
    conversation, now = new_conversation(utc_now()), utc_now()
    turn = Turn(new_turn_id(), "Are you there?", "Yes.", now, now, "doctor", "stop")
    await store.append(conversation, turn)
    try:
        kept = await store.recent(conversation, 1)
    finally:
        await store.delete(conversation)
    if kept != (turn,) or await store.recent(conversation, 1):
        raise StoreCorruptError(
            f"{store.name} does not give back what was stored, or keeps what was erased. "
            "Choose another memory (TWIN_MEMORY)."
        )
    forgets = "It forgets when the program ends; to keep conversations: TWIN_MEMORY=file:./memory"
    return Health(
        f"{store.name} keeps, gives back and erases", forgets if store.name == "in-process" else ""
    )


async def secret(container: Container) -> Health:
    """A session id is signed and opened again."""
    settings, store = container.settings(), container.memory()
    sessions = Sessions(
        keys=tuple(key.get_secret_value() for key in settings.secret),
        memory=store,
        lifetime=timedelta(days=settings.session_days),
        clock=utc_now,
    )
    await sessions.open((await sessions.mint()).id)
    if settings.secret:
        return Health(f"TWIN_SECRET signs session ids ({counted(len(settings.secret), 'key')})")
    forgets = "A restart makes another and visitors lose their place: set TWIN_SECRET to what "
    caution = f"{forgets}`openssl rand -hex 32` prints" if store.name == "in-process" else ""
    return Health(f"made once, kept by {store.name}", caution)


async def cors(container: Container) -> Health:
    """The pages that may call from other sites are let in, a stranger's is not."""
    origins = container.settings().cors_origins
    app = build_app(container)
    for origin in origins:
        if origin != "*" and not await allows(app, as_browsers_say(origin)):
            raise SettingsError(
                f"CORS_ORIGINS holds {origin}, which no browser says. "
                f"Write {as_browsers_say(origin)}"
            )
    if await allows(app, STRANGER):
        return Health("pages of every site may call", "Name yours: CORS_ORIGINS=https://your.site")
    local = all("localhost" in origin or "127.0.0.1" in origin for origin in origins)
    caution = "To embed the chat in your site: CORS_ORIGINS=https://your.site"
    return Health(f"pages of {', '.join(origins)} may call", caution if local else "")
