"""Personal details in running text: found where they are, and not where they only seem to be."""

import pytest

from twin.adapters.profile.pdf import privacy
from twin.ports.profile import Origin

PHONES = [
    "+31 30 555 0100",
    "+1 (212) 555-0123",
    "+1.212.555.0123",
    "+44 (0)20 7946 0958",
    "+49 (0) 30 / 555 0100",
    "+49-171-5550100",
    "+33 6 12 34 56 78",
    "+48 601 234 567",
    "+34 612 345 678",
    "+351 912 345 678",
    "+55 (11) 91234-5678",
    "+90 532 123 45 67",
    "+82-10-1234-5678",
    "+81 3-5555-0100",
    "+86 138 0013 8000",
    "+91 98765 43210",
    "+7 (495) 123-45-67",
    "+47 22 12 34 56",
    "+46 70 123 45 67",
    "+358 40 123 4567",
    "+420 601 123 456",
    "+41 44 668 18 00",
    "+971 50 123 4567",
    "+254 712 345678",
    "+234 803 123 4567",
    "+65 6123 4567",
    "+61 2 5550 0100",
    "+64 21 555 0100",
    "+298 123456",
    "+31\u00a030\u00a0555\u00a00100",
    "0031 30 555 0100",
    "(212) 555-0123",
    "212-555-0123",
    "212.555.0123",
    "1-800-555-0199",
    "(555) 555-0100",
    "020 7946 0958",
    "07700 900123",
    "030 / 5550100",
    "0171-5550100",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "0612345678",
    "010-1234-5678",
    "03-5555-0100",
    "(0212) 555 01 00",
    "0 532 123 45 67",
    "044 668 18 00",
    "08-123 456 78",
    "(11) 91234-5678",
    "11 91234-5678",
    "8 (495) 123-45-67",
    "138 0013 8000",
    "98765-43210",
    "(02) 5550 0100",
]

LABELLED_PHONES = [
    ("Phone: 612 345 678", "612 345 678"),
    ("Tel. 22 12 34 56", "22 12 34 56"),
    ("Tel.: 5550100", "5550100"),
    ("Mobile 6123 4567", "6123 4567"),
    ("T: 91 234 56 78", "91 234 56 78"),
    ("Móvil: 612345678", "612345678"),
    ("Handy: 171 555 0100", "171 555 0100"),
    ("Telefon kom. 601 234 567", "601 234 567"),
    ("Portable : 6 12 34 56 78", "6 12 34 56 78"),
    ("휴대폰: 1012345678", "1012345678"),
    ("電話:3 5555 0100", "3 5555 0100"),
    ("Тел.: 123-45-67", "123-45-67"),
    ("☎ 555 1234", "555 1234"),
    ("6123 4567 (Mobile)", "6123 4567"),
    ("grace@example.com | 612 345 678 | Utrecht", "612 345 678"),
    ("grace@example.com\n22 12 34 56\nOslo", "22 12 34 56"),
]

ADDRESSES = [
    "12 Harbour Street",
    "123 Main Street, Apt 4, Springfield, IL 62701",
    "1600 N. Example Ave., Suite 200\nArlington, VA 22201",
    "Flat 3, 10 Mill Lane, London SW1A 1AA",
    "12 rue de la Paix, 75002 Paris",
    "4 bis, avenue des Champs",
    "Hauptstraße 12a, 10115 Berlin",
    "Lange Straße 5\n20095 Hamburg",
    "Unter den Linden 77, 10117 Berlin",
    "Kerkstraat 12-2, 1017 GC Amsterdam",
    "Oudegracht 100\n3511 AX Utrecht",
    "Calle Mayor 10, 28013 Madrid",
    "Calle de Alcalá, 45",
    "Rua Augusta, 1500",
    "Avenida Paulista, nº 1578",
    "Via Garibaldi 12, 00153 Roma",
    "ul. Marszałkowska 10/12, 00-590 Warszawa",
    "Atatürk Mah. Çınar Sok. No: 5",
    "ул. Ленина, д. 10, кв. 5",
    "서울특별시 강남구 테헤란로 123",
    "東京都千代田区丸の内1-9-2",
    "北京市海淀区中关村路27号",
    "Drottninggatan 12, 111 51 Stockholm",
    "Vesterbrogade 3, 1620 København",
    "P.O. Box 1234",
]

