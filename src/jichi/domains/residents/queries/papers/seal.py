"""印鑑登録証明書: the impression in its true size, and whose it is. Made only for who brings the card.

Certificates of seals that were no longer registered have been issued elsewhere (2023): so the registration is judged by
the record of the day once more, whatever its own row says.
"""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.documents.pictures import picture

from ...models import SealRegistration
from ...rules.certificates.items import birth_words, day_words, of_names
from ...rules.facts import Facts
from ...rules.seal_cards import card_number
from ..seals import registered_seal, standing_seal
from ..seeing import seen_entries
from .blocks import address_of
from .certifier import certifier
from .content import Content, Wanted
from .reading import Reading

TEMPLATE = "residents.seal"
STATEMENT = "この写しは、登録された印影と相違ないことを証明する。"
IMPRESSION_DPI = 600
NOTE = "印影は実物の大きさです。"


class NoSealRegistered(Refusal):
    code = "residents.seal.none_registered"
    message = _(
        "この人には、証明できる印鑑登録がありません。登録されていないか、転出・氏名の変更などで抹消されています。必要なときは、あらためて印鑑登録を申請してもらってください。"
    )


class SealIsStopped(Refusal):
    code = "residents.seal.is_stopped"
    message = _(
        "この印鑑登録は、届出により証明を止めています。本人が、本人確認の書類を持って、住所のある区の区役所区民課で停止を解くまで、証明書は交付できません。"
    )


class CardNeeded(Refusal):
    code = "residents.seal.card_needed"
    message = _(
        "印鑑登録証（カード）がないと、印鑑登録証明書は交付できません。本人でも、委任状があっても同じです。カードを出してもらい、番号を記入してください。"
    )


class WrongCard(Refusal):
    code = "residents.seal.wrong_card"
    message = _(
        "印鑑登録証の番号が、この人のいまの登録のものではありません。番号と、カードを引き換えていないかを確かめてください。"
    )


class HiddenHere(Refusal):
    code = "residents.seal.hidden_here"
    message = _("この窓口では証明書を作れません。担当の係長に引き継いでください。")


def content(wanted: Wanted, reading: Reading) -> Content:
    """Raises: NoSealRegistered; SealIsStopped; CardNeeded; WrongCard; HiddenHere."""
    registration = seal_to_certify(wanted)
    entry = reading.own
    assert entry
    (record,) = seen_entries(wanted.actor, [entry], wanted.on)
    if record.town is None:
        raise HiddenHere
    rows = rows_of(record.facts, address_of(record))
    png = bytes(registration.impression.png)
    return Content(
        template=TEMPLATE,
        title=wanted.kind.name,
        data={
            "title": wanted.kind.name,
            "seal": picture(png, dpi=IMPRESSION_DPI),
            "name": record.facts.name,
            "rows": [list(row) for row in rows],
            "note": NOTE,
            "statement": STATEMENT,
            "day": day_words(wanted.on),
            "who": certifier(wanted, [entry]),
        },
        people={wanted.person.pk: entry.pk},
        lines=(f"氏名{record.facts.name}", *(label + value for label, value in rows)),
        pictures=(png,),
        seal=registration.pk,
    )


def seal_to_certify(wanted: Wanted) -> SealRegistration:
    """The registration whose card was shown, in force by its own row and by the record of the day."""
    known = registered_seal(wanted.person)
    if known is not None and known.step == "suspended":
        raise SealIsStopped
    found = standing_seal(wanted.person, wanted.on)
    if found is None or found.step != "registered":
        raise NoSealRegistered
    if wanted.card_is_known:
        return found
    if not wanted.card:
        raise CardNeeded(fields={"card": str(CardNeeded.message)})
    if not found.cards.filter(number=card_number(wanted.card), ended_on__isnull=True).exists():
        raise WrongCard(fields={"card": str(WrongCard.message)})
    return found


def rows_of(facts: Facts, address: str) -> list[tuple[str, str]]:
    return [*of_names(facts), ("生年月日", birth_words(facts)), ("住所", address)]
