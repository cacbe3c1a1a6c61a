"""The terminal door: `twin serve | chat | ask | prompt | check | ...`.

Modules here import at their top what `--help` needs, and inside a command what that command needs.
"""

from twin.entrypoints.cli.commands import main

__all__ = ["main"]
