"""The AWS Lambda door; it builds its application at import, once per environment, on purpose."""

from mangum import Mangum

from twin.entrypoints.http.serving import app_from_environment

# Mangum would run the lifespan at every invocation; the session secret is fetched on first use.
handler = Mangum(app_from_environment(), lifespan="off")
