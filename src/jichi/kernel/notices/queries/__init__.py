"""Reads: a person's own notices (`mine`), the outbox and its letters (`outgoing`), public notices (`public`)."""

from .mine import MOST_SHOWN, follows, notices_of, unread

__all__ = ["MOST_SHOWN", "follows", "notices_of", "unread"]
