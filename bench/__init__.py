"""Benchmarks that print a ratio against a named reference in the same run."""
