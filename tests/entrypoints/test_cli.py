"""The terminal, as a user runs it."""

import json
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.terminals import CTRL_C, terminal
from tests.upstreams import running
from twin.entrypoints.cli.signals import run

PYTHON = shlex.quote(sys.executable)  # a path may hold spaces
ADA = {
    "full_name": "Ada Invented",
    "current_role": "Principal engineer",
    "email": "ada@example.com",
    "education": [{"degree": "MSc", "institution": "Invented University", "year": "2010"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working directory, with a space in its path, that holds Ada's data."""
    folder = tmp_path / "my twin"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "facts.json").write_text(json.dumps(ADA), encoding="utf-8")
    return folder


def environment(**settings: str) -> dict[str, str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return keep | settings


def twin(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "twin", *arguments],
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@contextmanager
def serving(folder: Path, *arguments: str, **settings: str) -> Iterator[tuple[str, Path]]:
    """`twin serve` on a free port: its address, and the file that holds what it printed."""
    said = folder / "said.txt"
    with said.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "twin", "serve", "--port", "0", *arguments],
            cwd=folder,
            env=environment(**settings),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _address(process, said), said
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _address(process: subprocess.Popen[bytes], said: Path) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        for line in said.read_text(encoding="utf-8").splitlines():
            if "answers at" in line:
                return line.split()[-1]
        time.sleep(0.05)
    raise AssertionError(said.read_text(encoding="utf-8"))


def ask(address: str, message: str = "What did you study?") -> httpx2.Response:
    return httpx2.post(f"{address}/chat", json={"message": message}, timeout=60)


def test_serve_says_where_to_go_next_and_answers(folder: Path) -> None:
    with serving(folder) as (address, said):
        answer = ask(address).json()["response"]
        banner = said.read_text(encoding="utf-8")

    assert "Invented University" in answer
    assert "quoting" in banner
    assert "OPENAI_API_KEY" in banner
    assert "file:memory" in banner
    assert str(folder / "data") in banner
    assert "\n" in banner
    assert "Traceback" not in said.read_text(encoding="utf-8")


def test_serve_in_an_empty_folder_serves_the_sample_person(tmp_path: Path) -> None:
    with serving(tmp_path) as (address, said):
        assert httpx2.get(f"{address}/persona").json()["name"] == "Grace Hopper"
        assert "the sample person" in said.read_text(encoding="utf-8")


def test_several_workers_share_the_session_secret(folder: Path) -> None:
    with serving(folder, "--workers", "2") as (address, _):
        session = ask(address).json()["session_id"]
        for _attempt in range(8):  # a new connection each, so that both workers are met
            assert httpx2.get(f"{address}/conversation/{session}", timeout=60).status_code == 200


def test_serve_reload_takes_up_a_change_of_the_data(folder: Path) -> None:
    with serving(folder, "--reload") as (address, _):
        assert ask(address).status_code == 200
        changed = ADA | {"full_name": "Ada Changed"}
        (folder / "data" / "facts.json").write_text(json.dumps(changed), encoding="utf-8")
        for _attempt in range(200):
            if httpx2.get(f"{address}/persona", timeout=60).json()["name"] == "Ada Changed":
                return
            time.sleep(0.1)
    raise AssertionError("the change was not taken up")


def test_in_process_memory_and_several_workers_do_not_go_together(folder: Path) -> None:
    run = twin(folder, "serve", "--workers", "2", TWIN_MEMORY="in-process")

    assert run.returncode == 1
    assert "TWIN_MEMORY=file:./memory" in run.stderr


def test_a_port_in_use_is_said_with_another_one(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = twin(folder, "serve", "--port", str(port))

    assert run.returncode == 1
    assert (
        run.stderr
        == f"Error: Port {port} is in use. Choose another: twin serve --port {port + 1}\n"
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"TWIN_LLM": "opnai:gpt"}, "Did you mean 'openai'?"),
        ({"TWIN_LLM": "nobody"}, "Known: openai, quoting"),
        ({"TWIN_MEMORY": "redis://x"}, "Known: file, in-process"),
        ({"TWIN_DATA": "./nowhere"}, "not a folder"),
        ({"TWIN_LLM": "openai"}, "OPENAI_API_KEY"),
        ({"TWIN_PORT": "http"}, "TWIN_PORT"),
        ({"CORS_ORIGINS": "my site"}, "is not an origin"),
    ],
)
def test_a_wrong_setting_stops_the_start_in_one_clear_line(
    folder: Path, settings: dict[str, str], said: str
) -> None:
    run = twin(folder, "serve", "--port", "0", **settings)

    assert run.returncode == 1
    assert said in run.stderr
    assert run.stderr.count("\n") == 1


