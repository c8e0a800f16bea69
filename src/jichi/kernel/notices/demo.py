"""Readers and a few public notices for the demo city, from `demo/notices.toml` of its folder."""

import tomllib
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Section, Ward

from .actions.approve_public_notice import approve_public_notice
from .actions.draft_public_notice import draft_public_notice
from .actions.end_public_notice import end_public_notice
from .actions.post_public_notice import post_public_notice
from .actions.public_notices import Words
from .choosing import choose, live_at, subscribe
from .models import PublicNotice, Sort, Way
from .rules.quiet import QUIET_FROM, QUIET_UNTIL

CLERK = machine("demo-clerk", Role.SECTION_STAFF, Role.PLANNING_OFFICER)
CHIEF = machine("demo-bureau-chief", Role.BUREAU_CHIEF)


def play() -> str:
    """Draft, approve and post what the file tells, in its order; a second call finds it done."""
    file = settings.CITY_FOLDER / "demo" / "notices.toml"
    if PublicNotice.objects.exists() or not file.exists():
        return _("デモの告示・公表は、もう入っています")
    story = tomllib.loads(file.read_text(encoding="utf-8"))
    with transaction.atomic():
        for each in story["readers"]:
            settle(each)
        for each in story["notices"]:
            play_one(each)
    return _("デモの告示・公表：%(count)s件を入れました") % {"count": len(story["notices"])}


def settle(told: dict[str, Any]) -> None:
    """Let one of the demo people choose how to be told, and of what."""
    account = Account.objects.filter(email=told["email"]).first()
    if account is None:
        return
    choose(account=account, way=Way(told["way"]), quiet_from=QUIET_FROM, quiet_until=QUIET_UNTIL)
    subscribe(account=account, topics=told["topics"], wards=Ward.objects.filter(pk__in=told["wards"]))
    if "address" in told:
        live_at(account=account, **told["address"])


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
