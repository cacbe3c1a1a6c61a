"""The AWS Lambda door, with the events that API Gateway sends."""

import asyncio
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Handler = Callable[[dict[str, Any], object], dict[str, Any]]


@pytest.fixture(autouse=True)
def loop() -> Iterator[None]:
    """The event loop that the Lambda runtime's process would have."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture
def handler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Handler:
    """The handler of a fresh environment: its module builds the application at import."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delitem(sys.modules, "twin.entrypoints.aws_lambda", raising=False)
    module = importlib.import_module("twin.entrypoints.aws_lambda")
    made: Handler = module.handler
    return made


def version_1(method: str, path: str, body: object = None) -> dict[str, Any]:
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": {"content-type": "application/json"},
        "multiValueHeaders": {"content-type": ["application/json"]},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "requestContext": {"identity": {"sourceIp": "192.0.2.1"}, "stage": "prod"},
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }


def version_2(method: str, path: str, body: object = None) -> dict[str, Any]:
    return {
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"content-type": "application/json"},
        "requestContext": {
            "http": {"method": method, "path": path, "sourceIp": "192.0.2.1"},
            "stage": "$default",
        },
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }


@pytest.mark.parametrize("event", [version_1, version_2])
def test_both_kinds_of_events_are_answered(
    handler: Handler, event: Callable[..., dict[str, Any]]
) -> None:
    assert json.loads(handler(event("GET", "/health"), None)["body"])["status"] == "healthy"
    answer = handler(event("POST", "/chat", {"message": "Where did you study?"}), None)

    said = json.loads(answer["body"])
    assert answer["statusCode"] == 200
    assert "Yale" in said["response"]
    history = handler(event("GET", f"/conversation/{said['session_id']}"), None)
    assert len(json.loads(history["body"])["messages"]) == 2


def test_a_stream_is_answered_in_one_piece(handler: Handler) -> None:
    event = version_2("POST", "/chat", {"message": "Where did you study?"})
    event["headers"]["accept"] = "text/event-stream"

    answer = handler(event, None)

    assert answer["statusCode"] == 200
    assert answer["body"].startswith("event: session")
    assert "event: done" in answer["body"]


def test_a_wrong_call_is_a_problem_document(handler: Handler) -> None:
    answer = handler(version_2("POST", "/chat", {"message": " "}), None)

    assert answer["statusCode"] == 422
    assert answer["headers"]["content-type"] == "application/problem+json"
