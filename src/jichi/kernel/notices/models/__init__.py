"""The tables of what the city tells people."""

from .choices import Choice, Following, PostalAddress, Subscription
from .incoming import Bounce, ReceivedMail, SuspendedAddress
from .post import Batch, Letter
from .public import PublicNotice, Sequence, Sort
from .told import Mail, MailState, Notice, Way

__all__ = [
    "Batch", "Bounce", "Choice", "Following", "Letter", "Mail", "MailState", "Notice", "PostalAddress",
    "PublicNotice", "ReceivedMail", "Sequence", "Sort", "Subscription", "SuspendedAddress", "Way",
]  # fmt: skip
