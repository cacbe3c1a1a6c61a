"""`twin chat`, at a real terminal and with pipes."""

import asyncio
import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import StringIO
from pathlib import Path

import click
import pytest
from rich.console import Console

from tests.terminals import CTRL_C, CTRL_D, CTRL_Z, ENTER, UP, Terminal, terminal
from tests.upstreams import running
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.entrypoints.cli.chat.markdown import literal_markdown
from twin.ports.memory import Turn

ADA = {
    "full_name": "Ada Invented",
    "current_role": "Principal engineer",
    "email": "ada@example.com",
    "education": [{"degree": "MSc", "institution": "Invented University", "year": "2010"}],
}
STUDY = "What did you study?"
STORY = "Tell me a long story."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "facts.json").write_text(json.dumps(ADA), encoding="utf-8")
    return tmp_path


def environment(folder: Path, **settings: str) -> dict[str, str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return keep | {"XDG_STATE_HOME": str(folder / "state")} | settings


def chat(folder: Path, *options: str, **settings: str) -> AbstractContextManager[Terminal]:
    return terminal(folder, "chat", *options, environment=environment(folder, **settings))


def piped(folder: Path, lines: bytes, **settings: str) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [sys.executable, "-m", "twin", "chat"],
        cwd=folder,
        env=environment(folder, **settings),
        input=lines,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return subprocess.CompletedProcess(
        run.args, run.returncode, run.stdout.decode(), run.stderr.decode()
    )


def stored(folder: Path) -> list[list[Turn]]:
    """Every conversation in memory, oldest first."""

    async def read() -> list[list[Turn]]:
        store = FileMemoryStore(folder / "memory")
        ids = sorted([summary.conversation async for summary in store.conversations()])
        return [[turn async for turn in store.history(id_)] for id_ in ids]

    return asyncio.run(read())


def test_a_conversation_at_the_terminal_is_answered_and_stored(folder: Path) -> None:
    with chat(folder) as screen:
        greeting = screen.wait_for("Ctrl-D to leave.")
        screen.type(STUDY + ENTER)
        screen.wait_for("Invented University")
        screen.wait_for("facts.json education[0]")
        screen.wait_for("›")
        screen.type(CTRL_D)
        assert screen.end() == 0

    assert "AI twin of Ada Invented" in greeting
    assert [turn.question for turn in stored(folder)[0]] == [STUDY]


@contextmanager
def stalling(folder: Path, when: str, **settings: str) -> Iterator[Terminal]:
    """A conversation with a model that falls silent `before` its first word or `between` two."""
    patience = {
        "TWIN_MODEL_FIRST_TOKEN_SECONDS": "100",
        "TWIN_MODEL_BETWEEN_TOKENS_SECONDS": "100",
    }
    with (
        running() as upstream,
        chat(
            folder,
            TWIN_LLM=f"openai:stall-{when}",
            OPENAI_BASE_URL=upstream.base_url,
            **patience,
            **settings,
        ) as screen,
    ):
        screen.wait_for("/help for help")
        screen.wait_for("> " if settings.get("TERM") == "dumb" else "›")
        yield screen


def leave(screen: Terminal) -> int:
    screen.type("/quit" + ENTER)
    return screen.end()


def test_ctrl_c_stops_the_answer_and_not_the_program(folder: Path) -> None:
    with stalling(folder, "between") as screen:
        screen.type(STORY + ENTER)
        screen.wait_for("word1")
        screen.type(CTRL_C)
        screen.wait_for("Stopped.")
        screen.wait_for("›")
        assert leave(screen) == 0

    (turn,) = stored(folder)[0]
    assert turn.finish == "cut"
    assert "word1" in turn.answer


def test_ctrl_c_stops_an_answer_that_has_not_begun(folder: Path) -> None:
    with stalling(folder, "before") as screen:
        screen.type(STORY + ENTER)
        screen.wait_for("…")
        screen.type(CTRL_C)
        screen.wait_for("Stopped.")
        assert leave(screen) == 0


def test_ctrl_c_right_behind_a_question_is_not_lost(folder: Path) -> None:
    with stalling(folder, "between") as screen:
        for _ in range(3):
            screen.type(STORY + ENTER + CTRL_C)
            screen.wait_for("Stopped.")
            screen.wait_for("›")
        assert leave(screen) == 0


def test_what_was_broken_off_names_no_sources(folder: Path) -> None:
    with stalling(folder, "between") as screen:
        screen.type(STORY + ENTER)
        screen.wait_for("word1")
        screen.type(CTRL_C)
        screen.wait_for("Stopped.")
        screen.wait_for("›")
        screen.type("/sources" + ENTER)
        screen.wait_for("The last answer was broken off; it names no sources.")
        screen.wait_for("›")
        assert leave(screen) == 0


def test_ctrl_c_again_and_again_does_not_end_the_program(folder: Path) -> None:
    with stalling(folder, "between") as screen:
        screen.type(STORY + ENTER)
        screen.wait_for("word1")
        screen.type(CTRL_C * 5)
        screen.wait_for("Stopped.")
        screen.wait_for("›")
        assert leave(screen) == 0


def test_ctrl_c_at_the_end_of_an_answer_harms_nothing(folder: Path) -> None:
    with chat(folder) as screen:
        screen.wait_for("›")
        for _ in range(5):
            screen.type(STUDY + ENTER)
            screen.wait_for("Invented University")
            screen.type(CTRL_C)
            screen.wait_for("›")
        assert leave(screen) == 0

    assert len(stored(folder)[0]) == 5


def test_an_interrupt_from_elsewhere_is_as_good_as_ctrl_c(folder: Path) -> None:
    with stalling(folder, "between") as screen:
        screen.type("half a quest")
        screen.wait_for("half a quest")
        screen.type("!")
        screen.wait_for("!")  # drawn by a prompt that listens, not by its first drawing
        screen.signal(signal.SIGINT)
        screen.wait_for("›")
        screen.type(STORY + ENTER)
        screen.wait_for("word1")
        screen.signal(signal.SIGINT)
        screen.wait_for("Stopped.")
        assert leave(screen) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_end_from_elsewhere_keeps_the_answer_and_the_terminal(
    folder: Path, number: signal.Signals
) -> None:
    with stalling(folder, "between") as screen:
        screen.type(STORY + ENTER)
        screen.wait_for("word1")
        screen.signal(number)
        assert screen.end() == 128 + number
        assert screen.echoes

    assert stored(folder)[0][0].finish == "cut"


def test_ctrl_c_at_the_prompt_takes_back_the_line(folder: Path) -> None:
    with chat(folder) as screen:
        screen.wait_for("›")
        screen.type("half a quest" + CTRL_C)
        screen.wait_for("›")
        assert leave(screen) == 0

    assert stored(folder) == []
    assert "leaves." not in screen.text


def test_ctrl_c_at_an_empty_prompt_says_how_to_leave(folder: Path) -> None:
    with chat(folder) as screen:
        screen.wait_for("›")
        screen.type(CTRL_C)
        screen.wait_for("Ctrl-D or /quit leaves.")
        screen.wait_for("›")
        screen.type(CTRL_D)
        assert screen.end() == 0


@pytest.mark.skipif(not shutil.which("bash"), reason="the system has no bash")
def test_ctrl_z_at_the_prompt_gives_the_shell_back_and_fg_goes_on(folder: Path) -> None:
    shell = ("bash", "--norc", "--noprofile", "-i")
    with terminal(folder, environment=environment(folder, PS1="$ "), program=shell) as screen:
        screen.wait_for("$ ")
        screen.type(f"{shlex.quote(sys.executable)} -m twin chat\n")
        screen.wait_for("›")
        screen.type("What did" + CTRL_Z)
        screen.wait_for("Stopped")
        screen.wait_for("$ ")
        screen.type("fg\n")
        screen.wait_for("What did")
        screen.type(" you study?" + ENTER)
        screen.wait_for("Invented University")
        screen.wait_for("›")
        screen.type("/quit" + ENTER)
        screen.wait_for("$ ")
        screen.type("exit\n")
        assert screen.end() == 0

    assert [turn.question for turn in stored(folder)[0]] == [STUDY]


def test_what_is_typed_while_an_answer_comes_is_the_next_line(folder: Path) -> None:
    with chat(folder) as screen:
        screen.wait_for("›")
        screen.type(f"{STUDY}{ENTER}How can I reach you?{ENTER}/quit{ENTER}")
        assert screen.end() == 0

    assert [turn.question for turn in stored(folder)[0]] == [STUDY, "How can I reach you?"]


def test_ctrl_c_at_a_dumb_terminal_stops_answer_and_line_alike(folder: Path) -> None:
    with stalling(folder, "between", TERM="dumb") as screen:
        screen.type("half a quest" + CTRL_C)
        screen.wait_for("> ")
        screen.type(STORY + "\n")
        screen.wait_for("word1")
        screen.type(CTRL_C)
        screen.wait_for("> ")
        screen.type("/quit\n")
        assert screen.end() == 0

    assert [turn.question for turn in stored(folder)[0]] == [STORY]


def test_an_interrupt_ends_a_conversation_from_a_pipe(folder: Path) -> None:
    with running() as upstream:
        settings = {"TWIN_LLM": "openai:stall-between", "OPENAI_BASE_URL": upstream.base_url}
        talking = subprocess.Popen(
            [sys.executable, "-m", "twin", "chat"],
            cwd=folder,
            env=environment(folder, **settings),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        assert talking.stdin
        assert talking.stdout
        with talking:
            talking.stdin.write(f"{STORY}\n{STUDY}\n".encode())
            said = b""
            while b"word1" not in said:
                said += talking.stdout.read(100)
            talking.send_signal(signal.SIGINT)
            assert talking.wait(30) == 128 + signal.SIGINT

    assert [turn.finish for turn in stored(folder)[0]] == ["cut"]


def test_resume_shows_the_last_turns_and_goes_on_with_them(folder: Path) -> None:
    with chat(folder) as screen:
        screen.wait_for("›")
        screen.type(STUDY + ENTER)
        screen.wait_for("education[0]")
        screen.type("/quit" + ENTER)
        screen.end()
    with chat(folder, "--resume") as screen:
        screen.wait_for(f"› {STUDY}")
        screen.wait_for("Invented University")
        screen.wait_for("›")
        screen.type("How can I reach you?" + ENTER)
        screen.wait_for("ada@example.com")
        screen.type("/quit" + ENTER)
        screen.end()

    assert [len(turns) for turns in stored(folder)] == [2]


def test_new_begins_another_conversation(folder: Path) -> None:
    piped(folder, f"{STUDY}\n/new\n{STUDY}\n".encode())

    assert [len(turns) for turns in stored(folder)] == [1, 1]


def test_resume_with_nothing_to_go_on_with_says_so_and_begins_anew(folder: Path) -> None:
    with chat(folder, "--resume") as screen:
        screen.wait_for("no earlier conversation")
        screen.type(STUDY + ENTER)
        screen.wait_for("Invented University")
        screen.type("/quit" + ENTER)
        assert screen.end() == 0


def test_the_history_of_what_was_asked_outlives_the_program(folder: Path) -> None:
    for keys in (STUDY, UP):
        with chat(folder) as screen:
            screen.wait_for("›")
            screen.type(keys)
            screen.wait_for(STUDY)
            screen.type(ENTER)
            screen.wait_for("Invented University")
            screen.wait_for("›")
            screen.type(CTRL_D)
            assert screen.end() == 0

    assert [turns[0].question for turns in stored(folder)] == [STUDY, STUDY]


def test_what_is_kept_of_a_sitting_is_for_its_user_only(folder: Path) -> None:
    piped(folder, STUDY.encode())

    state = folder / "state" / "twin"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in state.iterdir()}
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}
    assert len(modes) == 2


