"""One mail a day for who asked for that."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.people.models import Account

from ..events import MAIL, DigestsSent
from ..message import address_of
from ..models import Mail, Notice, Way
from ..permissions import May
from ..readers import readers_of
from ..telling import queue
from ..wording import worded

AT_ONCE = 500


def waiting() -> QuerySet[Notice]:
    return Notice.objects.filter(way=Way.DAILY, digest__isnull=True)


def send_digests_of_the_day(*, actor: Actor) -> int:
    """Gather what waits, some hundred people at a time; answers how many people were written to."""
    on, people = local_day(now()), 0
    while some := list(waiting().order_by("account").values_list("account", flat=True).distinct()[:AT_ONCE]):
        people += gather_digests(actor=actor, accounts=some, on=on)
    return people


@action(needs=May.KEEP_OUTBOX)
def gather_digests(*, actor: Actor, accounts: list[int], on: date) -> int:
    """Write each of these people one mail with all that was told them since the last.

    Ledger: notices.digest.sent
    """
    gathered = people = 0
    for reader in readers_of(list(Account.objects.filter(pk__in=accounts))):
        rows = list(waiting().filter(account=reader.account).order_by("at", "pk"))
        digest = written(rows, reader.account, on)
        if reader.way is not Way.PAGE:
            queue([(Mail.objects.create(notice=digest), reader)])
        gathered, people = gathered + len(rows), people + 1
    # Closed accounts are told nothing: what waited for them waits no longer.
    waiting().filter(account__in=accounts).update(way=Way.PAGE)
    record(DigestsSent(on=on, people=people, notices=gathered), stream=MAIL)
    return people


def written(rows: list[Notice], account: Account, on: date) -> Notice:
    """The notice that holds the others; on the page only they are shown."""
    from django.utils.translation import override

    with override(account.language):
        said = worded("notices.digest", count=len(rows), list=lines(rows))
        subject, body = str(said["subject"]), str(said["body"])
    digest, _is_new = Notice.objects.get_or_create(
        account=account,
        key=f"digest/{on.isoformat()}/{rows[0].pk}",
        defaults={
            "subject": subject,
            "body": body,
            "language": account.language,
            "at": now(),
            "read_at": now(),
            "way": Way.MAIL,
        },
    )
    Notice.objects.filter(pk__in=[row.pk for row in rows]).update(digest=digest)
    return digest


def lines(rows: Iterable[Notice]) -> str:
    return "\n\n".join("\n".join(filter(None, [f"・{row.subject}", address_of(row)])) for row in rows)
