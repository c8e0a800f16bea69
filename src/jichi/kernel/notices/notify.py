"""Tell people. Called by a domain inside its action; mail leaves after the action is committed."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import override

from jichi.kernel.access.queries import grants_held
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import acting
from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Section

from .models import Following, Mail, Notice
from .tasks import send_mail

SECTION_ROLES = (Role.SECTION_STAFF, Role.SECTION_CHIEF)
Text = str | Promise


def notify(
    *, account: Account, key: str, subject: Text, body: Text, url: str = "", section: Section | None = None
) -> Notice | None:
    """Tell one person, on the page of notices and by mail; a lazy text is said in the person's language.

    What the person was told before under this key is not told again. None for a closed account.

    Raises: LeftNoTrace outside an action.
    """
    acting()
    if not account.is_active:
        return None
    with override(account.language):
        told = {"subject": str(subject), "body": str(body), "url": url, "section": section}
    notice, is_new = Notice.objects.get_or_create(
        account=account, key=key, defaults={**told, "language": account.language, "at": now()}
    )
    if is_new:
        send_mail.enqueue(mail=Mail.objects.create(notice=notice).pk)
    return notice


def notify_section(
    *, section: Section, on: date, key: str, subject: Text, body: Text, url: str = ""
) -> list[Notice]:
    """Tell the staff and the chief of a section; where it has nobody, the chief of its bureau.

    An empty list means that nobody holds a role there: the matter then shows on lists only.
    """
    told = (
        notify(account=account, key=key, subject=subject, body=body, url=url, section=section)
        for account in staff_of(section, on=on)
    )
    return [notice for notice in told if notice]


def notify_followers(
    *, reference: str, key: str, subject: Text, body: Text, url: str = "", but: Account | None = None
) -> list[Notice]:
    """Tell everyone who follows a record, except whoever did it."""
    followers = Account.objects.filter(following__reference=reference).order_by("pk")
    if but is not None:
        followers = followers.exclude(pk=but.pk)
    told = (notify(account=one, key=key, subject=subject, body=body, url=url) for one in followers)
    return [notice for notice in told if notice]


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
