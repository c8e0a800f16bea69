"""Check the seals held in the database: by the outsider's own verifier, on what an outsider would be given."""

from collections.abc import Iterator

from django.utils.translation import get_language

from .export import whole
from .models import Key, Leaf, Log
from .proofs import newest_checkpoint
from .verifier import ROTATED, Check, checked


def first_keys() -> list[str]:
    """The keys that no other key vouches for: the first, and any that took the place of a lost one."""
    return list(Key.objects.exclude(event__type=ROTATED).order_by("since").values_list("text", flat=True))


def check_seals(kept: tuple[str, ...] = ()) -> Check:
    """Walk through all that is sealed; `faults` of the answer says what does not hold."""
    check = checked(whole(), keys=first_keys(), kept=kept)
    newest = newest_checkpoint()
    log = Log.objects.first()
    if log and log.size != Leaf.objects.count():
        check.find("cut_off", size=log.size, found=Leaf.objects.count())
    elif newest and check.tree.size < newest.size:
        check.find("cut_off", size=newest.size, found=check.tree.size)
    return check


def sentences(check: Check) -> Iterator[str]:
    """The faults in the language of whoever asks. The verifier brings its own words: it stands alone."""
    language = "en" if (get_language() or "").startswith("en") else "ja"
    return (fault.sentence(language) for fault in check.faults)
