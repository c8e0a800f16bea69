"""A resident with an account, a card and a kiosk, for tests of what is done outside the counter."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.town import Town

from jichi.domains.residents.actions.linking.link_account import Shown, link_account
from jichi.domains.residents.actions.linking.make_link_code import make_link_code
from jichi.domains.residents.actions.requests.ask_for_certificate import ask_for_certificate
from jichi.domains.residents.actions.requests.asking import Wish
from jichi.domains.residents.actions.sessions.steps import Call, call
from jichi.domains.residents.actions.terminals.give_card import Wanted, give_card
from jichi.domains.residents.actions.terminals.keep_terminals import NewTerminal, register_terminal
from jichi.domains.residents.models import AccountLink, CertificateRequest, Person, Terminal
from jichi.domains.residents.rules.channels import Channel
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Office, OfficeKind

from .certificate_desk import TODAY, clerk
from .small_register import resident

CARD, PIN = "123456789012", "8246"
LICENCE = ("licence",)


def office_of(town: Town, kind: str = OfficeKind.WARD_OFFICE, **more: Any) -> Office:
    return Office.objects.get_or_create(
        code=f"test-{kind}",
        defaults={
            "kind": kind,
            "name": "川崎区役所",
            "name_en": "Kawasaki Ward Office",
            "ward": town.ward,
            **more,
        },
    )[0]


def linked(town: Town, person: Person, *, proofs: Sequence[str] = LICENCE) -> Account:
    """An account that the counter has tied to a person."""
    account = town.account()
    code = make_link_code(actor=town.actor(account))
    shown = Shown(ward=town.ward, code=code, proofs=proofs)
    done = link_account(actor=clerk(town), person=person, shown=shown, on=TODAY)
    assert isinstance(done, AccountLink)
    return account


def asked(
    town: Town, actor: Actor, *, kind: str = "resident_record", ticket: UUID | None = None, **more: Any
) -> CertificateRequest:
    wish = {"options": (), "purpose": "学校へ出す", "office": office_of(town), **more}
    return ask_for_certificate(actor=actor, wish=Wish(kind=kind, ticket=ticket or uuid4(), **wish), on=TODAY)


def terminal(town: Town, channel: Channel = Channel.STORE, **more: Any) -> tuple[Terminal, str]:
    """A machine of the demo, which serves at any hour, and its token."""
    new = NewTerminal(name="見本店", channel=channel, ward=town.ward, **{"is_demo": True, **more})
    return register_terminal(actor=chief(town), new=new)


def chief(town: Town) -> Actor:
    return clerk(town, Role.REGISTRY_CHIEF)


def card(town: Town, person: Person, number: str = CARD, pin: str = PIN, on: date = TODAY) -> str:
    return give_card(
        actor=clerk(town), person=person, wanted=Wanted(ward=town.ward, pin=pin, number=number), on=on
    )


def step(machine: Terminal, verb: str, *said: object, key: UUID | None = None) -> Call:
    return call(machine, key or uuid4(), verb, {"said": said})


@pytest.fixture
def hanako(office: Town) -> Person:
    return resident(office, "見本　花子")
