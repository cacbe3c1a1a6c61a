"""Memory stores."""
