"""Every error that leaves a part of `twin`, and what to do about it.

    TwinError
    ├── SettingsError               fix the named setting, start again
    ├── ProfileError                fix the named file in the data folder, start again
    │   └── ReaderMissingError      a library that reads it is not installed here
    ├── QuestionError               the visitor's message cannot be used; the text says why
    ├── SessionError                the session id is not one of ours; start without one
    ├── AnsweredElsewhereError      another process answers this very question; ask again later
    ├── ModelError                  the language model gave no (whole) answer
    │   ├── ModelUnavailableError   down, unreachable or failing; a later try may succeed
    │   ├── ModelTimeoutError       too slow; a later try may succeed
    │   ├── ModelRateLimitedError   asked too often or out of quota; wait `retry_after_seconds`
    │   ├── ModelRejectedError      it refuses our requests: key, model name, rights; the owner acts
    │   └── ModelOutputError        it answered, but not in a form that can be trusted
    └── StoreError                  the memory store failed; nothing was reported as stored
        ├── StoreUnavailableError   unreachable, full or not permitted; a later try may succeed
        ├── StoreCorruptError       stored data does not read back; look at the named place
        └── ConversationDeletedError  it was erased and stays so; start a new conversation

An error's text is for the owner: it may name files, addresses and settings, never a secret.
Visitors are shown none of it: each door has a table of its own words.
"""


class TwinError(Exception):
    """Anything that `twin` raises on purpose."""


class SettingsError(TwinError):
    """A setting is missing, malformed or names something that does not exist."""


class ProfileError(TwinError):
    """A file of the profile cannot be used; the text names file, line and cure."""


class ReaderMissingError(ProfileError):
    """A file needs a library that is not installed here; the text names the command that helps."""


class QuestionError(TwinError):
    """The visitor's message is empty, too long or not text; safe to show to the visitor."""


class SessionError(TwinError):
    """A session id is forged, altered, foreign or malformed."""


class AnsweredElsewhereError(TwinError):
    """Another process is answering the same question under the same message id.

    Attributes:
        retry_after_seconds: when to look again.
    """

    def __init__(self, message: str, *, retry_after_seconds: float) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class ModelError(TwinError):
    """The language model gave no answer, or not a whole one."""


class ModelUnavailableError(ModelError):
    """The model is down, unreachable or failing."""


class ModelTimeoutError(ModelError):
    """The model took longer than allowed."""


class ModelRateLimitedError(ModelError):
    """The model was asked too often, or the quota is used up.

    Attributes:
        retry_after_seconds: what the provider asked for, None when it did not say.
    """

    def __init__(self, message: str, *, retry_after_seconds: float | None = None) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class ModelRejectedError(ModelError):
    """The provider refuses what we send: wrong key, unknown model, missing right, bad request."""


class ModelOutputError(ModelError):
    """The answer is malformed, was cut off, or came without its end."""


class StoreError(TwinError):
    """The memory store failed."""


class StoreUnavailableError(StoreError):
    """The store cannot be reached, is full, or does not permit the operation."""


class StoreCorruptError(StoreError):
    """Stored data does not read back as what was written."""


class ConversationDeletedError(StoreError):
    """The conversation was erased; it takes no further turns."""
