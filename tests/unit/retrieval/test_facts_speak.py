"""Structured facts speak as sentences, whatever their keys."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

NO = "I don't have that in my profile."


@pytest.mark.parametrize(
    ("facts", "question", "answer"),
    [
        ({"location": "Utrecht"}, "Where do you live?", "I live in Utrecht."),
        ({"location": "Remote, Europe"}, "Where do you live?", "My location is Remote, Europe."),
        ({"email": "ada@x.example"}, "How do I reach you?", "My email address is ada@x.example."),
        ({"years_experience": "9"}, "How experienced are you?", "I have 9 years of experience."),
        ({"years_experience": "many"}, "How experienced are you?", "My years experience: many."),
        ({"languages": ["Dutch"]}, "What languages do you speak?", "I speak Dutch."),
        ({"languages": ["Dutch", "Greek"]}, "Which languages?", "I speak Dutch and Greek."),
        ({"languages": ["Dutch", "Greek"]}, "Do you speak Greek?", "I speak Greek."),
        ({"awards": ["Golden Nut", "Oak Leaf"]}, "Any awards?",
         "My awards: Golden Nut and Oak Leaf."),
        ({"interests": {"sports": ["rowing", "chess"]}}, "What sports do you do?",
         "My interests (sports): rowing and chess."),
        ({"interests": {"sports": ["rowing", "chess"]}}, "Do you play chess?",
         "My interests (sports) include chess."),
        ({"favourite_bird": "the wren"}, "What's your favorite bird?",
         "My favourite bird is the wren."),
        ({"favouriteBird": "the wren"}, "What is your favourite bird?",
         "My favourite bird is the wren."),
        ({"place_of_birth": "Ghent", "born_as": "Ada Verzonnen"}, "Where were you born?",
         "My place of birth is Ghent."),
        ({"date_of_birth": "1 May 1950", "place_of_birth": "Ghent"}, "How old are you?",
         "My date of birth is 1 May 1950."),
        ({"contact": {"email": "ada@x.example"}}, "What is your email?",
         "My email address is ada@x.example."),
        ({"company": {"location": "Ghent"}}, "Where is your company?",
         "My company (location): Ghent."),
        ({"open_to_remote": True}, "Would you work remotely?", "Open to remote: yes."),
        ({"availability": "I am free from March."}, "When are you available?",
         "I am free from March."),
        ({"boat": {"name": "Wren", "length": "7 metres"}}, "What is the name of your boat?",
         "My boat is Wren (length: 7 metres)."),
        ({"projects": [{"name": "Wren", "about": "a small compiler"}, {"name": "Owl"}]},
         "Tell me about Wren", "My projects include Wren (a small compiler)."),
        ({"references": ["She is a fine colleague."]}, "Any recommendations?",
         "A recommendation of me says: “She is a fine colleague.”"),
        ({"testimonials": [{"from": "Bo Ek, Elm Mill", "quote": "Ada made our flour famous."}]},
         "Any testimonials?",
         "A recommendation of me by Bo Ek, Elm Mill says: “Ada made our flour famous.”"),
        ({"testimonials": [{"name": "Bo Ek", "role": "head of buying at Elm Mill", "year": "2020",
                            "quote": "Never late."}]},
         "Any testimonials?",
         "A recommendation of me by Bo Ek, head of buying at Elm Mill says: “Never late.”"),
        ({"testimonial": '"She is a fine colleague." - Bo Ek'}, "Any testimonials?",
         'A recommendation of me says: "She is a fine colleague." - Bo Ek'),
        ({"skills": {"languages": ["Go", "Python"]}}, "do you know go",
         "My skills (languages) include Go."),
        ({"notice_period": "Three months"}, "when could you start",
         "My notice period is Three months."),
        ({"experience": [{"title": "Miller", "company": "Elm Mill",
                          "highlights": ["Sold rye in 120 shops", "Grew the club to 900"]}]},
         "How did you grow the club?", "At Elm Mill: Grew the club to 900."),
        ({"references": "Available on request"}, "Can I get references?",
         "My references: Available on request."),
    ],
)  # fmt: skip
def test_a_fact_is_said_in_a_sentence(facts: dict[str, object], question: str, answer: str) -> None:
    assert ask(person(facts), question).startswith(answer)


CAREER = {
    "current_role": "Chief miller at Oak Mill",
    "experience": [
        {"title": "Chief miller", "company": "Oak Mill", "start": "March 2019", "end": "Present"},
        {"title": "Miller", "company": "Ash Mill", "start": "2011", "end": "2015",
         "location": "Leiden", "description": "Ground rye for the navy.\nMended two sails."},
        {"title": "Apprentice", "company": "Elm Mill", "start": "2008", "end": "2010"},
    ],
    "education": [
        {"degree": "MSc", "field": "Milling", "institution": "Mill School", "year": "2015–2018"},
        {"degree": "BSc", "field": "Botany", "institution": "Fen College", "year": "2007"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("What did you do before Oak Mill?", "Miller at Ash Mill in Leiden", "Elm"),
        ("What did you do before 2019?", "Ash Mill", "Chief"),
        ("What did you do before 2010?", "Elm Mill", "Ash"),
        ("What did you do after 2012?", "Oak Mill", "Elm"),
        ("What did you do after Elm Mill?", "From 2011 to 2015 I was Miller", "Oak"),
        ("What was your first job?", "From 2008 to 2010 I was Apprentice", "Ash"),
        ("What is your most recent job?", "Since March 2019 I have been Chief miller", "Ash"),
        ("What was your previous job?", "Ash Mill", "Oak"),
        ("What did you do in 2012?", "Ash Mill", "Oak"),
        ("What did you study in 2016?", "MSc in Milling", "Ash"),
        ("How long were you at Ash Mill?", "From 2011 to 2015", "Oak"),
        ("Since when do you work at Oak Mill?", "Since March 2019", "Ash"),
        ("What did you do after your BSc?", "From 2008 to 2010", "Oak"),
        ("What did you do at Ash Mill?", "At Ash Mill: Ground rye for the navy.", "Oak"),
        ("When did you do your master's?", "from 2015 to 2018", "Fen"),
        ("Where did you study botany?", "BSc in Botany at Fen College, 2007", "Mill School"),
        ("What did you do before Elm Mill?", "I don't have that", "Ash"),
        ("What did you do after Oak Mill?", "I don't have that", "Ash"),
        ("Were you Chief miller at Oak Mill in 2011?", "I don't have that", "Oak"),
        ("What is your salary as Chief miller at Oak Mill?", "I don't have that", "Oak"),
        ("What did you do before Poplar Inc?", "nothing about “Poplar” or “Inc”", "Ash"),
    ],
)
def test_jobs_and_studies_are_told_in_time(question: str, said: str, unsaid: str) -> None:
    answer = ask(person(CAREER), question)
    assert said in answer
    assert unsaid not in answer


def test_a_career_is_told_in_order() -> None:
    answer = ask(person(CAREER), "Walk me through your career")
    places = [answer.index(mill) for mill in ("Oak Mill", "Ash Mill", "Elm Mill")]
    assert places == sorted(places)
    assert answer.count("Before that, from") == 2


def test_previous_roles_as_plain_text_take_their_dates_from_it() -> None:
    roles = ["Miller at Ash Mill (2011–2015)", "Apprentice at Elm Mill (2008–2010)"]
    persona = person({"current_role": "Chief miller", "previous_roles": roles})
    assert "Ash Mill" in ask(persona, "What do you do?", "And before that?")
    assert "Elm Mill" in ask(persona, "What do you do?", "And before that?", "And before that?")
    assert ask(persona, "What was your first job?") == "I was Apprentice at Elm Mill (2008–2010)."


def test_a_long_text_is_quoted_by_the_sentence_that_answers() -> None:
    text = (
        "I began late. My loom stands in the attic. It was built in 1911. Nobody else weaves here."
    )
    answer = ask(person({}, passages=[passage(text)]), "Where is your loom?")
    assert answer == "My loom stands in the attic."


def test_a_long_fact_is_quoted_by_the_sentence_that_answers() -> None:
    story = "I found the loom in a barn near Ghent. " + "Nobody wanted it, and so it was mine. " * 4
    persona = person({"loom": f"{story}It has four shafts."})
    assert ask(persona, "How many shafts does your loom have?") == "It has four shafts."


def test_an_answer_that_the_owner_wrote_for_a_question_comes_first() -> None:
    persona = person(
        {"visits": {"value": "On Sundays only.", "ask": ["May I come by?"]}},
        passages=[passage("Come by when you like, said the fox.")],
    )
    assert ask(persona, "May I come by?").startswith("My visits")


def test_lines_that_were_broken_to_fit_a_page_are_quoted_whole() -> None:
    text = "My loom stands in the attic of the house that\nmy aunt built.\nSkills\nLinen\nWool"
    persona = person({}, passages=[passage(text, "profile")])
    assert ask(persona, "Where is your loom?") == (
        "My loom stands in the attic of the house that my aunt built."
    )
    assert ask(persona, "Do you know linen?") == "Skills: Linen."


def test_a_document_is_quoted_with_its_name() -> None:
    persona = person({}, passages=[passage("The mill of Ash turns at dawn.", "document")])
    assert ask(persona, "When does the mill turn?") == NO
    assert ask(persona, "Does the mill of Ash turn?") == (
        "document.txt says: “The mill of Ash turns at dawn.”"
    )


def test_style_notes_and_instructions_are_never_quoted() -> None:
    persona = person({}, passages=[
        passage("- Mention marmalade often", "style"),
        passage("You are a digital twin that likes marmalade. Act as marmalade does."),
    ])  # fmt: skip
    assert "marmalade" not in ask(persona, "What about marmalade?").replace("“marmalade”", "")
