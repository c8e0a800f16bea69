"""Take in a report that a mail did not arrive."""

from django.utils.translation import gettext_noop

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.ledger.event import Personal
from jichi.kernel.ledger.lock import lock

from ..events import MAIL, MailReturned
from ..models import Bounce, Mail, MailState, SuspendedAddress
from ..notify import notify
from ..permissions import May
from ..rules.bounces import Reported, Verdict, is_enough, verdict_of, wait_before_return
from ..tasks import send_mail
from ..wording import worded

SENT_BACK = gettext_noop("相手のサーバーから戻ってきました。")


@action(needs=May.KEEP_OUTBOX)
def take_report(*, actor: Actor, mail: Mail, action: str, status: str, address: str) -> Bounce | None:
    """Note what a mail server reports, and draw the consequence.

    A mail that could not be taken for the moment certainly did not arrive, and is sent again later. An
    address that does not exist, or refuses on several days, gets no more mail; its owner is told here.

    Ledger: notices.mail.returned
    """
    verdict = verdict_of(action, status)
    held = lock(Mail.objects.filter(pk=mail.pk)).get()
    bounce = None
    suspended = False
    if verdict is not None:
        bounce = Bounce.objects.create(mail=held, address=address, kind=verdict, status=status, at=now())
        return_to_outbox(held, verdict)
        suspended = suspend_if_enough(held, address, status)
    kind = str(verdict) if verdict else action
    told = MailReturned(kind=kind, status=status, suspended=suspended, address=Personal(address))
    record(told, stream=MAIL)
    return bounce


def return_to_outbox(mail: Mail, verdict: Verdict) -> None:
    """Put a mail that came back into the outbox once more, or say that it failed."""
    mail.returned += 1
    wait = wait_before_return(mail.returned) if verdict is Verdict.SOFT else None
    mail.state, mail.sent_at = (MailState.FAILED if wait is None else MailState.WAITING), None
    mail.reason = SENT_BACK
    mail.save(update_fields=["returned", "state", "sent_at", "reason"])
    if wait is not None:
        send_mail.using(run_after=now() + wait).enqueue(mail=mail.pk)


def suspend_if_enough(mail: Mail, address: str, status: str) -> bool:
    """Leave the address alone where its reports are enough; True when it was not before."""
    account, at = mail.notice.account, now()
    if account.email.lower() != address.lower() or not is_enough(reports_of(mail, address), on=local_day(at)):
        return False
    row, is_new = SuspendedAddress.objects.get_or_create(
        account=account, address=account.email, lifted_at=None, defaults={"status": status, "since": at}
    )
    if is_new:
        notify(
            account=account,
            key=f"address-suspended/{row.pk}",
            url="/account/email/",
            **worded("notices.address_suspended"),
        )
    return is_new


def reports_of(mail: Mail, address: str) -> list[Reported]:
    """The reports about an address of this person since it was last restored."""
    lifted = (
        SuspendedAddress.objects.filter(account=mail.notice.account, address__iexact=address)
        .order_by("-lifted_at")
        .values_list("lifted_at", flat=True)
        .exclude(lifted_at__isnull=True)
        .first()
    )
    rows = Bounce.objects.filter(address__iexact=address, mail__notice__account=mail.notice.account)
    if lifted:
        rows = rows.filter(at__gt=lifted)
    return [Reported(verdict=Verdict(kind), on=local_day(at)) for kind, at in rows.values_list("kind", "at")]
