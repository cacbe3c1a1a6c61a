"""`twin check`: what was understood of the profile."""

from twin.entrypoints.cli.check.command import check

__all__ = ["check"]
