"""The desk of movements: households, entering, taking back and correcting, the day's list, and the two batches."""
