"""What the verbs on a public notice share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.canonical import digest
from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Section

from ..models import PublicNotice, Sort
from ..states import PUBLIC_NOTICE


class WordsMissing(Refusal):
    """A public notice without a title or a text."""

    code = "notices.words_missing"
    status = 400


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a public notice says. `until` is the last day on the board; None where it has none."""

    sort: Sort
    title: str
    text: str
    section: Section
    basis: str = ""
    until: date | None = None
    subject: str = ""
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        bureau = self.section.bureau
        return Scope(ward=bureau.ward_id, bureau=bureau.code, section=self.section.code)

    @property
    def columns(self) -> Mapping[str, object]:
        return {
            "sort": self.sort,
            "title": self.title.strip(),
            "text": self.text.strip(),
            "section": self.section,
            "basis": self.basis.strip(),
            "until": self.until,
            "subject": self.subject,
            "is_demo": self.is_demo,
        }


def locked(notice: PublicNotice) -> PublicNotice:
    held = lock(PublicNotice.objects.filter(pk=notice.pk)).get()
    return PublicNotice.objects.select_related("section__bureau").get(pk=held.pk)


def step_on(notice: PublicNotice, verb: str) -> None:
    """Raises: WrongStep."""
    notice.step = PUBLIC_NOTICE.after(notice.step, verb)


def who(actor: Actor) -> str:
    """Who that is to the house: two roles of one person are not two people."""
    return f"person:{actor.account_id}" if actor.account_id else f"machine:{actor.name}"


def words_digest(notice: PublicNotice) -> str:
    """The digest of all that is said, so that whoever has the paper can prove that it was not changed."""
    return digest({"title": notice.title, "text": notice.text, "basis": notice.basis})
