"""For each promise of the memory contract, a store that breaks it and is caught."""

import inspect

import pytest

from tests.contracts import broken_stores as broken
from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.testing import MemoryStoreContract

TEETH: dict[str, tuple[type[InProcessMemoryStore], ...]] = {
    "an_unknown_conversation_is_empty": (broken.AnswersForTheUnknown,),
    "a_turn_comes_back_with_every_field": (broken.ForgetsFields,),
    "any_text_comes_back_unchanged": (broken.ReplacesWhatIsNoUtf8, broken.StripsTexts),
    "turns_of_a_megabyte_come_back_among_short_ones": (broken.CutsLongTexts,),
    "recent_gives_the_last_turns_oldest_first": (
        broken.NewestFirst,
        broken.GivesAllForNone,
        broken.GivesTheOldest,
    ),
    "history_gives_every_turn_of_a_long_conversation": (broken.GivesOnePage,),
    "history_may_be_left_in_the_middle": (broken.ConsumesWhatItReads,),
    "conversations_do_not_see_each_other": (broken.MixesConversations,),
    "a_store_opened_anew_knows_all_of_it": (broken.KeepsToItself,),
    "the_same_turn_again_changes_nothing": (
        broken.StoresAgain,
        broken.LooksBackOneTurnOnly,
        broken.LastWriteWins,
    ),
    "a_summary_tells_of_each_conversation_once": (
        broken.SummarizesEveryTurn,
        broken.SummarizesTheFirstTurn,
    ),
    "only_a_conversation_id_names_a_conversation": (broken.TrustsIds,),
    "a_kept_value_is_the_first_one": (broken.KeepsTheLast,),
    "a_forgotten_value_makes_room_for_another": (
        broken.NeverForgets,
        broken.ForgetsByBeginning,
    ),
    "its_name_is_one_short_line": (broken.HasNoName,),
    "an_erased_conversation_is_gone": (broken.RemembersTheErased,),
    "erasing_one_leaves_the_others": (broken.ErasesEverything,),
    "erasing_says_whether_there_was_something": (broken.AlwaysSaysErased,),
    "an_erased_conversation_takes_no_turn": (broken.LeavesNoTombstone,),
    "an_unknown_conversation_can_be_erased_in_advance": (broken.LeavesNoTombstoneOfTheUnknown,),
    "the_erased_are_known_by_their_ids": (
        broken.ForgetsWhomItErased,
        broken.TellsOfEachErasure,
        broken.TellsOfTheErasedAmongTheLiving,
    ),
    "a_writer_under_way_brings_nothing_back": (
        broken.LooksForTheTombstoneTooEarly,
        broken.LeavesNoTombstone,
    ),
    "all_who_erase_at_once_succeed": (broken.TripsOverTheErased,),
    "writers_of_one_conversation_lose_nothing": (broken.ReadsThenWritesTheWhole,),
    "readers_agree_on_one_order": (broken.SortsByTheClock,),
    "a_turn_sent_many_times_at_once_is_stored_once": (broken.LooksForTheIdTooEarly,),
    "many_conversations_at_once_stay_apart": (broken.KnowsOneConversationAtATime,),
    "a_cancelled_append_is_whole_or_not_there": (broken.StoresQuestionThenAnswer,),
    "all_who_race_for_a_name_get_the_same_value": (broken.LooksForTheNameTooEarly,),
    "a_value_forgotten_while_it_is_asked_for_is_the_old_or_the_new": (broken.KeepsNothing,),
}


def check(promise: str, kind: type[InProcessMemoryStore]) -> None:
    store = kind()
    given = {"store": store, "reopen": kind if kind is broken.KeepsToItself else lambda: store}
    test = getattr(MemoryStoreContract(), f"test_{promise}")
    test(**{name: given[name] for name in inspect.signature(test).parameters})


def test_every_promise_of_the_contract_has_a_store_that_breaks_it() -> None:
    promises = {name for name in dir(MemoryStoreContract) if name.startswith("test_")}

    assert promises == {f"test_{promise}" for promise in TEETH}


@pytest.mark.parametrize("promise", TEETH)
def test_a_sound_store_keeps_the_promise(promise: str) -> None:
    check(promise, InProcessMemoryStore)


@pytest.mark.parametrize(
    ("promise", "kind"), [(promise, kind) for promise, kinds in TEETH.items() for kind in kinds]
)
def test_a_broken_store_is_caught(promise: str, kind: type[InProcessMemoryStore]) -> None:
    with pytest.raises((AssertionError, KeyError, pytest.fail.Exception)):
        check(promise, kind)


def test_a_subclass_without_fixtures_is_told_what_to_do() -> None:
    contract = MemoryStoreContract()

    for fixture in ("store", "reopen"):
        with pytest.raises(NotImplementedError, match=f"override the fixture `{fixture}`"):
            getattr(MemoryStoreContract, fixture).__wrapped__(contract)
