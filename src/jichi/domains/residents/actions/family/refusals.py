"""What the family registers refuse, and why."""

from collections.abc import Iterable
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.actions.refusal import Refusal

from ...rules.family.checks import Fault


class CannotBeAccepted(Refusal):
    code = "residents.family_notification_cannot_be_accepted"
    message = gettext_lazy("受理できません。直してもらうか、不受理にしてください。")

    @classmethod
    def because(cls, faults: Iterable[Fault]) -> Self:
        """Each reason with its article."""
        said = " ".join(
            _("%(reason)s（%(article)s）") % {"reason": _(each.words), "article": each.article}
            for each in faults
        )
        return cls(
            _("受理できません。%(reasons)s 直してもらうか、不受理にしてください。") % {"reasons": said}
        )


class LacksWhatIsNeeded(Refusal):
    code = "residents.family_notification_lacks_something"
    message = gettext_lazy(
        "この届出だけでは、戸籍に書くことが決まりません。足りないところを聞いて、書き足してください。"
    )


NEEDED = {
    "domicile": gettext_lazy("新しい戸籍をつくるので、新しい本籍が必要です。"),
    "parties": gettext_lazy(
        "届出の本人が、この市の戸籍に見つかりません。氏名、生年月日、本籍を確かめてください。"
    ),
}


class ReasonIsMissing(Refusal):
    code = "residents.reason_is_missing"
    message = gettext_lazy("理由を書いてください。")


class LateWithoutReason(Refusal):
    code = "residents.late_family_notification_without_reason"
    message = gettext_lazy("届出の期限を過ぎています。遅れた理由を書いてください。")


class RequestStands(Refusal):
    code = "residents.non_acceptance_stands"
    message = gettext_lazy("この人は、同じ届出の不受理をすでに申し出ています。")


class AlreadyWithdrawn(Refusal):
    code = "residents.non_acceptance_withdrawn"
    message = gettext_lazy("この申出は、すでに取り下げられています。")


class CannotBeBarred(Refusal):
    code = "residents.kind_cannot_be_barred"
    message = gettext_lazy(
        "不受理を申し出られるのは、認知、縁組、離縁、婚姻、離婚の届出だけです（戸籍法第27条の2第3項）。"
    )


class LaterEntriesStand(Refusal):
    code = "residents.later_family_entries_stand"
    message = gettext_lazy("この届出のあとに、同じ人の記載があります。新しいものから順に消除してください。")


class NotCorrectable(Refusal):
    code = "residents.family_entry_not_correctable"
    message = gettext_lazy(
        "この記載は、すでに訂正されているか、消除されています。いまの記載を開いてください。"
    )


class RegisterIsWrong(Refusal):
    code = "residents.family_register_is_wrong"
    message = gettext_lazy("戸籍には、筆頭者と本籍が必要です（戸籍法第9条、第13条）。")


class AuthorityIsMissing(Refusal):
    code = "residents.authority_of_correction_is_missing"
    message = gettext_lazy(
        "戸籍は、理由と根拠がそろわないと訂正できません（戸籍法第24条、第113条から第116条）。足りないところを書いてください。"
    )


class NothingToCorrect(Refusal):
    code = "residents.nothing_to_correct"
    message = gettext_lazy(
        "戸籍の記録と同じで、直すところがありません。誤っているところを書き換えてください。"
    )


class CorrectedMeanwhile(Refusal):
    code = "residents.family_register_changed_meanwhile"
    message = gettext_lazy(
        "この画面を開いてから、戸籍の記録が変わりました。何も直していません。戸籍を開き直して、いまの記録を確かめてください。"
    )


class ParentIsUnclear(Refusal):
    code = "residents.corrected_parent_is_unclear"
    message = gettext_lazy(
        "父か母を直すときは、同じ人の書き誤りか、別の人に改めるのかを選んでください。親子のつながりが変わるためです。"
    )


class BirthToCome(Refusal):
    code = "residents.corrected_birth_is_to_come"
    message = gettext_lazy("生年月日が、今日より後の日になっています。")


class DomicileOfAnotherWard(Refusal):
    code = "residents.corrected_domicile_of_another_ward"
    message = gettext_lazy(
        "本籍をほかの区に改めることは、訂正ではできません。転籍届によってください（戸籍法第108条）。"
    )
