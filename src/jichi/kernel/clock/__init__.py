"""The one clock. Domain code takes the day as an argument; only pages, commands and the machine ask here."""
