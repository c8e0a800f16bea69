"""From the bytes of a mail to what a person reads, whatever Japanese program wrote it. Pure."""
