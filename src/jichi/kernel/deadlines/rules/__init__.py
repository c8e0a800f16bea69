"""Pure rules of clocks and reminders."""
