"""Writes every setting into `.env.example` and `docs/configuration.md`; a test holds them to it."""

import re
from pathlib import Path

from twin.settings import Settings

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(<!-- settings:.*?-->\n).*?(<!-- /settings -->)", re.DOTALL)
HEAD = """\
# Every setting of twin. Copy this file to .env and take the # away from what you want to change.
# The process environment beats .env; an empty value counts as unset. More: docs/configuration.md
"""
PARTS = {
    "TWIN_DATA": "The twin",
    "TWIN_SECRET": "Visitors",
    "TWIN_MAX_OUTPUT_TOKENS": "The model",
    "TWIN_S3_ENDPOINT_URL": "S3",
    "TWIN_HOST": "Serving",
    "OPENAI_API_KEY": "OpenAI, and servers that speak its language",
    "USE_S3": "Variables of older twins",
}


def default(value: object) -> str:
    """A default as it would be written into `.env`."""
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def example() -> str:
    """The whole `.env.example`."""
    lines = [HEAD]
    for field in Settings.model_fields.values():
        name = str(field.validation_alias)
        lines += [f"\n# ---- {PARTS[name]}\n"] if name in PARTS else []
        lines.append(f"# {(field.description or '').replace('`', '')}")
        lines.append(f"#{name}={default(field.default)}\n")
    return "\n".join(lines)


def table() -> str:
    """The table of `docs/configuration.md`."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for field in Settings.model_fields.values():
        value = default(field.default)
        shown = f"`{value}`" if value else ""
        meaning = (field.description or "").replace("|", "\\|")
        rows.append(f"| `{field.validation_alias}` | {shown} | {meaning} |")
    return "\n".join(rows) + "\n"


def with_table(page: str) -> str:
    return BLOCK.sub(lambda found: found[1] + table() + found[2], page)


def main() -> None:
    (ROOT / ".env.example").write_text(example(), encoding="utf-8")
    page = ROOT / "docs" / "configuration.md"
    page.write_text(with_table(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
