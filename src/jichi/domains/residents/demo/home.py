"""What is done outside the counter, for the demo: a resident with an account and a card, two requests, a kiosk, a shop."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.queries import actor_for
from jichi.kernel.clock.reading import local_day, now, today
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Office, Ward

from ..actions.linking.link_account import Shown, link_account
from ..actions.linking.make_link_code import make_link_code
from ..actions.requests.ask_for_certificate import ask_for_certificate
from ..actions.requests.asking import Wish
from ..actions.requests.prepare_request import prepare_request
from ..actions.terminals.give_card import Wanted, give_card
from ..actions.terminals.keep_terminals import NewTerminal, register_terminal
from ..models import Person, Terminal
from ..rules.channels import Channel
from .story import REGISTRY, id_of, story

RESIDENT = "resident@demo.jichi.example"
# Shown on the kiosk's first screen: everybody may try the demo's card.
CARD, PIN = "000000000019", "8246"
WARD, OFFICE = "14131", "kawasaki-ward-office"


def play() -> str:
    """A second call finds it there."""
    account = Account.objects.filter(email=RESIDENT).first()
    if account is None or Terminal.objects.filter(is_demo=True).exists():
        return _("デモの端末は、もう入っています")
    on, ward, me = today(), Ward.objects.get(code=WARD), story("family_head")
    register_machines(ward)
    give_card(
        actor=REGISTRY, person=story("family_spouse"), wanted=Wanted(ward=ward, pin=PIN, number=CARD), on=on
    )
    actor = actor_for(account, on=local_day(now()), at=now())
    link(actor, me, ward, on)
    ask(actor, on)
    return _("デモの端末：端末2台、利用カード1枚、自宅からの申込み2件を入れました")


def register_machines(ward: Ward) -> None:
    office = Office.objects.get(code=OFFICE)
    for channel, name, place in (
        (Channel.KIOSK, "デモ 川崎区役所 1階の端末", office),
        (Channel.STORE, "デモ商店 砂子店の端末", None),
    ):
        new = NewTerminal(name=name, channel=channel, ward=ward, office=place, is_demo=True)
        register_terminal(actor=REGISTRY, new=new)


def link(actor: Actor, person: Person, ward: Ward, on: date) -> None:
    shown = Shown(ward=ward, code=make_link_code(actor=actor), proofs=("licence",))
    link_account(actor=REGISTRY, person=person, shown=shown, on=on)


def ask(actor: Actor, on: date) -> None:
    """One request that waits, and one that is ready."""
    office = Office.objects.select_related("ward").get(code=OFFICE)
    for name, options in (("first", ("whole", "relationship")), ("second", ())):
        wish = Wish(
            ticket=ticket(name),
            kind="resident_record",
            options=options,
            purpose="デモ：学校への提出",
            office=office,
        )
        asked = ask_for_certificate(actor=actor, wish=wish, on=on)
    prepare_request(actor=REGISTRY, request=asked, on=on)


def ticket(name: str) -> UUID:
    return id_of(f"request/{name}")
