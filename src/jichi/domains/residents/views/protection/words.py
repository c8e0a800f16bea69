"""Acts of a case in words."""

from django.utils.translation import gettext as _

from jichi.kernel.values.fault import gettext_noop

VERBS = {
    "apply_for_protection": gettext_noop("申出を受け付け、仮の支援措置を始めました"),
    "start_protection": gettext_noop("支援措置を始めました"),
    "renew_protection": gettext_noop("期間を延ばしました"),
    "end_protection": gettext_noop("期間の満了で終えました"),
    "propose_lifting": gettext_noop("解除・却下を求めました"),
    "confirm_lifting": gettext_noop("解除・却下を確認しました"),
    "keep_protection": gettext_noop("解除・却下しないことにしました"),
    "propose_leaving": gettext_noop("一人を外すことを求めました"),
    "confirm_leaving": gettext_noop("一人を外すことを確認しました"),
    "keep_covered": gettext_noop("その人を外さないことにしました"),
    "list_city": gettext_noop("送付先を加えました"),
    "tell_cities": gettext_noop("送付先に送りました"),
    "hand_over_case": gettext_noop("別の区に引き継ぎました"),
}


def verb_text(verb: str) -> str:
    return _(VERBS[verb])
