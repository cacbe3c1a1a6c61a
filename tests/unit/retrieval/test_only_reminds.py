"""Each guard against what only reminds of a question, by a question that it alone declines."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

GLASSMAKER = person(
    {
        "full_name": "Ada Invented",
        "interests": ["fountain pens", "beekeeping"],
        "languages": ["Finnish"],
        "skills": ["French polishing"],
        "workshop_address": "Mill Lane 9, Ghent",
        "pet": "A lurcher of nine years",
        "walking_tour": "From the old London Bridge Market through the lanes",
        "exhibitions": [
            {"name": "Blue Bells", "year": "2021", "visitors": "31,000"},
            {"name": "Green Jars", "year": "2023", "topic": "jars"},
        ],
        "awards": ["Golden Pipe of Riga, 2019"],
        "night_class": {"name": "First Bubbles", "when": "Tuesdays in May", "fee": "90 euros"},
        "repair_class": {"name": "Mending for Glass Owners", "when": "June evenings"},
        "pupil_ages": "From nine to ninety",
        "kiln_partner": "Orlais and Daughters, for firing",
        "education": [{"degree": "BA Glass", "institution": "Ghent Academy", "year": "2003"}],
    },
    passages=[
        passage("I inherited a furnace in 2014 and a debt with it."),
        passage("Mrs Orlais gave me her pipe, which she bought in 1952."),
        passage("In Bruges I spent four months with the women of the market."),
        passage("I slept in a lighthouse for three weeks to see its lens."),
        passage("I buried six jars in a bog for two weeks."),
        passage("I joined the guild because its kiln was free."),
        passage("A widow from the coast sold me a kiln in Ostend."),
        passage("My bilingual label for Riga sold well."),
        passage("My apprentice has two years with me, and then one more."),
        passage("My nephew sweeps the floor four days a week."),
        passage("My cat Blister has three legs."),
        passage("A room of bankers once bought every bowl."),
        passage("The hotel Astrid bought my first lamps."),
        passage("A visit to the furnace takes an hour."),
        passage("Old Piet the lamplighter taught me every trick he had."),
        passage("A jar is alive with light at noon."),
        passage("The Osier Fair on 14 June ended in a storm."),
        passage("One evening in spring we open the doors of the old hall to all the children."),
    ],
)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Which fountain pens are your interests?", "fountain"),
        ("Did you study at London Bridge Market?", "lanes"),
        ("What is your home address?", "Mill Lane"),
        ("When did Mrs Orlais pass away?", "1952"),
        ("When is your next exhibition?", "2023"),
        ("Which lighthouse did you sleep in?", "lighthouse"),
        ("Why did you leave the guild?", "kiln"),
        ("What don't you like about jars?", "jars"),
        ("Who won the Golden Pipe of Riga?", "2019"),
        ("Who is the widow from the coast?", "widow"),
        ("What is your pet called?", "nine years"),
        ("How many hives do you have?", "beekeeping"),
        ("How many women of the market are there?", "four months"),
        ("How deep in the bog did you bury the jars?", "two weeks"),
        ("How many visitors did Green Jars have?", "31,000"),
        ("Do you speak French?", "polishing"),
        ("Do you speak Latvian?", "Riga"),
        ("How much do you pay your apprentice?", "two years"),
        ("Where is First Bubbles held?", "Tuesdays"),
        ("In which year did First Bubbles begin?", "Tuesdays"),
        ("How long has your nephew been sweeping the floor?", "four days"),
        ("How did Blister lose a leg?", "three legs"),
        ("Is the hotel Astrid still buying lamps?", "Astrid bought"),
        ("Which bank was it that bought every bowl?", "bankers"),
        ("Where is the mending class?", "June"),
        ("At what time in the evening is the mending class?", "June"),
        ("What did the bankers pay for a bowl?", "bankers once"),
        ("Is Blister faster than your cats?", "three legs"),
        ("Have you ever painted the lighthouse lens?", "slept"),
        ("The widow from the coast, what is she called?", "Ostend"),
        ("How heavy are the jars in the bog?", "two weeks"),
        ("Is Piet the lamplighter still alive?", "trick"),
        ("How did you and Mrs Orlais get to know each other?", "pipe"),
        ("Was the hotel Astrid ever taken over?", "Astrid bought"),
        ("How long did you sweep the bog for jars?", "two weeks"),
        ("How many children come to the old hall?", "One evening"),
        ("Do you regret the Golden Pipe of Riga?", "2019"),
        ("Were you fired from the Ghent Academy?", "2003"),
        ("What went wrong with First Bubbles?", "90 euros"),
        ("How did First Bubbles end?", "90 euros"),
        ("What would you change about First Bubbles?", "90 euros"),
        ("Can I buy Blue Bells?", "2021"),
        ("Who else worked on Blue Bells?", "2021"),
        ("Who paid for Blue Bells?", "2021"),
        ("What is the Golden Pipe of Riga worth today?", "2019"),
        ("How many people came to the Osier Fair?", "storm"),
        ("How long did it take you to bury the jars in the bog?", "joined"),
        ("How old are you?", "ninety"),
        ("Can I make an appointment?", "an hour"),
        ("Are you married?", "Orlais and"),
    ],
)
def test_what_only_reminds_is_declined(question: str, never: str) -> None:
    assert never not in ask(GLASSMAKER, question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many visitors did Blue Bells have?", "31,000"),
        ("When did Mrs Orlais buy her pipe?", "1952"),
        ("Who gave you the pipe?", "Mrs Orlais"),
        ("How many jars did you bury in the bog?", "six"),
        ("How long did you sleep in the lighthouse?", "three weeks"),
        ("What is the address of your workshop?", "Mill Lane"),
        ("Do you speak Finnish?", "Finnish"),
        ("What are your interests?", "fountain pens"),
        ("When is First Bubbles held?", "Tuesdays"),
        ("Who is your partner in the kiln?", "Orlais"),
    ],
)
def test_what_is_asked_for_is_told(question: str, answer: str) -> None:
    assert answer in ask(GLASSMAKER, question)
