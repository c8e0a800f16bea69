"""Reads of the registers; whoever is not let in is answered "not there"."""
