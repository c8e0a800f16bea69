"""The family desk."""
