"""Tell a person what happened to their own record, when they have linked an account to it."""

from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.wording import worded

from ..models import Person


def tell_person(person: Person, words: str, *, key: str) -> None:
    """`words` names a notice of `wording.toml`. It never says more than that there is something to look at."""
    if person.account is not None:
        notify(account=person.account, key=f"residents/{key}", **worded(f"residents.{words}"))
