"""The documentation says what is true."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from scripts.settings_docs import example, with_table
from twin.adapters.registry import BUILT_IN
from twin.entrypoints.cli import main
from twin.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_is_in_the_example_and_in_the_docs() -> None:
    assert read(".env.example") == example()
    page = read("docs/configuration.md")
    assert page == with_table(page)


@pytest.mark.parametrize("field", Settings.model_fields)
def test_every_setting_says_what_it_means(field: str) -> None:
    assert len(Settings.model_fields[field].description or "") > 10


def commands(group: click.Group, path: str = "twin") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


@pytest.mark.parametrize(("path", "command"), list(commands(main)))
def test_every_command_has_help_an_example_and_a_place_in_the_docs(
    path: str, command: click.Command
) -> None:
    assert command.help
    assert "Example" in command.help
    assert f"## {path}" in read("docs/cli.md")
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or option.show_default
            assert (
                f"`{option.opts[-1]}"
                in read("docs/cli.md").split(f"## {path}\n")[1].split("\n## ")[0]
            )


@pytest.mark.parametrize(("path", "command"), list(commands(main)))
def test_the_page_of_the_terminal_says_what_the_help_says(
    path: str, command: click.Command
) -> None:
    section = read("docs/cli.md").split(f"## {path}\n")[1].split("\n## ")[0]
    _, _, examples = (command.help or "").partition("Example")
    shown = [line.strip() for line in examples.splitlines() if "twin " in line]

    assert [line for line in shown if f"    {line}\n" not in f"{section}\n"] == []
    offered = {option.opts[-1] for option in command.params if isinstance(option, click.Option)}
    assert set(re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE)) == offered


@pytest.mark.parametrize("path", re.findall(r"^## (twin .*)$", read("docs/cli.md"), re.MULTILINE))
def test_every_command_of_the_page_exists(path: str) -> None:
    assert path in dict(commands(main))


@pytest.mark.parametrize(("path", "command"), list(commands(main)))
def test_the_examples_in_a_help_stand_on_lines_of_their_own(
    path: str, command: click.Command
) -> None:
    shown = command.get_help(click.Context(command, info_name=path))
    examples = shown.partition("Example")[2].partition("Options:")[0].splitlines()[1:]

    assert "\\b" not in shown
    assert all(len(re.findall(r"\btwin ", line)) == 1 for line in examples if line.strip())


@pytest.mark.parametrize("name", sorted(BUILT_IN["twin.llm"]) + sorted(BUILT_IN["twin.memory"]))
def test_every_built_in_adapter_is_in_the_docs(name: str) -> None:
    assert f"`{name}" in read("docs/configuration.md")


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", read(page)):
        assert ((ROOT / page).parent / target).exists(), target


def test_the_readme_begins_with_what_it_is_a_picture_and_the_first_command() -> None:
    head = read("README.md").splitlines()[:15]

    assert any(line.startswith("![") for line in head)
    assert any("make run" in line for line in head)


def test_no_file_names_the_host_of_a_package_registry() -> None:
    listed = subprocess.run(
        ["git", "grep", "-lIE", r"https?://[a-z.]*(pypi|pythonhosted|npmjs|debian)\.(org|com)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert listed.stdout == ""


def test_the_lock_files_hold_exact_versions_with_hashes() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-ministack.lock"):
        blocks = re.findall(r"^\S.*?(?=^\S|\Z)", read(name), re.MULTILINE | re.DOTALL)
        pinned = [block for block in blocks if not block.startswith("#")]
        assert pinned
        assert all("==" in block and "--hash=sha256:" in block for block in pinned)


def test_the_module_answers_to_python_m() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "twin", "--version"], capture_output=True, text=True, check=True
    )

    assert run.stdout.startswith("twin")
