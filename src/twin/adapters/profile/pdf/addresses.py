"""Street addresses in running text, in the customs of many countries.

A city or a country is no address: that much belongs on a website.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

W = r"[^\W\d_][\w'’.-]*"  # a word
UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐÉĘĚĞİŁŃŇŐŘŚŠŞŤŮŰŹŻŽ]"
CAP = rf"{UPPER}[\w'’.-]*"  # a capitalised word
NUMBER = r"\d{1,4} ?(?:[a-zA-Z]\b)?(?: ?[-/–] ?\d{1,4} ?(?:[a-zA-Z]\b)?)?"
NO = r"(?:n[.º°o]{1,2} *|nr\.? *|no[.:] *|# *)?"
END = r"(?=\s*(?:$|[,;|•·)\n]))"
FREE = r"[^\n,;|•·\d]"
EN_STREET = (
    r"(?:Street|St|Str|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl"
    r"|Square|Sq|Terrace|Way|Close|Crescent|Cres|Highway|Hwy|Parkway|Pkwy|Row|Mews|Gardens|Grove"
    r"|Hill|Quay|Circle|Cir|Trail|Walk)\.?"
)
UNIT = r"(?:Apt|Apartment|Suite|Ste|Unit|Flat|Floor|Fl|Room|App|Whg|Piso|Apto|#)\.? ?#? ?[\w-]{1,6}"
DE_STREET = (
    r"(?:straße|strasse|str\.|gasse|allee|platz|damm|ufer|chaussee|weg|straat|laan|plein|kade"
    r"|gracht|singel|dijk|dreef|gade|vej|vägen|gatan|veien|gata|katu|vegen|utca|út|tér)"
)
DE_WORD = r"(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Ring|Gasse|Ufer|utca|út|tér|gade|vej)"
ROMANCE = (
    r"(?:Calle|C/|Avenida|Avda?\.?|Plaza|Paseo|P\.º|Carrera|Cra\.?|Rua|R\.|Travessa|Alameda|Praça"
    r"|Largo|Via|Viale|V\.le|Piazza|P\.za|Corso|Vicolo|Strada|Str\.|Bulevardul|Calea)"
)
FRENCH = (
    r"(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse"
    r"|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Ff]aubourg)"
)
TURKISH = r"(?:Mah(?:allesi)?|Cad(?:desi)?|Sok(?:ak|ağı)?|Bulvarı|Blv)\b\.?"
CYRILLIC = r"(?:ул\.|улица|вул\.|вулиця|пр-т|просп\.|проспект|пер\.|переулок|наб\.|шоссе|бульвар)"
STREETS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        (
            rf"(?:{UNIT},? +)?\b\d{{1,5}}[A-Za-z]?(?:-\d+)?,? +(?:[NSEW]\.? +)?"
            rf"(?:(?:{CAP}|\d{{1,3}}(?:st|nd|rd|th)) +){{1,4}}{EN_STREET}(?: +[NSEW]{{1,2}}\b)?"
            rf"(?:,? +{UNIT})?{END}"
        ),
        rf"\b\d{{1,4}}(?: ?(?:bis|ter|[a-zA-Z]))?,? +{FRENCH} +{FREE}{{2,40}}?{END}",
        rf"\b{UPPER}[\w'’-]*{DE_STREET} +{NUMBER}{END}",
        rf"\b{CAP}(?:[ -]{CAP}){{0,2}}[ -]{DE_WORD} +{NUMBER}{END}",
        rf"\b{ROMANCE} *(?:\w+ +)?{CAP}{FREE}{{0,35}},? *{NO}{NUMBER}{END}",
        (
            rf"\b(?:ul|al|os|pl|aleja|ulica)\.? +(?:\d+ +)?{CAP}(?: +{W}){{0,3}} +{NUMBER}"
            rf"(?: *m\.? *\d+)?{END}"
        ),
        (
            rf"\b{CAP}(?: +{CAP}){{0,3}} +{TURKISH}[^\n|•·]{{0,40}}?\bNo ?[:.]? *\d+"
            r"[^\s,;|•·]{0,6}(?: +(?:D|Daire|Kat)[:.]? *\d+)?"
        ),
        (
            rf"{CYRILLIC} *{FREE}{{2,40}},? *(?:д\.?|дом|буд\.)? *\d+"
            r"(?:[, ]+(?:кв\.?|корп\.?|к\.|оф\.?) *\d+)*"
        ),
        (
            r"(?:[가-힣]{1,6}(?:특별시|광역시|시|도|군|구|읍|면) +){0,5}[가-힣\d]{1,12}(?:로|길)"
            r" ?\d+(?:-\d+)?(?!\d*[년월일개명%])(?:번길 ?\d+)?(?:,? *\d+(?:동|호|층))*"
        ),
        (
            r"(?:〒 ?\d{3}-?\d{4} *)?[一-龥]{2,3}[都道府県][一-龥ぁ-んァ-ヶー]{1,12}[区市町村郡]"
            r"[^\s\n,、]{1,30}?\d+(?:(?:[-ー丁番]|丁目|番地|号)+\d*)+"
        ),
        r"〒 ?\d{3}-?\d{4}",
        (
            r"(?:[一-龥]{2,8}[省市区县]){0,4}[一-龥]{1,12}(?:路|街|大道|巷|弄) ?\d+ ?号?"
            r"(?:[^\s\n,，]{0,12}[室楼号])?"
        ),
        r"\bP\.? ?O\.? ?Box +\d+",
        r"\b(?:Postfach|Postbus|Apartado|Caixa Postal|Boîte postale|BP) +\d[\d ]{1,8}\d",
    )
)
POSTCODE = (
    r"(?:(?:D|A|CH|NL|B|F|L|PL|E|I|S|DK|SE|FI|CZ|SK)[- ])?"
    r"(?:\d{4} ?[A-Z]{2}\b|\d{3} \d{2}\b|\d{2}-\d{3}\b|\d{5}(?:-\d{3,4})?\b"
    r"|\d{4}(?:-\d{3})?\b(?= [A-ZÀ-Þ]))"
)
UK_OR_CANADA = r"\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)\b"
A_YEAR = r"(?:19|20)\d\d\b(?! ?[A-Z]{2}\b)"
# What may follow a street: further parts, then a postcode with its town, on this line or the next.
TAIL = re.compile(
    rf"(?: *[,\n|•·] *{UNIT})?"
    rf"(?: *[,;\n|•·-] *(?:{CAP}[ -]?){{0,4}}(?:, *)?(?:[A-Z]{{2,3}} +)?(?<!\n(?={A_YEAR}))"
    rf"(?:{UK_OR_CANADA}|{POSTCODE}))(?:,? +{CAP}(?:[ -]{CAP}){{0,2}})?"
)
AMERICAN_TAIL = re.compile(
    rf"(?:,? *[,\n] *(?:{UNIT}|{CAP}(?: {CAP}){{0,3}})){{1,3}},?[ \n]*[A-Z]{{2}}[ \n]+\d{{5}}"
    r"(?:-\d{4})?\b"
)
# A house number at the end of a segment, a postcode and a town after it: streets of any name.
POSTAL = re.compile(
    rf"(?:^|(?<=[|•·;:,]))[ \t]*(?P<address>(?:{CAP}|van|de|den|der|la|du|unter)(?:[ -]{W}){{0,4}}"
    rf"[ ,]+{NO}\d{{1,4}} ?[a-zA-Z]? *[,\n|•·] *(?!{A_YEAR}){POSTCODE} +{CAP}(?:[ -]{CAP}){{0,2}})",
    re.MULTILINE,
)
LABELLED = re.compile(
    r"^[ \t]*(?:(?:home|postal|street|mailing|private|current)\s+)?"
    r"(?:address|adresse|anschrift|wohnhaft|dirección|domicilio|endereço|morada|indirizzo|residenza"
    r"|adres(?:i|s)?|adresă|osoite|lakcím|bydliště|адрес|адреса|διεύθυνση|כתובת|العنوان|주소|住所|地址)"
    r"\s*[:：\n]\s*"
    r"(?P<address>[^\n|•·@]{4,120}(?:\n[^\n|•·@:]{0,40}\b\d{4,5}\b[^\n|•·@:]{0,40})?)",
    re.IGNORECASE | re.MULTILINE,
)


def find_addresses(text: str) -> Iterator[Span]:
    """Where addresses stand, each from the street to the postcode and town."""
    for match in LABELLED.finditer(text):
        yield match.span("address")
    for pattern in STREETS:
        for match in pattern.finditer(text):
            tail = AMERICAN_TAIL.match(text, match.end()) or TAIL.match(text, match.end())
            yield match.start(), tail.end() if tail else match.end()
    for match in POSTAL.finditer(text):
        yield match.span("address")
    for match in re.finditer(UK_OR_CANADA, text):
        yield match.span()
