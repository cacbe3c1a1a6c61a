"""What `twin check` and `twin doctor` both tell of a profile."""

from collections.abc import Mapping

from twin.container import notice
from twin.ports.profile import Profile

SAMPLE = "This is the sample person; to make it you: twin init mine, TWIN_DATA=mine"


def unread_files(profiles: Mapping[str, Profile]) -> list[str]:
    """Files that the twin does without, and that its owner believes it knows."""
    warnings = (warning for profile in profiles.values() for warning in profile.warnings)
    return [notice(warning) for warning in warnings if warning.unread]
