"""Mail leaves the house here."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from jichi.kernel.tasks.task import Policy, task

from .outbox import LIMIT, send

TO_THE_MAIL_SERVER = Policy(
    in_transaction=False, attempts=LIMIT, wait=timedelta(minutes=1), lease=timedelta(minutes=5)
)


@task(TO_THE_MAIL_SERVER, titled=_("メールを送る"))
def send_mail(*, mail: int) -> None:
    send(mail)
