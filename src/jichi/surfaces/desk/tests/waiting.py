"""A subsystem of these tests only, whose work waits for whoever is asked."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from django.apps import apps

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.subsystem import Subsystem, WorkItem


def work(actor: Actor, on: date) -> Iterable[WorkItem]:
    if Role.SECTION_CHIEF not in actor.roles:
        return ()
    day = timedelta(days=1)
    return [
        WorkItem(title="来週の仕事", url="/w/4/", what_next="実績を入れます", due=on + 7 * day),
        WorkItem(title="期限を過ぎた仕事", url="/w/1/", what_next="すぐに出します", due=on - day),
        WorkItem(title="今日の仕事", url="/w/2/", what_next="今日出します", due=on),
        WorkItem(title="承認する仕事", url="/w/3/", what_next="内容を確かめます", is_approval=True),
    ]


def declare_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the desk's own app declare the work, beside what the real subsystems declare."""
    part = Subsystem(name="desk", title="試験", urls="jichi.surfaces.desk.urls", prefix="desk/", work=work)
    monkeypatch.setattr(apps.get_app_config("desk"), "subsystem", part)
