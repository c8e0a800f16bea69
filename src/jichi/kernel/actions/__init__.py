"""The verb of the house. See README.md."""
