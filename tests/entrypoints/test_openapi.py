"""Generated requests against the OpenAPI document: no crash, nothing undocumented."""

import re
import subprocess
import sys
from pathlib import Path

from tests.entrypoints.conftest import OpenDoor

EXAMPLES = 900
# A generated session may be one that was deleted: 410 is documented, and no rejection of its form.
CONFIGURATION = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", 401, 403, 404, 409, 410, 429, "5xx"]
"""


def test_two_thousand_generated_requests_meet_what_is_documented(
    open_door: OpenDoor, tmp_path: Path
) -> None:
    door = open_door()
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIGURATION, encoding="utf-8")
    run = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            f"--config-file={config}",
            "run",
            f"{door.client.base_url}/openapi.json",
            "--checks=all",
            f"--max-examples={EXAMPLES}",
            "--seed=1906",
            "--workers=2",
            "--no-color",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-6000:] + run.stderr
    generated = re.search(r"(\d+) generated", run.stdout)
    assert generated
    assert int(generated[1]) >= 2000
