"""Profile sources."""
