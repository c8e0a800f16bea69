"""Pages: a person's own (`mine`, `choosing`), the archive (`board`), staff's (`drafting`, `letters`, `mailbox`)."""
