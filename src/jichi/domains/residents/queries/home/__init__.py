"""What residents may read of themselves, and what may be asked for outside the counter."""
