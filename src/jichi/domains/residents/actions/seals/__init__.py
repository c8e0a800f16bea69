"""The verbs of seal registration: one file each."""