BIRTHS = [
    ("Date of birth: 9 December 1906", "9 December 1906"),
    ("DOB 12/09/1906", "12/09/1906"),
    ("D.O.B.: 1906-12-09", "1906-12-09"),
    ("Born on December 9, 1906 in New York", "December 9, 1906"),
    ("Birthday\n9th December 1906", "9th December 1906"),
    ("Geburtsdatum: 09.12.1906", "09.12.1906"),
    ("geboren am 9. Dezember 1906", "9. Dezember 1906"),
    ("geb. 9.12.1906", "9.12.1906"),
    ("Née le 9 décembre 1906", "9 décembre 1906"),
    ("Date de naissance : 09/12/1906", "09/12/1906"),
    ("Fecha de nacimiento: 9 de diciembre de 1906", "9 de diciembre de 1906"),
    ("Data de nascimento 09-12-1906", "09-12-1906"),
    ("Nata a Roma il 9 dicembre 1906", "9 dicembre 1906"),
    ("Geboortedatum 9 december 1906", "9 december 1906"),
    ("Data urodzenia: 9 grudnia 1906", "9 grudnia 1906"),
    ("Doğum Tarihi: 09.12.1906", "09.12.1906"),
    ("생년월일: 1906년 12월 9일", "1906년 12월 9일"),
    ("生年月日 1906年12月9日", "1906年12月9日"),
    ("出生年月:1906年12月", "1906年12月"),
    ("Дата рождения: 09.12.1906", "09.12.1906"),
    ("Year of birth: 1906", "1906"),
    ("* 09.12.1906", "09.12.1906"),
]

INNOCENT = [
    "2011 - 2015",
    "2011-2015",
    "2011–2015 2016–2018",
    "09/2014 – 06/2015",
    "01.02.2015 - 03.04.2016",
    "01-2015 - 02-2016",
    "2015/09 - 2016/06",
    "2015-09-01 2016-06-30",
    "20150901",
    "grace@example.com\n2011 - 2015\nYale",
    "1999 2004",
    "Sep 2014 - Oct 2015 (1 year 2 months)",
    "octubre de 2021 - mayo de 2026",
    "2022年8月 - 2024年3月",
    "2020년 3월 - 2023년 5월",
    "salary of $120,000 - $150,000",
    "a budget of 1 500 000 EUR",
    "a budget of €2.500.000",
    "revenue 12.345.678 USD",
    "120 000 000 users",
    "+100 000 000 users",
    "+10 000 000",
    "Python 3.11.4, PostgreSQL 15.2, version 10.0.19045.3693",
    "version 2.0.1.20230415",
    "192.168.100.200",
    "ISBN 978-3-16-148410-0",
    "ISBN: 0306406152",
    "doi:10.1000/182 10.1145/1234567.1234568",
    "arXiv:2101.01234",
    "ORCID 0000-0002-1825-0097",
    "US patent No. 10123456789",
    "Certificate ID 1234567890",
    "https://example.com/posts/1234567890",
    "https://example.com/2125550123/",
    "github.com/example/0612345678",
    "pi is 3.14159265358979",
    "accuracy 0.123456789",
    "ISO 27001, ISO 9001:2015",
    "10 000 rows, 99.999 % uptime, 24/7",
    "Winner of 12 Google Drive integrations",
    "Engineering 101",
    "Spring 2015, Hiring 3 people",
    "2012 BA History, 2014 MA Economics",
    "2009 IT Manager\n2012 HR Director",
    "Utrecht, Netherlands",
    "Greater New York City Area",
    "1. Platz 2015",
    "Born in a town by the sea",
    "I was born to build compilers in 2012",
    "address customer concerns within 24 hours",
    "Over 5 Years at Example Street Capital",
    "Led 3 teams in 2 countries, 40 people",
    "C++11, C++17; HTTP/2; x86_64",
    "GPA 3.92/4.00",
    "Grade 1.3 (2011)",
    "1,234,567,890 requests",
    "Project 2014-2016: 3500 hours",
]


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
