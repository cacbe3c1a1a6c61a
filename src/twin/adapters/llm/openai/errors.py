"""Every error of the SDK and its transport, translated in one place."""

from collections.abc import Mapping

import openai
from httpx2 import HTTPError, StreamError

from twin.ports.errors import (
    ModelError,
    ModelOutputError,
    ModelRateLimitedError,
    ModelRejectedError,
    ModelUnavailableError,
)

VENDOR_ERRORS = (openai.OpenAIError, openai.InvalidWebhookSignatureError, HTTPError, StreamError)
# What the transport calls a timeout is a connection that failed, with aiohttp even a refused one:
# slow answers are told by our own clocks.
# By name, because the SDK does not export all of its classes; the nearest base class decides.
TABLE: Mapping[str, type[ModelError]] = {
    "OpenAIError": ModelUnavailableError,
    "APIError": ModelUnavailableError,
    "APIConnectionError": ModelUnavailableError,
    "APITimeoutError": ModelUnavailableError,
    "APIStatusError": ModelUnavailableError,
    "APIResponseValidationError": ModelOutputError,
    "BadRequestError": ModelRejectedError,
    "AuthenticationError": ModelRejectedError,
    "OAuthError": ModelRejectedError,
    "PermissionDeniedError": ModelRejectedError,
    "NotFoundError": ModelRejectedError,
    "ConflictError": ModelUnavailableError,
    "UnprocessableEntityError": ModelRejectedError,
    "RateLimitError": ModelRateLimitedError,
    "InternalServerError": ModelUnavailableError,
    "LengthFinishReasonError": ModelOutputError,
    "ContentFilterFinishReasonError": ModelOutputError,
    "InvalidWebhookSignatureError": ModelOutputError,
    "SubjectTokenProviderError": ModelRejectedError,
    "WebSocketConnectionClosedError": ModelUnavailableError,
    "WebSocketQueueFullError": ModelUnavailableError,
    "MissingDependencyError": ModelRejectedError,
    "MutuallyExclusiveAuthError": ModelRejectedError,
    "_AmbiguousModuleClientUsageError": ModelRejectedError,
    "APIRemovedInV1": ModelRejectedError,
    "StreamAlreadyConsumed": ModelOutputError,
    "AgentFilePreparationError": ModelOutputError,
    "AgentFileStagingError": ModelOutputError,
    "AgentOutputParseError": ModelOutputError,
    "AgentTurnResultError": ModelOutputError,
    "HTTPError": ModelUnavailableError,
    "StreamError": ModelOutputError,
}
OUT_OF_QUOTA = "insufficient_quota"


def translate(error: Exception, model: str) -> ModelError:
    """Our error for one of the vendor's; its text is for the owner and holds no key."""
    kind = next(TABLE[base.__name__] for base in type(error).__mro__ if base.__name__ in TABLE)
    said = f"{model}: {_said(error)}"
    if getattr(error, "code", None) == OUT_OF_QUOTA:
        return ModelRejectedError(f"{said} Look at the plan and billing of the key's account.")
    if kind is ModelRateLimitedError:
        return ModelRateLimitedError(said, retry_after_seconds=retry_after(error))
    if kind is ModelRejectedError:
        return ModelRejectedError(f"{said} Check OPENAI_API_KEY, OPENAI_BASE_URL and TWIN_LLM.")
    return kind(said)


def retry_after(error: Exception) -> float | None:
    """How many seconds the server asked to wait; None when it did not say."""
    response = getattr(error, "response", None)
    try:
        return max(0.0, float(response.headers["retry-after"])) if response else None
    except (KeyError, ValueError):
        return None


def is_passing(error: Exception) -> bool:
    """Whether another try may succeed."""
    if isinstance(error, openai.RateLimitError):
        return error.code != OUT_OF_QUOTA
    if isinstance(error, openai.APIStatusError):
        return error.status_code in (408, 409) or error.status_code >= 500
    return isinstance(error, openai.APIConnectionError)


def _said(error: Exception) -> str:
    """What went wrong, without the server's own text, which may quote our key or the visitor."""
    if isinstance(error, openai.APIStatusError):
        code = f", code {error.code}" if error.code else ""
        return f"the server answered {error.status_code}{code}."
    return f"{error.__cause__ or type(error).__name__}."
