"""When a notice may leave, and what a bounce means. Pure."""
