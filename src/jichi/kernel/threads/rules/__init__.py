"""What is reckoned about voices. Pure."""
