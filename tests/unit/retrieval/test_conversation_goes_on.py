"""Follow-ups, several questions at once, and questions about the visitor."""

from dataclasses import replace

import pytest

from tests.unit.retrieval.talk import Talk, ask, passage, person, say
from tests.unit.retrieval.test_facts_speak import CAREER
from twin.domain.retrieval import suggested_questions
from twin.ports.profile import Policy

NO = "I don't have that in my profile."
FACTS = CAREER | {"location": "Leiden", "languages": ["Dutch", "Greek"], "email": "a@x.example",
                  "books": ["Rye (1999)", "Oats (2004)"]}  # fmt: skip


@pytest.mark.parametrize(
    ("earlier", "question", "said"),
    [
        (["Where do you work?"], "And before that?", "Ash Mill"),
        (["What did you do before Oak Mill?"], "And after that?", "Oak Mill"),
        (["What did you do at Elm Mill?"], "How long were you there?", "From 2008 to 2010"),
        (["What did you do at Ash Mill?"], "Where was that?", "Leiden"),
        (["Walk me through your career"], "How many years with the first one?", "Since March 2019"),
        (["Walk me through your career"], "And the second one?", "Ash Mill"),
        (["What books have you published?"], "When did the last one come out?", "Oats (2004)"),
        (["Which languages do you speak?"], "What about Greek?", "I speak Greek."),
        (["Which languages do you speak?"], "And Latin?", "nothing about “Latin”"),
        (["Where do you live?"], "Why?", NO),
        (["Where do you live?"], "When was that?", NO),
        (["Where do you work?"], "Who did you work with?", NO),
        (["When did you publish Oats?"], "When are you open?", NO),
        (["Where do you live?", "Thanks!", "ok"], "Where is that?", "Leiden"),
        (["What did you do at Ash Mill?"], "Tell me more", "I don't have that"),
        ([], "And before that?", "Ash Mill"),
        ([], "When was that?", NO),
    ],
)
def test_a_follow_up_goes_on_from_the_answer_before(
    earlier: list[str], question: str, said: str
) -> None:
    assert said in ask(person(FACTS), *earlier, question)


WRITER = person(
    {
        "device_i_stopped": "Orbit, a tablet, ended in 2018 after 14 months of trials",
        "courses": [
            {"name": "First Aid for Owners", "when": "March", "length": "one Saturday"},
            {"name": "Reading Hooves", "when": "May", "length": "two evenings"},
        ],
    },
    passages=[
        passage("I gave a talk about a coin in Chennai. In Madurai a nurse showed me that coin."),
        passage("I am writing a book about sleep, planned for autumn 2026."),
    ],
)


@pytest.mark.parametrize(
    ("question", "follow_up", "said"),
    [
        ("Which device did you stop?", "how long had it been running by then?", "14 months"),
        ("Which device did you stop?", "Good grief. How long did it go on for?", "14 months"),
        ("Do you offer a course on first aid?", "How long does it last?", "one Saturday"),
        ("Are you writing a book?", "cool, when can I read it?", "autumn 2026"),
        ("Did you give a talk about a coin?", "Where was that?", "Chennai"),
    ],
)
def test_what_the_answer_said_in_passing_is_told_again(
    question: str, follow_up: str, said: str
) -> None:
    assert said in ask(WRITER, question, follow_up)


BAKER = person({"experience": [
    {"title": "Guest lecturer", "company": "Rye School", "start": "2019", "end": "Present"},
    {"title": "Founder", "company": "Bread Lab", "start": "2015", "end": "Present"},
    {"title": "Night baker", "company": "Spelt House", "start": "2017", "end": "2018"},
    {"title": "Head baker", "company": "Oat Hall", "start": "2010", "end": "2014"},
    {"title": "Miller", "company": "Elm Mill", "start": "2004", "end": "2009"},
]})  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Where did you work before you went out on your own?",
        "Who did you work for before going solo?",
        "What did you do before you set up your own business?",
        "What was your job before you became founder?",
    ],
)
def test_before_the_own_business_comes_what_was_earlier_than_it(question: str) -> None:
    assert "Oat Hall" in ask(BAKER, question)
    assert "Elm Mill" in ask(BAKER, question, "And before that?")
    assert "Elm Mill" in ask(BAKER, question, "ok and before that again?")


def test_a_follow_up_needs_no_citations_of_the_model_before() -> None:
    talk = Talk(person(FACTS))
    talk.ask("Where do you work?")
    talk.turns = [replace(turn, sources=()) for turn in talk.turns]
    assert "Ash Mill" in talk.ask("And before that?")


def test_more_is_what_stands_beside_it() -> None:
    loom = passage("My loom is old. It came from Ghent. It weaves linen. I paid nothing.")
    talk = Talk(person({}, passages=[loom]))
    assert talk.ask("Is your loom old?") == "My loom is old."
    assert talk.ask("Tell me more about it") == "It came from Ghent. It weaves linen."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Where do you live and what languages do you speak?", ["Leiden", "Dutch and Greek"]),
        ("Where do you live? Do you like jazz?", ["Leiden", "nothing about “jazz”", "a@x.example"]),
        ("Hi Ada, where do you live?", ["Leiden"]),
        ("Thanks! And where do you work?", ["Oak Mill"]),
        ("I am Bo and I bake. What is my name? Where do you live?", ["I am Bo", "Leiden"]),
        ("Where do you work, and before that?", ["Oak Mill"]),
    ],
)
def test_each_question_of_a_message_gets_its_answer(message: str, said: list[str]) -> None:
    answer = ask(person(FACTS), message)
    assert all(text in answer for text in said)
    assert "Hello!" not in answer


