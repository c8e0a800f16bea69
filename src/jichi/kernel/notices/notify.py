"""Tell people. Called by a domain inside its action; mail leaves after the action is committed."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from jichi.kernel.access.queries import grants_held
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Section, Ward

from .models import Following, Notice
from .telling import Text, Told, tell

SECTION_ROLES = (Role.SECTION_STAFF, Role.SECTION_CHIEF)


def notify(
    *,
    account: Account,
    key: str,
    subject: Text,
    body: Text,
    url: str = "",
    section: Section | None = None,
    urgent: bool = False,
) -> Notice | None:
    """Tell one person, on the page of notices and the way the person chose; a lazy text is said in their language.

    What the person was told before under this key is not told again. None for a closed account.

    Raises: LeftNoTrace outside an action.
    """
    told = Told(key=key, subject=subject, body=body, url=url, section=section, urgent=urgent)
    notices = tell(told, [account])
    return notices[0] if notices else None


def notify_section(
    *, section: Section, on: date, key: str, subject: Text, body: Text, url: str = ""
) -> list[Notice]:
    """Tell the staff and the chief of a section; where it has nobody, the chief of its bureau.

    An empty list means that nobody holds a role there: the matter then shows on lists only.
    """
    told = Told(key=key, subject=subject, body=body, url=url, section=section)
    return tell(told, staff_of(section, on=on))


def notify_followers(
    *, reference: str, key: str, subject: Text, body: Text, url: str = "", but: Account | None = None
) -> list[Notice]:
    """Tell everyone who follows a record, except whoever did it."""
    followers = Account.objects.filter(following__reference=reference).order_by("pk")
    if but is not None:
        followers = followers.exclude(pk=but.pk)
    told = Told(key=key, subject=subject, body=body, url=url, because=f"record:{reference}")
    return tell(told, followers.iterator(chunk_size=1000))


def notify_subscribers(
    *, topic: str, wards: Iterable[Ward] = (), key: str, subject: Text, body: Text, url: str = ""
) -> list[Notice]:
    """Tell everyone who asked for this topic, or for what happens in one of these wards; each person once."""
    of_topic = Account.objects.filter(subscriptions__topic=topic)
    told = Told(key=key, subject=subject, body=body, url=url, because=f"topic:{topic}")
    notices = tell(told, of_topic.order_by("pk").iterator(chunk_size=1000))
    for ward in wards:
        of_ward = Account.objects.filter(subscriptions__ward=ward).exclude(subscriptions__topic=topic)
        told = Told(key=key, subject=subject, body=body, url=url, because=f"ward:{ward.pk}")
        notices += tell(told, of_ward.order_by("pk").iterator(chunk_size=1000))
    return notices


def staff_of(section: Section, *, on: date) -> Iterable[Account]:
    in_section = Q(section=section, role__in=SECTION_ROLES)
    of_bureau = Q(bureau=section.bureau_id, section__isnull=True, role=Role.BUREAU_CHIEF)
    for holders in (in_section, of_bureau):
        accounts = grants_held(on).filter(holders, standby=False, account__is_active=True).values("account")
        if found := list(Account.objects.filter(pk__in=accounts).order_by("pk")):
            return found
    return []


def follow(*, account: Account, reference: str) -> None:
    """Let the person be told what happens to a record. Who follows what is nobody's business: no event."""
    Following.objects.get_or_create(account=account, reference=reference, defaults={"since": now()})


def unfollow(*, account: Account, reference: str) -> None:
    """Tell the person no more."""
    Following.objects.filter(account=account, reference=reference).delete()
