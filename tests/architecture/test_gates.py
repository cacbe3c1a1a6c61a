"""Each rule of the architecture is broken once, on a copy, to see its gate fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SINS = [
    ("domain/conversation.py", "import twin.adapters.registry", "Dependencies point inwards"),
    ("adapters/registry.py", "import twin.domain.chat", "Dependencies point inwards"),
    ("ports/llm.py", "import twin.domain.chat", "Dependencies point inwards"),
    ("settings.py", "import twin.container", "Dependencies point inwards"),
    ("domain/conversation.py", "import boto3", "Ports and domain know no framework"),
    ("ports/llm.py", "import pydantic", "Ports and domain know no framework"),
    ("entrypoints/http/app.py", "import twin.adapters.registry", "Only the container touches"),
    ("entrypoints/http/app.py", "import dependency_injector", "dependency-injector is a detail"),
    ("adapters/llm/quoting.py", "import twin.adapters.llm.openai", "Adapters of one port"),
    ("utils.py", "", "Dependencies point inwards"),
]


@pytest.mark.parametrize(("file", "line", "contract"), SINS)
def test_an_architecture_rule_that_is_broken_fails_its_gate(
    tmp_path: Path, file: str, line: str, contract: str
) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "src" / "twin" / file).open("a", encoding="utf-8") as sinner:
        sinner.write(f"\n{line}\n")

    lint = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert lint.returncode == 1, lint.stdout
    if line:
        assert any(contract in said and "BROKEN" in said for said in lint.stdout.splitlines())
    else:
        assert "utils" in lint.stdout


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("import os\n\nkey = os.environ['KEY']\n", "TID251"),
        ("import os\n\nkey = os.getenv('KEY')\n", "TID251"),
        ("from unittest.mock import Mock\n\nmock = Mock()\n", "TID251"),
        ("try:\n    x = 1\nexcept Exception:\n    pass\n", "BLE001"),
        ("print('debugging')\n", "T201"),
    ],
)
def test_a_line_that_is_banned_is_found(code: str, rule: str) -> None:
    lint = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", "src/twin/domain/x.py", "-"],
        cwd=ROOT,
        input=code,
        capture_output=True,
        text=True,
        check=False,
    )

    assert rule in lint.stdout
