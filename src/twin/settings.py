"""The environment and `.env`, read once into one frozen `Settings`; the only reader of either."""

import logging
import os
import re
from collections import UserDict
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import (
    Field,
    PrivateAttr,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

import twin
from twin.ports.errors import SettingsError

ORIGIN = re.compile(r"https?://[A-Za-z0-9.\-\[\]:]+")
SHORTEST_SECRET = 16
SAMPLE_PERSON = "Grace Hopper"
WANTED = {
    "int_parsing": "a whole number",
    "float_parsing": "a number",
    "bool_parsing": "true or false",
}


class Environment(UserDict[str, str]):
    """What adapters are built from: every setting under its documented name, and all else set.

    Its `repr` shows names only, because the values hold keys and passwords.
    """

    def __repr__(self) -> str:
        return f"Environment({', '.join(sorted(self))})"


def named(name: str, description: str, default: Any = None, **constraints: Any) -> Any:
    """A setting: its documented name, what it means, and its default."""
    return Field(default, validation_alias=name, description=description, **constraints)


class Settings(BaseSettings):
    """Every setting. Process environment beats `.env` beats defaults; empty means unset."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    data: str = named("TWIN_DATA", "Folder of the profile, or `NAME:ARGUMENT` of an adapter.", "")
    llm: str = named(
        "TWIN_LLM",
        "`quoting`, `openai:MODEL` or another adapter; `openai` with a key, else `quoting`.",
        "",
    )
    memory: str = named(
        "TWIN_MEMORY",
        "`file:FOLDER`, `s3://BUCKET/PREFIX`, `sqlite:PATH`, ...; `file:./memory`.",
        "",
        repr=False,
    )
    secret: Annotated[tuple[SecretStr, ...], NoDecode] = named(
        "TWIN_SECRET",
        "Comma-separated keys of session ids: the first signs, all verify; else made and kept.",
        (),
    )
    session_days: float = named(
        "TWIN_SESSION_DAYS", "How long a session id is valid, in days.", 30, gt=0, le=3650
    )
    retention_days: float | None = named(
        "TWIN_RETENTION_DAYS",
        "Erase conversations so many days after their last answer; unset keeps them.",
        None,
        gt=0,
    )
    history_turns: int = named(
        "TWIN_HISTORY_TURNS", "At most so many earlier turns in a prompt.", 20, ge=0, le=40
    )
    history_tokens: int = named(
        "TWIN_HISTORY_TOKENS", "At most so many tokens of history, estimated.", 6000, ge=0
    )
    max_message_chars: int = named(
        "TWIN_MAX_MESSAGE_CHARS", "Longest message of a visitor, in characters.", 4000, ge=1
    )
    max_body_bytes: int = named(
        "TWIN_MAX_BODY_BYTES", "Largest request body, in bytes.", 65536, ge=1024
    )
    max_output_tokens: int = named(
        "TWIN_MAX_OUTPUT_TOKENS", "Longest answer, in tokens.", 800, ge=1
    )
    temperature: float | None = named(
        "TWIN_TEMPERATURE", "0 to 2; unset leaves it to the model.", None, ge=0, le=2
    )
    connect_seconds: float = named(
        "TWIN_MODEL_CONNECT_SECONDS", "To connect to the model's server.", 5, gt=0
    )
    first_token_seconds: float = named(
        "TWIN_MODEL_FIRST_TOKEN_SECONDS",
        "From the question to the model's first word, tries included.",
        30,
        gt=0,
    )
    between_tokens_seconds: float = named(
        "TWIN_MODEL_BETWEEN_TOKENS_SECONDS", "The longest pause within an answer.", 15, gt=0
    )
    total_seconds: float = named(
        "TWIN_MODEL_TOTAL_SECONDS", "From the question to the answer's end.", 120, gt=0
    )
    retries: int = named(
        "TWIN_MODEL_RETRIES", "Further tries when the model fails before its first word.", 2, ge=0
    )
    finish_reason: Literal["required", "optional"] = named(
        "TWIN_MODEL_FINISH", "`optional` for a server that sends no finish reason.", "required"
    )
    reasoning_effort: str = named(
        "TWIN_REASONING_EFFORT",
        "For models that reason: none, low, medium, ...",
        "",
    )
    floor: Literal["on", "off"] = named(
        "TWIN_FLOOR", "`on`: when the model fails, the profile is quoted; `off`: an error.", "on"
    )
    s3_endpoint_url: str = named(
        "TWIN_S3_ENDPOINT_URL", "Address of a server that speaks S3; AWS without it.", ""
    )
    s3_region: str = named("TWIN_S3_REGION", "Region; else DEFAULT_AWS_REGION, AWS_REGION.", "")
    s3_path_style: bool = named(
        "TWIN_S3_PATH_STYLE", "`true`: the bucket is in the path; MinIO wants that.", False
    )
    s3_sse: Literal["", "AES256", "aws:kms", "aws:kms:dsse"] = named(
        "TWIN_S3_SSE", "Encryption at rest: AES256, aws:kms or aws:kms:dsse.", ""
    )
    s3_kms_key_id: str = named("TWIN_S3_KMS_KEY_ID", "Key for aws:kms; the account's else.", "")
    host: str = named("TWIN_HOST", "Address to serve on.", "127.0.0.1")
    port: int = named("TWIN_PORT", "Port to serve on; 0 picks one.", 8000, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = named(
        "TWIN_LOG_LEVEL", "debug, info, warning or error.", "info"
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = named(
        "CORS_ORIGINS",
        "Comma-separated origins of other sites whose pages may call; `*` for every one.",
        ("http://localhost:3000",),
    )
    openai_api_key: SecretStr | None = named("OPENAI_API_KEY", "Key for OpenAI.")
    openai_base_url: str = named(
        "OPENAI_BASE_URL", "Address of an OpenAI-compatible server.", "https://api.openai.com/v1"
    )
    use_s3: bool = named("USE_S3", "`true`: keep conversations in S3_BUCKET.", False)
    s3_bucket: str = named("S3_BUCKET", "Bucket for conversations, with USE_S3.", "")
    memory_dir: str = named("MEMORY_DIR", "Folder for conversations, without USE_S3.", "")
    default_aws_region: str = named("DEFAULT_AWS_REGION", "Region, unless TWIN_S3_REGION.", "")

    _environment: Environment = PrivateAttr(default_factory=Environment)

    @property
    def environment(self) -> Environment:
        """What adapters are built from."""
        return self._environment

    @property
    def llm_address(self) -> str:
        """The model in force, such as `openai:gpt-5.4-mini`."""
        return self.llm or ("openai" if self.openai_api_key else "quoting")

    @property
    def memory_address(self) -> str:
        """The memory in force, such as `file:./memory`."""
        if self.memory:
            return self.memory
        if self.use_s3:
            return f"s3://{self.s3_bucket}"
        return f"file:{self.memory_dir or './memory'}"

    @property
    def state_folder(self) -> Path:
        """Where the terminal keeps what is this user's own: the last conversation, the history."""
        local = self.environment.get("XDG_STATE_HOME") or self.environment.get("LOCALAPPDATA", "")
        folder = Path(local)
        if not folder.is_absolute():  # the XDG rule: a relative path is as good as none
            folder = Path.home() / ".local" / "state"
        return folder / "twin"

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the owner should know about these settings."""
        return tuple(_warnings(self))

    def model_post_init(self, _context: object) -> None:
        known = {_alias(name): _text(getattr(self, name)) for name in type(self).model_fields}
        self._environment = Environment(_surroundings() | known)

    @model_validator(mode="after")
    def _bucket_with_s3(self) -> "Settings":
        if self.use_s3 and not self.s3_bucket and not self.memory:
            raise ValueError("USE_S3 is on but S3_BUCKET is empty; name the bucket")
        return self

    @field_validator("secret", mode="before")
    @classmethod
    def _secrets(cls, value: object) -> object:
        keys = _list(value)
        if isinstance(keys, list) and any(len(key) < SHORTEST_SECRET for key in keys):
            raise ValueError(
                f"each key needs {SHORTEST_SECRET} characters or more; "
                "make one with: openssl rand -hex 32"
            )
        return keys

    @field_validator("cors_origins", mode="before")
    @classmethod
    def _origins(cls, value: object) -> object:
        origins = _list(value)
        if not isinstance(origins, list):
            return origins
        origins = [origin.rstrip("/") for origin in origins]
        for origin in origins:
            if origin != "*" and not ORIGIN.fullmatch(origin):
                raise ValueError(
                    f"{origin!r} is not an origin; write scheme, host and port only, "
                    "such as https://example.com or http://localhost:3000"
                )
        return origins

    @field_validator("openai_base_url", "s3_endpoint_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if value and not re.match(r"https?://[^/\s]", value):
            raise ValueError("it must begin with https:// or http://, such as https://example.com")
        return value

    @field_validator("floor", "log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value


def _list(value: object) -> object:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def load_settings() -> Settings:
    """Read the environment and `.env`.

    Raises:
        SettingsError: a value cannot be used; the text names each setting and the cure.
    """
    logging.getLogger("dotenv").setLevel(logging.ERROR)  # `warnings` tells more, and once
    try:
        return Settings()
    except ValidationError as error:
        problems = (
            f"{'.'.join(map(str, problem['loc']))}: ".removeprefix(": ")
            + _said(problem["type"], problem["msg"])
            for problem in error.errors(include_input=False, include_url=False)
        )
        raise SettingsError(" ".join(map(_ended, problems))) from error
    except UnicodeDecodeError as error:
        raise SettingsError(".env is not UTF-8 text; save it as UTF-8.") from error


def sample_folder() -> Path:
    """The sample person's data: in the wheel, or in the checkout that this package runs from."""
    package = Path(twin.__file__).parent
    shipped = package / "sample_data"
    return shipped if shipped.is_dir() else package.parent.parent / "data"


def profile_folder(settings: Settings) -> Path:
    """The data folder in force: the one named, else `./data`, else the sample person's.

    A lone `me.txt` in the working directory counts as a folder, too.

    Raises:
        SettingsError: TWIN_DATA names no folder.
    """
    if settings.data:
        folder = Path(settings.data)
        if not folder.is_dir():
            raise SettingsError(
                f"TWIN_DATA names {settings.data!r}, which is not a folder. Make it and put "
                "facts.json into it, or unset TWIN_DATA to meet the sample person."
            )
        return folder
    for folder in (Path("data"), Path()):
        if (folder if folder.name else folder / "me.txt").exists():
            return folder
    return sample_folder()


def is_sample(settings: Settings, name: str) -> bool:
    """Whether it is the sample person who answers, and nobody who was written in their place."""
    shipped = sample_folder().resolve()
    return (
        name == SAMPLE_PERSON
        and reads_a_folder(settings)
        and profile_folder(settings).resolve() == shipped
    )


def reads_a_folder(settings: Settings) -> bool:
    """Whether the profile is a folder, and no adapter of another kind."""
    return not settings.data or Path(settings.data).is_dir()


def _ended(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."


def _said(kind: str, message: str) -> str:
    """A validator's message in an owner's words."""
    if kind in WANTED:
        return f"it must be {WANTED[kind]}."
    return message.removeprefix("Value error, ").replace("Input should be", "it must be")


def _surroundings() -> dict[str, str]:
    found = dotenv_values(".env", encoding="utf-8-sig") | dict(os.environ)
    return {name: value for name, value in found.items() if value}


def _alias(field: str) -> str:
    return str(Settings.model_fields[field].validation_alias)


def _text(value: object) -> str:
    """A setting's value as adapters read it; empty when unset."""
    if isinstance(value, tuple):
        return ",".join(map(_text, value))
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _not_understood() -> Iterator[str]:
    """The lines of `.env` that set nothing."""
    if not Path(".env").is_file():
        return
    with Path(".env").open(encoding="utf-8-sig") as file:
        wrong = [str(each.original.line) for each in parse_stream(file) if each.error]
    if wrong:
        yield f".env sets nothing in line {', '.join(wrong)}. Write NAME=value, one a line."


def _warnings(settings: Settings) -> Iterator[str]:
    yield from _not_understood()
    original = [name for name in ("USE_S3", "S3_BUCKET", "MEMORY_DIR") if _is_set(settings, name)]
    if settings.memory and original:
        yield f"TWIN_MEMORY is set and wins over {', '.join(original)}."
    if settings.environment.get("BEDROCK_MODEL_ID") and not settings.llm:
        yield (
            "BEDROCK_MODEL_ID is set, but this release has no Amazon Bedrock adapter; "
            f"{settings.llm_address} answers instead."
        )
    known = [_alias(name) for name in Settings.model_fields]
    for name in sorted(settings.environment):
        if name.startswith("TWIN_") and name not in known:
            near = get_close_matches(name, known, n=1)
            if near:
                yield f"{name} is not a setting. Did you mean {near[0]}?"


def _is_set(settings: Settings, alias: str) -> bool:
    return any(_alias(field) == alias for field in settings.model_fields_set)
