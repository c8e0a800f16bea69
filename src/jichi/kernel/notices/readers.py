"""Who is told, and which way: what each person chose, read for many at once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, time

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.people.models import Account

from .models import Choice, PostalAddress, SuspendedAddress, Way
from .rules.quiet import QUIET_FROM, QUIET_UNTIL, may_leave_at

AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A person who is told things: the way their notices go, and their quiet hours in the city's time."""

    account: Account
    way: Way
    quiet_from: time = QUIET_FROM
    quiet_until: time = QUIET_UNTIL

    def may_be_sent_at(self, at: datetime) -> datetime:
        return may_leave_at(at.astimezone(CITY_TIME), begins=self.quiet_from, ends=self.quiet_until)


def readers_of(accounts: Collection[Account]) -> list[Reader]:
    """The people with what they chose: three queries, however many they are. Closed accounts are left out."""
    there = [account for account in accounts if account.is_active]
    keys = [account.pk for account in there]
    choices = {choice.account_id: choice for choice in Choice.objects.filter(account__in=keys)}
    suspended = suspended_among(keys)
    addressed = set(
        PostalAddress.objects.filter(account__in=keys, returned_on__isnull=True).values_list(
            "account", flat=True
        )
    )
    return [
        reader(
            account,
            choices.get(account.pk),
            has_mail=(account.pk, account.email.lower()) not in suspended,
            has_address=account.pk in addressed,
        )
        for account in there
    ]


def suspended_among(keys: Iterable[int]) -> set[tuple[int, str]]:
    rows = SuspendedAddress.objects.filter(account__in=keys, lifted_at__isnull=True)
    return {(account, address.lower()) for account, address in rows.values_list("account", "address")}


def reader(account: Account, choice: Choice | None, *, has_mail: bool, has_address: bool) -> Reader:
    """The chosen way, or what is left of it: no letter without an address, no mail to an address that is not there."""
    way = Way(choice.way) if choice else Way.MAIL
    if way is Way.LETTER and not has_address:
        way = Way.MAIL
    if way in (Way.MAIL, Way.DAILY) and not has_mail:
        way = Way.PAGE
    if choice is None:
        return Reader(account=account, way=way)
    return Reader(account=account, way=way, quiet_from=choice.quiet_from, quiet_until=choice.quiet_until)
