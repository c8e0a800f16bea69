"""Draft a public notice, and mend the draft."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, permit, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.threads.models import Record
from jichi.kernel.threads.registry import issue, rename

from ..events import PublicNoticeChanged, PublicNoticeDrafted, stream_of
from ..models import PublicNotice
from ..permissions import May
from ..records import PUBLIC_NOTICE
from .public_notices import Words, WordsMissing, locked, who


class NoLongerADraft(Refusal):
    code = "notices.no_longer_a_draft"


class DraftedBefore(Refusal):
    code = "notices.drafted_before"
    message = gettext_lazy("これについての告示・公表の案は、もうあります。一覧で確かめてください。")


class SubjectNotThere(Refusal):
    code = "notices.subject_not_there"
    status = 400


@action(needs=May.DRAFT_PUBLIC_NOTICE, within="words")
def draft_public_notice(*, actor: Actor, words: Words, on: date, occasion: str = "") -> PublicNotice:
    """Write a public notice that nobody outside can read yet. It has a reference, and no number before it is posted.

    A domain that drafts one for an occasion of its own names it: it is drafted once.

    Ledger: notices.public.drafted
    Raises: WordsMissing; SubjectNotThere; DraftedBefore.
    """
    check(words)
    if occasion and PublicNotice.objects.filter(occasion=occasion).exists():
        raise DraftedBefore
    given = issue(kind=PUBLIC_NOTICE, title=words.title.strip(), on=on, public=False)
    notice = PublicNotice.objects.create(
        reference=given.reference, drafted_on=on, drafted_by=who(actor), occasion=occasion, **words.columns
    )
    told = PublicNoticeDrafted(
        notice=notice.reference, sort=notice.sort, section=notice.section.code, step=notice.step
    )
    record(told, stream=stream_of(notice.reference))
    return notice


@action(needs=May.DRAFT_PUBLIC_NOTICE, within="notice")
def change_public_notice(*, actor: Actor, notice: PublicNotice, words: Words) -> PublicNotice:
    """Say a draft anew. Whoever changed it last counts as its author, and cannot approve it.

    Ledger: notices.public.changed
    Raises: NoLongerADraft; WordsMissing; SubjectNotThere.
    """
    permit(actor, May.DRAFT_PUBLIC_NOTICE, words.scope)
    held = locked(notice)
    if held.step != "draft":
        raise NoLongerADraft(
            _("決裁された案は直せません。直すときは、決裁した人に差し戻してもらってください。")
        )
    check(words)
    for name, value in words.columns.items():
        setattr(held, name, value)
    held.drafted_by, held.returned_because = who(actor), ""
    held.save()
    rename(reference=held.reference, title=held.title, public=False)
    record(PublicNoticeChanged(notice=held.reference, step=held.step), stream=stream_of(held.reference))
    return held


def check(words: Words) -> None:
    missing = {
        name: _("記入してください。") for name in ("title", "text") if not getattr(words, name).strip()
    }
    if missing:
        raise WordsMissing(_("題名と本文を記入してください。"), fields=missing)
    if words.subject and not Record.objects.filter(reference=words.subject, public=True).exists():
        text = _("この番号の公開の記録はありません。番号を確かめてください。")
        raise SubjectNotThere(text, fields={"subject": text})
