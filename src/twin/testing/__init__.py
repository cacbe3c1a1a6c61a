"""Contract tests and a scripted model, shipped for whoever writes an adapter."""
