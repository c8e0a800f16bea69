"""Write what people are told: the notice, and with it the mail or the letter that will leave."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice

from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import override

from jichi.kernel.actions.action import acting
from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Section
from jichi.kernel.tasks.queue import enqueue_all

from .models import Letter, Mail, Notice, Way
from .readers import AT_ONCE, Reader, readers_of
from .tasks import send_mail

Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing to be told, to whomever it concerns. A lazy text is said in each person's language.

    `urgent` leaves at once, also at night and also to who asked for one mail a day.
    """

    key: str
    subject: Text
    body: Text
    url: str = ""
    section: Section | None = None
    because: str = ""
    urgent: bool = False


def tell(told: Told, accounts: Iterable[Account]) -> list[Notice]:
    """The notices of these people; who was told before under the key keeps the notice they have.

    Raises: LeftNoTrace outside an action.
    """
    acting()
    said = cache(lambda language: in_language(told, language))
    notices: list[Notice] = []
    rest = iter(accounts)
    while some := list(islice(rest, AT_ONCE)):
        notices += tell_some(told, readers_of(some), said)
    return notices


def in_language(told: Told, language: str) -> dict[str, str]:
    with override(language):
        return {"subject": str(told.subject)[:200], "body": str(told.body)}


def tell_some(
    told: Told, readers: Sequence[Reader], said: Callable[[str], dict[str, str]]
) -> Iterator[Notice]:
    before = {
        notice.account_id: notice
        for notice in Notice.objects.filter(account__in=[r.account for r in readers], key=told.key)
    }
    fresh = [reader for reader in readers if reader.account.pk not in before]
    try:
        with transaction.atomic():
            made = written([unsaved(told, reader, said) for reader in fresh], fresh)
    except IntegrityError:
        # Another act told one of them the same thing meanwhile.
        made = [notice for reader in fresh for notice in one_by_one(told, reader, said)]
    return iter([*before.values(), *made])


def unsaved(told: Told, reader: Reader, said: Callable[[str], dict[str, str]]) -> Notice:
    way = Way.MAIL if told.urgent and reader.way is Way.DAILY else reader.way
    return Notice(
        account=reader.account,
        key=told.key,
        url=told.url,
        section=told.section,
        because=told.because,
        urgent=told.urgent,
        language=reader.account.language,
        at=now(),
        way=way,
        **said(reader.account.language),
    )


def written(notices: list[Notice], readers: Sequence[Reader]) -> list[Notice]:
    """Put the notices down, and what leaves the house for each."""
    made = Notice.objects.bulk_create(notices)
    Letter.objects.bulk_create([Letter(notice=notice) for notice in made if notice.way == Way.LETTER])
    mails = Mail.objects.bulk_create([Mail(notice=notice) for notice in made if notice.way == Way.MAIL])
    quiet = {reader.account.pk: reader for reader in readers}
    queue([(mail, quiet[mail.notice.account_id]) for mail in mails])
    return made


def one_by_one(told: Told, reader: Reader, said: Callable[[str], dict[str, str]]) -> list[Notice]:
    try:
        with transaction.atomic():
            return written([unsaved(told, reader, said)], [reader])
    except IntegrityError:
        return list(Notice.objects.filter(account=reader.account, key=told.key))


def queue(mails: Iterable[tuple[Mail, Reader]]) -> None:
    """Let workers send the mails: at once, or when each person's quiet hours are over."""
    at = now()
    by_moment: dict[datetime | None, list[dict[str, int]]] = defaultdict(list)
    for mail, reader in mails:
        leaves = at if mail.notice.urgent else reader.may_be_sent_at(at)
        by_moment[leaves if leaves > at else None].append({"mail": mail.pk})
    for moment, given in by_moment.items():
        enqueue_all(send_mail.using(run_after=moment), given)
