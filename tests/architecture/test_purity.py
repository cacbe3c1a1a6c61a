"""The shape of the package, beyond what the import contracts hold."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "twin"
MODULES = sorted(str(path.relative_to(SRC)) for path in SRC.rglob("*.py"))
PROBE = """
import sys, importlib
before = set(sys.modules)
for module in {modules!r}:
    importlib.import_module(module)
print("\\n".join(sorted(set(sys.modules) - before)))
"""


def modules_of(folder: str) -> list[str]:
    paths = sorted((SRC / folder).rglob("*.py"))
    parts = [path.relative_to(SRC.parent).with_suffix("").parts for path in paths]
    return [".".join(part for part in names if part != "__init__") for names in parts]


def imported_by(modules: list[str], **environment: str) -> set[str]:
    """What a fresh interpreter holds after importing them."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "-c", PROBE.format(modules=modules)],
        capture_output=True,
        text=True,
        check=True,
        env=keep | environment,
    )
    return set(run.stdout.split())


def test_ports_and_domain_hold_nothing_but_the_standard_library() -> None:
    held = imported_by([*modules_of("ports"), *modules_of("domain")])
    foreign = {
        name
        for name in held
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not name.startswith(("twin.ports", "twin.domain"))
    }

    assert foreign == {"twin"}


def test_the_help_of_the_terminal_imports_nothing_heavy() -> None:
    held = imported_by(["twin.entrypoints.cli"])

    heavy = {"fastapi", "pydantic", "openai", "boto3", "pdfplumber", "dependency_injector"}
    assert not heavy & held


@pytest.mark.parametrize(
    "command", ["ask", "check", "prompt", "init", "unanswered", "conversations", "chat"]
)
def test_a_command_that_serves_nothing_imports_no_web_framework(command: str) -> None:
    held = imported_by([f"twin.entrypoints.cli.{command}"])

    assert not {"fastapi", "starlette", "uvicorn", "openai", "boto3", "pdfplumber"} & held


def test_a_process_imports_no_technology_that_it_does_not_use() -> None:
    held = imported_by(["twin.entrypoints.http.serving"])

    assert not {"openai", "boto3", "pdfplumber", "aiohttp", "sqlalchemy"} & held


def test_every_module_but_the_lambda_door_can_be_imported_without_doing_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    every = [name for name in modules_of("") if name not in SKIPPED]

    imported_by(every)

    assert list(tmp_path.iterdir()) == []


SKIPPED = ("twin.entrypoints.aws_lambda",)


@pytest.mark.parametrize("module", MODULES)
def test_modules_say_in_one_line_what_they_are(module: str) -> None:
    said = ast.get_docstring(ast.parse((SRC / module).read_text(encoding="utf-8")))

    assert said
    assert len(said.splitlines()[0]) <= 100


@pytest.mark.parametrize("module", MODULES)
def test_modules_stay_small(module: str) -> None:
    lines = (SRC / module).read_text(encoding="utf-8").splitlines()

    assert len(lines) <= LONGEST.get(module, 250)


# Tables: a few lines for each setting, one for each thing that people ask after.
LONGEST = {"settings.py": 400, "domain/concepts.py": 340}
