"""Clocks for staff: lists, a month, one clock and what is done with it, calendars for other programs."""
