"""The owner's policy."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin.adapters.profile.twin_toml import TwinTomlProfile
from twin.ports.errors import ProfileError
from twin.ports.profile import Origin, Policy, Profile

Load = Callable[[str], Profile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def load(text: str) -> Profile:
        path = tmp_path / "twin.toml"
        path.write_text(text, encoding="utf-8")
        return TwinTomlProfile(path).load()

    return load


def test_everything_that_the_owner_may_decide(load: Load) -> None:
    profile = load(
        """
        name = "Zélie"
        greeting = " Ahoy! "
        ai_notice = "I am an AI twin."
        questions = ["What is a tide?", " "]
        [disclosure]
        email = "on_request"
        contact.phone = "private"
        "interests.sports[1]" = "public"
        """
    )

    assert profile == Profile(
        policy=Policy(
            name="Zélie",
            greeting="Ahoy!",
            ai_notice="I am an AI twin.",
            questions=("What is a tide?",),
            disclosure=(
                ("email", "on_request"),
                ("contact.phone", "private"),
                ("interests.sports[1]", "public"),
            ),
        )
    )


def test_an_unknown_key_is_a_warning_with_the_near_miss(load: Load) -> None:
    profile = load('greting = "Ahoy"\nshoe_size = 41')

    near, far = profile.warnings
    assert near.origin == Origin("twin.toml", "greting")
    assert "Did you mean 'greeting'?" in near.message
    assert "Known: name, greeting, ai_notice, questions, disclosure." in far.message


@pytest.mark.parametrize(
    "text", ['[disclosures]\nphone = "private"', '[privacy]\nphone = "x"', 'Disclosure = "private"']
)
def test_a_misnamed_disclosure_is_an_error_because_it_would_publish(load: Load, text: str) -> None:
    with pytest.raises(ProfileError, match=r"the only table here is \[disclosure\]"):
        load(text)


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ('disclosure = "private"', r"write a table: \[disclosure\]"),
        ('[disclosure]\nphone = "secret"', r"disclosure\.phone: .*public, on_request, private"),
        ("[disclosure]\nphone = true", r"disclosure\.phone: .*public, on_request, private"),
        ('[disclosure]\nphone = "private"\nname = "Zélie"', r"name: move this line above"),
        ("[disclosure]\n" + "a." * 2000 + "b = 'private'", "more than 32 parts"),
        ("name = 5", r'name: write it as text: name = "\.\.\."'),
        ('greeting = ["Ahoy"]', "greeting: write it as text"),
        ('questions = "Why?"', "questions: write a list of texts"),
        ("questions = [1]", "questions: write a list of texts"),
    ],
)
def test_a_value_of_the_wrong_form_names_key_and_cure(load: Load, text: str, cure: str) -> None:
    with pytest.raises(ProfileError, match=cure):
        load(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('name = "Zélie"\ngreeting = Ahoy', "line 2, column 12"),
        ("name = “Zélie”", "line 1, column 8"),
        ('name: "Zélie"', "line 1, column 5"),
        ('name = "Zélie', "end of document"),
        ("questions = " + "[" * 5000, "somewhere"),
        ("age = " + "9" * 5000, "somewhere"),
    ],
)
def test_what_is_not_toml_names_file_place_and_cure(load: Load, text: str, where: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load(text)

    assert str(caught.value).startswith(f"twin.toml, {where}: this is not TOML. Write key = ")


@pytest.mark.parametrize("text", ['name = "a"\nname = "b"\n', "[disclosure]\n[disclosure]\n"])
def test_what_stands_twice_is_said_to_stand_twice(load: Load, text: str) -> None:
    with pytest.raises(ProfileError, match=r"line 2.*for the second time"):
        load(text)


def test_an_empty_file_decides_nothing(load: Load) -> None:
    profile = load("")

    assert profile == Profile(warnings=profile.warnings)
    assert profile.warnings


def test_control_characters_do_not_reach_the_page(load: Load) -> None:
    assert load(r'greeting = "A\u0000hoy"').policy.greeting == "Ahoy"


@given(text=st.text(alphabet='namedisclour =[]"\n.1', max_size=40))
def test_any_text_loads_or_is_a_profile_error(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "twin.toml"
    path.write_text(text, encoding="utf-8")
    try:
        TwinTomlProfile(path).load()
    except ProfileError:
        return
