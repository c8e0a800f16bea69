"""The desk of seal registration."""
