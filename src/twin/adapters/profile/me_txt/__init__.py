"""`me.txt`: the older persona in a single file, half a prompt and half a description."""

from twin.adapters.profile.me_txt.source import MeTxtProfile

__all__ = ["MeTxtProfile"]