def test_a_state_folder_that_cannot_be_used_costs_the_history_only(folder: Path) -> None:
    (folder / "taken").write_text("a file", encoding="utf-8")

    run = piped(folder, STUDY.encode(), XDG_STATE_HOME=str(folder / "taken"))

    assert run.returncode == 0
    assert "Invented University" in run.stdout
    assert "XDG_STATE_HOME" in run.stderr


def test_a_state_folder_that_vanishes_is_told_once_and_the_conversation_goes_on(
    folder: Path,
) -> None:
    with chat(folder) as screen:
        screen.wait_for("Ctrl-D to leave.")
        shutil.rmtree(folder / "state")
        screen.type(STUDY + ENTER)
        shown = screen.wait_for("--resume will not find")
        screen.wait_for("›")
        screen.type("How can I reach you?" + ENTER)
        shown += screen.wait_for("ada@example.com")
        screen.wait_for("›")
        screen.type(CTRL_D)
        assert screen.end() == 0

    assert "Traceback" not in shown
    assert shown.count("--resume will not") == 1


def test_a_pipe_gets_answers_on_stdout_and_nothing_else(folder: Path) -> None:
    run = piped(folder, f"{STUDY}\nHow can I reach you?\n/sources\n".encode())

    assert run.returncode == 0
    assert run.stdout.startswith("I'm an AI twin of Ada Invented")
    assert "Invented University" in run.stdout
    assert "ada@example.com" in run.stdout
    assert "facts.json" not in run.stdout
    assert "facts.json email" in run.stderr
    assert "\x1b" not in run.stdout + run.stderr


