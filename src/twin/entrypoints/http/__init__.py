"""The HTTP door: `create_app` makes an ASGI application of plain objects."""

from twin.entrypoints.http.app import create_app
from twin.entrypoints.http.routes import HttpOptions, Twin
from twin.entrypoints.http.sessions import Sessions

__all__ = ["HttpOptions", "Sessions", "Twin", "create_app"]
