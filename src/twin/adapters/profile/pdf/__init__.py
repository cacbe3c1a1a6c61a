"""The profile that a PDF holds: a LinkedIn export, or any other CV as plain text."""

from twin.adapters.profile.pdf.errors import PdfError, Reason
from twin.adapters.profile.pdf.source import PdfProfile

__all__ = ["PdfError", "PdfProfile", "Reason"]