def test_findings_follow_the_order_of_the_questions() -> None:
    findings = Talk(person(FACTS)).evidence("Where do you live? Who are you? Any jazz?").findings
    assert [finding.kind for finding in findings] == ["question", "identity", "question"]
    assert [finding.answered for finding in findings] == [True, True, False]
    assert findings[2].unknown_terms == ("jazz",)


@pytest.mark.parametrize(
    ("earlier", "question", "said"),
    [
        (
            ["Hello, my name is Bo Baker."],
            "What's my name?",
            "You told me: “Hello, my name is Bo Baker.”",
        ),
        (["I'm Bo."], "Do you remember who I am?", "“I'm Bo.”"),
        (["I'm hungry."], "What is my name?", "haven't told me"),
        (["I work in Ghent. My dog is Rex."], "What is my dog called?", "“My dog is Rex.”"),
        (["I work in Ghent."], "Where do I work?", "“I work in Ghent.”"),
        (["Where do you live?"], "What was my first question?", "“Where do you live?”"),
        ([], "Where do I live?", "haven't told me"),
        (["Do I work in Ghent?"], "Where do I work?", "haven't told me"),
        (["Hello, Bo here, I run a mill."], "What did I say I was called?", "Bo here"),
        (["I farm oysters."], "Can you recall what line of business I'm in?", "oysters"),
        (["I'm Bo and I make films."], "Remind me, what did I say I do?", "films"),
    ],
)
def test_a_question_about_the_visitor_quotes_the_visitor(
    earlier: list[str], question: str, said: str
) -> None:
    assert said in ask(person(FACTS), *earlier, question)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Hi!", "greeting"), ("Good morning, Ada", "greeting"), ("how are you?", "greeting"),
        ("thanks a lot", "thanks"), ("Bye!", "goodbye"), ("ok, see you", "goodbye"),
        ("are you a bot?", "identity"), ("Are you a real person?", "identity"),
        ("Am I talking to an AI?", "identity"), ("Who are you?", "identity"),
        ("Is this really Ada?", "identity"), ("Are you Ada Invented?", "identity"),
        ("what can I ask you?", "capabilities"), ("Help", "capabilities"),
        ("right, must go and feed them. bye!", "goodbye"), ("I have to run. Bye!", "goodbye"),
        ("I'm off, the kettle's boiling. Ta-ta!", "goodbye"),
        ("hope you're having a good day", "greeting"),
        ("Oak Mill please. Thanks!", "question"),
        ("Tell me about yourself.", "about"), ("Introduce yourself, please", "about"),
        ("Cool", "remark"), ("I bake bread too.", "remark"),
        ("You are very helpful!", "thanks"), ("What is my name?", "visitor"),
        ("Are you an AI engineer?", "question"), ("Can I contact you?", "question"),
        ("How do I reach you?", "question"), ("Are you available?", "question"),
        ("oven repair", "question"), ("¿Quién eres?", "question"),
    ],
)  # fmt: skip
def test_a_message_is_taken_for_what_it_is(message: str, kind: str) -> None:
    assert Talk(person(FACTS)).evidence(message).findings[0].kind == kind


@pytest.mark.parametrize("message", ["Wo wohnen Sie denn?", "Où habites-tu ?", "Где вы живёте?"])
def test_another_language_is_answered_in_english_with_the_contact(message: str) -> None:
    assert ask(person(FACTS), message) == f"{NO} You can reach me at a@x.example."
    assert Talk(person(FACTS)).evidence(message).findings[0].unknown_terms == ()


@pytest.mark.parametrize("facts", [{}, {"email": "a@x.example"}, FACTS, {"skills": ["Rye"]}])
def test_every_suggested_question_is_answered(facts: dict[str, object]) -> None:
    persona = person(facts)
    questions = suggested_questions(persona)
    assert len(questions) == 3
    for question in questions:
        evidence = Talk(persona).evidence(question)
        assert evidence.answered
        assert NO not in say(evidence)


def test_the_owners_suggestions_come_first() -> None:
    persona = person({})
    own = type(persona)(persona.name, policy=Policy(questions=("Why rye?",)))
    assert suggested_questions(own) == ("Why rye?",)


def test_a_person_of_whom_only_the_name_is_known_is_still_answered_for() -> None:
    persona = type(person({}))("Ada")
    for message in ("", "Hi", "Tell me about yourself", "Where do you live?", "And before that?"):
        assert ask(persona, message)


WEAVER = person(
    {
        "full_name": "Ada Invented",
        "membership": "Guild of Weavers since 2009",
        "volunteering": "Loom club for children on Saturdays",
        "prices": {"rug": "300 euros", "repair": "40 euros"},
        "book": {"title": "Warp and Weft", "year": "2020", "publisher": "Mill Press"},
        "email": "ada@loom.example",
    },
    passages=[passage("I chose wool because silk slips."), passage("My loom came from Riga.")],
)


@pytest.mark.parametrize(
    ("before", "question", "never"),
    [
        ("Do you do volunteer work?", "Why did you choose that club?", "silk"),
        ("Do you volunteer?", "How did you two meet?", "Guild"),
        ("Have you written a book?", "How many pages does it have?", "2020"),
        ("Have you written a book?", "Who gave it its title?", "2020"),
    ],
)
def test_a_follow_up_about_that_thing_is_answered_with_that_thing(
    before: str, question: str, never: str
) -> None:
    assert never not in ask(WEAVER, before, question)


def test_a_follow_up_about_that_thing_is_told_what_it_holds() -> None:
    assert "Mill Press" in ask(WEAVER, "Have you written a book?", "Who published it?")
    assert "Saturdays" in ask(WEAVER, "Do you do volunteer work?", "When is that club?")
