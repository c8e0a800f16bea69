"""What the record says of notices. Never who was told what, and never an address. Pure."""

from datetime import date

from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.values.fault import gettext_noop as _

MAIL, LETTERS = "notices/mail", "notices/letters"


def stream_of(reference: str) -> str:
    """The chain of a public notice: ``notices/public/18-0001-6``."""
    return f"notices/public/{reference}"


@event("notices.mail.returned", label=_("メールが届かなかった"))
class MailReturned:
    kind: str
    status: str
    suspended: bool
    address: Personal


@event("notices.address.restored", label=_("メールの停止を解いた"))
class AddressRestored:
    status: str
    address: Personal


@event("notices.mail.received", label=_("メールを受け取った"))
class MailReceived:
    answers_a_notice: bool
    is_automatic: bool
    files: int
    sender: Personal


@event("notices.mail.handled", label=_("受け取ったメールを処理した"))
class ReceivedMailHandled:
    digest: str


@event("notices.mail.erased", label=_("受け取ったメールを消した"))
class ReceivedMailErased:
    digest: str


@event("notices.digest.sent", label=_("1日のお知らせをまとめて送った"))
class DigestsSent:
    on: date
    people: int
    notices: int


@event("notices.batch.made", label=_("手紙の束を作った"))
class BatchMade:
    number: str
    letters: int
    step: str


@event("notices.batch.printed", label=_("手紙の束を印刷した"))
class BatchPrinted:
    """`digest` is that of the PDF, so that what came out of the printer can be compared."""

    number: str
    copy: int
    because: str
    digest: str
    step: str


@event("notices.batch.posted", label=_("手紙の束を発送した"))
class BatchPosted:
    number: str
    letters: int
    on: date
    step: str


@event("notices.batch.erased", label=_("手紙の束の宛名を消した"))
class BatchErased:
    number: str
    letters: int


@event("notices.letter.returned", label=_("手紙が戻ってきた"))
class LetterReturned:
    number: str
    position: int
    address: Personal


@event("notices.public.drafted", label=_("告示・公表を起案した"))
class PublicNoticeDrafted:
    """The words are not told before they are posted."""

    notice: str
    sort: str
    section: str
    step: str


@event("notices.public.changed", label=_("告示・公表の案を直した"))
class PublicNoticeChanged:
    notice: str
    step: str


@event("notices.public.approved", label=_("告示・公表を決裁した"))
class PublicNoticeApproved:
    notice: str
    words_digest: str
    step: str


@event("notices.public.returned", label=_("告示・公表の案を差し戻した"))
class PublicNoticeReturned:
    notice: str
    because: Personal
    step: str


@event("notices.public.posted", label=_("告示・公表を掲示した"))
class PublicNoticePosted:
    notice: str
    sort: str
    number: str
    title: str
    on: date
    until: date | None
    words_digest: str
    subject: str
    step: str


@event("notices.public.ended", label=_("告示・公表の掲示を終えた"))
class PublicNoticeEnded:
    notice: str
    on: date
    because: str
    step: str
