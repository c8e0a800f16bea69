"""The forms with which a ward enters movements."""
