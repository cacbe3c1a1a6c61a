"""Contract tests and a scripted model, shipped for whoever writes an adapter."""

from twin.testing.profile import ProfileSourceContract

__all__ = ["ProfileSourceContract"]
