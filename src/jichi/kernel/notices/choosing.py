"""What a person chooses about their own notices. Their own affair: no official act, no event."""

from collections.abc import Iterable
from datetime import time

from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Ward

from .models import Choice, Notice, PostalAddress, Subscription, Way
from .notify import unfollow
from .topics import TOPICS


def choose(*, account: Account, way: Way, quiet_from: time, quiet_until: time) -> None:
    """Let the person's notices go this way, and not in these hours."""
    chosen = {"way": way, "quiet_from": quiet_from, "quiet_until": quiet_until}
    Choice.objects.update_or_create(account=account, defaults=chosen)


def subscribe(*, account: Account, topics: Iterable[str], wards: Iterable[Ward]) -> None:
    """Let the person be told of exactly these topics and wards from now on."""
    topics, wards = {topic for topic in topics if topic in TOPICS}, list(wards)
    mine = Subscription.objects.filter(account=account)
    mine.filter(ward__isnull=True).exclude(topic__in=topics).delete()
    mine.filter(topic="").exclude(ward__in=wards).delete()
    wanted = [{"topic": topic, "ward": None} for topic in topics] + [{"topic": "", "ward": w} for w in wards]
    for each in wanted:
        Subscription.objects.get_or_create(account=account, **each, defaults={"since": now()})


def stop(notice: Notice) -> None:
    """End what led to this notice: the subscription, the following; for one's own affairs the mail as such."""
    kind, _colon, what = notice.because.partition(":")
    mine = Subscription.objects.filter(account=notice.account)
    match kind:
        case "record":
            unfollow(account=notice.account, reference=what)
        case "topic":
            mine.filter(topic=what).delete()
        case "ward":
            mine.filter(ward=what).delete()
        case _:
            Choice.objects.update_or_create(account=notice.account, defaults={"way": Way.PAGE})


def live_at(*, account: Account, **address: str) -> None:
    """Let letters go to this address."""
    PostalAddress.objects.update_or_create(account=account, defaults={**address, "returned_on": None})


def forget_address(account: Account) -> None:
    """Take the person's postal address away; letters that still wait become mail when they are gathered."""
    PostalAddress.objects.filter(account=account).delete()
