"""A certificate in words and facts."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.law.shelf import law
from jichi.kernel.steps.step import Reached
from jichi.kernel.web.words import day_text, moment_text, name_text

from ...models import Certificate
from ...queries.fees import exemptions_on
from ...queries.receipts import receipts_for
from ...rules.certificates.asked import ASKING
from ...rules.certificates.fees import EXEMPTIONS
from ...rules.certificates.kinds import OPTIONS, Option
from ...rules.certificates.proofs import BY_CODE
from ...rules.certificates.words import CHANNELS
from ...rules.channels import Channel
from ...states import CERTIFICATE

Fact = dict[str, Any]


def kind_text(row: Certificate) -> str:
    return name_text(row.what)


def step_text(row: Certificate) -> str:
    return name_text(CERTIFICATE.step(row.step))


def channel_text(row: Certificate) -> str:
    return _(CHANNELS[Channel(row.channel)])


def fee_text(row: Certificate) -> str:
    return _("%(amount)s円") % {"amount": f"{row.fee:,}"}


def steps_of(row: Certificate) -> list[dict[str, str]]:
    """The way of a paper to its holder; that it may end otherwise is shown only when it has."""
    stages = CERTIFICATE.progress(row.step)
    usual = [each for each in stages if each.state is not Reached.NEXT or each.code == "handed_out"]
    return [{"name": name_text(stage), "state": stage.state.value} for stage in usual]


def facts_of(row: Certificate) -> list[Fact]:
    """What the register of certificates keeps. Whose it is stands on the person's own page, behind its reason."""
    return [
        {"label": _("文書番号"), "value": row.document_number},
        {
            "label": _("だれの"),
            "value": row.person.number,
            "url": reverse("residents:person", args=[row.person.public_id]),
        },
        {"label": _("載せた事項"), "value": options_text(row)},
        {"label": _("請求した人"), "value": asking_text(row)},
        {"label": _("根拠"), "value": row.basis},
        {"label": _("確かめた書類"), "value": proofs_text(row)},
        {"label": _("受付の方法"), "value": channel_text(row)},
        {"label": _("窓口"), "value": name_text(row.office) if row.office else ""},
        {"label": _("手数料"), "value": fee_text(row)},
        {"label": _("領収書"), "value": receipts_text(row)},
        {"label": _("発行した日時"), "value": moment_text(row.issued_at)},
        {"label": _("手渡した日時"), "value": moment_text(row.handed_out_at) if row.handed_out_at else ""},
        *ending_of(row),
    ]


def ending_of(row: Certificate) -> list[Fact]:
    if row.ended_on is None:
        return []
    new = getattr(row, "replaced_by", None)
    return [
        {"label": _("終わった日"), "value": day_text(row.ended_on)},
        {"label": _("事情"), "value": row.note},
        {"label": _("手数料の返還"), "value": _("返した") if row.fee_returned else ""},
        {"label": _("作り直した証明書"), "value": new.number, "url": address(new)}
        if new
        else {"label": "", "value": ""},
    ]


def receipts_text(row: Certificate) -> str:
    """Every receipt that was given for it, and whether its money was returned."""
    ended = _("%(number)s（返金により無効）")
    return _("、").join(
        each.document_number if each.stands else ended % {"number": each.document_number}
        for each in receipts_for(row)
    )


def options_text(row: Certificate) -> str:
    items = [_(OPTIONS[Option(code)]) for code in row.options.split()]
    whole = _("世帯全員") if row.is_whole else _("一部の人")
    return _("、").join([whole, *items] if row.what.for_household else items)


def asking_text(row: Certificate) -> str:
    return _(ASKING[row.asking])  # type: ignore[index]


def proofs_text(row: Certificate) -> str:
    return _("、").join(_(BY_CODE[code].name) for code in row.proofs.split() if code in BY_CODE)


def address(row: Certificate) -> str:
    return reverse("residents:certificate", args=[row.number])


def exemption_choices(on: date) -> list[tuple[str, str]]:
    """The reasons of the day's law, in the language of the page."""
    named = law.entry(EXEMPTIONS.key).choices
    return [(code, name_text(named[code])) for code in exemptions_on(on) if code in named]
