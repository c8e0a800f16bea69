"""Kinds and acts that exist in these tests only."""

from collections.abc import Collection
from datetime import date

from jichi.kernel.access import policy
from jichi.kernel.access.actor import Actor, machine
from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action, record
from jichi.kernel.ledger.event import event
from jichi.kernel.threads import declared
from jichi.kernel.threads.kinds import KindOfRecord, LinkKind, LinkRule
from jichi.kernel.threads.models import Link, Record
from jichi.kernel.threads.registry import issue, link


def for_auditors(actor: Actor, references: Collection[str]) -> Collection[str]:
    return references if Role.AUDITOR in actor.roles else ()


VOICE = KindOfRecord(number=81, name="試験の声", readable=for_auditors, is_voice=True)
REPLY = KindOfRecord(number=82, name="試験の回答", url=lambda reference: f"/replies/{reference}/")
SECRET = KindOfRecord(number=83, name="試験の秘密")
HUB = KindOfRecord(number=84, name="試験の事業", is_hub=True)
LINKS = (
    LinkRule(kind=LinkKind.JOINED, start=(VOICE,), end=(VOICE,)),
    LinkRule(kind=LinkKind.BUDGETED_IN, start=(REPLY,), end=(REPLY,)),
    *(
        LinkRule(kind=kind)
        for kind in (LinkKind.REPLIED_BY, LinkKind.BASED_ON, LinkKind.RESULTED_IN, LinkKind.CARRIED_OUT_BY)
    ),
)
declared.declare(records=(VOICE, REPLY, SECRET, HUB), links=LINKS)

CLERK = machine("clerk", Role.ADMINISTRATOR)
AUDITOR = machine("auditor", Role.AUDITOR)
DAY = date(2012, 7, 9)


class May(Permission):
    TEST_THREADS = "tests.threads"


policy.allow(Role.ADMINISTRATOR, (May.TEST_THREADS,))


@event("tests.threads.tied")
class Tied:
    what: str


@action(needs=May.TEST_THREADS)
def give_number(
    *, actor: Actor, kind: KindOfRecord, title: str, on: date = DAY, public: bool = True
) -> Record:
    given = issue(kind=kind, title=title, on=on, public=public)
    record(Tied(what=given.reference), stream="tests/threads")
    return given


@action(needs=May.TEST_THREADS)
def tie(*, actor: Actor, kind: LinkKind, start: Record, end: Record, note: str = "") -> Link:
    happened = record(Tied(what=f"{start.reference} {kind} {end.reference}"), stream="tests/threads")
    return link(kind=kind, start=start, end=end, event=happened, note=note)


def voice(title: str = "道が暗い", *, on: date = DAY, public: bool = True) -> Record:
    return give_number(actor=CLERK, kind=VOICE, title=title, on=on, public=public)


def reply(title: str = "街灯をつけます", *, on: date = DAY, public: bool = True) -> Record:
    return give_number(actor=CLERK, kind=REPLY, title=title, on=on, public=public)


def answered(start: Record, end: Record, kind: LinkKind = LinkKind.REPLIED_BY) -> Link:
    return tie(actor=CLERK, kind=kind, start=start, end=end)
