"""Finding people, opening their record, and reading who did."""
