"""What leaves the house, and what the outbox does by the clock."""

from datetime import time, timedelta

from django.utils.translation import gettext_lazy as _

from jichi.kernel.tasks.schedule import daily
from jichi.kernel.tasks.task import Policy, task

from .outbox import LIMIT, send

TO_THE_MAIL_SERVER = Policy(
    in_transaction=False, attempts=LIMIT, wait=timedelta(minutes=1), lease=timedelta(minutes=5)
)


@task(TO_THE_MAIL_SERVER, titled=_("メールを送る"))
def send_mail(*, mail: int) -> None:
    """Send a mail, or put it off: a worker that was late must not wake anybody up."""
    if (later := send(mail)) is not None:
        send_mail.using(run_after=later).enqueue(mail=mail)


@daily(at=time(7, 5), titled=_("一日分のお知らせをまとめて送る"))
def send_digests() -> None:
    from .actions.send_digests import send_digests_of_the_day
    from .machine import POST

    send_digests_of_the_day(actor=POST)


@daily(at=time(0, 10), titled=_("期間の終わった告示・公表を下げる"))
def end_public_notices() -> None:
    from jichi.kernel.clock.reading import today

    from .actions.end_public_notice import end_what_is_over
    from .machine import POST
    from .queries.public import over

    if over(today()).exists():
        end_what_is_over(actor=POST, on=today())
