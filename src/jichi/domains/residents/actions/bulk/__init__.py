"""Very many rows at once, in the language of each database. Called inside an action only."""
