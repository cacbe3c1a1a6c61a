"""The chat use case, with adapters as fakes."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import timedelta

import pytest

from tests.people import MOMENT, Clock, make_chat, turn
from twin.adapters.llm.quoting import QuotingModel
from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.domain.chat import Chat
from twin.domain.claims import Claims
from twin.domain.conversation import made_at, new_conversation
from twin.domain.draft import Question
from twin.domain.prompt import PromptLimits
from twin.domain.reply import Delta, Done, Failed, ReplyEvent, Started
from twin.ports.errors import AnsweredElsewhereError, ModelUnavailableError, StoreUnavailableError
from twin.ports.llm import Usage
from twin.ports.memory import MemoryStore, Turn
from twin.testing import ScriptedModel

CONVERSATION = "0" * 31 + "1"
DOWN = ModelUnavailableError("the server is down")


class FullStore(InProcessMemoryStore):
    """A store whose disk is full."""

    async def append(self, conversation: str, turn: Turn) -> None:
        raise StoreUnavailableError("disk full")


class WriteOnlyStore(InProcessMemoryStore):
    """A store of which nothing can be read or claimed, only turns written."""

    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        raise StoreUnavailableError("no reading")

    async def keep_once(self, name: str, value: bytes) -> bytes:
        raise StoreUnavailableError("no claiming")


async def ask(chat: Chat, text: str = "What do you do?", **more: object) -> list[ReplyEvent]:
    question = Question(CONVERSATION, text, **more)  # type: ignore[arg-type]
    async with aclosing(chat.reply(question)) as events:
        return [event async for event in events]


async def stored(memory: MemoryStore) -> tuple[Turn, ...]:
    return await memory.recent(CONVERSATION, 64)


async def next_delta(events: AsyncGenerator[ReplyEvent]) -> str:
    async for event in events:
        if isinstance(event, Delta):
            return event.text
    raise AssertionError("no delta came")


async def test_a_question_is_answered_piece_by_piece_and_stored_once() -> None:
    memory = InProcessMemoryStore()
    chat = make_chat(ScriptedModel("I build ", "compilers."), memory)

    events = await ask(chat, disclosed=True)

    started, *deltas, done = events
    assert isinstance(started, Started)
    assert "".join(event.text for event in deltas if isinstance(event, Delta)) == (
        "I build compilers."
    )
    assert isinstance(done, Done)
    assert await stored(memory) == (done.turn,)
    assert done.turn.id == started.turn_id
    assert (done.turn.question, done.turn.answer) == ("What do you do?", "I build compilers.")
    assert (done.turn.finish, done.turn.model, done.turn.number) == ("stop", "scripted", 0)
    assert done.turn.asked_at < done.turn.answered_at


async def test_only_the_first_reply_begins_with_the_disclosure() -> None:
    memory = InProcessMemoryStore()
    chat = make_chat(ScriptedModel("Hello."), memory)

    await ask(chat)
    await ask(chat)

    first, second = await stored(memory)
    assert first.answer.startswith("I'm an AI twin of Ada Invented")
    assert second.answer == "Hello."
    assert second.number == 1


@pytest.mark.parametrize("disclosed", [True, False])
async def test_the_floor_says_only_once_that_an_ai_is_speaking(disclosed: bool) -> None:
    chat = make_chat(QuotingModel(), InProcessMemoryStore())

    done = (await ask(chat, "Who are you?", disclosed=disclosed))[-1]

    assert isinstance(done, Done)
    assert done.turn.answer.count("I'm an AI twin of Ada Invented") == 1


async def test_a_client_that_has_disclosed_gets_the_answer_alone() -> None:
    memory = InProcessMemoryStore()

    await ask(make_chat(ScriptedModel("Hello."), memory), disclosed=True)

    assert (await stored(memory))[0].answer == "Hello."


async def test_earlier_turns_go_into_the_next_prompt() -> None:
    memory = InProcessMemoryStore()
    model = ScriptedModel("Hello.")
    chat = make_chat(model, memory)

    await ask(chat, "First?", disclosed=True)
    await ask(chat, "Second?")

    said = [message.text for message in model.prompts[1].messages]
    assert [("First?" in said[0]), said[1], ("Second?" in said[2])] == [True, "Hello.", True]


async def test_the_first_question_of_a_conversation_waits_for_nothing_from_memory() -> None:
    chat = make_chat(ScriptedModel("I build compilers."), WriteOnlyStore())

    *_, first = await ask(chat, first=True, message_id="m1")
    *_, second = await ask(chat, message_id="m2")

    assert isinstance(first, Done)
    assert isinstance(second, Failed)


async def test_usage_is_kept_as_reported_or_estimated_and_marked() -> None:
    memory = InProcessMemoryStore()
    reported = Usage(100, 5, 64)

    await ask(make_chat(ScriptedModel("Yes.", usage=reported), memory))
    await ask(make_chat(ScriptedModel("Yes."), memory))

    first, second = await stored(memory)
    assert first.usage == reported
    assert second.usage.estimated
    assert second.usage.input_tokens > 300
    assert second.usage.output_tokens > 0


async def test_a_model_that_fails_before_its_first_word_is_replaced_by_the_floor(
    caplog: pytest.LogCaptureFixture,
) -> None:
    memory = InProcessMemoryStore()
    chat = make_chat(ScriptedModel(DOWN), memory, floor=ScriptedModel("From the floor."))

    done = (await ask(chat))[-1]

    assert isinstance(done, Done)
    assert done.turn.answer.endswith("From the floor.")
    assert "floor" in done.turn.flags
    assert "the server is down" in caplog.text


async def test_an_empty_answer_counts_as_a_failure() -> None:
    chat = make_chat(ScriptedModel(), InProcessMemoryStore(), floor=ScriptedModel("Floor."))

    done = (await ask(chat, disclosed=True))[-1]

    assert isinstance(done, Done)
    assert done.turn.answer == "Floor."


async def test_without_a_floor_the_failure_shows_and_the_question_is_kept() -> None:
    memory = InProcessMemoryStore()

    *_, failed = await ask(make_chat(ScriptedModel(DOWN), memory))

    assert failed == Failed(DOWN)
    (kept,) = await stored(memory)
    assert (kept.finish, kept.answer, kept.question) == ("failed", "", "What do you do?")


async def test_a_model_that_breaks_off_is_not_replaced_and_what_was_shown_is_stored() -> None:
    memory = InProcessMemoryStore()
    chat = make_chat(ScriptedModel("I bui", DOWN), memory, floor=ScriptedModel("Floor."))

    events = await ask(chat, disclosed=True)

    assert events[1:] == [Delta("I bui"), Failed(DOWN)]
    (kept,) = await stored(memory)
    assert (kept.finish, kept.answer) == ("failed", "I bui")


async def test_an_answer_that_cannot_be_stored_is_never_done() -> None:
    events = await ask(make_chat(ScriptedModel("Hello."), FullStore()))

    assert not any(isinstance(event, Done) for event in events)
    assert isinstance(events[-1], Failed)
    assert isinstance(events[-1].error, StoreUnavailableError)


async def test_a_visitor_who_leaves_stops_the_model_and_what_was_shown_is_stored_as_cut() -> None:
    memory = InProcessMemoryStore()
    model = ScriptedModel("I build ", asyncio.Event(), "compilers.")
    chat = make_chat(model, memory)

    async with aclosing(chat.reply(Question(CONVERSATION, "Hm?", disclosed=True))) as events:
        assert await next_delta(events) == "I build "
    await chat.close()

    assert model.stopped == 1
    (kept,) = await stored(memory)
    assert (kept.finish, kept.answer) == ("cut", "I build ")


async def test_a_visitor_who_leaves_before_the_first_word_leaves_the_question_behind() -> None:
    memory = InProcessMemoryStore()
    model = ScriptedModel(asyncio.Event())
    chat = make_chat(model, memory)

    async with aclosing(chat.reply(Question(CONVERSATION, "Hm?"))) as events:
        assert isinstance(await anext(events), Started)
    await chat.close()

    (kept,) = await stored(memory)
    assert (kept.finish, kept.answer, kept.question) == ("cut", "", "Hm?")


async def test_a_visitor_who_leaves_while_the_answer_is_stored_does_not_undo_it() -> None:
    storing, go_on = asyncio.Event(), asyncio.Event()

    class SlowStore(InProcessMemoryStore):
        async def append(self, conversation: str, turn: Turn) -> None:
            storing.set()
            await go_on.wait()
            await super().append(conversation, turn)

    memory = SlowStore()
    chat = make_chat(ScriptedModel("Hello."), memory)
    asking = asyncio.create_task(ask(chat, disclosed=True))
    await storing.wait()
    asking.cancel()
    await asyncio.wait([asking])
    go_on.set()
    await chat.close()

    (kept,) = await stored(memory)
    assert (kept.finish, kept.answer) == ("stop", "Hello.")


async def test_a_finished_question_asked_again_gets_the_stored_answer() -> None:
    memory = InProcessMemoryStore()
    model = ScriptedModel("Hello.")
    chat = make_chat(model, memory)

    first = (await ask(chat, message_id="m1"))[-1]
    again = (await ask(chat, message_id="m1"))[-1]

    assert first == again
    assert len(model.prompts) == len(await stored(memory)) == 1


async def test_a_question_under_way_is_joined_from_its_start() -> None:
    memory = InProcessMemoryStore()
    go_on = asyncio.Event()
    model = ScriptedModel("I build ", go_on, "compilers.")
    chat = make_chat(model, memory)
    question = Question(CONVERSATION, "Hm?", message_id="m1", disclosed=True)

    async with aclosing(chat.reply(question)) as one:
        assert await next_delta(one) == "I build "
        async with aclosing(chat.reply(question)) as other:
            assert await next_delta(other) == "I build "
            go_on.set()
            assert [event async for event in one] == [event async for event in other]

    assert len(model.prompts) == len(await stored(memory)) == 1


async def test_one_of_two_who_leaves_does_not_stop_the_answer_for_the_other() -> None:
    go_on = asyncio.Event()
    chat = make_chat(ScriptedModel("I build ", go_on, "compilers."), InProcessMemoryStore())
    question = Question(CONVERSATION, "Hm?", message_id="m1", disclosed=True)

    async with aclosing(chat.reply(question)) as staying:
        await next_delta(staying)
        async with aclosing(chat.reply(question)) as leaving:
            await next_delta(leaving)
        go_on.set()
        *_, last = [event async for event in staying]

    assert isinstance(last, Done)


@pytest.mark.parametrize("breaking", [DOWN, asyncio.Event()])
async def test_a_cut_or_failed_question_asked_again_is_answered_anew(
    breaking: ModelUnavailableError | asyncio.Event,
) -> None:
    memory = InProcessMemoryStore()
    question = Question(CONVERSATION, "Hm?", message_id="m1", disclosed=True)
    chat = make_chat(ScriptedModel("I bui", breaking), memory)
    async with aclosing(chat.reply(question)) as events:
        await next_delta(events)
    await chat.close()

    done = (await ask(make_chat(ScriptedModel("Whole."), memory), "Hm?", message_id="m1"))[-1]

    assert isinstance(done, Done)
    first, second = await stored(memory)
    assert first.id != second.id
    assert (first.finish in ("cut", "failed"), second.answer) == (True, "Whole.")


async def test_a_question_that_another_process_answers_is_refused_for_a_while() -> None:
    memory = InProcessMemoryStore()
    go_on = asyncio.Event()
    question = Question(CONVERSATION, "Hm?", message_id="m1", disclosed=True)
    here, there = (make_chat(ScriptedModel("I build ", go_on), memory) for _ in range(2))

    async with aclosing(here.reply(question)) as events:
        await next_delta(events)
        (refused,) = await ask(there, "Hm?", message_id="m1")
        go_on.set()
        *_, done = [event async for event in events]
    again = (await ask(there, "Hm?", message_id="m1"))[-1]

    assert isinstance(refused, Failed)
    assert isinstance(refused.error, AnsweredElsewhereError)
    assert refused.error.retry_after_seconds > 0
    assert again == done


async def test_the_question_of_a_killed_process_is_free_after_its_lease() -> None:
    memory = InProcessMemoryStore()
    late = Clock()
    killed = Claims(memory, 60, Clock())
    await killed.take(CONVERSATION, "m1")

    with pytest.raises(AnsweredElsewhereError):
        await Claims(memory, 60, late).take(CONVERSATION, "m1")
    late.now += timedelta(seconds=61)
    await Claims(memory, 60, late).take(CONVERSATION, "m1")


async def test_a_claim_that_cannot_be_given_back_does_not_spoil_the_answer() -> None:
    class Clinging(InProcessMemoryStore):
        async def forget(self, name: str) -> None:
            raise StoreUnavailableError("not now")

    *_, done = await ask(make_chat(ScriptedModel("Hello."), Clinging()), message_id="m1")

    assert isinstance(done, Done)


@pytest.mark.parametrize("script", [("Hello.",), (DOWN,), ("I bui", DOWN)])
async def test_no_claim_outlives_its_answer(script: tuple[str | ModelUnavailableError]) -> None:
    memory = InProcessMemoryStore()

    await ask(make_chat(ScriptedModel(*script), memory), message_id="m1")

    await Claims(memory, 60, Clock()).take(CONVERSATION, "m1")


async def test_another_question_under_a_used_message_id_is_a_new_one() -> None:
    memory = InProcessMemoryStore()
    chat = make_chat(ScriptedModel("Hello."), memory)

    await ask(chat, "One?", message_id="m1")
    await ask(chat, "Two?", message_id="m1")

    assert [kept.question for kept in await stored(memory)] == ["One?", "Two?"]


async def test_closing_the_chat_ends_what_others_still_listen_to() -> None:
    memory = InProcessMemoryStore()
    chat = make_chat(ScriptedModel("I build ", asyncio.Event()), memory)
    async with aclosing(chat.reply(Question(CONVERSATION, "Hm?"))) as events:
        await next_delta(events)
        await chat.close()
        rest = [event async for event in events]

    assert rest == []
    assert [kept.finish for kept in await stored(memory)] == ["cut"]


async def test_the_model_gets_no_more_history_than_the_limits_allow() -> None:
    memory = InProcessMemoryStore()
    for number in range(40):
        await memory.append(CONVERSATION, turn(number))
    model = ScriptedModel("Hello.")

    await ask(make_chat(model, memory, limits=PromptLimits(history_turns=4)))

    assert len(model.prompts[0].messages) <= 2 * 4 + 1
    assert (await stored(memory))[-1].number == 40


def test_conversation_ids_are_unguessable_and_tell_when_they_were_made() -> None:
    made = {new_conversation(MOMENT) for _ in range(1000)}

    assert len(made) == 1000
    assert {made_at(conversation) for conversation in made} == {MOMENT}