def test_a_memory_folder_that_cannot_be_used_stops_the_start(folder: Path) -> None:
    (folder / "taken").write_text("a file", encoding="utf-8")

    run = twin(folder, "serve", "--port", "0", TWIN_MEMORY="file:taken")

    assert run.returncode == 1
    assert "name another folder" in run.stderr


def test_a_broken_facts_file_stops_the_start_and_names_line_and_cure(folder: Path) -> None:
    (folder / "data" / "facts.json").write_text('{\n"full_name": "Ada",\n}', encoding="utf-8")

    run = twin(folder, "serve", "--port", "0")

    assert run.returncode == 1
    assert "facts.json" in run.stderr
    assert "line" in run.stderr
    assert "comma" in run.stderr


def test_an_unreadable_pdf_is_a_loud_warning(folder: Path) -> None:
    (folder / "data" / "LinkedIn.pdf").write_bytes(b"not a PDF")

    with serving(folder) as (address, said):
        assert ask(address).status_code == 200
        assert "LinkedIn.pdf: NOT READ" in said.read_text(encoding="utf-8")


def test_an_error_shows_its_traceback_on_demand(folder: Path) -> None:
    run = twin(folder, "--debug", "check", TWIN_LLM="nobody")

    assert run.returncode == 1
    assert "Traceback" in run.stderr


def test_ask_prints_the_answer_on_stdout_and_the_sources_on_stderr(folder: Path) -> None:
    run = twin(folder, "ask", "What did you study?")

    assert run.returncode == 0
    assert "Invented University" in run.stdout
    assert "facts.json" in run.stderr
    assert not (folder / "memory").exists()


def test_ctrl_c_ends_an_answer_on_the_way(folder: Path) -> None:
    with running() as upstream:
        settings = {"TWIN_LLM": "openai:stall-between", "OPENAI_BASE_URL": upstream.base_url}
        asking = terminal(folder, "ask", "Where?", environment=environment(**settings))
        with asking as screen:
            screen.wait_for("word1")
            screen.type(CTRL_C)
            assert screen.end() == 128 + signal.SIGINT

    assert "Aborted!" not in screen.text


def test_a_model_that_fails_within_an_answer_is_told_once_on_a_line_of_its_own(
    folder: Path,
) -> None:
    with running() as upstream:
        settings = {"TWIN_LLM": "openai:cut", "OPENAI_BASE_URL": upstream.base_url}
        run = twin(folder, "ask", "Where?", **settings)

    assert run.returncode == 1
    assert run.stdout.startswith("word0 word1 ")
    assert run.stdout.index("\n") == len(run.stdout) - 1
    assert run.stderr.startswith("Error: ")
    assert run.stderr.count("\n") == 1


