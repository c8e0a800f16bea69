"""Notices about the standing of a person: entered as they come in, ended when they count no more."""
