"""`twin init`: a data folder to fill in."""

from twin.entrypoints.cli.init.command import init

__all__ = ["init"]
