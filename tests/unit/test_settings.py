"""The environment and `.env`, read into one frozen object."""

from pathlib import Path

import pytest

from twin.ports.errors import SettingsError
from twin.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_the_environment_beats_the_file_beats_the_default(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".env").write_text("TWIN_PORT=9000\nTWIN_HOST=0.0.0.0\n", encoding="utf-8")

    loaded = settings(monkeypatch, TWIN_PORT="9001")

    assert (loaded.port, loaded.host, loaded.history_turns) == (9001, "0.0.0.0", 20)


def test_empty_means_unset(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("OPENAI_API_KEY=\nTWIN_PORT=\n", encoding="utf-8")

    loaded = settings(monkeypatch, TWIN_LLM="")

    assert (loaded.openai_api_key, loaded.port, loaded.llm_address) == (None, 8000, "quoting")


def test_a_file_with_a_byte_order_mark_is_read(folder: Path) -> None:
    (folder / ".env").write_bytes(b"\xef\xbb\xbfTWIN_PORT=9000\n")

    assert load_settings().port == 9000
    assert load_settings().environment["TWIN_PORT"] == "9000"


def test_a_file_that_is_not_utf_8_says_so(folder: Path) -> None:
    (folder / ".env").write_bytes("TWIN_HOST=Grüße\n".encode("cp1252"))

    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings()


def test_a_key_chooses_openai_unless_a_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch, OPENAI_API_KEY="sk-x").llm_address == "openai"
    assert settings(monkeypatch, TWIN_LLM="quoting").llm_address == "quoting"


@pytest.mark.parametrize(
    ("values", "address"),
    [
        ({}, "file:./memory"),
        ({"MEMORY_DIR": "../memory"}, "file:../memory"),
        ({"USE_S3": "True", "S3_BUCKET": "b"}, "s3://b"),
        ({"USE_S3": "FALSE", "S3_BUCKET": "b"}, "file:./memory"),
        ({"USE_S3": "true", "TWIN_MEMORY": "in-process"}, "in-process"),
    ],
)
def test_the_older_variables_choose_the_memory_and_ours_win(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], address: str
) -> None:
    loaded = settings(monkeypatch, **values)

    assert loaded.memory_address == address
    assert any("TWIN_MEMORY" in line for line in loaded.warnings) == (
        "TWIN_MEMORY" in values and len(values) > 1
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"TWIN_PORT": "eight"}, "^TWIN_PORT: it must be a whole number.$"),
        ({"TWIN_PORT": "70000"}, "^TWIN_PORT: it must be less than or equal to 65535.$"),
        ({"TWIN_SESSION_DAYS": "ten"}, "^TWIN_SESSION_DAYS: it must be a number.$"),
        ({"TWIN_S3_PATH_STYLE": "maybe"}, "^TWIN_S3_PATH_STYLE: it must be true or false.$"),
        ({"TWIN_HISTORY_TURNS": "-1"}, "TWIN_HISTORY_TURNS"),
        ({"TWIN_SECRET": "short"}, "openssl rand"),
        ({"USE_S3": "true"}, "S3_BUCKET"),
        ({"TWIN_FLOOR": "maybe"}, "TWIN_FLOOR: it must be 'on' or 'off'"),
        ({"CORS_ORIGINS": "example.com"}, "https://example.com"),
        ({"CORS_ORIGINS": "https://a.example/page"}, "scheme, host and port"),
        ({"CORS_ORIGINS": "https://a.example https://b.example"}, "scheme, host and port"),
        ({"CORS_ORIGINS": "null"}, "scheme, host and port"),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        settings(monkeypatch, **values)


def test_origins_may_have_spaces_around_their_commas_and_a_slash_at_their_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded = settings(monkeypatch, CORS_ORIGINS=" http://localhost:3000 , https://a.example/ ,*")

    assert loaded.cors_origins == ("http://localhost:3000", "https://a.example", "*")


def test_secrets_show_in_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = settings(
        monkeypatch,
        OPENAI_API_KEY="sk-hidden-key",
        TWIN_SECRET="hidden-secret-of-sessions",
        TWIN_MEMORY="postgresql://u:hidden-password@h/d",
    )

    shown = f"{loaded!r} {loaded} {loaded.environment!r} {loaded.environment}"
    assert "hidden" not in shown


def test_a_bad_secret_is_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(monkeypatch, TWIN_SECRET="hidden", TWIN_TEMPERATURE="hidden")

    assert "hidden" not in str(caught.value)


def test_a_misspelt_setting_is_a_warning_with_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    (warning,) = settings(monkeypatch, TWIN_MEMROY="file:x").warnings

    assert warning == "TWIN_MEMROY is not a setting. Did you mean TWIN_MEMORY?"


def test_bedrock_of_an_older_twin_is_said_not_to_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    (warning,) = settings(monkeypatch, BEDROCK_MODEL_ID="amazon.nova-lite-v1:0").warnings

    assert "quoting answers instead" in warning


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().port = 1
