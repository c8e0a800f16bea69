"""A new domain, written room by room."""
