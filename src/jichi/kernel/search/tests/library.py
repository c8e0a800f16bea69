"""Documents of these tests, put into the index by an act as a domain does."""

from typing import Any

from jichi.kernel.access import policy
from jichi.kernel.access.actor import NOBODY, Actor, machine
from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import CITYWIDE, Role, Scope
from jichi.kernel.actions.action import action, record
from jichi.kernel.ledger.event import event
from jichi.kernel.search.document import SearchDocument
from jichi.kernel.search.find import Narrowed, find
from jichi.kernel.search.index import forget, index

CLERK = machine("clerk", Role.ADMINISTRATOR)


class May(Permission):
    WRITE = "tests.search.write"
    READ_DRAFTS = "tests.search.read_drafts"


policy.allow(Role.ADMINISTRATOR, (May.WRITE,))
policy.allow(Role.SECTION_CHIEF, (May.READ_DRAFTS,))


@event("tests.search.written")
class Written:
    documents: int


@action(needs=May.WRITE)
def write(*, actor: Actor, documents: tuple[SearchDocument, ...]) -> None:
    index(*documents)
    record(Written(documents=len(documents)), stream="tests/search")


@action(needs=May.WRITE)
def remove(*, actor: Actor, key: str) -> None:
    forget(key)
    record(Written(documents=0), stream="tests/search")


def about(
    title: str, body: str = "", *, kind: str = "お知らせ", key: str = "", **narrowing: Any
) -> SearchDocument:
    key = key or f"tests/{title}"
    return SearchDocument(key=key, kind=kind, title=title, body=body, url=f"/{title}/", **narrowing)


def draft(title: str, body: str = "", scope: Scope = CITYWIDE, *, kind: str = "下書き") -> SearchDocument:
    return SearchDocument(
        key=f"tests/{title}", kind=kind, title=title, body=body, url=f"/{title}/",
        public=False, needs=May.READ_DRAFTS, scope=scope,
    )  # fmt: skip


def put(*documents: SearchDocument) -> None:
    write(actor=CLERK, documents=documents)


def titles(typed: str, *, actor: Actor = NOBODY, kind: str = "") -> list[str]:
    found = find(typed, actor=actor, narrowed=Narrowed(kind=kind))
    return ["".join(piece.text for piece in hit.title) for hit in found.hits]
