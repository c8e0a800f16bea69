"""Reads. What is here for the public shows published things only."""