def test_bytes_that_are_no_text_do_not_end_the_conversation(folder: Path) -> None:
    run = piped(folder, b"\xff\xfe\n" + STUDY.encode())

    assert run.returncode == 0
    assert "Invented University" in run.stdout


def test_a_dumb_terminal_gets_plain_lines(folder: Path) -> None:
    with chat(folder, TERM="dumb") as screen:
        screen.wait_for("> ")
        screen.type(STUDY + "\n")
        screen.wait_for("Invented University")
        screen.wait_for("> ")
        screen.type(CTRL_D)
        assert screen.end() == 0

    assert "\x1b" not in screen.raw


def test_no_color_leaves_the_layout_and_takes_the_colours(folder: Path) -> None:
    with chat(folder, NO_COLOR="1") as screen:
        screen.wait_for("Ctrl-D to leave.")

    assert "\x1b[1mAda Invented\x1b[0m" in screen.raw
    assert "\x1b[2mquoting answers" in screen.raw
    assert not re.search(r"\x1b\[[0-9;]*\b[34][0-9]\b", screen.raw)


def test_lines_wrap_between_words_and_markdown_is_rendered(folder: Path) -> None:
    story = f"I build **compilers** and <b>tools</b>, {'patiently ' * 20}every day."
    (folder / "data" / "summary.txt").write_text(story, encoding="utf-8")
    with chat(folder, COLUMNS="50") as screen:
        screen.wait_for("›")
        screen.type("What do you build?" + ENTER)
        screen.wait_for("every day.")

    wrapped = [line.strip() for line in screen.lines if "patiently" in line]
    assert any(line.startswith("I build compilers and <b>tools</b>, ") for line in wrapped)
    assert max(map(len, wrapped)) <= 50
    # What is redrawn is there twice, each time to its end.
    assert all(line.endswith(("patiently", "every", "every day.")) for line in wrapped[:-1])


