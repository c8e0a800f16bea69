"""The certificate desk: ask, check, issue, hand out; and the day in one list."""
