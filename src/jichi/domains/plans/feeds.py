"""News of plans as feeds."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.subsystem import Feed, FeedEntry

from .models import Edition, ProgrammeReview, Reply
from .rules.grades import ACHIEVEMENTS

MOST = 50


def evaluations() -> Iterator[FeedEntry]:
    rows = (
        ProgrammeReview.objects.filter(step="published", published_on__isnull=False)
        .select_related("programme", "round")
        .order_by("-published_on", "-pk")[:MOST]
    )
    for each in rows:
        yield FeedEntry(
            title=_("%(name)s：%(year)s年度の評価") % {"name": each.programme.name, "year": each.round.year},
            url=reverse("plans:programme", args=[each.programme.reference]) + f"#review-{each.round.year}",
            at=datetime.combine(each.published_on or each.round.publish_due, time(), UTC),
            summary=f"{each.achievement} {_(ACHIEVEMENTS[each.achievement or 3])}",
            uid=each.reference,
        )


def imports() -> Iterator[FeedEntry]:
    for each in Edition.objects.order_by("-imported_at")[:MOST]:
        yield FeedEntry(
            title=str(each),
            url=reverse("plans:edition", args=[each.reference]),
            at=each.imported_at,
            summary=_("計画を取り込みました。"),
            uid=each.reference,
        )


def replies() -> Iterator[FeedEntry]:
    for each in Reply.objects.select_related("programme").order_by("-replied_on", "-pk")[:MOST]:
        yield FeedEntry(
            title=_("%(name)s：声への回答") % {"name": each.programme.name},
            url=reverse("plans:reply", args=[each.reference]),
            at=datetime.combine(each.replied_on, time(), UTC),
            summary=f"{each.get_answer_display()}：{each.text}",
            uid=each.reference,
        )


FEEDS = (
    Feed(name="replies", title=gettext_lazy("事業への声への回答"), entries=replies),
    Feed(name="evaluations", title=gettext_lazy("公表された事務事業評価"), entries=evaluations),
    Feed(name="plans", title=gettext_lazy("取り込まれた計画"), entries=imports),
)
