"""The profile that LinkedIn's data export holds, as the ZIP that it sends or unpacked."""

from twin.adapters.profile.linkedin_export.source import LinkedInExportProfile

__all__ = ["LinkedInExportProfile"]
