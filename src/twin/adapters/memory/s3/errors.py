"""S3's errors: which of them pass, and what to tell the owner of the others."""

from botocore.exceptions import (
    ClientError,
    HTTPClientError,
    IncompleteReadError,
    NoCredentialsError,
    PartialCredentialsError,
    ResponseStreamingError,
)

from twin.ports.errors import StoreUnavailableError

PASSING_CODES = {
    "ConditionalRequestConflict",
    "OperationAborted",
    "RequestTimeout",
    "SlowDown",
    "Throttling",
    "ThrottlingException",
    "TooManyRequests",
}
PASSING_STATUSES = {429, 500, 502, 503, 504}
CREDENTIALS = "check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the role, and the clock"
CURES = {
    "AccessDenied": "a right is missing; docs/memory.md has the policy",
    "AllAccessDisabled": "the account or bucket is blocked",
    "ExpiredToken": CREDENTIALS,
    "InvalidAccessKeyId": CREDENTIALS,
    "InvalidToken": CREDENTIALS,
    "SignatureDoesNotMatch": CREDENTIALS,
    "RequestTimeTooSkewed": "the clock of this machine is wrong; set it",
    "NoSuchBucket": "there is no such bucket; create it or mend TWIN_MEMORY",
    "PermanentRedirect": "the bucket is in another region; set TWIN_S3_REGION",
    "AuthorizationHeaderMalformed": "the bucket is in another region; set TWIN_S3_REGION",
    "IllegalLocationConstraintException": "the bucket is in another region; set TWIN_S3_REGION",
    "KMS.NotFoundException": "the key is unknown; check TWIN_S3_KMS_KEY_ID",
    "KMS.DisabledException": "the key is disabled; check TWIN_S3_KMS_KEY_ID",
    "SlowDown": "it asked for patience, longer than we wait",
}


def code(error: Exception) -> str:
    """S3's own word for it; empty when no answer came."""
    if isinstance(error, ClientError):
        return str(error.response.get("Error", {}).get("Code", ""))
    return ""


def status(error: Exception) -> int:
    if isinstance(error, ClientError):
        return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
    return 0


def passes(error: Exception) -> bool:
    """Whether the same request may succeed a little later."""
    if isinstance(error, (HTTPClientError, IncompleteReadError, ResponseStreamingError)):
        return True
    return code(error) in PASSING_CODES or status(error) in PASSING_STATUSES


def translate(error: Exception, address: str) -> StoreUnavailableError:
    """An error of boto3, botocore or S3 in our words; S3's message may quote keys, so it stays."""
    word = code(error) or type(error).__name__
    if isinstance(error, (NoCredentialsError, PartialCredentialsError)):
        cure = "there are no credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
    elif status(error) or code(error):
        cure = CURES.get(word, f"it answered with status {status(error)}")
    else:
        cure = "it cannot be reached; check TWIN_S3_ENDPOINT_URL, TWIN_S3_REGION and the network"
    return StoreUnavailableError(f"The memory at {address} cannot be used ({word}): {cure}.")
