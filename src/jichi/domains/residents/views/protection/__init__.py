"""The protection desk."""
