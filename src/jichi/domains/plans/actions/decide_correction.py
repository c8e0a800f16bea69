"""Accept or decline a proposed correction of the text as it was extracted."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.search.index import index

from ..events import CorrectionDecided
from ..findable import findable_of
from ..models import Correction
from ..permissions import May
from ..sources import chapter_of
from ..streams import stream_of
from .corrected_rows import show_as_corrected


class AlreadyDecided(Refusal):
    code = "plans.correction_already_decided"


class NothingToPutIn(Refusal):
    code = "plans.correction_without_text"


@action(needs=May.CORRECT_TEXT)
def decide_correction(
    *, actor: Actor, correction: Correction, accept: bool, on: date, proposed: str = ""
) -> Correction:
    """Put a correction in, or let the text stand as it was read. `proposed` replaces the proposal.

    The text as read is kept beside it.

    Ledger: plans.correction.decided
    Raises: AlreadyDecided; NothingToPutIn.
    """
    correction = lock(Correction.objects.select_related("edition").filter(pk=correction.pk)).get()
    refuse_unless_open(correction)
    correction.proposed = proposed or correction.proposed
    if accept and not correction.proposed:
        raise NothingToPutIn(fields={"proposed": _("直した後の文字を入力してください。")})
    correction.state = Correction.State.ACCEPTED if accept else Correction.State.DECLINED
    correction.decided_on, correction.decided_by = on, actor.title
    correction.save()
    if accept:
        show_as_corrected(correction.edition, chapter_of(correction.edition))
        index(*findable_of(correction.edition))
    record(told(correction, accept), stream=stream_of(correction.edition))
    return correction


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
