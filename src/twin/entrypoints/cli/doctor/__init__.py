"""`twin doctor`: a sign of life from each configured part."""

from twin.entrypoints.cli.doctor.command import doctor

__all__ = ["doctor"]