def test_the_loop_of_a_command_wakes_for_a_signal() -> None:
    async def wakes() -> bool:
        descriptor = signal.set_wakeup_fd(-1)
        signal.set_wakeup_fd(descriptor)
        return descriptor >= 0

    assert run(wakes())
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_output_that_finds_no_room_is_one_clear_line(folder: Path) -> None:
    asked = subprocess.run(
        ["/bin/sh", "-c", f"{PYTHON} -m twin check > /dev/full"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert asked.returncode == 1
    assert asked.stderr == "Error: No space left on device.\n"


@pytest.mark.parametrize("command", ["chat", "init new", "ask Where?"])
def test_a_stdin_that_is_closed_is_an_empty_one(folder: Path, command: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{PYTHON} -m twin {command} <&-"],
        cwd=folder,
        env=environment(HOME=str(folder)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_reader_that_has_had_enough_gets_no_complaint(folder: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{PYTHON} -u -m twin prompt | head -c 10"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert len(done.stdout) == 10
    assert "Broken" not in done.stderr
    assert "Errno" not in done.stderr


def test_ask_as_json(folder: Path) -> None:
    run = twin(folder, "ask", "--json", "What did you study?")

    answer = json.loads(run.stdout)
    assert "Invented University" in answer["response"]
    assert answer["sources"][0]["file"] == "facts.json"
    assert answer["model"] == "quoting"


def test_ask_with_nothing_to_ask(folder: Path) -> None:
    run = twin(folder, "ask", "  ")

    assert run.returncode == 2
    assert "empty" in run.stderr


def test_ask_refuses_what_is_too_long_in_the_words_of_the_http_api(folder: Path) -> None:
    run = twin(folder, "ask", "x" * 51, TWIN_MAX_MESSAGE_CHARS="50")

    assert run.returncode == 2
    assert "The message has 51 characters; at most 50 are allowed." in run.stderr


def test_ask_through_a_model(folder: Path) -> None:
    with running() as upstream:
        run = twin(folder, "ask", "Hm?", TWIN_LLM="openai:ok", OPENAI_BASE_URL=upstream.base_url)

    assert run.stdout == "word0 word1 word2 word3 word4 word5 word6 word7 \n"
    assert run.stderr == ""


def test_ask_with_a_wrong_key_falls_to_the_floor_and_says_why(folder: Path) -> None:
    with running() as upstream:
        wrong = {"TWIN_LLM": "openai:401", "OPENAI_BASE_URL": upstream.base_url}
        floor = twin(folder, "ask", "What did you study?", **wrong)
        off = twin(folder, "ask", "What did you study?", TWIN_FLOOR="off", **wrong)

    assert "Invented University" in floor.stdout
    assert floor.stderr.startswith("! The model gave no answer, so the profile is quoted instead: ")
    assert "401" in floor.stderr
    assert off.returncode == 1
    assert "Check OPENAI_API_KEY" in off.stderr
    assert "Traceback" not in floor.stderr + off.stderr


def test_prompt_shows_the_prompt_and_its_tokens(folder: Path) -> None:
    run = twin(folder, "prompt", "--question", "How can I reach you?")

    assert "You are the AI twin of Ada Invented" in run.stdout
    assert "<visitor>\nHow can I reach you?\n</visitor>" in run.stdout
    assert "facts" in run.stderr
    assert "all" in run.stderr


def test_a_backend_folder_of_the_original_shape_runs_unchanged(tmp_path: Path) -> None:

    backend = tmp_path / "backend"
    shutil.copytree(Path(__file__).parents[1] / "fixtures" / "backend", backend)
    (backend / "env").rename(backend / ".env")
    old = backend / "memory" / "6f1d9c1e-52a5-4f0c-9d3c-0f7a3d2b1c11.json"
    old.parent.mkdir(exist_ok=True)
    old.write_text("[]", encoding="utf-8")

    with (
        running() as upstream,
        serving(
            backend, TWIN_LLM="openai:ok", OPENAI_BASE_URL=upstream.base_url, MEMORY_DIR="./memory"
        ) as (address, said),
    ):
        first = ask(address).json()
        again = httpx2.post(
            f"{address}/chat", json={"message": "And?", "session_id": first["session_id"]}
        ).json()
        history = httpx2.get(f"{address}/conversation/{first['session_id']}").json()
        status = httpx2.get(address).json()
        system = str(upstream.requests[0].body["messages"])

    assert again["session_id"] == first["session_id"]
    assert [message["role"] for message in history["messages"]] == ["user", "assistant"] * 2
    assert set(history["messages"][0]) == {"role", "content", "timestamp"}
    assert status["storage"] == "local"
    assert old.read_text(encoding="utf-8") == "[]"
    assert "twin import" in said.read_text(encoding="utf-8")
    assert "555 01" not in system
