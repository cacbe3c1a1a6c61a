"""Telephone numbers in running text, in the formats of many countries.

A withheld salary costs little and a leaked number costs much, so doubt counts as a number, except
for what a career is full of: years, months, versions, amounts.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

LABEL = re.compile(
    r"""(?<!\w)(?:
        phones?|telephone|tele?(?:fono?|foon|fone|fonum|fonas)?|tél(?:éphone)?|tel[ée]fono
        |tlf|tfn|puh|gsm|mobile?|mob|mobiel|mobil(?:e|nummer|funk)?|mobilnr|m[óo]vil|celular
        |cell?(?:ulare|phone)?|handy|rufnummer|telefonnummer|telemóvel|portable|port|fax|komórka
        |kom|cep|contact\ no|whats ?app|signal|телефон|тел|моб|τηλ(?:έφωνο)?|κινητό|טלפון|נייד
        |هاتف|جوال|الهاتف|โทร|電話|携帯|电话|手机|전화(?:번호)?|휴대폰|휴대전화|☎|✆|📞|📱
    )(?:\s?(?:number|no|nr|nummer|kom))?[.:)]*\s{0,3}[:：|]?\s{0,3}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
SHORT_LABEL = re.compile(r"(?:^|[\n|•·,;])\s*[TMPC]\s?[.:]\s*\Z")
NOT_A_PHONE = re.compile(
    r"""(?:\b(?:
        isbn|issn|doi|arxiv|orcid|patent|version|build|release|ver|iban|no|nr|id|ref|rev|vat|tax
        |nip|kvk|ssn|bsn|rfc|iso|ieee|grant|student|ticket|invoice|licen[sc]e|zertifikat
        |credential|certificate)(?:\s?(?:no|nr|id|number|nummer))?
    |№)[\s.:\#/-]*\Z|[\#$€£¥₹/=@_v]\s?\Z""",
    re.IGNORECASE | re.VERBOSE,
)
UNIT = re.compile(
    r"\s?(?:[%€$£¥₹°]|(?:EUR|USD|GBP|CHF|PLN|INR|users?|people|records?|lines|rows|requests"
    r"|customers|documents|downloads|employees|units|km|million|Mio|Nutzer|utilisateurs|usuarios)\b)",
    re.IGNORECASE,
)
CANDIDATE = re.compile(
    r"(?<![\w.,/@=&?-])(?<!\d:)\(?\+?\(?\d(?: {0,2}[-.()/·]? {0,2}\(?\d)*\)?"
    r"(?![\w@]|[.,:]\d|/\w)"
)
AFTER = re.compile(
    r"\s{0,2}\((?:mobile|home|work|mobil|privat|cell|móvil|celular)\)", re.IGNORECASE
)
YEAR = r"(?:19|20)\d\d"
DAY_MONTH = r"\d{1,2}[./ -]+"
POINT = rf"(?:(?:{DAY_MONTH}){{0,2}}{YEAR}|{YEAR}(?:[./ -]+\d{{1,2}}){{0,2}}|{YEAR}[01]\d[0-3]\d)"
DATES = re.compile(rf"\(?{POINT}\)?(?:[-/.() ]*\(?{POINT}\)?)*")
NATIONAL = tuple(
    re.compile(pattern)
    for pattern in (
        r"1?[-. ]?\(?[2-9]\d\d\)?[-. ]{0,2}[2-9]?\d\d[-. ]\d{4}",  # North America
        r"[2-9]\d\d[2-9]\d{6}|1[3-9]\d{9}",  # written as one: North America, India, China
        r"\(\d{2,5}\)[-./ ]{0,3}\d[-./ \d]{5,11}",  # area code in brackets
        r"\(?0\d{1,4}\)?[-./ )]{0,3}\d[-./ \d]{4,12}",  # trunk zero
        r"0 \d{3} \d{3} \d\d \d\d",  # Turkey
        r"8[- ]?\(?\d{3}\)?[- ]?\d{3}[- ]?\d\d[- ]?\d\d",  # Russia
        r"\d\d 9\d{4}[- ]\d{4}",  # Brazil
        r"1[3-9]\d[- ]\d{4}[- ]\d{4}|1[3-9]\d \d{3} \d{5}",  # China
        r"[6-9]\d{4}[- ]\d{5}",  # India
    )
)
CONTACT = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}|linkedin\.com\S{0,255}", re.IGNORECASE)
ALONE_AFTER = re.compile(r"\s*(?:\Z|[|•·,;\n])")
GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+")


def find_phones(text: str) -> Iterator[Span]:
    """Where numbers stand, from left to right, in a text of plain spaces and hyphens."""
    contacts = [match.span() for match in CONTACT.finditer(text)]
    for match in CANDIDATE.finditer(text):
        start, end = _without_brackets(text, *match.span())
        if _is_phone(text, start, end, contacts):
            yield start, end


def _without_brackets(text: str, start: int, end: int) -> Span:
    """Leave out brackets that stand round the number rather than in it."""
    raw = text[start:end]
    opening, closing = raw.find("(", 1), raw.find(")")
    if raw[0] == "(" and raw[-1] == ")" and (closing == len(raw) - 1 or 0 < opening < closing):
        return start + 1, end - 1
    start += raw[0] == "(" and closing < 0
    return start, end - (raw[-1] == ")" and raw.count("(") < raw.count(")"))


def _is_phone(text: str, start: int, end: int, contacts: list[Span]) -> bool:
    raw = text[start:end]
    count = sum(char.isdigit() for char in raw)
    before = text[max(0, start - 40) : start]
    if not 6 <= count <= 16 or DATES.fullmatch(raw):
        return False
    if LABEL.search(before) or SHORT_LABEL.search(before) or AFTER.match(text, end):
        return True
    if NOT_A_PHONE.search(before) or UNIT.match(text, end):
        return False
    if raw.startswith(("+", "(+")):
        return count >= 9 or (count == 8 and not GROUPED.fullmatch(raw[1:]))
    return _is_national(raw, count) or _stands_with_contacts(text, start, end, contacts)


def _is_national(raw: str, count: int) -> bool:
    if raw.startswith("00") and raw[2:3] not in {"0", ""} and 10 <= count <= 16:
        return True
    return 8 <= count <= 12 and any(pattern.fullmatch(raw) for pattern in NATIONAL)


def _stands_with_contacts(text: str, start: int, end: int, contacts: list[Span]) -> bool:
    """A number alone between separators, beside an e-mail address or a link."""
    before = text[max(0, start - 40) : start].rstrip(" ")
    alone = before[-1:] in "|•·,;\n" and ALONE_AFTER.match(text, end) is not None
    near = any(low - 80 <= start <= high + 80 for low, high in contacts)
    return alone and near and 7 <= sum(map(str.isdigit, text[start:end])) <= 12
