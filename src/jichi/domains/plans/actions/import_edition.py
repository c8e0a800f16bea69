"""Take a plan chapter into the city: all of it or nothing."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.search.index import index
from jichi.kernel.threads.registry import issue

from ..events import EditionImported
from ..findable import findable_of
from ..models import Edition
from ..permissions import May
from ..records import EDITION
from ..rules.reading import Reading
from ..streams import stream_of
from .edition_rows import write_parts
from .programme_rows import name_programmes, programmes_of


class AlreadyImported(Refusal):
    """The same text is already there."""

    code = "plans.already_imported"


class OtherTextOfSameYears(Refusal):
    """Another text for the same chapter and years is already there."""

    code = "plans.other_text_of_same_years"


@dataclass(frozen=True, kw_only=True)
class Source:
    """The file that was read: its name, its text and whether it is demo material."""

    name: str
    text: str
    is_demo: bool = False

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@action(needs=May.IMPORT_PLAN)
def import_edition(*, actor: Actor, reading: Reading, source: Source, on: date) -> Edition:
    """Take a chapter that was read into the city's plans.

    A later edition of a known chapter keeps the programmes that it goes on with.

    Ledger: plans.edition.imported
    Raises: AlreadyImported, OtherTextOfSameYears.
    """
    edition = new_edition(reading, source)
    # The number first: whoever imports at the same time waits here, and then sees what is there.
    edition.reference = issue(kind=EDITION, title=str(edition), on=on).reference
    refuse_second(reading, source)
    edition.save()
    write_parts(edition, reading, programmes_of(edition, reading.chapter, on))
    name_programmes(edition)
    record(told(edition, reading), stream=stream_of(edition))
    index(*findable_of(edition))
    return edition


def refuse_second(reading: Reading, source: Source) -> None:
    if same := Edition.objects.filter(source_digest=source.digest).first():
        raise AlreadyImported(
            _("この計画は、すでに取り込まれています（%(reference)s）。変わったところはありません。")
            % {"reference": same.reference}
        )
    policy, period = reading.chapter.policy, reading.chapter.period
    rival = Edition.objects.filter(
        policy_number=policy.number, first_year=period.first_year, last_year=period.last_year
    ).first()
    if rival:
        raise OtherTextOfSameYears(
            _(
                "同じ基本政策・同じ期間の計画（%(reference)s）が、別のファイルから取り込まれています。"
                "次の版を取り込むときは、期間の年度を確かめてください。"
            )
            % {"reference": rival.reference}
        )


def new_edition(reading: Reading, source: Source) -> Edition:
    policy, period = reading.chapter.policy, reading.chapter.period
    return Edition(
        policy_number=policy.number,
        numeral=policy.numeral,
        title=policy.title,
        first_year=period.first_year,
        last_year=period.last_year,
        source_name=source.name,
        source_text=source.text,
        source_digest=source.digest,
        imported_at=now(),
        previous=edition_before(policy.number, period.first_year),
        is_demo=source.is_demo,
    )


def edition_before(policy_number: int, first_year: int) -> Edition | None:
    earlier = Edition.objects.filter(policy_number=policy_number, first_year__lt=first_year)
    return earlier.order_by("-first_year").first()


def told(edition: Edition, reading: Reading) -> EditionImported:
    return EditionImported(
        edition=edition.reference,
        title=edition.title,
        first_year=edition.first_year,
        last_year=edition.last_year,
        source_digest=edition.source_digest,
        left_out=len(reading.left_out),
        corrections=len(reading.corrections),
        **reading.chapter.counts,
    )
