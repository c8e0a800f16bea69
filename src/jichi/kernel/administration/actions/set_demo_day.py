"""Choose the day in which the demo city lives."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.models import DemoDay

from ..events import DEMO_DAY, DemoDaySet
from ..permissions import May


class NotADemoCity(Refusal):
    code = "administration.not_a_demo_city"
    message = _("ここは実演用の市ではないので、日付は変えられません。")


@action(needs=May.SET_DEMO_DAY)
def set_demo_day(*, actor: Actor, day: date) -> date:
    """Let the demo city live in another day. Moments on the record and rights of people stay real.

    Ledger: clock.demo_day.set
    Raises: NotADemoCity.
    """
    refuse_in_a_real_city()
    DemoDay.objects.update_or_create(id=1, defaults={"day": day})
    record(DemoDaySet(day=day), stream=DEMO_DAY)
    return day


@action(needs=May.SET_DEMO_DAY)
def clear_demo_day(*, actor: Actor) -> None:
    """Let the demo city live today again.

    Ledger: clock.demo_day.set
    Raises: NotADemoCity.
    """
    refuse_in_a_real_city()
    DemoDay.objects.all().delete()
    record(DemoDaySet(day=None), stream=DEMO_DAY)


def refuse_in_a_real_city() -> None:
    if not settings.DEMO:
        raise NotADemoCity
