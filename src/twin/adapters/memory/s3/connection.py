"""A bucket from its address and the settings."""

from collections.abc import Mapping

import boto3
from botocore.config import Config

from twin.adapters.memory.s3.bucket import Bucket
from twin.ports.errors import SettingsError

ENCRYPTION = ("", "AES256", "aws:kms", "aws:kms:dsse")
REGIONS = ("TWIN_S3_REGION", "DEFAULT_AWS_REGION", "AWS_REGION", "AWS_DEFAULT_REGION")
CONNECTIONS = 32


def open_bucket(argument: str, env: Mapping[str, str]) -> Bucket:
    """The bucket at `//BUCKET/PREFIX`; nothing is asked of it yet.

    Raises:
        SettingsError: a setting is wrong.
    """
    name, _, prefix = argument.removeprefix("//").partition("/")
    if not argument.startswith("//") or not name:
        raise SettingsError("Name the bucket: s3://BUCKET/PREFIX.")
    return Bucket(_client(env), name, prefix.strip("/"), _encryption(env))


def _client(env: Mapping[str, str]) -> object:
    endpoint = env.get("TWIN_S3_ENDPOINT_URL") or None
    region = next((env[key] for key in REGIONS if env.get(key)), None)
    path_style = env.get("TWIN_S3_PATH_STYLE", "").lower() in {"1", "true", "yes", "on"}
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name=region or ("us-east-1" if endpoint else None),
        aws_access_key_id=env.get("AWS_ACCESS_KEY_ID") or None,
        aws_secret_access_key=env.get("AWS_SECRET_ACCESS_KEY") or None,
        aws_session_token=env.get("AWS_SESSION_TOKEN") or None,
        config=Config(
            s3={"addressing_style": "path" if path_style else "auto"},
            retries={"total_max_attempts": 1},  # `Bucket` retries, within one deadline
            connect_timeout=3,
            read_timeout=10,
            max_pool_connections=6 * CONNECTIONS,  # erasing has threads of its own, too
            # Older servers refuse the newer checksums; TLS and the ETag guard the way.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )


def _encryption(env: Mapping[str, str]) -> dict[str, str]:
    key = env.get("TWIN_S3_KMS_KEY_ID", "")
    kind = env.get("TWIN_S3_SSE", "") or ("aws:kms" if key else "")
    if kind not in ENCRYPTION:
        raise SettingsError(f"TWIN_S3_SSE is {kind!r}; known: AES256, aws:kms, aws:kms:dsse.")
    if key and kind == "AES256":
        raise SettingsError("TWIN_S3_KMS_KEY_ID needs TWIN_S3_SSE=aws:kms, not AES256.")
    settings = {"ServerSideEncryption": kind, "SSEKMSKeyId": key}
    return {name: value for name, value in settings.items() if value}
