"""What a person may not read is never found, counted, suggested, meant or excerpted, whatever the rights."""

from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jichi.kernel.access.actor import Actor, ActorKind
from jichi.kernel.access.roles import Held, Role, Scope
from jichi.kernel.search.document import SearchDocument
from jichi.kernel.search.find import Found, find, suggest

from .library import about, draft, put

pytestmark = pytest.mark.django_db

WARDS, BUREAUS, SECTIONS = ("14131", "14132"), ("planning", "citizens"), ("policy", "community")
TITLES = ("住民投票の案", "住民投票制度", "区民会議の公園", "公園の計画")
TYPED = ("公園", "住民投票", "じゅうみんとうひょう", "住民当票", "区民 公園", "計画")


def scopes() -> st.SearchStrategy[Scope]:
    code = {"ward": WARDS, "bureau": BUREAUS, "section": SECTIONS}
    return st.builds(Scope, **{name: st.sampled_from((None, *codes)) for name, codes in code.items()})


@st.composite
def documents(draw: st.DrawFn) -> tuple[SearchDocument, ...]:
    """Public documents and drafts of random owners, each with a title that is its own."""
    found = []
    for number, (title, public, scope) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from(TITLES), st.booleans(), scopes()), max_size=6))
    ):
        name = f"{title}{number}号"
        narrowing = {"wards": (WARDS[number % 2],), "years": (2011 + number,)}
        found.append(about(name, **narrowing) if public else replace(draft(name, "秘密", scope), **narrowing))
    return tuple(found)


def helds() -> st.SearchStrategy[Held]:
    role = st.sampled_from((Role.SECTION_CHIEF, Role.AUDITOR))
    return st.builds(lambda role, scope: Held(role=role, **vars(scope)), role, scopes())


def may_read(actor: Actor, document: SearchDocument) -> bool:
    """The rule in the plain words of `access`: the permission belongs to chiefs (see library.py)."""
    chiefs = (held for held in actor.held if held.role is Role.SECTION_CHIEF)
    return document.public or any(held.covers(document.scope) for held in chiefs)


def all_told(found: Found) -> object:
    titles = sorted("".join(piece.text for piece in hit.title) for hit in found.hits)
    texts = sorted("".join(piece.text for piece in hit.excerpt) for hit in found.hits)
    return titles, texts, found.total, found.facets, found.last_page, found.is_loose, found.meant


def world(documents: tuple[SearchDocument, ...], actor: Actor) -> list[object]:
    """All that the actor is told in a city with these documents; the city is then as it was."""
    with transaction.atomic():
        put(*documents)
        told = [(all_told(find(typed, actor=actor)), sorted(suggest(typed, actor=actor))) for typed in TYPED]
        transaction.set_rollback(True)
    return told


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=documents(), held=st.frozensets(helds(), max_size=2))
def test_a_city_with_unreadable_documents_answers_like_one_without_them(
    documents: tuple[SearchDocument, ...], held: frozenset[Held]
) -> None:
    actor = Actor(kind=ActorKind.PERSON, name="職員", account_id=1, held=held)
    readable = tuple(document for document in documents if may_read(actor, document))
    assert world(documents, actor) == world(readable, actor)
