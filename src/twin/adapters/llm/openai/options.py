"""How the model is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

OPENAI_BASE_URL = "https://api.openai.com/v1"
# The newest small model on the SDK's list of chat models (openai 3.54) with no shutdown date:
# made for chats at scale, and no reasoning tokens to pay for unless asked.
DEFAULT_MODEL = "gpt-5.4-mini"


@dataclass(frozen=True, slots=True)
class OpenAIOptions:
    """Times are in seconds.

    Attributes:
        connect_seconds: to open a connection.
        first_token_seconds: from the question to the first word, retries included.
        between_tokens_seconds: the longest pause within an answer.
        total_seconds: from the question to the answer's end.
        retries: further tries after a failure before the first word.
        finish_required: a stream that ends without a finish reason is a failure.
        reasoning_effort: sent when not empty.
    """

    model: str = DEFAULT_MODEL
    api_key: str = field(default="", repr=False)
    base_url: str = OPENAI_BASE_URL
    connect_seconds: float = 5
    first_token_seconds: float = 30
    between_tokens_seconds: float = 15
    total_seconds: float = 120
    retries: int = 2
    finish_required: bool = True
    reasoning_effort: str = ""

    @classmethod
    def from_environment(cls, model: str, env: Mapping[str, str]) -> "OpenAIOptions":
        return cls(
            model=model or DEFAULT_MODEL,
            api_key=env["OPENAI_API_KEY"],
            base_url=env["OPENAI_BASE_URL"].rstrip("/"),
            connect_seconds=float(env["TWIN_MODEL_CONNECT_SECONDS"]),
            first_token_seconds=float(env["TWIN_MODEL_FIRST_TOKEN_SECONDS"]),
            between_tokens_seconds=float(env["TWIN_MODEL_BETWEEN_TOKENS_SECONDS"]),
            total_seconds=float(env["TWIN_MODEL_TOTAL_SECONDS"]),
            retries=int(env["TWIN_MODEL_RETRIES"]),
            finish_required=env["TWIN_MODEL_FINISH"] == "required",
            reasoning_effort=env["TWIN_REASONING_EFFORT"],
        )
