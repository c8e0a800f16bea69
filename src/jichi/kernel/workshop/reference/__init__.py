"""References written from the running registries. See README.md."""
