"""The profile that a JSON Resume (`resume.json`) holds."""

from twin.adapters.profile.json_resume.source import JsonResumeProfile

__all__ = ["JsonResumeProfile"]
