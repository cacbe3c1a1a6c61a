"""`twin chat`: a conversation in the terminal."""

from twin.entrypoints.cli.chat.command import chat

__all__ = ["chat"]
