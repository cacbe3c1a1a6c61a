"""What the owner is told about a `facts.json` that is not JSON."""

from pathlib import Path

import pytest

from twin.adapters.profile.facts_json import FactsJsonProfile
from twin.ports.errors import ProfileError


def error(tmp_path: Path, text: str) -> str:
    path = tmp_path / "facts.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        FactsJsonProfile(path).load()
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "where", "cure"),
    [
        ('{"a": 1,\n}', "line 1, column 8", "delete the comma"),
        ('{"a": [1, 2,\n ]}', "line 1, column 12", "delete the comma"),
        ('{\n "a": 1\n "b": 2}', "line 2, column 8", "a comma is missing at the end"),
        ('{"a": 1 "b": 2}', "line 1, column 9", "a comma is missing here"),
        ('{"a": "she said "no" twice"}', "line 1, column 18", "lacks its backslash"),
        ("{'a': 1}", "line 1, column 2", "instead of single ones"),
        ("{\"a\": 'x'}", "line 1, column 7", "instead of single ones"),
        ("{“a”: 1}", "line 1, column 2", "instead of curly ones"),
        ('{"a": 1 // one\n}', "line 1, column 9", "no comments"),
        ('# me\n{"a": 1}', "line 1, column 1", "no comments"),
        ('{\n/* me */ "a": 1}', "line 2, column 1", "no comments"),
        ('{"a": True}', "line 1, column 7", "true, false or null"),
        ('{"a": x}', "line 1, column 7", "double quotes"),
        ('{a: "x"}', "line 1, column 2", "double quotes"),
        ('{"a" "x"}', "line 1, column 6", "a colon is missing"),
        ('{"a": "x', "line 1, column 7", "never closed"),
        ('{"a": "x\n# y"}', "line 1, column 9", "over the end of its line"),
        (r'{"a": "C:\Temp"}', "line 1, column 10", "written twice"),
        ('{"a": 1', "line 1, column 8", "ends too early"),
        ('{"a": [1, 2]\n\n', "line 1, column 13", "ends too early"),
        ('{"a": 1}\n{"b": 2}', "line 2, column 1", "one object"),
        ('"a": 1', "line 1, column 4", "one object"),
        ('{"a": 1,, "b": 2}', "line 1, column 9", "name is missing"),
        ('{"a": [1,, 2]}', "line 1, column 10", "value is missing"),
        ('\n{"a": NaN}', "line 2, column 7", "NaN"),
        ('{"a": -Infinity}', "line 1, column 7", "Infinity"),
        ("[1, 2]", "line 1", "must hold one object"),
        ('"Zélie"', "line 1", "must hold one object"),
        ('{"a": ' + "[" * 40 + "]" * 40 + "}", "line 1, column 38", "more than 32"),
        ('{"a":' * 100_000, "line 1, column", "more than 32"),
    ],
)
def test_it_names_the_place_and_the_cure(tmp_path: Path, text: str, where: str, cure: str) -> None:
    message = error(tmp_path, text)

    assert message.startswith(f"facts.json, {where}")
    assert cure in message


def test_it_quotes_nothing_of_the_content(tmp_path: Path) -> None:
    assert "hunter2" not in error(tmp_path, '{"secret": "hunter2" "x"}')


def test_brackets_and_nan_inside_texts_are_only_text(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"a": "%s NaN \\" ["}' % ("[" * 40), encoding="utf-8")

    (fact,) = FactsJsonProfile(path).load().facts

    assert fact.value.startswith("[[[")