def test_a_heading_begins_where_the_lines_begin() -> None:
    console = Console(width=40, file=StringIO(), record=True)

    console.print(literal_markdown("# Compilers\n\nI build them."))

    assert console.export_text().splitlines()[0].rstrip() == "Compilers"


def test_a_model_that_fails_costs_one_answer_and_not_the_conversation(folder: Path) -> None:
    with running() as upstream:
        run = piped(
            folder,
            b"One?\nTwo?\n",
            TWIN_LLM="openai:401",
            TWIN_FLOOR="off",
            OPENAI_BASE_URL=upstream.base_url,
        )

    assert run.returncode == 1
    assert run.stderr.count("Check OPENAI_API_KEY") == 2


def test_a_pipe_whose_questions_all_went_unanswered_ends_with_exit_code_1(folder: Path) -> None:
    too_long = b"x" * 51

    in_vain = piped(folder, too_long, TWIN_MAX_MESSAGE_CHARS="50")
    in_part = piped(folder, too_long + b"\nWhat did you study?\n", TWIN_MAX_MESSAGE_CHARS="50")
    nothing = piped(folder, b"/help\n")

    assert [run.returncode for run in (in_vain, in_part, nothing)] == [1, 0, 0]


def test_a_question_that_is_too_long_is_refused_with_the_limit(folder: Path) -> None:
    run = piped(folder, b"x" * 51, TWIN_MAX_MESSAGE_CHARS="50")

    assert "50 at most" in run.stderr
    assert stored(folder) == []


