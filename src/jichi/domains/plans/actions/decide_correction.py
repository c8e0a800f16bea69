"""Accept or decline a proposed correction of the text as it was extracted."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.search.index import index

from ..events import CorrectionDecided
from ..findable import findable_of
from ..models import Correction, Edition
from ..permissions import May
from ..rules.chapter import Chapter
from ..rules.damage import DamagedChapter
from ..sources import chapter_of
from ..streams import stream_of
from .corrected_rows import show_as_corrected, texts_by_place
from .programme_rows import name_programmes


class AlreadyDecided(Refusal):
    code = "plans.correction_already_decided"


class NothingToPutIn(Refusal):
    code = "plans.correction_without_text"


class BreaksTheChapter(Refusal):
    """With the new text the chapter could no longer be read, or would be read as another tree."""

    code = "plans.correction_breaks_the_chapter"
    status = 400
    message = gettext_lazy(
        "この文字に直すと、計画の見出しや表の形が変わってしまいます。行を分けず、言葉だけを直してください。"
    )


@action(needs=May.CORRECT_TEXT)
def decide_correction(
    *, actor: Actor, correction: Correction, accept: bool, on: date, proposed: str = ""
) -> Correction:
    """Put a correction in, or let the text stand as it was read. `proposed` replaces the proposal.

    The text as read is kept beside it.

    Ledger: plans.correction.decided
    Raises: AlreadyDecided; NothingToPutIn; BreaksTheChapter.
    """
    correction = lock(Correction.objects.select_related("edition").filter(pk=correction.pk)).get()
    refuse_unless_open(correction)
    before = chapter_of(correction.edition)
    correction.proposed = proposed or correction.proposed
    if len(correction.proposed.splitlines()) > 1:
        raise BreaksTheChapter
    if accept and not correction.proposed:
        raise NothingToPutIn(fields={"proposed": _("直した後の文字を入力してください。")})
    correction.state = Correction.State.ACCEPTED if accept else Correction.State.DECLINED
    correction.decided_on, correction.decided_by = on, actor.title
    correction.save()
    if accept:
        show_as_corrected(correction.edition, corrected_chapter(correction.edition, before))
        name_programmes(correction.edition)
        index(*findable_of(correction.edition))
    record(told(correction, accept), stream=stream_of(correction.edition))
    return correction


def corrected_chapter(edition: Edition, before: Chapter) -> Chapter:
    """The chapter with all corrections in, which has every place that it had before, and no other."""
    try:
        after = chapter_of(edition)
    except DamagedChapter:
        raise BreaksTheChapter from None
    if texts_by_place(after).keys() != texts_by_place(before).keys():
        raise BreaksTheChapter
    return after


def refuse_unless_open(correction: Correction) -> None:
    if correction.state != Correction.State.PROPOSED:
        raise AlreadyDecided(
            _("この箇所は %(day)s に「%(state)s」と決まっています。画面を開き直して確かめてください。")
            % {"day": correction.decided_on, "state": correction.get_state_display()}
        )


def told(correction: Correction, accept: bool) -> CorrectionDecided:
    return CorrectionDecided(
        edition=correction.edition.reference,
        line=correction.line,
        column=correction.column,
        read=correction.read,
        proposed=correction.proposed,
        accepted=accept,
    )
