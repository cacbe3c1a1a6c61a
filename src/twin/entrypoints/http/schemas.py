"""What goes over the wire, as OpenAPI documents it."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

MessageText = Annotated[str, Field(min_length=1, pattern=r"\S", examples=["Where did you study?"])]
SessionId = Annotated[
    str,
    Field(
        description="As the server gave it.",
        json_schema_extra={"pattern": r"^[0-9a-f]{32}\.[A-Za-z0-9_-]{64}$"},
    ),
]


class ChatRequest(BaseModel):
    """A visitor's question."""

    message: MessageText
    session_id: SessionId | None = Field(None, description="None starts a conversation.")
    message_id: str = Field(
        "",
        max_length=64,
        pattern=r"^[A-Za-z0-9_-]*$",
        description="The client's own id of this question; sending it again under it is safe.",
    )
    disclosed: bool = Field(False, description="The client has shown that an AI is speaking.")


class SourceOut(BaseModel):
    """A piece of the profile that the answer quotes."""

    id: str
    file: str
    locator: str
    text: str


class ChatResponse(BaseModel):
    """The whole answer."""

    response: str
    session_id: str
    sources: list[SourceOut]
    finish: Literal["stop", "length", "filtered"]
    floor: bool = Field(description="The model was unavailable; the profile is quoted instead.")


class MessageOut(BaseModel):
    """One message of a conversation."""

    role: Literal["user", "assistant"]
    content: str
    timestamp: str = Field(description="ISO 8601, UTC.")


class ConversationOut(BaseModel):
    """A conversation as its visitor saw it."""

    session_id: str
    messages: list[MessageOut]


class PersonaOut(BaseModel):
    """The public card that a page needs."""

    name: str
    headline: str
    greeting: str
    ai_notice: str
    questions: list[str]
    max_message_chars: int


class HomeOut(BaseModel):
    """What answers at `/` to a client that is not a browser."""

    message: str
    memory_enabled: Literal[True] = True
    storage: str


class HealthOut(BaseModel):
    """A sign of life."""

    status: Literal["healthy"] = "healthy"
    use_s3: bool


class Problem(BaseModel):
    """An error, as RFC 9457 describes it."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