def test_an_unknown_command_names_those_that_exist(folder: Path) -> None:
    run = piped(folder, b"/quti\n/help\n")

    assert "There is no /quti. Known: /help, /new, /sources, /quit." in run.stderr
    assert "Ctrl-C stops an answer" in run.stderr


@pytest.mark.parametrize("typo", ["/", "/sources-all", "/42"])
def test_a_mistyped_command_is_no_question(folder: Path, typo: str) -> None:
    run = piped(folder, f"{typo}\n/sources\n".encode())

    assert f"There is no {typo}. Known:" in run.stderr
    assert "There is no answer yet." in run.stderr
    assert stored(folder) == []


def test_a_command_is_known_in_capitals_and_with_words_behind_it(folder: Path) -> None:
    run = piped(folder, f"/Sources please\n/tmp/x is what?\n/QUIT now\n{STUDY}\n".encode())

    assert "There is no answer yet." in run.stderr
    assert [turn.question for turn in stored(folder)[0]] == ["/tmp/x is what?"]


def test_escape_sequences_in_a_file_do_not_reach_the_terminal(folder: Path) -> None:
    hostile = ADA | {"current_role": "\x1b]0;owned\x07\x1b[2JEngineer\u202e"}
    (folder / "data" / "facts.json").write_text(json.dumps(hostile), encoding="utf-8")

    run = piped(folder, b"What is your role?\n/sources\n")

    assert "Engineer" in run.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(run.stdout + run.stderr)


@pytest.fixture
def python_without_extra(tmp_path: Path) -> Path:
    """An environment with all that this one has but the libraries of `twin[chat]`."""
    venv.create(tmp_path / "venv", symlinks=True)
    installed = Path(click.__file__).parents[1]
    (packages,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    for path in installed.iterdir():
        if path.name not in {"rich", "prompt_toolkit"}:
            (packages / path.name).symlink_to(path)
    return tmp_path / "venv" / "bin" / "python"


def test_without_the_extra_a_terminal_says_what_to_install(
    folder: Path, python_without_extra: Path
) -> None:
    talking = terminal(folder, "chat", environment=environment(folder), python=python_without_extra)
    with talking as screen:
        screen.wait_for("pip install 'twin[chat]'")
        screen.wait_for("TERM=dumb twin chat")
        assert screen.end() == 1

    assert "Traceback" not in screen.text


def test_without_the_extra_pipes_and_plain_terminals_work(
    folder: Path, python_without_extra: Path
) -> None:
    plain = environment(folder, TERM="dumb")
    with terminal(folder, "chat", environment=plain, python=python_without_extra) as screen:
        screen.wait_for("> ")
        screen.type(STUDY + "\n")
        screen.wait_for("Invented University")
        screen.type("/quit\n")
        assert screen.end() == 0
