"""The chat page: static files, served as they are; no build step, no request to another host."""
