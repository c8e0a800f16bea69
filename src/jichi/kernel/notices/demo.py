"""A few public notices for the demo city, from `demo/notices.toml` of its folder."""

import tomllib
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.places.models import Section

from .actions.approve_public_notice import approve_public_notice
from .actions.draft_public_notice import draft_public_notice
from .actions.end_public_notice import end_public_notice
from .actions.post_public_notice import post_public_notice
from .actions.public_notices import Words
from .models import PublicNotice, Sort

CLERK = machine("demo-clerk", Role.SECTION_STAFF, Role.PLANNING_OFFICER)
CHIEF = machine("demo-bureau-chief", Role.BUREAU_CHIEF)


def play() -> str:
    """Draft, approve and post what the file tells, in its order; a second call finds it done."""
    file = settings.CITY_FOLDER / "demo" / "notices.toml"
    if PublicNotice.objects.exists() or not file.exists():
        return _("デモの告示・公表は、もう入っています")
    story = tomllib.loads(file.read_text(encoding="utf-8"))["notices"]
    with transaction.atomic():
        for each in story:
            play_one(each)
    return _("デモの告示・公表：%(count)s件を入れました") % {"count": len(story)}


def play_one(told: dict[str, Any]) -> None:
    words = Words(
        sort=Sort(told["sort"]),
        title=told["title"],
        text=told["text"],
        basis=told.get("basis", ""),
        section=Section.objects.select_related("bureau").get(code=told["section"]),
        until=told.get("until"),
        is_demo=True,
    )
    notice = draft_public_notice(actor=CLERK, words=words, on=told["drafted_on"])
    if "posted_on" in told:
        approve_public_notice(actor=CHIEF, notice=notice)
        post_public_notice(actor=CLERK, notice=notice, on=told["posted_on"])
    if "ended_on" in told:
        end_public_notice(actor=CLERK, notice=notice, because=told["because"], on=told["ended_on"])
