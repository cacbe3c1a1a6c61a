"""A folder made, drafted and tried out; nothing that exists is touched."""

import json
import os
import shlex
import shutil
import sys
from pathlib import Path

import click

from twin.container import Container, read_pdf
from twin.domain.facts_draft import Json, facts_document, left_out, summary_text
from twin.domain.retrieval import suggested_questions
from twin.entrypoints.cli.ask import answered
from twin.entrypoints.cli.init.form import EMPTY, README, TOML
from twin.entrypoints.cli.init.questions import answers
from twin.entrypoints.cli.printable import row
from twin.entrypoints.cli.signals import ended_by_ctrl_c, run
from twin.ports.errors import ProfileError, SettingsError
from twin.ports.profile import Profile
from twin.settings import load_settings


def init(folder: Path, source: Path | None) -> None:
    """Make the folder and show a first answer from it.

    Raises:
        TwinError: the source cannot be read, or the folder cannot be written.
    """
    _require_writable(folder)
    load_settings()  # before questions are asked whose answers would be lost
    draft = read_pdf(source) if source else Profile()
    entries = bool(draft.positions or draft.education)
    files = _files(folder, draft, asks=not entries)  # may be broken off: nothing is written yet
    click.echo(f"\n{folder}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [name for name, text in files.items() if _write(folder / name, text)]
        if source and not entries:  # a CV without entries is better read as it stands
            name = source.name if source.suffix.lower() == ".pdf" else f"{source.name}.pdf"
            _copy(source, folder / name)
        elif source and "facts.json" not in written:
            click.echo(
                row(source.name, f"not used for facts.json; a copy in {folder} is read, too")
            )
    except OSError as error:
        raise SettingsError(f"{folder} cannot be written: {error.strerror}.") from error
    _try_out(folder)


def _require_writable(folder: Path) -> None:
    """Before questions are asked, whose answers would be lost."""
    place = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not (place.is_dir() and os.access(place, os.W_OK | os.X_OK)):
        raise SettingsError(f"{folder} cannot be written: choose another place.")


def _files(folder: Path, draft: Profile, *, asks: bool) -> dict[str, str]:
    """What to write, by file name."""
    files = {"README.md": README, "twin.toml": TOML}
    known: dict[str, Json] = {}
    entries = bool(draft.positions or draft.education)
    if private := left_out(draft):
        treated = "left out of the draft" if entries else "told to nobody"
        click.echo(f"Private, and {treated}: {', '.join(private)}.")
    if entries:
        known = facts_document(draft)
        files["summary.txt"] = summary_text(draft)
    elif asks and sys.stdin.isatty() and not (folder / "facts.json").exists():
        with ended_by_ctrl_c():
            known = answers()
    form = known | {key: empty for key, empty in EMPTY.items() if key not in known}
    files["facts.json"] = json.dumps(form, ensure_ascii=False, indent=2) + "\n"
    return {name: text for name, text in sorted(files.items()) if text}


def _write(path: Path, text: str) -> bool:
    """Whether there was no such file yet."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        click.echo(row(path.name, "is there already and stays as it is"))
        return False
    click.echo(row(path.name, "written"))
    return True


def _copy(source: Path, path: Path) -> None:
    if path.exists():
        click.echo(row(path.name, "is there already and stays as it is"))
    else:
        shutil.copyfile(source, path)
        click.echo(row(path.name, "copied; it is read as it stands"))


def _prefix(folder: Path) -> str:
    """What makes a command take this folder; nothing when the settings do."""
    if Path(load_settings().data or "data").resolve() == folder.resolve():
        return ""
    return f"TWIN_DATA={shlex.quote(str(folder))} "


def _try_out(folder: Path) -> None:
    """A first question answered by quoting, with no key and no memory; then what to do next."""
    chosen = {"data": str(folder), "memory": "in-process", "llm": "quoting"}
    container = Container(settings=load_settings().model_copy(update=chosen))
    prefix = _prefix(folder)
    try:
        container.profiles()
    except ProfileError as error:
        click.echo(f"\nNext: mend {folder}: {error} Then: {prefix}twin check")
        return
    try:
        question = suggested_questions(container.persona())[0]
    except ProfileError:
        click.echo(
            f"\nNext: write your name into {folder / 'facts.json'}, then: {prefix}twin check"
        )
        return
    click.secho(f"\n› {question}", bold=True)
    run(answered(container, question, show=True))
    click.echo(f"\nNext: fill in {folder / 'facts.json'}; README.md there says how. Then:")
    click.echo(f"  {prefix}twin check   what visitors will miss")
    click.echo(f"  {prefix}twin chat    a conversation with it")
