"""What visitors mean by a key, a short name, a lead-in, a denial."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

POTTER = person(
    {
        "full_name": "Ada Invented",
        "software": ["Reaper", "KilnLog"],
        "travel": "By train or ferry in Europe, at most four days",
        "i_do_not_do": ["weddings", "drone pictures"],
        "insurance": "Liability cover of 5 million pounds",
        "memberships": ["National Union of Potters, since 2004"],
        "turnaround": "A glazed set within five working days",
        "pet": "A lurcher called Fixer",
        "experience": [
            {
                "title": "Freelance Potter",
                "company": "Self-employed",
                "start": "September 2018",
                "end": "Present",
            },
            {
                "title": "Glaze Editor",
                "company": "The Northern Courant",
                "start": "March 2012",
                "end": "August 2018",
                "description": "Recorded 41 glazes in a book.",
            },
            {
                "title": "Kiln Hand",
                "company": "Lomond Works",
                "start": "May 2004",
                "end": "February 2012",
            },
        ],
    },
    passages=[
        passage("I began because my grandfather left me his wheel."),
        passage("I left the Courant because management shrank my bench from seven to two."),
        passage("Young potters should learn to wedge before they buy a kiln, if you ask me."),
        passage(
            "Clay Is a Promise. Talk given at the Stonehaven Clay Days, June 2023. A pot without a"
            " mark is a rumour. Write the name before the glaze.",
            "document",
        ),
    ],
)

GLAZER = person(
    {
        "full_name": "Ada Invented",
        "known_for": "the salt glaze that bears her name",
        "pronouns": "she/her",
        "notice_period": "three months",
    },
    passages=[
        passage("I give talks on kiln safety. My company makes plates for restaurants."),
    ],
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which software do you use for glazes?", "KilnLog"),
        ("How far would you travel for a fair?", "four days"),
        ("Is there any kind of work you turn down?", "weddings"),
        ("What don't you do?", "drone pictures"),
        ("Our safety officer asks whether you carry liability insurance, and for what sum?", "5 m"),
        ("Since when have you been in the NUP?", "2004"),
        ("How quickly would we get the glazed set?", "five working days"),
        ("Do you have a dog?", "Fixer"),
        ("How long have you been freelance?", "2018"),
        ("Why did you leave the Northern Courant?", "seven to two"),
        ("How did you get into pottery in the first place?", "grandfather"),
        ("Any advice for someone starting out?", "wedge"),
        ("Where and when did you give the talk Clay Is a Promise?", "Stonehaven"),
        ("What was your talk about?", "rumour"),
    ],
)
def test_what_is_meant_is_answered(question: str, answer: str) -> None:
    assert answer in ask(POTTER, question)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Why did you leave the Southern Courant?", "seven to two"),
        ("Who recorded the glazes of your father?", "41"),
        ("What don't you like about glazes?", "glazes"),
        ("What was your talk about robots about?", "rumour"),
    ],
)
def test_what_only_sounds_like_it_is_not(question: str, never: str) -> None:
    assert never not in ask(POTTER, question)


def test_before_that_goes_on_from_what_was_done_in_a_job() -> None:
    said = ask(POTTER, "How many glazes did you record?", "And before that?")

    assert "Lomond Works" in said


def test_a_full_name_is_not_made_of_common_words() -> None:
    clerk = person({"office_days": "At home on Fridays", "employer": "Home Office Supplies"})

    assert "Fridays" not in ask(clerk, "Did you ever work at the Home Office?")


def test_a_sentence_told_before_a_question_says_what_it_is_about() -> None:
    expert = person({"services": ["expert witness reports", "bridge inspections"]})

    said = ask(
        expert, "We have a dispute in court and need an expert witness. Is that something you do?"
    )

    assert "witness" in said
    assert "inspections" not in said


def test_a_name_is_not_taken_for_a_short_form() -> None:
    lang = person({"languages": ["Irish", "French"], "hobbies": ["chess"]}, name="Ive Lang")

    assert "Irish" in ask(lang, "Which languages do you speak?")
    assert "Irish" in ask(lang, "which langs do u speak")
    assert "chess" in ask(lang, "Whats your hobby, Ive?")
    assert "Irish" not in ask(lang, "Are you related to Fritz Lang?")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What are you best known for?", "salt glaze"),
        ("What does your company do?", "plates for restaurants"),
        ("I'd like to talk about kiln safety.", "talks on kiln safety"),
        ("How would you like to be addressed?", "she/her"),
        ("What's your notice?", "three months"),
    ],
)
def test_a_turn_of_phrase_keeps_what_is_asked_for(question: str, answer: str) -> None:
    assert answer in ask(GLAZER, question)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Do I need to be referred to you?", "she/her"),
        ("What cheers you up?", "welcome"),
        ("No thanks", "welcome"),
    ],
)
def test_a_turn_of_phrase_is_not_found_in_another(question: str, never: str) -> None:
    assert never not in ask(GLAZER, question)


PRIVATE = person(
    {
        "full_name": "Ada Invented",
        "nationality": "Norwegian",
        "upbringing": "above a chandlery in Bergen",
        "mother_tongue": "Nynorsk",
        "national_service": "a year with the coast guard",
        "favourite_city": "Trieste",
        "favourite_band": "Madrugada",
        "favourite_film": "Local Hero",
        "coffee": "black, three a day",
        "diet": "vegetarian",
        "alcohol": "a glass of cider at most",
        "driving_licence": "since 2009",
        "vehicle": "a cargo bike",
        "lucky_charm": "a brass button",
        "location": "Leiden",
    }
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which passport do you travel on?", "Norwegian"),
        ("Are you Danish?", "Norwegian"),
        ("Where did you spend your childhood?", "chandlery"),
        ("What was your home like when you were little?", "chandlery"),
        ("Is English your first language?", "Nynorsk"),
        ("Where's that accent from?", "Nynorsk"),
        ("Were you ever in the army?", "coast guard"),
        ("How long did you serve in the forces?", "coast guard"),
        ("Where do you feel happiest?", "Trieste"),
        ("Who do you listen to in the workshop?", "Madrugada"),
        ("Which movie could you watch again and again?", "Local Hero"),
        ("How do you take your coffee?", "three a day"),
        ("How many cups of tea do you drink?", "three a day"),
        ("Any dietary requirements?", "vegetarian"),
        ("Do you drink?", "cider"),
        ("Can you drive?", "2009"),
        ("Do you own a car?", "cargo bike"),
        ("Do you carry anything for good luck?", "brass button"),
    ],
)
def test_private_matters_are_asked_in_many_ways(question: str, answer: str) -> None:
    assert answer in ask(PRIVATE, question)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Where do you live?", "Trieste"),
        ("What drives you?", "2009"),
        ("Which services do you offer?", "coast guard"),
        ("What languages do you speak?", "Norwegian"),
    ],
)
def test_a_private_matter_is_no_answer_to_another_question(question: str, never: str) -> None:
    assert never not in ask(PRIVATE, question)


def test_who_tells_nothing_of_a_private_matter_is_answered_as_before() -> None:
    eater = person({"food": "vegetarian", "location": "Leiden", "languages": ["Dutch (native)"]})

    assert "vegetarian" in ask(eater, "Do you eat meat?")
    assert "Leiden" in ask(eater, "If we met for a coffee, which city should I come to?")
    assert "Dutch" in ask(eater, "Which language do you dream in?")


def test_a_slip_is_mended_to_the_same_word_every_time() -> None:
    assert "Dutch" in ask(person({"languages": ["Dutch"]}), "what langauges do you know")


KEEPER = person(
    {
        "full_name": "Ada Invented",
        "competitors": "two other glazers in Fife",
        "side_project": "a map of old kilns",
        "workspace": "a bench under a skylight",
        "first_computer": "an Amiga 500",
        "work_life_balance": "no work after six",
        "stress": "a walk round the harbour",
        "holidays": "closed in the first half of August",
        "returns": "within 30 days, unused",
        "bestseller": "the salt pig",
        "funding": "savings and a grant from Creative Scotland",
        "turnover": "120,000 pounds",
        "exhibitions": ["Kelp and Ash, Dundee"],
        "working_style": "happiest with one other pair of hands",
        "difficult_clients": "tea first, then a written offer",
        "favourite_colour": "oxblood",
        "favourite_season": "October",
        "productivity": "a paper list of three things",
        "night_owl": "no, up at five",
        "retirement": "not before the last bag of clay",
        "company_name": "after a rock in the firth",
        "trends": "more wood firing",
        "challenges": "the price of gas",
        "bucket_list": "an anagama in Shigaraki",
        "left_handed": "at the wheel only",
        "trademark": "the word mark Lomond, registered in 2017",
    }
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who are your main competitors?", "two other glazers"),
        ("How are you different from the competition?", "two other glazers"),
        ("Do you have anything going on the side?", "old kilns"),
        ("What are you tinkering with?", "old kilns"),
        ("What does your desk look like?", "skylight"),
        ("Tell me about your workspace.", "skylight"),
        ("Which computer did you start on?", "Amiga"),
        ("How do you juggle work and family?", "after six"),
        ("Are you a workaholic?", "after six"),
        ("How do you cope with tight deadlines?", "harbour"),
        ("Do you work well under pressure?", "harbour"),
        ("When are you on holiday?", "August"),
        ("Are you open over Easter?", "August"),
        ("Can I send it back if I change my mind?", "30 days"),
        ("Do you accept returns?", "30 days"),
        ("What sells best?", "salt pig"),
        ("Which is your most popular piece?", "salt pig"),
        ("How was your business financed?", "Creative Scotland"),
        ("Do you have any investors?", "Creative Scotland"),
        ("What is your annual turnover?", "120,000"),
        ("Have you ever exhibited?", "Kelp and Ash"),
        ("Do you prefer to work alone or in a team?", "pair of hands"),
        ("Are you a team player?", "pair of hands"),
        ("How do you handle difficult customers?", "tea first"),
        ("What's your favorite color?", "oxblood"),
        ("Which time of year do you like best?", "October"),
        ("How do you stay organised?", "three things"),
        ("Early bird or night owl?", "up at five"),
        ("When do you get up?", "up at five"),
        ("When will you retire?", "last bag"),
        ("Where does the name of your studio come from?", "firth"),
        ("Where is your industry heading?", "wood firing"),
        ("What's the biggest challenge you face?", "price of gas"),
        ("What is on your bucket list?", "anagama"),
        ("Which hand do you write with?", "wheel only"),
        ("Is your brand registered?", "Lomond"),
    ],
)
def test_what_anybody_may_ask_of_a_professional(question: str, answer: str) -> None:
    assert answer in ask(KEEPER, question)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("What is your name?", "firth"),
        ("What do you charge?", "120,000"),
        ("When did you start?", "five"),
        ("Are you available in October?", "oxblood"),
        ("Where did you study?", "Dundee"),
    ],
)
def test_what_anybody_may_ask_is_no_answer_to_the_rest(question: str, never: str) -> None:
    assert never not in ask(KEEPER, question)
