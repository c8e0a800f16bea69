"""The rules of the register that a movement may break, each with what to do next."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal


class NobodyConcerned(Refusal):
    code = "residents.nobody_concerned"
    status = 400
    message = _("だれの異動かを選んでください。")


class NotOnRegister(Refusal):
    code = "residents.not_on_register"
    message = _("この日には、住民票のない人が含まれています。異動日と、選んだ人を確かめてください。")


class OnRegister(Refusal):
    code = "residents.on_register"
    message = _(
        "すでに住民票のある人が含まれています。市内で住所が変わったときは、転居を選んでください（住民基本台帳法第23条）。"
    )


class OfSeveralHouseholds(Refusal):
    code = "residents.of_several_households"
    message = _("別の世帯の人が含まれています。世帯ごとに分けて入力してください。")


class DayToCome(Refusal):
    code = "residents.day_to_come"
    status = 400
    message = _("まだ来ていない日は入力できません。今日か、それより前の日を入力してください。")


class BeforeItHappened(Refusal):
    code = "residents.before_it_happened"
    status = 400
    message = _("届出日が異動日より前です。転出のほかは、異動のあった日から届け出ることができます。")


class LateWithoutReason(Refusal):
    code = "residents.late_without_reason"
    status = 400


class NextHeadMissing(Refusal):
    code = "residents.next_head_missing"
    message = _(
        "世帯主がいなくなります。残る人の中から、次の世帯主を選んでください（住民基本台帳法第25条）。"
    )


class RelationshipMissing(Refusal):
    code = "residents.relationship_missing"
    message = _("世帯主との続柄が決まらない人がいます。届出人に確かめて、続柄を選んでください。")


class OneHeadNeeded(Refusal):
    code = "residents.one_head_needed"
    message = _("世帯主を一人だけ選んでください。")


class HeadIsThere(Refusal):
    code = "residents.head_is_there"
    message = _("入る世帯には、もう世帯主がいます。世帯主との続柄を入力してください。")


class AddressMissing(Refusal):
    code = "residents.address_missing"
    status = 400
    message = _("新しい住所の町と番地を入力してください。")


class AddressUnchanged(Refusal):
    code = "residents.address_unchanged"
    message = _(
        "新しい住所が今の住所と同じです。住所が変わらないときは、世帯変更を選んでください（住民基本台帳法第25条）。"
    )


class AddressesDiffer(Refusal):
    code = "residents.addresses_differ"
    message = _(
        "住所の違う世帯は、合わせることができません。先に転居を入力してください（住民基本台帳法第23条）。"
    )


class HouseholdBroken(Refusal):
    """After a movement of a past day, or without a voided one, some later day would have no head, or two."""

    code = "residents.household_broken"


class SomethingMissing(Refusal):
    code = "residents.something_missing"
    status = 400
    message = _("記載する事項に足りないところがあります。")


class NotOfThisKind(Refusal):
    code = "residents.not_of_this_kind"
    message = _("この種類の異動では書けない事項が含まれています。異動の種類を選び直してください。")


class OnlyOnAlienRegister(Refusal):
    code = "residents.only_on_alien_register"
    message = _(
        "この日には、外国人の住民票はまだありません。外国人登録で入力してください（住民基本台帳法第30条の45、2012年7月9日から）。"
    )


class AlienRegisterClosed(Refusal):
    code = "residents.alien_register_closed"
    message = _(
        "外国人登録は2012年7月8日で終わりました。転入か国外からの転入で入力してください（住民基本台帳法第30条の45）。"
    )


class StayNotEligible(Refusal):
    code = "residents.stay_not_eligible"
    message = _(
        "この在留の区分では、住民票を作れません。在留カードか特別永住者証明書を確かめてください（住民基本台帳法第30条の45）。"
    )


class NothingChanges(Refusal):
    code = "residents.nothing_changes"
    status = 400
    message = _("変わる事項がありません。新しい内容を入力してください。")


class NotOurWard(Refusal):
    code = "residents.not_our_ward"
    message = _(
        "住所が、この区ではありません。住所のある区（転居は新しい住所の区）の区役所で入力してください。"
    )
