"""Personal details in running text: found where they are, and not where they only seem to be."""

import pytest

from tests.unit.pdf.examples import ADDRESSES, BIRTHS, INNOCENT, LABELLED_PHONES, PHONES
from twin.adapters.profile.pdf import privacy
from twin.ports.profile import Origin


def found(text: str, kind: str) -> list[str]:
    return [finding.value for finding in privacy.find(text) if finding.kind == kind]


@pytest.mark.parametrize("number", PHONES)
@pytest.mark.parametrize("frame", ["{}", "Utrecht | {} | x", "Call {}.", "({})\n2011 - 2015"])
def test_a_phone_number_is_found_in_any_company(frame: str, number: str) -> None:
    values = found(frame.format(number), "phone")

    assert len(values) == 1
    assert digits(values[0]) == digits(number)


@pytest.mark.parametrize(("text", "number"), LABELLED_PHONES)
def test_a_short_number_is_found_beside_its_label(text: str, number: str) -> None:
    assert found(text, "phone") == [number]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "frame", ["{}", "Grace Hopper\n{}\n2011 - 2015", "x | {} | +31 30 555 0100"]
)
def test_an_address_is_found_whole(frame: str, address: str) -> None:
    assert found(frame.format(address), "address") == [" ".join(address.split())]


@pytest.mark.parametrize(("text", "date"), BIRTHS)
def test_a_date_of_birth_is_found_after_the_word_for_it(text: str, date: str) -> None:
    assert found(text, "date_of_birth") == [date]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_only_looks_personal_is_left_alone(text: str) -> None:
    kinds = {finding.kind for finding in privacy.find(text)} - {"email"}

    assert kinds == set()


@pytest.mark.parametrize(
    "text",
    [
        "Address: 5 Elm Corner, Ghent",
        "Adresse\nIm Hof 3",
        "주소: 부산 해운대 12",
        "Anschrift: Am See 9",
    ],
)
def test_what_is_called_an_address_is_one(text: str) -> None:
    assert len(found(text, "address")) == 1


@pytest.mark.parametrize(
    "email", ["grace@example.com", "g.hopper+cv@mail.example.co.uk", "grace [at] example [dot] com"]
)
def test_an_email_address_is_found(email: str) -> None:
    assert found(f"Write to {email}, please.", "email") == [email]


def test_a_linkedin_address_loses_its_tracking() -> None:
    text = "www.linkedin.com/in/grace-hopper?jobid=1234&lipi=x"

    assert found(text, "linkedin") == ["https://www.linkedin.com/in/grace-hopper"]


def test_what_is_not_public_is_taken_out_and_the_rest_is_kept() -> None:
    text = "Grace Hopper, grace@example.com, +31 30 555 0100, linkedin.com/in/grace, Utrecht"

    assert privacy.withhold(text, privacy.find(text)) == (
        "Grace Hopper, [withheld], [withheld], linkedin.com/in/grace, Utrecht"
    )


def test_the_same_value_is_one_fact_and_further_ones_are_numbered() -> None:
    text = "+31 30 555 0100 / a@example.com\n+31-30-555-0100 / b@example.com\n(212) 555-0123"
    origin = Origin("cv.pdf", "page 1")

    facts = privacy.facts([(finding, origin) for finding in privacy.find(text)])

    assert {(fact.key, fact.value, fact.disclosure) for fact in facts} == {
        ("phone", "+31 30 555 0100", "private"),
        ("phone[1]", "(212) 555-0123", "private"),
        ("email", "a@example.com", "on_request"),
        ("email[1]", "b@example.com", "private"),
    }


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
